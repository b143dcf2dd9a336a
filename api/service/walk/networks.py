"""Networks and subgraphs in any export format."""

from __future__ import annotations

from fastapi import FastAPI


def add_networks(app: FastAPI) -> None:
    """Add the routes."""
