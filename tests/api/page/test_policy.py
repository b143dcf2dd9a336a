"""The page's files: what a browser may do with them, and how large they are."""

import gzip
import re
from pathlib import Path

import pytest

from tests.api.service.serving import Served, assert_problem, served


@pytest.mark.parametrize("path", ["/", "/page"])
def test_nothing_runs_but_the_pages_own_files(demo_service: Served, built: Path, path: str) -> None:
    answer = demo_service.client.get("/" if path == "/" else f"/page/{_entry(built)}")
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["worker-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_files_are_kept_and_the_page_is_asked_for_anew(demo_service: Served, built: Path) -> None:
    assert "immutable" in demo_service.client.get(f"/page/{_entry(built)}").headers["cache-control"]
    page = demo_service.client.get("/")
    assert page.headers["cache-control"] == "no-cache"
    again = demo_service.client.get("/", headers={"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/page/nothing.js", "/page/../page_routes.py", "/page/%2e%2e/page_files.py", "/page/"]
)
def test_nothing_else_is_given_out(demo_service: Served, path: str) -> None:
    assert_problem(demo_service.client.get(path), 404)


def test_settings_for_the_page(demo_service: Served) -> None:
    told = demo_service.client.get("/settings.json").json()
    assert told.keys() == {"full_text", "writable", "base", "version"}
    assert told["writable"] is True


def test_the_first_load_is_small(built: Path) -> None:
    """What a browser fetches for the first tab, and for the graph with its drawing code: under 120 kB each."""
    assert _weight(built, {_entry(built)}, ("start",)) < 120_000
    assert _weight(built, {_entry(built)}, ("start", "graph", "scene", "articles")) < 120_000


def test_a_shared_link_has_a_card_and_the_font_its_licence(demo_service: Served) -> None:
    page = demo_service.client.get("/").text
    [card] = re.findall(r'property="og:image" content="([^"]+)"', page)
    # Whoever shows the card asks for its picture by the address as it stands.
    assert card.startswith(f"{demo_service.url}/page/")
    answer = demo_service.client.get(card)
    assert answer.headers["content-type"] == "image/png"
    assert len(answer.content) < 80_000
    assert "SIL OPEN FONT LICENSE" in demo_service.client.get("/page/fonts.txt").text


def test_behind_a_proxy_the_card_has_the_address_that_the_world_knows(tmp_path: Path) -> None:
    with served(tmp_path / "none.store", hosts="says.example", client_header="X-Forwarded-For") as service:
        headers = {"Host": "says.example", "X-Forwarded-Proto": "https"}
        page = service.client.get("/", headers=headers)
        assert 'content="https://says.example/page/card-' in page.text
        # What one host's page is known by is not what another's is.
        assert service.client.get("/", headers={"If-None-Match": page.headers["etag"]}).status_code == 200
        assert service.client.head("/", headers=headers).headers["etag"] == page.headers["etag"]


def test_no_host_writes_html(tmp_path: Path) -> None:
    with served(tmp_path / "none.store", hosts="*") as service:
        page = service.client.get("/", headers={"Host": 'x"><script>alert(1)</script>'})
        assert "<script>alert" not in page.text


def test_sources_write_no_html() -> None:
    source = Path(__file__).parents[3] / "api" / "page" / "src"
    written = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\("
    )
    for file in source.rglob("*.ts"):
        assert not written.search(file.read_text()), file


def _entry(built: Path) -> str:
    [name] = re.findall(r'src="\./page/(index-[^"]+\.js)"', (built / "index.html").read_text())
    return str(name)


def _weight(built: Path, entries: set[str], tabs: tuple[str, ...]) -> int:
    """Return the bytes, compressed, of the files that these tabs need: entry, chunks they import, styles."""
    folder = built / "page"
    wanted = {*entries, *(file.name for file in folder.iterdir() if file.name.rpartition("-")[0] in (*tabs, "index"))}
    while more := {name for file in wanted if file.endswith(".js") for name in _imports(folder / file)} - wanted:
        wanted |= more
    return sum(len(gzip.compress((folder / name).read_bytes())) for name in wanted)


def _imports(file: Path) -> set[str]:
    # Static imports alone: what is imported on demand is fetched when its tab opens.
    return set(re.findall(r'(?:from|import)"\./([^"]+)"', file.read_text()))
