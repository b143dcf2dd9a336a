"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", metavar="FOLDER", help="The store's folder (or SAYSO_STORE). Default: sayso.store"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

LimitOption = Annotated[
    int | None, typer.Option("--limit", min=0, metavar="N", help="At most so many, 0 for all. Default: 20, --json all.")
]

_SHOWN = 20


def most(limit: int | None, as_json: bool) -> int | None:
    """Return how many rows are shown at the most, None for all: a program that says nothing gets all."""
    if limit is None:
        return None if as_json else _SHOWN
    return limit or None
