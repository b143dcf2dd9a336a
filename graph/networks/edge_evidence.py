"""What stands behind an edge: how many codings, from when to when, in which statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.graph.networks.coding import Coding
from sayso.graph.networks.network import AttributeValue, Fields

EVIDENCE: Final[Fields] = {"count": "integer", "start": "string", "end": "string", "statements": "string"}
# IRIs hold no spaces.
BETWEEN_IRIS: Final = " "


def evidence(codings: Iterable[Coding]) -> dict[str, AttributeValue]:
    """Return the number of codings, their first and last day, and the IRIs of their statements, the earliest first."""
    found = sorted(codings, key=lambda coding: (coding.day or "9999", coding.row.iri))
    days = [coding.day for coding in found if coding.day]
    told: dict[str, AttributeValue] = {"count": len(found)}
    if days:
        told |= {"start": days[0], "end": days[-1]}
    return {**told, "statements": BETWEEN_IRIS.join(dict.fromkeys(coding.row.iri for coding in found))}


def named_statements(told: AttributeValue | None) -> tuple[str, ...]:
    """Return the IRIs that an edge's `statements` tell."""
    return tuple(str(told).split()) if told else ()
