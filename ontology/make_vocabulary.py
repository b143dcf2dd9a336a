"""Write the words of the schemes for Python and for the page: `python ontology/make_vocabulary.py`.

`schemes.ttl` and `sayso.ttl` are the source. Made of them are `vocabulary.py` beside this file (types for mypy, words
in the order of the schemes) and the page's `api/page/src/vocabulary.ts`. A test holds both files to this script.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from sayso.ontology.files import SCHEMES, VOCABULARY
from sayso.ontology.namespaces import IN_SCHEME, NOTATION, PREFIXES, RDFS, SAYSO

ROOT: Final = Path(__file__).resolve().parents[1]
_COMMENT: Final = "Made of the ontology's Turtle files by ontology/make_vocabulary.py; change those."
_TYPES: Final = {"act": "Act", "form": "Form", "status": "Status", "stance": "Stance"}
_PLURALS: Final = {"status": "STATUSES"}


def schemes() -> dict[str, list[str]]:
    """Return the notations of each scheme, both in the order of the file."""
    told: dict[str, list[str]] = {}
    notations: dict[str, str] = {}
    for quad in parse(path=SCHEMES, format=RdfFormat.TURTLE):
        assert isinstance(quad.subject, NamedNode)  # noqa: S101 - neither file holds a blank node
        if quad.predicate == NOTATION and isinstance(quad.object, Literal):
            notations[quad.subject.value] = quad.object.value
        elif quad.predicate == IN_SCHEME and isinstance(quad.object, NamedNode):
            told.setdefault(quad.object.value.rpartition("/")[2], []).append(quad.subject.value)
    return {scheme: [notations[iri] for iri in iris] for scheme, iris in told.items()}


def actor_kinds() -> list[str]:
    """Return the names of the classes below `sayso:Actor`, in the order of the file."""
    below = (NamedNode(RDFS + "subClassOf"), NamedNode(SAYSO + "Actor"))
    found = (quad.subject for quad in parse(path=VOCABULARY, format=RdfFormat.TURTLE)
             if (quad.predicate, quad.object) == below)  # fmt: skip
    return [iri.value.removeprefix(SAYSO) for iri in found if isinstance(iri, NamedNode)]


def _lists() -> dict[str, tuple[str, list[str]]]:
    """Return the name of each type, and with it that of its list and the words."""
    kinds = actor_kinds()
    lists = {_TYPES[one]: (_PLURALS.get(one, f"{one.upper()}S"), words) for one, words in schemes().items()}
    return {
        **lists,
        "ActorKind": ("ACTOR_KINDS", kinds),
        "ActorWord": ("ACTOR_WORDS", [kind.lower() for kind in kinds]),
    }


def python() -> str:
    """Return `vocabulary.py`."""
    lines = [
        '"""The words of the schemes, and the kinds of actors, as types.',
        "",
        _COMMENT,
        'An `ActorKind` is the name of a class, an `ActorWord` is how the ids of that kind begin: "country/RU".',
        '"""',
        "",
        "from typing import Final, Literal, get_args",
        "",
    ]
    for type_, (_, words) in _lists().items():
        lines += [f"{type_} = Literal[", *(f'    "{word}",' for word in words), "]"]
    lines.append("")
    lines += [f"{name}: Final[tuple[{type_}, ...]] = get_args({type_})" for type_, (name, _) in _lists().items()]
    return "\n".join(lines) + "\n"


def typescript(prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return the page's `vocabulary.ts`."""
    lines = [f"/** The words of the ontology. {_COMMENT} */", ""]
    for type_, (name, words) in _lists().items():
        if type_ == "ActorKind":
            continue
        listed = ", ".join(f'"{word}"' for word in words)
        line = f"export const {name} = [{listed}] as const;"
        if len(line) > 120:
            line = "\n".join([f"export const {name} = [", *(f'  "{word}",' for word in words), "] as const;"])
        lines += [line, f"export type {type_} = (typeof {name})[number];", ""]
    lines += [
        "/** The prefixes that the service knows, without a PREFIX in the query. */",
        "export const PREFIXES: Readonly<Record<string, string>> = {",
        *(f'  {prefix}: "{iri}",' for prefix, iri in prefixes.items()),
        "};",
    ]
    return "\n".join(lines) + "\n"


MADE: Final = {"ontology/vocabulary.py": python, "api/page/src/vocabulary.ts": typescript}

if __name__ == "__main__":
    for path, made in MADE.items():
        (ROOT / path).write_text(made(), "utf-8")
