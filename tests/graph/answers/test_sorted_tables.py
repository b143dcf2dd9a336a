"""Tables are sorted over all of their pages; what a column lacks comes last, and the rows are those of the listing."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.answers.listing import listing
from sayso.graph.answers.sorting import SORTS, folded, sort_by
from sayso.graph.answers.statement_files import statement_file
from sayso.graph.answers.tables import POST_COLUMNS, posts, table
from sayso.graph.model.rendering import as_json
from sayso.graph.model.streamed import Streamed
from sayso.graph.store.store import Store
from sayso.ontology.errors import NotFoundError, QueryError, UsageError
from tests.sample import sample_quads


@pytest.fixture
def sample(store: Store) -> Store:
    """A store that holds the sample."""
    store.apply([], sample_quads())
    return store


def whole(store: Store, name: str, sort: str, **values: str) -> list[dict[str, Any]]:
    """Return all rows of a table, two at a time."""
    items: list[dict[str, Any]] = []
    while True:
        told: Any = as_json(table(store, name, values, sort, 2, len(items)))
        items += told["items"]
        assert told["more"] is (len(items) < told["total"])
        if not told["more"]:
            return items


@pytest.mark.parametrize(
    ("name", "sort", "column", "values"),
    [
        ("statements", "speaker", "speaker", ["Anna Zenda, Ruritania", "Anna Zenda", "Anna Zenda", "Borduria"]),
        ("statements", "-confidence", "confidence", [0.971, 0.95, 0.9, 0.8, 0.5, 0.4]),
        ("statements", "act", "act", ["accuse", "demand", "deny", "intend", "reject", "warn"]),
        ("statements", "-day", "day", ["2024-06-01", "2024-06-01", "2024-03-05", "2024-03-05", "2024-03-05"]),
        ("statements", "day", "day", ["2024-03-04", "2024-03-05", "2024-03-05", "2024-03-05", "2024-06-01"]),
        ("statements", "source", "source", ["Bordurian Post"] * 2 + ["The Strelsau Courier"] * 4),
        ("demands", "matter", "matter", ["close its offices", "open its archives"]),
        ("demands", "-matter", "matter", ["open its archives", "close its offices"]),
        ("positions", "stance", "stance", ["against", "for"]),
        ("positions", "toward", "toward", ["The League", ""]),
        ("positions", "-toward", "toward", ["The League", ""]),
    ],
)
def test_rows_come_in_the_order_of_a_column(
    sample: Store, name: str, sort: str, column: str, values: list[object]
) -> None:
    found = [row[column] for row in whole(sample, name, sort)]
    if (name, sort) == ("statements", "speaker"):
        # Observers, then the statement of nobody.
        assert found[-2:] == ["observers", "not named"]
    assert found[: len(values)] == values


@pytest.mark.parametrize("name", SORTS)
def test_every_column_keeps_every_row(sample: Store, name: str) -> None:
    """The rows of a table are those of the catalogue's question, whatever they are sorted by."""
    told: Any = as_json(listing(sample, name, {}, 100, 0))
    shared = set(told["items"][0])
    wanted = sorted(json.dumps({key: row[key] or None for key in shared}, sort_keys=True) for row in told["items"])
    for column in SORTS[name]:
        for sort in (column, f"-{column}"):
            rows = whole(sample, name, sort)
            found = [json.dumps({key: row[key] or None for key in shared}, sort_keys=True) for row in rows]
            assert sorted(found) == wanted
            assert all(row["card"]["iri"] == row["statement"] for row in rows)


@pytest.mark.parametrize(
    ("name", "values", "count"),
    [
        ("statements", {"by": "Zenda"}, 3),
        ("statements", {"act": "accuse"}, 1),
        ("demands", {"by": "Zenda", "of": "League"}, 2),
        ("demands", {"matter": "ARCHIVES"}, 1),
        ("demands", {"source": "bordurian post"}, 0),
        ("demands", {"since": "2024-03-06"}, 0),
        ("positions", {"holder": "Ruritania"}, 2),
        ("positions", {"toward": "League"}, 1),
        ("positions", {"stance": "for"}, 1),
        ("positions", {"act": "deny"}, 1),
        ("positions", {"until": "2024-03-04"}, 1),
        ("positions", {"confidence": "0.96"}, 1),
        ("positions", {"article": "summit-1"}, 1),
    ],
)
def test_filters(sample: Store, name: str, values: dict[str, str], count: int) -> None:
    assert len(whole(sample, name, "-day", **values)) == count


