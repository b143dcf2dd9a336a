"""The service description at the bare endpoint: what is served, in which formats, with queries to begin with."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from sayso.api.service.engine import Engine
from sayso.api.service.snapshot_counts import CLASSES, PROPERTIES, Counted, Counting
from sayso.api.service.sparql.negotiation import TRIPLES, choose, media_type
from sayso.graph.workers.job import TRIPLES as WRITTEN
from sayso.ontology.errors import NotAcceptableError
from sayso.ontology.namespaces import COMMENT, LABEL, PREFIXES, SAYSO, SCHEMA, TITLE, TYPE
from sayso.queries.catalogue import bind, get, names

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
SH = "http://www.w3.org/ns/shacl#"
FORMATS = "http://www.w3.org/ns/formats/"

_RESULT_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF_FORMATS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")
_PREFIXED = frozenset({"turtle", "trig", "rdfxml", "n3"})


async def well_known(request: Request) -> Response:
    """Answer `/.well-known/void`, where clients look for a description first. Raises as `describe`."""
    return await describe(request, request.app.state.engine)


async def describe(request: Request, engine: Engine) -> Response:
    """Describe the service in the RDF format that the client likes best; a browser gets Turtle.

    Raises NotAcceptableError where the client takes none, and as `Engine.snapshot` does.
    """
    accept = request.headers.get("accept")
    format_ = choose(accept, TRIPLES) or ("turtle" if "html" in (accept or "") else None)
    if format_ is None:
        raise NotAcceptableError("the service describes itself in RDF: Turtle, N-Triples, RDF/XML, JSON-LD and others")
    path = request.url.path.removesuffix("/.well-known/void")
    endpoint = str(
        request.url.replace(path=path if path.endswith(("/sparql", "/sparql/")) else f"{path}/sparql", query="")
    )
    prefixes = {**PREFIXES, "sd": SD, "void": VOID, "sh": SH} if format_ in _PREFIXED else None
    counting: Counting = request.app.state.counting
    told = [*description(endpoint, engine.base, writable=bool(request.app.state.keys))]
    told += _counted(endpoint, await counting.soon(CLASSES), await counting.soon(PROPERTIES))
    body = ox.serialize(told, format=WRITTEN[format_], prefixes=prefixes)
    headers = {"Content-Type": media_type(format_, TRIPLES), "Vary": "Accept"}
    return Response(body or b"", headers=headers)


def description(endpoint: str, base: str, *, writable: bool = False) -> Iterator[ox.Triple]:
    """Yield the description of the service at `endpoint`: SPARQL service description, VoID and example queries.

    `writable` tells of updates, which go to an address of their own and need a key.
    """
    service, address = ox.NamedNode(f"{endpoint}#service"), ox.NamedNode(endpoint)
    dataset, default = ox.NamedNode(f"{endpoint}#dataset"), ox.NamedNode(f"{endpoint}#union")

    def told(subject: ox.NamedNode, predicate: str, object_: str | ox.NamedNode) -> ox.Triple:
        node = ox.NamedNode(object_) if isinstance(object_, str) else object_
        return ox.Triple(subject, ox.NamedNode(predicate), node)

    yield ox.Triple(service, TYPE, ox.NamedNode(SD + "Service"))
    yield told(service, SD + "endpoint", address)
    yield told(service, SD + "supportedLanguage", SD + "SPARQL11Query")
    yield told(service, SD + "feature", SD + "UnionDefaultGraph")
    if writable:
        update = ox.NamedNode(f"{endpoint.rstrip('/')}/update#service")
        yield ox.Triple(update, TYPE, ox.NamedNode(SD + "Service"))
        yield told(update, SD + "endpoint", f"{endpoint.rstrip('/')}/update")
        yield told(update, SD + "supportedLanguage", SD + "SPARQL11Update")
        yield told(update, SD + "defaultDataset", dataset)
    for name in (*_RESULT_FORMATS, *_RDF_FORMATS):
        yield told(service, SD + "resultFormat", FORMATS + name)
    yield told(service, SD + "defaultDataset", dataset)
    yield ox.Triple(dataset, TYPE, ox.NamedNode(SD + "Dataset"))
    yield ox.Triple(dataset, TYPE, ox.NamedNode(VOID + "Dataset"))
    yield told(dataset, VOID + "sparqlEndpoint", address)
    yield told(dataset, SD + "defaultGraph", default)
    yield ox.Triple(default, TYPE, ox.NamedNode(SD + "Graph"))
    comment = (
        "The default graph is the union of all named graphs: one for each article, one for the actors, and others. "
        "No triple stands in two of them, so that each counts once; what you put into a graph of your own counts too."
    )
    yield ox.Triple(default, COMMENT, ox.Literal(comment))
    yield ox.Triple(dataset, TITLE, ox.Literal("SaySo: who said what about whom"))
    yield ox.Triple(dataset, ox.NamedNode(VOID + "uriSpace"), ox.Literal(base))
    for vocabulary in (SAYSO, *(iri for prefix, iri in PREFIXES.items() if prefix in ("prov", "oa", "org", "skos"))):
        yield told(dataset, VOID + "vocabulary", vocabulary)
    yield from _examples(endpoint, address)


def _counted(endpoint: str, classes: Counted | None, properties: Counted | None) -> Iterator[ox.Triple]:
    dataset = ox.NamedNode(f"{endpoint}#dataset")

    def counted(subject: ox.NamedNode, name: str, number: int) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(VOID + name), ox.Literal(number))

    if properties is not None:
        yield counted(dataset, "triples", sum(properties.values()))
        yield counted(dataset, "properties", len(properties))
    if classes is not None:
        yield counted(dataset, "classes", len(classes))
    for partition, term, number, parts in (
        ("classPartition", "class", "entities", classes),
        ("propertyPartition", "property", "triples", properties),
    ):
        for place, (iri, count) in enumerate((parts or {}).items()):
            node = ox.NamedNode(f"{endpoint}#{term}-{place}")
            yield ox.Triple(dataset, ox.NamedNode(VOID + partition), node)
            yield ox.Triple(node, ox.NamedNode(VOID + term), ox.NamedNode(iri))
            yield counted(node, number, count)


def _examples(endpoint: str, address: ox.NamedNode) -> Iterator[ox.Triple]:
    for name in names():
        query = get(name)
        node = ox.NamedNode(f"{endpoint}#query-{name}")
        for class_ in ("SPARQLExecutable", "SPARQLSelectExecutable"):
            yield ox.Triple(node, TYPE, ox.NamedNode(SH + class_))
        yield ox.Triple(node, LABEL, ox.Literal(name))
        yield ox.Triple(node, COMMENT, ox.Literal(query.title))
        yield ox.Triple(node, ox.NamedNode(SH + "select"), ox.Literal(bind(query, {})))
        yield ox.Triple(node, ox.NamedNode(SCHEMA + "target"), address)
