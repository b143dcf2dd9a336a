"""Workers: extraction in this process or in several, the results in the order of the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.ontology.errors import RejectedInput, SaysoError

type Outcome = Extraction | RejectedInput | ValueError
"""An extraction, or why there is none."""


def extracted(
    documents: Iterable[Document], extract: Callable[[Document], Extraction], jobs: int
) -> Iterator[tuple[Document, Outcome]]:
    """Yield each document with what was extracted from it, in their order; at most a few are held at a time.

    Raises SaysoError when a worker process dies.
    """
    if jobs <= 1:
        for document in documents:
            yield document, _outcome(extract, document)
        return
    # Models and thread pools do not survive a fork: each worker starts anew.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[tuple[Document, Future[Outcome]]] = deque()
    rest = iter(documents)
    try:
        while True:
            for document in islice(rest, 2 * jobs - len(waiting)):
                waiting.append((document, pool.submit(_outcome, extract, document)))
            if not waiting:
                return
            document, future = waiting.popleft()
            yield document, future.result()
    except BrokenProcessPool as error:
        raise SaysoError("an extraction process died, perhaps of too little memory; try fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(extract: Callable[[Document], Extraction], document: Document) -> Outcome:
    try:
        return extract(document)
    except (RejectedInput, ValueError) as error:
        return error
    except (LookupError, AttributeError, TypeError, ArithmeticError, RecursionError) as error:
        # a fault of ours in one article must not cost the thousand others; it is told as that article's reject
        return ValueError(f"{type(error).__name__}: {error}")
