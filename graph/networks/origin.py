"""Where a network comes from: the snapshot that was read, the models that read the articles, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Protocol, runtime_checkable

from sayso.graph.networks.network import Network
from sayso.graph.statements.rows.reading import Answering, table
from sayso.graph.store.solutions import text_of
from sayso.queries.parts.parts import part

# The attributes of a network that tell of its origin.
ORIGIN: Final = ("snapshot", "model", "filters")


@runtime_checkable
class WithSnapshot(Protocol):
    """A store that knows what its content is called."""

    @property
    def snapshot(self) -> str:
        """The name of the snapshot that is read, or the address of the store."""
        ...


def origin(store: Answering, filters: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that tell where a network comes from."""
    models = sorted(text_of(row[0]) for row in table(store, part("methods")))
    return {
        "snapshot": (store.snapshot if isinstance(store, WithSnapshot) else "") or "not published",
        "model": "; ".join(models),
        "filters": "; ".join(f"{name}: {value}" for name, value in filters.items()) or "none",
    }


def with_origin(network: Network, told: Mapping[str, str]) -> Network:
    """Return the network with its origin among its attributes."""
    return replace(network, attributes={**network.attributes, **told})
