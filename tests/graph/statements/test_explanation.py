import pytest
from pyoxigraph import NamedNode, Quad

from sayso.graph.statements.explanation import Explanation, explain, find_statement
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import article_iri
from sayso.ontology.namespaces import TYPE
from sayso.ontology.terms import STATEMENT
from tests.sample import LATER, SUMMIT, sample_quads


@pytest.fixture(scope="module")
def store() -> Store:
    opened = Store.in_memory()
    opened.apply((), sample_quads())
    return opened


def by_words(store: Store, words: str) -> Explanation:
    """Explain the statement that holds the words."""
    answer = store.query("SELECT ?s ?words { ?s sayso:content ?words }")
    (statement,) = [row["s"] for row in answer.records() if words in row["words"]]
    return explain(store, statement)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("no plans", ["Anna Zenda: named as “Anna Zenda”"]),
        (
            "open its archives",
            [
                "Anna Zenda: “she” is a pronoun, taken for Anna Zenda, who is meant before by “Anna Zenda” "
                "(code points 29 to 39)"
            ],
        ),
        ("raise prices", ["observers: from “Observers”, in which no mention of this actor is marked"]),
        ("ignored the treaty", ["not named: who is meant by “the report” was not found in the article"]),
    ],
)
def test_how_the_speaker_was_found(store: Store, words: str, found: list[str]) -> None:
    assert list(by_words(store, words).found) == found


def test_the_places_are_those_of_the_text(store: Store) -> None:
    found = by_words(store, "open its archives")
    for place in (found.shown, *found.sources, *found.cues, *found.contents):
        assert SUMMIT.text[place.start : place.end] == place.words
    assert found.shown.words.startswith("“The League must")
    assert found.shown.words.endswith("offices.”")
    assert len(found.contents) == 2


def test_positions_demands_and_the_rest_are_told(store: Store) -> None:
    first, second = by_words(store, "no plans"), by_words(store, "open its archives")
    assert [(t.kind, t.holder, t.matter, t.toward) for t in first.taken] == [
        ("against", "Ruritania", "leave the League", ("The League",))
    ]
    assert {(t.kind, t.holder, t.matter, t.toward) for t in second.taken} == {
        ("demand", "Anna Zenda", "open its archives", ("The League",)),
        ("demand", "Anna Zenda", "close its offices", ("The League",)),
    }
    values = dict(first.values)
    assert {name: values[name] for name in ("act", "form", "when", "said on", "confidence", "speaking as")} == {
        "act": "deny",
        "form": "mixed",
        "when": "on Monday",
        "said on": "2024-03-04",
        "confidence": "0.971",
        "speaking as": "Foreign Minister",
    }
    assert set(values["about"].split(", ")) == {"Ruritania", "The League"}
    assert values["article"] == SUMMIT.id
    assert "tagger 1.0" in values["model"]


def test_a_statement_is_found_by_its_iri_and_by_an_end_that_no_other_has(store: Store) -> None:
    node = by_words(store, "no plans").statement
    path = node.value.removeprefix(store.base)
    for text in (
        node.value,
        f"<{node.value}>",
        path,
        path.rpartition("/")[2],
        "/" + path.partition("/")[2],
        f" {path} ",
    ):
        assert find_statement(store, text) == node


@pytest.mark.parametrize("text", ["", "nothing", "person/anna-zenda", "a b", "<>", "https://elsewhere.example/1"])
def test_what_is_no_statement_is_told_with_the_way_to_find_one(store: Store, text: str) -> None:
    with pytest.raises(NotFoundError, match="sayso query statements"):
        find_statement(store, text)


def test_of_several_some_are_listed() -> None:
    doubled = Store.in_memory()
    nodes = [NamedNode(f"{article_iri(name).value}/statement/1-2") for name in (SUMMIT.id, LATER.id)]
    doubled.apply((), (Quad(node, TYPE, STATEMENT, article_iri("x")) for node in nodes))
    with pytest.raises(UsageError, match="2 statements end like this") as error:
        find_statement(doubled, "1-2")
    assert all(node.value.removeprefix(doubled.base) in str(error.value) for node in nodes)
