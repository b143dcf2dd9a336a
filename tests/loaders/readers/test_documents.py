"""Office documents, books, PDF and RTF, made here."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, ReadOutcome, read
from sayso.ontology.errors import RejectedInput

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"'
ODT = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # noqa: E501
TEXT = "Bridge is safe\n\nAnn Lee said “it is\tsafe”.\n\nShe said more."


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def docx(*paragraphs: str) -> bytes:
    """A document whose paragraphs are given as the XML inside them, or as words."""
    inside = (one if one.startswith("<") else f"<w:r><w:t>{one}</w:t></w:r>" for one in paragraphs)
    body = "".join(f"<w:p>{one}</w:p>" for one in inside)
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def odt(body: str) -> bytes:
    return zipped({
        "content.xml": f"<office:document-content {ODT}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    })  # fmt: skip


def epub(*pages: str) -> bytes:
    items = "".join(f'<item id="p{n}" href="p%20{n}.xhtml"/>' for n in range(len(pages)))
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    return zipped(
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>',
            "OPS/b.opf": package,
            **{f"OPS/p {n}.xhtml": f"<html><title>no</title>{page}</html>" for n, page in enumerate(pages)},
        }
    )  # fmt: skip


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text, a line for each of its lines."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>"]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for n, page in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET" if page else ""
        fonts = "/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{fonts}/Contents {5 + 2 * n} 0 R>>")
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for n, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{n} 0 obj{one}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return f"{data}{end}startxref\n{len(data)}\n%%EOF".encode()


def readings(tmp_path: Path, name: str, data: bytes, **options: object) -> list[ReadOutcome]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read([str(path)], ReadingOptions(**options)))  # type: ignore[arg-type]


RICH = {
    "a.docx": docx(
        "Bridge is safe",
        "",
        "<w:r><w:t>Ann Lee said </w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>"
        "<w:r><w:t>“it is</w:t><w:tab/><w:t>safe”.</w:t></w:r>",
        "<w:r><mc:AlternateContent><mc:Fallback><w:t>twice</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>She said more.</w:t></w:r>",
    ),
    "a.odt": odt(
        "<text:h>Bridge is safe</text:h><text:p/><text:p>Ann Lee <text:span>said</text:span> “it is<text:tab/>safe”."
        "<text:note><text:p>A note.</text:p></text:note></text:p><text:p>She<text:s/>said more.</text:p>"
    ),
    "a.rtf": rb"{\rtf1\ansi\ansicpg1252 Bridge is safe\par\par Ann Lee said \'93it is\tab safe\u8221?."
    rb"\par\par She said more.}",
}  # fmt: skip


@pytest.mark.parametrize("name", RICH)
def test_a_document_s_paragraphs_are_parted_by_empty_lines(tmp_path: Path, name: str) -> None:
    (document,) = readings(tmp_path, name, RICH[name])
    assert isinstance(document, Document), document
    assert document.text.strip() == TEXT
    assert (document.id, document.title) == ("a", "Bridge is safe")


def test_a_book_s_parts_are_articles(tmp_path: Path) -> None:
    first, second = readings(
        tmp_path,
        "b.epub",
        epub("<h1>One</h1><p>Ann Lee <b>said</b>\n so.</p>", "<img/>", "<p>Bob Ray<br/>said no.</p>"),
    )
    assert isinstance(first, Document)
    assert (first.id, first.text, first.title) == ("b:1", "One\n\nAnn Lee said so.", "One")
    assert isinstance(second, Document)
    assert (second.id, second.text) == ("b:3", "Bob Ray\n\nsaid no.")


def test_a_pdf_s_pages_end_in_form_feeds(tmp_path: Path) -> None:
    (document,) = readings(tmp_path, "a.pdf", pdf("Bridge is safe\nAnn Lee said it.", "She said more."))
    assert isinstance(document, Document), document
    assert document.text == "Bridge is safe\nAnn Lee said it.\fShe said more.\f"
    assert document.text.count("\f", 0, document.text.index("more")) + 1 == 2


def test_a_pdf_of_pictures_is_told_apart(tmp_path: Path) -> None:
    (reject,) = readings(tmp_path, "a.pdf", pdf(""))
    assert isinstance(reject, RejectedInput)
    assert "OCR" in reject.reason


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
BAD = [
    ("a.docx", b"A text.", "not what its ending says"),
    ("a.docx", zipped({"a.txt": "A text."}), "there is no 'word/document.xml' in it"),
    ("a.docx", zipped({"word/document.xml": "<w:document"}), "broken XML"),
    ("a.docx", zipped({"word/document.xml": f"{BOMB}<p>&b;</p>"}), "entities"),
    ("a.docx", docx(""), "no text"),
    ("a.odt", zipped({"content.xml": "<a/>"}), "no text"),
    ("a.epub", zipped({"META-INF/container.xml": "<a/>"}), "there is no ''"),
    ("a.rtf", b"A text.", "no RTF"),
    ("a.rtf", b"{\\rtf1", "no text"),
    ("a.pdf", b"A text.", "no PDF"),
    ("a.pdf", pdf("A text.")[:-200], "PDF"),
    ("a.txt", pdf("A text."), "name it .pdf"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD)
@pytest.mark.filterwarnings("ignore")
def test_what_is_no_such_document_is_a_reject(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (reject,) = readings(tmp_path, name, data)
    assert isinstance(reject, RejectedInput), reject
    assert reason in reject.reason


def test_a_document_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    (reject,) = readings(tmp_path, "a.docx", docx("A" * 30_000_000), max_characters=100)
    assert isinstance(reject, RejectedInput)
    assert "larger than" in reject.reason


def test_a_page_of_nothing_but_tags_costs_no_time(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "<p>" * 1_630_000)
    began = time.process_time()
    (reject,) = read([str(path)], ReadingOptions())
    assert isinstance(reject, RejectedInput)
    assert "1,630,002 tags" in reject.reason
    assert time.process_time() - began < 10
