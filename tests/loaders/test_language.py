from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.language import check_language, is_english, other_language
from sayso.ontology.errors import RejectedInput

ENGLISH = [
    "Talks fail",
    "Yes.",
    "Jens Stoltenberg",
    "Putin meets Erdogan in Sochi",
    "Zelensky, Duda and Nauseda meet in Vilnius",
    "Ruritanian President Miroslav Novotny will meet Recep Tayyip Erdogan in Ankara with Abdel Fattah el-Sisi.",
    "Angela Merkel told Der Spiegel that the Bundestag and the Bundesrat would decide on the Energiewende.",
    "“Liberté, égalité, fraternité,” the crowd shouted as President Emmanuel Macron left the Palais Bourbon in Paris.",
    "THE MINISTER SAID THAT THE BRIDGE IS SAFE AND WOULD BE OPENED ON MONDAY.",
    "Contributors: Ana Ruiz, José Ortega, Giulia Rossi, Piotr Kowalski, Søren Dahl and Zoë van den Berg.",
]
OTHERS = [
    ("de", "Die Ministerin sagte am Montag, die Brücke sei sicher."),
    ("de", "Ministerin: Die Brücke ist sicher"),
    ("fr", "La ministre a déclaré lundi que le pont était sûr."),
    ("es", "La ministra dijo el lunes que el puente es seguro."),
    ("it", "La ministra ha detto lunedì che il ponte è sicuro."),
    ("nl", "De minister zei maandag dat de brug veilig is."),
    ("pl", "Minister powiedziała w poniedziałek, że most jest bezpieczny."),
    ("ru", "Министр заявила в понедельник, что мост безопасен."),
    ("uk", "Міністерка заявила в понеділок, що міст безпечний."),
    ("ar", "قالت الوزيرة يوم الاثنين إن الجسر آمن."),
    ("zh", "部长星期一说，这座桥是安全的，下个月将重新开放交通，欢迎大家。"),
    ("ja", "大臣は月曜日、その橋は安全だと述べ、来月には開通すると語った。"),
    ("tr", "Bakan pazartesi günü köprünün güvenli olduğunu söyledi."),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_however_short_and_full_of_foreign_names_passes(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_another_language_is_told(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_an_english_article_that_quotes_another_language_passes(language: str, text: str) -> None:
    around = "The minister spoke to reporters after the meeting of the cabinet and said that the bridge was safe. "
    assert other_language(f"{around}“{text}” she said. {around}") is None, language


def test_the_beginning_decides() -> None:
    assert other_language("The bridge is safe, the minister said. " * 200 + OTHERS[0][1] * 2_000) is None
    assert other_language(OTHERS[0][1] * 200 + "The bridge is safe, the minister said. " * 2_000) == "de"


def test_the_reason_names_the_language_and_the_way_out() -> None:
    with pytest.raises(RejectedInput) as rejected:
        check_language(Document("a", OTHERS[0][1], origin="a.txt"))
    assert rejected.value.where == "a.txt"
    assert "German (de)" in rejected.value.reason
    assert "--language en" in rejected.value.reason


@pytest.mark.parametrize(
    ("told", "accepted"),
    [
        (None, True),
        ("en", True),
        ("en-GB", True),
        ("EN_us", True),
        ("eng", True),
        ("English", True),
        ("und", True),
        ("???", True),
        ("de", False),
        ("fr-CA", False),
        ("zho", False),
    ],
)
def test_what_the_document_tells_of_itself_counts(told: str | None, accepted: bool) -> None:
    document = Document("a", ENGLISH[5], language=told, origin="a.json")
    if accepted:
        check_language(document)
    else:
        with pytest.raises(RejectedInput, match="given as"):
            check_language(document)


def test_a_wrong_english_tag_does_not_help_a_german_text() -> None:
    with pytest.raises(RejectedInput, match="German"):
        check_language(replace(Document("a", OTHERS[0][1]), language="en"))


@pytest.mark.parametrize(
    ("tag", "english"), [("en", True), ("en-US", True), ("de", False), ("enm", False), (None, False)]
)
def test_tags_of_english(tag: str | None, english: bool) -> None:
    assert is_english(tag) is english


@given(st.text(max_size=300))
def test_any_text_is_decided(text: str) -> None:
    assert other_language(text) != "en"
