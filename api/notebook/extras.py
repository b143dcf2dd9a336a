"""What a notebook may have besides SaySo: a library that is missing is an error that says how to get it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sayso.ontology.errors import UsageError


class MissingExtra(UsageError, ImportError):
    """A library that is not installed; an ImportError too, for those who catch that."""


def needed(module: str, extra: str) -> Any:
    """Import a library of an extra. Raises MissingExtra, with the commands that bring it, where it is absent."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingExtra(
            f"{module} is not installed; it comes with the extra “{extra}”: `uv sync --extra {extra}` in a checkout, "
            f"`uv pip install 'sayso[{extra}]'` elsewhere"
        ) from error
