"""`sayso load --to`: what is loaded through a service is what `sayso load` would load, told the same way."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from sayso.api.command import run
from sayso.api.sending import Service, check_address, send
from sayso.loaders.batch import Report
from sayso.loaders.readers import ReadingOptions, read
from sayso.ontology.errors import SaysoError, UsageError
from tests.api.service.serving import KEY, Served

TEXT = "The minister said on Monday that bridge number {} would be rebuilt within a year.\n"


def sent(service: Served, folder: Path, jobs: int = 1, prefix: str = "", **options: str) -> Report:
    readings = read([str(folder)], ReadingOptions(id_prefix=prefix))
    return send(readings, Service(service.url, KEY, options), jobs)


def told(report: Report) -> tuple[int, int, int, int]:
    return report.loaded, report.replaced, report.unchanged, len(report.rejected)


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_folder_is_loaded_once_and_what_changes_in_it_again(extracting: Served, tmp_path: Path, jobs: int) -> None:
    for number in range(4):
        (tmp_path / f"bridge-{jobs}-{number}.txt").write_text(TEXT.format(number))
    (tmp_path / "empty.txt").write_text("")
    report = sent(extracting, tmp_path, jobs)
    assert told(report) == (4, 0, 0, 1)
    assert report.statements == 4
    assert report.rejected[0].where.endswith("empty.txt")
    (tmp_path / f"bridge-{jobs}-1.txt").write_text(TEXT.format("one"))
    assert told(sent(extracting, tmp_path, jobs)) == (0, 1, 3, 1)
    assert told(sent(extracting, tmp_path, jobs, again="true")) == (0, 4, 0, 1)


def test_rejects_of_the_service_name_the_file_and_the_way_out(extracting: Served, tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "taken-name.txt").write_text(TEXT.format(name))
    (tmp_path / "spanish.txt").write_text("El ministro dijo que el puente será reconstruido en el plazo de un año.\n")
    report = sent(extracting, tmp_path)
    assert told(report) == (1, 0, 0, 2)
    spanish, taken = report.rejected
    assert spanish.where == str(tmp_path / "spanish.txt")
    assert "Spanish" in spanish.reason
    assert taken.where == str(tmp_path / "there" / "taken-name.txt")
    assert taken.reason.startswith("the id 'taken-name' belongs to")
    assert "--replace" in taken.reason
    assert told(sent(extracting, tmp_path / "there", replace="true")) == (0, 1, 0, 0)


def test_the_command_sends_and_reports(
    extracting: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sent.txt").write_text(TEXT.format("seven"))
    monkeypatch.setenv("SAYSO_API_KEY", f"somebody={KEY},other=another-key")
    monkeypatch.chdir(tmp_path)
    assert run(["load", str(tmp_path), "--to", extracting.url, "--language", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["loaded"] == 1
    assert run(["load", str(tmp_path), "--to", f"{extracting.url}/", "--language", "en"]) == 0
    assert "articles: 1 unchanged" in capsys.readouterr().out
    assert not (tmp_path / "sayso.store").exists()


@pytest.mark.parametrize(
    ("key", "arguments", "words"),
    [
        ("", [], "put the service's key into SAYSO_API_KEY"),
        ("wrong-key", [], "does not take the key"),
        (KEY, ["--min-confidence", "0.5"], "setting of the service"),
    ],
)
def test_what_is_missing_is_told(
    extracting: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    key: str, arguments: list[str], words: str,
) -> None:  # fmt: skip
    (tmp_path / "a.txt").write_text(TEXT.format("a"))
    monkeypatch.setenv("SAYSO_API_KEY", key)
    assert run(["load", str(tmp_path), "--to", extracting.url, *arguments]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert not key or key == KEY or key not in said


@contextmanager
def answering(status: int, body: bytes, retry: str | None = None, times: int = 1_000) -> Iterator[str]:
    """Answer like some other server; yield its address. After so many answers it is a service."""
    left = [times]
    report = b'{"report": {"outcome": "loaded", "statements": 3, "near_duplicates": []}}'

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            other = left[0] > 0
            left[0] -= 1
            told = body if other else report
            self.send_response(status if other else 201)
            if other and retry:
                self.send_header("Retry-After", retry)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


OTHERS = [
    (404, b"<html>", "no service of SaySo"),
    (200, b"<html>", "no service of SaySo"),
    (200, b"[]", "no service of SaySo"),
    (403, b'{"detail": "this service is read-only"}', "read-only"),
    (500, b'{"detail": "something went wrong"}', "something went wrong"),
]


@pytest.mark.parametrize(("status", "body", "words"), OTHERS)
def test_another_server_is_told_apart(tmp_path: Path, status: int, body: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("a"))
    with answering(status, body) as url, pytest.raises(SaysoError, match=words):
        send(read([str(tmp_path)]), Service(url, KEY, {}), 1)


def test_a_busy_service_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("a"))
    with answering(503, b'{"detail": "busy"}', "1", times=2) as url:
        report = send(read([str(tmp_path)]), Service(url, KEY, {}), 1)
    assert (told(report), report.statements) == ((1, 0, 0, 0), 3)


def test_a_limit_costs_one_article(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name))
    with answering(504, b'{"detail": "it took too long"}', times=1) as url:
        report = send(read([str(tmp_path)]), Service(url, KEY, {}), 1)
    assert told(report) == (1, 0, 0, 1)
    assert report.rejected[0].reason == "it took too long"


def test_nobody_at_the_address_is_told_with_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("a"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(SaysoError, match="run the same again"):
        send(read([str(tmp_path)]), Service(url, KEY, {}, tries=2), 1)


@pytest.mark.parametrize(
    "url", ["", "x", "127.0.0.1:8000", "ftp://x", "http://", "http://x:y", "http://x/?a=b", "http://["]
)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(UsageError, match="--to"):
        check_address(url)
