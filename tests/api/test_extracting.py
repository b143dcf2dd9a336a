import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from sayso.api.command import run
from sayso.graph.store.store import Store

TEXT = "The mayor of the town, Ann Lee, said on Monday that the bridge is safe and will open to cars next month."


def test_a_shard_s_way_into_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "text": TEXT + " Bob Ray denied it."}) + "\n{}\n")
    (tmp_path / "manifest.txt").write_text("a.txt\nb.jsonl\n")
    made, path = tmp_path / "shards", tmp_path / "shards" / "00002.nq.zst"
    line = ["extract", str(tmp_path / "manifest.txt"), "--to", str(made), "--shard"]
    assert run([*line, "1/2"]) == 0
    assert run([*line, "2/2"]) == 0
    assert f"{path}: 1 articles, " in capsys.readouterr().out
    assert json.loads((made / "00002.report.json").read_text())["rejected"] == 1
    reject = json.loads((made / "00002.rejects.jsonl").read_text())
    assert reject["where"] == f"{tmp_path}/b.jsonl:2"

    files = {one.name: one.read_bytes() for one in made.iterdir()}
    path.unlink()
    assert run([*line, "2/2"]) == 0
    assert run([*line, "1/2"]) == 0
    assert "00001.nq.zst: exists, skipped" in capsys.readouterr().out
    assert {one.name: one.read_bytes() for one in made.iterdir()} == files
    assert run([*line, "2/2", "--id-prefix", "x"]) == 2
    assert "of other inputs, options or models" in capsys.readouterr().err

    stores = [tmp_path / "at-once.store", tmp_path / "shards.store"]
    run(["load", str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl"), "--store", str(stores[0])])
    assert run(["load", *map(str, sorted(made.glob("*.nq.zst"))), "--store", str(stores[1])]) == 0
    held = []
    for folder in stores:
        with Store.open(folder, read_only=True) as store:
            held.append({quad for quad in store.engine if "urn:sayso:loading:origin" not in str(quad.predicate)})
    assert held[0] == held[1]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["extract", "none.txt", "--to", "TMP"], "none.txt: the manifest cannot be read"),
        (["extract", "TMP", "--to", "TMP", "--shard", "0/3"], "--shard 0/3"),
        (["extract", "TMP", "--to", "TMP", "--engine", "dask"], "as --scheduler tcp://10.0.0.1:8786"),
        (["extract", "TMP", "--to", "TMP", "--engine", "dask", "--scheduler", "10.0.0.1"], "--scheduler tcp://"),
        (["extract", "TMP", "--to", "TMP", "--shards", "3"], "are for an --engine"),
        (
            ["extract", "TMP", "--to", "TMP", "--shard", "1/3", "--engine", "dask", "--scheduler", "tcp://h:1"],
            "--shard:",
        ),
        (["load", "TMP/1.nq.zst", "TMP/a.txt"], "shards are loaded by themselves"),
        (["load", "TMP/1.nq.zst", "--dry-run"], "shards are loaded by themselves"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: list[str], told: str
) -> None:
    assert run([part.replace("TMP", str(tmp_path)) for part in line]) == 2
    assert told in capsys.readouterr().err


def test_an_engine_skips_what_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is asked where nothing is left to do."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "manifest.txt").write_text("a.txt\n")
    line = ["extract", str(tmp_path / "manifest.txt"), "--to", str(tmp_path / "shards")]
    assert run(line) == 0
    engine = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]
    assert run([*line, *engine]) == 0
    assert "shards: 0 made, 1 there already; 0 articles" in capsys.readouterr().out
    assert run([*line, *engine, "--id-prefix", "x"]) == 2
    assert "of other inputs, options or models" in capsys.readouterr().err


FEED = """<rss version="2.0"><channel><title>The Paper</title><item><title>Bridge</title>
<guid isPermaLink="false">b1</guid><link>https://news.example/b1</link>
<description>The mayor of the town said on Monday that the bridge is safe and will open.
</description>
</item></channel></rss>"""


def test_an_address_in_a_manifest_is_fetched_where_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], feed_address: str
) -> None:
    (tmp_path / "manifest.txt").write_text(f"{feed_address}\n")
    line = ["extract", str(tmp_path / "manifest.txt"), "--to"]
    assert run([*line, str(tmp_path / "none")]) == 0
    assert "--fetch FOLDER fetches feeds" in (tmp_path / "none" / "00001.rejects.jsonl").read_text()
    assert run([*line, str(tmp_path / "some"), "--fetch", str(tmp_path / "feeds")]) == 0
    assert ": 1 articles, " in capsys.readouterr().out
    assert list((tmp_path / "feeds").glob("*.rss"))


@pytest.fixture
def feed_address() -> Iterator[str]:
    """The address of a feed on this machine."""

    class Paper(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404 if self.path == "/robots.txt" else 200)
            self.end_headers()
            self.wfile.write(b"" if self.path == "/robots.txt" else FEED.encode())

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Paper) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/rss"
        server.shutdown()
