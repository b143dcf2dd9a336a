"""What a user may tell the readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.loaders.readers.fields import FIELDS
from sayso.ontology.errors import UsageError

MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text


@dataclass(frozen=True, slots=True)
class FileMetadata:
    """What a row of a metadata file tells of one article file; `where` is the row, for messages."""

    where: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """`format` and `encoding` overrule what a file's ending and its bytes say.

    `metadata` goes over what a file says of itself, by the file's name or path; `published` and `language` hold for
    articles that tell none. `id_prefix` is put before every identifier. `max_characters` limits one article's text.
    `skip` names files in a folder that are no articles, as the metadata file itself. `mapped` names for fields the
    columns of tables and the places in records where they stand, instead of the known ones. `fetch` is the folder into
    which feeds are fetched, None where nothing may be.
    """

    format: str | None = None
    encoding: str | None = None
    metadata: Mapping[str, FileMetadata] = field(default_factory=dict)
    published: str | None = None
    language: str | None = None
    id_prefix: str = ""
    max_characters: int = MAX_CHARACTERS
    skip: tuple[str, ...] = ()
    mapped: Mapping[str, str] = field(default_factory=dict)
    fetch: str | None = None

    @property
    def max_bytes(self) -> int:
        """How many bytes one article may take: four a character at most in any Unicode encoding, and some frame."""
        return 4 * self.max_characters + 1_000_000


def field_map(text: str) -> dict[str, str]:
    """Read "text=content,published=date" as fields and the names of their columns. Raises UsageError else."""
    found: dict[str, str] = {}
    for pair in text.split(","):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column or name not in FIELDS:
            raise UsageError(f"--map {pair.strip()}: write FIELD=COLUMN; the fields are {', '.join(FIELDS)}")
        if name in found:
            raise UsageError(f"--map {pair.strip()}: {name} is mapped a second time; leave one")
        found[name] = column
    return found
