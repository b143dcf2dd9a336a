"""Reading rows out of a store: some articles at a time, so that memory does not grow with the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import batched
from typing import Literal, Protocol

from pyoxigraph import NamedNode

from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.row import Row, Source, Stand, Want
from sayso.graph.store.solutions import Answer, Table, nodes_of, text_of
from sayso.graph.store.solutions import Term as Bound
from sayso.ontology import terms
from sayso.queries.parts.parts import part

_ARTICLES_AT_ONCE = 50
_STATEMENTS_AT_ONCE = 500
_WORDS = {
    concept.value: word
    for words in (terms.ACTS, terms.FORMS, terms.STATUSES, terms.STANCES)
    for word, concept in words.items()
}
# The properties that lead to what has a name.
_NAMED = tuple(
    property_.value
    for property_ in (
        terms.SPEAKER, terms.ABOUT, terms.ADDRESSEE, terms.MEDIUM, terms.SPEAKING_AS, terms.HOLDER, terms.TOWARD,
        terms.DEMANDED_BY, terms.DEMANDED_OF, terms.ON_MATTER,
    )
)  # fmt: skip

_NUMBER = re.compile(r"[0-9]{1,18}")

# What is read of statements: "words" leaves out where they stand, "light" the words too.
type Detail = Literal["full", "words", "light"]
type Told = Mapping[str, list[Bound]]


class Answering(Protocol):
    """Whatever answers SPARQL: a store in a folder, or one far away."""

    def query(self, text: str) -> Answer:
        """Answer a query."""
        ...


def rows(store: Answering, keep: Filter = Filter(), detail: Detail = "full") -> Iterator[Row]:  # noqa: B008
    """Yield every statement that is wanted, the earliest article first, in the order of its words in the article.

    The order depends on nothing but what the store holds. Some 50 articles are in memory at a time.
    """
    names = Names(store)
    for batch in batched(filter(keep.of_article, sources(store)), _ARTICLES_AT_ONCE):
        asked = [NamedNode(article.iri) for article in batch]
        told = _told(store, detail, article=asked)
        articles = _with_models(store, batch) if detail == "full" else batch
        yield from filter(keep, _rows(store, names, articles, told, detail, article=asked))


def rows_of(store: Answering, names: Names, statements: Iterable[str], detail: Detail = "full") -> Iterator[Row]:
    """Yield these statements, by IRI, some hundreds at a time, and of these the earliest article first."""
    for batch in batched(statements, _STATEMENTS_AT_ONCE):
        asked = [*nodes_of(batch)]
        told = _told(store, detail, statement=asked)
        homes = sorted({_first(one, terms.IN_ARTICLE) for one in told.values()} - {""})
        found = sources(store, article=nodes_of(homes))
        articles = _with_models(store, found) if detail == "full" else found
        yield from _rows(store, names, articles, told, detail, statement=asked)


def sources(store: Answering, **articles: Iterable[NamedNode]) -> list[Source]:
    """List the articles, or those given, the earliest first, those without a date before all."""
    found = (_source(*map(text_of, row)) for row in table(store, part("articles", **articles)))
    # Where an article is told two titles, the last will do, but it is one article.
    return list({source.iri: source for source in found}.values())


def _source(
    iri: str, identifier: str, title: str = "", source: str = "", url: str = "", issued: str = "", language: str = ""
) -> Source:
    return Source(iri, identifier, title, source, url, issued, language)


def _with_models(store: Answering, articles: Sequence[Source]) -> list[Source]:
    """Return articles with the names of the software and models that read them."""
    models: defaultdict[str, set[str]] = defaultdict(set)
    for article, method in table(store, part("models", article=[NamedNode(article.iri) for article in articles])):
        models[text_of(article)].add(text_of(method))
    return [replace(article, model="; ".join(sorted(models[article.iri]))) for article in articles]


def table(store: Answering, text: str) -> tuple[tuple[Bound | None, ...], ...]:
    """Answer a SELECT. Raises TypeError for any other query: that is a mistake of ours."""
    answer = store.query(text)
    if not isinstance(answer, Table):
        raise TypeError("no SELECT")
    return answer.rows


def _rows(
    store: Answering,
    names: Names,
    articles: Iterable[Source],
    told: Mapping[str, Told],
    detail: Detail,
    **asked: Sequence[NamedNode],
) -> Iterator[Row]:
    known = {article.iri: article for article in articles}
    order = {iri: number for number, iri in enumerate(known)}
    expressed = _expressed(store, **asked)
    offsets: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for statement, start, end in table(store, part("offsets", **asked)) if detail == "full" else ():
        offsets[text_of(statement)].add((int(text_of(start)), int(text_of(end))))
    things = (one for several in expressed.values() for one in several.values())
    names.learn(value for one in (*told.values(), *things) for name in _NAMED for value in one.get(name, ()))
    homes = {iri: home for iri, one in told.items() if (home := _first(one, terms.IN_ARTICLE)) in known}
    for iri in sorted(homes, key=lambda iri: (order[homes[iri]], sorted(offsets[iri]), _numbers(iri), iri)):
        yield _row(iri, known[homes[iri]], told[iri], offsets[iri], expressed[iri], names)


def _numbers(iri: str) -> list[int]:
    """Return the numbers at the end of an IRI: there we write where the words stand."""
    return [int(number) for number in _NUMBER.findall(iri.rpartition("/")[2])]


def _told(store: Answering, detail: Detail, **asked: Sequence[NamedNode]) -> Mapping[str, Told]:
    """Group what is told of statements by statement and property."""
    name = "light" if detail == "light" else "statements"
    told: defaultdict[str, defaultdict[str, list[Bound]]] = defaultdict(lambda: defaultdict(list))
    for statement, property_, value in table(store, part(name, **asked)):
        told[text_of(statement)][text_of(property_)].append(_bound(value))
    return told


def _expressed(store: Answering, **asked: Sequence[NamedNode]) -> Mapping[str, Mapping[str, Told]]:
    """Group what is told of the positions and demands by the statement that expresses them, thing and property."""
    told: defaultdict[str, defaultdict[str, defaultdict[str, list[Bound]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for statement, thing, property_, value in table(store, part("expressed", **asked)):
        told[text_of(statement)][text_of(thing)][text_of(property_)].append(_bound(value))
    return told


def _bound(value: Bound | None) -> Bound:
    if value is None:
        raise TypeError("a part of an export leaves nothing unbound")
    return value


def _row(
    iri: str, article: Source, told: Told, offsets: set[tuple[int, int]], expressed: Mapping[str, Told], names: Names
) -> Row:
    post = next(iter(names.of(told.get(terms.SPEAKING_AS.value, ()))), None)
    things = [expressed[thing] for thing in sorted(expressed)]
    return Row(
        iri=iri,
        article=article,
        speakers=names.of(told.get(terms.SPEAKER.value, ())),
        post=post,
        post_in=names.post_in(post) if post else None,
        act=_word(told, terms.ACT),
        form=_word(told, terms.FORM),
        status=_word(told, terms.STATUS) or "said",
        about=names.of(told.get(terms.ABOUT.value, ())),
        addressees=names.of(told.get(terms.ADDRESSEE.value, ())),
        media=names.of(told.get(terms.MEDIUM.value, ())),
        words=_first(told, terms.CONTENT),
        cue=_first(told, terms.CUE),
        when=_first(told, terms.WHEN),
        said_on=_first(told, terms.SAID_ON),
        sentence=_first(told, terms.SENTENCE),
        confidence=_share(told, terms.CONFIDENCE),
        speaker_confidence=_share(told, terms.SPEAKER_CONFIDENCE),
        act_confidence=_share(told, terms.ACT_CONFIDENCE),
        identity_confidence=_share(told, terms.IDENTITY_CONFIDENCE),
        offsets=tuple(sorted(offsets)),
        part_of=_first(told, terms.PART_OF),
        stands=tuple(_stands(things, names)),
        wants=tuple(_wants(things, names)),
    )


def _stands(things: Iterable[Told], names: Names) -> Iterator[Stand]:
    for told in things:
        for holder in names.of(told.get(terms.HOLDER.value, ())):
            shared = names.of(told.get(terms.ON_MATTER.value, ()))
            toward = names.of(told.get(terms.TOWARD.value, ()))
            stance, matter = _word(told, terms.STANCE), _first(told, terms.MATTER)
            sure = _share(told, terms.CONFIDENCE)
            yield Stand(holder, stance, matter, toward, shared[0] if shared else None, sure)


def _wants(things: Iterable[Told], names: Names) -> Iterator[Want]:
    for told in things:
        for by in names.of(told.get(terms.DEMANDED_BY.value, ())):
            of, matter = names.of(told.get(terms.DEMANDED_OF.value, ())), _first(told, terms.MATTER)
            yield Want(by, of, matter, _share(told, terms.CONFIDENCE))


def _share(told: Told, property_: NamedNode) -> float | None:
    sure = _first(told, property_)
    return float(sure) if sure else None


def _first(told: Told, property_: NamedNode) -> str:
    return min((text_of(value) for value in told.get(property_.value, ())), default="")


def _word(told: Told, property_: NamedNode) -> str:
    iri = _first(told, property_)
    return _WORDS.get(iri, iri)
