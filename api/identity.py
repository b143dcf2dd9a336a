"""`sayso candidates`, `merge` and `split`: who is one and who is not, decided by a person and kept for every load."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import print_json, print_pairs, say
from sayso.api.options import JsonOption, LimitOption, StoreOption, most
from sayso.api.stores import to_judge, to_read
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.actors.judgements import Decision
    from sayso.graph.edits.merging import Change
    from sayso.graph.store.store import Store

WhyOption = Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the judgement.")]
ByOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides. Default: this account's name.")]


def candidates(
    store: StoreOption = None,
    limit: LimitOption = None,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Pairs at least so likely, 0 to 1.")] = 0.5,
    as_json: JsonOption = False,
) -> None:
    """List pairs of actors that may be one, the likeliest first; `merge` and `split` decide.

    \b
    sayso candidates --min-score 0.8
    sayso candidates --json
    """
    from sayso.graph.actors.candidates import candidates as propose
    from sayso.graph.actors.lookup import id_of

    with to_read(store) as opened:
        found = propose(opened, min_score)
        shown = [(c, id_of(opened, c.one), id_of(opened, c.other)) for c in found[: most(limit, as_json)]]
    if as_json:
        print_json(
            [
                {
                    "score": c.score,
                    "kind": c.kind,
                    "one": {"id": one, "name": c.names[0]},
                    "other": {"id": other, "name": c.names[1]},
                    "articles": c.articles,
                    "reason": c.reason,
                }
                for c, one, other in shown
            ]
        )
        return
    print_pairs([(c.score, one, other, c.reason) for c, one, other in shown], len(found))
    if shown:
        say("sayso merge ONE OTHER where they are one, sayso split ONE OTHER where they are two")


def merge(
    one: Annotated[str, typer.Argument(metavar="A", help="An actor: name, id (person/jens-stoltenberg) or IRI.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another one, who is the same.")],
    store: StoreOption = None,
    why: WhyOption = "",
    by: ByOption = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Take back what tells others of the two apart, too.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Judge that two actors are one: all that is said of either is said of one, also in what is loaded later.

    \b
    sayso merge Obama "Barack Obama" --why "the President of that time"
    sayso merge organisation/sec organisation/securities-and-exchange-commission
    """
    from sayso.graph.actors.lookup import find_actor
    from sayso.graph.edits.merging import merge as join

    decision = decide(by, why)
    with to_judge(store) as opened:
        change = join(opened, find_actor(opened, one), find_actor(opened, other), decision, anyway=anyway)
        if as_json:
            print_json(summary(opened, change))
            return
        name, members = described(opened, change)
        say(f"{name} is now also {members}" if change.changed else f"{name} was one with {members} already")
        for judgement in change.taken_back:
            pair = " and ".join(actor.value.removeprefix(opened.base) for actor in judgement.pair)
            say(f"taken back: {pair} are two, as {judgement.decision.by} judged on {judgement.decision.when[:10]}")


def split(
    actor: Annotated[str, typer.Argument(metavar="A", help="An actor: name, id (person/john-smith) or IRI.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[B]", help="Somebody else, also where the two were merged.")
    ] = None,
    store: StoreOption = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="In this article the name means somebody else.")
    ] = None,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge that actors are two: what was merged into A comes apart again, B alone, or A's namesake in an article.

    \b
    sayso split "Barack Obama"
    sayso split person/bill-clinton person/hillary-clinton
    sayso split "John Smith" --article 2024-17
    """
    from sayso.graph.actors.lookup import find_actor, find_article
    from sayso.graph.edits.merging import separate, tell_apart
    from sayso.graph.edits.merging import split as take_apart

    if other is not None and article is not None:
        raise UsageError("B or --article, not both")
    decision = decide(by, why)
    with to_judge(store) as opened:
        found = find_actor(opened, actor)
        if article is not None:
            change = separate(opened, found, find_article(opened, article), decision)
        elif other is not None:
            change = tell_apart(opened, found, find_actor(opened, other), decision)
        else:
            change = take_apart(opened, found, decision)
        if as_json:
            print_json(summary(opened, change))
        else:
            tell_split(opened, change, alone=other is None and article is None)


def decide(by: str | None, why: str) -> Decision:
    """Return who decides, now, and why; raises UsageError for a text that is none, or a name that is empty."""
    from sayso.graph.actors.judgements import Decision

    name = account() if by is None else by.strip()
    for option, text in (("--by", name), ("--why", why)):
        if not text.isprintable():
            raise UsageError(f"{option} {text!r}: it has to be a line of text")
    if not name:
        raise UsageError("--by: say who decides")
    return Decision(name, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), why.strip())


def account() -> str:
    """Return the name of this process's account; a container may have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def summary(store: Store, change: Change) -> dict[str, object]:
    """Return a change as JSON tells it."""
    from sayso.graph.actors.lookup import id_of, label

    return {
        "actor": id_of(store, change.actor),
        "name": label(store, change.actor),
        "changed": change.changed,
        "merged": sorted(id_of(store, member) for member in change.members - {change.actor}),
        "apart": [id_of(store, one) for one in change.apart],
        "taken_back": [[id_of(store, one) for one in judgement.pair] for judgement in change.taken_back],
    }


def described(store: Store, change: Change) -> tuple[str, str]:
    """Return the actor's name and id, and the ids of everyone who is the same."""
    from sayso.graph.actors.lookup import id_of, label

    others = sorted(id_of(store, member) for member in change.members - {change.actor})
    return f"{label(store, change.actor)} ({id_of(store, change.actor)})", ", ".join(others)


def tell_split(store: Store, change: Change, *, alone: bool) -> None:
    """Print what a split did. Raises UsageError where there was nothing to take apart."""
    from sayso.graph.actors.lookup import told

    name, _ = described(store, change)
    if not change.changed:
        if alone:
            raise UsageError(f"{name}: nobody was merged into it; name whom it is not, or say in which --article")
        say(f"{name}: told apart before")
        return
    say(f"{name} is told apart" + (" from:" if change.apart else ""))
    for actor in change.apart:
        say(f"  {told(store, actor)}")
