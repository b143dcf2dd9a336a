"""What axe-core finds wrong with a page: faults that keep people out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def serious_faults(page: Page) -> list[str]:
    """Return the serious and critical faults, each with where it is."""
    from axe_playwright_python.sync_playwright import Axe

    return [
        f"{fault['id']}: {fault['help']} ({node['target']}: {node['failureSummary']})"
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
