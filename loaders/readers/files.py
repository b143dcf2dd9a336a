"""Paths to opened sources: files, folders with all that is in them, and `-` for the standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sayso.graph.store.store_folder import is_store
from sayso.loaders.readers.formats import ENDINGS, READERS
from sayso.loaders.readers.metered import Meter
from sayso.loaders.readers.opened import leaves, open_file, problem, shown_path
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.packed import PACKED, members, unpacked
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.ontology.errors import RejectedInput

STANDARD_INPUT = "-"
_DEEPEST = 2
_FAULTS = (
    *(ValueError, LookupError, ArithmeticError, TypeError, AttributeError),
    *(NotImplementedError, RecursionError, AssertionError, EOFError),
)
_TABLES = ("csv", "tsv", "parquet")

type FoundFile = tuple[str, str, str | None]
"""A file: its path, its path inside the folder that was named, and that folder."""


def files(paths: Iterable[str], skip: Iterable[str] = ()) -> Iterator[tuple[str, str] | RejectedInput]:
    """Yield each file under the paths, once, and its path inside the folder that was named.

    Folders are walked in the order of their names, without stores and what is hidden. What is missing, no file or
    outside its folder by a link is rejected, as is a folder that cannot be listed; the files `skip` are passed over.
    """
    done: set[str] = {os.path.realpath(path) for path in skip}
    for path in paths:
        for found in [(path, path, None)] if path == STANDARD_INPUT else _under(path):
            if isinstance(found, RejectedInput):
                yield found
                continue
            name, inside, folder = found
            real = os.path.realpath(name)
            if real in done:
                continue
            done.add(real)
            wrong = None if name == STANDARD_INPUT else problem(name, folder)
            yield RejectedInput(shown_path(name), wrong) if wrong else (name, inside)


def read_file(name: str, options: ReadingOptions, meter: Meter | None = None) -> Iterator[ReadOutcome]:
    """Yield the articles of one file, by its ending or `options.format`; a RejectedInput for what cannot be read."""
    if name == STANDARD_INPUT:
        source = SourceFile("standard input", "standard-input", sys.stdin.buffer)
        yield from read_source(source, "", replace(options, format=options.format or "text"))
        return
    try:
        with open_file(name) as stream, (meter or Meter()).reading(stream):
            yield from read_source(SourceFile(name, Path(name).stem, stream), name, options)
    except OSError as error:
        yield RejectedInput(name, f"cannot be read ({error.strerror or error})")


def read_source(source: SourceFile, name: str, options: ReadingOptions, depth: int = 0) -> Iterator[ReadOutcome]:
    """Yield the articles of a source by the ending of its name, packed or not; a RejectedInput for what is none."""
    stem, ending = os.path.splitext(name)
    ending = ending.lower()
    format = options.format or ENDINGS.get(ending)
    try:
        if ending in PACKED or ending == ".zip":
            if depth == _DEEPEST:
                raise RejectedInput(source.name, "packed in what is packed in what is packed; unpack it first")
            yield from _unpack(source, stem, ending, options, depth + 1)
        elif format is None:
            known = " ".join((*ENDINGS, *PACKED, ".zip"))
            reason = f"the ending {shown_path(ending) or '(none)'} is not known ({known}); name the --format"
            raise RejectedInput(source.name, reason)
        elif format == "text" and ENDINGS.get(ending) in _TABLES:
            raise RejectedInput(source.name, "this is a table, and no text of one article; leave --format out")
        else:
            yield from READERS[format].read(source, options)
    except RejectedInput as rejected:
        yield rejected
    except _FAULTS as error:
        # A fault of a library in one damaged file must not cost the thousand others.
        reason = f"damaged, or a fault in reading it ({type(error).__name__}: {str(error)[:200]!r}); leave it out"
        yield RejectedInput(source.name, reason)


def _unpack(source: SourceFile, stem: str, ending: str, options: ReadingOptions, depth: int) -> Iterator[ReadOutcome]:
    if ending != ".zip":
        inner = replace(source, stem=Path(stem).stem, stream=unpacked(source, ending))
        yield from read_source(inner, stem, options, depth)
        return
    for member in members(source):
        if isinstance(member, RejectedInput):
            yield member
            continue
        name, stream = member
        inner = SourceFile(
            f"{source.name}/{shown_path(name)}", f"{source.stem}/{name.rpartition('.')[0] or name}", stream
        )
        yield from read_source(inner, name, options, depth)


def _under(path: str) -> Iterator[FoundFile | RejectedInput]:
    if not os.path.isdir(path):
        yield path, os.path.basename(path), None
        return
    unlisted: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unlisted.append):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not _is_store(Path(folder, n)))
        for name in folders:
            if os.path.islink(found := os.path.join(folder, name)) and leaves(found, path):
                yield RejectedInput(shown_path(found), "this is a link that leaves the folder; name its target")
        for name in sorted(name for name in names if not name.startswith(".")):
            found = os.path.join(folder, name)
            yield found, os.path.relpath(found, path), path
        while unlisted:
            yield _unlisted(unlisted.pop())
    yield from map(_unlisted, unlisted)


def _is_store(folder: Path) -> bool:
    try:
        return is_store(folder)
    except OSError:
        return False  # whatever it is, listing it will tell what is wrong


def _unlisted(error: OSError) -> RejectedInput:
    return RejectedInput(shown_path(str(error.filename)), f"the folder cannot be listed ({error.strerror})")
