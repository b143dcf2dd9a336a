"""`sayso review`: which statements need a person's eye, what a person decided about them, and that as training data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.api.console import print_json, print_table, say, tell_cut
from sayso.api.grouped import grouped
from sayso.api.identity import ByOption
from sayso.api.judging import Judging, judge, judge_of, new_position, span, stance_of, tell_review
from sayso.api.options import JsonOption, LimitOption, StoreOption, most
from sayso.api.stores import to_judge, to_read
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import place_of

review = typer.Typer(
    name="review",
    help="""Decide about statements: accept, reject or correct them, for every later load too.

    \b
    sayso review queue                         the most doubtful ones
    sayso review reject 104-180.97-101         an end of its IRI is enough
    sayso review correct 104-180.97-101 --speaker "Sergei Lavrov" --act deny
    sayso review add summit-1 --content 9-42 --act deny   one that was not found
    sayso review list                          what was decided
    sayso review export --output reviews.jsonl as training data
    """,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement: its IRI, id, or an end of it.")]
_Speakers = Annotated[
    list[str] | None, typer.Option(metavar="ACTOR", help="Who speaks: name, id or IRI; several times for several.")
]
_About = Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Whom the words are about.")]
_New = Annotated[bool, typer.Option("--new", help="An actor that the store does not know is a person, and new.")]
_Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: its identifier, id or IRI.")]
_Id = Annotated[str, typer.Argument(metavar="REVIEW", help="A review's id, as `sayso review list` shows it.")]
_LIST = ("verdict", "by", "day", "words", "corrected", "note", "takenBack", "id")


@review.command("queue")
def queue_(
    store: StoreOption = None,
    limit: LimitOption = None,
    below: Annotated[float, typer.Option(min=0, max=1, help="Those less sure than this, and those with a sign.")] = 0.8,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Of one article.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List statements that nobody reviewed yet, the most doubtful first."""
    values = {"below": str(below), "article": article or ""}
    rows, total = _asked(store, "doubtful", values, most(limit, as_json))
    if as_json:
        print_json(rows)
        return
    for row in rows:
        row["id"] = place_of(row["statement"])
    print_table(("doubt", "signs", "speaker", "act", "words", "id"), rows, evidence="sentence")
    say(f"{len(rows):,} statement{'s' * (len(rows) != 1)}; sayso review accept, reject or correct ID decides")
    tell_cut(len(rows), total)


@review.command()
@grouped
def accept(
    statement: _Statement,
    *,
    store: StoreOption = None,
    judging: Judging,
) -> None:
    """Judge that a statement is right as it stands."""
    judge(store, statement, judging, "accept")


@review.command()
@grouped
def reject(
    statement: _Statement,
    *,
    store: StoreOption = None,
    judging: Judging,
) -> None:
    """Judge that there is no such statement: it leaves the answers, until the review is taken back."""
    judge(store, statement, judging, "reject")


@review.command()
@grouped
def correct(
    statement: _Statement,
    *,
    store: StoreOption = None,
    speaker: _Speakers = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="It is not told who speaks.")] = False,
    about: _About = None,
    about_nobody: Annotated[bool, typer.Option("--about-nobody", help="They are about nobody named.")] = False,
    act: Annotated[str | None, typer.Option(help="What the words do: state, deny, demand …")] = None,
    form: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    content: Annotated[
        list[str] | None, typer.Option(metavar="FROM-TO", help="Where the words stand: code points of the text.")
    ] = None,
    stance: Annotated[
        list[str] | None, typer.Option(metavar="POSITION=STANCE", help="for, against, or none where there is none.")
    ] = None,
    new: _New = False,
    judging: Judging,
) -> None:
    """Put right values in the place of those that were extracted.

    \b
    sayso review correct 104-180.97-101 --speaker "Sergei Lavrov" --about NATO --about Ukraine
    sayso review correct 104-180.97-101 --content 104-120 --content 130-180
    """
    values: dict[str, Any] = {"act": act, "form": form, "new": new}
    for word, actors, none in (("speakers", speaker, nobody), ("about", about, about_nobody)):
        if actors and none:
            raise UsageError(f"{word}: either somebody or nobody")
        values[word] = [] if none else actors
    values["content"] = [span(one) for one in content] if content else None
    values["stances"] = dict(stance_of(one) for one in stance) if stance else None
    judge(store, statement, judging, "correct", **values)


