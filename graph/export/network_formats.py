"""The formats of networks, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sayso.graph.export.cx2 import Cx2
from sayso.graph.export.cyjs import Cyjs
from sayso.graph.export.d3 import D3
from sayso.graph.export.dot import DotFile
from sayso.graph.export.edge_list import EdgeList
from sayso.graph.export.format import Format
from sayso.graph.export.gexf import Gexf
from sayso.graph.export.graphml import GraphMl
from sayso.graph.export.graphml_yed import GraphMlYed
from sayso.graph.export.graphology import Graphology
from sayso.graph.export.matrix import MatrixFile
from sayso.graph.export.neo4j import Neo4j
from sayso.graph.export.nodes_edges import NodesEdges
from sayso.graph.export.obsidian import Obsidian
from sayso.graph.export.pajek import Pajek
from sayso.graph.export.ucinet import Ucinet
from sayso.graph.networks.network import Network

_JSON: Final = "application/json"
_ZIP: Final = "application/zip"
_CSV: Final = "text/csv"

NETWORK_FORMATS: Final[Mapping[str, Format[Network]]] = MappingProxyType(
    {
        format.name: format
        for format in (
            Format("gexf", "gexf", "application/gexf+xml", "Gephi, Gephi Lite", Gexf()),
            Format("graphml", "graphml", "application/graphml+xml", "networkx, igraph, visone, Cytoscape", GraphMl()),
            Format("graphml-yed", "graphml", "application/graphml+xml", "yEd", GraphMlYed()),
            Format("cyjs", "cyjs", _JSON, "Cytoscape, Cytoscape.js", Cyjs()),
            Format("cx2", "cx2", _JSON, "Cytoscape, NDEx", Cx2()),
            Format("graphology", "json", _JSON, "sigma, Gephi Lite", Graphology()),
            Format("d3", "json", _JSON, "D3", D3()),
            Format("dot", "dot", "text/vnd.graphviz", "Graphviz", DotFile()),
            Format("pajek", "net", "text/plain", "Pajek", Pajek()),
            Format("ucinet", "dl", "text/plain", "UCINET", Ucinet(), notes=False),
            Format("neo4j", "zip", _ZIP, "Neo4j", Neo4j()),
            Format("nodes-edges", "zip", _ZIP, "Gephi, spreadsheets, R", NodesEdges()),
            Format("edges", "csv", _CSV, "spreadsheets, R, pandas", EdgeList(), notes=False),
            Format("matrix", "csv", _CSV, "R, UCINET, spreadsheets, pandas", MatrixFile(), notes=False),
            Format("obsidian", "zip", _ZIP, "Obsidian", Obsidian()),
        )
    }
)
