"""Reading rows out of a store: some articles at a time, so that memory does not grow with the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from typing import Literal, Protocol

from pyoxigraph import NamedNode

from sayso.graph.dated.narrowing import within
from sayso.graph.statements.rows.cells import ahead, cells, named_cells, plain
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.gathered import Gathered
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.row import Named, Row, Source, Stand, Want
from sayso.graph.store.solutions import Answer, Table, nodes_of, text_of
from sayso.graph.store.solutions import Term as Bound
from sayso.ontology import terms
from sayso.queries.parts.parts import part

_ARTICLES_AT_ONCE = 50
_STATEMENTS_AT_ONCE = 500
_NUMBER = re.compile(r"[0-9]{1,18}")

# What is read of statements: "words" has who says what to whom, of whom and what is meant by it, "light" that but for
# the words, "full" all else too.
type Detail = Literal["full", "words", "light"]
# The tables of what leads to several; what is told once is in one named by the detail.
_LINKS: Mapping[Detail, tuple[str, ...]] = {
    "light": ("links",),
    "words": ("links",),
    "full": ("links", "links-rest"),
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
type StatementOffsets = Mapping[str, set[tuple[int, int]]]


class Answering(Protocol):
    """Whatever answers SPARQL: a store in a folder, or one far away."""

    def query(self, text: str) -> Answer:
        """Answer a query."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is told of some statements, by their cells, and of the positions and demands that they express."""

    articles: Sequence[Source]
    told: Gathered
    expressed: Mapping[str, Sequence[str]]
    offsets: StatementOffsets


def rows(store: Answering, keep: Filter = Filter(), detail: Detail = "full") -> Iterator[Row]:  # noqa: B008
    """Yield every statement that is wanted, the earliest article first, in the order of its words in the article.

    The order depends on nothing but what the store holds. Some 100 articles are in memory at a time.
    """
    names = Names(store)

    def fetched(batch: Sequence[Source]) -> Fetched:
        asked = [NamedNode(article.iri) for article in batch]
        articles = _with_models(store, batch) if detail == "full" else batch
        told = Gathered()
        for name in (f"once-{detail}", "once-expressed"):
            told.add_table(*named_cells(store, part(name, article=asked)))
        for name in _LINKS[detail]:
            told.add(cells(store, part(name, article=asked)))
        expressed: dict[str, list[str]] = {}
        for thing in told.things("matter"):
            for statement in told.values(thing, "wasDerivedFrom"):
                expressed.setdefault(statement, []).append(thing)
        return _fetched(names, Fetched(articles, told, expressed, _offsets(store, detail, article=asked)))

    wanted = within(store, keep.since, keep.until)
    asked = (article for article in filter(keep.of_article, sources(store)) if wanted is None or article.iri in wanted)
    for found in ahead(store, fetched, batched(asked, _ARTICLES_AT_ONCE)):
        yield from filter(keep, _rows(names, found))


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
        homes = sorted({told.first(statement, "inArticle") for statement in told.things("inArticle")})
        found = sources(store, article=nodes_of(homes))
        articles = _with_models(store, found) if detail == "full" else found
        return _fetched(names, Fetched(articles, told, expressed, _offsets(store, detail, statement=asked)))

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


def _fetched(names: Names, found: Fetched) -> Fetched:
    """Learn the names of all that is told of."""
    names.learn_iris(found.told.named())
    return found


def _offsets(store: Answering, detail: Detail, **asked: Sequence[NamedNode]) -> StatementOffsets:
    offsets: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for statement, start, end in cells(store, part("offsets", **asked)) if detail == "full" else ():
        offsets[statement].add((int(plain(start)), int(plain(end))))
    return offsets


def _rows(names: Names, found: Fetched) -> Iterator[Row]:
    known = {article.iri: article for article in found.articles}
    order = {iri: number for number, iri in enumerate(known)}
    told = found.told
    homes = {cell: home for cell in told.things("inArticle") if (home := told.first(cell, "inArticle")) in known}
    nowhere = set[tuple[int, int]]()

    def place(cell: str) -> tuple[int, list[tuple[int, int]], list[int], str]:
        return order[homes[cell]], sorted(found.offsets.get(cell, nowhere)), _numbers(cell), cell

    for cell in sorted(homes, key=place):
        things = sorted(dict.fromkeys(found.expressed.get(cell, ())))
        yield _row(cell, known[homes[cell]], told, found.offsets.get(cell, nowhere), things, names)


def _numbers(cell: str) -> list[int]:
    """Return the numbers at the end of an IRI: there we write where the words stand."""
    return [int(number) for number in _NUMBER.findall(cell, cell.rfind("/"))]


def _row(
    cell: str, article: Source, told: Gathered, offsets: set[tuple[int, int]], things: Sequence[str], names: Names
) -> Row:
    def named(name: str) -> tuple[Named, ...]:
        return names.of_iris(told.iris(cell, name))

    post = next(iter(named("speakingAs")), None)
    return Row(
        iri=plain(cell),
        article=article,
        speakers=named("speaker"),
        post=post,
        post_in=names.post_in(post) if post else None,
        act=told.word(cell, "act"),
        form=told.word(cell, "form"),
        status=told.word(cell, "status") or "said",
        about=named("about"),
        addressees=named("addressee"),
        media=named("medium"),
        words=told.first(cell, "content"),
        cue=told.first(cell, "cue"),
        when=told.first(cell, "when"),
        said_on=told.first(cell, "saidOn"),
        sentence=told.first(cell, "sentence"),
        confidence=told.share(cell, "confidence"),
        speaker_confidence=told.share(cell, "speakerConfidence"),
        act_confidence=told.share(cell, "actConfidence"),
        identity_confidence=told.share(cell, "identityConfidence"),
        offsets=tuple(sorted(offsets)),
        part_of=told.first(cell, "partOf"),
        stands=tuple(_stands(things, told, names)),
        wants=tuple(_wants(things, told, names)),
    )


def _stands(things: Iterable[str], told: Gathered, names: Names) -> Iterator[Stand]:
    for thing in things:
        for holder in names.of_iris(told.iris(thing, "holder")):
            shared = names.of_iris(told.iris(thing, "onMatter"))
            toward = names.of_iris(told.iris(thing, "toward"))
            stance, matter = told.word(thing, "stance"), told.first(thing, "matter")
            sure = told.share(thing, "confidence")
            yield Stand(holder, stance, matter, toward, shared[0] if shared else None, sure)


def _wants(things: Iterable[str], told: Gathered, names: Names) -> Iterator[Want]:
    for thing in things:
        for by in names.of_iris(told.iris(thing, "demandedBy")):
            of, matter = names.of_iris(told.iris(thing, "demandedOf")), told.first(thing, "matter")
            yield Want(by, of, matter, told.share(thing, "confidence"))
