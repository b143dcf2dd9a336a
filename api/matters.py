"""`sayso matters` and `matter`: which words mean one thing, decided by a person and kept for every load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import print_json, print_pairs, print_table, say, tell_cut
from sayso.api.identity import ByOption, WhyOption, decide
from sayso.api.options import JsonOption, LimitOption, StoreOption, most
from sayso.api.stores import to_judge, to_read
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.matters.alike import MatterCandidate
    from sayso.graph.matters.matter import MatterChange
    from sayso.graph.matters.uses import Listed, Uses
    from sayso.graph.store.store import Store

_MANY_ACTORS = 6
_POINTING = frozenset("he her him his i it its me my our she that their them these they this those us we".split())


def matters(
    store: StoreOption = None,
    candidates: Annotated[
        bool, typer.Option("--candidates", help="List pairs of wordings that may mean one matter instead.")
    ] = False,
    limit: LimitOption = None,
    min_score: Annotated[
        float, typer.Option(min=0, max=1, help="With --candidates: pairs at least so likely, 0 to 1.")
    ] = 0.5,
    as_json: JsonOption = False,
) -> None:
    """List the matters that different words share, with their positions, demands and actors; `matter` decides.

    \b
    sayso matters
    sayso matters --candidates --min-score 0.7
    """
    from sayso.graph.matters.alike import matter_candidates
    from sayso.graph.matters.uses import listed

    with to_read(store) as opened:
        if candidates:
            tell_candidates(opened, matter_candidates(opened, min_score), most(limit, as_json), as_json)
        else:
            tell_matters(opened, listed(opened), most(limit, as_json), as_json)


def matter(
    words: Annotated[
        list[str],
        typer.Argument(metavar="LABEL WORDS…", help="A matter: label or id (matter/…), then words that mean it."),
    ],
    store: StoreOption = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take words, or the whole matter of a label or id, out again.")
    ] = False,
    article: Annotated[str | None, typer.Option(metavar="ID", help="The words mean it in this article alone.")] = None,
    why: WhyOption = "",
    by: ByOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge that words mean a matter, which is made where there is none: also in what is loaded later.

    \b
    sayso matter "NATO's eastward expansion" "continues moving eastwards"
    sayso matter "NATO's eastward expansion" "its eastward expansion" --article 2022-17
    sayso matter --remove "continues moving eastwards"
    """
    from sayso.graph.actors.lookup import find_article
    from sayso.graph.matters.matter import assign, unassign

    if not remove and len(words) < 2:
        raise UsageError(f"“{words[0]}”: say which other words mean this matter")
    decision = decide(by, why)
    with to_judge(store) as opened:
        where = None if article is None else find_article(opened, article)
        change = unassign(opened, words, where) if remove else assign(opened, words[0], words[1:], decision, where)
        if as_json:
            print_json(summary(opened, change))
        else:
            tell_change(opened, change, remove=remove)
            if not remove and article is None:
                tell_pointing(change)


def tell_matters(store: Store, found: list[Listed], limit: int | None, as_json: bool) -> None:
    """Print matters, those with most positions and demands first."""
    from sayso.graph.actors.lookup import id_of

    if as_json:
        print_json(
            [
                {
                    "id": id_of(store, one.matter),
                    "label": one.label,
                    "wordings": one.wordings,
                    **counted(one.uses),
                    "actors": actors(store, one.uses),
                }
                for one in found[:limit]
            ]
        )
        return
    if not found:
        say("no matters: each wording stands alone; sayso matters --candidates lists which may be one")
        return
    print_table(
        ("matter", "positions", "demands", "actors", "wordings"),
        (
            {
                "matter": f"{one.label} ({id_of(store, one.matter)})",
                "positions": str(one.uses.positions),
                "demands": str(one.uses.demands),
                "actors": shortened(actors(store, one.uses)),
                "wordings": " | ".join(one.wordings),
            }
            for one in found[:limit]
        ),
    )
    say(f"{len(found[:limit]):,} matter{'s' * (len(found) != 1)}")
    tell_cut(len(found[:limit]), len(found))


def tell_candidates(store: Store, found: list[MatterCandidate], limit: int | None, as_json: bool) -> None:
    """Print pairs of wordings that may mean one matter, the likeliest first."""
    shown = found[:limit]
    if as_json:
        print_json(
            [
                {
                    "score": pair.score,
                    "one": {"words": pair.one, **counted(pair.uses[0]), "actors": actors(store, pair.uses[0])},
                    "other": {"words": pair.other, **counted(pair.uses[1]), "actors": actors(store, pair.uses[1])},
                    "reason": pair.reason,
                }
                for pair in shown
            ]
        )
        return
    print_pairs([(p.score, p.one, p.other, p.reason) for p in shown], len(found))
    if shown:
        say("sayso matter LABEL WORDS… where they mean one matter")


def tell_change(store: Store, change: MatterChange, *, remove: bool) -> None:
    """Print what a decision did."""
    from sayso.graph.actors.lookup import id_of

    words = ", ".join(f"“{one}”" for one in change.words)
    if not change.changed:
        say(f"{change.label}: these words meant it already")
        return
    name = f"{change.label} ({id_of(store, change.matter)})" if change.matter else "several matters"
    moved = f"{change.moved:,} positions and demands" if change.moved != 1 else "1 position or demand"
    say(f"taken out of {name}: {words}; {moved} changed" if remove else f"{name} is meant by {words}; {moved} changed")


def tell_pointing(change: MatterChange) -> None:
    """Print which words may mean another thing in another article."""
    from sayso.graph.statements.wording import words_of

    for one in change.words:
        if found := [word for word in words_of(one) if word in _POINTING]:
            say(f"“{found[0]}” of “{one}” may mean another elsewhere; --article ID keeps it to one article")


def summary(store: Store, change: MatterChange) -> dict[str, object]:
    """Return a change as JSON tells it."""
    from sayso.graph.actors.lookup import id_of

    return {
        "matter": id_of(store, change.matter) if change.matter else None,
        "label": change.label,
        "words": change.words,
        "moved": change.moved,
        "changed": change.changed,
    }


def counted(uses: Uses) -> dict[str, object]:
    """Return how many positions and demands there are, in how many articles."""
    return {"positions": uses.positions, "demands": uses.demands, "articles": len(uses.articles)}


def actors(store: Store, uses: Uses) -> list[str]:
    """Return the names of those who take the positions and make the demands, sorted."""
    from sayso.graph.actors.lookup import label

    return sorted({label(store, actor) for actor in uses.actors})


def shortened(names: list[str]) -> str:
    """Return names in a line, the first few of many."""
    rest = len(names) - _MANY_ACTORS
    return ", ".join(names[:_MANY_ACTORS]) + (f" and {rest:,} more" if rest > 0 else "")
