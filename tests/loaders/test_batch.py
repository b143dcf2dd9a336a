import os
import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from sayso.graph.store.store import Store
from sayso.loaders.batch import BatchOptions, Copy, Report, load
from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.loaders.readers import ReadingOptions, ReadOutcome, read
from sayso.ontology.errors import RejectedInput
from tests.said import extract_said

A = Document("a", "Ann Lee said the bridge is safe.", title="A", origin="news/a.txt")
B = Document("b", "Bob Ray said no. Ann Lee said yes.", title="B", origin="news/b.txt")
C = Document("c", "ANN LEE said YES. Nobody else spoke.", title="C", origin="dump.jsonl:7")


def counted(
    extract: Callable[[Document], Extraction] = extract_said,
) -> tuple[list[str], Callable[[Document], Extraction]]:
    """An extractor that keeps a list of what it was asked for."""
    asked: list[str] = []

    def counting(document: Document) -> Extraction:
        asked.append(document.id)
        return extract(document)

    return asked, counting


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.loaded, report.replaced, report.unchanged, len(report.rejected)


def test_articles_are_loaded_and_counted(store: Store) -> None:
    report = load([A, B, C], store, extract_said)
    assert counts(report) == (3, 0, 0, 0)
    assert report.statements == 4


def test_loading_again_extracts_nothing_and_changes_nothing(store: Store) -> None:
    load([A, B], store, extract_said)
    before = set(store.engine)
    asked, extract = counted()
    assert counts(load([A, B], store, extract)) == (0, 0, 2, 0)
    assert asked == []
    assert set(store.engine) == before


def test_again_extracts_anew_and_the_same_facts_are_the_same_graph(store: Store) -> None:
    load([A, B], store, extract_said)
    before = set(store.engine)
    asked, extract = counted()
    assert counts(load([A, B], store, extract, BatchOptions(again=True))) == (0, 2, 0, 0)
    assert asked == ["a", "b"]
    assert set(store.engine) == before


@pytest.mark.parametrize(
    "changed",
    [
        replace(A, text="Ann Lee said nothing."),
        replace(A, title="Another"),
        replace(A, published="2022-01-30"),
        replace(A, authors=("Bob Ray",)),
    ],
)
def test_what_changed_replaces_what_the_article_said_before(store: Store, changed: Document) -> None:
    load([A, B], store, extract_said)
    assert counts(load([changed], store, extract_said)) == (0, 1, 0, 0)
    fresh = Store.in_memory()
    load([changed, B], fresh, extract_said)
    assert set(store.engine) == set(fresh.engine)


def test_the_order_of_loading_and_the_number_of_batches_do_not_show() -> None:
    dumps = set()
    for order in permutations([A, B, C]):
        together, apart = Store.in_memory(), Store.in_memory()
        load(order, together, extract_said)
        for document in order:
            load([document], apart, extract_said)
        dumps |= {frozenset(together.engine), frozenset(apart.engine)}
    assert len(dumps) == 1


OTHER = replace(A, text="Another text under the same name.", origin="archive/a.txt")


def test_another_text_from_another_place_is_rejected_with_both_ways_out(store: Store) -> None:
    load([A], store, extract_said)
    before = set(store.engine)
    report = load([OTHER, B], store, extract_said)
    assert counts(report) == (1, 0, 0, 1)
    (rejected,) = report.rejected
    assert rejected.where == "archive/a.txt"
    assert "--id-prefix" in rejected.reason
    assert "--replace" in rejected.reason
    assert before <= set(store.engine)


def test_replace_lets_it_take_the_place(store: Store) -> None:
    load([A], store, extract_said)
    assert counts(load([OTHER], store, extract_said, BatchOptions(replace=True))) == (0, 1, 0, 0)
    assert counts(load([OTHER], store, extract_said)) == (0, 0, 1, 0)


def test_the_same_text_from_another_place_is_unchanged(store: Store) -> None:
    load([A], store, extract_said)
    before = set(store.engine)
    assert counts(load([replace(A, origin="archive/a.txt", title="Copy")], store, extract_said)) == (0, 0, 1, 0)
    assert set(store.engine) == before


def test_one_id_twice_in_a_run(store: Store) -> None:
    first = replace(C, id="x", origin="dump.jsonl:1")
    copy = replace(first, origin="dump.jsonl:2")
    other = replace(first, origin="dump.jsonl:3", text="Another text.")
    report = load([first, copy, other], store, extract_said)
    assert counts(report) == (1, 0, 1, 1)
    assert "dump.jsonl:1 in this run" in report.rejected[0].reason


def test_a_line_that_moved_is_the_same_place(store: Store) -> None:
    load([C], store, extract_said)
    moved = replace(C, origin="dump.jsonl:8", text="Ann Lee said it anew.")
    assert counts(load([moved], store, extract_said)) == (0, 1, 0, 0)


def test_rejects_of_the_readers_are_passed_on(store: Store) -> None:
    report = load([A, RejectedInput("b.txt", "there is no text in it"), B], store, extract_said)
    assert counts(report) == (2, 0, 0, 1)


