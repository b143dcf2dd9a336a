"""Downloads of Nexis Uni and Factiva: one text with several articles, each with a head of date, source and section.

Made after public descriptions of these downloads; no real one was tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.loaders.document import Document
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.loaders.readers.titles import first_line_title
from sayso.loaders.readers.written_dates import read_date
from sayso.ontology.errors import RejectedInput

_NEXIS_END: Final = re.compile(r"^\s*End of Document\s*$", re.MULTILINE | re.IGNORECASE)
_NEXIS_OLD: Final = re.compile(r"^\s*\d+ of \d+ DOCUMENTS\s*$", re.MULTILINE)
_NEXIS_SURE: Final = re.compile(r"^\s*(?:Load-Date|Length)\s*:", re.MULTILINE | re.IGNORECASE)
_FACTIVA_END: Final = re.compile(r"^\s*(?:AN\s+)?Document ((?=[A-Z]*\d{8})[A-Z0-9]{20,35})\s*$", re.MULTILINE)
_FACTIVA_WORDS: Final = re.compile(r"^[\d,.]+ words$", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"^(Section|Length|Byline|Dateline|Highlight|Headline|Load-Date|Language|Body|Graphic|Publication-Type|Subject"
    r"|Copyright|Classification|Notes)\s*(?::\s*(.*)|$)",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"^(?:Copyright|©|\(c\))", re.IGNORECASE)
_CODE: Final = re.compile(
    r"^(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN|CLM)(?:\s+(.*))?$"
)
_AFTER: Final = frozenset(
    {"load-date", "language", "graphic", "publication-type", "subject", "classification", "notes"}
)


def articles_of(text: str, source: SourceFile) -> Iterator[ReadOutcome]:
    """Yield the articles of a download, or the one that a text is; FILE:3 is the third of a download."""
    records = list(downloaded(text))
    if not records:
        title = first_line_title(text)
        found = (("id", "the file's name"), ("text", "the file"), ("title", "its first line" if title else "its id"))
        yield Document(id=source.stem, text=text, title=title or source.stem, origin=source.name, found=found)
        return
    for number, record in enumerate(records, start=1):
        where = f"{source.name}:{number}"
        try:
            yield document_of(record, where, f"{source.stem}:{number}")
        except RejectedInput as rejected:
            yield rejected


def downloaded(text: str) -> Iterator[dict[str, object]]:
    """Yield a record for each article of a download; nothing for a text that is none."""
    if ends := list(_FACTIVA_END.finditer(text)):
        start = 0
        for end in ends:
            yield {"id": end[1], **_factiva(_lines(text[start : end.start()]))}
            start = end.end()
    elif _NEXIS_SURE.search(text) and (_NEXIS_END.search(text) or _NEXIS_OLD.search(text)):
        old = not _NEXIS_END.search(text)
        parts = (_NEXIS_OLD if old else _NEXIS_END).split(text)
        for part in parts[1:] if old else parts[:-1]:
            yield _nexis(_lines(part))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _nexis(lines: Sequence[str]) -> dict[str, object]:
    """Read an article of Nexis: title, source and date stand above the copyright, fields above the body."""
    dated = next((number for number, line in enumerate(lines) if number and _is_date(line)), 0)
    head, fields, body = list(lines[:dated]), dict[str, str](), list[str]()
    state = "head"
    for line in lines[dated + 1 :]:
        match = _FIELD.match(line)
        name = match[1].lower() if match else ""
        if match and name == "body" and state == "head":
            state = "body"
        elif match and (state == "head" or name in _AFTER):
            fields.setdefault(name, (match[2] or "").strip())
            state = "after" if name in _AFTER else state
        elif state == "body" or (state == "head" and "length" in fields and not _COPYRIGHT.match(line)):
            state = "body"
            body.append(line)
        elif state == "head" and not _COPYRIGHT.match(line):
            head.append(line)
    below = len(head) > dated > 0  # the older kind tells the title below the date
    title = fields.get("headline") or (head[dated] if below else head[-2] if dated > 1 else None)
    return {
        "text": "\n\n".join(body),
        "title": title,
        "source": head[dated - 1] if dated else None,
        "published": read_date(lines[dated]) if dated else None,
        "authors": fields.get("byline"),
    }


def _factiva(lines: Sequence[str]) -> dict[str, object]:
    """Read an article of Factiva: with field codes, or as the head that stands above (c) and the text below it."""
    coded = [match for line in lines if (match := _CODE.match(line))]
    if len(coded) > 3:
        return _factiva_coded(lines)
    words = next((number for number, line in enumerate(lines) if _FACTIVA_WORDS.match(line)), None)
    rights = next((number for number, line in enumerate(lines) if _COPYRIGHT.match(line)), None)
    if words is None or rights is None or rights < words:
        return {"text": "\n\n".join(lines), "title": lines[0] if lines else None}
    head = lines[words + 1 : rights]
    dated = next((number for number, line in enumerate(head) if _is_date(line)), None)
    named = [line for line in head[dated + 1 if dated is not None else 0 :] if not re.match(r"^\d\d?:\d\d", line)]
    above = lines[:words]
    byline = above[-1] if len(above) > 1 and above[-1].lower().startswith("by ") else None
    return {
        "text": "\n\n".join(lines[rights + 1 :]),
        "title": above[0] if above else None,
        "source": named[0] if named else None,
        "published": read_date(head[dated]) if dated is not None else None,
        "authors": byline[3:] if byline else None,
    }


def _factiva_coded(lines: Sequence[str]) -> dict[str, object]:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.match(line)
        code = match[1] if match else code
        value = (match[2] or "").strip() if match else line
        if value:
            fields.setdefault(code, []).append(value)
    day = " ".join(fields.get("PD", []))
    return {
        "text": "\n\n".join([*fields.get("LP", []), *fields.get("TD", [])]),
        "title": " ".join(fields.get("HD", [])) or None,
        "source": " ".join(fields.get("SN", [])) or None,
        "published": day or None,
        "authors": re.sub(r"^by\s+", "", " ".join(fields.get("BY", [])), flags=re.IGNORECASE) or None,
    }


def _is_date(line: str) -> bool:
    try:
        read_date(line)
    except ValueError:
        return False
    return len(line) < 60 and any(character.isalpha() for character in line)
