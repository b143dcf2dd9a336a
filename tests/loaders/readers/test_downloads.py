"""Downloads of Nexis Uni and Factiva, invented after public descriptions of them."""

from pathlib import Path

import pytest

from sayso.loaders.document import Document
from sayso.loaders.readers import read
from sayso.loaders.readers.downloads import downloaded
from sayso.ontology.errors import RejectedInput
from tests.loaders.readers.test_documents import docx

NEXIS = """Date and Time: Tuesday, March 19, 2024 10:00:00 AM CET
Documents (2)
1. Bridge is safe, mayor says
2. No ferry in May

Bridge is safe, mayor says

The Example (London)

March 12, 2024 Tuesday

Copyright 2024 The Example Ltd. All Rights Reserved

Section: NEWS; Pg. 3
Length: 512 words
Byline: Ann Lee
Body

The bridge is safe, said the mayor.

“Language: we have many,” she said.

Load-Date: March 13, 2024

End of Document

No ferry in May

The Other Paper

13 March 2024

Copyright 2024 The Other Paper

Section: PAGE 1

Length: 40 words

Body

There is no ferry, Bob Ray said.

Classification

Language: ENGLISH
Subject: FERRIES (90%)

Load-Date: March 14, 2024

End of Document
"""
OLD_NEXIS = """
                               1 of 2 DOCUMENTS

                              The Example (London)

                             March 12, 2024 Tuesday

Bridge is safe, mayor says

BYLINE: Ann Lee

SECTION: NEWS; Pg. 3

LENGTH: 512 words

The bridge is safe, said the mayor.

“Language: we have many,” she said.

LOAD-DATE: March 13, 2024

LANGUAGE: ENGLISH

                      Copyright 2024 The Example Ltd.

                               2 of 2 DOCUMENTS

                              The Other Paper

                             March 13, 2024

No ferry in May

LENGTH: 40 words

There is no ferry, Bob Ray said.

LOAD-DATE: March 14, 2024
"""
FACTIVA = """Bridge is safe, mayor says
By Ann Lee
512 words
12 March 2024
10:15 GMT
The Example (London)
EXMPL
3
English
(c) 2024 The Example Ltd.

The bridge is safe, said the mayor.

“Language: we have many,” she said.

Document EXMPL00020240312ek3c0001x

No ferry in May
40 words
13 March 2024
The Other Paper
OTHER
English
Copyright 2024. The Other Paper.

There is no ferry, Bob Ray said.

Document OTHER00020240313ek3d0002y

© 2024 Factiva, Inc. All rights reserved.
""".replace("ek3c0001x", "EK3C0001X").replace("ek3d0002y", "EK3D0002Y")
CODED = """HD   Bridge is safe, mayor says
BY   By Ann Lee
WC   512 words
PD   12 March 2024
SN   The Example (London)
SC   EXMPL
LA   English
CY   (c) 2024 The Example Ltd.
LP
The bridge is safe, said the mayor.
TD
“Language: we have many,” she said.
NS   gtrans : Transport
AN   Document EXMPL00020240312EK3C0001X

HD   No ferry in May
WC   40 words
PD   13 March 2024
SN   The Other Paper
LP   There is no ferry, Bob Ray said.
AN   Document OTHER00020240313EK3D0002Y
"""
DOWNLOADS = {"nexis": NEXIS, "old nexis": OLD_NEXIS, "factiva": FACTIVA, "factiva with codes": CODED}


def rtf(text: str) -> bytes:
    escaped = "".join(one if ord(one) < 128 else f"\\u{ord(one)}?" for one in text.replace("\n", "\\par\n"))
    return b"{\\rtf1\\ansi " + escaped.encode() + b"}"


def html(text: str) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


@pytest.mark.parametrize("kind", DOWNLOADS)
@pytest.mark.parametrize("ending", ["txt", "docx", "rtf", "html"])
def test_a_download_is_its_articles(tmp_path: Path, kind: str, ending: str) -> None:
    text = DOWNLOADS[kind]
    path = tmp_path / f"d.{ending}"
    path.write_bytes(
        {"txt": text.encode(), "docx": docx(*text.split("\n")), "rtf": rtf(text), "html": html(text)}[ending]
    )
    first, second = read([str(path)])
    assert isinstance(first, Document), first
    assert first.text == "The bridge is safe, said the mayor.\n\n“Language: we have many,” she said."
    assert (first.title, first.source) == ("Bridge is safe, mayor says", "The Example (London)")
    assert (first.published, first.authors, first.origin) == ("2024-03-12", ("Ann Lee",), f"{path}:1")
    assert isinstance(second, Document), second
    assert second.text == "There is no ferry, Bob Ray said."
    assert (second.title, second.source, second.published) == ("No ferry in May", "The Other Paper", "2024-03-13")
    if "factiva" in kind:
        assert second.id == "OTHER00020240313EK3D0002Y"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said so.\n\nEnd of Document\n",
        "The document was long.\nDocument supercalifragilisticexpialidocious\n",
        "Length: two metres. Ann Lee said so.",
    ],
)
def test_other_texts_are_no_downloads(text: str) -> None:
    assert list(downloaded(text)) == []


def test_an_article_without_a_text_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text(NEXIS.replace("There is no ferry, Bob Ray said.\n", ""))
    first, second = read([str(path)])
    assert isinstance(first, Document)
    assert isinstance(second, RejectedInput)
    assert second.where == f"{path}:2"