@pytest.mark.parametrize("sort", ["", "-", "--day", "dance", "-dance", "day,act"])
def test_what_is_no_column_is_refused(sample: Store, sort: str) -> None:
    with pytest.raises(UsageError):
        table(sample, "statements", {}, sort, 10, 0)
    with pytest.raises(UsageError):
        posts(sample, {}, sort, 10, 0)


def test_values_that_do_not_fit_are_refused(sample: Store) -> None:
    with pytest.raises(NotFoundError):
        table(sample, "demands", {"by": "Nobody"}, "by", 10, 0)
    with pytest.raises(QueryError):
        table(sample, "positions", {"stance": "sideways"}, "matter", 10, 0)


@pytest.mark.parametrize("column", POST_COLUMNS)
def test_posts_are_sorted_too(sample: Store, column: str) -> None:
    up, down = (posts(sample, {}, sort, 10, 0) for sort in (column, f"-{column}"))
    assert up.total == 2
    keys = [str(row[column]).casefold() for row in up.items]
    assert keys == sorted(keys)
    assert sorted(map(str, up.items)) == sorted(map(str, down.items))


@given(st.lists(st.one_of(st.none(), st.text(max_size=3))), st.booleans())
def test_sorting_loses_nothing_and_leaves_gaps_to_the_end(keys: list[str | None], down: bool) -> None:
    found = sort_by([*range(len(keys))], keys, down=down)
    assert sorted(found) == [*range(len(keys))]
    ordered = [keys[number] for number in found]
    having = [key for key in ordered if key is not None]
    assert ordered[: len(having)] == sorted(having, reverse=down)


@pytest.mark.parametrize(
    ("one", "other"), [("Émile", "Frank"), ("“apple”", "bear"), ("åse", "Bo"), ("zenda", "ZENDB"), ("…", "a")]
)
def test_names_are_sorted_as_people_look_them_up(one: str, other: str) -> None:
    assert folded(one) < folded(other) or not folded(one).isalpha()


@pytest.mark.parametrize(
    ("name", "format", "values", "shape", "holds"),
    [
        ("statements", "csv", {"act": "deny"}, "edges", ["no plans"]),
        ("statements", "jsonl", {"by": "Zenda"}, "edges", ["archives", "want to leave"]),
        ("statements", "turtle", {"act": "demand"}, "edges", ["open its archives", "demandedOf"]),
        ("statements", "gexf", {}, "edges", ["Anna Zenda", "The League"]),
        ("statements", "graphology", {}, "summed", ["Borduria"]),
        ("statements", "graphml", {}, "nodes", ["could raise prices"]),
        ("demands", "csv", {}, "edges", ["close its offices"]),
        ("positions", "jsonl", {"stance": "for"}, "edges", ["want to leave"]),
    ],
)
def test_what_is_seen_is_written_in_any_format(
    sample: Store, name: str, format: str, values: dict[str, str], shape: str, holds: list[str]
) -> None:
    text, head = written(sample, name, format, values, shape)
    assert all(words in text for words in holds), text
    total = table(sample, name, values, "-day", 1, 0).total
    assert head["total"] == head["shown"] <= total


def test_a_file_has_the_order_of_the_table(sample: Store) -> None:
    text, _ = written(sample, "statements", "jsonl", {}, "edges", sort="-confidence")
    assert [json.loads(line)["confidence"] for line in text.splitlines()] == [0.971, 0.95, 0.9, 0.8, 0.5, 0.4]


def test_the_beginning_of_a_file_says_how_much_there_is(sample: Store) -> None:
    text, head = written(sample, "statements", "jsonl", {}, "edges", size=2)
    assert (len(text.splitlines()), head["shown"], head["total"]) == (2, 2, 6)


def written(
    store: Store, name: str, format: str, values: dict[str, str], shape: str, sort: str = "-day", size: int = 100
) -> tuple[str, dict[str, Any]]:
    """Return the text of a file, and what is said before it."""
    found = statement_file(store, name, format, values, sort, size, shape, excel_safe=False)
    assert isinstance(found, Streamed)
    output = io.BytesIO()
    found.write(output)
    return output.getvalue().decode(), as_json(found.head)
