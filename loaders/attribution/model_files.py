"""The files of a model and their hashes, so that a model is what was trained and measured, or is not loaded.

    python -m sayso.loaders.attribution.model_files [FOLDER]

writes the hashes of the files in FOLDER (the model that is shipped, where none is named) beside them; who exports
or calibrates a model calls `write_sums`.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

from sayso.ontology.errors import ModelError

MODEL: Final = Path(__file__).parent / "model"
SUMS: Final = "sha256.json"
# Not what the model computes with.
_BESIDE: Final = frozenset({SUMS, "README.md"})


@cache
def model_settings(folder: Path = MODEL) -> dict[str, Any]:
    """Read a model's settings: its version, thresholds and the weights of its confidences."""
    found: dict[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return found


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of each of a model's files into `sha256.json` beside them."""
    told = {path.name: _sum(path) for path in _files(folder)}
    (folder / SUMS).write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def check_model(folder: Path) -> None:
    """Hold a model's files to their hashes. Raises ModelError where one is missing, changed, or not in the list."""
    try:
        told = json.loads((folder / SUMS).read_bytes())
        found = {path.name: _sum(path) for path in _files(folder)}
    except (OSError, ValueError) as error:
        why = f"the model's files cannot be held to their hashes ({error})"
        raise ModelError(f"{folder}: {why}; install again") from error
    if not isinstance(told, dict) or not told:
        raise ModelError(f"{folder / SUMS}: these are no hashes; install again")
    for name in sorted({*told, *found}):
        if told.get(name) != found.get(name):
            what = "is missing" if name not in found else "is not in the list" if name not in told else "was changed"
            raise ModelError(
                f"{folder / name}: this file of the model {what}; install again, or, where you changed the model, "
                "write its hashes anew: python -m sayso.loaders.attribution.model_files"
            )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.name not in _BESIDE)


def _sum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


if __name__ == "__main__":
    write_sums(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
