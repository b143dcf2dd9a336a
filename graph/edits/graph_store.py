"""Graphs written as a whole, as the Graph Store Protocol asks: RDF in, each request one atomic write."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from sayso.graph.edits.articles import drop_article
from sayso.graph.store.named_graphs import absent, named
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import article_iri, ontology_graph
from sayso.ontology.namespaces import IDENTIFIER

MULTIPART = "multipart/form-data"
# From here on the engine's bulk loader is the faster one, three times and more.
_MANY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class GraphPart:
    """RDF as it came: a graph's worth, in the format that its media type names."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class GraphWritten:
    """That a graph was written, and whether it is a new one."""

    created: bool


def write_graph(store: Store, *, by: str, graph: str | None, body: str, media_type: str, replace: bool) -> GraphWritten:
    """Put triples into a graph, in the place of what it holds or beside it; say whether the graph is new.

    `graph` is None for the default graph: what stands in no named graph. `body` is base64, of RDF or of a form
    (`multipart/form-data`) whose parts are RDF. Blank nodes become new ones. Raises UsageError for RDF that cannot be
    read, or a graph that is not to be written.
    """
    node = writable(store, graph)
    created = node is not None and not store.engine.contains_named_graph(node)
    parts = parts_of(GraphPart(base64.b64decode(body), media_type))
    block = b"".join(_block(part, graph, own=graph is not None and graph.startswith(store.base)) for part in parts)
    if created and node is not None and len(block) >= _MANY_BYTES:
        store.fill(node, block)
    else:
        store.run(_update(node, block.decode(), replace=replace and not created))
    return GraphWritten(created)


def _update(node: NamedNode | None, block: str, *, replace: bool) -> str:
    target = "DEFAULT" if node is None else f"GRAPH {node}"
    operations = [f"DROP SILENT {target}"] if replace else []
    if node is None:
        return " ;\n".join([*operations, f"INSERT DATA {{\n{block}}}"])
    return " ;\n".join([*operations, f"CREATE SILENT {target}", f"INSERT DATA {{ {target} {{\n{block}}} }}"])


def delete_graph(store: Store, *, by: str, graph: str | None) -> None:
    """Take a graph out of the store; with an article's goes what it alone told. Raises NotFoundError where none is."""
    node = writable(store, graph)
    if node is None:
        store.run("DROP SILENT DEFAULT")
        return
    if not store.engine.contains_named_graph(node):
        raise absent(node.value)
    drop = f"DROP SILENT GRAPH {node}"
    if not _drop_article(store, node, drop):
        store.run(drop)


def writable(store: Store, graph: str | None) -> NamedNode | None:
    """Return a graph's name. Raises UsageError where it is no IRI, or the ontology's, which belongs to the release."""
    node = None if graph is None else named(graph)
    if node == ontology_graph(store.base):
        raise UsageError("the ontology's graph is that of this release; put words of your own into another graph")
    return node


def format_of(media_type: str) -> RdfFormat:
    """Return the format of a media type. Raises UsageError where none is known."""
    found = RdfFormat.from_media_type(media_type)
    if found is None:
        raise UsageError(f"{media_type or 'no media type'!r}: this is no format of RDF that is read here")
    return found


def parts_of(part: GraphPart) -> list[GraphPart]:
    """Return the parts of a form, and anything else as the only part of itself."""
    if part.media_type.partition(";")[0].strip().lower() != MULTIPART:
        return [part]
    message = message_from_bytes(f"Content-Type: {part.media_type}\r\n\r\n".encode() + part.body)
    if not message.is_multipart():
        raise UsageError("the form cannot be read: it has no parts")
    inner = (one for one in message.walk() if one is not message)
    return [GraphPart(_payload(one.get_payload(decode=True)), str(one.get("Content-Type", ""))) for one in inner]


def _drop_article(store: Store, node: NamedNode, drop: str) -> bool:
    """Drop what an article contributed to other graphs, and its own by the update `drop`; say whether it is one."""
    for quad in list(store.engine.quads_for_pattern(node, IDENTIFIER, None, node)):
        # A blank node, which no article of ours holds, is a ValueError: then the graph alone goes.
        if isinstance(quad.object, Literal) and article_iri(quad.object.value, store.base) == node:
            with contextlib.suppress(ValueError):
                return drop_article(store, quad.object.value, then=drop)
    return False


def _payload(payload: object) -> bytes:
    if not isinstance(payload, bytes):
        raise UsageError("the form cannot be read: a part of it has parts of its own")
    return payload


def _block(part: GraphPart, base_iri: str | None, *, own: bool) -> bytes:
    format_ = format_of(part.media_type)
    try:
        quads = parse(part.body, format=format_, base_iri=base_iri, without_named_graphs=True, rename_blank_nodes=True)
        triples = (quad.triple for quad in quads)
        return serialize(_named_only(triples) if own else triples, format=RdfFormat.N_TRIPLES) or b""
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"the body is no {format_.name}: {error}") from error


def _named_only(triples: Iterable[Triple]) -> Iterator[Triple]:
    for triple in triples:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            raise ValueError("SaySo's own graphs hold no blank nodes; give each node an IRI")
        yield triple
