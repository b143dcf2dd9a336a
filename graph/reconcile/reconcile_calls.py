"""What a reader can be asked for to reconcile, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sayso.graph.reconcile.extending import extend
from sayso.graph.reconcile.matching import reconcile
from sayso.graph.reconcile.suggesting import describe, suggest

RECONCILING: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {"reconcile": reconcile, "extend": extend, "suggest": suggest, "describe": describe}
)
