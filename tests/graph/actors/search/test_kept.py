"""The index beside a snapshot: the same as one that is made, taken along, renewed, and never believed when broken."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.search.index import Index, IndexedActor
from sayso.graph.actors.search.kept import read
from sayso.graph.actors.search.searching import index_of, keep_index, made_index, search
from sayso.graph.edits.articles import drop_article
from sayso.graph.model.pages import ItemPage
from sayso.graph.store.beside import INDEX, MOST
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, actors_graph
from sayso.ontology.namespaces import ALT_LABEL, LABEL
from sayso.ontology.terms import ABOUT, SPEAKER
from tests.sample import LATER, sample_quads

NEW = NamedNode(f"{BASE}person/neu")


def told(index: Index) -> list[IndexedActor]:
    return list(index.entries)


def newest(folder: Path) -> Path:
    found = latest(folder)
    assert found is not None
    return found


def as_made(folder: Path) -> Index:
    """Open the latest snapshot, check that its index says what is in the store, and return it."""
    with Store.open_snapshot(newest(folder)) as snapshot:
        index = index_of(snapshot)
        assert told(index) == told(made_index(snapshot))
        assert list(index.speaking) == list(made_index(snapshot).speaking)
        return index


@pytest.fixture
def filled(folder: Path) -> Path:
    with Store.open(folder) as store:
        store.apply([], sample_quads())
        store.publish()
        keep_index(store)
    return folder


def called(name: str) -> Iterable[Quad]:
    return [Quad(NEW, LABEL, Literal(name), actors_graph(BASE))]


def test_a_reader_opens_what_the_writer_kept(filled: Path) -> None:
    found = read(newest(filled), BASE)
    assert found is not None
    assert found[1] == frozenset()
    as_made(filled)


def test_a_small_write_takes_it_along_and_the_first_reader_renews_it(filled: Path) -> None:
    before = newest(filled)
    statement = NamedNode(f"{BASE}article/x/statement/1")
    with Store.open(filled) as store:
        spoken = [Quad(statement, SPEAKER, NEW, NamedNode(f"{BASE}article/x"))]
        store.apply([], [*called("Neu, A."), *spoken])
    after = newest(filled)
    assert (after / INDEX).samefile(before / INDEX)
    found = read(after, BASE)
    assert found is not None
    assert found[1] == {NEW.value}
    assert IndexedActor(NEW.value, "person", ("Neu, A.",), statements=1) in told(as_made(filled))
    renewed = read(after, BASE)
    assert renewed is not None
    assert renewed[1] == frozenset()
    # The older snapshot has its own still.
    with Store.open_snapshot(before) as snapshot:
        assert told(index_of(snapshot)) == told(made_index(snapshot))


def test_several_writes_add_up(filled: Path) -> None:
    for number in range(3):
        with Store.open(filled) as store:
            store.apply([], [Quad(NamedNode(f"{BASE}article/x/s/{number}"), ABOUT, NEW, NamedNode("urn:g"))])
            store.apply([], [Quad(NEW, ALT_LABEL, Literal(f"N{number}"), actors_graph(BASE))])
    assert IndexedActor(NEW.value, "person", ("N0", "N1", "N2"), about=3) in told(as_made(filled))


@pytest.mark.parametrize("how", ["dropped", "updated", "many"])
def test_what_is_not_known_or_not_to_be_kept_takes_nothing_along(filled: Path, how: str) -> None:
    with Store.open(filled) as store:
        if how == "dropped":
            # A name that goes shall stand in no file.
            assert drop_article(store, LATER.id)
            store.apply(store.engine.quads_for_pattern(None, LABEL, None, actors_graph(BASE)), [])
        elif how == "updated":
            store.update(f"INSERT DATA {{ GRAPH <urn:g> {{ <{NEW.value}> <{LABEL.value}> 'Neu' }} }}")
        else:
            graph = NamedNode("urn:g")
            store.add(Quad(NamedNode(f"{NEW.value}{n}"), LABEL, Literal(str(n)), graph) for n in range(MOST + 1))
    assert not (newest(filled) / INDEX).exists()
    as_made(filled)
    assert read(newest(filled), BASE) is not None


def _cut(data: bytes) -> bytes:
    return data[:-7]


def _turned(data: bytes) -> bytes:
    at = random.Random(5).randrange(200, len(data))
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


@pytest.mark.parametrize("broken", [_cut, _turned, lambda data: b"", lambda data: b"{}\n", lambda data: b"\xff" * 9])
def test_a_broken_one_is_made_again(filled: Path, broken: object) -> None:
    assert callable(broken)
    path = newest(filled) / INDEX
    path.write_bytes(broken(path.read_bytes()))
    assert read(newest(filled), BASE) is None
    as_made(filled)
    assert read(newest(filled), BASE) is not None


def test_one_of_another_snapshot_is_not_believed(filled: Path) -> None:
    old = (newest(filled) / INDEX).read_bytes()
    with Store.open(filled) as store:
        store.update(f"INSERT DATA {{ GRAPH <urn:g> {{ <{NEW.value}> <{LABEL.value}> 'Neu' }} }}")
    (newest(filled) / INDEX).write_bytes(old)
    assert read(newest(filled), BASE) is None
    as_made(filled)


def test_where_nothing_can_be_written_a_reader_goes_on(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (newest(filled) / INDEX).unlink()
    (newest(filled) / INDEX).mkdir()
    with Store.open_snapshot(newest(filled)) as snapshot:
        assert search(snapshot, "zenda", "", "", 5, 0) == search(snapshot, "zenda", "", "", 5, 0)


def test_what_a_process_left_unpublished_is_not_taken_for_known(filled: Path) -> None:
    with Store.open(filled) as store:
        store.apply([], called("Neu"))
        store._publishes = False  # as if it had been killed here
    with Store.open(filled):
        pass
    assert NEW.value in {entry.iri for entry in told(as_made(filled))}


def test_an_index_without_anybody(folder: Path) -> None:
    with Store.open(folder) as store:
        store.publish(always=True)
        keep_index(store)
    assert told(as_made(folder)) == []
    with Store.open_snapshot(newest(folder)) as snapshot:
        assert search(snapshot, "any", "", "", 5, 0) == ItemPage([], False)
