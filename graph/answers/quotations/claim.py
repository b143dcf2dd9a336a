"""Claims: what a text says that somebody said, to be looked for in the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.ontology.errors import UsageError


@dataclass(frozen=True, slots=True)
class ClaimedSpeaker:
    """Who a text says said it; `iri` is empty where only a name is known."""

    name: str
    iri: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words at code points `start` to `end` (exclusive) of a text.

    A quotation claims these very words, a paraphrase that somebody said something like them.
    """

    words: str
    start: int
    end: int
    kind: Literal["quotation", "paraphrase"] = "quotation"
    speakers: tuple[ClaimedSpeaker, ...] = ()


def claim_of(told: Mapping[str, object]) -> Claim:
    """Read a claim out of its JSON. Raises UsageError for anything else."""
    match told:
        case {"words": str(words), "start": int(start), "end": int(end), "kind": kind, "speakers": list(speakers)}:
            given = tuple(
                ClaimedSpeaker(str(one["name"]), str(one["iri"]), str(one["kind"]))
                for one in speakers
                if isinstance(one, dict)
            )
            return Claim(words, start, end, "paraphrase" if kind == "paraphrase" else "quotation", given)
    raise UsageError("a claim has words, start, end, kind and speakers")
