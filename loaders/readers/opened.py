"""Opening what a user names: files and nothing else, without waiting for a pipe or reading a device for ever."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path
from typing import BinaryIO


def open_file(name: str) -> BinaryIO:
    """Open a file to read its bytes. Raises OSError for what cannot be read, and for what is no file."""

    def opener(path: str, flags: int) -> int:
        # Between a look and an opening the name may become a pipe, and opening one waits for a writer.
        descriptor = os.open(path, flags | os.O_NONBLOCK)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise OSError(0, "it is no file")
        return descriptor

    return open(name, "rb", opener=opener)


def problem(name: str, folder: str | None = None) -> str | None:
    """Say what keeps a path from being read as a file; one found in a folder has to lie in that folder too."""
    try:
        name.encode("utf-8")
        mode = Path(name).stat().st_mode
    except UnicodeEncodeError:
        return "the file's name is not UTF-8; rename it"
    except FileNotFoundError:
        return "there is no such file or folder; check the path"
    except (OSError, ValueError) as error:
        return f"cannot be read ({error})"
    if any(unicodedata.category(character) == "Cc" for character in name):
        return "the file's name holds a line break or another control character; rename it"
    if folder is not None and leaves(name, folder):
        return "this is a link that leaves the folder; name its target, if it is meant"
    return None if stat.S_ISREG(mode) else "this is no file; name a file or a folder"


def leaves(name: str, folder: str) -> bool:
    """Say whether a path in a folder leads, by links, to a place outside it."""
    inside = os.path.realpath(folder)
    return os.path.commonpath([os.path.realpath(name), inside]) != inside


def shown_path(name: str) -> str:
    """Return a path as messages show it, whatever it holds: on one line, in characters that can be written."""
    text = name.encode("utf-8", "backslashreplace").decode()
    return "".join(ascii(one)[1:-1] if unicodedata.category(one) == "Cc" else one for one in text)
