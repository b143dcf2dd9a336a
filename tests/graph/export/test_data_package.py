"""The Data Package: every table is as its description says, and the keys between them hold."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

import pytest

from sayso.graph.export.registry import write
from sayso.graph.store.store import Store
from tests.sample import sample_quads

type Rows = list[dict[str, str]]


def packed(store: Store) -> bytes:
    output = io.BytesIO()
    assert write(store, "datapackage", output) == ()
    return output.getvalue()


@pytest.fixture
def package(store: Store) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The description and the files of the sample's package."""
    store.apply([], sample_quads())
    with ZipFile(io.BytesIO(packed(store))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return json.loads(files.pop("datapackage.json")), files


def tables(files: dict[str, bytes]) -> dict[str, Rows]:
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        for name, data in files.items()
    }


def test_every_file_is_described_as_it_is(package: tuple[dict[str, Any], dict[str, bytes]]) -> None:
    told, files = package
    assert {one["path"] for one in told["resources"]} == set(files)
    casts = {"string": str, "integer": int, "number": float, "date": date.fromisoformat}
    for resource in told["resources"]:
        data = files[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        fields = resource["schema"]["fields"]
        rows = tables(files)[resource["name"]]
        assert rows
        assert [*rows[0]] == [one["name"] for one in fields]
        for row in rows:
            for one in fields:
                assert row[one["name"]] == "" or casts[one["type"]](row[one["name"]]) is not None
        assert all(one["description"] for one in fields)


def test_keys_are_unique_and_lead_somewhere(package: tuple[dict[str, Any], dict[str, bytes]]) -> None:
    told, files = package
    found = tables(files)
    for resource in told["resources"]:
        schema, rows = resource["schema"], found[resource["name"]]
        if "primaryKey" in schema:
            [key] = schema["primaryKey"]
            assert len({row[key] for row in rows}) == len(rows)
        for foreign in schema.get("foreignKeys", ()):
            [own], [theirs] = foreign["fields"], foreign["reference"]["fields"]
            there = {row[theirs] for row in found[foreign["reference"]["resource"]]}
            assert {row[own] for row in rows if row[own]} <= there


def test_units_sources_and_models_are_told(package: tuple[dict[str, Any], dict[str, bytes]]) -> None:
    told, files = package
    statements = next(one for one in told["resources"] if one["name"] == "statements")
    units = {one["name"]: one.get("unit") for one in statements["schema"]["fields"]}
    assert units["start"] == units["end"] == "code point"
    assert [one["title"] for one in told["sources"]] == ["Bordurian Post", "The Strelsau Courier"]
    assert "tagger" in told["description"]
    found = tables(files)
    assert {row["matter"] for row in found["demands"]} == {"close its offices", "open its archives"}
    assert {row["kind"] for row in found["actors"]} == {"Person", "Country", "Organisation", "Group"}


def test_twice_the_same_store_is_twice_the_same_bytes(store: Store) -> None:
    store.apply([], sample_quads())
    assert packed(store) == packed(store)


def test_an_empty_store_gives_tables_without_rows(store: Store) -> None:
    with ZipFile(io.BytesIO(packed(store))) as archive:
        assert len(archive.namelist()) == 6
        assert archive.read("articles.csv").startswith(b"article,identifier,")
