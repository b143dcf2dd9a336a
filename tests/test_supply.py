"""What SaySo is made of is written down, and what is written holds."""

from __future__ import annotations

import re
from pathlib import Path

from docs.licences import PAGE, licence, rows, runtime
from sayso.api.service.roles import Role

ROOT = Path(__file__).parent.parent
KNOWN = {"MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "3-Clause BSD License", "0BSD", "ISC", "Apache-2.0", "PSF-2.0",
         "Zlib", "CC0-1.0", "CNRI-Python", "W3C-20150513", "Unlicense"}  # fmt: skip
# Where changes to their own files have to be published: named, and no more of them without a decision.
WEAK_COPYLEFT = {"certifi": "MPL-2.0", "tqdm": "MPL-2.0 AND MIT", "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"}


def test_every_package_of_the_lock_is_on_the_page_with_its_licence() -> None:
    told = rows(PAGE.read_text("utf-8"))
    for name in runtime():
        found = licence(name)
        # What is for other systems alone is not installed here.
        if found is not None:
            assert told.get(name) == (found or "none stated"), f"{name}: run python docs/licences.py"
    assert set(told) <= {*runtime(), "package"}
    assert len(told) > 50


def test_every_licence_is_one_that_was_looked_at() -> None:
    for name, told in rows(PAGE.read_text("utf-8")).items():
        if name in WEAK_COPYLEFT:
            assert told == WEAK_COPYLEFT[name]
        elif name != "package":
            assert set(re.split(r" (?:AND|OR) ", told)) <= KNOWN, name


def test_the_container_is_made_as_it_should_be() -> None:
    text = (ROOT / "Containerfile").read_text("utf-8")
    stages = re.findall(r"^FROM \S+", text, re.MULTILINE)
    assert len(stages) == 2
    last = text[text.rindex("\nFROM ") :]
    assert re.search(r"^USER \d+:\d+$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert "/readyz" in last
    assert "uv sync --frozen" in text
    assert "--read-only" in text
    assert "has not been built" in text
    assert not re.search(r"^(ENV|ARG) .*KEY=", text, re.MULTILINE)


def test_the_threat_model_names_the_roles_page_and_every_setting_of_it() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    service = (ROOT / "docs" / "service.md").read_text("utf-8")
    for setting in re.findall(r"`(SAYSO_\w+)", text):
        assert f"`{setting}`" in service, setting
    assert "docs/service.md#keys" in text
    assert all(f"| `{role}` |" in service for role in Role)
