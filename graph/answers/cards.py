"""Statements with everything that a person wants to see of them at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.expressed import expressed_by
from sayso.graph.answers.places import Place, Places, begins_at, marked, places_of
from sayso.graph.model.stored import ArticleRef, SentenceMark, StatementPart, StatementSpans, StoredStatement
from sayso.graph.reviews.standing import reviews_of_statements
from sayso.graph.store.store import Store
from sayso.graph.store.told import ThingRows, first, share, text, texts, told_of
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.iris import article_of

_ROLES = ("speaker", "cue", "content")
_WHO = ("speaker", "about", "addressee", "medium", "speakingAs")
_WORDS = {node.value: word for words in (terms.ACTS, terms.FORMS, terms.STATUSES) for word, node in words.items()}


def stored(store: Store, statements: Iterable[str]) -> list[StoredStatement]:
    """Return each statement, in the order given; one that the store does not tell of is left out.

    Six queries for some hundred statements, however many actors, spans and articles they have.
    """
    wanted = list(dict.fromkeys(statements))
    found = _ToldStatements(store, wanted)
    return [one for iri in wanted if (one := found.of(iri)) is not None]


class _ToldStatements:
    """What a store tells of some statements and of all that stands around them."""

    def __init__(self, store: Store, wanted: list[str]) -> None:
        self._store = store
        self._told = told = told_of(store, "statements-told", "statement", wanted)
        # What the one of the same words repeats that stands for all, each of them does.
        self._standing = {iri: str(first(one, "sameWordsAs")) for iri, one in told.items() if texts(one, "sameWordsAs")}
        self._standing_told = told_of(store, "statements-told", "statement", self._standing.values())
        self._reviews = reviews_of_statements(store, told)
        self._expressed = expressed_by(store, told)
        self._places = places_of(store, [*told, *self._expressed.things()])
        articles = [str(first(one, "inArticle")) for one in told.values()]
        self._articles = told_of(store, "articles-told", "article", articles)
        self._refs = Refs(store)
        who = (iri for one in told.values() for name in _WHO for iri in texts(one, name))
        self._refs.learn([*who, *self._expressed.actors()])

    def of(self, iri: str) -> StoredStatement | None:
        """Return a statement with all that is told of it; None where its article is not."""
        one, refs, where = self._told.get(iri, {}), self._refs, self._places.get(iri, {})
        if (article := text(one, "inArticle")) is None:
            return None
        sentence = text(one, "sentence")
        begin, marks = _marks(sentence or "", where)
        positions, demands = self._expressed.of(iri, refs, self._places)
        return StoredStatement(
            id=id_of(self._store, iri),
            iri=iri,
            act=_word(one, "act"),
            form=_word(one, "form"),
            status=_word(one, "status") or "said",
            words=text(one, "content"),
            cue=text(one, "cue"),
            sentence=sentence,
            when=text(one, "when"),
            said_on=text(one, "saidOn"),
            confidence=share(one, "confidence"),
            speaker_confidence=share(one, "speakerConfidence"),
            act_confidence=share(one, "actConfidence"),
            identity_confidence=share(one, "identityConfidence"),
            speakers=refs.actors(texts(one, "speaker")),
            about=refs.actors(texts(one, "about")),
            addressees=refs.actors(texts(one, "addressee")),
            medium=refs.actors(texts(one, "medium")),
            speaking_as=tuple(map(refs.name, texts(one, "speakingAs"))),
            speaker_text=" … ".join(place.words for place in where.get("speaker", ())) or None,
            part_of=id_of(self._store, part_of) if (part_of := text(one, "partOf")) else None,
            repeats=self._repeats(iri),
            article=article_ref(self._store, article, self._articles.get(article, {})),
            spans=StatementSpans(*(tuple(place.pair for place in where.get(role, ())) for role in _ROLES)),
            sentence_span=None if begin is None else (begin, begin + len(sentence or "")),
            marks=marks,
            positions=positions,
            demands=demands,
            review=self._reviews.get(iri),
        )

    def _repeats(self, iri: str) -> tuple[str, ...]:
        standing = self._standing_told.get(self._standing.get(iri, ""), {})
        others = dict.fromkeys((*texts(self._told[iri], "repeats"), *texts(standing, "repeats")))
        return tuple(id_of(self._store, other) for other in others if article_of(other) != article_of(iri))


def article_ref(store: Store, iri: str, told: ThingRows) -> ArticleRef:
    """Return an article in a line: identifier, title, source, address, day."""
    told_in_a_line = (ns.IDENTIFIER, ns.TITLE, ns.PUBLISHER, ns.URL, ns.ISSUED)
    return ArticleRef(id_of(store, iri), iri, *(text(told, node.value) for node in told_in_a_line))


def _marks(sentence: str, places: Places) -> tuple[int | None, tuple[SentenceMark, ...]]:
    known: dict[str, tuple[Place, ...]] = {role: tuple(places.get(role, ())) for role in _ROLES}
    begin = begins_at(sentence, (place for some in known.values() for place in some))
    if begin is None:
        return None, ()
    found = sorted(marked(sentence, begin, known))
    return begin, tuple(SentenceMark(start, end, cast(StatementPart, role)) for start, end, role in found)


def _word(told: ThingRows, name: str) -> str | None:
    iri = text(told, name)
    return None if iri is None else _WORDS.get(iri, iri)
