"""Rows out of a store: every variable of a statement, in an order that depends on nothing but the content."""

from __future__ import annotations

import pytest

from sayso.graph.statements.rows.columns import COLUMNS
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.names import Names
from sayso.graph.statements.rows.reading import Detail, rows, rows_of
from sayso.graph.statements.rows.row import Named, Row, Stand, Want
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, article_iri
from sayso.queries.binder import ANY
from tests.sample import LATER, SUMMIT, sample_quads

ZENDA = Named("Anna Zenda", f"{BASE}person/anna-zenda", "Person")
RURITANIA = Named("Ruritania", f"{BASE}country/RU1", "Country")
LEAGUE = Named("The League", f"{BASE}organisation/the-league", "Organisation")


@pytest.fixture
def found(store: Store) -> list[Row]:
    store.apply([], sample_quads())
    return list(rows(store))


def test_articles_by_date_then_statements_by_place(found: list[Row]) -> None:
    assert [row.article.identifier for row in found] == [SUMMIT.id] * 4 + [LATER.id] * 2
    assert [row.act for row in found] == ["deny", "demand", "warn", "accuse", "intend", "reject"]


def test_a_row_has_every_variable(found: list[Row]) -> None:
    row = found[0]
    assert row.article.iri == article_iri(SUMMIT.id).value
    assert (row.article.title, row.article.source) == (SUMMIT.title, SUMMIT.source)
    assert (row.article.url, row.article.issued, row.article.language) == (SUMMIT.url, SUMMIT.published, "en")
    assert row.article.model == "sayso 0.1.0; tagger 1.0"
    assert row.speakers == (ZENDA,)
    assert row.post is not None
    assert (row.post.name.lower(), row.post.kind) == ("foreign minister", "Post")
    assert row.post_in == RURITANIA
    assert (row.act, row.form, row.cue, row.when, row.said_on) == ("deny", "mixed", "said", "on Monday", "2024-03-04")
    assert row.about == (RURITANIA, LEAGUE)
    assert row.words == "Strelsau has “no plans” to leave the League"
    assert [SUMMIT.text[start:end] for start, end in row.offsets] == [row.words]
    assert row.confidence == pytest.approx(0.971)
    assert row.stands == (Stand(RURITANIA, "against", "leave the League", (LEAGUE,)),)
    assert row.sentence.startswith("Ruritania’s Foreign Minister")


def test_what_is_not_told_is_empty(found: list[Row]) -> None:
    row = found[3]
    assert (row.speakers, row.post, row.stands, row.wants, row.when, row.said_on) == ((), None, (), (), "", "")
    assert row.day == "2024-03-05"


def test_words_that_stand_apart_and_demands(found: list[Row]) -> None:
    row = found[1]
    assert [SUMMIT.text[start:end] for start, end in row.offsets] == [
        "“The League must open its archives,”",
        "“and close its offices.”",
    ]
    assert {want.matter for want in row.wants} == {"open its archives", "close its offices"}
    assert all(isinstance(want, Want) and want.by == ZENDA and want.of == (LEAGUE,) for want in row.wants)


def test_two_speakers(found: list[Row]) -> None:
    assert found[4].speakers == (ZENDA, RURITANIA)


def test_reading_some_articles_at_a_time_changes_nothing(
    found: list[Row], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.graph.statements.rows.reading._ARTICLES_AT_ONCE", 1)
    assert list(rows(store)) == found


def test_a_shared_matter_has_its_name(store: Store) -> None:
    store.apply([], sample_quads())
    store.update("""
        PREFIX sayso: <https://w3id.org/sayso/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        INSERT { GRAPH <https://w3id.org/sayso/id/graph/judgements> {
            ?position sayso:onMatter <https://w3id.org/sayso/id/matter/leaving> .
            <https://w3id.org/sayso/id/matter/leaving> skos:prefLabel "Leaving the League" } }
        WHERE { GRAPH ?article { ?position a sayso:Position } }
    """)
    shared = {stand.on.name for row in rows(store) for stand in row.stands if stand.on}
    assert shared == {"Leaving the League"}
    assert all(stand.on for row in rows(store) for stand in row.stands)


def test_the_names_of_columns_are_theirs_alone() -> None:
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize("detail", ["light", "words", "full"])
def test_statements_are_read_by_article_as_one_by_one(store: Store, detail: Detail) -> None:
    store.apply([], sample_quads())
    by_article = list(rows(store, Filter(status=ANY), detail))
    assert sorted(by_article, key=lambda row: row.iri) == sorted(
        rows_of(store, Names(store), [row.iri for row in by_article], detail), key=lambda row: row.iri
    )
    assert any(row.words for row in by_article) == (detail != "light")
    assert any(row.offsets for row in by_article) == (detail == "full")
    assert {bool(row.stands) for row in by_article} == {bool(row.wants) for row in by_article} == {True, False}


def test_a_property_of_others_is_not_taken_for_ours(store: Store) -> None:
    store.apply([], sample_quads())
    before = list(rows(store))
    store.update("""
        PREFIX sayso: <https://w3id.org/sayso/ontology#>
        INSERT { GRAPH ?article { ?statement <http://other.example/#act> "sing" ; <http://other.example/#cue> "a" } }
        WHERE { GRAPH ?article { ?statement a sayso:Statement } }
    """)
    assert list(rows(store)) == before
    assert list(rows_of(store, Names(store), [before[0].iri])) == before[:1]


def test_of_several_values_the_first_counts(store: Store) -> None:
    store.apply([], sample_quads())
    store.update("""
        PREFIX sayso: <https://w3id.org/sayso/ontology#>
        INSERT { GRAPH ?article { ?statement sayso:cue "AAA", "zzz" } }
        WHERE { GRAPH ?article { ?statement a sayso:Statement } }
    """)
    found = list(rows(store))
    assert {row.cue for row in found} == {"AAA"}
    assert list(rows_of(store, Names(store), [row.iri for row in found])) == found


def test_two_values_of_what_is_told_once_are_one_row(store: Store) -> None:
    store.apply([], sample_quads())
    before = list(rows(store))
    store.update("""
        PREFIX sayso: <https://w3id.org/sayso/ontology#>
        INSERT { GRAPH ?article { ?statement sayso:cue "zz", "zzz" ; sayso:content "~", "~~" } }
        WHERE { GRAPH ?article { ?statement a sayso:Statement } }
    """)
    after = list(rows(store))
    assert [row.iri for row in after] == [row.iri for row in before]
    # Of several values the first, as texts are sorted.
    assert [row.words for row in after] == [min(row.words or "~", "~") for row in before]
    assert [row.cue for row in after] == [min(row.cue or "zz", "zz") for row in before]


def test_a_statement_of_which_little_is_told_is_a_row(store: Store) -> None:
    store.apply([], sample_quads())
    store.update("""
        PREFIX sayso: <https://w3id.org/sayso/ontology#>
        DELETE { GRAPH ?article { ?statement ?property ?value } }
        WHERE { GRAPH ?article { ?statement a sayso:Statement ; ?property ?value
            FILTER(?property NOT IN (rdf:type, sayso:inArticle)) } }
    """)
    found = list(rows(store))
    assert len(found) == 6
    assert {(row.act, row.form, row.status, row.words, row.confidence) for row in found} == {("", "", "said", "", None)}
