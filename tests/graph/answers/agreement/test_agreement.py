"""Agreement of coders: published values of alpha, tables of every sort, what is the same unit, what differs."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.agreement.agreement import agreement, alpha, compare_codes, compared
from sayso.graph.answers.agreement.code_table import read_codes
from sayso.graph.export.csv_rows import CsvRows
from sayso.graph.model.rendering import as_json
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.statements.rows.reading import rows
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from tests.sample import sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    store.apply([], sample_quads())
    return store


def exported(store: Store) -> list[dict[str, str]]:
    """The statements as `sayso export --format csv` writes them."""
    output = io.BytesIO()
    CsvRows().write(rows(store), output)
    return list(csv.DictReader(io.StringIO(output.getvalue().decode())))


def table(lines: list[dict[str, str]], *columns: str, separator: str = ",") -> str:
    output = io.StringIO(newline="")
    writer = csv.DictWriter(output, columns or list(lines[0]), extrasaction="ignore", delimiter=separator)
    writer.writeheader()
    writer.writerows(lines)
    return output.getvalue()


def test_alpha_is_that_of_krippendorffs_own_example() -> None:
    """K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), B: nominal data, two observers, 0.692."""
    assert alpha([*zip("aabbdcccedda", "babbbcccedddd", strict=False)]) == pytest.approx(0.692, abs=0.0005)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=20))
def test_alpha_is_one_where_all_agree_and_never_more(pairs: list[tuple[str, str]]) -> None:
    found = alpha(pairs)
    assert (found is None) == (len({value for pair in pairs for value in pair}) < 2)
    if found is not None:
        assert (found == 1) == all(one == other for one, other in pairs)
        assert found <= 1


def test_the_graph_agrees_with_its_own_export(sample: Store) -> None:
    found = compared(
        sample, table(exported(sample), "statement", "speaker", "act", "about", "form", "stance", "matter")
    )
    assert [one.variable for one in found.variables] == ["speaker", "act", "about", "form", "stance", "matter"]
    assert all(one.equal == one.units == 6 and one.alpha == 1 for one in found.variables)
    assert (found.paired, found.disagreements, found.only_one, found.only_other) == (6, (), (), ())


def test_what_a_person_corrected_is_listed(sample: Store) -> None:
    lines = exported(sample)
    lines[0] |= {"act": "reject", "about": "The League"}
    lines[1]["speaker"] = "Zenda"  # the last name of one person alone
    found = compared(sample, table(lines, "statement", "speaker", "act", "about"))
    told = {(one.variable, one.one, one.other) for one in found.disagreements}
    assert told == {("act", "reject", "deny"), ("about", "the league", "ruritania; the league")}
    assert found.disagreements[0].statement == lines[0]["statement"]
    assert found.disagreements[0].text == lines[0]["sentence"]
    act = found.variables[1]
    assert (act.units, act.equal) == (6, 5)
    assert act.alpha is not None
    assert 0 < act.alpha < 1


@pytest.mark.parametrize(
    "columns",
    [
        ("statement", "act"),
        ("article", "start", "end", "act"),
        ("article", "words", "act"),
        ("title", "sentence", "act"),
        ("words", "act"),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_units_are_found_by_what_the_table_has(sample: Store, columns: tuple[str, ...], separator: str) -> None:
    found = compared(sample, table(exported(sample), *columns, separator=separator))
    assert (found.paired, found.variables[0].equal) == (6, 6)


def test_a_statement_may_be_named_by_its_end(sample: Store) -> None:
    lines = exported(sample)
    for line in lines:
        line["id"] = line["statement"].rpartition("/")[2]
    assert compared(sample, table(lines, "id", "article", "act")).paired == 6
    lines[0]["id"] = "1-2.3-4"
    found = compared(sample, table(lines, "id", "article", "act"))
    assert (found.paired, len(found.only_one), len(found.only_other)) == (5, 1, 1)


def test_articles_that_were_not_coded_count_against_nobody(sample: Store) -> None:
    lines = [line for line in exported(sample) if line["article"] == "summit-1"][1:]
    found = compared(sample, table(lines, "article", "words", "act"))
    assert found.paired == 3
    assert [one.partition(": ")[2][:20] for one in found.only_other] == ["Ruritania’s Foreign "]


def test_dnas_event_list(sample: Store) -> None:
    """The headings and marks are those that DNA 3 writes: semicolons, quotation marks, 1 for agreement."""
    codes = (
        '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text"'
        ';"person";"organization";"concept";"agreement"\n'
        '1;2024-03-05 00:00:00;7;"Ruritania stays";"";"The Strelsau Courier";"";"";"leave the League"'
        ';"Ruritania";"";"leave the League";1\n'
        '2;2024-06-01 10:30:00;8;"Ruritania leaves";"";"Bordurian Post";"";"";"\'We want to leave the League,\'"'
        ';"Strelsau";"";"Leave the League!";1\n'
    )
    found = compared(sample, codes)
    assert [(one.variable, one.units, one.equal) for one in found.variables] == [
        ("speaker", 2, 2), ("matter", 2, 2), ("stance", 2, 1),
    ]  # fmt: skip
    [only] = found.disagreements
    assert (only.variable, only.one, only.other) == ("stance", "for", "against")
    assert found.not_compared == ("organization",)


def test_two_tables() -> None:
    one = "unit,act,stance\n1,deny,for\n2,state,against\n3,state,?\n4,warn,\n"
    other = "unit,act,stance\n1,deny,against\n2,state,against\n3,deny,for\n5,warn,for\n"
    found = compare_codes(read_codes(one, "one"), read_codes(other, "other"))
    assert [(v.variable, v.units, v.equal) for v in found.variables] == [("act", 3, 2), ("stance", 2, 1)]
    assert (found.only_one, found.only_other) == (("row 5",), ("row 5",))
    assert [d.units for d in found.disagreements] == [("row 4", "row 4"), ("row 2", "row 2")]


def test_told_as_json(sample: Store) -> None:
    told: Any = as_json(agreement(sample, table(exported(sample), "statement", "act"), status="any"))
    variables = told["variables"]
    assert isinstance(variables, list)
    [act] = variables
    assert isinstance(act, dict)
    assert (act["variable"], act["units"], act["equal"], act["alpha"]) == ("act", 6, 6, 1.0)
    met = act["confusion"]
    assert isinstance(met, list)
    assert all(one["one"] == one["other"] for one in met if isinstance(one, dict))
    assert told["notCompared"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a line of headings"),
        ("act,statement\n", "a line of headings"),
        ("statement,article\nx,y\n", "no column holds codes"),
        ("act,form\ndeny,direct\n", "nothing says what was coded"),
        ('act,words\n"deny,direct\n', "this is no CSV"),
        ("words,colour\nWe want to leave,red\n", "no variable is in both"),
    ],
)
def test_what_is_no_table_of_codes_says_what_it_lacks(sample: Store, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        compared(sample, text, None, Filter())


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_an_error(text: str) -> None:
    try:
        read_codes(text, "codes")
    except UsageError:
        return


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_alpha_is_what_nltk_says(values: list[tuple[str, str]]) -> None:
    # Here, so that not every process of a run imports it.
    from nltk.metrics.agreement import AnnotationTask

    told = alpha(values)
    if len({value for pair in values for value in pair}) < 2:
        assert told is None
        return
    data = [(coder, number, value) for number, pair in enumerate(values) for coder, value in enumerate(pair)]
    assert told == pytest.approx(AnnotationTask(data=data).alpha(), abs=1e-6)
