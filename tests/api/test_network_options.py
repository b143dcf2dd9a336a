"""One set of options: the same names in notebooks, on the command line and over HTTP, and the same network."""

from __future__ import annotations

import inspect
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import networkx as nx
import pytest
from typer.main import get_command

import sayso
from sayso.api.choices import VariableWord
from sayso.api.command import app, run
from sayso.api.networking import network
from sayso.api.notebook.network_options import NetworkOptions
from sayso.graph.networks.options import OPTIONS, choice_of
from sayso.graph.networks.variables import NAMES
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from tests.api.service.serving import Served, served
from tests.sample import sample_quads

DOCS = Path(__file__).parents[2] / "docs"
OWN = {"store", "format", "output", "as_json", "help"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a folder."""
    made = tmp_path_factory.mktemp("options") / "some.store"
    with Store.open(made) as store:
        store.apply([], sample_quads())
    return made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    # A machine with other work to do may take its time.
    with served(folder, query_seconds=120) as running:
        yield running


def test_every_face_has_the_same_names(service: Served) -> None:
    assert tuple(inspect.signature(choice_of).parameters) == tuple(OPTIONS)
    command = get_command(app).commands["network"]  # type: ignore[attr-defined]
    assert {parameter.name for parameter in command.params} - OWN == set(OPTIONS)
    assert set(inspect.signature(sayso.Client.network).parameters) == {"self", *OPTIONS}
    assert set(NetworkOptions.__annotations__) == OPTIONS.keys() - {"kind", "window"}
    told = service.client.get("/openapi.json").json()["paths"]["/networks"]["get"]["parameters"]
    assert {one["name"] for one in told} - {"format"} == {option.dashed for option in OPTIONS.values()}


def test_the_words_of_an_option_are_those_of_its_type() -> None:
    assert get_args(VariableWord) == NAMES
    hints = get_type_hints(network, include_extras=False)
    for option in OPTIONS.values():
        # Where nothing need be said the type is "one of these, or None".
        found = [word for one in (hints[option.name], *get_args(hints[option.name])) for word in get_args(one)]
        words = tuple(word for word in dict.fromkeys(found) if isinstance(word, str))
        assert words == option.words, option.name
        assert option.meaning in (sayso.Client.network.__doc__ or "")


QUESTIONS: list[dict[str, Any]] = [
    {},
    {"kind": "actor-matter", "reported": True},
    {"kind": "actor-matter", "reported": True, "isolates": True, "only": {"stance": ["for"]}},
    {"kind": "congruence", "reported": True, "variable1": "matter", "variable2": "actor"},
    {"kind": "two-mode", "count": "statements", "variable1": "source", "variable2": "act", "form": ["direct", "mixed"]},
    {"kind": "two-mode", "count": "statements", "variable2": "month", "min_actor": 2, "exclude": {"act": ["deny"]}},
    {"kind": "two-mode", "count": "statements", "variable1": "actor", "variable2": "about", "confidence": 0.9},
    {"kind": "ignore", "count": "statements", "variable2": "article", "minimum": {"source": 3}, "since": "2024-01-01"},
    {"kind": "two-mode", "reported": True, "normalisation": "prominence", "qualifier": "combine", "size": 1},
    {"kind": "about", "status": "any", "until": "2024-05-01", "measures": True},
]


@pytest.mark.parametrize("options", QUESTIONS, ids=str)
def test_every_face_makes_the_same_network(
    options: dict[str, Any],
    folder: Path,
    service: Served,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAYSO_STORE", str(folder))
    with sayso.open(folder) as db:
        here = db.network(**options).to_networkx()
    asked = [(name.replace("_", "-"), value) for name, each in options.items() for value in _written(each)]
    answer = service.client.get("/networks", params=[*asked, ("format", "graphml")])
    assert answer.status_code == 200, answer.text
    assert _plain(nx.read_graphml(io.BytesIO(answer.content))) == _plain(here)
    kind = options.get("kind", "about")
    arguments = [f"--{n}" if v == "true" else f"--{n}={v}" for n, v in asked if n not in ("kind", "form")]
    arguments += [f"--form={form}" for form in options.get("form", ())]
    capfd.readouterr()
    assert run(["network", kind, *arguments, "--format", "graphml"]) == 0
    assert _plain(nx.read_graphml(io.BytesIO(capfd.readouterr().out.encode()))) == _plain(here)


def _written(value: Any) -> list[str]:
    match value:
        case dict():
            each = [(name, one) for name, some in value.items() for one in (some if isinstance(some, list) else [some])]
            return [f"{name}={one}" for name, one in each]
        case list():
            return [",".join(value)]
        case bool():
            return [str(value).lower()]
    return [str(value)]


def _plain(graph: nx.Graph) -> tuple[object, ...]:
    """Return what a graph tells, but for who asked: HTTP says how many ties are shown where nobody set a size."""
    told = {name: value for name, value in graph.graph.items() if name in ("title", "snapshot", "model", "left_out")}
    edges = sorted(
        (*sorted((one, other)), told["weight"], told["kind"], told["count"], told["statements"], told.get("sentence"))
        for one, other, told in graph.edges(data=True)
    )
    return told, {name: told["label"] for name, told in graph.nodes(data=True)}, edges


def test_what_is_no_option_or_value_is_refused(folder: Path) -> None:
    with sayso.open(folder) as db:
        with pytest.raises(TypeError, match="colour"):
            db.network(colour="red")  # type: ignore[call-overload]
        for wrong in (
            {"unit": "centuries", "window": 1},
            {"kernel": "linear", "window": 1},
            {"normalisation": "much"},
            {"variable1": "colour"},
            {"duplicates": "never"},
            {"minimum": {"actor": 0}},
            {"size": 0},
            {"since": "soon"},
        ):
            with pytest.raises(UsageError):
                db.network("congruence", **wrong)


def test_the_page_of_networks_tells_every_option() -> None:
    text = (DOCS / "networks.md").read_text("utf-8")
    assert [option.name for option in OPTIONS.values() if f"--{option.dashed}" not in text] == ["kind"]