def test_an_article_that_cannot_be_extracted_or_mapped_costs_no_other(store: Store) -> None:
    def failing(document: Document) -> Extraction:
        if document.id == "b":
            raise ValueError("too long for the model")
        return extract_said(document)

    surrogate = replace(C, text="Half a \ud800 character.")
    report = load([A, B, surrogate], store, failing)
    assert counts(report) == (1, 0, 0, 2)
    assert "too long for the model" in report.rejected[0].reason
    assert "surrogate" in report.rejected[1].reason


def test_progress_is_told_after_each_article(store: Store) -> None:
    told: list[int] = []
    load([A, RejectedInput("x", "y"), A, B], store, extract_said, on_progress=lambda report: told.append(report.read))
    assert sorted(told) == [1, 2, 3, 4]


def test_several_processes_give_the_same_graph(store: Store) -> None:
    readings: list[ReadOutcome] = [A, B, C, RejectedInput("x", "y")]
    report = load(readings, store, extract_said, BatchOptions(jobs=2))
    alone = Store.in_memory()
    assert counts(report) == counts(load(readings, alone, extract_said))
    assert set(store.engine) == set(alone.engine)


def refusing(document: Document) -> Extraction:
    """An extractor that refuses one article with a reason of its own."""
    if document.id == "b":
        raise RejectedInput(document.origin, "too long for the model")
    return extract_said(document)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_an_extractor_refuses_is_rejected_with_its_own_reason(store: Store, jobs: int) -> None:
    report = load([A, B, C], store, refusing, BatchOptions(jobs=jobs))
    assert counts(report) == (2, 0, 0, 1)
    assert str(report.rejected[0]) == "news/b.txt: too long for the model"


def faulty(document: Document) -> Extraction:
    """An extractor with a fault that one article brings out."""
    if document.id == "b":
        raise KeyError("country/XX")
    return extract_said(document)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_article_does_not_cost_the_others(store: Store, jobs: int) -> None:
    report = load([A, B, C], store, faulty, BatchOptions(jobs=jobs))
    assert counts(report) == (2, 0, 0, 1)
    assert "nothing could be extracted (KeyError: 'country/XX')" in str(report.rejected[0])


def killed(document: Document) -> Extraction:
    """An extractor whose process is killed by B, as by a system that is out of memory."""
    if document.id == "b":
        os.kill(os.getpid(), signal.SIGKILL)
    return extract_said(document)


def test_an_article_that_kills_its_process_is_a_reject_and_all_others_are_loaded(store: Store) -> None:
    others = [replace(A, id=f"a{n}", text=f"Ann Lee said {n}.", origin=f"a{n}") for n in range(5)]
    report = load([*others[:2], B, *others[2:]], store, killed, BatchOptions(jobs=2))
    assert counts(report) == (5, 0, 0, 1)
    assert report.rejected[0].where == B.origin
    assert "ended the process" in report.rejected[0].reason


def hungry(document: Document) -> Extraction:
    """An extractor that takes ten thousand bytes of memory for each code point, or ends."""
    assert len(bytearray(10_000 * len(document.text)))
    return extract_said(document)


def test_a_long_text_has_a_process_and_a_limit_of_its_own(store: Store) -> None:
    long = replace(B, text="Bob Ray said no. " * 10_000)
    report = load([A, long, C], store, hungry, BatchOptions(memory=1 << 30))
    assert counts(report) == (2, 0, 0, 1)
    assert report.rejected[0].where == B.origin
    assert "memory" in report.rejected[0].reason


def test_files_changed_on_disk_are_replaced(store: Store, tmp_path: Path) -> None:
    for name, text in (("a.txt", A.text), ("b.txt", B.text)):
        (tmp_path / name).write_text(text)
    options = ReadingOptions()
    assert counts(load(read([str(tmp_path)], options), store, extract_said)) == (2, 0, 0, 0)
    (tmp_path / "a.txt").write_text("Ann Lee said more.")
    assert counts(load(read([str(tmp_path)], options), store, extract_said)) == (0, 1, 1, 0)
    assert counts(load(read([str(tmp_path / "a.txt")], options), store, extract_said)) == (0, 0, 1, 0)


def test_another_language_is_refused_unless_insisted(store: Store) -> None:
    german = replace(A, id="g", text="Ann Lee said die Brücke ist sicher. Das sagte sie am Montag.", origin="g.txt")
    report = load([german, B], store, extract_said)
    assert counts(report) == (1, 0, 0, 1)
    assert "--language en" in report.rejected[0].reason
    assert counts(load([german], store, extract_said, BatchOptions(any_language=True))) == (1, 0, 0, 0)
    assert counts(load([german], store, extract_said)) == (0, 0, 1, 0), "what is in the store is not judged again"


def test_copies_of_other_articles_are_told(store: Store) -> None:
    text = "Ann Lee said the old harbour bridge is safe. Bob Ray said he would rather take the ferry to the island."
    one, other = (
        replace(A, id=name, text=told, origin=f"{name}.txt") for name, told in (("x", text), ("y", f"{text} No."))
    )
    assert load([one, B], store, extract_said).copies == []
    assert load([other, C], store, extract_said).copies == [Copy("y.txt", "y", ("x",))]
    assert load([other], store, extract_said).copies == [], "nothing was loaded"
