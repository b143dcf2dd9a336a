"""The page that documents the routes."""

from __future__ import annotations

from fastapi import FastAPI


def add_docs(app: FastAPI) -> None:
    """Add the routes."""
