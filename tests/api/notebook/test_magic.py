"""The magic, in a real shell over a real store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.error import UsageError as ShellError
from IPython.core.interactiveshell import InteractiveShell

import sayso
from sayso.api.notebook.options import Options, read_options
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from tests.sample import sample_quads

NAMES = "SELECT ?name { ?actor a sayso:Person ; rdfs:label ?name }"


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Any]:
    """A shell with the magic, and the sample in a store called a.store."""
    with Store.open(tmp_path / "a.store") as store:
        store.apply([], sample_quads())
    shell = InteractiveShell()
    shell.run_line_magic("load_ext", "sayso")
    shell.user_ns["folder"] = str(tmp_path / "a.store")
    yield shell
    shell.run_line_magic("unload_ext", "sayso")
    shell.history_manager.end_session()


@pytest.fixture
def db(shell: Any) -> Iterator[sayso.Client]:
    """The store, open in the variable db."""
    with sayso.open(shell.user_ns["folder"]) as opened:
        shell.user_ns["db"] = opened
        yield opened


def test_a_line_and_a_cell_are_answered(shell: Any, db: sayso.Client) -> None:
    assert shell.run_line_magic("sparql", NAMES).records() == [{"name": "Anna Zenda"}]
    assert shell.run_cell_magic("sparql", "", NAMES).records() == [{"name": "Anna Zenda"}]
    assert shell.run_line_magic("sparql", "ASK { ?a a sayso:Person }") is True
    assert len(shell.run_cell_magic("sparql", "", "DESCRIBE <https://w3id.org/sayso/act/deny>")) > 3
    assert not shell.run_cell(f"%%sparql -o found\n{NAMES}").error_in_exec
    assert shell.user_ns["found"].columns == ("name",)
    assert shell.run_cell_magic("sparql", "-o frame --as df", NAMES)["name"].tolist() == ["Anna Zenda"]
    assert shell.user_ns["frame"].shape == (1, 1)


def test_a_store_is_named_once(shell: Any) -> None:
    with pytest.raises(ShellError, match="none is open yet; say --store"):
        shell.run_line_magic("sparql", NAMES)
    client = shell.run_line_magic("sparql", f"--store '{shell.user_ns['folder']}'")
    assert isinstance(client, sayso.Client)
    assert len(shell.run_line_magic("sparql", NAMES)) == 1


def test_of_several_open_stores_one_is_to_be_named(shell: Any, db: sayso.Client) -> None:
    with sayso.open(shell.user_ns["folder"]) as other:
        shell.user_ns["other"] = other
        with pytest.raises(ShellError, match="several: db, other"):
            shell.run_line_magic("sparql", NAMES)
        assert len(shell.run_line_magic("sparql", f"--store other {NAMES}")) == 1


HOSTILE = ["Anna Zenda", 'Anna" } UNION { ?actor ?p ?name } #', "{db}", "$db", "\\", "'", "\u202e\n"]


@pytest.mark.parametrize("name", HOSTILE)
def test_variables_go_in_as_terms(shell: Any, db: sayso.Client, name: str) -> None:
    shell.user_ns["who"] = name
    text = "SELECT ?actor {\n  VALUES ?name { UNDEF }\n  ?actor rdfs:label ?name\n}"
    found = shell.run_cell_magic("sparql", "--bind name=who", text)
    assert len(found) == (name == "Anna Zenda")
    shell.user_ns["name"] = ["Anna Zenda", name, 5]
    assert len(shell.run_cell_magic("sparql", "--bind name", text)) == 1


def test_braces_and_dollars_of_a_line_are_left_alone(shell: Any, db: sayso.Client) -> None:
    assert shell.run_line_magic("sparql", 'SELECT $x { VALUES $x { "{db} $db" } }').records() == [{"x": "{db} $db"}]


def test_an_error_shows_its_place(shell: Any, db: sayso.Client) -> None:
    with pytest.raises(ShellError) as error:
        shell.run_cell_magic("sparql", "", "SELECT ?x {\n  ?x ?y\n}")
    message, line, caret = str(error.value).split("\n")
    assert re.match(r"line 3, column \d: this is not SPARQL", message)
    assert (line, caret.strip()) == ("}", "^")
    for wrong in ("--bind nobody", "--as sheet", "--bind 1x", "--colour red", "-o", "SELECT"):
        with pytest.raises(ShellError):
            shell.run_cell_magic("sparql", wrong, NAMES)
    with pytest.raises(ShellError, match="bool"):
        shell.run_cell_magic("sparql", "--as df", "ASK {}")


LINES = [
    ("-o x", "Q", Options(output="x"), "Q"),
    ("--output=x --as df --store 'a b'", "Q", Options(output="x", made="df", store="a b"), "Q"),
    ("-b a -b b=c", "Q", Options(bind={"a": "a", "b": "c"}), "Q"),
    ('-o x SELECT * { ?s ?p "-o y" }', None, Options(output="x"), ' SELECT * { ?s ?p "-o y" }'),
    ("", "", Options(), ""),
]


@pytest.mark.parametrize(("line", "cell", "options", "text"), LINES)
def test_options_stand_before_the_query(line: str, cell: str | None, options: Options, text: str) -> None:
    assert read_options(line, cell) == (options, text)


def test_words_beside_a_cell_are_refused() -> None:
    with pytest.raises(UsageError, match="only options"):
        read_options("-o x SELECT", "Q")
