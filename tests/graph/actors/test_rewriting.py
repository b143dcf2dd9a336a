"""Rewriting: pure, exact, and what it writes keeps to the shapes."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.actors.names import contribution
from sayso.graph.actors.rewriting import Naming, kind_of, neighbourhood, restored, rewritten
from sayso.graph.answers.validation import violations
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.merging import merge, separate, split
from sayso.graph.store.store import Store
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import terms
from sayso.ontology.iris import BASE, article_iri
from sayso.ontology.namespaces import RDF_OBJECT, RDF_PREDICATE, RDF_STATEMENT, RDF_SUBJECT, TYPE
from tests.sample import ACTORS, BORDURIA, LATER, LEAGUE, RURITANIA, SUMMIT, ZENDA, later, summit

BY = Decision("Ada", "2024-05-03T10:00:00Z")
ARTICLE = article_iri(SUMMIT.id)


def node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def sample() -> set[Quad]:
    quads = [*article_quads(SUMMIT, summit()), *actor_quads(ACTORS.values())]
    own = {quad for quad in quads if quad.graph_name == ARTICLE}
    return own | contribution((quad for quad in quads if quad.graph_name != ARTICLE), ARTICLE, BASE)


NAMES = {
    "nobody": {},
    "a person": {ZENDA: "person/anna-maria-zenda"},
    "a country, with its posts": {RURITANIA: BORDURIA},
    "a body that becomes a country": {LEAGUE: RURITANIA},
    "two that become a third": {LEAGUE: "organisation/union", RURITANIA: "organisation/union"},
}


def naming(case: str, *apart: str) -> Naming:
    names = {node(one): node(other) for one, other in NAMES[case].items()}
    return Naming(ARTICLE, lambda actor: names.get(actor, actor), tuple(map(node, apart)))


@pytest.mark.parametrize("apart", [(), (ZENDA,), (RURITANIA, LEAGUE)])
@pytest.mark.parametrize("case", NAMES)
def test_what_is_rewritten_can_be_restored(case: str, apart: tuple[str, ...]) -> None:
    named = naming(case, *apart)
    written = rewritten(sample(), named, BASE)
    assert restored(written, named, BASE) == sample()
    assert (written == sample()) == (case == "nobody" and not apart)


@pytest.mark.parametrize("case", list(NAMES)[1:])
def test_whoever_is_somebody_else_is_left_in_the_records_only(case: str) -> None:
    written = rewritten(sample(), naming(case), BASE)
    for actor in NAMES[case]:
        if NAMES[case].get(actor) and actor not in NAMES[case].values():
            left = {quad.predicate for quad in written if quad.object == node(actor)}
            assert left <= {terms.ORIGINALLY, *terms.ORIGINALS.values(), RDF_OBJECT}


def test_two_triples_that_became_one_are_two_again() -> None:
    written = rewritten(sample(), naming("a body that becomes a country"), BASE)
    denial = next(q.subject for q in sample() if q.predicate == terms.ABOUT and q.object == node(RURITANIA))
    about = [q for q in written if q.subject == denial and q.predicate == terms.ABOUT]
    assert [quad.object for quad in about] == [node(RURITANIA)]
    assert restored(written, naming("a body that becomes a country"), BASE) == sample()


def test_what_a_statement_told_at_first_is_one_triple_each() -> None:
    written = rewritten(sample(), naming("a person"), BASE)
    told = [(plain, quad) for plain in terms.ORIGINALS for quad in sample() if quad.predicate == plain]
    moved = [(plain, quad) for plain, quad in told if quad.object == node(ZENDA)]
    assert {Quad(q.subject, terms.ORIGINALS[plain], q.object, ARTICLE) for plain, q in moved} <= written
    assert not any(quad.object == RDF_STATEMENT for quad in written)
    assert len(moved) > 2


def test_a_changed_subject_is_told_as_a_record_and_restored() -> None:
    knows = Quad(node(ZENDA), NamedNode("https://example.org/knows"), node(LEAGUE), ARTICLE)
    written = rewritten({*sample(), knows}, naming("a person"), BASE)
    assert any(quad.object == RDF_STATEMENT for quad in written)
    assert restored(written, naming("a person"), BASE) == {*sample(), knows}


@pytest.mark.parametrize("case", list(NAMES)[1:])
def test_records_of_an_earlier_release_are_restored(case: str) -> None:
    written = rewritten(sample(), naming(case), BASE)
    plain_of = {original: plain for plain, original in terms.ORIGINALS.items()}
    old = {quad for quad in written if quad.predicate not in plain_of}
    for quad in written - old:
        record = NamedNode(f"{ARTICLE.value}/original/{len(old)}")
        old.add(Quad(record, TYPE, RDF_STATEMENT, ARTICLE))
        parts = (RDF_SUBJECT, quad.subject), (RDF_PREDICATE, plain_of[quad.predicate]), (RDF_OBJECT, quad.object)
        old |= {Quad(record, part, value, ARTICLE) for part, value in parts}
    assert old != written
    assert restored(old, naming(case), BASE) == sample()


def test_only_what_concerns_an_actor_is_near_it() -> None:
    store = Store.in_memory()
    store.apply((), sample())
    near = neighbourhood(store.engine, ARTICLE, [node(ZENDA)])
    assert {q for q in sample() if node(ZENDA) in (q.subject, q.object)} <= near
    assert len(near) < len(sample()) / 4
    posts = neighbourhood(store.engine, ARTICLE, [node(RURITANIA)])
    assert node("post/RU1/foreign-minister") in {quad.object for quad in posts if quad.predicate == terms.NAMES}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("person/anna-zenda", "person"),
        ("person/john-smith~1f0c3a9b", "person"),
        ("organisation/x", "organisation"),
        ("country/RU", "country"),
        ("post/RU/president", None),
        ("article/1/group/observers", None),
        ("person/", None),
        ("person", None),
        ("", None),
    ],
)
def test_kinds_are_read_off_the_iri(path: str, kind: str | None) -> None:
    assert kind_of(node(path), BASE) == kind


def test_another_base_has_no_actors_of_ours() -> None:
    assert kind_of(NamedNode("https://example.org/person/anna-zenda"), BASE) is None


def test_what_merges_and_splits_write_conforms_to_the_shapes(store: Store) -> None:
    for document, extraction in ((SUMMIT, summit()), (LATER, later())):
        quads = [*article_quads(document, extraction), *actor_quads(ACTORS.values())]
        replace_article(store, document.id, quads, Seen("m", "o"))
    assert violations(store) == []
    merge(store, node(LEAGUE), node(RURITANIA), BY)
    separate(store, node(ZENDA), article_iri(LATER.id), BY)
    assert violations(store) == []
    split(store, node(RURITANIA), BY)
    assert violations(store) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("person/ann-lee", "person"),
        ("person/john-smith~1f0c3a9b", "person"),
        ("organisation/nato", "organisation"),
        ("country/US", "country"),
        ("article/0a/person/tusk", "person"),
        ("article/0a/group/observers", None),
        ("article/0a/organisation/nato", None),
        ("article/0a/person/tusk/x", None),
        ("article/0a/person/", None),
        ("article/0a", None),
        ("person/", None),
        ("person/a/b", None),
        ("post/US/president", None),
        ("group/x", None),
    ],
)
def test_a_person_a_body_and_a_state_can_be_merged_and_no_group(path: str, kind: str | None) -> None:
    assert kind_of(NamedNode(BASE + path), BASE) == kind


def test_an_iri_under_another_base_is_no_actor() -> None:
    assert kind_of(NamedNode("https://example.org/person/ann-lee"), BASE) is None
