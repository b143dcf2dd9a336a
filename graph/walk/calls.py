"""The walks that a reader can be asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sayso.graph.quotations.verifying import verify
from sayso.graph.readers.frames import Json
from sayso.graph.readers.streamed import Streamed
from sayso.graph.reconcile.calls import RECONCILING
from sayso.graph.reviews.queue import queue
from sayso.graph.reviews.telling import history
from sayso.graph.walk.article import article
from sayso.graph.walk.graphs import has_graph
from sayso.graph.walk.listing import listing
from sayso.graph.walk.naming import telling
from sayso.graph.walk.neighbours import neighbours, neighbours_by
from sayso.graph.walk.networks import network, subgraph
from sayso.graph.walk.paths import paths
from sayso.graph.walk.profile import actor
from sayso.graph.walk.search.searching import search
from sayso.graph.walk.statement_files import statement_file
from sayso.graph.walk.statements import statement, statements, statements_of
from sayso.graph.walk.tables import posts, table
from sayso.graph.walk.thing import known, thing
from sayso.graph.walk.timeline import timeline

CALLS: Final[Mapping[str, Callable[..., Json | Streamed]]] = MappingProxyType(
    {
        "known": telling(known),
        "listing": telling(listing),
        "actor": telling(actor),
        "actors": telling(search),
        "article": article,
        "neighbours": telling(neighbours),
        "neighbours-by": telling(neighbours_by),
        "paths": telling(paths),
        "statement": statement,
        "statements": telling(statements),
        "statements-of": telling(statements_of),
        "table": telling(table),
        "table-posts": telling(posts),
        "statement-file": statement_file,
        "timeline": telling(timeline),
        "thing": telling(thing),
        "subgraph": subgraph,
        "network": network,
        "has-graph": has_graph,
        "review-queue": queue,
        "reviews": history,
        "verify": verify,
        **RECONCILING,
    }
)
