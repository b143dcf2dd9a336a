"""An edge of a notebook's network, which opens the statements behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.api.notebook.asking import QuestionSource, opened
from sayso.api.notebook.statements import Statements
from sayso.graph.networks.edge_evidence import named_statements
from sayso.graph.networks.network import Edge
from sayso.ontology.errors import UsageError


@dataclass(frozen=True, slots=True)
class NetworkEdge(Edge):
    """An edge with the store that it comes from."""

    store: QuestionSource | None = field(default=None, repr=False, compare=False)

    @property
    def iris(self) -> tuple[str, ...]:
        """The IRIs of the statements behind the edge, the earliest first."""
        told = self.attributes.get("statements", self.attributes.get("statement"))
        return named_statements(told)

    def statements(self) -> Statements:
        """Return the statements behind the edge, which show their sentences.

        Raises UsageError for an edge that comes from no store.
        """
        if self.store is None:
            raise UsageError("this network was made of no store: its edges have no statements to open")
        return opened(self.store, self.iris)
