"""Feeds fetched from a server of the test's own: what is asked, what is kept, what is refused."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.loaders.document import Document
from sayso.loaders.readers import ReadingOptions, read
from sayso.loaders.readers.fetching import Fetcher
from sayso.ontology.errors import RejectedInput

WORDS = "Ann Lee said that the bridge is safe and that it was looked at in March."
FEED = f"""<rss version="2.0"><channel><title>The Example</title><item><guid>one</guid><title>Bridge</title>
<link>https://example.org/one</link><description>{WORDS}</description></item></channel></rss>""".encode()

type Answer = tuple[int, dict[str, str], bytes]


@dataclass(slots=True)
class Site:
    """A server: what it answers by path, and what it was asked, with the headers and the moment."""

    answers: dict[str, Answer]
    address: str = ""
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """List the paths that it was asked for."""
        return [path for path, _, _ in self.asked]


@pytest.fixture
def serve() -> Iterator[Callable[[dict[str, Answer]], Site]]:
    """Start servers, and end them with the test."""
    running: list[ThreadingHTTPServer] = []

    def started(answers: dict[str, Answer]) -> Site:
        site = Site(answers)

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers), time.monotonic()))
                status, headers, body = site.answers.get(self.path, (404, {}, b""))
                if status == 200 and headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                    status, body = 304, b""
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        running.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_port}"
        return site

    yield started
    for server in running:
        server.shutdown()
        server.server_close()


def test_a_feed_is_fetched_kept_and_read(serve: Callable[[dict[str, Answer]], Site], tmp_path: Path) -> None:
    site = serve({"/rss": (200, {"Content-Encoding": "gzip"}, gzip.compress(FEED))})
    options = ReadingOptions(fetch=str(tmp_path / "feeds"))
    [article] = read([f"{site.address}/rss"], options)
    assert isinstance(article, Document)
    assert (article.id, article.text, article.source) == ("one", WORDS, "The Example")
    [kept] = (path for path in (tmp_path / "feeds").iterdir() if not path.name.startswith("."))
    assert kept.read_bytes() == FEED
    assert site.paths() == ["/robots.txt", "/rss"]
    assert site.asked[1][1]["User-Agent"] == "SaySo"


def test_without_fetch_nothing_is_asked(serve: Callable[[dict[str, Answer]], Site]) -> None:
    site = serve({"/rss": (200, {}, FEED)})
    [rejected] = read([f"{site.address}/rss"])
    assert isinstance(rejected, RejectedInput)
    assert "--fetch" in rejected.reason
    assert site.asked == []


def test_what_has_not_changed_is_not_sent_again(serve: Callable[[dict[str, Answer]], Site], tmp_path: Path) -> None:
    modified = "Mon, 01 Jan 2024 00:00:00 GMT"
    site = serve({"/rss": (200, {"ETag": '"1"', "Last-Modified": modified}, FEED)})
    first = Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")
    again = Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")
    assert first == again
    assert Path(again).read_bytes() == FEED
    headers = site.asked[-1][1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', modified)
    site.answers["/rss"] = (200, {"ETag": '"2"'}, FEED.replace(b"one", b"two"))
    assert b"two" in Path(Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")).read_bytes()


def test_a_file_that_is_gone_is_fetched_whatever_is_remembered(
    serve: Callable[[dict[str, Answer]], Site], tmp_path: Path
) -> None:
    site = serve({"/rss": (200, {"ETag": '"1"'}, FEED)})
    Path(Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")).unlink()
    assert Path(Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")).read_bytes() == FEED


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ((404, {}, b""), True),
        ((200, {}, b"User-agent: *\nDisallow: /private"), True),
        ((200, {}, b"User-agent: SaySo\nDisallow: /"), False),
        ((503, {}, b""), False),
    ],
)
def test_robots_are_obeyed(
    serve: Callable[[dict[str, Answer]], Site], tmp_path: Path, robots: Answer, allowed: bool
) -> None:
    site = serve({"/robots.txt": robots, "/rss": (200, {}, FEED)})
    if allowed:
        Fetcher(tmp_path).fetch(f"{site.address}/rss")
    else:
        with pytest.raises(RejectedInput, match="robots"):
            Fetcher(tmp_path).fetch(f"{site.address}/rss")
    assert ("/rss" in site.paths()) is allowed


def test_between_two_requests_to_a_host_lies_a_pause(
    serve: Callable[[dict[str, Answer]], Site], tmp_path: Path
) -> None:
    site = serve({"/a": (200, {}, FEED), "/b": (200, {}, FEED)})
    fetcher = Fetcher(tmp_path, pause=0.3)
    # The first one's arrival is no start to count from: a busy server hears of it late.
    started = time.monotonic()
    first, second = (fetcher.fetch(f"{site.address}/{name}") for name in ("a", "b"))
    assert first != second
    _, later = (moment for path, _, moment in site.asked if path != "/robots.txt")
    assert later - started >= 0.3
    assert site.paths().count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((404, {}, b""), "404"),
        ((429, {"Retry-After": "60"}, b""), "wait for '60'"),
        ((302, {"Location": "/rss"}, b""), "redirected"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "no address of the web"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "cannot be fetched"),
    ],
)
def test_what_cannot_be_fetched_is_a_reject(
    serve: Callable[[dict[str, Answer]], Site], tmp_path: Path, answer: Answer, why: str
) -> None:
    site = serve({"/rss": answer})
    with pytest.raises(RejectedInput, match=why):
        Fetcher(tmp_path, pause=0).fetch(f"{site.address}/rss")
    assert [path for path in tmp_path.iterdir() if not path.name.startswith(".")] == []


def test_a_feed_that_moved_is_followed(serve: Callable[[dict[str, Answer]], Site], tmp_path: Path) -> None:
    site = serve({"/old": (301, {"Location": "/new"}, b""), "/new": (200, {}, FEED)})
    assert Path(Fetcher(tmp_path, pause=0).fetch(f"{site.address}/old")).read_bytes() == FEED


def test_nobody_there_is_a_reject_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS)
    options = ReadingOptions(fetch=str(tmp_path / "feeds"))
    found = list(read(["http://127.0.0.1:9/rss", str(tmp_path / "a.txt")], options))
    assert [type(one) for one in found] == [RejectedInput, Document]
