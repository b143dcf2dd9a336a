"""The command line as tests call it: its words in, how it ended out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.api.command import run


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str


def calling(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., Ended]:
    """Return what calls the command line on a store, with what was written before out of the way."""
    monkeypatch.setenv("SAYSO_STORE", str(folder))

    def call(*arguments: object) -> Ended:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ended(code, captured.out, captured.err)

    return call


def exported(sayso: Callable[..., Ended]) -> list[str]:
    """Return the quads of the whole store, without the comments that name its snapshot."""
    return [line for line in sayso("export").out.splitlines() if not line.startswith("#")]
