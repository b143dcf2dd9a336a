"""Who hears is no speaker."""

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract

HEARD = [
    ("Ada Hill listened as the engineer, Bob Pope, explained that the dam had leaked.", "Bob Pope"),
    (
        "Ada Hill listened from the gallery as the pathologist, Dr Omar Pope, explained that the wounds were old.",
        "Omar Pope",
    ),
    ("Ada Hill watched while her lawyer, Bob Pope, explained that the dam had leaked.", "Bob Pope"),
    ("Ada Hill, the mayor of Tessen, said that the dam had leaked.", "Ada Hill"),
    ("Ada Hill, speaking as the chair, a post that she has held for years, said that the dam had leaked.", "Ada Hill"),
    ("Ada Hill resigned as the chair, and said that the dam had leaked.", "Ada Hill"),
    ("Ada Hill, who sat as the judge, said that the dam had leaked.", "Ada Hill"),
]


@pytest.mark.parametrize(("text", "name"), HEARD)
def test_the_words_are_of_whom_the_clause_before_them_names(text: str, name: str) -> None:
    found = extract(Document("a", text))
    assert [[found.actors[k].name for k in s.speakers] for s in found.statements] == [[name]]
