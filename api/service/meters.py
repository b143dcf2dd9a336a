"""What is counted of requests while the service runs, and how Prometheus reads it."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Meters:
    """Counts by route, never by path or by what a client made up: their number is bounded."""

    def __init__(self) -> None:
        self.started = time.time()
        self.running = 0
        self._requests: Counter[tuple[str, str, str]] = Counter()
        self._bytes: Counter[str] = Counter()
        self._seconds: dict[str, list[float]] = {}

    def count(self, method: str, route: str | None, status: str, seconds: float, sent: int) -> None:
        """Count a request that has ended; `status` is its number, or "broken" for an answer that was cut off."""
        route = route or "none"
        self._requests[method if method in _METHODS else "other", route, status] += 1
        self._bytes[route] += sent
        told = self._seconds.setdefault(route, [0.0] * (len(_BOUNDS) + 2))
        told[bisect_left(_BOUNDS, seconds)] += 1
        told[-1] += seconds

    def lines(self) -> Iterator[str]:
        """Yield the counts in Prometheus' text format."""
        requests = (
            ({"method": method, "route": route, "status": status}, float(count))
            for (method, route, status), count in sorted(self._requests.items())
        )
        yield from family("sayso_requests_total", "counter", "Requests by route and status", requests)
        sent = (({"route": route}, float(count)) for route, count in sorted(self._bytes.items()))
        yield from family("sayso_response_bytes_total", "counter", "Bytes of answers, as sent", sent)
        yield from family("sayso_request_seconds", "histogram", "Seconds from a request to its answer's end", ())
        for route, told in sorted(self._seconds.items()):
            yield from _histogram(route, told)
        yield from family("sayso_requests_running", "gauge", "Requests on their way now", [({}, self.running)])
        yield from family("sayso_start_time_seconds", "gauge", "When the service started", [({}, self.started)])


def family(name: str, kind: str, text: str, samples: Iterable[tuple[Mapping[str, str], float]]) -> Iterator[str]:
    """Yield a metric's lines: its help, its kind, its samples."""
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} {kind}"
    for labels, value in samples:
        yield sample(name, labels, value)


def sample(name: str, labels: Mapping[str, str], value: float) -> str:
    """Return one sample's line."""
    told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{f'{{{told}}}' if told else ''} {value:.10g}"


def _histogram(route: str, told: list[float]) -> Iterator[str]:
    total = 0.0
    for bound, count in zip((*(f"{bound:g}" for bound in _BOUNDS), "+Inf"), told[:-1], strict=True):
        total += count
        yield sample("sayso_request_seconds_bucket", {"route": route, "le": bound}, total)
    yield sample("sayso_request_seconds_sum", {"route": route}, told[-1])
    yield sample("sayso_request_seconds_count", {"route": route}, total)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
