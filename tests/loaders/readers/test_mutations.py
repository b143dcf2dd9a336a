"""Damaged files of any kind are articles or rejects, whatever is damaged."""

import contextlib
import io
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions
from sayso.loaders.readers.checks import checked
from sayso.loaders.readers.files import read_source
from sayso.loaders.readers.reader import SourceFile
from sayso.ontology.errors import RejectedInput
from tests.loaders.readers.test_documents import RICH, epub, pdf
from tests.loaders.readers.test_downloads import DOWNLOADS
from tests.loaders.readers.test_mail_and_feeds import ATOM, ITEM, PAGE, RSS, XHTML, linked, message, response
from tests.loaders.readers.test_packed import LINES, PACKERS, zipped


def table() -> bytes:
    written = io.BytesIO()
    pq.write_table(pa.table({"text": ["Ann Lee said é."] * 3, "date": ["2024-03-12"] * 3}), written)
    return written.getvalue()


FILES = {
    **RICH,
    "a.epub": epub("<h1>One</h1><p>Ann Lee said so.</p>"),
    "a.pdf": pdf("Ann Lee said so.\nTwo.", "Three."),
    "a.eml": message(html="<p>Ann Lee said so.</p>"),
    "a.mbox": b"From a\n" + message() + b"\n\nFrom b\n" + message(),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.xml": ITEM.replace("CONTENT", XHTML).encode(),
    "a.warc": response("https://example.org/a", "200 OK", "text/html", PAGE.format(head="").encode()) * 2,
    "a.html": linked({"@graph": [{"@type": "NewsArticle", "headline": "T"}]}).encode(),
    "a.zip": zipped({"a.txt": b"A text.", "b.jsonl": LINES[:300]}),
    "a.csv": b'id,text,date\n1,"A ""text"", x",2024-03-12\n2,B,\n',
    "a.parquet": table(),
    **{f"{name}.txt": text.encode() for name, text in DOWNLOADS.items()},
    **{f"a.jsonl{ending}": pack(LINES[:1000]) for ending, pack in PACKERS.items()},
}
PIECES = [
    b"\0",
    b"\xff\xfe",
    b"\xe9",
    b"]]>",
    b"<!",
    b"&#0;",
    b"\r\n\r\n",
    b"=?utf-8?q?=?=",
    b"9999999999",
    b"-1",
    b"{{{",
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(3):
            case 0:
                found[place : place + 1] = chance.randbytes(1)
            case 1:
                del found[place : place + chance.randrange(1, 30)]
            case _:
                found[place:place] = chance.choice([*PIECES, bytes(found[: chance.randrange(60)])])
    return bytes(found)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.filterwarnings("ignore")
def test_damage_is_a_reject(name: str) -> None:
    chance = random.Random(name)
    for _ in range(15):
        source = SourceFile(name, "a", io.BytesIO(damaged(FILES[name], chance)))
        for reading in read_source(source, name, ReadingOptions()):
            assert isinstance(reading, Document | RejectedInput)
            if isinstance(reading, Document):
                with contextlib.suppress(RejectedInput):
                    assert checked(reading, 1000).text
