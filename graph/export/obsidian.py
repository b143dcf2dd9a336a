"""An Obsidian vault: a note for each node with its attributes, and links to those it is tied to."""

from __future__ import annotations

import re
import tempfile
from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import IO, Final
from zipfile import ZipFile

from sayso.graph.export.archive import FileNames, entry, forward
from sayso.graph.export.json_parts import JsonPart, dumped
from sayso.graph.export.labels import one_line
from sayso.graph.export.origin_file import add_origin
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Edge, Network, Node

_FOLDER: Final = "SaySo"
# What Markdown, Obsidian's links and tags, HTML and mathematics begin with.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$%=!^&:()+-])")
_UNREADABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\\]+")


@dataclass(frozen=True, slots=True)
class Obsidian:
    """Texts of articles are escaped: they make no links, tags, pictures or scripts."""

    def write(self, content: Network, output: IO[bytes]) -> Notices:
        """Write a note for each node into a zip; the lines wait in a temporary file, their places in memory."""
        names = FileNames()
        files = {node.id: names.take(node.label) for node in content.nodes}
        labels = {node.id: node.label for node in content.nodes}
        with tempfile.TemporaryFile() as lines, ZipFile(forward(output), "w") as archive:
            waiting = TextFile(lines)
            leaving: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
            for edge in content.edges:
                leaving[edge.source].append(lines.tell())
                waiting.write(_line(edge, files[edge.target], labels[edge.target]))
                if not content.directed and edge.source != edge.target:
                    leaving[edge.target].append(lines.tell())
                    waiting.write(_line(edge, files[edge.source], labels[edge.source]))
            for node in content.nodes:
                with entry(archive, f"{_FOLDER}/{files[node.id]}.md") as opened:
                    file = TextFile(opened)
                    file.write(_front(node))
                    for place in leaving[node.id]:
                        lines.seek(place)
                        opened.write(lines.readline())
                    waiting.replaced += file.replaced
            add_origin(archive, content)
        return waiting.notices()


def _front(node: Node) -> str:
    told: dict[str, JsonPart] = {"aliases": [node.label], "kind": node.kind, "iri": node.id, **node.attributes}
    lines = "".join(f"{name}: {_yaml(value)}\n" for name, value in told.items())
    return f"---\n{lines}---\n\n# {escaped(node.label)}\n\n"


def _yaml(value: JsonPart) -> str:
    # JSON is YAML but for what YAML takes for the end of a line, or cannot be read.
    return _UNREADABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", dumped(value))


def _line(edge: Edge, file: str, label: str) -> str:
    told = edge.attributes
    parts = [f"- **{escaped(edge.kind) or 'tied to'}** [[{file}|{shown(label)}]]"]
    if edge.weight != 1:
        parts.append(f"× {edge.weight:g}")
    parts += [str(told[name]) for name in ("stance", "start") if name in told]
    if words := told.get("words", told.get("sentence")):
        parts.append(escaped(str(words)))
    address = str(told.get("url", ""))
    if _ADDRESS.fullmatch(address):
        parts.append(f"[source](<{address}>)")
    return " · ".join(parts) + "\n"


def shown(label: str) -> str:
    """Return what a link shows: its text cannot be escaped, so that brackets and bars become others."""
    return one_line(label).translate(str.maketrans("[]|", "()∣"))


def escaped(text: str) -> str:
    """Return text as Markdown shows it verbatim, on one line."""
    return _MARKUP.sub(r"\\\1", one_line(text))
