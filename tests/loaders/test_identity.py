"""Who is who across articles: one node for one actor, two for two, in whatever order the articles come."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import Decision, discriminated
from sayso.graph.actors.lookup import find_actor
from sayso.graph.answers.validation import violations
from sayso.graph.edits.articles import drop_article
from sayso.graph.edits.merging import merge, separate, tell_apart
from sayso.graph.store.store import Store
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Extraction
from sayso.ontology.iris import BASE, actors_graph, article_iri, judgements_graph
from sayso.ontology.terms import MENTION_OF

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
DECISION = Decision("Ada", "2024-05-03T10:00:00Z", "told by their offices")

TEXTS = {
    "obama": "President Barack Obama said on Monday that the treaty would hold. “It will hold,” Obama told reporters.",
    "obama-short": "President Obama said the treaty was dead. Washington has no plans to renew it, Obama added.",
    "clintons": "Former President Bill Clinton said the vote was fair. Hillary Clinton said she would not run again.",
    "hillary": "Hillary Clinton said that the United States must lead. “We will lead,” Clinton added.",
    "bill": "Bill Clinton said the U.S. had waited too long. Clinton warned that time was short.",
    "tbilisi": "Georgia's prime minister, Irakli Kobakhidze, said Tbilisi would not give in. Georgia wants peace.",
    "atlanta": "ATLANTA — Governor Brian Kemp of Georgia said Georgia would count every ballot in Atlanta.",
    "smith-mayor": "Mayor John Smith said the bridge was safe. “It is safe,” Smith said.",
    "smith-judge": "Judge John Smith said the court would not wait. Smith warned both sides.",
    "us": "The US said it would send aid. US officials warned that supplies were low.",
    "washington": "Washington has denied the report. Moscow said that Washington was lying.",
    "nato": "NATO Secretary General Jens Stoltenberg said it was ready. Stoltenberg thanked the United States.",
}


@pytest.fixture(scope="module")
def extractions() -> dict[str, tuple[Document, Extraction]]:
    documents = [Document(name, text, title=name, origin=f"{name}.txt") for name, text in TEXTS.items()]
    for path in sorted(EXAMPLES.glob("*.txt")):
        documents.append(Document(path.stem, path.read_text("utf-8"), origin=path.name))
    return {document.id: (document, extract(document)) for document in documents}


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def merged(store: Store) -> None:
    merge(store, node("person/obama"), node("person/barack-obama"), DECISION)
    tell_apart(store, node("person/bill-clinton"), node("person/hillary-clinton"), DECISION)


def separated(store: Store) -> None:
    separate(store, node("person/john-smith"), article_iri("smith-judge"), DECISION)


@pytest.fixture(scope="module")
def judged(extractions: dict[str, tuple[Document, Extraction]]) -> Store:
    """All articles, and then the judgements."""
    store = Store.in_memory()
    loaded(store, list(extractions), extractions)
    merged(store)
    separated(store)
    return store


def loaded(store: Store, names: list[str], extractions: dict[str, tuple[Document, Extraction]]) -> None:
    report = load([extractions[name][0] for name in names], store, lambda document: extractions[document.id][1])
    assert not report.rejected


def dump(store: Store) -> list[str]:
    return sorted(map(str, store.engine))


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_articles_and_judgements_does_not_show(
    seed: int, judged: Store, extractions: dict[str, tuple[Document, Extraction]]
) -> None:
    chance = random.Random(seed)
    names = chance.sample(list(extractions), len(extractions))
    cut = chance.randint(0, len(names))
    store = Store.in_memory()
    steps: list[Callable[[], object]] = [
        lambda: loaded(store, names[:cut], extractions),
        lambda: loaded(store, names[cut:], extractions),
    ]
    if seed % 2:
        steps.insert(0, lambda: store.apply((), judged.quads(judgements_graph(BASE))))
    else:
        steps.insert(seed % 3, lambda: merged(store))
        steps.append(lambda: separated(store))
    for step in steps:
        step()
    assert dump(store) == dump(judged)


def who(store: Store, article: str) -> set[str]:
    """The actors that an article mentions."""
    graph = article_iri(article)
    return {q.object.value.removeprefix(BASE) for q in store.engine.quads_for_pattern(None, MENTION_OF, None, graph)}


@pytest.mark.parametrize(
    ("articles", "actor"),
    [
        (("obama", "obama-short"), "person/barack-obama"),
        (("clintons", "hillary"), "person/hillary-clinton"),
        (("clintons", "bill"), "person/bill-clinton"),
        (("obama-short", "hillary", "bill", "us", "washington", "nato"), "country/US"),
        (("nato", "000_051bb416b91fbc6c", "001_fc1c69b70c19711e"), "person/jens-stoltenberg"),
        (("tbilisi",), "country/GE"),
        (("atlanta",), "country/US-GA"),
        (("smith-mayor",), "person/john-smith"),
        (("smith-judge",), discriminated(node("person/john-smith"), article_iri("smith-judge")).value),
    ],
)
def test_one_actor_is_one_node(judged: Store, articles: tuple[str, ...], actor: str) -> None:
    assert [article for article in articles if actor.removeprefix(BASE) not in who(judged, article)] == []


@pytest.mark.parametrize(
    ("article", "actor"),
    [
        ("obama-short", "person/obama"),
        ("hillary", "person/bill-clinton"),
        ("bill", "person/hillary-clinton"),
        ("tbilisi", "country/US-GA"),
        ("atlanta", "country/GE"),
        ("smith-judge", "person/john-smith"),
    ],
)
def test_another_actor_is_another_node(judged: Store, article: str, actor: str) -> None:
    assert actor not in who(judged, article)


def test_names_lead_to_the_one_that_is_meant(judged: Store) -> None:
    assert find_actor(judged, "barack obama") == node("person/barack-obama")
    assert find_actor(judged, "person/obama") == node("person/obama")


def test_what_is_judged_conforms_to_the_shapes(judged: Store) -> None:
    assert violations(judged) == []


def test_judgements_outlive_the_articles(judged: Store, extractions: dict[str, tuple[Document, Extraction]]) -> None:
    store = Store.in_memory()
    store.apply((), judged.quads(judgements_graph(BASE)))
    loaded(store, list(extractions), extractions)
    for name in extractions:
        drop_article(store, name)
    assert set(store.quads(judgements_graph(BASE))) == set(judged.quads(judgements_graph(BASE)))
    assert not list(store.quads(actors_graph(BASE)))
    loaded(store, list(extractions), extractions)
    assert dump(store) == dump(judged)
