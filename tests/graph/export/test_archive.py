"""File names made from labels: one file, in one folder, on every system."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.export.archive import FileNames, safe_name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ann Lee", "Ann Lee"),
        ("../x", "x"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows", "C Windows"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("COM1", "_COM1"),
        ("Contoso", "Contoso"),
        (".hidden", "hidden"),
        ("ends with a dot.", "ends with a dot"),
        ("a|b [[c]] #d ^e", "a b c d e"),
        ("\u202egnp.exe", "gnp.exe"),
        ("", "unnamed"),
        ("...", "unnamed"),
        ("سامي الجابر", "سامي الجابر"),
    ],
)
def test_safe_name(label: str, name: str) -> None:
    assert safe_name(label) == name


@given(st.text(st.characters(exclude_categories=())))
def test_any_label_is_one_name(label: str) -> None:
    name = safe_name(label)
    assert name not in ("", ".", "..")
    assert len(name.encode()) <= 121
    for path in (PurePosixPath(name), PureWindowsPath(name)):
        assert path.parts == (name,)
    # As Windows has it: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)
    assert safe_name(name) in (name, f"_{name}")


@given(st.lists(st.sampled_from(["a", "A", "a 2", "b", "Ａ", "é", "e\u0301"])))
def test_no_two_are_the_same_where_capitals_do_not_count(labels: list[str]) -> None:
    names = FileNames()
    taken = [names.take(label) for label in labels]
    assert len({name.casefold() for name in taken}) == len(taken)
