"""Asking a SPARQL 1.1 server over HTTP: queries and updates as forms, answers as they come."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ReadTimeoutError

from sayso.graph.store.remote.address import Address
from sayso.ontology.errors import BusyError, QueryError, RemoteError, TimeLimitError, UsageError

_CONNECT_SECONDS = 5.0
_MOST_TOLD = 300
_MOST_READ = 8192
_MARKUP = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_TOO_MANY = (429, 503)


class Endpoint:
    """The addresses of one server. Safe to use from several threads."""

    def __init__(self, address: Address) -> None:
        self.address = address
        timeout = urllib3.Timeout(connect=min(_CONNECT_SECONDS, address.seconds), read=address.seconds)
        self._pool = urllib3.PoolManager(timeout=timeout, retries=False, maxsize=4)

    @contextmanager
    def query(self, fields: Sequence[tuple[str, str]], accept: str) -> Iterator[AnswerBody]:
        """Ask a query, and give the answer's body to be read within the time.

        Raises QueryError where the server refuses the query, TimeLimitError, BusyError, and RemoteError where it
        cannot be reached or answers otherwise.
        """
        answer = self._post(self.address.query, fields, accept)
        try:
            yield AnswerBody(answer, self.address)
        finally:
            # What was not read to its end cannot be followed by another answer.
            answer.close()
            answer.release_conn()

    def update(self, text: str) -> None:
        """Run an update as one request. Raises UsageError where no address for it is known, else as `query`."""
        if self.address.update is None:
            raise UsageError(
                f"{self.address}: to write to a remote store name its address for updates: SAYSO_STORE_UPDATE"
            )
        answer = self._post(self.address.update, [("update", text)], "*/*")
        answer.drain_conn()
        answer.release_conn()

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _post(self, url: str, fields: Sequence[tuple[str, str]], accept: str) -> urllib3.BaseHTTPResponse:
        headers = {"Accept": accept, "User-Agent": "sayso"}
        if self.address.authorization:
            headers["Authorization"] = self.address.authorization
        try:
            answer = self._pool.request(
                "POST",
                url,
                fields=fields,
                encode_multipart=False,
                headers=headers,
                redirect=False,
                preload_content=False,
            )
        except ReadTimeoutError as error:
            raise self._late() from error
        except HTTPError as error:
            raise RemoteError(f"{url} cannot be reached: {_reason(error)}") from error
        if answer.status < 300:
            return answer
        try:
            raise self._refused(url, answer)
        finally:
            answer.close()

    def _refused(self, url: str, answer: urllib3.BaseHTTPResponse) -> Exception:
        status = answer.status
        if status < 400:
            host = urlsplit(answer.headers.get("location", "")).netloc
            return RemoteError(f"{url} leads elsewhere{f' (to {host})' if host else ''}; name the address it leads to")
        if status in (401, 403):
            return RemoteError(f"{url} wants other credentials ({status}): put them into SAYSO_STORE_AUTHORIZATION")
        told = _told(answer)
        if status in _TOO_MANY:
            return BusyError(f"{url} is busy ({status}); ask again in a moment{told}")
        if status in (408, 504):
            return TimeLimitError(f"{url} ended the query ({status}){told}")
        if status == 400:
            return QueryError(f"{url} refuses the query{told}")
        return RemoteError(f"{url} answers with {status}{told}")

    def _late(self) -> TimeLimitError:
        return TimeLimitError(f"{self.address} took longer than {self.address.seconds:g} seconds to answer")


class AnswerBody:
    """An answer's body as the parser reads it; `type` is its media type."""

    def __init__(self, answer: urllib3.BaseHTTPResponse, address: Address) -> None:
        self._answer = answer
        self._address = address
        self._until = time.monotonic() + address.seconds
        self.type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()

    def read(self, size: int = -1) -> bytes:
        """Read on. Raises as `Endpoint.query` does, also where the server breaks off."""
        if time.monotonic() > self._until:
            raise TimeLimitError(f"{self._address} took longer than {self._address.seconds:g} seconds to answer")
        try:
            return self._answer.read(None if size < 0 else size)
        except ReadTimeoutError as error:
            raise TimeLimitError(f"{self._address} took too long in the middle of an answer") from error
        except HTTPError as error:
            raise RemoteError(f"{self._address} broke off in the middle of an answer: {_reason(error)}") from error


def _told(answer: urllib3.BaseHTTPResponse) -> str:
    """Return the beginning of what a server says, in one line of plain text."""
    try:
        raw = answer.read(_MOST_READ)
    except HTTPError:
        return ""
    text = " ".join((_detail(raw) or _MARKUP.sub(" ", raw.decode("utf-8", "replace"))).split())
    shown = "".join(letter for letter in text if letter.isprintable())
    return f": {shown[:_MOST_TOLD]}{'…' * (len(shown) > _MOST_TOLD)}" if shown else ""


def _detail(raw: bytes) -> str:
    """Return what a problem (RFC 9457) says in particular, "" where the body is none."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    return str(told.get("detail", "")) if isinstance(told, dict) else ""


def _reason(error: HTTPError) -> str:
    # The library's text repeats the address with its query; the cause says what happened.
    cause = error.__cause__ or error.__context__ or error
    return getattr(cause, "strerror", None) or type(cause).__name__
