"""Articles into a store, from a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.loaders.batch import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the articles; `rejected` says of the first hundred left out where they stand and why."""

    loaded: int
    replaced: int
    unchanged: int
    statements: int
    rejected: tuple[str, ...]


def load(
    *paths: str | Path,
    store: str | Path | None = None,
    published: str | None = None,
    language: str | None = None,
    replace: bool = False,
    again: bool = False,
) -> Loaded:
    """Load files and folders into the store in a folder, which is made where there is none, as `sayso load` does.

    Without `store` it is that of SAYSO_STORE, else ./sayso.store. Its options are explained in docs/loading.md.
    Raises StoreLocked while another process writes there, UsageError for an option that does not fit; an article that
    cannot be loaded is listed, the others are loaded.
    """
    from sayso.api.loading import load_into
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions
    from sayso.loaders.language import is_english
    from sayso.loaders.readers import ReadingOptions

    settings = read_settings(store=store)
    reading = ReadingOptions(published=published, language=language, max_characters=settings.max_characters)
    batch = BatchOptions(replace, again, any_language=is_english(language), jobs=settings.jobs)
    with Store.open(settings.store, base=settings.base) as opened:
        report = load_into(opened, [str(path) for path in paths], reading, batch, settings)
    return _loaded(report)


def _loaded(report: Report) -> Loaded:
    rejected = tuple(map(str, report.rejected))
    return Loaded(report.loaded, report.replaced, report.unchanged, report.statements, rejected)
