"""The walks that a reader can be asked for by name: each returns something of the model, or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from sayso.graph.actors.resolver import telling
from sayso.graph.actors.search.searching import search
from sayso.graph.answers.agreement.agreement import agreement
from sayso.graph.answers.article import article
from sayso.graph.answers.between import between, between_by
from sayso.graph.answers.codings import coded_article, coders_agreement, codings
from sayso.graph.answers.facets.counting import facets
from sayso.graph.answers.grouping import grouping
from sayso.graph.answers.listing import listing
from sayso.graph.answers.neighbours import neighbours, neighbours_by
from sayso.graph.answers.networks import network, subgraph
from sayso.graph.answers.paths import paths
from sayso.graph.answers.profile import actor
from sayso.graph.answers.questions.question_answers import question
from sayso.graph.answers.queue import queue
from sayso.graph.answers.quotations.claim import claim_of
from sayso.graph.answers.quotations.verifying import VerifiedClaims, verify
from sayso.graph.answers.statement_files import statement_file
from sayso.graph.answers.statements import statement, statements, statements_of
from sayso.graph.answers.tables import posts, table
from sayso.graph.answers.telling import history
from sayso.graph.answers.thing import known, thing
from sayso.graph.answers.timeline import timeline
from sayso.graph.reconcile.reconcile_calls import RECONCILING
from sayso.graph.store.named_graphs import has_graph
from sayso.graph.store.store import Store


def _verify(store: Store, claims: Iterable[Mapping[str, object]]) -> VerifiedClaims:
    return verify(store, [*map(claim_of, claims)])


CALLS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
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
        "between": telling(between),
        "between-by": telling(between_by),
        "facets": telling(facets),
        "question": question,
        "timeline": telling(timeline),
        "thing": telling(thing),
        "subgraph": subgraph,
        "network": network,
        "has-graph": has_graph,
        "review-queue": queue,
        "reviews": history,
        "verify": _verify,
        "agreement": agreement,
        "codings": codings,
        "grouping": grouping,
        "coded-article": coded_article,
        "coders-agreement": coders_agreement,
        **RECONCILING,
    }
)
