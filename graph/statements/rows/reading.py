"""Reading rows out of a store: some articles at a time, so that memory does not grow with the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from typing import Literal, Protocol

from pyoxigraph import NamedNode

from sayso.graph.statements.rows.cells import ahead, cells, is_iri, plain
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.row import Named, Row, Source, Stand, Want
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
# The properties that lead to what has a name, as cells.
_NAMED = tuple(
    str(property_)
    for property_ in (
        terms.SPEAKER, terms.ABOUT, terms.ADDRESSEE, terms.MEDIUM, terms.SPEAKING_AS, terms.HOLDER, terms.TOWARD,
        terms.DEMANDED_BY, terms.DEMANDED_OF, terms.ON_MATTER,
    )
)  # fmt: skip
_CELLS = {node: str(node) for node in vars(terms).values() if isinstance(node, NamedNode)}

_NUMBER = re.compile(r"[0-9]{1,18}")

# What is read of statements: "words" leaves out where they stand, "light" the words too.
type Detail = Literal["full", "words", "light"]
# What is told of a thing: by property, as cells.
type Told = Mapping[str, list[str]]


class Answering(Protocol):
    """Whatever answers SPARQL: a store in a folder, or one far away."""

    def query(self, text: str) -> Answer:
        """Answer a query."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is told of some statements, by their cells: `expressed` are their positions and demands, by theirs."""

    articles: Sequence[Source]
    told: Mapping[str, Told]
    expressed: Mapping[str, Mapping[str, Told]]
    offsets: Mapping[str, set[tuple[int, int]]]


def rows(store: Answering, keep: Filter = Filter(), detail: Detail = "full") -> Iterator[Row]:  # noqa: B008
    """Yield every statement that is wanted, the earliest article first, in the order of its words in the article.

    The order depends on nothing but what the store holds. Some 100 articles are in memory at a time.
    """
    names = Names(store)

    def fetched(batch: Sequence[Source]) -> Fetched:
        asked = [NamedNode(article.iri) for article in batch]
        articles = _with_models(store, batch) if detail == "full" else batch
        return _fetched(store, names, articles, _told(store, detail, article=asked), detail, article=asked)

    for found in ahead(store, fetched, batched(filter(keep.of_article, sources(store)), _ARTICLES_AT_ONCE)):
        yield from filter(keep, _rows(names, found))


def rows_of(store: Answering, names: Names, statements: Iterable[str], detail: Detail = "full") -> Iterator[Row]:
    """Yield these statements, by IRI, some hundreds at a time, and of these the earliest article first."""

    def fetched(batch: Sequence[str]) -> Fetched:
        asked = [*nodes_of(batch)]
        told = _told(store, detail, statement=asked)
        homes = sorted({_first(one, terms.IN_ARTICLE) for one in told.values()} - {""})
        found = sources(store, article=nodes_of(homes))
        articles = _with_models(store, found) if detail == "full" else found
        return _fetched(store, names, articles, told, detail, statement=asked)

    for found in ahead(store, fetched, batched(statements, _STATEMENTS_AT_ONCE)):
        yield from _rows(names, found)


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


def _fetched(
    store: Answering,
    names: Names,
    articles: Sequence[Source],
    told: Mapping[str, Told],
    detail: Detail,
    **asked: Sequence[NamedNode],
) -> Fetched:
    """Add to what is told of statements what they express, where they stand, and the names of all that they lead to."""
    expressed = _expressed(store, **asked)
    offsets: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for statement, start, end in cells(store, part("offsets", **asked)) if detail == "full" else ():
        offsets[statement].add((int(plain(start)), int(plain(end))))
    things = (one for several in expressed.values() for one in several.values())
    found = {cell for one in (*told.values(), *things) for name in _NAMED for cell in one.get(name, ())}
    names.learn_iris(plain(cell) for cell in found if is_iri(cell))
    return Fetched(articles, told, expressed, offsets)


