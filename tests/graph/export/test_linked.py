"""JSON-LD, schema.org claims and FollowTheMoney entities."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.namespace import SDO

from sayso.graph.export.claims import Claims
from sayso.graph.export.ftm import Ftm
from sayso.graph.export.jsonld import JsonLd, compact
from sayso.graph.export.rdf import quads
from sayso.graph.statements.rows.dataset import Whole
from sayso.graph.statements.rows.reading import rows
from sayso.graph.statements.rows.row import Named, Row, Source
from sayso.graph.store.store import Store
from sayso.ontology.namespaces import TYPE
from tests.sample import sample_quads

ROW = Row(
    "urn:s",
    Source("urn:a", "a", title="Title", source="Post", url="https://example.org/", issued="2024-03-05"),
    speakers=(Named("Ann", "urn:ann", "Person"),),
    act="deny",
    form="direct",
    about=(Named("Ruritania", "https://w3id.org/sayso/id/country/RU", "Country"), Named("Ann", "urn:ann", "Person")),
    words="No.",
    sentence="“No.”",
)


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


def claims(*several: Row) -> dict[str, Any]:
    output = io.BytesIO()
    Claims().write(several, output)
    found: dict[str, Any] = json.loads(output.getvalue())
    return found


def entities(*several: Row) -> list[dict[str, Any]]:
    output = io.BytesIO()
    Ftm().write(several, output)
    return [json.loads(line) for line in output.getvalue().decode().split("\n") if line]


def test_json_ld_says_what_n_quads_say(sample: Store) -> None:
    output = io.BytesIO()
    JsonLd().write(Whole(sample), output)
    found = set(ox.parse(output.getvalue(), format=ox.RdfFormat.JSON_LD))
    assert found == set(quads(sample))
    assert '"sayso:act": [{"@id": "https://w3id.org/sayso/act/deny"}]' in output.getvalue().decode()


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/sayso/ontology#act", "sayso:act"),
        ("http://purl.org/dc/terms/title", "dcterms:title"),
        ("https://schema.org/a/b", "https://schema.org/a/b"),
        ("http://purl.org/dc/terms/", "http://purl.org/dc/terms/"),
        ("urn:x", "urn:x"),
    ],
)
def test_compact(iri: str, short: str) -> None:
    assert compact(iri) == short


# rdflib's own parser of JSON-LD warns of rdflib's own class.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_claims_are_rdf_in_terms_of_schema_org(sample: Store) -> None:
    told = claims(*rows(sample))
    assert told["@context"] == "https://schema.org"
    # Its context is not at hand without a network; for these terms it is no more than the vocabulary.
    local = json.dumps({**told, "@context": {"@vocab": str(SDO)}})
    found = [quad.triple for quad in ox.parse(local, format=ox.RdfFormat.JSON_LD)]
    assert len(Graph().parse(data=local, format="json-ld")) == len(set(found))
    types = [str(o.value) for _, p, o in found if p == TYPE and isinstance(o, ox.NamedNode)]
    assert types.count(str(SDO.Claim)) == 6
    assert types.count(str(SDO.Quotation)) == 2
    known = {str(term) for term in dir(SDO)} | {str(SDO[name]) for name in SDO.__annotations__}
    used = {predicate.value for _, predicate, _ in found if predicate != TYPE} | set(types)
    assert used <= known


def test_a_claim() -> None:
    (claim,) = claims(ROW)["@graph"]
    assert claim["@type"] == ["Claim", "Quotation"]
    assert (claim["text"], claim["description"]) == ("No.", "“No.”")
    assert claim["author"] == [{"@type": "Person", "@id": "urn:ann", "name": "Ann"}]
    assert claim["appearance"]["publisher"] == {"@type": "Organization", "name": "Post"}
    assert "dateCreated" not in claim


# Of followthemoney 4.11: the properties that are used, with what they may point to.
SCHEMA = {
    "Person": {"name": None, "country": None},
    "Organization": {"name": None, "country": None},
    "PublicBody": {"name": None, "country": None},
    "LegalEntity": {"name": None, "country": None},
    "Article": dict.fromkeys(["title", "name", "publisher", "sourceUrl", "publishedAt"]),
    "Event": dict.fromkeys(["name", "date", "summary", "description", "recordId", "publisher", "sourceUrl", "keywords"])
    | {"organizer": "actor", "involved": "actor", "proof": "Article"},
    "UnknownLink": dict.fromkeys(["role", "date", "summary", "description", "recordId", "publisher", "sourceUrl"])
    | {"subject": "actor", "object": "actor", "proof": "Article"},
}
ACTORS = {"Person", "Organization", "PublicBody", "LegalEntity"}


def test_entities_keep_to_the_model(sample: Store) -> None:
    found = entities(*rows(sample), ROW)
    schemata = {entity["id"]: entity["schema"] for entity in found}
    assert len(schemata) == len(found)
    for entity in found:
        assert entity["properties"]
        for name, values in entity["properties"].items():
            target = SCHEMA[entity["schema"]][name]
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if target:
                assert {schemata[value] for value in values} <= (ACTORS if target == "actor" else {target})


def test_an_entity_each() -> None:
    found = entities(ROW, replace(ROW, iri="urn:other"))
    schemata = [entity["schema"] for entity in found]
    assert schemata == ["Person", "PublicBody", "Article", "Event", "UnknownLink", "Event", "UnknownLink"]
    assert found[1]["properties"]["country"] == ["ru"]
    assert found[3]["properties"]["name"] == ["Ann (deny): No."]
    assert found[4]["properties"]["date"] == ["2024-03-05"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_words_are_json(words: str) -> None:
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    row = Row("urn:s", Source("urn:a", "a"), words=words, act="state")
    assert len(entities(row)) == 2
    (claim,) = claims(row)["@graph"]
    if whole == words:
        assert claim.get("text", "") == words
