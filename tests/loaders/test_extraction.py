"""Extraction: the whole path on the example articles and on any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.loaders.facts import Extraction

EXAMPLES = Path(__file__).resolve().parents[2] / "examples/articles"


def article(stem: str) -> Document:
    return Document(stem, (EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def first() -> tuple[Document, Extraction]:
    document = article("000_051bb416b91fbc6c")
    return document, extract(document)


def test_every_statement_has_its_evidence(first: tuple[Document, Extraction]) -> None:
    document, found = first
    assert len(found.statements) > 15
    for statement in found.statements:
        assert all(span.within(statement.sentence) for span in statement.attribution.contents)
        assert document.text[statement.sentence.start : statement.sentence.end].strip()


def test_whoever_is_referred_to_is_an_actor(first: tuple[Document, Extraction]) -> None:
    _, found = first
    keys = {key for s in found.statements for key in (*s.speakers, *s.about, *s.addressees, *s.media)}
    keys |= {p.holder for p in found.positions} | {k for p in found.positions for k in p.toward}
    keys |= {d.by for d in found.demands} | {k for d in found.demands for k in d.of}
    keys |= {m.person for m in found.memberships} | {m.actor for m in found.mentions}
    assert keys <= set(found.actors)
    assert all(0 <= p.statement < len(found.statements) for p in (*found.positions, *found.demands))


def test_equal_documents_give_equal_extractions(first: tuple[Document, Extraction]) -> None:
    document, found = first
    assert extract(document) == found


def test_a_statement_inside_a_statement_is_part_of_it() -> None:
    found = extract(article("001_fc1c69b70c19711e"))
    (inner,) = [s for s in found.statements if s.part_of is not None]
    assert inner.part_of is not None
    assert [found.actors[k].name for k in inner.speakers] == ["Russia"]
    assert [found.actors[k].name for k in found.statements[inner.part_of].speakers] == ["John Sullivan"]


def test_the_least_confidence_leaves_statements_out(first: tuple[Document, Extraction]) -> None:
    document, found = first
    sure = extract(document, min_confidence=0.9)
    assert 0 < len(sure.statements) < len(found.statements)
    assert all(s.attribution.confidence >= 0.9 for s in sure.statements)


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    extract(Document("any", text))


@settings(max_examples=10, deadline=None)
@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "he said", "\n\n", " according to ", "Mr. Smith", "NATO", "we must not", ", "])
    )
)
def test_no_string_of_quotations_breaks_it(parts: list[str]) -> None:
    extract(Document("any", "".join(parts)))
