"""What axe-core finds wrong with a page: faults that keep people out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def faults_in_light_and_dark(page: Page) -> list[str]:
    """Return the serious faults in light, and those of colours in dark: nothing but colours differs between the two."""
    page.emulate_media(color_scheme="light")
    found = serious_faults(page)
    page.emulate_media(color_scheme="dark")
    return found + serious_faults(
        page, {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    )


def serious_faults(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Return the serious and critical faults, each with where it is; `options` are axe's own."""
    from axe_playwright_python.sync_playwright import Axe

    return [
        f"{fault['id']}: {fault['help']} ({node['target']}: {node['failureSummary']})"
        for fault in Axe().run(page, options=options).response["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
