"""Write docs/ontology.md from the Turtle files: `python docs/ontology.py`. A test holds the page to them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

from pyoxigraph import NamedNode, RdfFormat, parse  # noqa: E402

from sayso.ontology import namespaces as ns  # noqa: E402
from sayso.ontology.files import SCHEMES, VOCABULARY  # noqa: E402

PAGE = FOLDER / "ontology.md"
# Subject → predicate → objects, both in the order of the file.
type Terms = dict[str, dict[str, list[str]]]

_LINKS = {
    "kind of": (ns.RDFS + "subClassOf", ns.RDFS + "subPropertyOf"),
    "of": (ns.RDFS + "domain", ns.SCHEMA + "domainIncludes"),
    "to": (ns.RDFS + "range", ns.SCHEMA + "rangeIncludes"),
}
_INTRODUCTION = """# The words of SaySo

*Written by `python docs/ontology.py` from `ontology/sayso.ttl` and `ontology/schemes.ttl`; change those.*

`sayso ontology` prints the Turtle, every store holds it in a graph of its own, and `sayso validate` checks a store
against the shapes in `ontology/shapes.ttl`. The prefix `sayso:` is `https://w3id.org/sayso/ontology#`.
"""


def read(path: Path) -> Terms:
    """Read a Turtle file's terms in the order of the file."""
    terms: Terms = {}
    for quad in parse(path=path, format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode)  # noqa: S101
        value = str(getattr(quad.object, "value", quad.object))
        terms.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(value)
    return terms


def short(iri: str) -> str:
    """Write an IRI with its prefix, where it has one."""
    for prefix, namespace in ns.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def page() -> str:
    """Return the page as Markdown."""
    vocabulary = read(VOCABULARY)
    lines = [_INTRODUCTION]
    for title, type_ in (
        ("Classes", ns.OWL + "Class"),
        ("Links between things", ns.OWL + "ObjectProperty"),
        ("Values", ns.OWL + "DatatypeProperty"),
    ):
        lines.append(f"## {title}\n")
        for iri, facts in vocabulary.items():
            if type_ in facts[ns.TYPE.value]:
                lines.extend(_term(iri, facts))
    lines.extend(_schemes(read(SCHEMES)))
    return "\n".join(lines).rstrip() + "\n"


def _term(iri: str, facts: dict[str, list[str]]) -> Iterator[str]:
    yield f"### `{short(iri)}`\n"
    yield facts[ns.RDFS + "comment"][0] + "\n"
    for word, predicates in _LINKS.items():
        if targets := [short(value) for predicate in predicates for value in facts.get(predicate, ())]:
            yield f"- {word}: " + ", ".join(f"`{target}`" for target in targets)
    yield from (f"- for example: {example}" for example in facts[ns.SKOS + "example"])
    yield ""


def _schemes(terms: Terms) -> Iterator[str]:
    for iri, facts in terms.items():
        if ns.SKOS + "ConceptScheme" in facts[ns.TYPE.value]:
            yield f"## {facts[ns.LABEL.value][0].capitalize()}\n"
            yield f"`<{iri}>` {facts[ns.RDFS + 'comment'][0]}\n"
            continue
        yield f"### {facts[ns.NOTATION.value][0]}\n"
        yield f"{facts[ns.SKOS + 'definition'][0]}\n"
        yield from (f"- for example: {example}" for example in facts[ns.SKOS + "example"])
        yield from (f"- near: {note}" for note in facts.get(ns.SKOS + "note", ()))
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
