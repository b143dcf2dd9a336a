import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, QueryError, StoreError, StoreLocked
from sayso.ontology.files import ontology_quads
from sayso.ontology.iris import BASE, loading_graph, ontology_graph

S, P, G = (ox.NamedNode(f"http://example.org/{name}") for name in "spg")
QUAD = ox.Quad(S, P, ox.Literal("a"), G)


def test_a_new_store_holds_the_ontology(folder: Path) -> None:
    with Store.open(folder) as store:
        assert set(store.quads(ontology_graph(BASE))) == set(ontology_quads(BASE))


def test_another_release_s_ontology_gives_way(folder: Path) -> None:
    with Store.open(folder) as store:
        store.apply([], [ox.Quad(S, P, ox.Literal("of an older release"), ontology_graph(BASE))])
        store.apply(list(ontology_quads(BASE))[:5], [])
    with Store.open(folder) as store:
        assert set(store.quads(ontology_graph(BASE))) == set(ontology_quads(BASE))


def test_what_is_written_is_there_when_opened_again(folder: Path) -> None:
    with Store.open(folder) as store:
        assert store.apply([], [QUAD])
        assert not store.apply([QUAD], [QUAD])
    with Store.open(folder, read_only=True) as store:
        assert list(store.quads(G)) == [QUAD]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_another_base_is_left_alone(folder: Path, read_only: bool) -> None:
    Store.open(folder).close()
    for _ in range(2):
        with pytest.raises(StoreError, match="another base"):
            Store.open(folder, read_only=read_only, base="https://example.org/")
    Store.open(folder).close()


def test_a_second_writer_is_told_where_and_what_to_do(folder: Path) -> None:
    with Store.open(folder), pytest.raises(StoreLocked, match=r"some\.store.*another process.*--store"):
        Store.open(folder)


def test_nobody_reads_while_somebody_writes_nor_writes_while_somebody_reads(folder: Path) -> None:
    with Store.open(folder), pytest.raises(StoreLocked, match="writing"):
        Store.open(folder, read_only=True)
    with Store.open(folder, read_only=True), Store.open(folder, read_only=True), pytest.raises(StoreLocked):
        Store.open(folder)
    Store.open(folder).close()


