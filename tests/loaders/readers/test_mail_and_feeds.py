"""E-mail, feeds, web archives, NewsML and what pages tell beside their text."""

import gzip
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, ReadOutcome, read
from sayso.ontology.errors import RejectedInput

BODY = "Ann Lee said the bridge is safe. It was built in 1990."


def readings(tmp_path: Path, name: str, data: bytes | str, **options: object) -> list[ReadOutcome]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read([str(path)], ReadingOptions(**options)))  # type: ignore[arg-type]


def message(text: str | None = BODY, html: str | None = None) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Bridge is safe – it’s so", "The Exämple <news@example.org>"
    mail["Date"], mail["Message-ID"] = "Tue, 12 Mar 2024 10:00:00 +0000", "<1@example.org>"
    if text is not None:
        mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype="html") if text is not None else mail.set_content(html, subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    return mail.as_bytes()


@pytest.mark.parametrize(
    "data", [message(), message(html="<p>junk</p>"), message(None, f"<div><p>{BODY}</p><style>x</style></div>")]
)
def test_a_message_is_an_article(tmp_path: Path, data: bytes) -> None:
    (document,) = readings(tmp_path, "a.eml", data)
    assert isinstance(document, Document), document
    assert document.text.strip() == BODY
    assert (document.id, document.title) == ("1@example.org", "Bridge is safe – it’s so")
    assert (document.source, document.published) == ("The Exämple", "2024-03-12T10:00:00+00:00")


def test_an_mbox_holds_messages(tmp_path: Path) -> None:
    odd = message(f"{BODY}\n\nFrom here on, she said.\n").replace(b"\nFrom here", b"\n>From here")
    broken = b"Subject: none\nContent-Type: image/png\n\nxx"
    box = b"".join(b"From a@example.org Tue Mar 12 10:00:00 2024\n" + one + b"\n\n" for one in (odd, broken, message()))
    first, reject, last = readings(tmp_path, "a.mbox", box)
    assert isinstance(first, Document)
    assert "\n\nFrom here on" in first.text
    assert isinstance(reject, RejectedInput)
    assert reject.where.endswith("a.mbox:2")
    assert isinstance(last, Document)


def test_what_is_no_mail_is_a_reject(tmp_path: Path) -> None:
    for name, data in (("a.mbox", "A text."), ("a.eml", ""), ("b.eml", "\n\n")):
        (reject,) = readings(tmp_path, name, data)
        assert isinstance(reject, RejectedInput)


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Example</title><language>en</language>
<item><title>Bridge is &lt;b&gt;safe&lt;/b&gt;</title><link>https://example.org/a</link><guid>g1</guid>
<pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>She said &amp; more.</p>]]></content:encoded></item>
<item><title>Two</title><link>https://example.org/b</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Example</title>
<entry><title>Bridge is safe</title><link href="https://example.org/a"/><id>g1</id><updated>2024-03-12T10:00:00Z</updated>
<author><name>Ann Lee</name></author><summary>{BODY}</summary></entry></feed>"""


@pytest.mark.parametrize(("name", "data"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.xml", ATOM)])
def test_an_entry_is_an_article(tmp_path: Path, name: str, data: str) -> None:
    first, *rest = readings(tmp_path, name, data)
    assert isinstance(first, Document), first
    assert first.text == (f"{BODY}\n\nShe said & more." if data == RSS else BODY)
    assert (first.id, first.title, first.url) == ("g1", "Bridge is safe", "https://example.org/a")
    assert (first.source, first.language, first.published) == ("The Example", "en", "2024-03-12T10:00:00+00:00")
    assert [one.where.rpartition(":")[2] for one in rest if isinstance(one, RejectedInput)] == ["2"] * len(rest)


ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1" xml:lang="en">
<itemMeta><provider literal="EX"><name>The Example</name></provider>
<versionCreated>2024-03-12T10:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2024-03-11T09:00:00Z</contentCreated><headline>Bridge is safe</headline>
<language tag="en"/><by>Ann Lee</by></contentMeta>
<contentSet>CONTENT</contentSet></newsItem>"""
XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>{BODY}</p></body></html></inlineXML>'
NITF = f"<inlineXML><nitf><head/><body><body.head><hedline>no</hedline></body.head><body.content><p>{BODY}</p></body.content></body></nitf></inlineXML>"  # noqa: E501


@pytest.mark.parametrize("content", [XHTML, NITF, f"<inlineData>{BODY}</inlineData>"])
@pytest.mark.parametrize("items", [1, 2])
def test_a_news_item_is_an_article(tmp_path: Path, content: str, items: int) -> None:
    item = ITEM.replace("CONTENT", content)
    data = item if items == 1 else f'<newsMessage xmlns="urn:x"><itemSet>{item}{item}</itemSet></newsMessage>'
    found = readings(tmp_path, "a.xml", f'<?xml version="1.0"?><!-- <rss> -->{data}')
    assert len(found) == items
    document = found[-1]
    assert isinstance(document, Document), document
    assert (document.text, document.title, document.id) == (BODY, "Bridge is safe", "urn:newsml:example.org:1")
    assert (document.source, document.published) == ("The Example", "2024-03-11T09:00:00+00:00")
    assert (document.language, document.authors) == ("en", ("Ann Lee",))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xml", "<html/>", "unknown kind (<html>)"),
        ("a.xml", "A text.", "unknown kind"),
        ("a.xml", "<newsMessage/>", "no news item"),
        ("a.xml", "<newsItem>", "broken XML"),
        ("a.xml", '<!DOCTYPE newsItem [<!ENTITY a "b">]><newsItem>&a;</newsItem>', "entities"),
        ("a.rss", "A text.", "no feed"),
        ("a.rss", "https://example.org/feed", "no feed"),
        ("a.warc", "A text.", "no WARC"),
    ],
)
def test_what_is_no_such_file_is_a_reject(tmp_path: Path, name: str, data: str, reason: str) -> None:
    (reject,) = readings(tmp_path, name, data)
    assert isinstance(reject, RejectedInput)
    assert reason in reject.reason


