"""Who may do what: the table in the docs, the routes and what is answered are one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Mount, Route

from sayso.api.service.app import create_app
from sayso.api.service.roles import RULES, Role, role_of, roles_of
from sayso.api.service.settings import ServiceSettings
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE
from tests.api.service.serving import Served, assert_problem, served

PAGE = (Path(__file__).parents[3] / "docs" / "service.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| (.*) \| (.*) \|$", PAGE.partition("## Keys")[2].partition("## Settings")[0], re.M)
KEYS = {role: f"a-key-that-may-{role}" for role in Role}
DONE = [
    ("GET", "/actors", Role.READ),
    ("GET", "/sparql?query=ASK{}", Role.READ),
    ("GET", "/statements.csv", Role.READ),
    ("GET", "/metrics", Role.READ),
    ("GET", "/reconcile", Role.READ),
    ("GET", "/id/person/anna-zenda", Role.READ),
    ("GET", "/graphs?default", Role.READ),
    ("GET", "/reviews", Role.READ),
    ("POST", "/extract", Role.EXTRACT),
    ("POST", "/articles", Role.WRITE),
    ("DELETE", "/articles/a", Role.WRITE),
    ("POST", "/sparql/update", Role.WRITE),
    ("PUT", "/graphs?default", Role.WRITE),
    ("POST", "/reviews", Role.REVIEW),
    ("POST", "/merges", Role.REVIEW),
    ("POST", "/merges/a/undo", Role.REVIEW),
    ("GET", "/queries", Role.ADMIN),
    ("DELETE", "/queries/a", Role.ADMIN),
    ("GET", "/writes", Role.ADMIN),
]


@pytest.fixture(scope="module")
def closed(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service where nothing is public, with a key for each role; over a copy, since it holds the store's lock."""
    folder = tmp_path_factory.mktemp("roles") / "sample.store"
    shutil.copytree(sample_folder, folder)
    setting = ",".join(f"{role}:{role}={key}" for role, key in KEYS.items())
    with served(folder, api_key=setting, public="", readers=1) as running:
        yield running


@pytest.mark.parametrize(("method", "path", "role"), DONE)
def test_a_request_needs_its_role(closed: Served, method: str, path: str, role: Role) -> None:
    assert_problem(closed.client.request(method, path), 401, "unauthorized")
    for given, key in KEYS.items():
        answer = closed.client.request(method, path, headers={"Authorization": f"Bearer {key}"})
        allowed = role in roles_of(given, "a test")
        assert (answer.status_code not in (401, 403)) is allowed, (given, answer.text)


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/docs", "/openapi.json", "/settings.json"])
def test_what_holds_nothing_of_the_store_is_open(closed: Served, path: str) -> None:
    assert closed.client.get(path).status_code == 200


def test_the_table_names_every_route_that_is_not_just_read(tmp_path: Path) -> None:
    assert [Role(row[0]) for row in ROWS] == list(Role)
    told = {name: set(re.findall(r"`(?:[A-Z]+ )?(/[a-z]+)", what)) for name, what, _ in ROWS}
    app = create_app(tmp_path / "none.store", BASE, ServiceSettings())
    for route in app.routes:
        if isinstance(route, Mount):
            continue
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"OPTIONS", "HEAD"}:
            role = role_of(method, route.path)
            if role is None or (role is Role.READ and method == "GET"):
                continue
            head = "/" + route.path.split("/")[1].split(".")[0]
            assert head in told[role], (method, route.path, role)
    assert {role for _, _, role in RULES} - {None} == set(Role)


def test_the_table_says_what_a_role_holds() -> None:
    for name, _, holds in ROWS:
        found = set(Role) if holds == "all" else {Role(word) for word in re.findall(r"\w+", holds)} | {Role(name)}
        assert found == roles_of(name, "a test")


@pytest.mark.parametrize("path", ["/unknown", "/Queries", "/queries/../actors", "/sparql/update/x", "//", "/\n"])
def test_what_nobody_thought_of_is_nobody_s_to_change(path: str) -> None:
    assert role_of("POST", path) is Role.ADMIN
    assert role_of("BREW", path) is Role.ADMIN


@pytest.mark.parametrize("setting", ["me:king=a-long-enough-key", "me:read+=short", "me:read:write=a-long-enough-key"])
def test_a_role_that_there_is_not_ends_the_start(setting: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SAYSO_API_KEY"):
        create_app(tmp_path / "none.store", BASE, ServiceSettings(api_key=setting))
    with pytest.raises(UsageError, match="SAYSO_PUBLIC"):
        create_app(tmp_path / "none.store", BASE, ServiceSettings(public="king"))


def test_guessing_keys_meets_a_wait(folder: Path) -> None:
    with served(folder, readers=1, api_key="me=a-key-of-mine", client_header="X-Forwarded-For") as service:

        def guess(address: str, key: str = "a-wrong-key") -> int:
            headers = {"Authorization": f"Bearer {key}", "X-Forwarded-For": f"192.0.2.77, {address}"}
            return service.client.get("/queries", headers=headers).status_code

        assert [guess("192.0.2.1") for _ in range(31)] == [401] * 30 + [429]
        assert guess("192.0.2.2") == 401
        assert guess("192.0.2.1", "a-key-of-mine") == 200


def test_a_proxy_s_header_is_not_believed_where_it_is_not_set(folder: Path) -> None:
    with served(folder, readers=1, api_key="me=a-key-of-mine") as service:
        for number in range(31):
            headers = {"Authorization": "Bearer a-wrong-key", "X-Forwarded-For": f"192.0.2.{number}"}
            last = service.client.get("/queries", headers=headers)
    assert_problem(last, 429, "too-many")
