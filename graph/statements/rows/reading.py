"""Reading rows out of a store: some articles at a time, so that memory does not grow with the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import batched
from typing import Literal, Protocol

from pyoxigraph import NamedNode

from sayso.graph.dated.narrowing import within
from sayso.graph.statements.rows.assembling import Fetched, StatementOffsets, assembled
from sayso.graph.statements.rows.cells import UnreadTable, ahead, cells, cells_of, named_cells, plain, unread
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.gathered import Gathered, first_cell
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.once import told_once
from sayso.graph.statements.rows.row import Row, Source
from sayso.graph.store.solutions import Answer, Table, nodes_of, text_of
from sayso.graph.store.solutions import Term as Bound
from sayso.ontology import terms
from sayso.queries.parts.parts import part

_ARTICLES_AT_ONCE = 50
_STATEMENTS_AT_ONCE = 500
# Of more articles, the engine reads all as fast as it looks these up.
_ARTICLES_NAMED = 2_000

# What is read of statements: "words" has who says what to whom, of whom and what is meant by it, "light" that but for
# the words, "full" all else too.
type Detail = Literal["full", "words", "light"]
# The tables of which it is put together; what is told once of a statement is in the first.
_TABLES: Mapping[Detail, tuple[str, ...]] = {
    "light": ("once-light", "once-expressed", "links"),
    "words": ("once-words", "once-expressed", "links"),
    "full": ("once-full", "once-expressed", "links", "links-rest", "models", "offsets-whole"),
}
_LIGHT = (
    terms.IN_ARTICLE, terms.SPEAKER, terms.ABOUT, terms.ADDRESSEE, terms.ACT, terms.FORM, terms.STATUS, terms.SAID_ON,
    terms.CONFIDENCE,
)  # fmt: skip
_WORDS = (*_LIGHT, terms.CONTENT, terms.SENTENCE)
_FULL = (
    *_WORDS, terms.MEDIUM, terms.SPEAKING_AS, terms.CUE, terms.WHEN, terms.PART_OF,
    terms.SPEAKER_CONFIDENCE, terms.ACT_CONFIDENCE, terms.IDENTITY_CONFIDENCE,
)  # fmt: skip
# The same of single statements.
_PROPERTIES: Mapping[Detail, tuple[NamedNode, ...]] = {"light": _LIGHT, "words": _WORDS, "full": _FULL}
# What is told once of them, all of it.
_ONCE = (
    "inArticle", "act", "form", "status", "saidOn", "confidence", "content", "sentence", "cue", "when", "partOf",
    "speakerConfidence", "actConfidence", "identityConfidence",
)  # fmt: skip


class Answering(Protocol):
    """Whatever answers SPARQL: a store in a folder, or one far away."""

    def query(self, text: str) -> Answer:
        """Answer a query."""
        ...


def rows(store: Answering, keep: Filter = Filter(), detail: Detail = "full") -> Iterator[Row]:  # noqa: B008
    """Yield every statement that is wanted, the earliest article first, in the order of its words in the article.

    The order depends on nothing but what the store holds. Some 100 articles are in memory at a time.
    """
    names = Names(store)

    def read(batch: Sequence[Source]) -> tuple[Sequence[Source], dict[str, UnreadTable]]:
        asked = [NamedNode(article.iri) for article in batch]
        return batch, {name: unread(store, part(name, article=asked)) for name in _TABLES[detail]}

    asked = filter(keep.of_article, _sources_within(store, keep.since, keep.until))
    for batch, tables in ahead(store, read, batched(asked, _ARTICLES_AT_ONCE)):
        yield from filter(keep, assembled(names, _fetched(names, batch, tables)))


def rows_of(store: Answering, names: Names, statements: Iterable[str], detail: Detail = "full") -> Iterator[Row]:
    """Yield these statements, by IRI, some hundreds at a time, and of these the earliest article first."""

    def fetched(batch: Sequence[str]) -> Fetched:
        asked = [*nodes_of(batch)]
        told = Gathered()
        told.add(cells(store, part("statements", statement=asked, property=_PROPERTIES[detail])))
        expressed: dict[str, list[str]] = {}
        for statement, *one in cells(store, part("expressed", statement=asked)):
            told.add([one])
            expressed.setdefault(statement, []).append(one[0])
        single = [_single(told, statement) for statement in told.things("inArticle")]
        once = told_once(_ONCE, single)
        found = sources(store, article=nodes_of(sorted(set(once.homes))))
        offsets: StatementOffsets = {}
        if detail == "full":
            found = _with_models(found, cells(store, part("models", article=nodes_of(source.iri for source in found))))
            offsets = _offsets(cells(store, part("offsets", statement=asked)))
        names.learn_cells(told.named)
        return Fetched(found, once, told, expressed, offsets)

    for found in ahead(store, fetched, batched(statements, _STATEMENTS_AT_ONCE)):
        yield from assembled(names, found)


def _sources_within(store: Answering, since: str, until: str) -> list[Source]:
    """List the articles that may have a statement between two days, the earliest first."""
    wanted = within(store, since, until)
    if wanted is not None and len(wanted) <= _ARTICLES_NAMED:
        return sources(store, article=nodes_of(sorted(wanted))) if wanted else []
    return [article for article in sources(store) if wanted is None or article.iri in wanted]


def sources(store: Answering, **articles: Iterable[NamedNode]) -> list[Source]:
    """List the articles, or those given, the earliest first, those without a date before all."""
    found = (_source(*map(text_of, row)) for row in table(store, part("articles", **articles)))
    # Where an article is told two titles, the last will do, but it is one article.
    return list({source.iri: source for source in found}.values())


def _source(
    iri: str, identifier: str, title: str = "", source: str = "", url: str = "", issued: str = "", language: str = ""
) -> Source:
    return Source(iri, identifier, title, source, url, issued, language)


def table(store: Answering, text: str) -> tuple[tuple[Bound | None, ...], ...]:
    """Answer a SELECT. Raises TypeError for any other query: that is a mistake of ours."""
    answer = store.query(text)
    if not isinstance(answer, Table):
        raise TypeError("no SELECT")
    return answer.rows


def _fetched(names: Names, articles: Sequence[Source], tables: Mapping[str, UnreadTable]) -> Fetched:
    """Take tables apart, and learn the names of all that they lead to."""
    told, expressed = Gathered(), dict[str, list[str]]()
    told.add_table(*named_cells(tables["once-expressed"]))
    for name in ("links", "links-rest"):
        told.add(cells_of(tables[name]) if name in tables else ())
    for thing in told.things("matter"):
        for statement in told.of(thing).get("wasDerivedFrom", ()):
            expressed.setdefault(statement, []).append(thing)
    names.learn_cells(told.named)
    once = told_once(*named_cells(next(iter(tables.values()))))
    if "models" not in tables:
        return Fetched(articles, once, told, expressed, {})
    with_models = _with_models(articles, cells_of(tables["models"]))
    return Fetched(with_models, once, told, expressed, _offsets(cells_of(tables["offsets-whole"])))


def _single(told: Gathered, statement: str) -> list[str]:
    """Return a statement and what is told once of it, as a row of cells."""
    of = told.of(statement)
    return [statement, *(first_cell(of, name) for name in _ONCE)]


def _with_models(articles: Sequence[Source], rows: Iterable[Sequence[str]]) -> list[Source]:
    """Return articles with the names of the software and models that read them."""
    models: defaultdict[str, set[str]] = defaultdict(set)
    for article, method in rows:
        models[plain(article)].add(plain(method))
    return [replace(article, model="; ".join(sorted(models[article.iri]))) for article in articles]


def _offsets(rows: Iterable[Sequence[str]]) -> StatementOffsets:
    offsets: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for statement, start, end in rows:
        offsets[statement].add((int(plain(start)), int(plain(end))))
    return {statement: tuple(sorted(places)) for statement, places in offsets.items()}
