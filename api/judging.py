"""Judging at the command line: the options of `sayso review` read, the judgement written and told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.api.console import print_json, say
from sayso.api.identity import ByOption, WhyOption, account
from sayso.api.options import JsonOption
from sayso.api.stores import to_judge
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.answers.telling import CorrectedValue, ReviewEntry
    from sayso.graph.store.store import Store


@dataclass(frozen=True, slots=True)
class Judging:
    """Whose judgement it is, and how."""

    apart: Annotated[
        bool, typer.Option("--apart", help="As your own coding: it changes nothing, and no other coder sees it.")
    ] = False
    why: WhyOption = ""
    by: ByOption = None
    as_json: JsonOption = False


def judge(
    store: Path | None, statement: str, judging: Judging, verdict: str, *, new: bool = False, **given: Any
) -> None:
    """Write a judgement on a statement, or on none where one is added, and tell it.

    What is given as None is left alone; with `new`, actors that the store does not know are persons. Raises UsageError
    and NotFoundError for what cannot be judged so.
    """
    from sayso.graph.reviews.naming import reviewed_statement
    from sayso.graph.statements.explanation import find_statement
    from sayso.loaders.writer.reviews import review as decide

    with to_judge(store) as opened:
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
        made = decide(opened, verdict=verdict, by=judge_of(judging.by), note=judging.why, apart=judging.apart, **values)
        tell_review(made, judging.as_json)


def _known_or_new(store: Store, actor: str) -> Any:
    from sayso.graph.actors.lookup import find_actor
    from sayso.ontology.errors import NotFoundError

    try:
        return find_actor(store, actor).value
    except NotFoundError:
        return {"name": actor, "kind": "person"}


def judge_of(name: str | None) -> str:
    """Return who decides: the name, else this account's; raises UsageError for what is no name."""
    by = account() if name is None else name.strip()
    if not by or not by.isprintable():
        raise UsageError("--by: say who decides")
    return by


def span(text: str, option: str = "content") -> tuple[int, int]:
    """Read "104-180"; raises UsageError for what is no stretch of a text."""
    start, dash, end = text.partition("-")
    if not (dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise UsageError(f"--{option} {text!r}: two numbers with a hyphen between, as 104-180")
    return int(start), int(end)


def new_position(text: str) -> dict[str, Any]:
    """Read "against:104-180"; raises UsageError else."""
    stance, colon, matter = text.partition(":")
    if not colon:
        raise UsageError(f"--position {text!r}: a stance, a colon and where the matter stands, as against:104-180")
    return {"stance": stance, "matter": [*span(matter, "position")]}


def stance_of(text: str) -> tuple[str, str | None]:
    """Read "POSITION=against", None for no stance; raises UsageError else."""
    position, equals, stance = text.rpartition("=")
    if not equals:
        raise UsageError(f"--stance {text!r}: a position's id, = and for, against or none")
    return position, None if stance == "none" else stance


def tell_review(made: ReviewEntry, as_json: bool) -> None:
    """Print a review that was made or taken back."""
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
