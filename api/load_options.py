"""The options of `sayso load`, some of `sayso extract` too, each with the help that the command line shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for the standard input.")
]
FormatOption = Annotated[
    str | None, typer.Option(help="As text, html, jsonl, csv (docs/loading.md). Default: by each file's ending.")
]
EncodingOption = Annotated[str | None, typer.Option(help="The files' encoding. Default: UTF-8.")]
MetadataOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE.csv", help="Tells of texts: file,title,source,url,published,language."),
]
MapOption = Annotated[
    str | None,
    typer.Option("--map", metavar="FIELD=COLUMN,…", help="Where fields stand, as text=content,published=date."),
]
PublishedOption = Annotated[str | None, typer.Option(metavar="DATE", help="The date of articles that tell none.")]
LanguageOption = Annotated[
    str | None,
    typer.Option(metavar="TAG", help="The language of articles that tell none; en insists that all are English."),
]
IdPrefixOption = Annotated[str, typer.Option(metavar="TEXT", help="Is put before every article's id.")]
ReplaceOption = Annotated[bool, typer.Option("--replace", help="Let an article take another's place under one id.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Extract anew what has not changed.")]
JobsOption = Annotated[int | None, typer.Option(help="How many processes extract (or SAYSO_JOBS). Default: 1")]
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
