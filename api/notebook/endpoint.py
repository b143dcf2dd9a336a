"""A store behind an address: SPARQL 1.1 Protocol, by POST of a form, which all servers read."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from api.notebook.reply import Reply, answer_in, error_in
from graph.answers import Answer, Table, text_of
from ontology.errors import StoreError, TimeLimitError, UsageError
from ontology.iris import BASE, ontology_graph
from ontology.namespaces import PREFIXES

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.5"
_MOST_BYTES: Final = 2 << 30
_PIECE: Final = 1 << 20
_SUFFIX: Final = ontology_graph(BASE).value.removeprefix(BASE)
_BASE_QUERY: Final = "SELECT ?graph { GRAPH ?graph { sayso:Statement a owl:Class } }"


@dataclass(frozen=True)
class Endpoint:
    """An endpoint: a service of SaySo by its address, any other by its full one.

    `timeout` is in seconds, for the whole of a query; `key` goes along as a bearer token, to this host alone.
    """

    url: str
    key: str | None = None
    timeout: float = 60.0

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query; prefixes of `ontology.namespaces` that it does not declare are put before it.

        Raises QueryError for a query that is refused, TimeLimitError past the time, LimitError where it is too much,
        StoreError where nothing answers or what answers is no SPARQL endpoint.
        """
        prefixes = _missing_prefixes(text)
        reply = self._post(prefixes + text)
        if reply.status != 200:
            raise error_in(self.url, reply, len(prefixes))
        return answer_in(self.url, reply)

    def close(self) -> None:
        """Do nothing: each query has a connection of its own."""

    @cached_property
    def base(self) -> str:
        """What the IRIs of articles and actors begin with, as the name of the ontology's graph tells."""
        answer = self.query(_BASE_QUERY)
        graphs = [text_of(row[0]) for row in answer.rows] if isinstance(answer, Table) else []
        return next((graph.removesuffix(_SUFFIX) for graph in graphs if graph.endswith(_SUFFIX)), BASE)

    def _post(self, text: str) -> Reply:
        parts = urlsplit(self.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        until = time.monotonic() + self.timeout
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{parts.query}" if parts.query else "")
        headers = {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "SaySo"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        connection = kind(parts.hostname or "", parts.port, timeout=self.timeout)
        try:
            connection.request("POST", path, urlencode({"query": text}).encode("ascii"), headers)
            response = connection.getresponse()
            body = _body(self.url, response, until)
            kind_of, location = (response.headers.get(name, "") for name in ("Content-Type", "Location"))
            return Reply(response.status, kind_of, body, location)
        except TimeoutError as error:
            raise TimeLimitError(f"{self.url}: no answer within {self.timeout:g} seconds") from error
        except http.client.IncompleteRead as error:
            raise StoreError(f"{self.url}: the answer broke off; past a limit of the service? ask for less") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            told = str(error) or type(error).__name__
            raise StoreError(f"{self.url}: nothing answers there ({told}); is the service running?") from error
        finally:
            connection.close()


def endpoint(address: str, key: str | None = None, timeout: float = 60.0) -> Endpoint:
    """Return the endpoint of an address: that of a service of SaySo (no path, or one ending in /) is its `sparql`.

    Raises UsageError for what is no address, and for a key that no header may hold.
    """
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"{address!a}: this is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment:
        raise UsageError(f"{address!a}: an address is needed, as http://127.0.0.1:8000")
    if parts.username or parts.password:
        raise UsageError(f"{parts.hostname}: give the key as key=, not in the address")
    if key is not None and not re.fullmatch(r"[\x21-\x7e]+", key):
        raise UsageError("key: it holds a character that no key has")
    if timeout <= 0:
        raise UsageError("timeout: more than 0 seconds are needed")
    path = f"{parts.path}sparql" if parts.path.endswith("/") else parts.path or "/sparql"
    return Endpoint(parts._replace(path=path).geturl(), key, timeout)


def _body(url: str, response: http.client.HTTPResponse, until: float) -> bytes:
    body = bytearray()
    while piece := response.read(_PIECE):
        body += piece
        if len(body) > _MOST_BYTES:
            raise StoreError(f"{url}: the answer is longer than {_MOST_BYTES >> 30} GB; ask for less")
        if time.monotonic() > until:
            raise TimeoutError
    # Pieces do not tell, as reading in one go does, that the connection broke before the end.
    if response.length:
        raise http.client.IncompleteRead(bytes(body[:0]), response.length)
    return bytes(body)


def _missing_prefixes(text: str) -> str:
    """Return, on one line, the declarations of known prefixes that a query uses and does not declare."""
    declared = {name.lower() for name in re.findall(r"prefix\s+([\w-]+):", text, re.IGNORECASE)}
    used = set(re.findall(r"(?<![\w:<?$-])([a-z]+):", text)) - declared
    return "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if name in used)
