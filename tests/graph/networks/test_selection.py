"""What counts: time, values, duplicates, frequency; and windows of time."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.graph.networks.coding import codings, matter_of
from sayso.graph.networks.selection import Selection, selected
from sayso.graph.networks.windows import Unit, windows
from sayso.graph.statements.rows.row import Named, Row, Source, Stand
from sayso.ontology.errors import UsageError
from tests.graph.networks.coded import dozen, rows

CASES = [
    (Selection(), True, "A A A A B B B C C C C D"),
    (Selection(duplicates="document"), True, "A A A B B B C C C C D"),
    # Cid is twice against the tax, in January and in February; in 2024 once for the wall, in 2025 once against.
    (Selection(duplicates="month"), True, "A A A B B B C C C C D"),
    (Selection(duplicates="year"), True, "A A A B B B C C C D"),
    (Selection(duplicates="year"), False, "A A B B B C C C D"),
    # 31 January and 1 February of 2024 lie in one week.
    (Selection(duplicates="week"), True, "A A A B B B C C C D"),
    (Selection(since="2024-02-01", until="2024-02-29"), True, "A B C"),
    (Selection(since="2024-03-03"), True, "C C"),
    (Selection(until="2024-01-10"), True, "A A"),
    (Selection(exclude={"actor": frozenset({"Ann", "Bob"})}), True, "C C C C D"),
    (Selection(exclude={"matter": frozenset({"tax"}), "stance": frozenset({"against"})}), True, "A C D"),
    (Selection(only={"source": frozenset({"Post"})}), True, "A A B C"),
    (Selection(only={"act": frozenset({"support"})}), True, "A A A B C D"),
    (Selection(minimum={"actor": 4}), True, "A A A A C C C C"),
    (Selection(minimum={"matter": 5}), True, "A A B C C"),
    (Selection(duplicates="document", minimum={"actor": 4}), True, "C C C C"),
]


@pytest.mark.parametrize(("selection", "stances_matter", "actors"), CASES)
def test_selected(selection: Selection, stances_matter: bool, actors: str) -> None:
    found = selected(dozen(), selection, stances_matter=stances_matter)
    assert sorted(coding.actor.name[0] for coding in found) == actors.split()


def test_of_duplicates_the_first_counts() -> None:
    later = [("Ann", "tax", "for", "2024-05-02", "b"), ("Ann", "tax", "for", "2024-05-01", "a")]
    (found,) = selected(codings(rows(later)), Selection(duplicates="month"), stances_matter=True)
    assert found.day == "2024-05-01"


def test_an_unknown_variable_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="actor, type, matter, stance"):
        Selection(exclude={"colour": frozenset({"red"})})


def test_what_others_tell_counts_only_where_it_is_asked_for() -> None:
    ann, bob = Named("Ann", "urn:a"), Named("Bob", "urn:b")
    row = Row(
        "urn:s", Source("urn:x", "x"), speakers=(ann,), stands=(Stand(bob, "for", "Tax!"), Stand(ann, "for", "tax"))
    )
    assert [coding.actor for coding in codings([row])] == [ann]
    assert [coding.actor for coding in codings([row], reported=True)] == [bob, ann]
    assert len({coding.matter for coding in codings([row], reported=True)}) == 1


@pytest.mark.parametrize(
    ("stand", "matter"),
    [
        (
            Stand(Named("A", "a"), "for", "“Leave the League,”"),
            Named("leave the league", "matter:leave the league", "Matter"),
        ),
        (Stand(Named("A", "a"), "for", "!?"), Named("!?", "matter:!?", "Matter")),
        (Stand(Named("A", "a"), "for", "leave", (), Named("Leaving", "urn:l")), Named("Leaving", "urn:l", "Matter")),
    ],
)
def test_matters(stand: Stand, matter: Named) -> None:
    assert matter_of(stand) == matter


@pytest.mark.parametrize(
    ("unit", "size", "first", "last", "counts"),
    [
        ("years", 1, date(2024, 1, 1), date(2025, 12, 31), [10, 1]),
        ("months", 12, date(2024, 1, 1), date(2025, 1, 31), [10, 7]),
        ("years", 2, date(2024, 1, 1), date(2025, 12, 31), [11]),
    ],
)
def test_windows(unit: Unit, size: int, first: date, last: date, counts: list[int]) -> None:
    found = list(windows(dozen(), unit, size))
    assert (found[0].start, found[-1].end) == (first, last)
    assert [len(window.codings) for window in found] == counts


def test_windows_move_by_one_unit() -> None:
    found = list(windows(dozen()[:10], "months", 2))
    assert [(window.start, window.end) for window in found] == [
        (date(2024, 1, 1), date(2024, 2, 29)),
        (date(2024, 2, 1), date(2024, 3, 31)),
    ]
    weeks = list(windows(dozen()[:5], "weeks"))
    assert weeks[0].start == date(2024, 1, 8)
    assert all(window.start.weekday() == 0 and (window.end - window.start).days == 6 for window in weeks)


def test_windows_end_with_the_calendar() -> None:
    chosen = list(codings(rows([("Ann", "tax", "for", "9999-12-31", "a")])))
    assert [len(window.codings) for window in windows(chosen, "months", 3)] == [1]
    assert list(windows([], "days")) == []
