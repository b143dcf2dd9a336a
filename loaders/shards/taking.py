"""Taking shards into a store: many articles at once, as if each had been loaded there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from sayso.graph.actors.names import NAME, refuse_shared
from sayso.graph.edits.articles import Seen, article_state, nearly_same_as, replace_article
from sayso.graph.edits.many_articles import add_articles
from sayso.graph.store.predicates import ByPredicate, is_plain
from sayso.graph.store.store import Store
from sayso.loaders.admission import Admitting, Incoming, admitted
from sayso.loaders.batch import BatchOptions, Copy, Report
from sayso.loaders.mapping.article import text_hash
from sayso.loaders.readers.opened import open_file
from sayso.loaders.readers.packed import unpacked
from sayso.loaders.readers.reader import SourceFile
from sayso.ontology.errors import RejectedInput
from sayso.ontology.iris import article_iri, loading_graph
from sayso.ontology.namespaces import ARTICLE_BODY, IDENTIFIER, LABEL
from sayso.ontology.terms import IN_ARTICLE, TEXT_HASH

ENDINGS = (".nq.zst", ".nq.gz", ".nq")
_AT_ONCE = 200
_METADATA = NamedNode("urn:sayso:loading:metadata")


@dataclass(frozen=True, slots=True)
class Shipped:
    """An article as a shard brings it: its graph's quads, and what decides whether it is taken."""

    article: NamedNode
    new: Incoming
    quads: set[Quad]
    statements: int


def is_shard(path: str) -> bool:
    """Say whether a path is one of a shard, by its ending."""
    return path.lower().endswith(ENDINGS)


def take_shards(
    paths: Iterable[str],
    store: Store,
    options: BatchOptions,
    on_progress: Callable[[Report], object] = lambda _: None,
    on_reject: Callable[[RejectedInput], object] = lambda _: None,
) -> Report:
    """Load shards; what is there already changes nothing, what was loaded so far stays where a later one is damaged."""
    report = Report(on_reject=on_reject)
    waiting: dict[NamedNode, Shipped] = {}
    for one in _shipped(paths, store.base):
        try:
            if isinstance(one, RejectedInput):
                raise one
            if one.article in waiting:
                _add(store, waiting, report)
            state = article_state(store, one.new.identifier)
            if not admitted(one.new, state, Admitting(options.replace, options.again)):
                report.unchanged += 1
            elif state is None:
                waiting[one.article] = one
            else:
                replace_article(store, one.new.identifier, one.quads, one.new.seen)
                report.replaced += 1
                report.statements += one.statements
        except RejectedInput as rejected:
            report.reject(rejected)
        if len(waiting) == _AT_ONCE:
            _add(store, waiting, report)
        on_progress(report)
    _add(store, waiting, report)
    on_progress(report)
    return report


def _add(store: Store, waiting: dict[NamedNode, Shipped], report: Report) -> None:
    loading = loading_graph(store.base)
    remembered = {quad for one in waiting.values() for quad in one.new.seen.quads(one.article, loading)}
    if waiting:
        add_articles(store, {one.article: one.quads for one in waiting.values()}, remembered)
    for one in waiting.values():
        report.loaded += 1
        report.statements += one.statements
        if others := nearly_same_as(store, one.new.identifier):
            report.copies.append(Copy(one.new.where, one.new.identifier, others))
    waiting.clear()


def _shipped(paths: Iterable[str], base: str) -> Iterator[Shipped | RejectedInput]:
    for path in paths:
        try:
            with open_file(path) as stream:
                ending = Path(path).suffix.lower()
                source = SourceFile(path, Path(path).stem, stream)
                yield from _articles(stream if ending == ".nq" else unpacked(source, ending), path, base)
        except RejectedInput as rejected:
            yield rejected
        except (SyntaxError, ValueError) as error:
            yield RejectedInput(path, f"damaged: no N-Quads ({str(error)[:200]}); what came before is loaded")
        except OSError as error:
            yield RejectedInput(path, f"cannot be read ({error.strerror or error})")


def _articles(stream: BinaryIO, where: str, base: str) -> Iterator[Shipped | RejectedInput]:
    loading = loading_graph(base)

    def article_of(quad: Quad) -> object:
        return quad.subject if quad.graph_name == loading else quad.graph_name

    for article, quads in groupby(parse(stream, format=RdfFormat.N_QUADS), key=article_of):
        found = list(quads)
        try:
            if not isinstance(article, NamedNode):
                raise ValueError("not in the graph of an article")
            yield _checked(article, found, where, base)
        except ValueError as error:
            yield RejectedInput(where, f"{str(article)[:200]}: {error}; make the shard anew")


def _checked(article: NamedNode, found: list[Quad], where: str, base: str) -> Shipped:
    """Return an article of a shard. Raises ValueError where it is not what `make_shard` writes."""
    loading = loading_graph(base)
    told = [quad for quad in found if quad.graph_name == loading]
    own = set(found).difference(told)
    parts = ByPredicate(own)
    if not article.value.startswith(f"{base}article/"):
        raise ValueError(f"no article under {base} (SAYSO_BASE)")
    if not is_plain(own):
        raise ValueError("blank nodes, or triples as terms")
    refuse_shared(parts.of(LABEL, NAME), base)
    identifier, body, hashed = (_one(parts.of(one), article, one) for one in (IDENTIFIER, ARTICLE_BODY, TEXT_HASH))
    if article_iri(identifier, base) != article or text_hash(body) != hashed:
        raise ValueError("its text or its identifier is not the one it was made of")
    metadata = _one(told, article, _METADATA)
    return Shipped(article, Incoming(identifier, hashed, Seen(metadata, ""), where), own, len(parts.of(IN_ARTICLE)))


def _one(quads: Iterable[Quad], article: NamedNode, predicate: NamedNode) -> str:
    values = [
        q.object.value
        for q in quads
        if q.subject == article and q.predicate == predicate and isinstance(q.object, Literal)
    ]
    if len(values) != 1:
        raise ValueError(f"it has no single {predicate.value.rpartition('/')[2]}")
    return values[0]
