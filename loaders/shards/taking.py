"""Taking shards into a store: many articles at once, as if each had been loaded there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from sayso.graph.actors.names import NAME, refuse_shared
from sayso.graph.edits.articles import Seen, article_state, nearly_same_as, replace_article
from sayso.graph.edits.many_articles import add_articles
from sayso.graph.edits.unread import UnreadArticle, add_unread, takes_unread
from sayso.graph.statements.fresh import Known, prints_of
from sayso.graph.store.predicates import ByPredicate, is_plain
from sayso.graph.store.store import Store
from sayso.loaders.admission import Admitting, Incoming, admitted
from sayso.loaders.batch import BatchOptions, Copy, Report
from sayso.loaders.mapping.article import text_hash
from sayso.loaders.readers.opened import open_file
from sayso.loaders.readers.packed import unpacked
from sayso.loaders.readers.reader import SourceFile
from sayso.loaders.shards.shard_lines import METADATA, ArticleLines, LineReader
from sayso.ontology.errors import RejectedInput
from sayso.ontology.iris import article_iri, article_of, loading_graph
from sayso.ontology.namespaces import ARTICLE_BODY, IDENTIFIER, LABEL
from sayso.ontology.terms import IN_ARTICLE, TEXT_HASH

ENDINGS = (".nq.zst", ".nq.gz", ".nq")
# What is written at once, by the lines that it has: about the million quads that the engine's bulk load writes at once
# itself. In two halves it takes a fifth more.
_AT_ONCE = 256_000_000
_A_LINE = 256


@dataclass(frozen=True, slots=True)
class Shipped:
    """An article as a shard brings it, and what decides whether it is taken; its graph is read already, or not yet."""

    article: NamedNode
    new: Incoming
    graph: set[Quad] | UnreadArticle
    statements: int

    def quads(self) -> set[Quad]:
        """Return the quads of its graph. Raises SyntaxError and ValueError where these are no N-Quads."""
        return self.graph.quads() if isinstance(self.graph, UnreadArticle) else self.graph

    def size(self) -> int:
        """Return about how many bytes its lines have."""
        return len(self.graph.lines) if isinstance(self.graph, UnreadArticle) else len(self.graph) * _A_LINE


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
    taking = _Taking(store, report)
    for one in shipped(paths, store.base):
        try:
            if isinstance(one, RejectedInput):
                raise one
            if one.article in taking.waiting:
                taking.write()
            state = article_state(store, one.new.identifier)
            if not admitted(one.new, state, Admitting(options.replace, options.again)):
                report.unchanged += 1
            elif state is None:
                taking.add(one)
            else:
                replace_article(store, one.new.identifier, one.quads(), one.new.seen)
                report.replaced += 1
                report.statements += one.statements
        except RejectedInput as rejected:
            report.reject(rejected)
        except (SyntaxError, ValueError) as error:
            report.reject(_damaged(one, error))
        on_progress(report)
    taking.write()
    on_progress(report)
    return report


class _Taking:
    """New articles on their way into a store, many at once."""

    def __init__(self, store: Store, report: Report) -> None:
        self.waiting: dict[NamedNode, Shipped] = {}
        self._store, self._report = store, report
        self._size = 0
        self._known: Known | None = None

    def add(self, one: Shipped) -> None:
        """Have an article wait until there are many."""
        self.waiting[one.article] = one
        self._size += one.size()
        if self._size >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write all that wait."""
        unread = [one for one in self.waiting.values() if isinstance(one.graph, UnreadArticle)]
        handed = {one.article for one in unread} if unread and self._handed(unread) else set[NamedNode]()
        rest = self._read([one for one in self.waiting.values() if one.article not in handed])
        loading = loading_graph(self._store.base)
        if rest:
            remembered = {quad for one, _ in rest for quad in one.new.seen.quads(one.article, loading)}
            add_articles(self._store, {one.article: quads for one, quads in rest}, remembered)
            handed.update(one.article for one, _ in rest)
        for one in self.waiting.values():
            if one.article in handed:
                self._tell(one)
        self.waiting.clear()
        self._size = 0

    def _handed(self, unread: list[Shipped]) -> bool:
        """Hand articles to the engine; False where that has to be done quad by quad."""
        if not takes_unread(self._store):
            return False
        self._known = self._known or Known(self._store.engine, self._store.base)
        try:
            add_unread(self._store, [one.graph for one in unread if isinstance(one.graph, UnreadArticle)], self._known)
        except (SyntaxError, ValueError):
            self._known = None
            return False
        return True

    def _read(self, articles: list[Shipped]) -> list[tuple[Shipped, set[Quad]]]:
        found = []
        for one in articles:
            try:
                found.append((one, one.quads()))
            except (SyntaxError, ValueError) as error:
                self._report.reject(_damaged(one, error))
        if found:
            self._known = None  # what comes now it will not know of
        return found

    def _tell(self, one: Shipped) -> None:
        self._report.loaded += 1
        self._report.statements += one.statements
        if others := nearly_same_as(self._store, one.new.identifier):
            self._report.copies.append(Copy(one.new.where, one.new.identifier, others))


def _damaged(one: Shipped | RejectedInput, error: Exception) -> RejectedInput:
    where = one.where if isinstance(one, RejectedInput) else one.new.where
    return RejectedInput(where, f"damaged: no N-Quads ({str(error)[:200]})")


def shipped(paths: Iterable[str], base: str) -> Iterator[Shipped | RejectedInput]:
    """Yield each article of shards as it is read, and a reject in place of what is damaged."""
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
    reader, trusted = LineReader(base), None
    for part in reader.cut(stream):
        if not isinstance(part, ArticleLines):
            yield from _read(part, where, base)
            continue
        unread = reader.checked(part)
        if unread is not None and trusted is None:
            # Whether another release made it, whose fingerprints are others, its first article shows.
            trusted = prints_of(unread.article.article, unread.article.quads()) == unread.article.prints
        if unread is None or not trusted:
            yield from _read(BytesIO(part.own + part.remembered), where, base)
        else:
            seen = Seen(unread.metadata, "")
            new = Incoming(unread.identifier, unread.text_hash, seen, where)
            yield Shipped(unread.article.article, new, unread.article, unread.statements)


def _read(stream: BinaryIO, where: str, base: str) -> Iterator[Shipped | RejectedInput]:
    """Read articles quad by quad."""
    loading = loading_graph(base)

    def graph_of(quad: Quad) -> object:
        if quad.graph_name == loading and isinstance(quad.subject, NamedNode):
            return NamedNode(article_of(quad.subject.value))
        return quad.graph_name

    for article, quads in groupby(parse(stream, format=RdfFormat.N_QUADS), key=graph_of):
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
    metadata = _one(told, article, METADATA)
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
