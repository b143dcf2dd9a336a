"""`sayso review`: which statements need a person's eye, what a person decided about them, and that as training data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.api.console import print_json, print_table, say, tell_cut
from sayso.api.identity import ByOption, WhyOption, account
from sayso.api.options import JsonOption, LimitOption, StoreOption, most
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import place_of

if TYPE_CHECKING:
    from sayso.graph.answers.telling import CorrectedValue, ReviewEntry
    from sayso.graph.store.store import Store

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
_Apart = Annotated[
    bool, typer.Option("--apart", help="As your own coding: it changes nothing, and no other coder sees it.")
]
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
def accept(
    statement: _Statement,
    store: StoreOption = None,
    apart: _Apart = False,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge that a statement is right as it stands."""
    _decide(store, statement, by, why, as_json, verdict="accept", apart=apart)


@review.command()
def reject(
    statement: _Statement,
    store: StoreOption = None,
    apart: _Apart = False,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge that there is no such statement: it leaves the answers, until the review is taken back."""
    _decide(store, statement, by, why, as_json, verdict="reject", apart=apart)


@review.command()
def correct(
    statement: _Statement,
    store: StoreOption = None,
    speaker: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR", help="Who speaks: name, id or IRI; several times for several.")
    ] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="It is not told who speaks.")] = False,
    about: Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Whom the words are about.")] = None,
    about_nobody: Annotated[bool, typer.Option("--about-nobody", help="They are about nobody named.")] = False,
    act: Annotated[str | None, typer.Option(help="What the words do: state, deny, demand …")] = None,
    form: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    content: Annotated[
        list[str] | None, typer.Option(metavar="FROM-TO", help="Where the words stand: code points of the text.")
    ] = None,
    stance: Annotated[
        list[str] | None, typer.Option(metavar="POSITION=STANCE", help="for, against, or none where there is none.")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="An actor that the store does not know is a person, and new.")
    ] = False,
    apart: _Apart = False,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
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
    values["content"] = [_span(one) for one in content] if content else None
    values["stances"] = dict(_stance(one) for one in stance) if stance else None
    _decide(store, statement, by, why, as_json, verdict="correct", apart=apart, **values)


@review.command()
def add(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: its identifier, id or IRI.")],
    content: Annotated[
        list[str], typer.Option(metavar="FROM-TO", help="Where the words stand: code points of the text.")
    ],
    act: Annotated[str, typer.Option(help="What the words do: state, deny, demand …")],
    store: StoreOption = None,
    cue: Annotated[list[str] | None, typer.Option(metavar="FROM-TO", help="What introduces them.")] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="FROM-TO", help="Where the speaker is named or meant.")
    ] = None,
    speaker: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR", help="Who speaks: name, id or IRI; several times for several.")
    ] = None,
    about: Annotated[list[str] | None, typer.Option(metavar="ACTOR", help="Whom the words are about.")] = None,
    form: Annotated[str, typer.Option(help="direct, indirect or mixed.")] = "indirect",
    position: Annotated[
        list[str] | None, typer.Option(metavar="STANCE:FROM-TO", help="The speaker is for or against these words.")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="An actor that the store does not know is a person, and new.")
    ] = False,
    apart: _Apart = False,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a statement that was not found; a later load that finds it keeps to what you say of it.

    \b
    sayso review add summit-1 --content 104-180 --cue 97-101 --speaker "Sergei Lavrov" --act deny
    """
    if position and len(speaker or ()) != 1:
        raise UsageError("--position: with one --speaker, who holds it")
    values: dict[str, Any] = {"act": act, "form": form, "speakers": speaker, "about": about, "new": new}
    for word, spans in (("content", content), ("cue", cue), ("source", source)):
        values[word] = [_span(one, word) for one in spans or ()]
    if position:
        values["positions"] = [_new_position(one) for one in position]
    _decide(store, "", by, why, as_json, verdict="add", article=article, apart=apart, **values)


@review.command()
def undo(id_: _Id, store: StoreOption = None, by: ByOption = None, as_json: JsonOption = False) -> None:
    """Take a review back: what it changed is as it was extracted. The review is kept, with who took it back."""
    from sayso.loaders.writer.reviews import take_back_review

    with _writing(store) as opened:
        made = take_back_review(opened, by=_by(by), id=id_)
        _tell(made, as_json)


@review.command()
def done(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article: its identifier, id or IRI.")],
    store: StoreOption = None,
    go_on: Annotated[bool, typer.Option("--go-on", help="Not done after all.")] = False,
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Be done with coding an article apart; coders who are both done can be compared: sayso agreement --coder."""
    from sayso.loaders.writer.reviews import finish_coding

    with _writing(store) as opened:
        told = finish_coding(opened, by=_by(by), article=article, done=not go_on)
        if as_json:
            print_json(told)
        else:
            say(f"{_by(by)} {'goes on with' if go_on else 'is done with'} {article}")


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
    from sayso.api.settings import read_settings
    from sayso.graph.answers.training import training_lines
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        lines = training_lines(opened, taken_back=taken_back)
        if output is None:
            sys.stdout.writelines(f"{line}\n" for line in lines)
        else:
            output.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _decide(
    store: Path | None, statement: str, by: str | None, why: str, as_json: bool, *, new: bool = False, **given: Any
) -> None:
    from sayso.graph.reviews.naming import reviewed_statement
    from sayso.graph.statements.explanation import find_statement
    from sayso.loaders.writer.reviews import review as decide

    with _writing(store) as opened:
        values = {name: value for name, value in given.items() if value is not None}
        if statement:
            found = reviewed_statement(opened, statement) or find_statement(opened, statement)
            values["statement"] = found.value
        for word in ("speakers", "about"):
            if new and word in values:
                values[word] = [_known_or_new(opened, actor) for actor in values[word]]
        if positions := values.get("positions"):
            [holder] = values["speakers"]
            values["positions"] = [{**one, "holder": holder} for one in positions]
        _tell(decide(opened, by=_by(by), note=why, **values), as_json)


def _known_or_new(store: Store, actor: str) -> Any:
    from sayso.graph.actors.lookup import find_actor
    from sayso.ontology.errors import NotFoundError

    try:
        return find_actor(store, actor).value
    except NotFoundError:
        return {"name": actor, "kind": "person"}


def _writing(folder: Path | None) -> Store:
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store

    settings = read_settings(store=folder)
    Store.open(settings.store, read_only=True, base=settings.base).close()  # to judge in, no store is made
    return Store.open(settings.store, base=settings.base)


def _asked(
    folder: Path | None, query: str, values: dict[str, str], limit: int | None
) -> tuple[list[dict[str, str]], int]:
    """Return the rows of a query, at most so many, and how many there are."""
    from sayso.api.settings import read_settings
    from sayso.graph.actors.resolver import with_actors
    from sayso.graph.store.asking import count_rows
    from sayso.graph.store.solutions import Table
    from sayso.graph.store.store import Store
    from sayso.queries.catalogue import bind, get

    settings = read_settings(store=folder)
    with Store.open(settings.store, read_only=True, base=settings.base) as opened:
        given = with_actors(opened, get(query), values)
        answer = opened.query(bind(get(query), {**given, "limit": str(limit or 0)}))
        rows = list(answer.records()) if isinstance(answer, Table) else []
        return rows, count_rows(opened, get(query), given) if len(rows) == limit else len(rows)


def _by(name: str | None) -> str:
    by = account() if name is None else name.strip()
    if not by or not by.isprintable():
        raise UsageError("--by: say who decides")
    return by


def _span(text: str, option: str = "content") -> tuple[int, int]:
    start, dash, end = text.partition("-")
    if not (dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise UsageError(f"--{option} {text!r}: two numbers with a hyphen between, as 104-180")
    return int(start), int(end)


def _new_position(text: str) -> dict[str, Any]:
    stance, colon, matter = text.partition(":")
    if not colon:
        raise UsageError(f"--position {text!r}: a stance, a colon and where the matter stands, as against:104-180")
    return {"stance": stance, "matter": [*_span(matter, "position")]}


def _stance(text: str) -> tuple[str, str | None]:
    position, equals, stance = text.rpartition("=")
    if not equals:
        raise UsageError(f"--stance {text!r}: a position's id, = and for, against or none")
    return position, None if stance == "none" else stance


def _tell(made: ReviewEntry, as_json: bool) -> None:
    from sayso.graph.model.rendering import as_json as tell

    if as_json:
        print_json(tell(made))
        return
    about = made.statement or "a statement that is found no more"
    done = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added"}[made.verdict]
    if made.taken_back:
        say(f"taken back: that {made.by} {done} {about}")
        return
    say(f"{done}: {about}")
    for one in made.corrections:
        was, becomes = (", ".join(map(_shown, values)) or "nothing" for values in (one.was, one.becomes))
        say(f"  {one.field}: {was} → {becomes}")
    say(f"sayso review undo {made.id.rpartition('/')[2]} takes it back")


def _shown(value: CorrectedValue) -> str:
    if isinstance(value, tuple):
        return "-".join(map(str, value))
    return value if isinstance(value, str) else value.name
