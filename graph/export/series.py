"""A network for each window of time, a file for each, in one zip."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import IO
from zipfile import ZipFile

from sayso.graph.export.archive import entry, forward
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network


def write_series(series: Iterable[tuple[date, date, Network]], name: str, output: IO[bytes]) -> Notices:
    """Write each network under its first and last day, in one of the formats of networks."""
    format = NETWORK_FORMATS[name]
    notices: Notices = ()
    empty = True
    with ZipFile(forward(output), "w") as archive:
        for start, end, network in series:
            empty = False
            with entry(archive, f"{start}_{end}.{format.ending}") as file:
                notices += format.writer.write(network, file)
    if empty:
        notices = ("no window: nothing that counts has a date (load with --published, or --metadata)",)
    return tuple(dict.fromkeys(notices))
