"""Fetching feeds from the web, politely: only what robots.txt allows, only what has changed, and not all at once.

What a server answers is kept as a file, which is then read as any other; what to ask it the next time stands beside.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from sayso.loaders.readers.feeds import MAX_BYTES
from sayso.ontology.errors import RejectedInput

AGENT: Final = "SaySo"
_STATE = ".fetched.json"  # hidden, so that nobody takes it for articles
_SECONDS = 30.0
_LONGEST_PAUSE = 60.0
_ROBOTS_BYTES = 512_000  # RFC 9309 asks to read as many
_REDIRECTS = 5
_REDIRECTED = (301, 302, 303, 307, 308)


def is_web_address(path: str) -> bool:
    """Say whether a path is an address of the web."""
    return path.lower().startswith(("http://", "https://"))


@dataclass(slots=True)
class Fetcher:
    """Fetches feeds into `folder`; two requests to one host are `pause` seconds apart, or what its robots.txt asks."""

    folder: Path
    pause: float = 1.0
    _pool: urllib3.PoolManager = field(
        default_factory=lambda: urllib3.PoolManager(
            timeout=_SECONDS, retries=False, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}
        )
    )
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> str:
        """Return the path of a feed's file, fetched unless it has not changed since.

        Raises RejectedInput for what may not, or cannot, be fetched.
        """
        path = self.folder / f"{_host(url).partition(':')[0]}-{hashlib.sha256(url.encode()).hexdigest()[:12]}.rss"
        state = self._state()
        known = state.get(path.name, {}) if path.is_file() else {}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            body, told = self._answer(url, known)
            if body is not None:
                _write(path, body)
                _write(self.folder / _STATE, json.dumps({**state, path.name: {"url": url, **told}}, indent=1).encode())
        except urllib3.exceptions.HTTPError as error:
            raise RejectedInput(url, f"cannot be fetched ({str(error)[:200]!a})") from error
        except (OSError, ValueError) as error:
            raise RejectedInput(url, f"cannot be fetched or kept ({str(error)[:200]!a})") from error
        return str(path)

    def _answer(self, url: str, known: Mapping[str, str]) -> tuple[bytes | None, dict[str, str]]:
        """Return what a server answers, None for what has not changed, and what to tell it the next time."""
        asking = {ask: known[name] for name, ask in _CONDITIONS if name in known}
        here = url
        for _ in range(_REDIRECTS + 1):
            self._allowed(here, url)
            answer = self._pool.request("GET", here, headers={**self._pool.headers, **asking}, preload_content=False,
                                        redirect=False)  # fmt: skip
            try:
                if answer.status == 304 and asking:
                    return None, {}
                if answer.status in _REDIRECTED and (there := answer.headers.get("Location")):
                    here = urljoin(here, there)
                    continue
                if answer.status != 200:
                    wait = answer.headers.get("Retry-After")
                    asks = f", and asks to wait for {wait[:40]!a}" if wait else ""
                    raise RejectedInput(url, f"the server answers with {answer.status}{asks}; try again later")
                body = _body(answer, MAX_BYTES)
                if len(body) > MAX_BYTES:
                    raise RejectedInput(url, f"larger than {MAX_BYTES:,} bytes")
                return body, {name: answer.headers[tell] for name, tell in _TOLD if tell in answer.headers}
            finally:
                answer.close()
        raise RejectedInput(url, f"redirected more than {_REDIRECTS} times")

    def _allowed(self, here: str, url: str) -> None:
        """Wait until a host may be asked. Raises RejectedInput for what its robots.txt forbids, and no web address."""
        if not is_web_address(here) or not _host(here):
            raise RejectedInput(url, f"leads to {here[:200]!a}, which is no address of the web")
        origin = f"{urlsplit(here).scheme}://{_host(here)}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        robots = self._robots[origin]
        if not robots.can_fetch(AGENT, here):
            raise RejectedInput(
                url, f"the robots.txt of {_host(here)} forbids it; save the feed by hand, and load the file"
            )
        pause = max(self.pause, min(float(robots.crawl_delay(AGENT) or 0), _LONGEST_PAUSE))
        left = self._asked.get(origin, -pause) + pause - time.monotonic()
        if origin in self._asked and left > 0:
            time.sleep(left)
        self._asked[origin] = time.monotonic()

    def _read_robots(self, origin: str) -> RobotFileParser:
        """Read a host's rules as RFC 9309 says: none without such a file, all forbidden where the host cannot tell."""
        robots = RobotFileParser()
        following = urllib3.Retry(_REDIRECTS, connect=0, read=0)
        answer = self._pool.request("GET", f"{origin}/robots.txt", preload_content=False, retries=following)
        try:
            lines = _body(answer, _ROBOTS_BYTES)[:_ROBOTS_BYTES].decode("utf-8", "replace").splitlines()
        finally:
            answer.close()
        if answer.status >= 500:
            lines = ["User-agent: *", "Disallow: /"]
        robots.parse(lines if answer.status == 200 or answer.status >= 500 else [])
        return robots

    def _state(self) -> dict[str, dict[str, str]]:
        try:
            told = json.loads((self.folder / _STATE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}  # then everything is fetched anew
        return {name: one for name, one in told.items() if isinstance(one, dict)} if isinstance(told, dict) else {}


_CONDITIONS = (("etag", "If-None-Match"), ("modified", "If-Modified-Since"))
_TOLD = (("etag", "ETag"), ("modified", "Last-Modified"))


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _body(answer: urllib3.BaseHTTPResponse, limit: int) -> bytes:
    """Read one byte more than the limit at most, however well it is packed."""
    found = bytearray()
    while len(found) <= limit and (data := answer.read(min(65_536, limit + 1 - len(found)), decode_content=True)):
        found += data
    return bytes(found)


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # shards may be fetched into one folder at once
    part.write_bytes(data)
    part.replace(path)
