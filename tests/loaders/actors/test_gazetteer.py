"""Files of known figures: what is read of them, what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sayso.loaders.actors.folded import folded
from sayso.loaders.actors.gazetteer import gazetteer
from sayso.loaders.document import Document
from sayso.loaders.extraction import extract
from sayso.ontology.errors import UsageError

HEAD = "id,name,aliases,type,country,office,from,to,wikidata\n"
TEXT = "Mayor Okonkwo of Enugu said that Brightwater Holdings had lied."


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_csv_adds_figures_and_takes_the_place_of_those_with_its_ids(tmp_path: Path) -> None:
    lines = (
        '# source: the city, 2026\n' + HEAD
        + 'x1,Chidi Okonkwo,Okonkwo;C. Okonkwo,Person,NG,"Mayor, Enugu",2020,2024-05,Q123\n'
        + "x2,Brightwater Holdings,Brightwater,Company,NG,,,,\n"
        + "angela-merkel,Angela Merkel,Merkel,Person,DE,Chancellor,2005,2021,Q1\n"
    )  # fmt: skip
    found = gazetteer((written(tmp_path, "people.csv", lines),))
    (mayor,) = found.called("OKONKWO")
    assert (mayor.key, mayor.same_as) == ("person/chidi-okonkwo", ("http://www.wikidata.org/entity/Q123",))
    assert (mayor.terms[0].body, mayor.terms[0].begin) == ("Enugu", date(2020, 1, 1))
    assert [figure.wikidata for figure in found.named("Angela Merkel")] == ["Q1"]
    assert found.bodies("Brightwater")[0].key == "organisation/brightwater-holdings"
    assert found.called("Putin")


def test_follow_the_money_is_read_too(tmp_path: Path) -> None:
    told = {"name": ["Chidi Okonkwo"], "alias": ["Okonkwo"], "country": ["ng"], "position": ["Mayor, Enugu"],
            "wikidataId": ["Q123"]}  # fmt: skip
    lines = [
        json.dumps({"id": "NK-1", "schema": "Person", "properties": told}),
        json.dumps({"id": "NK-2", "schema": "Vessel", "properties": {"name": ["Ada"]}}),
    ]
    (mayor,) = gazetteer((written(tmp_path, "people.jsonl", "\n".join(lines)),)).called("Okonkwo")
    assert (mayor.name, mayor.countries, mayor.terms[0].title) == ("Chidi Okonkwo", {"NG"}, "Mayor")


def test_what_a_file_names_is_linked_and_told_in_the_method(tmp_path: Path) -> None:
    lines = (
        HEAD + 'x1,Chidi Okonkwo,Okonkwo,Person,NG,"Mayor, Enugu",2020,,Q123\nx2,Brightwater Holdings,,Company,,,,,\n'
    )
    path = written(tmp_path, "people.csv", lines)
    plain, known = (extract(Document("a", TEXT), known=files) for files in ((), (path,)))
    assert "person/chidi-okonkwo" not in plain.actors
    assert known.actors["person/chidi-okonkwo"].same_as == ("http://www.wikidata.org/entity/Q123",)
    assert "organisation/brightwater-holdings" in known.actors
    assert "known" in dict(known.method)
    assert "known" not in dict(plain.method)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who,what\na,b\n", "no column"),
        (HEAD + "x,,,Person,,,,,\n", "name"),
        (HEAD + "x,Ada,,Ship,,,,,\n", "type"),
        (HEAD + "x,Ada,,Person,Utopia,,,,\n", "country"),
        (HEAD + "x,Ada,,Person,,Mayor,soon,,\n", "date"),
        (HEAD + "x,Ada,,Person,,,,,7747\n", "wikidata"),
        (HEAD + "x,A\x1bda,,Person,,,,,\n", "name"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        gazetteer((written(tmp_path, "people.csv", text),))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        gazetteer((str(tmp_path / "none.csv"),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viktor Orbán", "Viktor Orban"),
        ("Zelens\u200bky", "Zelensky"),
        ("Keir\u00a0Starmer", "Keir Starmer"),
        ("José", "Jose\u0301"),
        ("O’Neill", "O'Neill"),
        ("Frank-Walter", "Frank\u2010Walter"),
    ],
)
def test_how_a_name_is_set_changes_nothing(one: str, other: str) -> None:
    assert folded(one) == folded(other)
