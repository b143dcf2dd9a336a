"""Writing over HTTP: updates, graphs, articles."""

from __future__ import annotations

from fastapi import FastAPI


def add_writes(app: FastAPI) -> None:
    """Add the routes."""
