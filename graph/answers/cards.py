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
    told = told_of(store, "statements-told", "statement", wanted)
    # What the one of the same words repeats that stands for all, each of them does.
    standing = {iri: str(first(one, "sameWordsAs")) for iri, one in told.items() if texts(one, "sameWordsAs")}
    standing_told = told_of(store, "statements-told", "statement", list(dict.fromkeys(standing.values())))
    reviews = reviews_of_statements(store, told)
    expressed = expressed_by(store, told)
    places = places_of(store, [*told, *expressed.things()])
    articles = told_of(store, "articles-told", "article", [str(first(one, "inArticle")) for one in told.values()])
    refs = Refs(store)
    refs.learn([*(iri for one in told.values() for name in _WHO for iri in texts(one, name)), *expressed.actors()])
    found: list[StoredStatement] = []
    for iri in wanted:
        one = told.get(iri, {})
        if (article := text(one, "inArticle")) is None:
            continue
        where = places.get(iri, {})
        begin, marks = _marks(text(one, "sentence") or "", where)
        positions, demands = expressed.of(iri, refs, places)
        found.append(
            StoredStatement(
                id=id_of(store, iri),
                iri=iri,
                act=_word(one, "act"),
                form=_word(one, "form"),
                status=_word(one, "status") or "said",
                words=text(one, "content"),
                cue=text(one, "cue"),
                sentence=text(one, "sentence"),
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
                part_of=id_of(store, part_of) if (part_of := text(one, "partOf")) else None,
                repeats=tuple(
                    id_of(store, other)
                    for other in dict.fromkeys(
                        (*texts(one, "repeats"), *texts(standing_told.get(standing.get(iri, ""), {}), "repeats"))
                    )
                    if article_of(other) != article_of(iri)
                ),
                article=article_ref(store, article, articles.get(article, {})),
                spans=StatementSpans(*(tuple(place.pair for place in where.get(role, ())) for role in _ROLES)),
                sentence_span=None if begin is None else (begin, begin + len(text(one, "sentence") or "")),
                marks=marks,
                positions=positions,
                demands=demands,
                review=reviews.get(iri),
            )
        )
    return found


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
