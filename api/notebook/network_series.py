"""Networks over time: one for each window, with frames and a plot of their measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, overload

from sayso.api.notebook.drawing.chart import Chart, ChartLine
from sayso.api.notebook.frames import to_pandas, to_polars
from sayso.api.notebook.network import DrawnNetwork
from sayso.api.notebook.network_frames import edge_frame, node_frame, table_frame
from sayso.api.notebook.tables import counted
from sayso.graph.export.origin_file import told_origin
from sayso.graph.networks.making import NetworkWindow
from sayso.graph.networks.measures import measured
from sayso.graph.networks.network import AttributeValue
from sayso.graph.networks.summary import SUMMARY_FIELDS, summary
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    import pandas
    import polars

_LINES: Final = 8
_WINDOW: Final = ("window_start", "window_end")


@dataclass(frozen=True, slots=True, repr=False)
class NetworkSeries(Sequence[DrawnNetwork]):
    """The networks of windows of time, the earliest first; `windows` has the first and last day of each."""

    found: tuple[NetworkWindow, ...]
    networks: tuple[DrawnNetwork, ...]

    @property
    def windows(self) -> list[tuple[str, str]]:
        """The first and last day of each window."""
        return [(one.start.isoformat(), one.end.isoformat()) for one in self.found]

    def __len__(self) -> int:
        return len(self.networks)

    def __iter__(self) -> Iterator[DrawnNetwork]:
        return iter(self.networks)

    @overload
    def __getitem__(self, index: int) -> DrawnNetwork: ...
    @overload
    def __getitem__(self, index: slice) -> NetworkSeries: ...
    def __getitem__(self, index: int | slice) -> DrawnNetwork | NetworkSeries:
        if isinstance(index, slice):
            return NetworkSeries(self.found[index], self.networks[index])
        return self.networks[index]

    def df(self) -> pandas.DataFrame:
        """Return the edges of all windows as a DataFrame of pandas. Raises MissingExtra without pandas."""
        return to_pandas(edge_frame(self._told()), self._origin())

    def pl(self) -> polars.DataFrame:
        """Return the edges of all windows as a DataFrame of polars. Raises MissingExtra without polars."""
        return to_polars(edge_frame(self._told()))

    def nodes_df(self) -> pandas.DataFrame:
        """Return the nodes of all windows as a DataFrame of pandas, with their measures.

        Raises MissingExtra without pandas.
        """
        return to_pandas(node_frame(self._told(self._measured())), self._origin())

    def measures_df(self) -> pandas.DataFrame:
        """Return a row a window with the measures of its whole network. Raises MissingExtra without pandas."""
        rows = [(*window, *summary(one).values()) for window, one in zip(self.windows, self.networks, strict=True)]
        return to_pandas(table_frame((*_WINDOW, *SUMMARY_FIELDS), rows, SUMMARY_FIELDS), self._origin())

    def plot(self, measure: str = "ties", most: int = _LINES) -> Chart:
        """Draw a measure over time: of the whole network a line, of nodes a line for each of the `most` highest.

        Raises UsageError for a measure that there is not.
        """
        days = [start for start, _ in self.windows]
        if measure in SUMMARY_FIELDS:
            values = [float(summary(one)[measure]) for one in self.networks]
            return Chart(measure, days, (ChartLine(measure, tuple(values)),))
        found: dict[str, list[float | None]] = {}
        labels: dict[str, str] = {}
        every = self._measured()
        fields = {name for one in every for name, type in one.node_fields.items() if type in ("integer", "double")}
        if measure not in fields:
            raise UsageError(f"{measure!r} is no measure; there are {', '.join([*SUMMARY_FIELDS, *sorted(fields)])}")
        for number, network in enumerate(every):
            for node in network.nodes:
                labels[node.id] = node.label
                value = node.attributes.get(measure)
                found.setdefault(node.id, [None] * len(every))[number] = None if value is None else float(value)
        highest = sorted(found, key=lambda id: (-sum(value or 0 for value in found[id]), labels[id]))[:most]
        return Chart(measure, days, tuple(ChartLine(labels[id], tuple(found[id])) for id in highest))

    def save(self, path: str | Path, format: str = "graphml") -> tuple[str, ...]:
        """Write a zip with a file a window, in one of the formats of networks, and a table of their measures.

        Returns what the format could not hold. Raises UsageError for a format that there is not.
        """
        from sayso.api.notebook.saving import save_series

        return save_series(self.found, Path(path), format)

    def _measured(self) -> list[DrawnNetwork]:
        return [one if "degree" in one.node_fields else replace_network(one) for one in self.networks]

    def _origin(self) -> dict[str, str]:
        return told_origin(self.networks[0]) if self.networks else {}

    def _told(
        self, networks: Sequence[DrawnNetwork] | None = None
    ) -> list[tuple[dict[str, AttributeValue], DrawnNetwork]]:
        return [
            ({"window_start": start, "window_end": end}, one)
            for (start, end), one in zip(self.windows, networks or self.networks, strict=True)
        ]

    def __repr__(self) -> str:
        if not self.found:
            return "no window: nothing that counts has a date"
        title = self.networks[0].attributes.get("title", "Network")
        return f"{title}: {counted(len(self), len(self), 'window')}, {self.found[0].start} – {self.found[-1].end}"


def replace_network(network: DrawnNetwork) -> DrawnNetwork:
    """Return a network with the measures of its nodes."""
    found = measured(network)
    return replace(network, nodes=found.nodes, attributes=found.attributes, node_fields=found.node_fields)
