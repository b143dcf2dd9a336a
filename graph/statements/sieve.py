"""A sieve: numbers that were noted, so that most others are known at once not to be among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_BITS: Final = 28  # of a full one: 32 MB, one number in ten passes in vain at 25 million
_MOST: Final = 1 << 18


class Sieve:
    """Numbers, as they are while there are few, and of more a bit each: what was noted always passes.

    Numbers have to differ in their last bits.
    """

    def __init__(self) -> None:
        self._few: set[int] = set()
        self._bits: bytearray | None = None

    def note(self, numbers: Iterable[int]) -> None:
        """Note numbers."""
        if self._bits is None:
            self._few.update(numbers)
            if len(self._few) <= _MOST:
                return
            numbers, self._few = self._few, set()
            self._bits = bytearray(1 << (_BITS - 3))
        for number in numbers:
            at = number & ((1 << _BITS) - 1)
            self._bits[at >> 3] |= 1 << (at & 7)

    def passes(self, number: int) -> bool:
        """Say whether a number may have been noted."""
        if self._bits is None:
            return number in self._few
        at = number & ((1 << _BITS) - 1)
        return bool(self._bits[at >> 3] >> (at & 7) & 1)
