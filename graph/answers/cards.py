"""Cards: statements with everything that a person wants to see of them at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.graph.actors.refs import Refs, id_of
from sayso.graph.answers.expressed import expressed_by
from sayso.graph.answers.places import Place, Places, begins_at, marked, places_of
from sayso.graph.model.json_value import Json
from sayso.graph.reviews.standing import reviews_of_statements
from sayso.graph.store.store import Store
from sayso.graph.store.told import Told, first, text, texts, told_of
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

_ROLES = ("speaker", "cue", "content")
_WHO = ("speaker", "about", "addressee", "medium", "speakingAs")
_WORDS = {node.value: word for words in (terms.ACTS, terms.FORMS, terms.STATUSES) for word, node in words.items()}


def cards(store: Store, statements: Iterable[str]) -> list[Json]:
    """Return the card of each statement, in the order given; one that the store does not tell of has none.

    Six queries for some hundred statements, however many actors, spans and articles they have.
    """
    wanted = list(dict.fromkeys(statements))
    told = told_of(store, "statements-told", "statement", wanted)
    reviews = reviews_of_statements(store, told)
    expressed = expressed_by(store, told)
    places = places_of(store, [*told, *expressed.things()])
    articles = told_of(store, "articles-told", "article", [str(first(one, "inArticle")) for one in told.values()])
    refs = Refs(store)
    refs.learn([*(iri for one in told.values() for name in _WHO for iri in texts(one, name)), *expressed.actors()])
    return [
        _card(store, iri, told[iri], places.get(iri, {}), articles, refs)
        | expressed.of(iri, refs, places)
        | {"review": reviews.get(iri)}
        for iri in wanted
        if first(told.get(iri, {}), "inArticle")
    ]


def article_head(store: Store, iri: str, told: Told) -> dict[str, Json]:
    """Return what is told of an article in a line: identifier, title, source, address, day."""
    return {
        "id": id_of(store, iri),
        "iri": iri,
        "identifier": first(told, ns.IDENTIFIER.value),
        "title": first(told, ns.TITLE.value),
        "source": first(told, ns.PUBLISHER.value),
        "url": first(told, ns.URL.value),
        "published": first(told, ns.ISSUED.value),
    }


def _card(
    store: Store, iri: str, told: Told, places: Places, articles: Mapping[str, Told], refs: Refs
) -> dict[str, Json]:
    article = str(first(told, "inArticle"))
    part_of = first(told, "partOf")
    said_by = places.get("speaker", ())
    return {
        "id": id_of(store, iri),
        "iri": iri,
        "act": _word(told, "act"),
        "form": _word(told, "form"),
        "status": _word(told, "status") or "said",
        "words": text(told, "content"),
        "cue": text(told, "cue"),
        "sentence": text(told, "sentence"),
        "when": text(told, "when"),
        "saidOn": first(told, "saidOn"),
        "confidence": first(told, "confidence"),
        "speakers": refs.all(texts(told, "speaker")),
        "about": refs.all(texts(told, "about")),
        "addressees": refs.all(texts(told, "addressee")),
        "medium": refs.all(texts(told, "medium")),
        "speakingAs": [refs.name(post) for post in texts(told, "speakingAs")],
        "speakerText": " … ".join(place.words for place in said_by) or None,
        "partOf": id_of(store, str(part_of)) if part_of else None,
        "repeats": [id_of(store, other) for other in texts(told, "repeats")],
        "article": article_head(store, article, articles.get(article, {})),
        "spans": {role: [[*place.pair] for place in places.get(role, ())] for role in _ROLES},
        **_marks(text(told, "sentence") or "", places),
    }


def _marks(sentence: str, places: Places) -> dict[str, Json]:
    known: dict[str, tuple[Place, ...]] = {role: tuple(places.get(role, ())) for role in _ROLES}
    begin = begins_at(sentence, (place for some in known.values() for place in some))
    if begin is None:
        return {"sentenceSpan": None, "marks": []}
    found = sorted(marked(sentence, begin, known))
    marks: list[Json] = [{"start": start, "end": end, "kind": role} for start, end, role in found]
    return {"sentenceSpan": [begin, begin + len(sentence)], "marks": marks}


def _word(told: Told, name: str) -> Json:
    iri = first(told, name)
    return _WORDS.get(str(iri), iri)
