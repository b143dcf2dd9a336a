"""The Turtle files: they parse, they are complete, and they agree with the constants."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from sayso.ontology import terms
from sayso.ontology.files import ontology_quads, turtle
from sayso.ontology.iris import ontology_graph
from sayso.ontology.namespaces import NOTATION

SCHEMES = {
    terms.ACT_SCHEME: terms.ACTS,
    terms.FORM_SCHEME: terms.FORMS,
    terms.STATUS_SCHEME: terms.STATUSES,
    terms.STANCE_SCHEME: terms.STANCES,
}


def constants() -> set[str]:
    found = {value.value for value in vars(terms).values() if isinstance(value, NamedNode)}
    return found | {concept.value for words in SCHEMES.values() for concept in words.values()}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=turtle(), format="turtle")


def defined(ontology: Graph) -> set[str]:
    return {str(term) for term in ontology.subjects(RDFS.isDefinedBy, None)}


def test_both_parsers_read_the_same_triples(ontology: Graph) -> None:
    ours = list(ontology_quads())
    assert len(ours) == len(ontology)
    assert {quad.graph_name for quad in ours} == {ontology_graph()}
    assert all(isinstance(quad.subject, NamedNode) for quad in ours), "a blank node would change with each load"
    assert all(isinstance(quad.object, NamedNode | Literal) for quad in ours)


def test_constants_are_the_terms_that_the_turtle_defines(ontology: Graph) -> None:
    assert constants() == defined(ontology)


def test_every_subject_is_a_term(ontology: Graph) -> None:
    assert {str(subject) for subject in ontology.subjects()} == defined(ontology)


@pytest.mark.parametrize("term", sorted(constants()))
def test_a_term_has_label_comment_and_example(ontology: Graph, term: str) -> None:
    node = URIRef(term)
    assert len(list(ontology.objects(node, RDFS.label))) == 1
    assert len(list(ontology.objects(node, RDFS.comment))) == 1
    assert list(ontology.objects(node, SKOS.example))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.value.rpartition("/")[2])
def test_a_concept_has_one_notation_and_a_definition(ontology: Graph, scheme: NamedNode) -> None:
    members = set(ontology.subjects(SKOS.inScheme, URIRef(scheme.value)))
    assert {str(member) for member in members} == {concept.value for concept in SCHEMES[scheme].values()}
    for word, concept in SCHEMES[scheme].items():
        node = URIRef(concept.value)
        assert [str(value) for value in ontology.objects(node, SKOS.notation)] == [word]
        assert list(ontology.objects(node, SKOS.definition))
        assert list(ontology.objects(node, SKOS.prefLabel))


def test_an_act_says_which_code_of_plover_or_cameo_is_near(ontology: Graph) -> None:
    for concept in terms.ACTS.values():
        notes = " ".join(str(note) for note in ontology.objects(URIRef(concept.value), SKOS.note))
        assert "PLOVER" in notes
        assert "CAMEO" in notes


def test_notations_are_plain_strings() -> None:
    notations = [quad.object for quad in ontology_quads() if quad.predicate == NOTATION]
    assert len(notations) == sum(map(len, SCHEMES.values()))
    assert all(value == Literal(value.value) for value in notations if isinstance(value, Literal))


def test_links_to_other_vocabularies_are_stated(ontology: Graph) -> None:
    prov, schema = "http://www.w3.org/ns/prov#", "https://schema.org/"
    for term, link, other in (
        (terms.SPEAKER, RDFS.subPropertyOf, prov + "wasAttributedTo"),
        (terms.ABOUT, RDFS.subPropertyOf, schema + "about"),
        (terms.IN_ARTICLE, RDFS.subPropertyOf, prov + "wasQuotedFrom"),
        (terms.ARTICLE, RDFS.subClassOf, schema + "NewsArticle"),
        (terms.PERSON, RDFS.subClassOf, "http://xmlns.com/foaf/0.1/Person"),
        (terms.ORGANISATION, RDFS.subClassOf, "http://www.w3.org/ns/org#Organization"),
        (terms.COUNTRY, RDFS.subClassOf, schema + "Country"),
    ):
        assert (URIRef(term.value), link, URIRef(other)) in ontology


def test_properties_are_of_one_kind(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        assert (term, RDF.type, OWL.ObjectProperty) not in ontology
    assert (URIRef(terms.ONTOLOGY.value), DCTERMS.license, None) in ontology


def test_quads_are_the_same_each_time() -> None:
    first: list[Quad] = list(ontology_quads())
    assert first == list(ontology_quads())
