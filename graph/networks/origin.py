"""Where an export comes from: the snapshot that was read, the models that read the articles, what was left out."""

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
    """Return what tells where what is read of a store comes from."""
    models = sorted(text_of(row[0]) for row in table(store, part("methods")))
    known = unread_origin(store, filters)
    return {"snapshot": known["snapshot"], "model": "; ".join(models), "filters": known["filters"]}


def told_question(name: str, values: Mapping[str, object]) -> dict[str, str]:
    """Return a question and the values that were given for it as what an origin tells of filters."""
    texts = {key: str(getattr(value, "value", value)) for key, value in values.items() if value is not None}
    # A limit of nothing is none.
    return {"query": name, **{key: text for key, text in texts.items() if text and (key, text) != ("limit", "0")}}


def unread_origin(store: object, filters: Mapping[str, str]) -> dict[str, str]:
    """Return as `origin` what is known without asking the store anything: its models are not."""
    return {
        "snapshot": (store.snapshot if isinstance(store, WithSnapshot) else "") or "not published",
        "filters": "; ".join(f"{name}: {value}" for name, value in filters.items()) or "none",
    }


def with_origin(network: Network, told: Mapping[str, str]) -> Network:
    """Return the network with its origin among its attributes."""
    return replace(network, attributes={**network.attributes, **told})
