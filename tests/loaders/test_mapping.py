"""The mapping: exactly the triples of DESIGN 2.3, stable, and safe for any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from sayso.loaders.document import Document
from sayso.loaders.facts import (
    Actor,
    Attribution,
    Demand,
    Extraction,
    Membership,
    Mention,
    Position,
    Post,
    Span,
    Statement,
)
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import iris, terms
from sayso.ontology import namespaces as ns
from sayso.ontology.errors import RejectedInput
from tests.sample import ACTORS, LATER, LEAGUE, RURITANIA, SUMMIT, ZENDA, later, sample_quads, span, summit

ARTICLE = iris.article_iri(SUMMIT.id)


def values(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[str]:
    return [q.object.value for q in quads if q.subject == subject and q.predicate == predicate]  # type: ignore[union-attr]


def subjects(quads: list[Quad], kind: NamedNode) -> list[NamedNode]:
    return [q.subject for q in quads if q.predicate == ns.TYPE and q.object == kind]  # type: ignore[misc]


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(article_quads(SUMMIT, summit()))


def test_all_stands_once_in_the_articles_graph_but_what_articles_share(quads: list[Quad]) -> None:
    assert {quad.graph_name for quad in quads} == {ARTICLE, iris.actors_graph()}
    shared = {quad.subject for quad in quads if quad.graph_name != ARTICLE}
    assert {node.value.removeprefix(iris.BASE).partition("/")[0] for node in shared} == {"post", "activity"}
    assert not shared & {quad.subject for quad in quads if quad.graph_name == ARTICLE and quad.predicate != ns.USED}
    assert len(set(quads)) == len(quads)
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert all(isinstance(quad.object, NamedNode | Literal) for quad in quads)


def test_the_order_is_the_same_each_time(quads: list[Quad]) -> None:
    assert quads == list(article_quads(SUMMIT, summit()))


def test_the_article_is_told(quads: list[Quad]) -> None:
    for predicate, expected in (
        (ns.IDENTIFIER, "summit-1"),
        (ns.TITLE, "Ruritania stays"),
        (ns.PUBLISHER, "The Strelsau Courier"),
        (ns.CREATOR, "R. Rassendyll"),
        (ns.URL, "https://courier.example/summit?id=1"),
        (ns.ISSUED, "2024-03-05"),
        (ns.LANGUAGE, "en"),
        (ns.ARTICLE_BODY, SUMMIT.text),
    ):
        assert values(quads, ARTICLE, predicate) == [expected]


def test_a_statement_is_told(quads: list[Quad]) -> None:
    denial, demand, warning, hearsay = subjects(quads, terms.STATEMENT)
    assert values(quads, denial, terms.ACT) == [terms.ACTS["deny"].value]
    assert values(quads, denial, terms.FORM) == [terms.FORMS["mixed"].value]
    assert values(quads, denial, terms.STATUS) == [terms.STATUSES["said"].value]
    assert values(quads, denial, terms.SPEAKER) == [iris.BASE + ZENDA]
    assert values(quads, denial, terms.ABOUT) == [iris.BASE + RURITANIA, iris.BASE + LEAGUE]
    assert values(quads, denial, terms.WHEN) == ["on Monday"]
    assert values(quads, denial, terms.SAID_ON) == ["2024-03-04"]
    assert values(quads, denial, terms.CONFIDENCE) == ["0.971"]
    assert values(quads, denial, terms.SPEAKING_AS) == [iris.BASE + "post/RU1/foreign-minister"]
    assert values(quads, demand, terms.CONTENT) == ["“The League must open its archives,” … “and close its offices.”"]
    assert len(values(quads, demand, terms.CONTENT_SPAN)) == 2
    assert subjects(quads, ns.QUOTATION) == [demand]
    assert values(quads, warning, terms.SPEAKER) == [f"{ARTICLE.value}/group/observers"]
    assert values(quads, hearsay, terms.SPEAKER) == []
    assert values(quads, hearsay, terms.CUE) == ["According to"]
    assert len(values(quads, hearsay, terms.SPEAKER_SPAN)) == 1


def test_a_demand_and_a_position_name_their_statement(quads: list[Quad]) -> None:
    denial, demand, *_ = subjects(quads, terms.STATEMENT)
    wanted = subjects(quads, terms.DEMAND)
    assert [values(quads, node, terms.MATTER) for node in wanted] == [["open its archives"], ["close its offices"]]
    assert all(values(quads, node, ns.WAS_DERIVED_FROM) == [demand.value] for node in wanted)
    (stance,) = subjects(quads, terms.POSITION)
    assert values(quads, stance, ns.WAS_DERIVED_FROM) == [denial.value]
    assert values(quads, stance, terms.STANCE) == [terms.STANCES["against"].value]
    assert stance.value.endswith("/country/RU1")


def test_a_post_has_one_label_for_its_spellings(quads: list[Quad]) -> None:
    post = NamedNode(iris.BASE + "post/RU1/foreign-minister")
    assert values(quads, post, ns.LABEL) == ["Foreign Minister"]
    assert values(quads, post, ns.ALT_LABEL) == ["foreign minister"]
    assert values(quads, post, ns.POST_IN) == [iris.BASE + RURITANIA]
    assert subjects(quads, ns.MEMBERSHIP)
    other = list(article_quads(LATER, later()))
    assert values(other, post, ns.LABEL) == ["Foreign Minister"]
    (left,) = subjects(other, ns.MEMBERSHIP)
    assert values(other, left, terms.FORMER) == ["true"]


def test_actors_are_told_in_their_own_graph_without_groups() -> None:
    found = list(actor_quads(ACTORS.values()))
    assert {quad.graph_name for quad in found} == {iris.actors_graph()}
    assert found == list(actor_quads(reversed(ACTORS.values())))
    minister = NamedNode(iris.BASE + ZENDA)
    assert values(found, minister, ns.LABEL) == ["Anna Zenda"]
    assert values(found, minister, ns.ALT_LABEL) == ["Zenda"]
    assert set(values(found, minister, ns.TYPE)) == {
        terms.PERSON.value,
        terms.ACTOR.value,
        ns.FOAF_PERSON.value,
        ns.AGENT.value,
    }
    assert values(found, NamedNode(iris.BASE + RURITANIA), ns.SAME_AS) == ["http://www.wikidata.org/entity/Q571527"]
    assert not subjects(found, terms.GROUP)


def test_a_group_is_told_in_its_article(quads: list[Quad]) -> None:
    (group,) = subjects(quads, terms.GROUP)
    assert group.value == f"{ARTICLE.value}/group/observers"
    assert values(quads, group, ns.LABEL) == ["observers"]


def test_loading_again_changes_nothing() -> None:
    store = Store()
    store.extend(sample_quads())
    once = set(store)
    assert once == set(sample_quads()), "the store writes no value in another way than the mapping"
    store.load(serialize(once, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)
    store.extend(sample_quads())
    assert set(store) == once


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://courier.example/a?b=c#d", True),
        ("http://courier.example", True),
        ("https://courier.example/ä", True),
        ("https://courier.example/a b", False),
        ("https://courier.example/<script>", False),
        ("https://courier.example/a}", False),
        ("https://courier.example/%zz", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://courier.example:99999/", False),
        ("courier.example", False),
        ("", False),
    ],
)
def test_only_a_clean_web_address_is_told(url: str, kept: bool) -> None:
    found = list(article_quads(replace(SUMMIT, url=url), Extraction()))
    assert values(found, ARTICLE, ns.URL) == ([url] if kept else [])


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-03-05", Literal("2024-03-05", datatype=ns.XSD_DATE)),
        ("20240305", Literal("2024-03-05", datatype=ns.XSD_DATE)),
        ("0024-03-05", Literal("0024-03-05", datatype=ns.XSD_DATE)),
        ("2024-03-05T10:30:00", Literal("2024-03-05T10:30:00", datatype=ns.XSD_DATE_TIME)),
        ("2024-03-05 10:30", Literal("2024-03-05T10:30:00", datatype=ns.XSD_DATE_TIME)),
        ("2024-03-05T10:30:00.250000+00:00", Literal("2024-03-05T10:30:00.25Z", datatype=ns.XSD_DATE_TIME)),
        ("2024-03-05T10:30:00-05:00", Literal("2024-03-05T10:30:00-05:00", datatype=ns.XSD_DATE_TIME)),
        ("2024-03-05T10:30:00+15:00", None),
        ("2024-02-30", None),
        ("5 March", None),
        ("2024", None),
    ],
)
def test_a_day_or_a_moment_is_told_where_it_exists(published: str, expected: Literal | None) -> None:
    found = list(article_quads(replace(SUMMIT, published=published), Extraction()))
    told = [quad.object for quad in found if quad.predicate == ns.ISSUED]
    assert told == ([expected] if expected else [])
    store = Store()
    store.extend(found)
    assert [quad.object for quad in store if quad.predicate == ns.ISSUED] == told


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.0, "0"),
        (0.5, "0.5"),
        (0.1234, "0.123"),
        (0.9999, "1"),
        (1.0, "1"),
        (7.0, "1"),
        (-1.0, "0"),
        (float("nan"), "0"),
    ],
)
def test_confidence_is_a_share_with_three_places(share: float, expected: str) -> None:
    statement = replace(summit().statements[2], attribution=Attribution((Span(0, 3),), confidence=share))
    found = list(article_quads(SUMMIT, Extraction(ACTORS, statements=(statement,))))
    assert [q.object for q in found if q.predicate == terms.CONFIDENCE] == [Literal(expected, datatype=ns.XSD_DECIMAL)]


def test_statements_with_the_same_words_stay_apart() -> None:
    words = Attribution((span(SUMMIT, "leave the League"),), (span(SUMMIT, "said"),))
    one = Statement(words, Span(0, 10), "indirect", "state")
    found = list(article_quads(SUMMIT, Extraction(statements=(one, replace(one, act="deny", part_of=0)))))
    first, second = subjects(found, terms.STATEMENT)
    assert first != second
    assert values(found, second, terms.PART_OF) == [first.value]
    assert values(found, first, terms.ACT) == [terms.ACTS["state"].value]


def test_positions_of_one_holder_on_the_same_words_stay_apart_when_they_differ() -> None:
    position = Position(0, RURITANIA, "for", Span(0, 5))
    facts = replace(summit(), positions=(position, position, replace(position, stance="against")))
    assert len(subjects(list(article_quads(SUMMIT, facts)), terms.POSITION)) == 2


@pytest.mark.parametrize(
    "facts",
    [
        Extraction(mentions=(Mention(Span(0, 10_000), ZENDA),)),
        Extraction(mentions=(Mention(Span(5, 2), ZENDA),)),
        Extraction(mentions=(Mention(Span(-1, 2), ZENDA),)),
        Extraction(mentions=(Mention(Span(0, 2), "person/a b"),)),
        Extraction(positions=(Position(0, ZENDA, "for", Span(0, 2)),)),
        Extraction(demands=(Demand(-1, ZENDA, Span(0, 2)),)),
    ],
    ids=["past the end", "backwards", "before the start", "a key with a space", "no such statement", "index below 0"],
)
def test_facts_that_do_not_fit_are_refused(facts: Extraction) -> None:
    with pytest.raises(ValueError, match=r"not in the text|Invalid IRI|no statement"):
        list(article_quads(SUMMIT, facts))


@pytest.mark.parametrize(
    "broken",
    [
        Document("a", "half \ud83d a smile"),
        Document("\udc00", "text"),
        Document("a", "text", title="\ud800"),
        Document("a", "text", authors=("\ud800",)),
    ],
)
def test_half_a_character_rejects_the_article(broken: Document) -> None:
    with pytest.raises(RejectedInput, match="lone surrogate"):
        list(article_quads(broken, Extraction()))


ANY = st.text(max_size=60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Document, Extraction]:
    """Draw any text with facts anywhere in it."""
    text = draw(ANY)
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda p: Span(min(p), max(p)))
    places = st.lists(place, max_size=3).map(tuple)
    key = st.sampled_from([ZENDA, RURITANIA, "group/observers"])
    keys = st.lists(key, max_size=2).map(tuple)
    post = st.builds(Post, ANY, st.none() | st.sampled_from([RURITANIA, "group/observers"]))
    statement = st.builds(
        Statement,
        st.builds(Attribution, places.filter(bool), places, places, st.floats()),
        place,
        st.sampled_from(["direct", "indirect", "mixed"]),
        st.sampled_from(sorted(terms.ACTS)),
        keys,
        keys,
        keys,
        keys,
        st.none() | post,
        st.none() | ANY,
        st.none() | st.dates(),
        st.none() | st.just(0),
    )
    statements = draw(st.lists(statement, max_size=3).map(tuple))
    index = st.integers(0, len(statements) - 1) if statements else st.nothing()
    facts = Extraction(
        {**ACTORS, "person/x": Actor("person/x", "Person", "X", frozenset(draw(st.lists(ANY, max_size=2))))},
        draw(st.lists(st.builds(Mention, place, key), max_size=3).map(tuple)),
        draw(st.lists(st.builds(Membership, key, post, place, st.booleans()), max_size=2).map(tuple)),
        statements,
        draw(
            st.lists(st.builds(Position, index, key, st.sampled_from(["for", "against"]), place, keys), max_size=2).map(
                tuple
            )
        ),
        draw(st.lists(st.builds(Demand, index, key, place, keys), max_size=2).map(tuple)),
        tuple(draw(st.dictionaries(ANY, ANY, max_size=2)).items()),
    )
    maybe = st.none() | ANY
    document = Document(
        draw(ANY),
        text,
        draw(maybe),
        draw(maybe),
        draw(maybe),
        draw(maybe),
        draw(maybe),
        tuple(draw(st.lists(ANY, max_size=2))),
    )
    return document, facts


@given(articles())
def test_any_text_is_mapped_and_offsets_come_back(article: tuple[Document, Extraction]) -> None:
    document, facts = article
    found = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
    written = serialize(found, format=RdfFormat.N_QUADS)
    store = Store()
    store.load(written, format=RdfFormat.N_QUADS)
    assert set(store) == set(found)
    rows = store.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?from ?to ?words ?before ?after { ?place oa:hasSelector"
        " [ oa:start ?from ; oa:end ?to ], [ oa:exact ?words ; oa:prefix ?before ; oa:suffix ?after ] }",
        use_default_graph_as_union=True,
    )
    for row in rows:  # type: ignore[union-attr]
        start, end = int(row["from"].value), int(row["to"].value)
        assert document.text[start:end] == row["words"].value
        assert document.text[:start].endswith(row["before"].value)
        assert document.text[end:].startswith(row["after"].value)
    contents = {s.attribution.contents for s in facts.statements}
    told = [q for q in found if q.predicate == terms.CONTENT_SPAN]
    assert len({q.subject for q in told}) == len(facts.statements)
    assert {q.object for q in told} == {
        NamedNode(f"{iris.article_iri(document.id).value}/span/{s.start}-{s.end}") for spans in contents for s in spans
    }
