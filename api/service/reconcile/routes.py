"""The Reconciliation API 0.2."""

from __future__ import annotations

from fastapi import FastAPI


def add_reconcile(app: FastAPI) -> None:
    """Add the routes."""
