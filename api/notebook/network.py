"""A network that draws itself in a notebook, and is saved in any of the formats of networks."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso.api.notebook.drawing.data import BUNDLE, MOST_NODES
from sayso.api.notebook.drawing.svg import HEIGHT, WIDTH, draw
from sayso.api.notebook.extras import needed
from sayso.api.notebook.markup import escaped
from sayso.api.notebook.tables import counted
from sayso.graph.networks.network import Network

if TYPE_CHECKING:
    from sayso.api.notebook.widget import NetworkWidget


class DrawnNetwork(Network):
    """A network with its picture: what a notebook shows where no widget runs."""

    __slots__ = ()

    @classmethod
    def of(cls, network: Network) -> Self:
        """Return a network that draws itself."""
        return cls(
            network.nodes,
            tuple(network.edges),
            network.directed,
            network.attributes,
            network.node_fields,
            network.edge_fields,
        )

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
