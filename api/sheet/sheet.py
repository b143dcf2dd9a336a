"""A sheet: one HTML file with everything inside, that opens without a network and fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from sayso.api.notebook.markup import escaped, isolated

_FOLDER: Final = Path(__file__).parent


def sheet(title: str, body: str, language: str = "en") -> str:
    """Return a page around markup that is safe already; the title is escaped here.

    Its policy lets run and style by hash what stands here and nothing else: were a script to slip in, it would not run.
    """
    style, script = _part("sheet.css"), _part("filters.js")
    return (
        f'<!doctype html>\n<html lang="{escaped(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="SaySo {version("sayso")}">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{body}\n{_colophon()}\n<script>{script}</script>\n</body>\n</html>\n"
    )


def policy() -> str:
    """Return the policy of a sheet: what stands in it may style and run, by hash, and nothing may be fetched."""
    style, script = _hash(_part("sheet.css")), _hash(_part("filters.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def masthead(kicker: list[str], title: str, facts: list[str]) -> str:
    """Return the head of a sheet: a line above, the title, a line below; `kicker` and `facts` are markup."""
    above = f'<p class="kicker">{" · ".join(kicker)}</p>' if kicker else ""
    below = f'<p class="facts">{" · ".join(facts)}</p>' if facts else ""
    return f'<header class="masthead">{above}<h1>{isolated(title)}</h1>{below}</header>'


def _colophon() -> str:
    return (
        '<footer class="colophon"><p><b class="wordmark">Say<i>So</i></b> tells who said what about whom, with the '
        "sentence that says so. It finds what an article says somebody said; it does not know whether that is true, "
        "nor whether it was said. It makes mistakes: look at the sentence.</p></footer>"
    )


@cache
def _part(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
