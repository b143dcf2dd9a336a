"""What each format tells of an article."""

import contextlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, read
from sayso.loaders.readers.checks import checked, read_date
from sayso.loaders.readers.formats import ENDINGS, READERS
from sayso.loaders.readers.html import declared_encoding
from sayso.loaders.readers.reader import Source
from sayso.loaders.readers.record import FIELDS, document_of
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput

BODY = "Ann Lee said the bridge is safe. It was built in 1990 by the town."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge is safe, mayor says\n\nAnn Lee said so.", "Bridge is safe, mayor says"),
        ("U.S. says no\r\nWashington said no.", "U.S. says no"),
        ("Will it open?\nNobody knows.", "Will it open?"),
        ("\n\n  A title  \nText.", "A title"),
        ("The bridge is safe.\nAnn Lee said so.", None),
        ("The bridge is safe.”\nAnn Lee said so.", None),
        ("The mayor of the town, who came on Monday to the bridge\nthat was built, said so.", None),
        ("Only one line", None),
        ("A very " + "long " * 40 + "line\nText.", None),
        ("* * *\nText.", None),
        ("", None),
    ],
)
def test_the_first_line_is_a_title_only_when_it_looks_like_one(text: str, title: str | None) -> None:
    assert first_line_title(text) == title


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2022-01-30", "2022-01-30"),
        (" 2022-01-30 ", "2022-01-30"),
        ("20220130", "2022-01-30"),
        ("2022-01-30 12:30:00", "2022-01-30T12:30:00"),
        ("2022-01-30T12:30:00Z", "2022-01-30T12:30:00+00:00"),
        ("2022-01-30T12:30:00.500+02:00", "2022-01-30T12:30:00.500000+02:00"),
        ("Sun, 30 Jan 2022 12:30:00 GMT", "2022-01-30T12:30:00+00:00"),
    ],
)
def test_dates_are_read_where_they_are_plain(written: str, read_as: str) -> None:
    assert read_date(written) == read_as


@given(st.text(max_size=40))
def test_any_date_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert read_date(read_date(text)) == read_date(text)


NEWS_PLEASE = {
    "authors": ["Ann Lee", "Bob Ray"],
    "date_download": "2022-02-01 08:00:00",
    "date_publish": "2022-01-30 12:30:00",
    "filename": "https%3A%2F%2Fexample.org%2Fa.json",
    "language": "en",
    "source_domain": "example.org",
    "maintext": BODY,
    "text": None,
    "title": "Bridge is safe",
    "url": "https://example.org/a",
}
FUNDUS = {
    "title": "Bridge is safe",
    "authors": ["Ann Lee", "Bob Ray"],
    "publishing_date": "2022-01-30T12:30:00+00:00",
    "topics": ["Bridges"],
    "lang": "en",
    "body": {
        "summary": ["It is safe."],
        "sections": [
            {"headline": [], "paragraphs": ["One."]},
            {"headline": ["Two"], "paragraphs": ["Three.", "Four."]},
        ],
    },
    "html": {
        "requested_url": "https://example.org/a?x",
        "responded_url": "https://example.org/a",
        "content": "<html></html>",
        "source_info": {"publisher": "The Example"},
    },
}


def test_news_please_s_own_names_are_known() -> None:
    document = document_of(NEWS_PLEASE, "dump.json", "dump")
    assert document == Document(
        id="https://example.org/a",
        text=BODY,
        title="Bridge is safe",
        source="example.org",
        url="https://example.org/a",
        published="2022-01-30 12:30:00",
        language="en",
        authors=("Ann Lee", "Bob Ray"),
        origin="dump.json",
    )


def test_news_please_s_missing_date_is_no_date() -> None:
    assert document_of({**NEWS_PLEASE, "date_publish": "None"}, "dump.json", "dump").published is None


def test_fundus_own_names_are_known() -> None:
    document = document_of(FUNDUS, "dump.json", "dump")
    assert document.text == "It is safe.\n\nOne.\n\nTwo\n\nThree.\n\nFour."
    assert (document.url, document.source) == ("https://example.org/a", "The Example")
    assert (document.published, document.language) == ("2022-01-30T12:30:00+00:00", "en")
    assert document_of({**FUNDUS, "plaintext": "Plain."}, "dump.json", "dump").text == "Plain."


@pytest.mark.parametrize(
    ("record", "identifier"),
    [
        ({"id": "a", "url": "https://example.org/a"}, "a"),
        ({"id": 17}, "17"),
        ({"id": 0}, "0"),
        ({"url": "https://example.org/a"}, "https://example.org/a"),
        ({}, "dump:3"),
    ],
)
def test_the_identifier_is_the_record_s_own_then_its_url_then_its_place(
    record: dict[str, object], identifier: str
) -> None:
    assert document_of({**record, "text": BODY}, "dump.jsonl:3", "dump:3").id == identifier


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FIELDS, "html", "sections"]), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from([name for names in FIELDS.values() for name in names]), JSON))
def test_any_record_is_an_article_or_a_reject(record: dict[str, object]) -> None:
    with contextlib.suppress(RejectedInput):
        assert checked(document_of(record, "dump.jsonl:1", "dump:1"), 1000).text


@pytest.mark.parametrize("wrap", [lambda a: a, lambda a: {"articles": a}], ids=["list", "object with articles"])
def test_a_json_file_holds_a_list(tmp_path: Path, wrap) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(wrap([{"text": BODY}, {"id": 1}, {"id": 2, "text": BODY}])))
    first, reject, last = read([str(path)])
    assert isinstance(first, Document)
    assert (first.id, first.origin) == ("dump:1", f"{path}:1")
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{path}:2"
    assert isinstance(last, Document)
    assert last.id == "2"


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="{charset}"><title>Bridge is safe - The Example</title>
<meta property="og:title" content="Bridge is safe"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2022-01-30T12:30:00Z"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://www.example.org/news/bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge is safe</h1>
<p>The mayor, Zoë Lee, said the bridge is safe, and that it will open to cars next month after the last works.</p>
<p>“We have done all that we could,” she told the town council on Monday, when asked about the long delay.</p>
</article><footer>Copyright</footer></body></html>
"""


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252")]
)
def test_an_html_page_tells_its_text_title_date_site_and_author(tmp_path: Path, charset: str, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    (document,) = read([str(path)])
    assert isinstance(document, Document), document
    assert "The mayor, Zoë Lee, said the bridge is safe" in document.text
    assert "“We have done all that we could,” she told" in document.text
    assert "Home" not in document.text
    assert document.id == document.url == "https://www.example.org/news/bridge"
    assert (document.title, document.source, document.published) == ("Bridge is safe", "The Example", "2022-01-30")
    assert (document.language, document.authors) == ("en-GB", ("Ann Lee",))


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<meta charset=latin1>", "cp1252"),
        (b"<meta charset=nonsense>", None),
        (b"<p>charset=utf-8", None),
    ],
)
def test_a_page_s_own_encoding_is_found(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


@pytest.mark.parametrize("format", ["text", "jsonl", "json"])
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_break_a_reader(format: str, data: bytes) -> None:
    with contextlib.suppress(RejectedInput):
        for reading in READERS[format].read(Source("file", "file", io.BytesIO(data)), ReadingOptions()):
            assert isinstance(reading, Document | RejectedInput)


def test_every_ending_has_a_reader() -> None:
    assert set(ENDINGS.values()) == set(READERS)
