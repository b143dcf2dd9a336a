"""What an assistant has to know of the graph: its words, from the ontology itself, and the named questions."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from sayso.api.assistant.answers import Told, answer
from sayso.ontology import files
from sayso.ontology.namespaces import PREFIXES
from sayso.ontology.vocabulary import ACTS, FORMS, STANCES
from sayso.queries.catalogue import get, names

_EXAMPLES: Final = (
    (
        "who speaks most",
        "SELECT ?name (COUNT(?s) AS ?n) { ?s sayso:speaker [ rdfs:label ?name ] } "
        "GROUP BY ?name ORDER BY DESC(?n) LIMIT 20",
    ),
    (
        "what is denied, with the sentence",
        'SELECT ?who ?words ?sentence { ?s sayso:speaker [ rdfs:label ?who ] ; sayso:act [ skos:notation "deny" ] ; '
        "sayso:content ?words ; sayso:sentence ?sentence } LIMIT 20",
    ),
    (
        "who demands what of whom",
        "SELECT ?by ?of ?matter { ?d a sayso:Demand ; sayso:demandedBy [ rdfs:label ?by ] ; sayso:matter ?matter . "
        "OPTIONAL { ?d sayso:demandedOf [ rdfs:label ?of ] } } LIMIT 20",
    ),
)
_PROPERTIES: Final = "http://www.w3.org/2000/01/rdf-schema#"


def schema_told() -> Told:
    """Return the classes and properties with what they mean, the words of the schemes, and examples."""
    examples = [{"question": title, "sparql": query} for title, query in _EXAMPLES]
    return answer(
        [*_terms()],
        examples=examples,
        acts=[*ACTS],
        stances=[*STANCES],
        forms=[*FORMS],
        prefixes=dict(PREFIXES),
        graphs="Queries see the union of all graphs; each article has a named graph, its IRI.",
    )


def questions_told() -> Told:
    """Return the named questions with their parameters."""
    found = [get(name) for name in names()]
    return answer(
        [
            {
                "question": one.name,
                "answers": one.title,
                "parameters": {p.name: f"{p.description} ({p.type})" for p in one.parameters},
            }
            for one in found
        ]
    )


@cache
def _terms() -> tuple[dict[str, Any], ...]:
    store = Store()
    store.extend(parse(files.VOCABULARY.read_text("utf-8"), format=RdfFormat.TURTLE))
    sayso = PREFIXES["sayso"]
    found: dict[str, dict[str, Any]] = {}
    for quad in store:
        term, property_ = quad.subject, quad.predicate.value
        if not (isinstance(term, NamedNode) and term.value.startswith(sayso)):
            continue
        told = found.setdefault(f"sayso:{term.value.removeprefix(sayso)}", {})
        name = property_.removeprefix(_PROPERTIES)
        if name == "comment" and isinstance(quad.object, Literal):
            told["means"] = quad.object.value
        elif name in ("domain", "range") and isinstance(quad.object, NamedNode):
            told[name] = _short(quad.object.value)
    return tuple({"term": name, **found[name]} for name in sorted(found))


def _short(iri: str) -> str:
    for prefix, start in PREFIXES.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri
