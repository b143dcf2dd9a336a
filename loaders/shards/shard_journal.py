"""The journal of a shard in the making: which article is being read, so that one that ends whole machines is found.

It stands beside the shard as long as that is made. A run that finds one knows that the run before was killed, and at
which article; where the same article has killed several, it is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sayso.loaders.document import Document
from sayso.loaders.readers.reader import ReadOutcome
from sayso.ontology.errors import RejectedInput

KILLED: Final = 2  # runs that ended at one article; one may be chance
_REASON = (
    f"{KILLED} runs were killed while it was read, perhaps of too little memory; leave it out, or cut it into parts"
)


class Journal:
    """What a run notes, and what it knows of those before; `path` is removed when the run ends by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ended: list[str] = []
        told = _told(path)
        self.follows_death = told is not None
        if told is not None:
            self._ended = [*told.get("ended", []), *told.get("reading", [])]

    def __enter__(self) -> Journal:
        self._note([])
        return self

    def __exit__(self, *_: object) -> None:
        self._path.unlink(missing_ok=True)

    def watched(self, readings: Iterable[ReadOutcome], *, one_by_one: bool) -> Iterator[ReadOutcome]:
        """Pass readings on, each noted where they are read one by one; what has killed runs before is a reject."""
        for reading in readings:
            if isinstance(reading, Document) and self._ended.count(reading.origin) >= KILLED:
                yield RejectedInput(reading.origin, _REASON)
                continue
            if isinstance(reading, Document) and one_by_one:
                self._note([reading.origin])
            yield reading

    def _note(self, reading: list[str]) -> None:
        self._path.write_text(json.dumps({"ended": self._ended, "reading": reading}), encoding="utf-8")


def _told(path: Path) -> dict[str, list[str]] | None:
    """Read a journal, None where there is none; of one that was cut off nothing is known but that it was there."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
