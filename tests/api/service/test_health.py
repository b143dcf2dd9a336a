"""What those who watch over the service read: alive, ready, and counts for Prometheus."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from sayso.api.service.meters import Meters, sample
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from tests.api.service.serving import Served, served
from tests.sample import sample_quads

_SAMPLE = re.compile(r'([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)')


def read(text: str) -> dict[str, float]:
    """Read the text format of Prometheus; every line has to be one."""
    assert text.endswith("\n")
    found: dict[str, float] = {}
    told: set[str] = set()
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            told.add(line.split()[2])
        if not line.startswith("#"):
            match = _SAMPLE.fullmatch(line)
            assert match, line
            assert re.sub(r"_(bucket|sum|count)$", "", match[1]) in told or match[1] in told
            key = line.rpartition(" ")[0]
            assert key not in found
            found[key] = float(match[3])
    return found


def test_counts_grow_with_requests(sample_folder: Path) -> None:
    with served(sample_folder, readers=1) as service:
        for _ in range(3):
            service.client.get("/sparql", params={"query": "ASK {}"})
        service.client.get("/sparql", params={"query": "nonsense"})
        service.client.get("/no/such/page?x=1")
        answer = service.client.get("/metrics")
        assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
        told = read(answer.text)
    assert told['sayso_requests_total{method="GET",route="/sparql",status="200"}'] == 3
    assert told['sayso_requests_total{method="GET",route="/sparql",status="400"}'] == 1
    assert told['sayso_request_seconds_count{route="/sparql"}'] == 4
    assert told['sayso_request_seconds_bucket{route="/sparql",le="+Inf"}'] == 4
    assert told['sayso_request_seconds_sum{route="/sparql"}'] > 0
    assert told["sayso_cache_hits_total"] == 2
    assert told["sayso_readers"] == 1
    assert told["sayso_requests_running"] == 1
    assert told["sayso_statements"] == 6
    assert told["sayso_snapshot_age_seconds"] >= 0
    assert "/no/such/page" not in answer.text


def test_what_clients_make_up_is_not_counted_apart() -> None:
    meters = Meters()
    for number in range(1000):
        meters.count(f"METHOD{number}", None, "404", 0.1, 5)
    lines = [line for line in meters.lines() if line.startswith("sayso_requests_total")]
    assert lines == ['sayso_requests_total{method="other",route="none",status="404"} 1000']
    assert sample("x", {"a": 'b"\\\n'}, 1.5) == 'x{a="b\\"\\\\\\n"} 1.5'


def test_the_process_is_alive_and_ready(service: Served) -> None:
    for path in ("/healthz", "/readyz"):
        answer = service.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert service.client.head(path).status_code == 200
    assert service.client.get("/readyz").json()["snapshot"]


def test_a_service_whose_snapshots_are_gone_is_not_ready_but_alive(tmp_path: Path) -> None:
    folder = tmp_path / "some.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, readers=1) as service:
        shutil.rmtree(folder / "snapshots")
        answer = service.client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json()["status"] == "not ready"
        assert service.client.get("/healthz").status_code == 200
        metrics = service.client.get("/metrics")
        assert metrics.status_code == 200
        assert "sayso_statements" not in metrics.text


def test_a_torn_snapshot_is_not_ready_and_is_published_anew(tmp_path: Path) -> None:
    folder = tmp_path / "torn.store"
    with Store.open(folder) as store:
        store.apply([], sample_quads())
    with served(folder, readers=1) as service:
        assert service.client.get("/readyz").status_code == 200
        first = latest(folder)
        assert first is not None
        file = max((first / "database").glob("*.sst"), key=lambda path: path.stat().st_size)
        # The store's own file is another link to it: the snapshot alone is to be broken.
        whole = file.read_bytes()
        file.unlink()
        file.write_bytes(whole[: len(whole) // 2])
        answer = service.client.get("/readyz")
        assert answer.status_code == 503
        assert "damaged: " in answer.json()["reason"]
    with served(folder, readers=1) as service:
        assert service.client.get("/readyz").json()["snapshot"] != first.name
