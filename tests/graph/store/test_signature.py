"""Who wrote last stands in the store by the same atomic update as what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from sayso.graph.edits.graph_store import delete_graph
from sayso.graph.edits.updating import update
from sayso.graph.export.rdf import quads as exported
from sayso.graph.store.signature import Signature, signatures, signed_ids
from sayso.graph.store.store import Store
from sayso.ontology.errors import QueryError
from tests.sample import LATER, sample_quads

ME = Signature("1a", "me “\\' }", "2026-11-30T12:00:00.000+00:00", "update")
NEXT = Signature("2b", "you", "2026-11-30T12:00:01.000+00:00", "update")
INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"


def test_what_is_written_carries_who_wrote_it_and_the_last_one_replaces_the_one_before() -> None:
    with Store.in_memory() as store:
        for signature in (ME, NEXT):
            with store.signing(signature):
                store.update(INSERT)
            assert signatures(store.engine) == signature.quads()
            assert signed_ids(store.engine) == {signature.id}
        store.update("INSERT DATA { <urn:a> <urn:p> 2 }")
        assert signatures(store.engine) == NEXT.quads()
        assert not signatures(store.engine) & set(exported(store))


@pytest.mark.parametrize(
    "text",
    [
        f"{INSERT} ;",
        f"{INSERT} ; # and so on",
        f"{INSERT} # }} ;",
        f"{INSERT} ; # one\n# two\r# three",
        f"{INSERT} # one\n; # two",
        f"{INSERT} # one\n# two ;",
        f"PREFIX a: <urn:> {INSERT} ; PREFIX b: <urn:> INSERT DATA {{ b:a b:p '''x # ;\n;''' }} ;\n\n",
        f"{INSERT} ; DROP ALL ; {INSERT}",
        f"DROP ALL ; {INSERT} ; DELETE WHERE {{ GRAPH <https://w3id.org/sayso/id/graph/loading> {{ ?s ?p ?o }} }}",
        f"BASE <http://a/#b> {INSERT} ; CREATE SILENT GRAPH <#c>",
        f"\ufeff{INSERT}",
    ],
)
def test_every_shape_of_an_update_can_be_signed(text: str) -> None:
    with Store.in_memory() as store:
        with store.signing(ME):
            update(store, by="me", text=text)
        assert store.query("ASK { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
        assert signatures(store.engine) == ME.quads()


@pytest.mark.parametrize("text", ["", " ", "# nothing ;", "PREFIX a: <urn:>", "BASE <urn:a> # b\n"])
def test_what_does_nothing_is_signed_by_nobody(text: str) -> None:
    with Store.in_memory() as store:
        with store.signing(ME):
            update(store, by="me", text=text)
        assert not signatures(store.engine)


@pytest.mark.parametrize("text", ["INSERT DATA { <urn:a> <urn:p> 1", "INSERT DATA { <urn:a> <urn:p> 'x }", "DROP"])
def test_what_is_no_update_does_not_become_one(text: str) -> None:
    with Store.in_memory() as store:
        with store.signing(ME), pytest.raises(QueryError, match="line 1, column"):
            store.update(text)
        assert not signatures(store.engine)


def test_many_triples_carry_it_too(folder: Path) -> None:
    with Store.open(folder) as store:
        with store.signing(ME):
            store.fill(NamedNode("urn:g"), b'<urn:a> <urn:p> "1 }" .\n_:b <urn:p> "2"@en .\n')
        assert signatures(store.engine) == ME.quads()
        assert len(list(store.quads(NamedNode("urn:g")))) == 2


def test_an_article_and_its_graph_go_in_one_write() -> None:
    with Store.in_memory() as store:
        store.apply([], sample_quads())
        article = next(
            quad.subject for quad in store.engine if quad.object.value == LATER.id and quad.subject == quad.graph_name
        )
        store.update(f"INSERT DATA {{ GRAPH {article} {{ <urn:a> <urn:p> 1 }} }}")
        texts: list[str] = []
        store._signed = texts.append  # type: ignore[assignment, method-assign]
        with pytest.raises(TypeError):
            delete_graph(store, by="me", graph=article.value)
        assert len(texts) == 1
        assert "DELETE DATA" in texts[0]
        assert f"DROP SILENT GRAPH {article}" in texts[0]
