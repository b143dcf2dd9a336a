"""The walks that a reader can be asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from graph.readers.frames import Json
from graph.readers.streamed import Streamed
from graph.walk.listing import listing
from graph.walk.networks import subgraph
from graph.walk.profile import actor, article

CALLS: Final[Mapping[str, Callable[..., Json | Streamed]]] = MappingProxyType(
    {"listing": listing, "actor": actor, "article": article, "subgraph": subgraph, **RECONCILING}
)
