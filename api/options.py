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
