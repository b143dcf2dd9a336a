"""Files from a notebook: the format is the one that the file's name ends in, or the one that is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from sayso.graph.export.format import Format
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.options import ExportOptions
from sayso.graph.export.origin_file import ORIGIN_FILE, write_origin
from sayso.graph.export.registry import GRAPH_FORMATS, ROW_FORMATS, beside, prepared
from sayso.graph.export.series import write_series
from sayso.graph.export.writer import Notices
from sayso.graph.networks.around import Around
from sayso.graph.networks.making import NetworkWindow
from sayso.graph.networks.network import Network
from sayso.graph.statements.rows.filter import Filter
from sayso.ontology.errors import UsageError


def save_network(network: Network, path: Path, name: str | None = None) -> Notices:
    """Write a network to a file; return what the format could not hold. Raises UsageError for an unknown format.

    Where the format has no room to say where the network comes from, `PATH.origin.json` says it.
    """
    format = NETWORK_FORMATS[_chosen(NETWORK_FORMATS, path, name)]
    notices = _written(path, lambda output: format.writer.write(network, output))
    _write_beside(beside(network, format.name), path)
    return notices


def save_series(series: Iterable[NetworkWindow], path: Path, name: str) -> Notices:
    """Write networks over time to a zip; return what the format could not hold.

    Raises UsageError for an unknown format.
    """
    if name not in NETWORK_FORMATS:
        raise UsageError(f"{name}: this is no format of networks; there are {', '.join(NETWORK_FORMATS)}")
    return _written(path, lambda output: write_series(series, name, output))


def save_store(store: Any, path: Path, name: str | None = None, keep: Filter = Filter()) -> Notices:  # noqa: B008
    """Write what a store holds to a file, in any of the formats of `sayso export`; return what it could not hold.

    Raises UsageError for an unknown format.
    """
    chosen = _chosen({**ROW_FORMATS, **GRAPH_FORMATS, **NETWORK_FORMATS}, path, name)
    made = prepared(store, chosen, ExportOptions(around=Around(keep=keep)))
    notices = _written(path, made.write)
    _write_beside(made.beside, path)
    return notices


def _chosen(formats: Mapping[str, Format[Any]], path: Path, name: str | None) -> str:
    """Return the format that is named, or the first whose files have the ending of this one."""
    if name is not None and name in formats:
        return name
    ending = path.name.partition(".")[2] if name is None else ""
    while ending:
        for format in formats.values():
            if format.ending == ending:
                return format.name
        ending = ending.partition(".")[2]
    raise UsageError(f"{name or path.name}: no format has this name or ending; there are {', '.join(formats)}")


def _write_beside(told: Mapping[str, str], path: Path) -> None:
    if told:
        _written(path.with_name(f"{path.name}.{ORIGIN_FILE}"), lambda output: write_origin(told, output))


def _written(path: Path, write: Callable[[IO[bytes]], Notices]) -> Notices:
    with path.open("wb") as output:
        return write(output)
