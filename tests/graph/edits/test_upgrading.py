"""Upgrading: a store of an earlier release becomes what this one makes of the same articles and decisions."""

from __future__ import annotations

import lzma
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.api.command import run
from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.deciding import Wanted, review
from sayso.graph.edits.merging import merge, separate
from sayso.graph.reviews.values import LINKED
from sayso.graph.store.store import Store
from sayso.graph.store.version import MARK
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import StoreError
from sayso.ontology.files import ontology_quads
from sayso.ontology.iris import BASE, actors_graph, article_iri, ontology_graph
from tests.sample import ACTORS, LATER, LEAGUE, RURITANIA, SUMMIT, ZENDA, later, summit

OLD = Path(__file__).parent / "fixtures" / "1ddb2bd.nq.xz"
BY = Decision("Ada", "2024-05-03T10:00:00Z")
MINE = Quad(NamedNode("https://example.org/mine"), ns.LABEL, Literal("mine"), NamedNode("https://example.org/graph"))
NOTE = Quad(NamedNode(BASE + ZENDA), ns.COMMENT, Literal("a note"), actors_graph(BASE))


@pytest.fixture
def old(folder: Path) -> Path:
    """A store as the release before wrote it, with what its user added."""
    folder.mkdir()
    engine = ox.Store(str(folder / "database"))
    engine.bulk_load(lzma.decompress(OLD.read_bytes()), format=ox.RdfFormat.N_QUADS)
    engine.extend([*ontology_quads(BASE), MINE, NOTE])
    (folder / "lock").touch()
    (folder / MARK).write_text("1\n", "ascii")
    return folder


def written(store: Store) -> set[Quad]:
    """What the same articles and decisions are in a store of this release."""
    for document, facts in ((SUMMIT, summit()), (LATER, later())):
        quads = [*article_quads(document, facts), *actor_quads(ACTORS.values())]
        replace_article(store, document.id, quads, Seen("m", "o"))
    merge(store, NamedNode(BASE + LEAGUE), NamedNode(BASE + RURITANIA), BY)
    separate(store, NamedNode(BASE + ZENDA), article_iri(LATER.id), BY)
    found = store.engine.quads_for_pattern(None, terms.IN_ARTICLE, article_iri(SUMMIT.id))
    first, second, *_ = sorted((quad.subject for quad in found), key=str)
    new = NamedNode(BASE + "person/new-one")
    review(store, first, "correct", BY, Wanted({LINKED["speaker"]: (new,)}, names={new: "New One"}))
    review(store, second, "reject", BY)
    return set(store.engine)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_of_an_earlier_release_is_refused_with_the_way_out(old: Path, read_only: bool) -> None:
    with pytest.raises(StoreError, match="sayso upgrade --store"):
        Store.open(old, read_only=read_only)


def test_an_upgraded_store_is_the_one_that_this_release_writes(
    old: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["upgrade", "--store", str(old)]) == 0
    assert capsys.readouterr().out == "upgraded: 2 articles\n"
    with Store.open(old) as upgraded:
        assert set(upgraded.engine) == written(store) | {MINE, NOTE}
    assert run(["upgrade", "--store", str(old)]) == 0
    assert "up to date" in capsys.readouterr().out


def test_an_upgrade_that_was_killed_is_ended_by_the_next(old: Path) -> None:
    (old / ".database-new").mkdir()
    (old / ".database-new" / "rest.sst").write_bytes(b"half")
    assert run(["upgrade", "--store", str(old)]) == 0
    with Store.open(old, read_only=True) as upgraded:
        assert upgraded.engine.contains_named_graph(ontology_graph(BASE))


def test_there_has_to_be_a_store(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["upgrade", "--store", str(folder)]) == 2
    assert "no store" in capsys.readouterr().err


def test_quads_as_an_earlier_release_wrote_them_are_refused(store: Store) -> None:
    article = article_iri(SUMMIT.id)
    quads = [*article_quads(SUMMIT, summit()), *actor_quads(ACTORS.values())]
    post = NamedNode(f"{BASE}post/RU1/foreign-minister")
    with pytest.raises(ValueError, match="earlier release"):
        replace_article(store, SUMMIT.id, [*quads, Quad(post, ns.LABEL, Literal("x"), article)], Seen("m", "o"))
