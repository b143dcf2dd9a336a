"""The walks that a reader can be asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from graph.readers.frames import Json
from graph.readers.streamed import Streamed
from graph.reconcile.calls import RECONCILING
from graph.reviews.queue import queue
from graph.reviews.telling import history
from graph.walk.article import article
from graph.walk.graphs import has_graph
from graph.walk.listing import listing
from graph.walk.naming import telling
from graph.walk.neighbours import neighbours, neighbours_by
from graph.walk.networks import network, subgraph
from graph.walk.paths import paths
from graph.walk.profile import actor
from graph.walk.search.searching import search
from graph.walk.statement_files import statement_file
from graph.walk.statements import statement, statements, statements_of
from graph.walk.tables import posts, table
from graph.walk.thing import known, thing
from graph.walk.timeline import timeline

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
        **RECONCILING,
    }
)
