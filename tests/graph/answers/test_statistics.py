import pytest

from sayso.graph.answers.statistics import Statistics, statistics
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from tests.sample import ACTORS, LATER, SUMMIT, later, summit

LOADED = {"sayso 0.1.0": 1, "sayso 0.1.0; tagger 1.0": 1}


@pytest.fixture
def filled(store: Store) -> Store:
    for document, extraction in ((SUMMIT, summit()), (LATER, later())):
        quads = [*article_quads(document, extraction), *actor_quads(ACTORS.values())]
        replace_article(store, document.id, quads, Seen("", ""))
    return store


def test_everything_is_counted_once(filled: Store) -> None:
    found = statistics(filled)
    assert {name: found.counts[name] for name in ("articles", "statements", "persons", "demands")} == {
        "articles": 2,
        "statements": 6,
        "persons": 1,
        "demands": 2,
    }
    assert found.methods == LOADED


@pytest.mark.parametrize(
    ("present", "older"),
    [
        ({"sayso": "0.1.0", "tagger": "1.0"}, 1),
        ({"sayso": "0.1.0"}, 0),
        ({"tagger": "1.0"}, 1),
        ({"sayso": "0.1"}, 2),
        ({"sayso": "0.2.0", "tagger": "1.0"}, 2),
    ],
)
def test_articles_of_other_versions_are_counted(filled: Store, present: dict[str, str], older: int) -> None:
    assert statistics(filled).older(present.items()) == older


def test_a_setting_makes_no_other_version() -> None:
    assert Statistics({}, {"min-confidence 0.5; sayso 0.1.0": 3}, 0).older([("sayso", "0.1.0")]) == 0
