"""`sayso explain`: one statement with its proof, and how its speaker was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import console, print_json, printable, say
from sayso.api.options import JsonOption, StoreOption
from sayso.api.stores import to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from sayso.graph.statements.evidence import EvidencePlace, LabelledNode
    from sayso.graph.statements.explanation import Explanation

STYLES = {"source": "bold cyan", "cue": "bold yellow", "content": "green"}
_WIDTH = 12


def explain(
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="Its IRI, or the end of it: what stands after “statement/”.")
    ],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the sentence of a statement with source, cue and content marked, and how the speaker was found.

    \b
    sayso query statements --columns words,statement
    sayso explain 762-868.869-873
    """
    from sayso.graph.statements.explanation import explain as find

    with to_read(store) as opened:
        found, base = find(opened, statement), opened.base
    if as_json:
        print_json(as_object(found))
        return
    out = console()
    out.print(marked(found, styled=out.is_terminal and out.color_system is not None))
    out.print()
    for name, value in lines(found, base):
        say(f"{name:<{_WIDTH}} {' '.join(value.split())}")


def marked(found: Explanation, *, styled: bool) -> Text:
    """Return the sentence with source, cue and content in styles, or in brackets that name them."""
    from rich.text import Text

    text = Text()
    for role, words in stretches(found):
        words = printable(words)
        if not role or styled:
            text.append(words, STYLES.get(role, ""))
        else:
            text.append(f"[{role}: {words}]")
    if styled:
        text.append("\n")
        for role, style in STYLES.items():
            text.append("\n" if role == "source" else "  ").append(role, style)
    return text


def stretches(found: Explanation) -> Iterator[tuple[str, str]]:
    """Cut the shown text at the marked places: each stretch with its role, "" for none, in text order."""
    shown = found.shown
    roles = [""] * len(shown.words)
    for role, places in (("content", found.contents), ("source", found.sources), ("cue", found.cues)):
        for place in places:
            for at in range(max(place.start, shown.start), min(place.end, shown.end)):
                roles[at - shown.start] = role
    start = 0
    for at in range(1, len(roles) + 1):
        if at == len(roles) or roles[at] != roles[start]:
            yield roles[start], shown.words[start:at]
            start = at


def lines(found: Explanation, base: str) -> Iterator[tuple[str, str]]:
    """Yield what is known of the statement, as name and value."""
    for how in found.found:
        yield "speaker", how
    yield from found.values
    for taken in found.taken:
        toward = f" ({'of' if taken.kind == 'demand' else 'toward'} {', '.join(taken.toward)})" if taken.toward else ""
        kind = "demand" if taken.kind == "demand" else "position"
        stance = "" if kind == "demand" else f"{taken.kind} "
        yield kind, f"{taken.holder}: {stance}“{taken.matter}”{toward}"
    for role, places in (("source", found.sources), ("cue", found.cues), ("content", found.contents)):
        for place in places:
            yield f"{role} at", f"code points {place.start} to {place.end}"
    for other in found.repeats:
        yield "repeated in", f"{other.name} ({other.node.value.removeprefix(base)})"
    yield "statement", found.statement.value


def as_object(found: Explanation) -> dict[str, object]:
    """Return an explanation as JSON tells it; offsets are code points of the article's text."""
    return {
        "statement": found.statement.value,
        "article": _named(found.article),
        "text": _place(found.shown),
        "source": [_place(place) for place in found.sources],
        "cue": [_place(place) for place in found.cues],
        "content": [_place(place) for place in found.contents],
        "speakers": [_named(speaker) for speaker in found.speakers],
        "found": list(found.found),
        **{name.replace(" ", "_"): value for name, value in found.values if name != "article"},
        "positions": list(_taken(found, demands=False)),
        "demands": list(_taken(found, demands=True)),
        "repeats": [{"statement": other.node.value, "article": other.name} for other in found.repeats],
    }


def _taken(found: Explanation, *, demands: bool) -> Iterator[dict[str, object]]:
    for taken in found.taken:
        if (taken.kind == "demand") is demands:
            who: dict[str, object] = {"by": taken.holder} if demands else {"holder": taken.holder, "stance": taken.kind}
            yield {**who, "matter": taken.matter, "of" if demands else "toward": list(taken.toward)}


def _named(named: LabelledNode) -> dict[str, str]:
    return {"iri": named.node.value, "name": named.name}


def _place(place: EvidencePlace) -> dict[str, object]:
    return {"start": place.start, "end": place.end, "words": place.words}
