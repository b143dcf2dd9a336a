"""A store behind an address: a running service of SaySo, or any SPARQL endpoint."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from sayso.graph.store.remote.address import Address, address
from sayso.graph.store.remote.endpoint import Endpoint
from sayso.graph.store.remote.remote_engine import RemoteEngine, declared
from sayso.graph.store.solutions import Answer, Table, answer_of, text_of
from sayso.ontology.errors import QueryError, UsageError
from sayso.ontology.iris import BASE, ontology_graph
from sayso.ontology.namespaces import PREFIXES

_SUFFIX: Final = ontology_graph(BASE).value.removeprefix(BASE)
_BASE_QUERY: Final = "SELECT ?graph { GRAPH ?graph { sayso:Statement a owl:Class } }"


class FarStore:
    """Answers queries, one request each; nothing is asked before the first one.

    Unlike a store that SaySo writes to, it need hold nothing of SaySo's, and what a query may reach is the far server's
    affair: `SERVICE` goes through.
    """

    def __init__(self, where: Address) -> None:
        self.address = where
        self._engine = RemoteEngine(Endpoint(where))

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query; the prefixes of `sayso.ontology.namespaces` are declared where it uses them.

        Raises QueryError for a query that is refused, with the line as it stands in `text`, TimeLimitError, BusyError,
        and RemoteError where nothing answers or what answers is no SPARQL endpoint.
        """
        try:
            with self._engine.reading():
                return answer_of(self._engine.query(text, use_default_graph_as_union=True, prefixes=PREFIXES))
        except QueryError as error:
            lines = declared(text, PREFIXES, None).count("\n") - text.count("\n")
            raise QueryError(
                re.sub(r"\bline (\d+)", lambda n: f"line {int(n[1]) - lines}", str(error), count=1)
            ) from error

    def close(self) -> None:
        """Close the connections."""
        self._engine.endpoint.close()

    @property
    def snapshot(self) -> str:
        """The address that is asked, which names no snapshot; what follows its path is left out."""
        return urlsplit(self.address.query)._replace(query="", fragment="").geturl()

    @cached_property
    def base(self) -> str:
        """What the IRIs of articles and actors begin with, as the name of the ontology's graph tells."""
        answer = self.query(_BASE_QUERY)
        graphs = [text_of(row[0]) for row in answer.rows] if isinstance(answer, Table) else []
        return next((graph.removesuffix(_SUFFIX) for graph in graphs if graph.endswith(_SUFFIX)), BASE)


def far_store(place: str, key: str | None, seconds: float, authorization: str | None = None) -> FarStore:
    """Return the store behind an address: that of a service (no path, or one ending in /) has its `sparql` there.

    `key` opens it, else the header `authorization`. Raises UsageError for what is no address, and for a key that no
    header may hold.
    """
    if key is not None and not re.fullmatch(r"[\x21-\x7e]+", key):
        raise UsageError("key: it holds a character that no key has")
    if seconds <= 0:
        raise UsageError("timeout: more than 0 seconds are needed")
    found = address(place, authorization=f"Bearer {key}" if key else authorization)
    parts = urlsplit(found.query)
    path = f"{parts.path}sparql" if parts.path.endswith("/") else parts.path or "/sparql"
    return FarStore(replace(found, query=parts._replace(path=path).geturl(), seconds=seconds))