@review.command()
@grouped
def add(
    article: _Article,
    *,
    content: Annotated[
        list[str], typer.Option(metavar="FROM-TO", help="Where the words stand: code points of the text.")
    ],
    act: Annotated[str, typer.Option(help="What the words do: state, deny, demand …")],
    store: StoreOption = None,
    cue: Annotated[list[str] | None, typer.Option(metavar="FROM-TO", help="What introduces them.")] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="FROM-TO", help="Where the speaker is named or meant.")
    ] = None,
    speaker: _Speakers = None,
    about: _About = None,
    form: Annotated[str, typer.Option(help="direct, indirect or mixed.")] = "indirect",
    position: Annotated[
        list[str] | None, typer.Option(metavar="STANCE:FROM-TO", help="The speaker is for or against these words.")
    ] = None,
    new: _New = False,
    judging: Judging,
) -> None:
    """Add a statement that was not found; a later load that finds it keeps to what you say of it.

    \b
    sayso review add summit-1 --content 104-180 --cue 97-101 --speaker "Sergei Lavrov" --act deny
    """
    if position and len(speaker or ()) != 1:
        raise UsageError("--position: with one --speaker, who holds it")
    values: dict[str, Any] = {"act": act, "form": form, "speakers": speaker, "about": about, "new": new}
    for word, spans in (("content", content), ("cue", cue), ("source", source)):
        values[word] = [span(one, word) for one in spans or ()]
    if position:
        values["positions"] = [new_position(one) for one in position]
    judge(store, "", judging, "add", article=article, **values)


@review.command()
def undo(id_: _Id, store: StoreOption = None, by: ByOption = None, as_json: JsonOption = False) -> None:
    """Take a review back: what it changed is as it was extracted. The review is kept, with who took it back."""
    from sayso.loaders.writer.reviews import take_back_review

    with to_judge(store) as opened:
        made = take_back_review(opened, by=judge_of(by), id=id_)
        tell_review(made, as_json)


@review.command()
def done(
    article: _Article,
    store: StoreOption = None,
    go_on: Annotated[bool, typer.Option("--go-on", help="Not done after all.")] = False,
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Be done with coding an article apart; coders who are both done can be compared: sayso agreement --coder."""
    from sayso.loaders.writer.reviews import finish_coding

    with to_judge(store) as opened:
        told = finish_coding(opened, by=judge_of(by), article=article, done=not go_on)
        if as_json:
            print_json(told)
        else:
            say(f"{judge_of(by)} {'goes on with' if go_on else 'is done with'} {article}")


@review.command("list")
def list_(
    store: StoreOption = None,
    limit: LimitOption = None,
    verdict: Annotated[str | None, typer.Option(help="Only those: accept, reject, correct or add.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List what was decided, the latest first."""
    rows, total = _asked(store, "reviews", {"verdict": verdict or ""}, most(limit, as_json))
    if as_json:
        print_json(rows)
        return
    for row in rows:
        row["id"] = row["review"].rpartition("/")[2]
    print_table(_LIST, rows)
    tell_cut(len(rows), total)


@review.command()
def export(
    store: StoreOption = None,
    output: Annotated[Path | None, typer.Option(help="The file to write. Default: the standard output.")] = None,
    taken_back: Annotated[bool, typer.Option("--taken-back", help="Also those that were taken back.")] = False,
) -> None:
    """Write the reviews as training data: JSON Lines, with offsets (code points) into the text that was reviewed."""
    from sayso.graph.answers.training import training_lines

    with to_read(store) as opened:
        lines = training_lines(opened, taken_back=taken_back)
        if output is None:
            sys.stdout.writelines(f"{line}\n" for line in lines)
        else:
            output.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _asked(
    folder: Path | None, query: str, values: dict[str, str], limit: int | None
) -> tuple[list[dict[str, str]], int]:
    """Return the rows of a query, at most so many, and how many there are."""
    from sayso.graph.actors.resolver import with_actors
    from sayso.graph.store.asking import count_rows
    from sayso.graph.store.solutions import Table
    from sayso.queries.catalogue import bind, get

    with to_read(folder) as opened:
        given = with_actors(opened, get(query), values)
        answer = opened.query(bind(get(query), {**given, "limit": str(limit or 0)}))
        rows = list(answer.records()) if isinstance(answer, Table) else []
        return rows, count_rows(opened, get(query), given) if len(rows) == limit else len(rows)
