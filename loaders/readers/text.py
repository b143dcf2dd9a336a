"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.document import Document
from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import Reading, Source
from sayso.loaders.readers.titles import first_line_title


class TextReader:
    """The text is kept verbatim, its title line too: offsets hold for the file without its BOM."""

    def read(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """Yield the one article. Raises RejectedInput for what is too long, binary or in another encoding."""
        data = source.whole(options.max_bytes)
        refuse_binary(data, source.name)
        text = decode(data, source.name, options.encoding)
        yield Document(id=source.stem, text=text, title=first_line_title(text) or source.stem, origin=source.name)
