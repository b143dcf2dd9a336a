"""GEXF 1.3 for Gephi and Gephi Lite, https://gexf.net/schema.html.

Gephi adds up the parallel edges of one `kind`, so each edge between the same two has a kind of its own: its act, and a
number from the second on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Final

from sayso.graph.export.colours import colour, place
from sayso.graph.export.nodes_edges import written
from sayso.graph.export.text import XmlFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import AttributeValue, Edge, Fields, Network, Node

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIMES: Final = ("start", "end")
# What has a place of its own.
_ELSEWHERE: Final = frozenset({*_TIMES, "label"})
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
        openings = Openings(file)
        for number, node in enumerate(content.nodes):
            _node(file, openings, node, number)
        file.write("</nodes>\n<edges>\n")
        told: dict[str, int] = {}
        seen: Counter[int] = Counter()
        for edge in content.edges:
            # A number for each text, and one for the three: of many pairs, texts would take several times the room.
            source, target, kind = (told.setdefault(one, len(told)) for one in (edge.source, edge.target, edge.kind))
            parallel = kind << 64 | source << 32 | target
            seen[parallel] += 1
            _edge(file, openings, edge, seen[parallel])
        file.write("</edges>\n</graph>\n</gexf>\n")
        return file.notices()


class Openings(dict[str, str]):
    """What stands before an attribute's value, by its name: made once for each, as a million values have a dozen names.

    Names that have a place of their own have none.
    """

    def __init__(self, file: XmlFile) -> None:
        super().__init__(dict.fromkeys(_ELSEWHERE, ""))
        self._file = file

    def __missing__(self, name: str) -> str:
        opening = self[name] = f"<attvalue for={self._file.attribute(name)} value="
        return opening


def _description(file: XmlFile, network: Network) -> str:
    told = "; ".join(f"{name}: {value}" for name, value in network.attributes.items())
    return f"<description>{file.text(told)}</description>" if told else ""


def _declare(file: XmlFile, of: str, fields: Fields) -> None:
    file.write(f'<attributes class="{of}">\n')
    for name, type in fields.items():
        if name not in _ELSEWHERE:
            file.write(f'<attribute id={file.attribute(name)} title={file.attribute(name)} type="{type}"/>\n')
    file.write("</attributes>\n")


def _node(file: XmlFile, openings: Openings, node: Node, number: int) -> None:
    # Where nothing is placed, Gephi strews nodes anywhere, and other tools draw all of them in one place.
    (x, y), (red, green, blue) = place(number), bytes.fromhex(colour(node.kind)[1:])
    file.write(
        f"<node id={file.attribute(node.id)} label={file.attribute(node.label)}{_time(node.attributes)}>"
        f"{_values(file, openings, 'kind', node.kind, node.attributes)}"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:position x="{x}" y="{y}" z="0.0"/></node>\n'
    )


def _edge(file: XmlFile, openings: Openings, edge: Edge, number: int) -> None:
    kind = f"{edge.kind} {number}" if number > 1 else edge.kind
    label = edge.attributes.get("label", edge.kind)
    quoted = file.attribute
    file.write(
        f"<edge id={quoted(edge.id)} source={quoted(edge.source)} target={quoted(edge.target)}"
        f' kind={quoted(kind)} label={quoted(str(label))} weight="{edge.weight!r}"{_time(edge.attributes)}>'
        f"{_values(file, openings, 'act_or_kind', edge.kind, edge.attributes)}</edge>\n"
    )


def _time(attributes: Mapping[str, AttributeValue]) -> str:
    days = [(name, attributes[name]) for name in _TIMES if name in attributes]
    return "".join([f' {name}="{day}"' for name, day in days if isinstance(day, str) and _DAY.fullmatch(day)])


def _values(file: XmlFile, openings: Openings, first: str, kind: str, attributes: Mapping[str, AttributeValue]) -> str:
    quoted = file.attribute
    # What an attribute of the same name as the kind tells stands in its place.
    told = {first: kind, **attributes}
    values = [
        f"{opening}{quoted(value if isinstance(value, str) else written(value))}/>"
        for name, value in told.items()
        if (opening := openings[name])
    ]
    return f"<attvalues>{''.join(values)}</attvalues>"
