"""Content negotiation: which of the formats that there are a client likes best, by RFC 9110."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Format → its media types, the canonical one first; the formats in the order of our own liking.
RESULTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "json": ("application/sparql-results+json", "application/json", "text/json"),
        "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
        "csv": ("text/csv",),
        "tsv": ("text/tab-separated-values",),
    }
)
TRIPLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "turtle": ("text/turtle", "application/turtle", "application/x-turtle"),
        "ntriples": ("application/n-triples", "text/plain"),
        "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
        "jsonld": ("application/ld+json", "application/json"),
        "trig": ("application/trig", "application/x-trig"),
        "nquads": ("application/n-quads", "text/x-nquads"),
        "n3": ("text/n3", "text/rdf+n3"),
    }
)
# What `format=` may say besides a media type: the names of Virtuoso, Fuseki and others.
_BY_NAME: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "json": (RESULTS["json"][0], TRIPLES["jsonld"][0]),
        "xml": (RESULTS["xml"][0], TRIPLES["rdfxml"][0]),
        **{name: (RESULTS[name][0],) for name in ("csv", "tsv")},
        **{name: (TRIPLES[name][0],) for name in TRIPLES},
        "ttl": (TRIPLES["turtle"][0],),
        "nt": (TRIPLES["ntriples"][0],),
        "nq": (TRIPLES["nquads"][0],),
        "rdf": (TRIPLES["rdfxml"][0],),
    }
)
NAMES: Final = tuple(_BY_NAME)
_CHARSETS = frozenset({"csv", "tsv", "turtle", "n3"})
_RANGE = re.compile(r"\s*([^\s;,/]+/[^\s;,]+|\*)\s*((?:;[^,]*)?)")
_QUALITY = re.compile(r";\s*q\s*=\s*([0-9.]+)")
_LONGEST = 4096


def choose(accept: str | None, formats: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the format that the Accept header likes best, None where it takes none of them.

    Without a header, and among equals, the first is it.
    """
    if accept is None or not accept.strip():
        return next(iter(formats))
    ranges = _ranges(accept[:_LONGEST])
    best, best_quality = None, 0.0
    for name, types in formats.items():
        quality = max(_quality(type_, ranges) for type_ in types)
        if quality > best_quality:
            best, best_quality = name, quality
    return best


def accept_of(name: str) -> str | None:
    """Return the Accept header that says what `format=` says: a name or a media type; None for a name of no format."""
    if "/" in name:
        # A form may have turned the plus sign of a media type into a blank.
        return name.strip().replace(" ", "+")
    return ", ".join(_BY_NAME[name.lower()]) if name.lower() in _BY_NAME else None


def media_type(name: str, formats: Mapping[str, tuple[str, ...]]) -> str:
    """Return the media type that an answer of this format is sent with."""
    return formats[name][0] + ("; charset=utf-8" if name in _CHARSETS else "")


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.split(","):
        if match := _RANGE.fullmatch(part.strip()):
            quality = _QUALITY.search(match[2])
            try:
                value = min(float(quality[1]), 1.0) if quality else 1.0
            except ValueError:
                value = 0.0
            name = "*/*" if match[1] == "*" else match[1].lower()
            found[name] = max(found.get(name, 0.0), value)
    return found


def _quality(type_: str, ranges: Mapping[str, float]) -> float:
    # The most specific range decides, so that `text/csv;q=0, */*` refuses CSV.
    for wanted in (type_, f"{type_.partition('/')[0]}/*", "*/*"):
        if wanted in ranges:
            return ranges[wanted]
    return 0.0
