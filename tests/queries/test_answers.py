"""What the queries answer about two articles whose facts are known."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from sayso.graph.actors.resolver import with_actors
from sayso.graph.store.store import Store as Opened
from sayso.loaders.mapping import article_quads
from sayso.ontology import iris, namespaces, terms
from sayso.queries import catalogue
from tests.sample import LATER, SUMMIT, later, sample_quads

type Row = dict[str, str | None]


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.extend(sample_quads())
    return store


def ask(store: Store, name: str, /, **values: str) -> list[Row]:
    query = catalogue.get(name)
    given = with_actors(Opened(store, None, None, iris.BASE), query, values)
    solutions = store.query(catalogue.bind(query, given), use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    columns = [variable.value for variable in solutions.variables]
    return [{column: getattr(row[column], "value", None) for column in columns} for row in solutions]


def column(rows: list[Row], *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_statements_come_in_the_order_of_the_text_the_latest_article_first(store: Store) -> None:
    found = ask(store, "statements")
    assert column(found, "speaker", "act", "about", "cue") == [
        ("Anna Zenda, Ruritania", "intend", "The League", "said"),
        ("Borduria", "reject", "Ruritania", "dismissed"),
        ("Anna Zenda", "deny", "Ruritania, The League", "said"),
        ("Anna Zenda", "demand", "The League", "added"),
        ("observers", "warn", None, "warned"),
        ("not named", "accuse", "Borduria", "According to"),
    ]
    first = found[2]
    assert first["words"] == "Strelsau has “no plans” to leave the League"
    assert first["sentence"] == SUMMIT.text[: len(first["sentence"] or "")]
    assert first["form"] == "mixed"
    assert first["day"] == "2024-03-04"
    assert first["confidence"] == "0.971"
    assert first["article"] == "Ruritania stays"
    assert first["identifier"] == "summit-1"
    assert first["source"] == "The Strelsau Courier"


@pytest.mark.parametrize(
    ("values", "cues"),
    [
        ({"by": "anna zenda"}, ["said", "said", "added"]),
        ({"by": "ZENDA"}, ["said", "said", "added"]),
        ({"by": iris.BASE + "person/anna-zenda"}, ["said", "said", "added"]),
        ({"by": "observers"}, ["warned"]),
        ({"by": "strelsau"}, ["said"]),
        ({"about": "League"}, ["said", "said", "added"]),
        ({"by": "Zenda", "about": "Ruritania"}, ["said"]),
        ({"act": "warn"}, ["warned"]),
        ({"form": "direct"}, ["said", "added"]),
        ({"words": "PRICES"}, ["warned"]),
        ({"article": "summit-1"}, ["said", "added", "warned", "According to"]),
        ({"article": "https://post.example/later"}, ["said", "dismissed"]),
        ({"article": iris.article_iri("summit-1").value}, ["said", "added", "warned", "According to"]),
        ({"since": "2024-03-06"}, ["said", "dismissed"]),
        ({"since": "2024-06-01"}, ["said", "dismissed"]),
        ({"until": "2024-03-04"}, ["said"]),
        ({"since": "2024-03-05", "until": "2024-03-05"}, ["added", "warned", "According to"]),
        ({"confidence": "0.9"}, ["said", "said", "added"]),
        ({"limit": "1", "offset": "1"}, ["dismissed"]),
    ],
    ids=str,
)
def test_statements_are_chosen(store: Store, values: dict[str, str], cues: list[str]) -> None:
    assert [row["cue"] for row in ask(store, "statements", **values)] == cues


def test_who_said_what_about_whom_has_a_row_for_each_pair(store: Store) -> None:
    assert sorted(column(ask(store, "who-said-what-about-whom", by="zenda"), "speaker", "act", "about")) == [
        ("Anna Zenda", "demand", "The League"),
        ("Anna Zenda", "deny", "Ruritania"),
        ("Anna Zenda", "deny", "The League"),
        ("Anna Zenda", "intend", "The League"),
    ]
    (row,) = ask(store, "who-said-what-about-whom", by="Borduria", about="Strelsau")
    assert row["speakerIRI"] == iris.BASE + "country/BO"
    assert row["aboutIRI"] == iris.BASE + "country/RU1"


def test_demands_are_told_item_by_item(store: Store) -> None:
    found = ask(store, "demands", of="the league")
    assert column(found, "by", "of", "matter", "toldBy") == [
        ("Anna Zenda", "The League", "open its archives", "Anna Zenda"),
        ("Anna Zenda", "The League", "close its offices", "Anna Zenda"),
    ]
    assert all("The League must" in (row["sentence"] or "") for row in found)
    assert [row["matter"] for row in ask(store, "demands", matter="OFFICES")] == ["close its offices"]
    assert ask(store, "demands", by="Borduria") == []


def test_positions_tell_stance_matter_and_toward_whom(store: Store) -> None:
    assert column(ask(store, "positions"), "holder", "stance", "matter", "toward", "toldBy") == [
        ("Ruritania", "for", "leave the League", None, "Anna Zenda, Ruritania"),
        ("Ruritania", "against", "leave the League", "The League", "Anna Zenda"),
    ]
    assert [row["stance"] for row in ask(store, "positions", stance="against")] == ["against"]
    assert [row["stance"] for row in ask(store, "positions", toward="League")] == ["against"]
    assert [row["stance"] for row in ask(store, "positions", until="2024-04-01")] == ["against"]


def test_posts_tell_who_holds_and_who_held(store: Store) -> None:
    assert column(ask(store, "posts"), "person", "title", "organisation", "former", "evidence", "articles") == [
        ("Anna Zenda", "Foreign Minister", "Ruritania", "false", "Ruritania’s Foreign Minister Anna Zenda", "1"),
        ("Anna Zenda", "Foreign Minister", "Ruritania", "true", "Zenda", "1"),
    ]
    assert len(ask(store, "posts", title="foreign", organisation="Ruritania", article="summit-1")) == 1
    assert ask(store, "posts", organisation="Borduria") == []


def test_a_post_without_a_known_organisation_is_one_row() -> None:
    facts = later()
    membership = facts.memberships[0]
    post = type(membership.post)("treasurer")
    store = Store()
    store.extend(sample_quads())
    alone = type(facts)(facts.actors, memberships=(type(membership)(membership.person, post, membership.evidence),))
    store.extend(article_quads(LATER, alone))
    assert column(ask(store, "posts", title="treasurer"), "person", "title", "organisation") == [
        ("Anna Zenda", "Treasurer", None)
    ]


def test_actors_tell_names_and_numbers(store: Store) -> None:
    found = ask(store, "actors")
    assert column(found, "name", "kind", "statements", "about", "mentions", "otherNames") == [
        ("Anna Zenda", "person", "3", "0", "2", "Zenda"),
        ("Ruritania", "country", "1", "2", "1", "Strelsau"),
        ("Borduria", "country", "1", "1", "0", None),
        ("observers", "group", "1", "0", "0", None),
        ("The League", "organisation", "0", "3", "0", "League"),
    ]
    assert [row["name"] for row in ask(store, "actors", kind="country")] == ["Ruritania", "Borduria"]
    assert [row["name"] for row in ask(store, "actors", contains="ur")] == ["Ruritania", "Borduria"]
    assert [row["name"] for row in ask(store, "actors", name="strelsau")] == ["Ruritania"]


def test_articles_tell_what_was_found(store: Store) -> None:
    assert column(ask(store, "articles"), "title", "source", "statements", "demands", "positions", "identifier") == [
        ("Ruritania leaves", "Bordurian Post", "2", "0", "1", "https://post.example/later"),
        ("Ruritania stays", "The Strelsau Courier", "4", "2", "1", "summit-1"),
    ]
    assert [row["identifier"] for row in ask(store, "articles", source="bordurian post")] == [LATER.id]
    assert [row["identifier"] for row in ask(store, "articles", title="STAYS")] == [SUMMIT.id]
    assert [row["identifier"] for row in ask(store, "articles", until="2024-05-31")] == [SUMMIT.id]


def test_who_demands_what_of_whom_counts_and_lists(store: Store) -> None:
    assert column(ask(store, "who-demands-what-of-whom"), "by", "of", "demands", "matters", "latest") == [
        ("Anna Zenda", "The League", "2", "close its offices | open its archives", "2024-03-05")
    ]


def test_a_demand_of_nobody_is_one_row() -> None:
    store = Store()
    quads = [quad for quad in sample_quads() if quad.predicate != terms.DEMANDED_OF]
    store.extend(quads)
    assert column(ask(store, "who-demands-what-of-whom"), "by", "of", "demands") == [("Anna Zenda", "not named", "2")]


def test_who_stands_where_tells_both_sides(store: Store) -> None:
    assert column(ask(store, "who-stands-where", matter="league"), "matter", "holder", "stance", "positions") == [
        ("leave the League", "Ruritania", "for", "1"),
        ("leave the League", "Ruritania", "against", "1"),
    ]


def test_who_accuses_whom_needs_both(store: Store) -> None:
    assert ask(store, "who-accuses-whom") == []
    accusing = Store()
    accusing.extend(sample_quads())
    (statement,) = accusing.quads_for_pattern(None, terms.ACT, terms.ACTS["accuse"])
    accusing.add(Quad(statement.subject, terms.SPEAKER, NamedNode(iris.BASE + "country/RU1"), statement.graph_name))
    assert column(ask(accusing, "who-accuses-whom"), "by", "about", "accusations", "words") == [
        ("Ruritania", "Borduria", "1", "Borduria has ignored the treaty")
    ]


def test_contradictions_tell_the_earlier_and_the_later_once(store: Store) -> None:
    (row,) = ask(store, "contradictions")
    assert column([row], "speaker", "holder", "earlierDay", "earlierStance", "laterDay", "laterStance") == [
        ("Anna Zenda", "Ruritania", "2024-03-04", "against", "2024-06-01", "for")
    ]
    assert len(ask(store, "contradictions", by="zenda", matter="leave", since="2024-05-01")) == 1
    assert ask(store, "contradictions", by="Borduria") == []
    assert ask(store, "contradictions", until="2024-05-01") == []


def test_contradictions_without_days_are_told_once() -> None:
    store = Store()
    days = (namespaces.ISSUED, terms.SAID_ON)
    store.extend(quad for quad in sample_quads() if quad.predicate not in days)
    assert len(ask(store, "contradictions")) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [("new", "nothing told", "against"), ("new", "nothing told", "for")]),
        ({"since": "2024-04-01"}, [("turned", "against", "for")]),
        ({"since": "2024-03-01", "until": "2024-03-31"}, [("new", "nothing told", "against")]),
        ({"since": "2024-07-01"}, []),
        ({"since": "2024-04-01", "holder": "Borduria"}, []),
        ({"since": "2024-04-01", "matter": "league"}, [("turned", "against", "for")]),
    ],
    ids=str,
)
def test_what_changed_compares_with_what_was_told_before(
    store: Store, values: dict[str, str], expected: list[tuple[str, ...]]
) -> None:
    assert column(ask(store, "what-changed", **values), "change", "before", "after") == expected


def test_wordings_of_one_matter_count_together() -> None:
    store = Store()
    store.extend(sample_quads())
    matter = NamedNode(iris.BASE + "matter/membership")
    graph = iris.judgements_graph()
    for quad in store.quads_for_pattern(None, namespaces.TYPE, terms.POSITION):
        store.add(Quad(quad.subject, terms.ON_MATTER, matter, graph))
    store.add(Quad(matter, NamedNode(namespaces.SKOS + "prefLabel"), Literal("membership of the League"), graph))
    for name in ("who-stands-where", "positions"):
        assert len(ask(store, name, matter="membership")) == 2
        assert len(ask(store, name, matter=matter.value)) == 2
    assert {row["matter"] for row in ask(store, "who-stands-where")} == {"membership of the League"}
    assert len(ask(store, "contradictions")) == 1
    assert len(ask(store, "what-changed", since="2024-04-01", matter="membership")) == 1


def test_rows_are_as_many_as_statements_whoever_is_named(store: Store) -> None:
    found = ask(store, "statements")
    assert len({row["statement"] for row in found}) == len(found)
