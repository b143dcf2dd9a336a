"""A network that draws itself in a notebook, and is saved in any of the formats of networks."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.api.notebook.asking import QuestionSource
from sayso.api.notebook.drawing.data import BUNDLE, MOST_NODES
from sayso.api.notebook.drawing.svg import HEIGHT, WIDTH, draw
from sayso.api.notebook.extras import needed
from sayso.api.notebook.frames import to_pandas, to_polars
from sayso.api.notebook.markup import escaped
from sayso.api.notebook.network_edge import NetworkEdge
from sayso.api.notebook.network_frames import edge_frame, matrix_frame, node_frame
from sayso.api.notebook.tables import counted
from sayso.graph.export.origin_file import told_origin
from sayso.graph.networks.network import Network
from sayso.ontology.errors import NotFoundError

if TYPE_CHECKING:
    import pandas
    import polars

    from sayso.api.notebook.widget import NetworkWidget


@dataclass(frozen=True, slots=True, repr=False)
class DrawnNetwork(Network):
    """A network with its picture: what a notebook shows where no widget runs. `store` is where its edges come from."""

    edges: tuple[NetworkEdge, ...] = ()
    store: QuestionSource | None = field(default=None, compare=False)

    @classmethod
    def of(cls, network: Network, store: QuestionSource | None = None) -> Self:
        """Return a network that draws itself, and whose edges open their statements in the store that they are of."""
        told = {one.name: getattr(network, one.name) for one in fields(Network)}
        told["edges"] = tuple(
            NetworkEdge(e.id, e.source, e.target, e.kind, e.weight, e.attributes, store) for e in network.edges
        )
        return cls(**told, store=store)

    def edge(self, one: str, other: str) -> NetworkEdge:
        """Return the edge between two nodes, by name or id; without directions in whichever order.

        Raises NotFoundError where there is none.
        """
        names = {node.id: {node.id, node.label} for node in self.nodes}
        for edge in self.edges:
            ends = names[edge.source], names[edge.target]
            if (one in ends[0] and other in ends[1]) or (not self.directed and one in ends[1] and other in ends[0]):
                return edge
        raise NotFoundError(f"no edge ties {one!r} and {other!r}; .df() lists them")

    def df(self) -> pandas.DataFrame:
        """Return the edges as a DataFrame of pandas, an edge a row. Raises MissingExtra without pandas."""
        return to_pandas(edge_frame([({}, self)]), told_origin(self))

    def pl(self) -> polars.DataFrame:
        """Return the edges as a DataFrame of polars. Raises MissingExtra without polars."""
        return to_polars(edge_frame([({}, self)]))

    def nodes_df(self) -> pandas.DataFrame:
        """Return the nodes as a DataFrame of pandas, ids first. Raises MissingExtra without pandas."""
        return to_pandas(node_frame([({}, self)]), told_origin(self))

    def matrix(self) -> pandas.DataFrame:
        """Return the weights as a square DataFrame, in two-mode networks with the first mode as rows.

        Raises MissingExtra without pandas.
        """
        return matrix_frame(self)

    def to_svg(self, width: int = WIDTH, height: int = HEIGHT) -> str:
        """Return a picture as SVG; no script, nothing from elsewhere."""
        return draw(self, width, height)

    def to_html(self, most: int = MOST_NODES) -> str:
        """Return one HTML file that holds all it needs: the network to walk around in, without a server or network."""
        from sayso.api.notebook.page import network_page

        return network_page(self, self.to_svg(), BUNDLE, most)

    def widget(self, height: int = 480, most: int = MOST_NODES) -> NetworkWidget:
        """Return the network to walk around in; its `selected` is the id of the node that was clicked.

        Raises MissingExtra without anywidget.
        """
        needed("anywidget", "notebook")
        from sayso.api.notebook.widget import NetworkWidget

        return NetworkWidget(self, self._repr_mimebundle_(), height=height, most=most)

    def save(self, path: str | Path, format: str | None = None) -> tuple[str, ...]:
        """Write the network to a file, in the format that its name ends in, or in `format` (gexf, svg …).

        Returns what the format could not hold as it is. Raises UsageError for a format that there is not.
        """
        from sayso.api.notebook.saving import save_network

        path = Path(path)
        kind = format or path.suffix.removeprefix(".")
        if kind in ("svg", "html"):
            path.write_text(self.to_svg() if kind == "svg" else self.to_html(), "utf-8")
            return ()
        return save_network(self, path, format)

    def __repr__(self) -> str:
        edges = counted(len(tuple(self.edges)), len(tuple(self.edges)), "edge")
        title = self.attributes.get("title", "Network")
        return f"{title}: {counted(len(self.nodes), len(self.nodes), 'node')}, {edges}"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        svg = self.to_svg()
        return {"text/plain": repr(self), "image/svg+xml": svg, "text/html": as_image(svg, repr(self))}


def as_image(svg: str, words: str) -> str:
    """Return a picture as an image of HTML: scripts do not run in it, and no sanitizer takes it apart."""
    told = base64.b64encode(svg.encode()).decode()
    return f'<img style="max-width:100%" alt="{escaped(words)}" src="data:image/svg+xml;base64,{told}">'
