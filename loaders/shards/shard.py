"""A shard by its number: which inputs are its own, and how its files are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.ontology.errors import UsageError

ENDING = ".nq.zst"
_NUMBERED = re.compile(r"(\d{1,9})/(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Shard:
    """Number `number` (from one) of `count`."""

    number: int
    count: int

    @classmethod
    def of(cls, text: str) -> Shard:
        """Read "3/100". Raises UsageError for what is no number of so many."""
        match = _NUMBERED.fullmatch(text.strip())
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            raise UsageError(f"--shard {text}: write the number and how many there are, as 3/100; the first is 1")
        return cls(int(match[1]), int(match[2]))

    def share(self, inputs: Sequence[str]) -> list[str]:
        """Return this shard's inputs: each belongs to exactly one of all shards, dealt out in turn."""
        return list(inputs[self.number - 1 :: self.count])

    def path(self, folder: Path) -> Path:
        """Name the shard's file in a folder: 00003.nq.zst."""
        return folder / f"{self.number:05}{ENDING}"

    def rejects(self, folder: Path) -> Path:
        """Name the file of its rejects, a line each."""
        return folder / f"{self.number:05}.rejects.jsonl"

    def report(self, folder: Path) -> Path:
        """Name the file that tells what it was made of and what became of it."""
        return folder / f"{self.number:05}.report.json"

    def journal(self, folder: Path) -> Path:
        """Name the file that tells, while the shard is made, which article is being read."""
        return folder / f".{self.number:05}.journal"


def read_manifest(path: str) -> list[str]:
    """Return the inputs of a manifest: a path or an address a line, relative paths to its folder; # begins a comment.

    Of a folder each file is an input. Raises UsageError for what cannot be read, names nothing or holds articles.
    """
    from sayso.loaders.readers.fetching import is_web_address
    from sayso.loaders.readers.files import files
    from sayso.ontology.errors import RejectedInput

    place = Path(path)
    if place.is_dir():
        return [one.where if isinstance(one, RejectedInput) else one[0] for one in files([path])]
    try:
        lines = place.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{path}: the manifest cannot be read ({error}); it has a path a line") from error
    paths = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not paths:
        raise UsageError(f"{path}: the manifest names no inputs; write a path a line")
    if path.lower().endswith((".json", ".jsonl", ".csv", ".html")):
        raise UsageError(f"{path}: this looks like articles, and no manifest; it has a path a line")
    return [line if is_web_address(line) else str(place.parent / line) for line in paths]
