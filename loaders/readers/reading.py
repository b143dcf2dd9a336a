"""Reading: paths to checked articles, with what the user tells of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sayso.loaders.document import Document
from sayso.loaders.readers.checks import checked
from sayso.loaders.readers.decoding import known_encoding
from sayso.loaders.readers.fetching import Fetcher, is_web_address
from sayso.loaders.readers.files import STANDARD_INPUT, files, read_file
from sayso.loaders.readers.formats import READERS
from sayso.loaders.readers.metered import Meter
from sayso.loaders.readers.options import FileMetadata, ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome
from sayso.loaders.readers.written_dates import read_date
from sayso.ontology.errors import RejectedInput, UsageError

__all__ = ["ReadOutcome", "read"]


def read(
    paths: Iterable[str],
    options: ReadingOptions | None = None,
    note: Callable[[str], object] = lambda _: None,
    meter: Meter | None = None,
) -> Iterator[ReadOutcome]:
    """Yield every article under the paths, in the order of their names, and a RejectedInput for each that is none.

    `note` is told what is no error and yet perhaps not meant: a file of which the metadata tell nothing. `meter` tells
    while the articles come how many bytes were read for them.
    Raises UsageError, before anything is read, for an option that cannot be meant.
    """
    options = options or ReadingOptions()
    if options.format is not None and options.format not in READERS:
        raise UsageError(f"--format {options.format}: there is no such format; known are {', '.join(READERS)}")
    if options.encoding is not None:
        known_encoding(options.encoding)
    if options.published is not None:
        try:
            options = replace(options, published=read_date(options.published))
        except ValueError as error:
            raise UsageError(f"--published: {error}") from error
    return _read(paths, options, note, meter)


def total_bytes(paths: Iterable[str], options: ReadingOptions) -> int | None:
    """Return how many bytes the files under the paths have, None where that cannot be told (the standard input)."""
    found = [one for one in files(paths, options.skip) if not isinstance(one, RejectedInput)]
    return (
        None
        if any(name == STANDARD_INPUT for name, _ in found)
        else sum(Path(name).stat().st_size for name, _ in found)
    )


def _read(
    paths: Iterable[str], options: ReadingOptions, note: Callable[[str], object], meter: Meter | None
) -> Iterator[ReadOutcome]:
    named: list[str] = []
    fetcher = None if options.fetch is None else Fetcher(Path(options.fetch))
    for path in paths:
        try:
            named.append(_fetched(path, fetcher) if is_web_address(path) else path)
        except RejectedInput as rejected:
            yield rejected
    for found in files(named, options.skip):
        if isinstance(found, RejectedInput):
            yield found
            continue
        name, inside = found
        about = options.metadata.get(inside) or options.metadata.get(inside.rpartition("/")[2])
        if options.metadata and about is None:
            note(f"{name}: the metadata tell nothing of this file")
        for reading in read_file(name, options, meter):
            yield reading if isinstance(reading, RejectedInput) else _completed(reading, about, options)


def _fetched(url: str, fetcher: Fetcher | None) -> str:
    if fetcher is None:
        raise RejectedInput(url, "this is an address; --fetch FOLDER fetches feeds, all else is saved by hand")
    return fetcher.fetch(url)


def _completed(document: Document, about: FileMetadata | None, options: ReadingOptions) -> ReadOutcome:
    told = {
        name: value
        for name in ("title", "source", "url", "published", "language")
        if about is not None and (value := getattr(about, name)) is not None
    }
    found = dict(document.found)
    found |= {name: about.where for name in told if about is not None}
    found |= {name: f"--{name}" for name in ("published", "language") if name not in found and getattr(options, name)}
    document = replace(document, **told)
    document = replace(
        document,
        found=tuple(found.items()),
        id=options.id_prefix + document.id,
        published=document.published or options.published,
        language=document.language or options.language,
    )
    try:
        return checked(document, options.max_characters)
    except RejectedInput as rejected:
        if about is None:
            return rejected
        return RejectedInput(rejected.where, f"{rejected.reason} (see also {about.where})")
