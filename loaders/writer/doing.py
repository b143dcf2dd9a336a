"""Doing a write job: the function, its entry in the journal, and the snapshot that shows it."""

from __future__ import annotations

import contextlib
import secrets

from sayso.graph.model.json_value import Json
from sayso.graph.model.rendering import as_json
from sayso.graph.store.store import Store
from sayso.loaders.writer.calls import WRITES
from sayso.loaders.writer.job import WriteJob
from sayso.loaders.writer.noting import begin, end, settle
from sayso.ontology.errors import StoreDamaged, StoreError, StoreFull, UnpublishedError


def do(store: Store, job: WriteJob) -> Json:
    """Do a job and publish what it wrote. Raises what its function raises, StoreError where nothing is published."""
    id_ = secrets.token_hex(8)
    settle(store)
    signature = begin(store, job, id_)
    state = "failed"
    try:
        with store.signing(signature):
            answer = WRITES[job.name](store, by=job.by, **job.arguments)
        state = "done"
    finally:
        # A function that fails after it has written leaves what it wrote: readers see what the next writer would.
        try:
            store.publish()
        except StoreDamaged:
            raise
        except StoreError as error:
            raise UnpublishedError(
                f"this is stored, but not yet published, so that no query sees it ({error}); make room: "
                "the next write, or the next start, publishes it"
            ) from error
        finally:
            with contextlib.suppress(StoreFull):
                end(store, job, id_, state)
    return as_json({} if answer is None else answer)
