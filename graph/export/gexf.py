"""GEXF 1.3 for Gephi and Gephi Lite, https://gexf.net/schema.html.

Gephi adds up the parallel edges of one `kind`, so each edge between the same two has a kind of its own: its act, and a
number from the second on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.colours import colour, place
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import XmlFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIMES: Final = ("start", "end")
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
)


@dataclass(frozen=True, slots=True)
class Gexf:
    """Days become the time in which a node or an edge is there; all else becomes attributes."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write the network; edges are written as they are read."""
        file = XmlFile(output)
        timed = "start" in content.edge_fields or "start" in content.node_fields
        direction = "directed" if content.directed else "undirected"
        time = ' mode="dynamic" timeformat="date" timerepresentation="interval"' if timed else ' mode="static"'
        file.write(_HEAD)
        file.write(f"<meta><creator>SaySo</creator>{_description(file, content)}</meta>\n")
        file.write(f'<graph defaultedgetype="{direction}" idtype="string"{time}>\n')
        _declare(file, "node", {"kind": "string", **content.node_fields})
        _declare(file, "edge", {"act_or_kind": "string", **content.edge_fields})
        file.write("<nodes>\n")
        for number, node in enumerate(content.nodes):
            _node(file, node, number)
        file.write("</nodes>\n<edges>\n")
        seen: Counter[tuple[str, str, str]] = Counter()
        for edge in content.edges:
            seen[edge.source, edge.target, edge.kind] += 1
            _edge(file, edge, seen[edge.source, edge.target, edge.kind])
        file.write("</edges>\n</graph>\n</gexf>\n")
        return file.notices()


def _description(file: XmlFile, network: Network) -> str:
    told = "; ".join(f"{name}: {value}" for name, value in network.attributes.items())
    return f"<description>{file.text(told)}</description>" if told else ""


def _declare(file: XmlFile, of: str, fields: Fields) -> None:
    file.write(f'<attributes class="{of}">\n')
    for name, type in fields.items():
        if name not in _TIMES and name != "label":
            file.write(f'<attribute id={file.attribute(name)} title={file.attribute(name)} type="{type}"/>\n')
    file.write("</attributes>\n")


def _node(file: XmlFile, node: Node, number: int) -> None:
    file.write(f"<node id={file.attribute(node.id)} label={file.attribute(node.label)}{_time(node.attributes)}>")
    _values(file, {"kind": node.kind, **node.attributes})
    # Where nothing is placed, Gephi strews nodes anywhere, and other tools draw all of them in one place.
    (x, y), (red, green, blue) = place(number), bytes.fromhex(colour(node.kind)[1:])
    file.write(f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:position x="{x}" y="{y}" z="0.0"/></node>\n')


def _edge(file: XmlFile, edge: Edge, number: int) -> None:
    kind = f"{edge.kind} {number}" if number > 1 else edge.kind
    label = edge.attributes.get("label", edge.kind)
    file.write(
        f"<edge id={file.attribute(edge.id)} source={file.attribute(edge.source)} target={file.attribute(edge.target)}"
        f' kind={file.attribute(kind)} label={file.attribute(str(label))} weight="{edge.weight!r}"'
        f"{_time(edge.attributes)}>"
    )
    _values(file, {"act_or_kind": edge.kind, **edge.attributes})
    file.write("</edge>\n")


def _time(attributes: Mapping[str, AttributeValue]) -> str:
    days = ((name, attributes.get(name)) for name in _TIMES)
    return "".join(f' {name}="{day}"' for name, day in days if isinstance(day, str) and _DAY.fullmatch(day))


def _values(file: XmlFile, attributes: Mapping[str, AttributeValue]) -> None:
    told: Iterable[tuple[str, AttributeValue]] = (
        (name, value) for name, value in attributes.items() if name not in _TIMES and name != "label"
    )
    values = (f"<attvalue for={file.attribute(name)} value={file.attribute(written(value))}/>" for name, value in told)
    file.write(f"<attvalues>{''.join(values)}</attvalues>")
