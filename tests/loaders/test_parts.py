"""A part of extraction that fails leaves out itself, with a note, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.graph.store.store import Store
from sayso.loaders import extraction
from sayso.loaders.batch import load
from sayso.loaders.document import Document
from sayso.loaders.facts import Attribution, Demand, Extraction, Mention, Position, Span, Statement
from sayso.loaders.mapping import article_quads
from sayso.loaders.parts import Parts, fitting

TEXT = "Ann Lee said that the bridge is safe. Bob Ray demanded that the mayor resign."
INVERTED = Span(126, 125)
WHOLE = Statement(Attribution((Span(18, 36),), (Span(8, 12),), (Span(0, 7),)), Span(0, 37), "indirect", "state")
SECOND = Statement(Attribution((Span(60, 76),), (Span(46, 54),), (Span(38, 45),)), Span(38, 77), "indirect", "demand")


def fitted(found: Extraction) -> Extraction:
    return fitting(found, TEXT, Parts())


def test_an_extraction_in_order_is_left_as_it_is() -> None:
    found = Extraction(statements=(WHOLE, SECOND), demands=(Demand(1, "person/bob-ray", Span(60, 76)),))
    assert fitted(found) == found


@pytest.mark.parametrize("wrong", [INVERTED, Span(3, 3), Span(-1, 4), Span(70, 700)])
def test_what_is_not_in_the_text_is_left_out_with_what_hangs_on_it(wrong: Span) -> None:
    lost = replace(WHOLE, attribution=replace(WHOLE.attribution, contents=(wrong,)))
    inner = replace(SECOND, part_of=0)
    found = fitted(
        Extraction(
            statements=(lost, inner, replace(SECOND, part_of=1)),
            mentions=(Mention(wrong, "person/ann-lee"), Mention(Span(0, 7), "person/ann-lee")),
            positions=(Position(0, "person/ann-lee", "for", Span(18, 36)), Position(1, "x", "for", wrong)),
            demands=(Demand(1, "person/bob-ray", Span(60, 76)),),
        )
    )
    assert [s.part_of for s in found.statements] == [None, 0]
    assert [d.statement for d in found.demands] == [0]
    assert not found.positions
    assert len(found.mentions) == 1
    assert any("the text" in note for note in found.notes)
    assert list(article_quads(Document("a", TEXT), found))


def test_a_statement_without_its_sentence_has_its_words_as_evidence() -> None:
    found = fitted(Extraction(statements=(replace(WHOLE, sentence=INVERTED),)))
    assert found.statements[0].sentence == Span(18, 36)


PARTS = ["act_and_confidence", "concerns", "demands", "enlist", "find_cast", "form", "nested", "outer_ones",
         "positions", "sentence", "speakers_of", "speaking_as", "timed", "told"]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_fails_costs_no_article(part: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise IndexError("no such token")

    monkeypatch.setattr(extraction, part, failing)
    report = load([Document("a", TEXT, origin="a.txt")], store, extraction.extract)
    assert (report.loaded, report.statements, report.rejected) == (1, 2, [])
    assert all(note.where == "a.txt" and "IndexError: no such token" in note.text for note in report.notes)
    assert report.notes