def test_another_process_s_lock_is_seen_and_ends_with_the_process(folder: Path) -> None:
    program = (
        "import sys, pathlib; from sayso.graph.store.store import Store\n"
        f"store = Store.open(pathlib.Path({str(folder)!r})); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreLocked):
            Store.open(folder)
        other.kill()
    Store.open(folder).close()


def test_the_engine_s_own_lock_is_respected(folder: Path) -> None:
    Store.open(folder).close()
    engine = ox.Store(str(folder / "database"))
    with pytest.raises(StoreLocked):
        Store.open(folder)
    del engine


def test_a_store_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(NotFoundError, match=r"some\.store.*sayso load"):
        Store.open(folder, read_only=True)
    assert not folder.exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(StoreError, match="no store"):
        Store.open(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(StoreError, match="file"):
        Store.open(path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_broken_store_is_named_and_stays_unlocked(folder: Path, read_only: bool) -> None:
    Store.open(folder).close()
    (folder / "database" / "CURRENT").write_text("nonsense")
    for _ in range(2):
        with pytest.raises(StoreError, match="damaged: "):
            Store.open(folder, read_only=read_only)


def test_what_a_killed_bulk_load_left_is_cleared(folder: Path) -> None:
    Store.open(folder).close()
    leftover = folder / "database" / "bulk-7.sst"
    leftover.write_bytes(b"half")
    Store.open(folder, read_only=True).close()
    assert leftover.exists()
    Store.open(folder).close()
    assert not leftover.exists()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")


def test_queries_see_all_graphs_and_know_the_prefixes(store: Store) -> None:
    store.apply([], [QUAD])
    found = store.query("SELECT ?o ?unbound { <http://example.org/s> ?p ?o }")
    assert found == Table(("o", "unbound"), ((ox.Literal("a"), None),))
    assert list(found.records()) == [{"o": "a", "unbound": ""}]
    assert store.query("ASK { sayso:Statement a owl:Class }") is True
    assert store.query("CONSTRUCT { ?s ?p ?o } { GRAPH <http://example.org/g> { ?s ?p ?o } }") == (QUAD.triple,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {", "line 1, column 11"),
        ("SELECT *\n{ ?s nonsense ?o }", "line 2"),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", "SERVICE"),
        ("", "the query is empty"),
    ],
)
def test_a_query_that_cannot_be_answered_says_where(store: Store, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        store.query(text)


def test_an_update_is_all_or_nothing(store: Store) -> None:
    existing = f"CREATE GRAPH {ontology_graph(BASE)}"
    with pytest.raises(QueryError):
        store.update(f"INSERT DATA {{ GRAPH {G} {{ {S} {P} 1 }} }} ; {existing}")
    assert list(store.quads(G)) == []
    with pytest.raises(QueryError, match="LOAD"):
        store.update("LOAD <http://127.0.0.1/>")


def test_answers_are_serialized_by_the_engine(store: Store) -> None:
    store.apply([], [QUAD])
    select = "SELECT ?o { <http://example.org/s> ?p ?o }"
    assert store.serialize(select, ox.QueryResultsFormat.CSV, None) == b"o\r\na\r\n"
    construct = "CONSTRUCT WHERE { <http://example.org/s> ?p ?o }"
    triples = store.serialize(construct, ox.QueryResultsFormat.CSV, ox.RdfFormat.N_TRIPLES)
    assert triples == b'<http://example.org/s> <http://example.org/p> "a" .\n'
    with pytest.raises(QueryError, match="triples"):
        store.serialize(construct, ox.QueryResultsFormat.CSV, None)


def test_an_exchange_that_ended_halfway_is_completed_when_the_store_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = ox.Quad(S, P, ox.Literal('b, \n "quoted"'), G)
    with Store.open(folder) as store:
        store.apply([], [QUAD])
        with monkeypatch.context() as patched:
            patched.setattr(Store, "apply", _ended)
            with pytest.raises(KeyboardInterrupt):
                store.exchange([QUAD, new], [new])
        assert set(store.quads(G)) == {QUAD, new}
    with Store.open(folder) as store:
        assert set(store.quads(G)) == {new}
        assert list(store.quads(loading_graph(BASE))) == []
        assert store.snapshot == ""
        store.exchange([new], [QUAD])
        assert set(store.engine) - set(store.quads(ontology_graph(BASE))) == {QUAD}


def _ended(*_: object, **__: object) -> bool:
    raise KeyboardInterrupt


def test_files_of_many_loads_are_put_together_and_say_the_same(folder: Path) -> None:
    def parts() -> int:
        return len(list((folder / "database").glob("*.sst")))

    with Store.open(folder) as store:
        for number in range(12):
            node = ox.NamedNode(f"https://example.org/{number}")
            store.add([ox.Quad(node, node, node, ox.NamedNode(store.base + "article/a"))])
        before, held = parts(), set(store.engine)
        store.gather_files()
        assert set(store.engine) == held
        assert parts() < before
    with Store.open(folder, read_only=True) as store:
        assert set(store.engine) == held


def test_files_stay_as_they_are_where_there_is_no_room_for_them_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.graph.store.room._RESERVE", 1 << 60)
    with Store.open(folder) as store:

        def files() -> set[str]:
            return {file.name for file in (folder / "database").glob("*.sst")}

        before = files()
        for _ in range(40):  # the engine puts small files together by itself
            time.sleep(0.5)
            if files() == before:
                break
            before = files()
        store.gather_files()
        assert files() == before
    with Store.in_memory() as store:
        store.gather_files()
