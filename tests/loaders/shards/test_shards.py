"""Shards: made anywhere, the same bytes for the same inputs, and loaded as if all had been loaded at once."""

import io
import re
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.graph.actors.judgements import Decision
from sayso.graph.edits.merging import merge
from sayso.graph.store.store import Store
from sayso.loaders import zstd
from sayso.loaders.batch import BatchOptions, Report, load
from sayso.loaders.document import Document
from sayso.loaders.shards.making import make_shard, written_whole
from sayso.loaders.shards.shard import Shard, read_manifest
from sayso.loaders.shards.taking import take_shards
from sayso.ontology.errors import RejectedInput, SaysoError, UsageError
from sayso.ontology.iris import BASE, loading_graph
from tests.said import extract_said

SHARED = "The bridge over the old river is open to cars and buses from Monday, all agreed at the long meeting in town. "
DOCUMENTS = [
    Document("a", "Ann Lee said the bridge is safe.", title="A", origin="news/a.txt", published="2024-03-12"),
    Document("b", "Bob Ray said no. Ann Lee said the bridge is safe.", title="B", origin="news/b.txt", source="The B"),
    Document("c", "ANN LEE said YES. Nobody else spoke.", title="C", origin="dump.jsonl:7"),
    Document("d", SHARED * 3 + "Zoe Fox said it is fine.", title="D", origin="d.txt", authors=("One", "Two")),
    Document("e", SHARED * 3 + "ZOE FOX said it is fine.", title="E", origin="e.txt", url="https://example.org/e"),
    Document("f", "Lee said more. Ann Lee said the least.", origin="f.txt"),
]
ALL = BatchOptions(any_language=True)


def made(documents: Iterable[Document], path: Path) -> Report:
    """A shard of documents in a file."""
    report = Report()
    with written_whole(path, lambda: None) as stream:
        make_shard(documents, extract_said, stream, report, base=BASE, any_language=True)
    return report


def shards(documents: list[Document], folder: Path, count: int) -> list[str]:
    paths = [Shard(number, count).path(folder) for number in range(1, count + 1)]
    for number, path in enumerate(paths):
        made(documents[number::count], path)
    return [str(path) for path in paths]


def told(store: Store) -> set[ox.Quad]:
    """All that a store holds, but for where articles came from: a shard does not tell."""
    origin = ox.NamedNode("urn:sayso:loading:origin")
    return {q for q in store.engine if not (q.graph_name == loading_graph(BASE) and q.predicate == origin)}


def at_once(documents: list[Document] = DOCUMENTS) -> set[ox.Quad]:
    with Store.in_memory() as store:
        load(documents, store, extract_said, ALL)
        return told(store)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_shards_make_the_graph_of_a_load_at_once(tmp_path: Path, store: Store, count: int) -> None:
    report = take_shards(shards(DOCUMENTS, tmp_path, count), store, ALL)
    assert (report.loaded, report.statements, report.rejects) == (6, 8, 0)
    assert told(store) == at_once()
    again = take_shards([str(path) for path in sorted(tmp_path.iterdir())], store, ALL)
    assert (again.unchanged, again.loaded) == (6, 0)
    assert told(store) == at_once()


SAID = (
    "the bridge over the old river is open again",
    "the bridge over the old river is open again to cars",
    "nobody pays more for gas than the people of this valley",
    "no",
)
SPEAKERS = ("Ann Lee", "Lee", "ANN LEE", "Bob Ray")
ARTICLES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=9)


