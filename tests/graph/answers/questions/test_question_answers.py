"""Answers to questions: readings with the statements that they leave."""

from __future__ import annotations

import pytest

from sayso.graph.actors.search.searching import index_of
from sayso.graph.answers.questions.question_answers import named, question
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.loaders.facts import Actor
from sayso.loaders.mapping import actor_quads
from sayso.ontology.iris import BASE
from tests.sample import sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


def told(store: Store, text: str) -> list[tuple[str | None, str | None, str | None, str | None, int, int | None]]:
    found = as_json(question(store, text))
    names = lambda ref: ref["name"] if ref else None  # noqa: E731
    return [
        (names(one["by"]), names(one["about"]), one["act"], one["words"], one["total"], one["back"])
        for one in found["readings"]  # type: ignore[union-attr]
    ]


def test_two_actors(sample: Store) -> None:
    first, *_, last = told(sample, "Zenda League")
    assert first == ("Anna Zenda", "The League", None, None, 3, 0)
    assert last == (None, None, None, "Zenda League", 0, None)


def test_what_leaves_nothing_is_left_out_but_for_the_words(sample: Store) -> None:
    assert told(sample, "Borduria about Zenda") == [(None, None, None, "Borduria about Zenda", 0, None)]
    assert told(sample, "leave") == [(None, None, None, "leave", 2, None)]
    assert told(sample, "  ") == []


def test_a_word_inside_a_name_is_a_word(sample: Store) -> None:
    sample.apply([], actor_quads([Actor("organisation/leave-foundation", "Organisation", "Leave Foundation")]))
    assert told(sample, "leave")[0][3] == "leave"


def test_unnamed_groups_are_words(sample: Store) -> None:
    assert all(one[0] is None for one in told(sample, "observers"))


def test_a_last_name_means_who_bears_it_in_full(sample: Store) -> None:
    sample.apply([], actor_quads([Actor("person/zenda", "Person", "Zenda")]))
    assert told(sample, "Zenda")[0][:5] == ("Anna Zenda", None, None, None, 3)


def test_who_is_known_by_a_last_name_and_a_title_is_hardly_another(sample: Store) -> None:
    alone = Actor("person/kesk", "Person", "Kesk", frozenset({"Ms Kesk"}))
    sample.apply([], actor_quads([Actor("person/b", "Person", "Bo Kesk"), alone]))
    assert named(index_of(sample), "kesk") == f"{BASE}person/b"


def test_a_last_name_of_two_persons_is_a_word(sample: Store) -> None:
    assert told(sample, "Zenda")[0][0] == "Anna Zenda"
    sample.apply([], actor_quads([Actor("person/b", "Person", "Bo Kesk"), Actor("person/c", "Person", "Cy Kesk")]))
    assert told(sample, "Kesk") == [(None, None, None, "Kesk", 0, None)]
