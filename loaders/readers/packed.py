"""Packed files: .gz, .bz2, .xz, .zst and the members of .zip, unpacked as they are read, bombs refused."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Buffer, Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final, cast

from sayso.loaders.readers.opened import shown_path
from sayso.loaders.readers.reader import SourceFile
from sayso.ontology.errors import RejectedInput

# Text packs to a tenth, the same page over and over to a hundredth; a thousandth is no text.
HIGHEST_RATIO: Final = 250
RATIO_COUNTS_FROM: Final = 4_000_000
MAX_UNPACKED: Final = 200_000_000_000
MAX_MEMBERS: Final = 1_000_000


def _zstd(stream: BinaryIO) -> BinaryIO:
    from sayso.loaders import zstd

    # A frame may ask for a window of gigabytes.
    return cast("BinaryIO", zstd.ZstdFile(stream, options={zstd.DecompressionParameter.window_log_max: 27}))


PACKED: Final[Mapping[str, Callable[[BinaryIO], BinaryIO]]] = MappingProxyType(
    {
        ".gz": lambda stream: cast("BinaryIO", gzip.GzipFile(fileobj=stream)),
        ".bz2": lambda stream: cast("BinaryIO", bz2.BZ2File(stream)),
        ".xz": lambda stream: cast("BinaryIO", lzma.LZMAFile(stream)),  # noqa: SIM115  (who reads it closes what it packs)
        ".zst": _zstd,
    }
)


class _Unpacked(io.RawIOBase):
    """A stream of unpacked bytes; damage and bombs end it as a RejectedInput. `packed` tells how many it came from."""

    def __init__(self, stream: BinaryIO, name: str, packed: Callable[[], int]) -> None:
        self._stream = stream
        self._name = name
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        into = memoryview(buffer)
        try:
            data = self._stream.read(len(into))
        except _damage() as error:
            raise RejectedInput(self._name, f"damaged, or no such archive ({str(error)[:200]})") from error
        self._count += len(data)
        if self._count > RATIO_COUNTS_FROM and self._count > HIGHEST_RATIO * max(1, self._packed()):
            reason = f"it unpacks to more than {HIGHEST_RATIO} times its size, which no text does; unpack it yourself"
            raise RejectedInput(self._name, reason)
        if self._count > MAX_UNPACKED:
            raise RejectedInput(self._name, f"it unpacks to more than {MAX_UNPACKED:,} bytes; split it")
        into[: len(data)] = data
        return len(data)


def _damage() -> tuple[type[Exception], ...]:
    from sayso.loaders import zstd

    kinds = (OSError, EOFError, zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile)
    return (*kinds, NotImplementedError, RuntimeError, ValueError)


def unpacked(source: SourceFile, ending: str) -> BinaryIO:
    """Return what a file packs that ends so; reading it raises RejectedInput for damage, and for a bomb."""
    raw = source.stream
    return _bounded(PACKED[ending](raw), source.name, raw.tell)


def members(source: SourceFile) -> Iterator[tuple[str, BinaryIO] | RejectedInput]:
    """Yield the files of a zip archive by their names in it, without what is hidden. Raises RejectedInput for none."""
    with source.seekable() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _damage() as error:
            raise RejectedInput(source.name, f"damaged, or no zip archive ({str(error)[:200]})") from error
        with archive:
            infos = sorted((info for info in archive.infolist() if _wanted(info)), key=lambda info: info.filename)
            stream.seek(0, io.SEEK_END)
            size = stream.tell()
            check_archive(infos, size, source.name)
            for info in infos:
                if (wrong := _problem(info)) is not None:
                    yield RejectedInput(f"{source.name}/{shown_path(info.filename)}", wrong)
                    continue
                try:
                    opened = archive.open(info)
                except _damage() as error:
                    yield RejectedInput(f"{source.name}/{info.filename}", f"cannot be unpacked ({str(error)[:200]})")
                    continue
                with opened:
                    name, packed = f"{source.name}/{info.filename}", info.compress_size
                    yield info.filename, _bounded(cast("BinaryIO", opened), name, lambda packed=packed: packed)  # type: ignore[misc]


def check_archive(infos: list[zipfile.ZipInfo], size: int, name: str) -> None:
    """Raise RejectedInput for an archive that claims more than it can hold: members that overlap, or no end of them."""
    if len(infos) > MAX_MEMBERS:
        raise RejectedInput(name, f"it holds more than {MAX_MEMBERS:,} files; split it")
    if sum(info.compress_size for info in infos) > size:
        raise RejectedInput(name, "its files overlap, as those of a bomb do; unpack it yourself")


def _wanted(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not info.is_dir() and (not hidden or _problem(info) is not None)


def _problem(info: zipfile.ZipInfo) -> str | None:
    """Say what is wrong with a member: whoever made it so meant it for one who unpacks without looking."""
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0]:
        return "its name leads out of the archive; pack it under a name of its own"
    # The upper half holds the mode, where the archive was made on Unix.
    return "this is a link; pack what it leads to" if stat.S_ISLNK(info.external_attr >> 16) else None


def _bounded(stream: BinaryIO, name: str, packed: Callable[[], int]) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Unpacked(stream, name, packed), 1 << 16))
