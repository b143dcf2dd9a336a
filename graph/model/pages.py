"""Pages of what there is, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemPage[Item]:
    """Some of the items, and whether there are more after them."""

    items: Sequence[Item]
    more: bool


@dataclass(frozen=True, slots=True)
class CountedPage[Item](ItemPage[Item]):
    """A page, with how many items there are in all."""

    total: int
