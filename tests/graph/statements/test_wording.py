import pytest

from sayso.graph.statements.wording import wording, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There's no doubt", ("theres", "no", "doubt")),
        ("There’s NO doubt…", ("theres", "no", "doubt")),
        ("“1,000 ferries” — and 2.5", ("1000", "ferries", "and", "25")),
        ("home...we", ("home", "we")),
        ("‘so’ 'so'", ("so", "so")),
        ("¡¿?!", ()),
    ],
)
def test_words_have_no_case_and_no_punctuation(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        (
            "that “mutually respectful relations with the neighbours” count",
            "mutually respectful relations with the neighbours",
        ),
        ("goes on until here in the middle” of the words", "goes on until here in the middle"),
        ("that he would “go on until the middle of the words", "go on until the middle of the words"),
        ('it "repairs the old harbour wall" and "dredges"', "repairs the old harbour wall dredges"),
        ("it ‘repairs the council’s old harbour wall’ now", "repairs the councils old harbour wall"),
    ],
)
def test_of_mixed_words_the_quoted_ones_count(content: str, quoted: str) -> None:
    assert wording(content, "mixed").words == tuple(quoted.split())
