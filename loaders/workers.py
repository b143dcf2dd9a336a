"""Workers: extraction in this process or in several, the results in the order of the articles.

A long text is read in a process of its own with a limit of memory, and so are all where there are several processes, or
where it is asked for: an article that ends its process is a reject, and the others go on.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Final

from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.ontology.errors import RejectedInput

if sys.platform != "win32":
    import resource

type Outcome = Extraction | RejectedInput | ValueError
"""An extraction, or why there is none."""

MEMORY: Final = 4 << 30  # bytes of address space of a process that extracts
LONG: Final = 100_000  # code points; a shorter text takes less than 1 GB


def extracted(
    documents: Iterable[Document],
    extract: Callable[[Document], Extraction],
    jobs: int,
    memory: int | None = None,
    *,
    apart: bool = False,
) -> Iterator[tuple[Document, Outcome]]:
    """Yield each document with what was extracted from it, in their order; at most a few are held at a time.

    With `jobs` over one, and with `apart`, processes extract; with a limit of `memory` in bytes, a process extracts
    each long text. For all of these `extract` has to be a function of a module.
    """
    crew = _Crew(extract, jobs, memory)
    try:
        alone = jobs <= 1 and not apart
        yield from _in_turn(documents, extract, crew, memory) if alone else _at_once(documents, crew, max(1, jobs))
    finally:
        crew.dismiss()


def _in_turn(
    documents: Iterable[Document], extract: Callable[[Document], Extraction], crew: _Crew, memory: int | None
) -> Iterator[tuple[Document, Outcome]]:
    for document in documents:
        apart = memory is not None and len(document.text) > LONG
        yield document, crew.outcome(document, crew.submit(document)) if apart else _outcome(extract, document)


def _at_once(documents: Iterable[Document], crew: _Crew, jobs: int) -> Iterator[tuple[Document, Outcome]]:
    waiting: deque[tuple[Document, Future[Outcome]]] = deque()
    rest = iter(documents)
    most = 2 * jobs if jobs > 1 else 1
    while True:
        for document in islice(rest, most - len(waiting)):
            waiting.append((document, crew.submit(document)))
        if not waiting:
            return
        document, future = waiting.popleft()
        yield document, crew.outcome(document, future)


class _Crew:
    """Processes that extract. Where one dies, whatever they had is read again, by one that has nothing else."""

    def __init__(self, extract: Callable[[Document], Extraction], jobs: int, memory: int | None) -> None:
        self._extract = extract
        self._jobs = max(1, jobs)
        self._memory = memory
        self._pool: ProcessPoolExecutor | None = None
        self._alone: ProcessPoolExecutor | None = None

    def submit(self, document: Document) -> Future[Outcome]:
        """Give an article to a process that is free."""
        if self._pool is None:
            self._pool = self._started(self._jobs)
        try:
            return self._pool.submit(_outcome, self._extract, document)
        except BrokenProcessPool:
            self._pool = self._started(self._jobs)
            return self._pool.submit(_outcome, self._extract, document)

    def outcome(self, document: Document, future: Future[Outcome]) -> Outcome:
        """Wait for an article that was submitted; one that kills its process by itself too is a reject."""
        try:
            return future.result()
        except BrokenProcessPool:
            pass
        if self._alone is None:
            self._alone = self._started(1)
        try:
            return self._alone.submit(_outcome, self._extract, document).result()
        except BrokenProcessPool:
            self._alone = None
            return _too_much(document, "it ended the process that read it, perhaps of too little memory")

    def dismiss(self) -> None:
        """End all processes."""
        for pool in (self._pool, self._alone):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def _started(self, processes: int) -> ProcessPoolExecutor:
        # Models and thread pools do not survive a fork: each process starts anew.
        context = get_context("spawn")
        return ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(self._memory,))


def _begin(memory: int | None) -> None:
    """Prepare a process that extracts: its limit of memory, and its end with the process that it works for."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if memory is not None and sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    # A process that is killed cannot dismiss its own, which would wait for work, with their models, for ever.
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _outcome(extract: Callable[[Document], Extraction], document: Document) -> Outcome:
    try:
        return extract(document)
    except (RejectedInput, ValueError) as error:
        return error
    except MemoryError:
        return _too_much(document, "it takes more memory than there is")
    except (LookupError, AttributeError, TypeError, ArithmeticError, RecursionError) as error:
        # a fault of ours in one article must not cost the thousand others; it is told as that article's reject
        return ValueError(f"{type(error).__name__}: {error}")


def _too_much(document: Document, why: str) -> RejectedInput:
    return RejectedInput(document.origin, f"nothing could be extracted ({why}); leave it out, or cut it into parts")
