"""The prefixes that SaySo writes and reads with, and the terms of other vocabularies that its graphs use."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

SAYSO: Final = "https://w3id.org/sayso/ontology#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
SCHEMA: Final = "https://schema.org/"
WIKIDATA: Final = "http://www.wikidata.org/entity/"  # of what a link leads to, no prefix of ours

PREFIXES: Final = MappingProxyType(
    {
        "sayso": SAYSO,
        "rdf": RDF,
        "rdfs": RDFS,
        "owl": OWL,
        "xsd": XSD,
        "skos": SKOS,
        "prov": PROV,
        "oa": OA,
        "org": ORG,
        "foaf": FOAF,
        "dcterms": DCTERMS,
        "schema": SCHEMA,
    }
)

TYPE: Final = NamedNode(RDF + "type")
RDF_STATEMENT: Final = NamedNode(RDF + "Statement")
RDF_SUBJECT: Final = NamedNode(RDF + "subject")
RDF_PREDICATE: Final = NamedNode(RDF + "predicate")
RDF_OBJECT: Final = NamedNode(RDF + "object")
COMMENT: Final = NamedNode(RDFS + "comment")
LABEL: Final = NamedNode(RDFS + "label")
SAME_AS: Final = NamedNode(OWL + "sameAs")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
NOTATION: Final = NamedNode(SKOS + "notation")
PREFERRED_LABEL: Final = NamedNode(SKOS + "prefLabel")
CONCEPT: Final = NamedNode(SKOS + "Concept")
CONCEPT_SCHEME: Final = NamedNode(SKOS + "ConceptScheme")
IN_SCHEME: Final = NamedNode(SKOS + "inScheme")

IDENTIFIER: Final = NamedNode(DCTERMS + "identifier")
TITLE: Final = NamedNode(DCTERMS + "title")
CREATOR: Final = NamedNode(DCTERMS + "creator")
SUBJECT: Final = NamedNode(DCTERMS + "subject")
CREATED: Final = NamedNode(DCTERMS + "created")
IS_REPLACED_BY: Final = NamedNode(DCTERMS + "isReplacedBy")
PUBLISHER: Final = NamedNode(DCTERMS + "publisher")
ISSUED: Final = NamedNode(DCTERMS + "issued")
LANGUAGE: Final = NamedNode(DCTERMS + "language")

NEWS_ARTICLE: Final = NamedNode(SCHEMA + "NewsArticle")
QUOTATION: Final = NamedNode(SCHEMA + "Quotation")
SCHEMA_COUNTRY: Final = NamedNode(SCHEMA + "Country")
URL: Final = NamedNode(SCHEMA + "url")
ARTICLE_BODY: Final = NamedNode(SCHEMA + "articleBody")

AGENT: Final = NamedNode(FOAF + "Agent")
FOAF_PERSON: Final = NamedNode(FOAF + "Person")
FOAF_GROUP: Final = NamedNode(FOAF + "Group")
ORGANIZATION: Final = NamedNode(ORG + "Organization")
POST_CLASS: Final = NamedNode(ORG + "Post")
POST_IN: Final = NamedNode(ORG + "postIn")
MEMBERSHIP: Final = NamedNode(ORG + "Membership")
MEMBER: Final = NamedNode(ORG + "member")
MEMBERSHIP_ORGANIZATION: Final = NamedNode(ORG + "organization")

ACTIVITY: Final = NamedNode(PROV + "Activity")
WAS_GENERATED_BY: Final = NamedNode(PROV + "wasGeneratedBy")
WAS_DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
USED: Final = NamedNode(PROV + "used")

SPECIFIC_RESOURCE: Final = NamedNode(OA + "SpecificResource")
POSITION_SELECTOR: Final = NamedNode(OA + "TextPositionSelector")
QUOTE_SELECTOR: Final = NamedNode(OA + "TextQuoteSelector")
HAS_SOURCE: Final = NamedNode(OA + "hasSource")
HAS_SELECTOR: Final = NamedNode(OA + "hasSelector")
START: Final = NamedNode(OA + "start")
END: Final = NamedNode(OA + "end")
EXACT: Final = NamedNode(OA + "exact")
PREFIX: Final = NamedNode(OA + "prefix")
SUFFIX: Final = NamedNode(OA + "suffix")

XSD_DATE: Final = NamedNode(XSD + "date")
XSD_DATE_TIME: Final = NamedNode(XSD + "dateTime")
XSD_DECIMAL: Final = NamedNode(XSD + "decimal")
XSD_BOOLEAN: Final = NamedNode(XSD + "boolean")
