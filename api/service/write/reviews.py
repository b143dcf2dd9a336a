"""Decisions of a person over HTTP: reviews and merges."""

from __future__ import annotations

from fastapi import FastAPI


def add_reviews(app: FastAPI) -> None:
    """Add the routes."""
