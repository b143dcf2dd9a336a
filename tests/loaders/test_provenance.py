"""Provenance: a change of rules, word lists or settings changes the method that articles carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.loaders.provenance import method_versions, rules_digest


@pytest.mark.parametrize(
    ("name", "content", "same"),
    [
        ("rules.py", b"x = 2\n", False),  # a changed rule
        ("words/cues.toml", b"more = []\n", False),  # a further word list
        ("rules.py", b"x = 1\r\n", True),  # line ends of another system
        ("notes.md", b"Nothing that is read.\n", True),
    ],
)
def test_what_changes_how_articles_are_read_changes_the_digest(
    tmp_path: Path, name: str, content: bytes, same: bool
) -> None:
    (tmp_path / "rules.py").write_bytes(b"x = 1\n")
    before = rules_digest(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    assert (rules_digest(tmp_path) == before) is same


def test_the_method_names_software_models_and_rules() -> None:
    assert [key for key, _ in method_versions()] == ["sayso", "reading-model", "rules", "spacy", "spacy-model"]