@given(ARTICLES, st.integers(0, 3), st.sampled_from([1, 20_000, 1 << 30]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_comes_at_once_or_before_the_graph_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: list[tuple[int, int, int]], before: int, at_once: int
) -> None:
    monkeypatch.setattr("sayso.loaders.shards.taking._AT_ONCE", at_once)
    documents = [
        Document(
            str(n), f"{SHARED * (many // 2)}{SPEAKERS[who]} said {SAID[what]}. All of it stands in paper {n * many}."
        )
        for n, (who, what, many) in enumerate(articles)
    ]
    with Store.in_memory() as store:
        load(documents[:before], store, extract_said, ALL)
        take_shards(shards(documents, tmp_path, 2), store, ALL)
        assert told(store) == at_once_of(documents, before)


def at_once_of(documents: list[Document], before: int) -> set[ox.Quad]:
    with Store.in_memory() as store:
        load(documents[before:] + documents[:before], store, extract_said, ALL)
        return told(store)


def test_what_the_engine_refuses_costs_nothing_else(tmp_path: Path) -> None:
    """A line may look right and be none; nothing of what is written at once with it may be left."""
    lines = lines_of(*DOCUMENTS[:2]).replace(f"<{BASE}person/bob-ray>", "<bob ray>")
    (tmp_path / "1.nq.zst").write_bytes(packed(lines))
    with Store.open(tmp_path / "store") as store:
        report = take_shards([str(tmp_path / "1.nq.zst")], store, ALL)
        assert (report.loaded, report.rejects) == (1, 1)
        assert "damaged" in report.rejected[0].reason
        assert told(store) == at_once(DOCUMENTS[:1])


def test_fingerprints_of_another_release_are_not_believed(tmp_path: Path, store: Store) -> None:
    lines = re.sub(r'-print> "\d', '-print> "1', lines_of(*DOCUMENTS))
    (tmp_path / "1.nq.zst").write_bytes(packed(lines))
    take_shards([str(tmp_path / "1.nq.zst")], store, ALL)
    assert told(store) == at_once()


def test_the_order_of_shards_leaves_no_trace(tmp_path: Path) -> None:
    expected = at_once()
    for order in permutations(shards(DOCUMENTS, tmp_path, 3)):
        with Store.in_memory() as store:
            take_shards(order, store, ALL)
            assert told(store) == expected


def test_shards_come_to_what_a_store_holds_and_to_what_was_decided(tmp_path: Path) -> None:
    ann, bob = (ox.NamedNode(f"{BASE}person/{name}") for name in ("ann-lee", "bob-ray"))
    decision = Decision("test", "2024-03-12T10:00:00+00:00")
    stores = []
    for way in ("at once", "shards"):
        with Store.in_memory() as store:
            load(DOCUMENTS[:2], store, extract_said, ALL)
            merge(store, ann, bob, decision)
            if way == "shards":
                take_shards(shards(DOCUMENTS, tmp_path, 2), store, ALL)
            else:
                load(DOCUMENTS, store, extract_said, ALL)
            stores.append(told(store))
    assert stores[0] == stores[1]


def test_the_same_inputs_are_the_same_bytes(tmp_path: Path) -> None:
    made(DOCUMENTS, tmp_path / "one.nq.zst")
    made(DOCUMENTS, tmp_path / "two.nq.zst")
    assert (tmp_path / "one.nq.zst").read_bytes() == (tmp_path / "two.nq.zst").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.nq.zst", "two.nq.zst"]


def test_a_shard_that_is_not_whole_has_no_name(tmp_path: Path) -> None:
    def broken() -> Iterable[Document]:
        yield DOCUMENTS[0]
        raise SaysoError("the machine is gone")

    with pytest.raises(SaysoError):
        made(broken(), tmp_path / "one.nq.zst")
    assert list(tmp_path.iterdir()) == []


def test_a_shard_without_an_article_is_a_shard(tmp_path: Path, store: Store) -> None:
    made([], tmp_path / "1.nq.zst")
    report = take_shards([str(tmp_path / "1.nq.zst")], store, ALL)
    assert (report.read, report.rejects) == (0, 0)


def test_one_identifier_is_one_article(tmp_path: Path, store: Store) -> None:
    other = Document("a", "Bob Ray said no.", origin="other.txt")
    report = made([DOCUMENTS[0], DOCUMENTS[0], other], tmp_path / "1.nq.zst")
    assert (report.loaded, report.unchanged) == (1, 1)
    assert "news/a.txt in this shard" in report.rejected[0].reason
    made([other], tmp_path / "2.nq.zst")
    paths = [str(tmp_path / name) for name in ("1.nq.zst", "2.nq.zst")]
    (reject,) = take_shards(paths, store, ALL).rejected
    assert "--replace" in reject.reason
    assert take_shards(paths[1:], store, BatchOptions(replace=True)).replaced == 1
    assert told(store) == at_once([other])


class Failing(Store):
    """A store whose process ends before the large write."""

    ends = True

    def add(self, quads: Iterable[ox.Quad]) -> None:
        if self.ends:
            raise KeyboardInterrupt
        super().add(quads)

    def take_in(self, lines: Iterable[bytes], *rest: Any) -> None:
        if self.ends:
            raise KeyboardInterrupt
        super().take_in(lines, *rest)


def test_what_ended_halfway_is_completed_by_the_same_command(tmp_path: Path) -> None:
    paths = shards(DOCUMENTS, tmp_path, 2)
    with Failing(ox.Store(), None, None, BASE) as store:
        store.refresh_ontology()
        load(DOCUMENTS[:1], store, extract_said, ALL)
        with pytest.raises(KeyboardInterrupt):
            take_shards(paths, store, ALL)
        store.ends = False
        assert take_shards(paths, store, ALL).loaded == 5
        assert told(store) == at_once()


def packed(lines: str) -> bytes:
    return zstd.compress(lines.encode())


def lines_of(*documents: Document) -> str:
    stream = io.BytesIO()
    make_shard(documents, extract_said, stream, Report(), base=BASE, any_language=True)
    return stream.getvalue().decode()


GOOD = lines_of(DOCUMENTS[0])
REVIEWS = f"<{BASE}graph/reviews>"
BAD = {
    "no archive": (b"A text.", "damaged", 0),
    "cut off": (packed(GOOD + lines_of(DOCUMENTS[1]))[:-200], "damaged", None),
    "no quads": (packed(GOOD + "A text."), "damaged: no N-Quads", 0),
    "another text": (packed(GOOD.replace("bridge is safe.", "bridge is gone.")), "not the one it was made of", 0),
    "another base": (packed(GOOD.replace(BASE, "https://example.org/")), "SAYSO_BASE", 0),
    "a decision": (packed(GOOD + f'<{BASE}x> <{BASE}y> "z" {REVIEWS} .\n'), "no article under", 1),
    "no graph": (packed(f'<{BASE}x> <{BASE}y> "z" .\n' + GOOD), "not in the graph of an article", 1),
    "blank nodes": (packed(GOOD.replace(f"<{BASE}person/ann-lee>", "_:b")), "blank", 0),
    "no identifier": (packed(GOOD.replace("/identifier>", "/other>")), "no single identifier", 0),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_shard_that_nobody_made_is_a_reject(tmp_path: Path, store: Store, kind: str) -> None:
    data, reason, loaded = BAD[kind]
    (tmp_path / "1.nq.zst").write_bytes(data)
    made(DOCUMENTS[3:4], tmp_path / "2.nq.zst")
    before = set(store.engine)
    report = take_shards([str(tmp_path / "1.nq.zst"), str(tmp_path / "2.nq.zst")], store, ALL)
    assert any(reason in one.reason for one in report.rejected), report.rejected
    assert all(isinstance(one, RejectedInput) for one in report.rejected)
    if loaded is not None:
        assert report.loaded == loaded + 1
    assert set(store.engine) >= before


@pytest.mark.parametrize("text", ["", "3", "0/5", "6/5", "a/b", "1/0", "-1/5", "3/100/2"])
def test_a_number_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--shard"):
        Shard.of(text)


@given(st.lists(st.text(), max_size=30, unique=True), st.integers(1, 10))
def test_each_input_belongs_to_one_shard(inputs: list[str], count: int) -> None:
    dealt = [one for number in range(1, count + 1) for one in Shard.of(f"{number}/{count}").share(inputs)]
    assert sorted(dealt) == sorted(inputs)


def test_a_manifest_has_a_path_a_line(tmp_path: Path) -> None:
    path = tmp_path / "manifest.txt"
    path.write_text("# what there is\na.txt\n\n  sub/b.jsonl\n/c.csv\n")
    assert read_manifest(str(path)) == [str(tmp_path / "a.txt"), str(tmp_path / "sub/b.jsonl"), "/c.csv"]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.txt").write_text("x")
    assert read_manifest(str(tmp_path / "sub")) == [str(tmp_path / "sub" / "x.txt")]
    for name, data in (("none.txt", None), ("empty.txt", ""), ("dump.jsonl", '{"text": "x"}\n')):
        if data is not None:
            (tmp_path / name).write_text(data)
        with pytest.raises(UsageError, match=name):
            read_manifest(str(tmp_path / name))
