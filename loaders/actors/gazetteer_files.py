"""Files of the gazetteer: CSV with one office a line, or JSON lines in the FollowTheMoney model."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sayso.loaders.actors.gazetteer import GazetteerEntry, GazetteerTerm
from sayso.loaders.facts import ActorKind
from sayso.ontology.errors import UsageError

COLUMNS = ("id", "name", "aliases", "type", "country", "office", "from", "to", "wikidata")
_LARGEST = 256 * 2**20  # bytes
_LONGEST = 200  # characters of a name
_KINDS: dict[str, ActorKind] = {
    "person": "Person", "organisation": "Organisation", "organization": "Organisation", "company": "Organisation",
    "publicbody": "Organisation", "legalentity": "Organisation",
}  # fmt: skip
_ITEM = re.compile(r"Q[1-9]\d{0,11}")
_CODE = re.compile(r"[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?")


def read_entries(path: Path) -> Iterator[GazetteerEntry]:
    """Yield the entries of a file, by its ending: .csv, or .json, .jsonl, .ijson for FollowTheMoney.

    Lines that begin with "#" are remarks. Raises UsageError, with file and line, for what cannot be read.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path}: larger than {_LARGEST >> 20} MB")
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    read = _rows if path.suffix.lower() == ".csv" else _entities
    yield from read(path, lines)


def version_of(paths: Iterable[Path]) -> str:
    """Return a digest of the files' contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _rows(path: Path, lines: list[str]) -> Iterator[GazetteerEntry]:
    reader = csv.DictReader(line for line in lines if not line.startswith("#"))
    missing = {"name"} - set(reader.fieldnames or ())
    if missing:
        raise UsageError(f"{path}: no column “name”; the columns are {', '.join(COLUMNS)}")
    for row in reader:
        told = {name: (row.get(name) or "").strip() for name in COLUMNS}
        yield _entry(f"{path}: {told['name'] or 'a line without a name'}", told)


def _entry(where: str, told: dict[str, str]) -> GazetteerEntry:
    kind = _KINDS.get(told["type"].lower() or "person")
    if kind is None:
        raise UsageError(f"{where}: type {told['type']!r} is none of Person, Organisation")
    _check_name(where, told["name"])
    if told["country"] and not _CODE.fullmatch(told["country"]):
        raise UsageError(f"{where}: country {told['country']!r} is no ISO 3166 code")
    if told["wikidata"] and not _ITEM.fullmatch(told["wikidata"]):
        raise UsageError(f"{where}: wikidata {told['wikidata']!r} is no item such as Q7747")
    title, _, body = told["office"].partition(",")
    begin, end = (_day(where, told[name], last=name == "to") for name in ("from", "to"))
    country = told["country"].upper()
    term = GazetteerTerm(title.strip(), body.strip(), country, begin, end) if title.strip() else None
    aliases = tuple(a for part in told["aliases"].split(";") if (a := part.strip()))
    return GazetteerEntry(told["id"], told["name"], kind, aliases, country, term, told["wikidata"])


def _check_name(where: str, name: str) -> None:
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise UsageError(f"{where}: a name is a line of text of at most {_LONGEST} characters")


def _day(where: str, text: str, *, last: bool) -> date | None:
    """Read "2012", "2012-05" or "2012-05-07"; of a year or month the first day, or the `last`."""
    if not text:
        return None
    parts = text.split("-")
    try:
        year, month, day = (int(p) for p in [*parts, *(("12", "28") if last else ("1", "1"))[len(parts) - 1 :]][:3])
        if last and len(parts) < 3:
            day = 31 if month == 12 else day
        return date(year, month, day)
    except (ValueError, IndexError) as error:
        raise UsageError(f"{where}: {text!r} is no date such as 2012 or 2012-05-07") from error


def _entities(path: Path, lines: list[str]) -> Iterator[GazetteerEntry]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{where}: no JSON ({error})") from error
        if not isinstance(entity, dict):
            raise UsageError(f"{where}: no entity of FollowTheMoney")
        kind = _KINDS.get(str(entity.get("schema", "")).lower())
        properties = entity.get("properties")
        if kind is None or not isinstance(properties, dict):
            continue  # a vehicle, a sanction: nobody who speaks
        yield from _of_entity(where, str(entity.get("id", "")), kind, properties)


def _of_entity(where: str, identifier: str, kind: ActorKind, properties: dict[str, Any]) -> Iterator[GazetteerEntry]:
    names = _texts(properties, "name") or [str(properties.get("caption", ""))]
    _check_name(where, names[0])
    aliases = (*names[1:], *_texts(properties, "alias"), *_texts(properties, "weakAlias"))
    codes = [c.upper() for c in (*_texts(properties, "country"), *_texts(properties, "nationality"))]
    country = next((c for c in codes if _CODE.fullmatch(c)), "")
    item = next((i for i in _texts(properties, "wikidataId") if _ITEM.fullmatch(i)), "")
    entry = GazetteerEntry(identifier, names[0], kind, tuple(aliases), country, None, item)
    offices = [text.partition(",") for text in _texts(properties, "position")]
    for title, _, body in offices or [("", "", "")]:
        term = GazetteerTerm(title.strip(), body.strip(), country) if title.strip() else None
        yield GazetteerEntry(entry.id, entry.name, kind, entry.aliases, country, term, item)


def _texts(properties: dict[str, Any], name: str) -> list[str]:
    found = properties.get(name)
    return [v.strip() for v in found if isinstance(v, str) and v.strip()] if isinstance(found, list) else []
