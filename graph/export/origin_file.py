"""Where an export comes from, as a file beside it or inside a zip: snapshot, models, filters, a network's title."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Final
from zipfile import ZipFile

from sayso.graph.export.archive import entry
from sayso.graph.export.text import TextFile
from sayso.graph.export.writer import Notices
from sayso.graph.networks.network import Network
from sayso.graph.networks.origin import ORIGIN

ORIGIN_FILE: Final = "origin.json"


def write_origin(told: Mapping[str, str], output: IO[bytes]) -> Notices:
    """Write attributes as JSON."""
    file = TextFile(output)
    file.write(json.dumps(dict(told), ensure_ascii=False, indent=1) + "\n")
    return file.notices()


def add_origin(archive: ZipFile, network: Network) -> None:
    """Put the files of a network into a zip, where its origin is told."""
    if told_origin(network):
        with entry(archive, ORIGIN_FILE) as file:
            write_origin(network.attributes, file)


def told_origin(network: Network) -> dict[str, str]:
    """Return snapshot, models and filters of a network, as far as they are told."""
    return {name: network.attributes[name] for name in ORIGIN if network.attributes.get(name)}
