"""Writers: one method each; what they had to change is told, never hidden."""

from __future__ import annotations

from typing import IO, Protocol

# Lines for the user, each a change that the format forced; none where all is verbatim.
type Notices = tuple[str, ...]


class Writer[Content](Protocol):
    """Writes content of one kind (rows, a network, a store) in one format."""

    def write(self, content: Content, output: IO[bytes]) -> Notices:
        """Write it all, in an order that depends on nothing but the content; say what the format cannot hold."""
        ...
