"""`--rejects FILE.jsonl`: every reject in a file, however many there are."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sayso.ontology.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sayso.ontology.errors import RejectedInput


@contextmanager
def rejects_file(path: Path | None) -> Iterator[Callable[[RejectedInput], object]]:
    """Yield what writes a reject as a line, at once, so that a run that ends early has told its own.

    Raises UsageError where the file cannot be written. Without a path nothing is.
    """
    if path is None:
        yield lambda _: None
        return
    try:
        stream = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UsageError(f"--rejects {path}: cannot be written ({error.strerror})") from error

    def write(rejected: RejectedInput) -> None:
        try:
            stream.write(line(rejected))
        except OSError as error:
            raise SaysoError(f"--rejects {path}: cannot be written ({error.strerror})") from error

    with stream:
        yield write


def line(rejected: RejectedInput) -> str:
    """Return a reject as a line of JSON."""
    return json.dumps({"where": rejected.where, "reason": rejected.reason}, ensure_ascii=False) + "\n"
