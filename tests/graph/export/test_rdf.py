import io

import pyoxigraph as ox
import pytest
from rdflib import Graph

from sayso.graph.answers.statistics import statistics
from sayso.graph.answers.validation import violations
from sayso.graph.export.rdf import FORMATS, ExportFormat, export
from sayso.graph.store.store import Store
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from tests.said import extract_said

TEXTS = {
    "a": "Ann Lee said the bridge is safe. Lee said it will open soon.",
    "b": "Bob Ray said “quotes” and \\ back\tslashes.\r\nAnn Lee said nothing new.",
    "c": "<b>Ann Lee said 漢字 and \U0001f600 are fine.",
}


def filled(order: str = "abc") -> Store:
    """A store with the three articles, loaded in this order."""
    store = Store.in_memory()
    documents = [Document(name, TEXTS[name], title=name.upper(), origin=f"{name}.txt") for name in order]
    report = load(documents, store, extract_said)
    assert report.loaded == len(order)
    return store


def written(store: Store, format: ExportFormat) -> bytes:
    """The export as bytes."""
    output = io.BytesIO()
    export(store, output, format)
    return output.getvalue()


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_loading_does_not_show(format: ExportFormat) -> None:
    assert len({written(filled(order), format) for order in ("abc", "bca", "cab", "cba", "bac", "acb")}) == 1


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_an_export_loads_into_the_same_quads(format: ExportFormat) -> None:
    text = written(filled(), format)
    quads = set(ox.parse(text, format=FORMATS[format]))
    assert quads == set(ox.parse(written(filled(), "nquads"), format=ox.RdfFormat.N_QUADS))
    assert len(quads) == statistics(filled()).triples


def test_turtle_is_the_union_of_the_graphs() -> None:
    quads = ox.parse(written(filled(), "nquads"), format=ox.RdfFormat.N_QUADS)
    triples = [quad.triple for quad in ox.parse(written(filled(), "turtle"), format=ox.RdfFormat.TURTLE)]
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in quads}


def test_rdflib_reads_the_turtle() -> None:
    text = written(filled(), "turtle")
    assert len(Graph().parse(data=text, format="turtle")) == sum(1 for _ in ox.parse(text, format=FORMATS["turtle"]))


def test_turtle_and_trig_have_prefixes() -> None:
    for format in ("turtle", "trig"):
        assert b"@prefix sayso: <https://w3id.org/sayso/ontology#>" in written(filled(), format)


def test_statistics_count_what_is_there() -> None:
    found = statistics(filled())
    assert found.counts["articles"] == 3
    assert found.counts["statements"] == 5
    assert found.counts["persons"] == 3
    assert found.methods == {"said 1": 3}


def test_what_is_loaded_conforms_to_the_shapes() -> None:
    assert violations(filled()) == []


def test_what_breaks_a_shape_is_told_with_its_place() -> None:
    store = filled()
    (statement,) = list(
        store.query('SELECT ?s { ?s a sayso:Statement ; sayso:content "the bridge is safe" }').records()
    )
    node = ox.NamedNode(statement["s"])
    for quad in list(store.engine.quads_for_pattern(node, ox.NamedNode("https://w3id.org/sayso/ontology#act"), None)):
        store.apply([quad], [])
    found = violations(store)
    assert {violation.focus for violation in found} == {node.value}
    assert any(violation.path.endswith("#act") for violation in found)