def _rows(names: Names, found: Fetched) -> Iterator[Row]:
    known = {article.iri: article for article in found.articles}
    order = {iri: number for number, iri in enumerate(known)}
    homes = {cell: home for cell, one in found.told.items() if (home := _first(one, terms.IN_ARTICLE)) in known}
    nowhere, nothing = set[tuple[int, int]](), dict[str, Told]()

    def place(cell: str) -> tuple[int, list[tuple[int, int]], list[int], str]:
        return order[homes[cell]], sorted(found.offsets.get(cell, nowhere)), _numbers(cell), cell

    for cell in sorted(homes, key=place):
        told, expressed = found.told[cell], found.expressed.get(cell, nothing)
        yield _row(plain(cell), known[homes[cell]], told, found.offsets.get(cell, nowhere), expressed, names)


def _numbers(cell: str) -> list[int]:
    """Return the numbers at the end of an IRI: there we write where the words stand."""
    return [int(number) for number in _NUMBER.findall(cell, cell.rfind("/"))]


def _told(store: Answering, detail: Detail, **asked: Sequence[NamedNode]) -> Mapping[str, Told]:
    """Group what is told of statements by statement and property."""
    name = "light" if detail == "light" else "statements"
    told: dict[str, dict[str, list[str]]] = {}
    for statement, property_, value in cells(store, part(name, **asked)):
        told.setdefault(statement, {}).setdefault(property_, []).append(value)
    return told


def _expressed(store: Answering, **asked: Sequence[NamedNode]) -> Mapping[str, Mapping[str, Told]]:
    """Group what is told of the positions and demands by the statement that expresses them, thing and property."""
    told: dict[str, dict[str, dict[str, list[str]]]] = {}
    for statement, thing, property_, value in cells(store, part("expressed", **asked)):
        told.setdefault(statement, {}).setdefault(thing, {}).setdefault(property_, []).append(value)
    return told


def _row(
    iri: str, article: Source, told: Told, offsets: set[tuple[int, int]], expressed: Mapping[str, Told], names: Names
) -> Row:
    post = next(iter(_things(told, terms.SPEAKING_AS, names)), None)
    things = [expressed[thing] for thing in sorted(expressed)]
    return Row(
        iri=iri,
        article=article,
        speakers=_things(told, terms.SPEAKER, names),
        post=post,
        post_in=names.post_in(post) if post else None,
        act=_word(told, terms.ACT),
        form=_word(told, terms.FORM),
        status=_word(told, terms.STATUS) or "said",
        about=_things(told, terms.ABOUT, names),
        addressees=_things(told, terms.ADDRESSEE, names),
        media=_things(told, terms.MEDIUM, names),
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
        for holder in _things(told, terms.HOLDER, names):
            shared = _things(told, terms.ON_MATTER, names)
            toward = _things(told, terms.TOWARD, names)
            stance, matter = _word(told, terms.STANCE), _first(told, terms.MATTER)
            sure = _share(told, terms.CONFIDENCE)
            yield Stand(holder, stance, matter, toward, shared[0] if shared else None, sure)


def _wants(things: Iterable[Told], names: Names) -> Iterator[Want]:
    for told in things:
        for by in _things(told, terms.DEMANDED_BY, names):
            of, matter = _things(told, terms.DEMANDED_OF, names), _first(told, terms.MATTER)
            yield Want(by, of, matter, _share(told, terms.CONFIDENCE))


def _share(told: Told, property_: NamedNode) -> float | None:
    sure = _first(told, property_)
    return float(sure) if sure else None


def _things(told: Told, property_: NamedNode, names: Names) -> tuple[Named, ...]:
    found = told.get(_CELLS[property_])
    return names.of_iris(plain(cell) for cell in found if is_iri(cell)) if found else ()


def _first(told: Told, property_: NamedNode) -> str:
    found = told.get(_CELLS[property_])
    if not found:
        return ""
    return plain(found[0]) if len(found) == 1 else min(map(plain, found))


def _word(told: Told, property_: NamedNode) -> str:
    iri = _first(told, property_)
    return _WORDS.get(iri, iri)
