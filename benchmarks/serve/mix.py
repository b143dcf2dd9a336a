"""The mix: five kinds of question, each in as many wordings as are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store

_PREFIXES: Final = """PREFIX sayso: <https://w3id.org/sayso/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "point look-up": "SELECT ?words ?act WHERE { <%(statement)s> sayso:content ?words ; sayso:act ?act }",
        "who said what": """SELECT ?statement ?words ?sentence ?name WHERE {
  ?statement sayso:speaker <%(actor)s> ; sayso:about ?about ; sayso:content ?words ; sayso:sentence ?sentence .
  ?about rdfs:label ?name } LIMIT 100""",
        "aggregate": """SELECT ?act (COUNT(?statement) AS ?n) WHERE {
  ?statement sayso:about <%(actor)s> ; sayso:act ?act } GROUP BY ?act""",
        # One pattern: where the engine takes longest itself, no server can be told from another.
        "10,000 rows": "SELECT ?thing ?property ?value WHERE { ?thing ?property ?value } LIMIT 10000",
        "path": """SELECT DISTINCT ?other WHERE {
  <%(actor)s> ^sayso:speaker/sayso:about/^sayso:speaker/sayso:about ?other } LIMIT 100""",
    }
)
_WANTED = 500


@dataclass(frozen=True, slots=True)
class Samples:
    """What a store holds to ask about: IRIs of statements and of actors who speak, often or seldom."""

    statements: tuple[str, ...]
    actors: tuple[str, ...]

    def text(self, kind: str, number: int) -> str:
        """Word a question of a kind; each number's text is another, so that no cache knows it."""
        values = {
            "statement": self.statements[number % len(self.statements)],
            "actor": self.actors[number % len(self.actors)],
        }
        return f"{_PREFIXES}{KINDS[kind] % values} # {number}"


def sample(snapshot: Path) -> Samples:
    """Draw statements and speakers from a snapshot."""
    store = Store.open_snapshot(snapshot)
    try:
        statements = _column(store, f"SELECT ?s {{ ?s a sayso:Statement }} LIMIT {_WANTED}")
        actors = _column(store, "SELECT DISTINCT ?a { ?s sayso:speaker ?a }")
    finally:
        store.close()
    return Samples(statements, tuple(sorted(actors)[:: max(1, len(actors) // _WANTED)]))


def _column(store: Store, text: str) -> tuple[str, ...]:
    answer = store.query(text)
    if not isinstance(answer, Table) or not answer.rows:
        raise SystemExit("the store holds no statements; benchmarks/synthetic.py makes one that does")
    return tuple(row[0].value for row in answer.rows if row[0] is not None and hasattr(row[0], "value"))
