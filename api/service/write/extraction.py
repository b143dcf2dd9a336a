"""The extractor as the service sees it: a process with the models, started by the first request and kept warm."""

from __future__ import annotations

import json

from sayso.api.service.settings import ServiceSettings
from sayso.graph.model.json_value import Json
from sayso.graph.workers.pool import Pool, PoolOptions
from sayso.graph.workers.process import Worker
from sayso.loaders.extractor.job import ExtractJob
from sayso.ontology.errors import BusyError, LimitError, TimeLimitError

_PROCESS = "sayso.loaders.extractor.extractor"


class Extractor:
    """Belongs to one event loop; it has no processes until it is asked."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._seconds = settings.extract_seconds
        self._memory = str(settings.extractor_memory_mb << 20)
        options = PoolOptions(settings.extractors, settings.queue, self._seconds, self._seconds)
        self._pool = Pool(self._start, options)

    async def ask(self, job: ExtractJob) -> dict[str, Json]:
        """Extract an article; the answer is what `sayso.loaders.extractor.extracting.extract_article` returns.

        Raises what that raises; TimeLimitError and LimitError for a text that takes too long or too much memory,
        BusyError where too many wait.
        """
        try:
            found = json.loads(await self._pool.ask(job.told(), self._seconds))
        except TimeLimitError as error:
            message = f"the article took longer than {self._seconds:g} seconds and was given up; send a shorter text"
            raise TimeLimitError(message) from error
        except BusyError as error:
            raise BusyError("too many articles are being extracted; ask again in a moment") from error
        except LimitError as error:
            message = "the article broke the process that extracts, by the memory it took; send a shorter text"
            raise LimitError(message) from error
        if not isinstance(found, dict):
            raise TypeError("an article is told as an object")
        return found

    async def close(self) -> None:
        """End the processes."""
        await self._pool.close()

    async def _start(self) -> Worker:
        return await Worker.start(_PROCESS, self._memory)
