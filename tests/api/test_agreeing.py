"""Agreement in every face: command line, HTTP, notebook; the same figures everywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import sayso
from sayso.api.command import run
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from tests.api.service.serving import Served, assert_problem, served
from tests.sample import sample_quads

CODES = (
    "article,words,speaker,act\n"
    "summit-1,Strelsau has no plans to leave the League,Anna Zenda,deny\n"
    "summit-1,The League must open its archives,Zenda,propose\n"
    "summit-1,a dispute could raise prices,Observers,warn\n"
    "summit-1,words that nobody said,Borduria,state\n"
)
TYPE = {"Content-Type": "text/csv"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a folder."""
    made = tmp_path_factory.mktemp("agreeing") / "some.store"
    with Store.open(made) as store:
        store.apply([], sample_quads())
    return made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    with served(folder) as running:
        yield running


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text(CODES, "utf-8-sig")
    return path


def test_every_face_gives_the_same_figures(
    folder: Path, service: Served, codes: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["agreement", str(codes), "--store", str(folder), "--json"]) == 0
    told: dict[str, Any] = json.loads(capfd.readouterr().out)
    assert [(one["variable"], one["units"], one["equal"]) for one in told["variables"]] == [
        ("speaker", 3, 3), ("act", 3, 2),
    ]  # fmt: skip
    assert (told["paired"], len(told["onlyOne"]), len(told["onlyOther"])) == (3, 1, 1)
    answer = service.client.post("/agreement", content=CODES.encode(), headers=TYPE)
    assert (answer.status_code, answer.json()) == (200, told)
    with sayso.open(folder) as db:
        for given in (codes, str(codes), pd.read_csv(codes)):
            found = db.agreement(given)
            assert as_json(found.found.told(most=None)) == told
        frame = found.df()
        assert (list(frame["variable"]), str(frame["alpha"].dtype)) == (["speaker", "act"], "float64")
        differ = found.disagreements_df()
        assert differ[["variable", "one", "other"]].to_numpy().tolist() == [["act", "propose", "demand"]]
        assert [one.act for one in found.statements()] == ["demand"]
        assert repr(found).startswith(
            "Krippendorff's alpha over 3 units (only one has 1, only the other 1): speaker 1.000"
        )
        assert db.agreement(codes, codes).found.disagreements == ()


def test_people_see_alpha_and_every_disagreement_with_its_sentence(
    folder: Path, codes: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["agreement", str(codes), "--store", str(folder)]) == 0
    out = capfd.readouterr().out
    for words in ("alpha", "3 units are in both, 1 only in codes.csv, 1 only in the graph", "propose", "↳", "row 5"):
        assert words in out


def test_what_is_cut_off_is_said(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, act in (("one", "deny"), ("other", "state")):
        rows = [{"unit": str(number), "act": act} for number in range(50)]
        with (tmp_path / f"{name}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, ["unit", "act"])
            writer.writeheader()
            writer.writerows(rows)
    line = ["agreement", str(tmp_path / "one.csv"), str(tmp_path / "other.csv"), "--store", str(folder)]
    assert run(line) == 0
    assert "40 of 50 disagreements are shown: --json for all" in capfd.readouterr().err
    assert run([*line, "--json"]) == 0
    assert len(json.loads(capfd.readouterr().out)["disagreements"]) == 50


def test_two_tables_go_over_http_as_json(service: Served) -> None:
    answer = service.client.post("/agreement", json={"codes": CODES, "other": CODES})
    assert answer.status_code == 200
    assert all(one["alpha"] == 1 for one in answer.json()["variables"])


@pytest.mark.parametrize(
    ("body", "type_", "status"),
    [
        (b"", "text/csv", 400),
        (b"\xff\xfe", "text/csv", 400),
        (b"act,form\nx,y\n", "text/csv", 400),
        (b"[1]", "application/json", 400),
        (b'{"codes": 1}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"x", "image/png", 415),
    ],
)
def test_what_is_no_table_is_a_problem(service: Served, body: bytes, type_: str, status: int) -> None:
    assert_problem(service.client.post("/agreement", content=body, headers={"Content-Type": type_}), status)
    assert_problem(service.client.post("/agreement?mood=1", content=CODES.encode(), headers=TYPE), 400, "usage")


def test_what_cannot_be_read_says_what_to_do(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["agreement", str(tmp_path / "none.csv"), "--store", str(folder)]) == 2
    assert "cannot be read" in capfd.readouterr().err
    (tmp_path / "latin.csv").write_bytes("act,words\nx,é\n".encode("latin-1"))
    assert run(["agreement", str(tmp_path / "latin.csv"), "--store", str(folder)]) == 2
    assert "save the table as CSV UTF-8" in capfd.readouterr().err
    with sayso.open(folder) as db, pytest.raises(UsageError, match="cannot be read"):
        db.agreement(tmp_path / "none.csv")


def test_the_codes_of_the_sample_are_of_its_articles() -> None:
    root = Path(__file__).parents[2] / "examples" / "sample"
    texts = {one["id"]: one["text"] for one in map(json.loads, (root / "orn.jsonl").read_text("utf-8").splitlines())}
    for row in csv.DictReader(io.StringIO((root / "codes.csv").read_text("utf-8"))):
        text = texts[row["article"]]
        assert row["words"] in text or row["words"].split()[0] in text
        assert row["act"] in sayso_acts()


def sayso_acts() -> set[str]:
    from sayso.ontology.terms import ACTS

    return set(ACTS)
