"""Mending: the view of an article in which it is read. The text itself stays as its reader gave it."""

from __future__ import annotations

from bisect import bisect_left

from sayso.loaders.views.apart import apart_edits
from sayso.loaders.views.characters import character_edits, hyphen_edits, mojibake_edits
from sayso.loaders.views.lists import line_edits, list_edits
from sayso.loaders.views.turns import turn_edits
from sayso.loaders.views.view import Edit, View, view_of


def mended(text: str) -> View:
    """Return a text as it is read: broken words whole, marks as meant, without what is no part of its discourse.

    What was mended of mojibake, and characters that were lost before, is told in the view's notes.
    """
    wrong = [*mojibake_edits(text)]
    notes = []
    if wrong:
        notes.append(f"mended {len(wrong)} places where UTF-8 was read as Windows-1252; load it with --encoding")
    if lost := text.count("\ufffd"):
        notes.append(f"{lost} characters were lost before it was loaded (U+FFFD)")
    kinds = (apart_edits, hyphen_edits, list_edits, line_edits, turn_edits, character_edits)
    edits = [*wrong, *(edit for kind in kinds for edit in kind(text))]
    return view_of(text, _first_come(edits), tuple(notes))


def _first_come(edits: list[Edit]) -> list[Edit]:
    """Leave out edits that overlap one named before them."""
    taken: list[tuple[int, int]] = []
    kept: list[Edit] = []
    for edit in edits:
        at = bisect_left(taken, (edit.start, edit.end))
        before, after = taken[at - 1 : at], taken[at : at + 1]
        if (before and before[0][1] > edit.start) or (after and after[0][0] < edit.end):
            continue
        taken.insert(at, (edit.start, edit.end))
        kept.append(edit)
    return kept