PAGE = """<html lang="en"><head>{head}</head><body><article><h1>Bridge is safe</h1>
<p>The mayor, Zoë Lee, said the bridge is safe, and that it will open to cars next month after the last works.</p>
<blockquote class="twitter-tweet"><p>The bridge will open on Monday, and I am very glad of it.</p>
&mdash; Bob Ray (@bobray) <a href="https://example.org/1">March 12, 2024</a></blockquote>
<p>“We have done all that we could,” she told the town council on Monday, when asked about the long delay.</p>
</article></body></html>"""


def response(url: str, status: str, kind: str, data: bytes) -> bytes:
    """A record of a WARC file."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = {
        "WARC-Type": "response",
        "WARC-Target-URI": url,
        "WARC-Date": "2024-03-12T10:00:00Z",
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(answer)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + answer + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_s_pages_are_articles(tmp_path: Path, packed: bool) -> None:
    records = [
        response("https://example.org/a", "200 OK", "text/html; charset=iso-8859-1", PAGE.format(head="").encode("cp1252")),  # noqa: E501
        response("https://example.org/b", "404 Not Found", "text/html", PAGE.format(head="").encode()),
        response("https://example.org/c.png", "200 OK", "image/png", b"\x89PNG"),
        response("https://example.org/d", "200 OK", "text/html", b"<html><body><img></body></html>"),
    ]  # fmt: skip
    data = b"".join(gzip.compress(record) if packed else record for record in records)
    found = readings(tmp_path, "a.warc.gz" if packed else "a.warc", data)
    document, *rejects = found
    assert isinstance(document, Document), document
    assert "Zoë Lee, said" in document.text
    assert (document.id, document.url) == ("https://example.org/a", "https://example.org/a")
    assert document.origin.endswith(":1")
    assert [(one.where[-2:], "d: no article" in one.reason) for one in rejects if isinstance(one, RejectedInput)] == [
        (":4", True)
    ]


def linked(value: object) -> str:
    return PAGE.format(head=f'<script type="application/ld+json">{json.dumps(value)}</script>')


def test_a_page_s_tweets_stay_with_who_wrote_them(tmp_path: Path) -> None:
    (document,) = readings(tmp_path, "a.html", PAGE.format(head=""))
    assert isinstance(document, Document)
    assert "very glad of it.\n— Bob Ray (@bobray) March 12, 2024\n" in document.text


def test_linked_data_tell_what_a_page_does_not(tmp_path: Path) -> None:
    graph = [
        {"@type": "Organization", "@id": "#o", "name": "The Example"},
        {"@type": "NewsArticle", "headline": "no", "datePublished": "2024-03-12", "publisher": {"@id": "#o"}},
    ]
    (document,) = readings(tmp_path, "a.html", linked({"@context": "https://schema.org", "@graph": graph}))
    assert isinstance(document, Document)
    assert (document.source, document.published, document.id) == ("The Example", "2024-03-12", "a")


def test_a_page_whose_article_stands_in_linked_data_alone(tmp_path: Path) -> None:
    page = linked({"@type": "NewsArticle", "headline": "T", "articleBody": BODY})
    (document,) = readings(tmp_path, "a.html", page[: page.index("<body>")] + "<body></body></html>")
    assert isinstance(document, Document), document
    assert (document.text, document.title) == (BODY, "T")


def test_each_block_of_a_live_page_has_its_own_time(tmp_path: Path) -> None:
    updates = [
        {"@type": "BlogPosting", "headline": "One", "articleBody": BODY, "datePublished": "2024-03-12T10:00:00Z"},
        {"@type": "BlogPosting", "articleBody": BODY, "datePublished": "2024-03-12T11:00:00Z", "url": "https://example.org/l#2"},
        {"@type": "BlogPosting", "headline": "no text"},
    ]  # fmt: skip
    live = {
        "@type": "LiveBlogPosting", "url": "https://example.org/l", "liveBlogUpdate": updates,
        "publisher": {"name": "The Example"}, "inLanguage": "en",
    }  # fmt: skip
    first, second = readings(tmp_path, "a.html", linked([live]))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.published) == ("https://example.org/l#1", "One", "2024-03-12T10:00:00+00:00")
    assert (second.id, second.published) == ("https://example.org/l#2", "2024-03-12T11:00:00+00:00")
    assert (first.url, first.source, first.language) == ("https://example.org/l", "The Example", "en")


def test_broken_linked_data_cost_nothing(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": </script>' + '<script type="application/ld+json">' * 1000
    (document,) = readings(tmp_path, "a.html", PAGE.format(head=head + "</script>"))
    assert isinstance(document, Document), document
