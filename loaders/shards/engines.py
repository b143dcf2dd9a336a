"""Engines: who makes many shards at once. An engine is a file with one method, and a name here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from sayso.loaders.shards.beside import ShardNumbers
from sayso.loaders.shards.dask_engine import DaskEngine
from sayso.loaders.shards.task import ShardTask
from sayso.ontology.errors import SaysoError

type Made = tuple[ShardTask, ShardNumbers | SaysoError]
"""A task with what became of it."""


class ShardEngine(Protocol):
    """Makes shards on other machines, which see the same folders."""

    def make_all(self, tasks: Iterable[ShardTask]) -> Iterator[Made]:
        """Yield each task as it is made, in any order, or why it was not."""


ENGINES: dict[str, Callable[[str], ShardEngine]] = {"dask": DaskEngine}
