"""Write docs/licences.md from what is installed: `python docs/licences.py`. A test holds the page to uv.lock."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
PAGE = FOLDER / "licences.md"
INTRODUCTION = """# Licences of what SaySo runs on

*Written by `python docs/licences.py` from `uv.lock` and what the packages say of themselves.*

SaySo itself: Apache-2.0. What it installs by default, without the packages of development and of extras; those for
other systems than the one on which the page was written are left out. The MPL (certifi, tld, tqdm) is the only
licence here that asks something of changes: those of these packages' own files have to be published. The page's bundle
has a [list of its own](../api/page/built/page/licenses.md), and its font (Newsreader, OFL-1.1) a file beside it. `make
sbom` writes all of it, with versions and hashes, as CycloneDX.

| package | licence |
|---|---|
"""
# Classifiers of old kind, and what stands there as free text.
_SHORT = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def runtime(lock: Path = ROOT / "uv.lock") -> list[str]:
    """List the packages that SaySo needs to run, itself aside."""
    packages = {one["name"]: one for one in tomllib.loads(lock.read_text("utf-8"))["package"]}
    found: set[str] = set()
    waiting = [("sayso", "")]
    while waiting:
        name, extra = waiting.pop()
        one = packages[name]
        needs = one.get("optional-dependencies", {}).get(extra, []) if extra else one.get("dependencies", [])
        for need in needs:
            steps = [(need["name"], ""), *((need["name"], each) for each in need.get("extra", []))]
            if need["name"] not in found or need.get("extra"):
                waiting += [step for step in steps if step[1] or need["name"] not in found]
            found.add(need["name"])
    return sorted(found)


def licence(name: str) -> str | None:
    """Return the licence that an installed package states; None where it is not installed, empty where none is."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    if expression := told.get("License-Expression"):
        return expression
    classifiers = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    known = [_SHORT.get(each, each) for each in classifiers if each != "OSI Approved"]
    if known:
        return " OR ".join(sorted(set(known)))
    lines = (told.get("License") or "").strip().splitlines()
    return _SHORT.get(lines[0], lines[0])[:60] if lines else ""


def page() -> str:
    """Return the page."""
    rows = [(name, licence(name)) for name in runtime()]
    return INTRODUCTION + "".join(f"| {name} | {told or 'none stated'} |\n" for name, told in rows if told is not None)


def rows(text: str) -> dict[str, str]:
    """Read the table of the page."""
    return dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", text, re.MULTILINE))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE}: {len(rows(page()))} packages\n")
