"""GraphML as yEd draws it: boxes with their labels, arrows coloured and dashed by stance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.colours import colour, place, stance_of
from sayso.graph.export.graphml import write_graphml
from sayso.graph.export.text import XmlFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Edge, Network, Node

_HEAD: Final = ' xmlns:y="http://www.yworks.com/xml/graphml"'
_KEYS: Final = (
    '<key id="drawn" for="node" yfiles.type="nodegraphics"/>\n<key id="line" for="edge" yfiles.type="edgegraphics"/>\n'
)
# Signs are told by the dash too, not by colour alone.
_LINES: Final = {"for": ("#1b7837", "line"), "against": ("#b2182b", "dashed"), "": ("#666666", "line")}
# Pixels.
_CHARACTER: Final = 8
_APART: Final = 12


@dataclass(frozen=True, slots=True)
class GraphMlYed:
    """Nodes begin on a spiral; one of yEd's layouts arranges them better."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network with its drawing."""
        return write_graphml(content, XmlFile(output), _HEAD, _KEYS, _node, _edge)


def _node(file: XmlFile, node: Node, number: int) -> str:
    x, y = (_APART * one for one in place(number))
    width = 30 + _CHARACTER * min(len(node.label), 40)
    return (
        f'<data key="drawn"><y:ShapeNode><y:Geometry height="30.0" width="{width}.0" x="{x:.1f}" y="{y:.1f}"/>'
        f'<y:Fill color="{colour(node.kind)}" transparent="false"/>'
        '<y:BorderStyle color="#000000" type="line" width="1.0"/>'
        f'<y:NodeLabel>{file.text(node.label)}</y:NodeLabel><y:Shape type="roundrectangle"/></y:ShapeNode></data>'
    )


def _edge(file: XmlFile, edge: Edge) -> str:
    line, dash = _LINES[stance_of(edge)]
    return (
        f'<data key="line"><y:PolyLineEdge><y:LineStyle color="{line}" type="{dash}" width="1.0"/>'
        f'<y:Arrows source="none" target="standard"/><y:EdgeLabel>{file.text(edge.kind)}</y:EdgeLabel>'
        "</y:PolyLineEdge></data>"
    )
