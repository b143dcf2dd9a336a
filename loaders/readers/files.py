"""Paths to opened sources: files, folders with all that is in them, and `-` for the standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.graph.store.store import is_store
from sayso.loaders.readers.formats import ENDINGS, READERS
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import Reading, Source
from sayso.ontology.errors import RejectedInput

STANDARD_INPUT = "-"


def files(paths: Iterable[str], skip: str | None = None) -> Iterator[tuple[str, str] | RejectedInput]:
    """Yield each file under the paths, once, and its path inside the folder that was named.

    Folders are walked in the order of their names, without stores and what is hidden. What is missing or no file
    is rejected, the file `skip` is passed over.
    """
    done: set[str] = {os.path.realpath(skip)} if skip is not None else set()
    for path in paths:
        for name, inside in [(path, path)] if path == STANDARD_INPUT else _under(path):
            real = os.path.realpath(name)
            if real in done:
                continue
            done.add(real)
            problem = None if name == STANDARD_INPUT else _problem(name)
            yield RejectedInput(_shown(name), problem) if problem else (name, inside)


def read_file(name: str, options: ReadingOptions) -> Iterator[Reading]:
    """Yield the articles of one file, by its ending or `options.format`; a RejectedInput for what cannot be read."""
    shown = "standard input" if name == STANDARD_INPUT else name
    ending = os.path.splitext(name)[1].lower()
    format = options.format or (ENDINGS.get(ending) if name != STANDARD_INPUT else "text")
    if format is None:
        known = " ".join(ENDINGS)
        yield RejectedInput(shown, f"the ending {ending or '(none)'} is not known ({known}); name the --format")
        return
    try:
        if name == STANDARD_INPUT:
            yield from READERS[format].read(Source(shown, "standard-input", sys.stdin.buffer), options)
        else:
            with open(name, "rb") as stream:
                yield from READERS[format].read(Source(shown, Path(name).stem, stream), options)
    except RejectedInput as rejected:
        yield rejected
    except OSError as error:
        yield RejectedInput(shown, f"cannot be read ({error.strerror or error})")


def _under(path: str) -> Iterator[tuple[str, str]]:
    if not os.path.isdir(path):
        yield path, os.path.basename(path)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and not is_store(Path(folder, n)))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = os.path.join(folder, name)
            yield found, os.path.relpath(found, path)


def _problem(name: str) -> str | None:
    try:
        name.encode("utf-8")
        mode = os.stat(name).st_mode
    except UnicodeEncodeError:
        return "the file's name is not UTF-8; rename it"
    except FileNotFoundError:
        return "there is no such file or folder; check the path"
    except (OSError, ValueError) as error:
        return f"cannot be read ({error})"
    return None if stat.S_ISREG(mode) else "this is no file; name a file or a folder"


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
