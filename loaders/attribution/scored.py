"""Windows of a text with what the network says of them: all kept of an article, a few at a time of a long text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from sayso.loaders.attribution.decode import Scores
from sayso.loaders.attribution.encoding import Window

KEPT = 64  # windows, of some 2 MB each


class ScoredWindows(Sequence[tuple[Window, Scores]]):
    """The windows of a text, in order, each scored when it is asked for.

    Of more than `kept` windows only those scored last are kept, and the network reads the others again.
    """

    def __init__(self, windows: Sequence[Window], score: Callable[[Window], Scores], kept: int = KEPT) -> None:
        self._windows = windows
        self._score = score
        self._kept = kept
        self._known: dict[int, Scores] = {}
        self._starts = [window.own_start for window in windows]

    @property
    def is_long(self) -> bool:
        """Whether not all of the windows are kept."""
        return len(self._windows) > self._kept

    def __len__(self) -> int:
        return len(self._windows)

    def __getitem__(self, index: int) -> tuple[Window, Scores]:  # type: ignore[override]
        """Return a window by its number, counted from zero."""
        if not 0 <= index < len(self._windows):
            raise IndexError(index)
        if index not in self._known:
            if len(self._known) >= self._kept:
                del self._known[next(iter(self._known))]
            self._known[index] = self._score(self._windows[index])
        return self._windows[index], self._known[index]

    def __iter__(self) -> Iterator[tuple[Window, Scores]]:
        return (self[index] for index in range(len(self)))

    def owner(self, token: int) -> int:
        """Return the number of the window that owns a token. Raises ValueError where there is none."""
        index = bisect_right(self._starts, token) - 1
        if index < 0 or token >= self._windows[index].own_end:
            raise ValueError("no window holds the statement")
        return index
