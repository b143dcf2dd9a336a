"""The options of `sayso load`, some of `sayso extract` too, each with the help that the command line shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.loaders.readers import ReadingOptions

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for the standard input.")
]
JobsOption = Annotated[int | None, typer.Option(help="How many processes extract (or SAYSO_JOBS). Default: 1")]
ReplaceOption = Annotated[bool, typer.Option("--replace", help="Let an article take another's place under one id.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Extract anew what has not changed.")]
MinConfidenceOption = Annotated[
    float | None, typer.Option(help="Keep statements at least so sure, 0 to 1 (or SAYSO_MIN_CONFIDENCE).")
]
KnownOption = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="People and bodies you know, as CSV or FollowTheMoney JSON lines."),
]
MaxCharactersOption = Annotated[
    int | None, typer.Option(help="The longest text of one article (or SAYSO_MAX_CHARACTERS).")
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="URL", help="Load into a running service, with the key in SAYSO_API_KEY."),
]
RejectsOption = Annotated[
    Path | None, typer.Option(metavar="FILE.jsonl", help="Gets every reject; the first hundred are shown anyway.")
]
FetchOption = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Inputs that are addresses are feeds: fetch them into this folder."),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show the first three articles as they would be loaded; load nothing.")
]
MetadataOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE.csv", help="Tells of texts: file,title,source,url,published,language."),
]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How files are read."""

    format: Annotated[
        str | None, typer.Option(help="As text, html, jsonl, csv (docs/loading.md). Default: by each file's ending.")
    ] = None
    encoding: Annotated[str | None, typer.Option(help="The files' encoding. Default: UTF-8.")] = None
    map: Annotated[
        str | None,
        typer.Option("--map", metavar="FIELD=COLUMN,…", help="Where fields stand, as text=content,published=date."),
    ] = None
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The date of articles that tell none.")] = None
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language of articles that tell none; en insists that all are English."),
    ] = None
    id_prefix: Annotated[str, typer.Option(metavar="TEXT", help="Is put before every article's id.")] = ""

    @property
    def insists_on_english(self) -> bool:
        """Whether all articles are said to be English, whatever they look like."""
        from sayso.loaders.language import is_english

        return is_english(self.language)

    def options(
        self, max_characters: int, fetch: Path | None, metadata: Path | None = None, rejects: Path | None = None
    ) -> ReadingOptions:
        """Return what the readers are told; raises UsageError for a map or a file of metadata that cannot be read."""
        from sayso.loaders.readers import ReadingOptions
        from sayso.loaders.readers.metadata import read_metadata
        from sayso.loaders.readers.options import field_map

        return ReadingOptions(
            format=self.format,
            encoding=self.encoding,
            metadata=read_metadata(metadata, self.encoding) if metadata else {},
            published=self.published,
            language=self.language,
            id_prefix=self.id_prefix,
            max_characters=max_characters,
            skip=tuple(str(path) for path in (metadata, rejects) if path is not None),
            mapped=field_map(self.map) if self.map else {},
            fetch=None if fetch is None else str(fetch),
        )
