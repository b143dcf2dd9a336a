"""Statements as objects: who, what, about whom, and the words marked in the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.api.notebook.marking import html_sentence, segments
from sayso.api.notebook.statement import Mark
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, QueryError, UsageError
from tests.api.notebook.networks import HOSTILE
from tests.api.notebook.test_result import Seen
from tests.sample import sample_quads


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sayso.Client]:
    """The sample, open."""
    with Store.open(tmp_path / "a.store") as store:
        store.apply([], sample_quads())
    with sayso.open(tmp_path / "a.store") as opened:
        yield opened


def test_a_statement_has_its_words_and_their_places(db: sayso.Client) -> None:
    [denied] = db.statements(act="deny")
    assert (denied.speaker, denied.act, denied.form) == ("Anna Zenda", "deny", "mixed")
    assert [actor.name for actor in denied.about] == ["Ruritania", "The League"]
    assert [actor.kind for actor in denied.speakers] == ["person"]
    assert (denied.said_on, denied.when, denied.confidence) == ("2024-03-04", "on Monday", 0.971)
    assert denied.article.url == "https://courier.example/summit?id=1"
    marked = {mark.kind: denied.sentence[mark.start : mark.end] for mark in denied.marks}
    assert marked == {
        "speaker": "Anna Zenda",
        "cue": "said",
        "content": "Strelsau has “no plans” to leave the League",
    }
    [position] = denied.positions
    assert (position.holder.name, position.stance, position.matter) == ("Ruritania", "against", "leave the League")
    demands = [demand for statement in db.said(by="Zenda") for demand in statement.demands]
    assert sorted(demand.matter for demand in demands) == ["close its offices", "open its archives"]


def test_a_statement_shows_its_words_marked(db: sayso.Client) -> None:
    [denied] = db.statements(act="deny")
    shown = denied._repr_html_()
    assert '<mark class="sayso-cue" title="cue"' in shown
    assert '<a href="https://courier.example/summit?id=1"' in shown
    assert "confidence 0.97" in shown
    assert repr(denied) == (
        "Anna Zenda · deny about Ruritania, The League\n"
        "Ruritania’s Foreign Minister [speaker: Anna Zenda] [cue: said] on Monday that "
        "[content: Strelsau has “no plans” to leave the League]."
    )


SAID = [
    ({"by": "Zenda"}, 3),
    ({"by": "person/anna-zenda"}, 3),
    ({"about": "The League"}, 3),
    ({"by": "Zenda", "about": "Ruritania"}, 1),
    ({"by": "Zenda", "act": "demand"}, 1),
    ({"since": "2024-06-01"}, 2),
    ({}, 6),
]


@pytest.mark.parametrize(("values", "count"), SAID)
def test_said_finds_by_whom_and_about_whom(db: sayso.Client, values: dict[str, str], count: int) -> None:
    found = db.said(**values)
    assert len(found) == len(found.df()) == len(found.records()) == count
    assert f"{count} statement" in repr(found)
    assert f"{count} statement" in found._repr_html_()


def test_what_cannot_be_asked_is_an_error(db: sayso.Client) -> None:
    with pytest.raises(NotFoundError):
        db.said(by="Nobody At All")
    with pytest.raises(UsageError):
        db.statements(speaker="Zenda")
    with pytest.raises(QueryError):
        db.statements(act="sing")
    with pytest.raises(UsageError):
        db.statements(by=5)


def test_statements_are_a_sequence_that_says_when_it_is_cut(db: sayso.Client) -> None:
    every = db.statements()
    assert isinstance(every[1:3], sayso.Statements)
    assert every[0] in every
    assert len(every[1:3]) == 2
    assert not every.cut
    assert "there may be more" in repr(db.statements(limit=2))
    assert every.df()["said_on"].notna().sum() == 1
    assert str(every.df()["confidence"].dtype) == "float64"
    assert "not named" in {statement.speaker for statement in every}


MARKS = st.builds(Mark, st.integers(-3, 60), st.integers(-3, 60), st.sampled_from(["speaker", "cue", "content"]))


@given(HOSTILE, st.lists(MARKS, max_size=6))
def test_any_sentence_with_any_marks_is_text(sentence: str, marks: list[Mark]) -> None:
    assert "".join(text for text, _ in segments(sentence, tuple(marks))) == sentence
    seen = Seen(html_sentence(sentence, tuple(marks)))
    assert set(seen.tags) <= {"bdi", "mark"}
    assert {name for name, _ in seen.attributes} <= {"class", "title", "style"}


def test_the_day_is_that_of_saying_else_of_publication(db: sayso.Client) -> None:
    told = {(statement.said_on, statement.article.published): statement.day for statement in db.statements()}
    assert all(str(day) == (said_on or published)[:10] for (said_on, published), day in told.items())
    for frame in (db.statements().df(), db.q.statements().df()):
        assert str(frame["day"].dtype).startswith("datetime64")
        assert frame["day"].notna().all()
