"""What the writer can be asked for by name.

Each is a function `f(store, *, by, **arguments)`: `by` is the name of the key that asks, the other arguments are JSON,
and what it returns is told by `as_json`; None as an empty object. It writes with one `store.apply` or `store.update`,
the engine's unit of atomicity: a writer that is killed in the middle has then written all or nothing. It raises errors
of `sayso.ontology.errors` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sayso.graph.edits.graph_store import delete_graph, write_graph
from sayso.graph.edits.updating import update
from sayso.loaders.writer.articles import delete_article, load_article
from sayso.loaders.writer.grouping_matters import group_words
from sayso.loaders.writer.merges import judge, take_back_judging
from sayso.loaders.writer.reviews import finish_coding, review, take_back_review

WRITES: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "update": update,
        "write-graph": write_graph,
        "delete-graph": delete_graph,
        "load-article": load_article,
        "delete-article": delete_article,
        "review": review,
        "take-back-review": take_back_review,
        "finish-coding": finish_coding,
        "group-words": group_words,
        "judge": judge,
        "take-back-judging": take_back_judging,
    }
)
