"""The extractor as the service sees it: processes with the models, started by the first request and kept warm.

Those who have a key are not kept waiting by those who have none.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

from starlette.requests import Request

from sayso.api.service.asking import begin, client_of, give
from sayso.api.service.settings import ServiceSettings
from sayso.graph.model.json_value import Json
from sayso.graph.workers.pool import Pool, PoolOptions
from sayso.graph.workers.process import Worker
from sayso.loaders.extractor.job import ExtractJob
from sayso.ontology.errors import BusyError, LimitError, TimeLimitError, TooManyError

_PROCESS = "sayso.loaders.extractor.extractor"
_MOST_OF_ANYONE = 4


class ExtractionProcesses:
    """Belongs to one event loop; it has no processes until it is asked."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._seconds = settings.extract_seconds
        self._memory = str(settings.extractor_memory_mb << 20)
        options = (settings.extractors, settings.queue, self._seconds, self._seconds)
        # Those without a key wait in a queue of their own, and one of them for little.
        self._anyone = Pool(self._start, PoolOptions(*options, _MOST_OF_ANYONE))
        self._keyed = Pool(self._start, PoolOptions(*options, settings.client_queue))

    async def ask(self, request: Request, job: ExtractJob) -> dict[str, Json]:
        """Extract an article; the answer is what `sayso.loaders.extractor.extracting.extract_article` returns.

        Raises what that raises; TimeLimitError and LimitError for a text that takes too long or too much memory,
        BusyError where too many wait, ClientLeft where nobody waits for the answer.
        """
        pool = self._keyed if client_of(request).startswith("key:") else self._anyone
        with self._told():
            answer = await give(request, pool, json.dumps(job.told()).encode(), self._seconds, "extract")
            with contextlib.closing(answer):
                await begin(answer, request)
                return _object(await answer.all())

    async def ask_unkeyed(self, job: ExtractJob, client: str) -> dict[str, Json]:
        """Extract an article for a client that has no key and no request of its own; raises as `ask`."""
        with self._told():
            return _object(await self._anyone.ask(job.told(), self._seconds, client, "extract"))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except TimeLimitError as error:
            message = f"the article took longer than {self._seconds:g} seconds and was given up; send a shorter text"
            raise TimeLimitError(message) from error
        except TooManyError as error:
            raise TooManyError("your articles wait already; send one after the other") from error
        except BusyError as error:
            raise BusyError("too many articles are being extracted; ask again in a moment") from error
        except LimitError as error:
            message = "the article broke the process that extracts, by the memory it took; send a shorter text"
            raise LimitError(message) from error

    async def close(self) -> None:
        """End the processes."""
        await self._anyone.close()
        await self._keyed.close()

    async def _start(self) -> Worker:
        return await Worker.start(_PROCESS, self._memory)


def _object(told: bytes) -> dict[str, Json]:
    found = json.loads(told)
    if not isinstance(found, dict):
        raise TypeError("an article is told as an object")
    return found
