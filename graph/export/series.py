"""A network for each window of time, a file for each, in one zip."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO
from zipfile import ZipFile

from sayso.graph.export.archive import entry, forward
from sayso.graph.export.network_formats import NETWORK_FORMATS
from sayso.graph.export.nodes_edges import write_table
from sayso.graph.export.origin_file import add_origin
from sayso.graph.export.writer import Notices
from sayso.graph.networks.making import NetworkWindow
from sayso.graph.networks.network import AttributeValue, Network
from sayso.graph.networks.summary import SUMMARY_FIELDS, summary


def write_series(series: Iterable[NetworkWindow], name: str, output: IO[bytes]) -> Notices:
    """Write each network under its first and last day, in one of the formats of networks.

    Where measures were asked for, `windows.csv` has those of each whole network; where the format has no room for it,
    `origin.json` tells where they come from.
    """
    format = NETWORK_FORMATS[name]
    notices: Notices = ()
    table: list[list[AttributeValue]] = [["window_start", "window_end", *SUMMARY_FIELDS]]
    last: Network | None = None
    with ZipFile(forward(output), "w") as archive:
        for one in series:
            last = one.network
            if "degree" in last.node_fields:
                table.append([one.start.isoformat(), one.end.isoformat(), *summary(last).values()])
            with entry(archive, f"{one.start}_{one.end}.{format.ending}") as file:
                notices += format.writer.write(last, file)
        if len(table) > 1:
            with entry(archive, "windows.csv") as file:
                write_table(file, table)
        if last is not None and not format.notes:
            add_origin(archive, last)
    if last is None:
        notices = ("no window: nothing that counts has a date (load with --published, or --metadata)",)
    return tuple(dict.fromkeys(notices))
