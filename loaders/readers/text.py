"""Plain text: one article a file, or the several of a download."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.loaders.readers.decoding import decode, refuse_binary
from sayso.loaders.readers.downloads import articles_of
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.rows_of_tables import DELIMITERS, tells_text
from sayso.ontology.errors import RejectedInput

_HEAD = 4000


class TextReader:
    """The text is kept verbatim, its title line too: offsets hold for the file without its BOM."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the one article. Raises RejectedInput for what is too long, binary or in another encoding."""
        data = source.whole(options.max_bytes)
        refuse_binary(data, source.name)
        text = decode(data, source.name, options.encoding)
        if column := table_column(text):
            reason = f"this is a table, its column {column!r} holds texts; say --format csv"
            raise RejectedInput(source.name, reason)
        yield from articles_of(text, source)


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
