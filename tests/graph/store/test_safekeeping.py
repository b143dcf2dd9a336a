"""Damage is told as damage, backups come back, old stores open, and what is erased is in no file."""

from __future__ import annotations

import json
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sayso.api.command import run
from sayso.graph.answers.checking import data_faults, file_faults
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.edits.erasing import erase, erase_from_backups
from sayso.graph.store.backups import back_up, backups, restore
from sayso.graph.store.damage import damage_of, is_lock
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.store.sums import NOTE, torn
from sayso.graph.store.version import CURRENT, MARK, version_of
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, StoreDamaged, StoreError, StoreLocked
from sayso.ontology.iris import BASE, article_iri, reviews_graph
from tests.sample import LATER, SUMMIT, later, summit

SECRET = "Nobody else wrote these very words"
OLD = Path(__file__).parent / "fixtures" / "e1e0d69.store.tar.xz"


def load(folder: Path) -> None:
    with Store.open(folder) as store:
        for document, facts in ((SUMMIT, summit()), (replace(LATER, text=f"{LATER.text} {SECRET}."), later())):
            quads = [*article_quads(document, facts), *actor_quads(facts.actors.values())]
            replace_article(store, document.id, quads, Seen("m", "o"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample."""
    folder = tmp_path_factory.mktemp("kept") / "some.store"
    load(folder)
    return folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    shutil.copytree(loaded, tmp_path / "some.store")
    return tmp_path / "some.store"


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flipped(path: Path) -> None:
    data = path.read_bytes()
    middle = len(data) // 3
    path.write_bytes(data[:middle] + bytes(byte ^ 0xFF for byte in data[middle : middle + 8]) + data[middle + 8 :])


HOWS = [_missing, _empty, _torn, _flipped]


@pytest.mark.parametrize("how", HOWS)
def test_each_broken_file_is_told_as_damage_or_harms_nothing(
    folder: Path, how: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [path.name for path in (folder / "database").iterdir() if not path.name.startswith("LO")]
    told = 0
    for name in names:
        broken = tmp_path / f"{name}.store"
        shutil.copytree(folder, broken)
        how(broken / "database" / name)
        code = run(["export", "--output", str(tmp_path / "all.nq"), "--store", str(broken)])
        written = capsys.readouterr()
        assert code in (0, 1), written
        if code == 1:
            told += 1
            assert "damaged: " in written.err
            assert "sayso restore" in written.err
            assert "another process" not in written.err
    assert told


def test_a_checksum_of_a_block_is_no_lock() -> None:
    message = "Corruption: block checksum mismatch: stored = 1, computed = 2 in /a/database/000012.sst offset 1"
    assert not is_lock(message)
    assert is_lock("IO error: While lock file: /a/database/LOCK: Resource temporarily unavailable")
    damage = damage_of(RuntimeError(message), Path("here"))
    assert "damaged: here/database/000012.sst" in str(damage)
    assert damage_of(RuntimeError("something else")) is None


@pytest.mark.parametrize("how", HOWS[:3])
def test_a_torn_snapshot_is_seen_without_reading_it(folder: Path, how: Callable[[Path], None]) -> None:
    snapshot = latest(folder)
    assert snapshot is not None
    assert torn(snapshot) is None
    file = max((snapshot / "database").glob("*.sst"), key=lambda path: path.stat().st_size)
    how(file)
    assert torn(snapshot) == file


@pytest.mark.parametrize("how", HOWS[1:])
def test_a_broken_mark_of_the_layout_is_damage(folder: Path, how: Callable[[Path], None]) -> None:
    (folder / MARK).write_text("22", "ascii")
    how(folder / MARK)
    if how is _torn:
        # Half of it is a version, too: of this release's layout.
        assert version_of(folder) == 2
        return
    with pytest.raises(StoreDamaged, match=r"damaged: .*format.*sayso restore"):
        Store.open(folder)


@pytest.mark.parametrize("how", HOWS[1:])
def test_a_broken_list_of_hashes_is_damage_and_no_older_release(folder: Path, how: Callable[[Path], None]) -> None:
    snapshot = latest(folder)
    assert snapshot is not None
    how(snapshot / NOTE)
    assert torn(snapshot) == snapshot / NOTE
    [fault] = file_faults(folder)
    assert fault.at == str(snapshot / NOTE)
    assert "damaged" in fault.what
    (snapshot / NOTE).unlink()
    assert torn(snapshot) is None
    assert "older release" in next(file_faults(folder)).what


def test_check_finds_nothing_in_a_whole_store_and_each_fault_in_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--store", str(folder)]) == 0, capsys.readouterr().out
    article = article_iri(SUMMIT.id)
    with Store.open(folder) as store:
        [body] = store.engine.quads_for_pattern(article, ns.ARTICLE_BODY, None)
        span = next(quad.object for quad in store.engine.quads_for_pattern(None, terms.CUE_SPAN, None))
        store.apply(
            [body, *store.engine.quads_for_pattern(None, terms.CUE_SPAN, span)],
            [
                Quad(article, ns.ARTICLE_BODY, Literal("x" + SUMMIT.text), article),
                Quad(NamedNode(f"{article.value}/lost"), ns.TYPE, terms.STATEMENT, article),
                Quad(NamedNode(f"{article.value}/lost-demand"), ns.TYPE, terms.DEMAND, article),
            ],
        )
        whats = {fault.what for fault in data_faults(store)}
    assert "the statement has no article" in whats
    assert "no statement expresses it" in whats
    assert "the text has other words at this place than the quotation" in whats
    assert "nothing stands at this place of a text" in whats
    snapshot = latest(folder)
    assert snapshot is not None
    _flipped(max((snapshot / "database").glob("*.sst")))
    assert [fault.what for fault in file_faults(folder)] == ["damaged: the file is not what was published"]
    assert run(["check", "--no-shapes", "--store", str(folder)]) == 1
    told = capsys.readouterr()
    assert "damaged" in told.out + told.err


def test_a_backup_comes_back_and_the_next_one_copies_little(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "backups"
    first = back_up(folder, target)
    second = back_up(folder, target)
    assert second.copied < first.copied / 2
    assert backups(target) == [first.folder, second.folder]
    shutil.rmtree(folder / "database")
    assert restore(target, folder) == second.folder
    with Store.open(folder) as store:
        assert store.engine.contains_named_graph(article_iri(SUMMIT.id))
    [kept] = tmp_path.glob("some.store.before-*")
    assert (kept / "snapshots").is_dir()


def test_a_broken_backup_is_not_restored(folder: Path, tmp_path: Path) -> None:
    made = back_up(folder, tmp_path / "backups").folder
    _flipped(max((made / "database").glob("*.sst")))
    with pytest.raises(StoreDamaged, match="damaged: "):
        restore(tmp_path / "backups", folder)
    (made / "backup.json").write_text('{"files": {"../out": [1, "a"]}}', "utf-8")
    with pytest.raises(StoreDamaged):
        restore(made, folder)
    assert (folder / "database").is_dir()


def test_a_backup_goes_elsewhere_and_needs_a_store(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="inside the store"):
        back_up(folder, folder / "backups")
    with pytest.raises(NotFoundError):
        back_up(tmp_path / "nowhere", tmp_path / "backups")
    with pytest.raises(NotFoundError):
        restore(tmp_path / "nowhere", folder)
    with Store.open(folder), pytest.raises(StoreLocked):
        restore(back_up(folder, tmp_path / "backups").folder, folder)


def test_a_store_of_the_first_release_is_upgraded_and_marked(tmp_path: Path) -> None:
    with tarfile.open(OLD) as archive:
        archive.extractall(tmp_path, filter="data")
    old = tmp_path / "e1e0d69.store"
    assert version_of(old) == 0
    with pytest.raises(StoreError, match="sayso upgrade"):
        Store.open(old, read_only=True)
    assert run(["upgrade", "--store", str(old)]) == 0
    assert version_of(old) == CURRENT
    with Store.open(old) as store:
        assert len(list(store.quads(article_iri(SUMMIT.id)))) > 100
        assert not list(data_faults(store))
    assert run(["query", "statements", "--store", str(old)]) == 0


def test_a_store_of_a_later_release_is_refused(folder: Path) -> None:
    (folder / MARK).write_text(f"{CURRENT + 1}\n", "ascii")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="later release"):
            Store.open(folder, read_only=read_only)


def test_what_is_erased_is_in_no_file(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder) as store:
        review = NamedNode(f"{BASE}review/1")
        graph = reviews_graph(BASE)
        store.apply(
            [],
            [
                Quad(review, terms.APPLIES_TO, article_iri(LATER.id), graph),
                Quad(review, ns.COMMENT, Literal(SECRET), graph),
            ],
        )
    told = {"quads": f"<{article_iri(LATER.id).value}> <urn:p> '{SECRET}'", "identifier": LATER.id}
    lines = [{"id": "1", "state": "begun", "by": "Ada", "arguments": told}, {"id": "1", "state": "done", "by": "Ada"}]
    (folder / "writes.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    target = tmp_path / "backups"
    back_up(folder, target)
    assert erase(folder, LATER.id, BASE)
    journal = [json.loads(line) for line in (folder / "writes.jsonl").read_text("utf-8").splitlines()]
    assert journal == [{**lines[0], "arguments": {"erased": True}}, lines[1]]
    assert erase_from_backups(target, LATER.id, BASE) == 1
    assert not erase(folder, LATER.id, BASE)
    restored = tmp_path / "restored.store"
    restore(target, restored)
    for place in (folder, restored):
        with Store.open(place, read_only=True) as store:
            assert store.engine.contains_named_graph(article_iri(SUMMIT.id))
            assert not any(SECRET in str(quad) for quad in store.engine)
            assert not list(data_faults(store))
    for path in (*folder.rglob("*"), *target.rglob("*")):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
