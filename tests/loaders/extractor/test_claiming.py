"""What a text claims: its quotations with whom it gives them to, and its paraphrases."""

from __future__ import annotations

import pytest

from sayso.graph.store.store import Store
from sayso.loaders.extractor.claiming import claims_of_text, quotations_of
from sayso.loaders.extractor.job import ExtractJob
from sayso.ontology.iris import BASE

TEXT = (
    "“We reject the offer of the company,” said Anna Kowalska, the mayor of Gdansk.\n\n"
    "Kowalska said that the bridge would be rebuilt within a year. The “offer” was late."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One two,” he said, “three four.”", ["One two,", "three four."]),
        ('"Straight ones," she said.', ["Straight ones,"]),
        ("A “word” alone is anybody's.", []),
        ("«Deux mots», dit-il.", ["Deux mots"]),
        ("no marks at all", []),
        ("", []),
    ],
)
def test_quotations_are_what_stands_between_marks(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations_of(text)] == found


def test_a_text_claims_with_speakers() -> None:
    with Store.in_memory() as known:
        told = claims_of_text(ExtractJob(TEXT.encode(), "text", "", BASE, purpose="claims"), known)
    assert (told.claims[0].kind, told.claims[0].words) == ("quotation", "We reject the offer of the company,")
    assert "paraphrase" in {claim.kind for claim in told.claims}
    assert {tuple(one.name for one in claim.speakers) for claim in told.claims} == {("Anna Kowalska",)}
    assert told.text == TEXT
