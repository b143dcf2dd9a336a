"""Bytes to text: UTF-8, or what the user names; never a silent guess."""

from __future__ import annotations

import codecs
import re

from sayso.ontology.errors import RejectedInput, UsageError

_MAGIC = (
    (b"%PDF", "a PDF; name it .pdf, or say --format pdf"),
    (b"PK\x03\x04", "a zip archive or an office document; name it .zip, .docx, .odt or .epub, as what it is"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as .docx or .odt"),
    (b"{\\rtf", "an RTF document; name it .rtf, or say --format rtf"),
    (b"PAR1", "a Parquet file; name it .parquet, or say --format parquet"),
    (b"\x1f\x8b", "compressed with gzip; let its name end in .gz"),
    (b"BZh", "compressed with bzip2; let its name end in .bz2"),
    (b"\xfd7zXZ", "compressed with xz; let its name end in .xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; let its name end in .zst"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 100_000
_PLACES = 5
_FEW = 0.2
_ESCAPED = re.compile("[\udc80-\udcff]")
_SIGN_IN_WORD = re.compile(r"\w[¡-©«-´¶-¹»-¿×÷†‡ˆ˜‰‹›ƒ]\w|[a-z][ÀÁÂÃÈÊËÌÍÎÏÒÔÕÙÚÛÝÞŠŒŽŸ]|Ã\w")


def known_encoding(name: str) -> str:
    """Return the encoding's own name. Raises UsageError for one that Python does not know, or that is no text's."""
    if not is_encoding(name):
        raise UsageError(f"--encoding {name}: there is no such encoding; try utf-8, latin-1, cp1252, utf-16")
    return name


def is_encoding(name: str) -> bool:
    """Say whether Python knows an encoding of text by this name."""
    try:
        return "a".encode(name).decode(name) == "a"
    except (LookupError, ValueError):
        return False


def refuse_binary(data: bytes, where: str) -> None:
    """Raise RejectedInput where the first bytes are those of a known format that is no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise RejectedInput(where, f"this is {what}")


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """Return the text, without a BOM and otherwise verbatim: line ends stay as they are.

    Raises RejectedInput for bytes that are not in the encoding (UTF-8 where none is named), with the one they are
    probably in, and for NUL bytes: nobody writes them into a text.
    """
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise RejectedInput(where, _undecodable(data, error, encoding)) from error
    except UnicodeError as error:
        raise RejectedInput(where, f"is not {encoding} ({error}); name another --encoding") from error
    if "\0" in text:
        hint = _without_mark(data)
        hint = f"; it looks like {hint}: say --encoding {hint}" if hint else "; this is binary, not text"
        raise RejectedInput(where, f"holds a NUL character at {text.index('\0'):,}{hint}")
    return text.removeprefix("\ufeff")


def _without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 that has no BOM: in Latin script every other byte is zero."""
    head = data[:1000]
    zeros = [head[place::2].count(0) / max(1, len(head[place::2])) for place in (0, 1)]
    return next((name for name, share in zip(("utf-16-be", "utf-16-le"), zeros, strict=True) if share > 0.8), None)


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str | None) -> str:
    place = f"byte {error.start:,} (line {data.count(b'\n', 0, error.start) + 1:,})"
    if encoding is None and (places := mixed_places(data)):
        what = "UTF-8 and something else in one file, which is not UTF-8 at"
        return f"{what} {', '.join(places)}; write these places in UTF-8 too: no one encoding reads all of it"
    place = f"{place} is not {encoding or 'UTF-8'}"
    guess = likely_encoding(data, error.start)
    if guess is None:
        return f"{place}, and no other encoding fits; is it text at all? Save it as UTF-8"
    return f"{place}; it is probably {guess}: say --encoding {guess}, or save it as UTF-8"


def mixed_places(data: bytes) -> list[str]:
    """Return the first places that are not UTF-8 in bytes of which others are more than ASCII in UTF-8; else none."""
    text = data.decode("utf-8", "surrogateescape")
    if not any(ord(one) > 127 and not "\udc80" <= one <= "\udcff" for one in text.removeprefix("\ufeff")):
        return []
    places: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if _ESCAPED.search(line):
            places.append(f"line {number:,}")
        if len(places) > _PLACES:
            return [*places[:_PLACES], "…"]
    return places


def likely_encoding(data: bytes, around: int = 0) -> str | None:
    """Guess the encoding of bytes for a message; nothing is ever decoded by it unasked."""
    for bom, name in _WIDE:
        if data.startswith(bom):
            return name
    from charset_normalizer import from_bytes

    start = max(0, around - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    if _fits_cp1252(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best and best.encoding not in ("ascii", "utf_8") else None


def _fits_cp1252(data: bytes) -> bool:
    """Say whether bytes read well as Windows-1252: English with its quotes and a few accents is nearly always that.

    The encodings of other Latin alphabets read as signs within words there, other scripts as hardly any ASCII.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    other = sum(byte > 127 for byte in data)
    return 0 < other < len(data) * _FEW and _SIGN_IN_WORD.search(text) is None
