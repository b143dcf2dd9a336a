"""Sending articles to a running service, which extracts and stores them: `sayso load --to`."""

from __future__ import annotations

import json
import os
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from sayso.loaders.batch import Copy, Note, Report
from sayso.loaders.document import Document
from sayso.loaders.readers.reader import ReadOutcome
from sayso.ontology.errors import RejectedInput, SaysoError, UsageError

_RESUME = "what was answered is stored; run the same again, it passes over what is there"
_BREAK_SECONDS = 0.25
_ANSWER_SECONDS = 600
_LONGEST_WAIT_SECONDS = 30.0
_PATIENCE_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its address, with the key that it takes.

    `options` are those of its `POST /articles`; each article is tried so often where the connection breaks.
    """

    url: str
    key: str
    options: Mapping[str, str]
    tries: int = 5


@dataclass(frozen=True, slots=True)
class ServiceReply:
    """What a service answered: a status, JSON, and the seconds that it asks to wait."""

    status: int
    told: Mapping[str, object]
    wait: float


class Sender:
    """Posts articles to a service, from several threads at once."""

    def __init__(self, service: Service, jobs: int) -> None:
        self._service = service
        self._pool = urllib3.PoolManager(maxsize=jobs, block=True, timeout=_ANSWER_SECONDS, retries=False)

    def post(self, document: Document) -> ServiceReply:
        """Send an article, again where the service is busy. Raises SaysoError where no service answers."""
        broken, waited = 0, 0.0
        while True:
            try:
                answer = self._post(document)
            except HTTPError as error:
                broken += 1
                if broken >= self._service.tries:
                    raise SaysoError(f"{self._service.url}: no service answers ({error}); {_RESUME}") from error
                time.sleep(_BREAK_SECONDS * 2**broken)
                continue
            if answer.status != 503 or not answer.wait or waited > _PATIENCE_SECONDS:
                return answer
            # A service that is busy for hours is worth waiting for, which no setting of the library's retries says.
            pause = min(answer.wait, _LONGEST_WAIT_SECONDS)
            waited += pause
            time.sleep(pause)

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _post(self, document: Document) -> ServiceReply:
        query = urlencode({**self._service.options, "origin": _place(document)})
        headers = {
            "Authorization": f"Bearer {self._service.key}",
            "Content-Type": "application/json",
            "Prefer": "return=minimal",
        }
        url = f"{self._service.url.rstrip('/')}/articles?{query}"
        answer = self._pool.request("POST", url, body=_record(document), headers=headers, redirect=False)
        return ServiceReply(answer.status, _json(answer.data), _seconds(answer.headers.get("Retry-After")))


def send(
    readings: Iterable[ReadOutcome],
    service: Service,
    jobs: int,
    on_progress: Callable[[Report], object] = lambda _: None,
    on_reject: Callable[[RejectedInput], object] = lambda _: None,
) -> Report:
    """Send articles to a service, so many at once, and report what became of them, in their order.

    Raises UsageError where the service takes none of this, SaysoError where it does not answer.
    """
    check_address(service.url)
    report = Report(on_reject=on_reject)
    for reading, answer in _answers(readings, service, jobs):
        if isinstance(reading, RejectedInput):
            report.reject(reading)
        elif answer is not None:
            _note(reading, answer, service, report)
        on_progress(report)
    return report


def check_address(url: str) -> None:
    """Raise UsageError for what is not the address of a service."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  (raises for a port that is no number)
    except ValueError as error:
        raise UsageError(f"--to {url}: not an address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(f"--to {url}: name a service as http://127.0.0.1:8000")


def _answers(
    readings: Iterable[ReadOutcome], service: Service, jobs: int
) -> Iterator[tuple[ReadOutcome, ServiceReply | None]]:
    sender = Sender(service, jobs)

    def post(reading: ReadOutcome) -> ServiceReply | None:
        return None if isinstance(reading, RejectedInput) else sender.post(reading)

    waiting: deque[tuple[ReadOutcome, Future[ServiceReply | None]]] = deque()
    rest = iter(readings)
    pool = ThreadPoolExecutor(jobs)
    try:
        while True:
            for reading in islice(rest, 2 * jobs - len(waiting)):
                waiting.append((reading, pool.submit(post, reading)))
            if not waiting:
                return
            reading, future = waiting.popleft()
            yield reading, future.result()
    finally:
        pool.shutdown(cancel_futures=True)
        sender.close()


def _note(document: Document, answer: ServiceReply, service: Service, report: Report) -> None:
    """Enter an answer into the report. Raises UsageError where the next article would be answered no better."""
    detail = str(answer.told.get("detail", ""))
    if answer.status in (200, 201) and isinstance(told := answer.told.get("report"), dict):
        outcome = str(told["outcome"])
        setattr(report, outcome, getattr(report, outcome) + 1)
        report.statements += int(told["statements"]) if outcome != "unchanged" else 0
        if outcome != "unchanged" and (others := told["near_duplicates"]):
            report.copies.append(Copy(document.origin, document.id, tuple(map(str, others))))
        report.notes += [Note(document.origin, str(text)) for text in told.get("notes", ())]
        return
    if answer.status in (401, 403):
        raise UsageError(f"{service.url}: the service does not take the key in SAYSO_API_KEY ({detail})")
    if answer.status in (400, 409, 413, 422, 503, 504) and detail:
        reason = detail.removeprefix(f"{_place(document)}: ")
        report.reject(RejectedInput(document.origin, reason))
        return
    if answer.status >= 500:
        raise SaysoError(f"{service.url}: the service failed ({answer.status} {detail}); {_RESUME}")
    raise UsageError(f"{service.url}: this is no service of SaySo that takes articles (it answers {answer.status})")


def _place(document: Document) -> str:
    return os.path.realpath(re.sub(r":\d+$", "", document.origin))


def _record(document: Document) -> bytes:
    names = ("id", "text", "title", "source", "url", "published", "language")
    told = {name: value for name in names if (value := getattr(document, name)) is not None}
    return json.dumps({**told, "authors": list(document.authors)}).encode()


def _json(body: bytes) -> Mapping[str, object]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _seconds(text: str | None) -> float:
    return float(text) if text and re.fullmatch(r"\d{1,6}", text) else 0.0
