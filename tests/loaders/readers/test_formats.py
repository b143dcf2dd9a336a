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
from sayso.loaders.readers.checks import checked
from sayso.loaders.readers.fields import FIELDS
from sayso.loaders.readers.formats import ENDINGS, READERS
from sayso.loaders.readers.html import declared_encoding
from sayso.loaders.readers.linked_data import described
from sayso.loaders.readers.reader import SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.titles import first_line_title
from sayso.loaders.readers.written_dates import read_date
from sayso.ontology.errors import RejectedInput

BODY = "Ann Lee said the bridge is safe. It was built in 1990 by the town."
LONG = "Bridge is safe, says the mayor of the whole old town"


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
        ("Advertisement\n\nBridge is safe\n\nAnn Lee said so.", None),
        ("ADVERTISEMENT - scroll to go on\nAnn Lee said so.", None),
        ("Share this article\nAnn Lee said so.", None),
        ("Skip to content\nAnn Lee said so.", None),
        ("By Ann Lee and Bob Ray\nThe bridge is safe.", None),
        ("By the river, a town mourns\nThe bridge is safe.", "By the river, a town mourns"),
        ("March 12, 2024\nThe bridge is safe.", None),
        ("Tuesday 12 March 2024 10.15 GMT\nThe bridge is safe.", None),
        ("Updated 3 hours ago\nThe bridge is safe.", None),
        ("Updated rules for bridges\nThe bridge is safe.", "Updated rules for bridges"),
        ("Live music returns\nThe bridge is safe.", "Live music returns"),
        ("The mayor of the town said on Monday to President\nJoe Biden that a bridge will open to all\nof us.", None),
        ("The mayor of the town said on Monday that President\nJoe Biden came.", None),
        ("The mayor came to the\nUnited States.", None),
        (f"{LONG}\n\nAnn Lee said so on Monday.", LONG),
        (f"{LONG}\nAnn Lee said on Monday that it is safe, and that it opens next month.\nBob Ray agreed.", LONG),
        ("", None),
    ],
)  # fmt: skip
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
        ("March 12, 2024", "2024-03-12"),
        ("Tuesday, March 12, 2024", "2024-03-12"),
        ("12 March 2024", "2024-03-12"),
        ("12th of March, 2024", "2024-03-12"),
        ("Sept. 3, 2024 at 10:15 a.m. EST", "2024-09-03"),
        ("Tue, 12 Mar 2024", "2024-03-12"),
        ("March 12, 2024 Tuesday 10:12 AM GMT", "2024-03-12"),
    ],
)
def test_dates_are_read_where_they_are_plain(written: str, read_as: str) -> None:
    assert read_date(written) == read_as


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("12 mars 2024", "'mars' is no English month"),
        ("mardi 12 mars 2024", "'mars' is no English month"),
        ("12. März 2024", "not a date that can be read"),
        ("February 30, 2024", "a day that does not exist"),
        ("03/12/2024", "not a date"),
        ("March 2024", "not a date"),
        ("12 March", "not a date"),
        ("in 12 March 2024 and later", "not a date"),
    ],
)
def test_other_dates_are_refused_with_a_word(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_date(written)


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


A = {"text": BODY, "url": "https://example.org/a", "published": "2024-03-12", "source": "The Example", "language": "en"}
OTHERS = {
    "newspaper4k": {
        "url": A["url"], "language": "en", "title": "T", "authors": ["Ann Lee"], "publish_date": "2024-03-12",
        "meta_lang": "en", "meta_site_name": "The Example", "canonical_link": A["url"], "text": BODY, "tags": [],
    },
    "goose3": {
        "meta": {"lang": "en", "canonical": A["url"], "description": "D"}, "domain": "The Example", "title": "T",
        "cleaned_text": BODY, "authors": ["Ann Lee"], "publish_date": "2024-03-12", "image": None,
    },
    "trafilatura": {
        "title": "T", "author": "Ann Lee", "hostname": "example.org", "date": "2024-03-12", "id": None, "text": BODY,
        "raw_text": "junk", "language": "en", "source": A["url"], "source-hostname": "The Example", "comments": "",
    },
    "newsapi": {
        "source": {"id": None, "name": "The Example"}, "author": "Ann Lee", "title": "T", "description": "D",
        "url": A["url"], "urlToImage": None, "publishedAt": "2024-03-12", "content": BODY, "language": "en",
    },
    "guardian": {
        "id": A["url"], "webTitle": "T", "webPublicationDate": "2024-03-12", "webUrl": A["url"], "lang": "en",
        "fields": {"bodyText": BODY, "body": "<p>junk</p>", "byline": "Ann Lee", "publication": "The Example"},
    },
    "guardian's HTML": {
        "webTitle": "T", "webPublicationDate": "2024-03-12", "webUrl": A["url"], "language": "en",
        "fields": {"body": f"<p>{BODY[:32]}</p><p>{BODY[33:]}</p>", "byline": "Ann Lee", "publication": "The Example"},
    },
    "ninjs 1": {
        "uri": A["url"], "url": A["url"], "headline": "T", "body_xhtml": f"<p>{BODY}</p>", "byline": "Ann Lee",
        "versioncreated": "2024-03-12", "language": "en", "publisher": "The Example", "type": "text",
    },
    "ninjs 2": {
        "uri": A["url"], "url": A["url"], "headlines": [{"role": "sub", "value": "no"}, {"role": "main", "value": "T"}],
        "bodies": [{"contenttype": "text/plain", "value": BODY}], "byline": "Ann Lee", "firstcreated": "2024-03-12",
        "language": "en", "publisher": "The Example",
    },
    "JSON-LD": {
        "@type": "NewsArticle", "headline": "T", "articleBody": BODY, "url": A["url"], "datePublished": "2024-03-12",
        "author": [{"@type": "Person", "name": "Ann Lee"}], "inLanguage": "en", "publisher": {"name": "The Example"},
    },
}  # fmt: skip


@pytest.mark.parametrize("program", OTHERS)
def test_the_names_of_many_programs_are_known(program: str) -> None:
    document = document_of(OTHERS[program], "dump.json", "dump")
    assert document.text.replace("\n\n", " ") == BODY
    assert (document.url, document.published, document.source) == (A["url"], A["published"], A["source"])
    assert (document.title, document.language, document.authors) == ("T", "en", ("Ann Lee",))


def test_quotebank_s_quotations_stand_between_the_words_around_them() -> None:
    one = {"quotation": "The bridge is safe", "quotationOffset": 9, "leftContext": "Ann Lee said:", "rightContext": "."}
    two = {"quotation": "No", "quotationOffset": 2, "leftContext": 'Bob Ray said "', "rightContext": '" to her.'}
    record = {"articleID": "2024-1", "date": "2024-03-12 10:00:00", "title": "T", "url": "example", "names": []}
    document = document_of({**record, "quotations": [one, two]}, "quotebank.json:1", "quotebank:1")
    assert document.text == 'Bob Ray said " No " to her.\n\nAnn Lee said: “The bridge is safe” .'
    assert (document.id, document.published) == ("2024-1", "2024-03-12 10:00:00")
    with pytest.raises(RejectedInput, match="without its article"):
        document_of({"quoteID": "1", "quotation": "No", "speaker": "Bob Ray"}, "q.json:1", "q:1")


def test_json_lines_called_json_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(f'{{"text": "{BODY}"}}\n\n{{"text": "{BODY}\n{{"text": "{BODY}"}}\n')
    first, reject, last = read([str(path)])
    assert isinstance(first, Document)
    assert isinstance(reject, RejectedInput)
    assert reject.where == f"{path}:3"
    assert isinstance(last, Document)
    assert last.id == "dump:4"
    path.write_text(f'{{"text": "{BODY}"}}\n')
    (only,) = read([str(path)])
    assert isinstance(only, Document)
    assert only.id == "dump"


@pytest.mark.parametrize(
    "value",
    [
        {"status": "ok", "totalResults": 1, "articles": [OTHERS["newsapi"]]},
        {"response": {"status": "ok", "results": [OTHERS["guardian"]]}},
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "no"}, OTHERS["JSON-LD"]]},
    ],
)
def test_what_apis_answer_is_a_list(tmp_path: Path, value: object) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(value))
    (document,) = read([str(path)])
    assert isinstance(document, Document), document
    assert document.origin == f"{path}:1"


def test_a_graph_s_references_are_followed() -> None:
    article = {**OTHERS["JSON-LD"], "publisher": {"@id": "#org"}, "author": {"@id": "#ann"}}
    others = [
        {"@id": "#org", "@type": "Organization", "name": "The Example"},
        {"@id": "#ann", "@type": "Person", "name": "Ann"},
    ]
    (found,) = described({"@graph": [article, *others]})
    document = document_of(found, "a.json", "a")
    assert (document.source, document.authors) == ("The Example", ("Ann",))


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
        for reading in READERS[format].read(SourceFile("file", "file", io.BytesIO(data)), ReadingOptions()):
            assert isinstance(reading, Document | RejectedInput)


def test_every_ending_has_a_reader() -> None:
    assert set(ENDINGS.values()) == set(READERS)
