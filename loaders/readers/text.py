"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.document import Document
from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import Reading, Source
from sayso.loaders.readers.rows_of_tables import DELIMITERS, tells_text
from sayso.loaders.readers.titles import first_line_title
from sayso.ontology.errors import RejectedInput

_HEAD = 4000


class TextReader:
    """The text is kept verbatim, its title line too: offsets hold for the file without its BOM."""

    def read(self, source: Source, options: ReadingOptions) -> Iterator[Reading]:
        """Yield the one article. Raises RejectedInput for what is too long, binary or in another encoding."""
        data = source.whole(options.max_bytes)
        refuse_binary(data, source.name)
        text = decode(data, source.name, options.encoding)
        if column := table_column(text):
            reason = f"this is a table, its column {column!a} holds texts; say --format csv"
            raise RejectedInput(source.name, reason)
        title = first_line_title(text)
        found = (("id", "the file's name"), ("text", "the file"), ("title", "its first line" if title else "its id"))
        yield Document(id=source.stem, text=text, title=title or source.stem, origin=source.name, found=found)


def table_column(text: str) -> str | None:
    """Return the column of texts of what is a table of articles and no article, None for all else."""
    first, _, rest = text[:_HEAD].partition("\n")
    for delimiter in DELIMITERS:
        cells = [cell.rstrip().strip('"') for cell in first.split(delimiter)]
        if any(cell.startswith(" ") for cell in cells):
            continue  # a comma of a sentence
        named = next((cell for cell in cells if tells_text(cell)), None)
        if named and len(cells) > 1 and delimiter in rest and all(len(cell.split()) <= 3 for cell in cells):
            return named
    return None
