"""The margin: a note for each statement, who does what with which words, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from sayso.api.notebook.markup import escaped, isolated, shortened

# Acts by what they do to the other side; the colours of the families are told apart by colour-blind eyes too.
FAMILIES: Final = MappingProxyType(
    {
        "against": ("deny", "reject", "accuse", "threaten", "warn"),
        "asking": ("demand", "propose", "question"),
        "giving": ("promise", "intend", "support"),
        "telling": ("state", "predict"),
    }
)
_FAMILY: Final = MappingProxyType({act: family for family, acts in FAMILIES.items() for act in acts})
_OPENING: Final = '“„«"‘‟'
_LONGEST: Final = 320
_NAME: Final = 120
UNNAMED: Final = "not named"


def family(act: object) -> str:
    """Return the family of an act, "telling" for one that is not known."""
    return _FAMILY.get(str(act), "telling")


def speaker_name(card: Mapping[str, Any]) -> str:
    """Return who speaks, by name; "not named" where nobody is known."""
    return ", ".join(str(ref["name"]) for ref in card["speakers"]) or UNNAMED


def note(card: Mapping[str, Any], number: int) -> str:
    """Return the note of a statement, as a card tells it (`sayso.graph.answers.cards`)."""
    act, status = str(card["act"] or "state"), str(card.get("status") or "said")
    chips = f'<span class="chip">{escaped(act)}</span>'
    if status != "said":
        chips += f'<span class="chip quiet">{escaped(status)}</span>'
    has = " ".join(name for name in ("demands", "positions") if card[name])
    speaker = shortened(speaker_name(card), _NAME)
    return (
        f'<article class="note {family(act)}" id="s{number}" data-act="{escaped(act)}" data-has="{has}" '
        f'data-speaker="{escaped(speaker)}" data-n="{number}">'
        f'<header><a class="number" href="#m{number}" aria-label="To the words of statement {number}">{number}</a>'
        f"{_avatar(card)}<span><strong>{isolated(speaker)}</strong>{_office(card)}</span>{chips}</header>"
        f"{quotation(card)}{_facts(card)}</article>"
    )


def quotation(card: Mapping[str, Any]) -> str:
    """Return the words of a statement; as a quotation only where they are the speaker's own."""
    words = shortened(str(card["words"] or ""), _LONGEST)
    form = str(card["form"] or "indirect")
    hanging = " hanging" if words[:1] in _OPENING and words else ""
    return f'<blockquote class="{escaped(form)}{hanging}" dir="auto">{escaped(words)}</blockquote>'


def _facts(card: Mapping[str, Any]) -> str:
    told = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in _told(card))
    return f"<dl>{told}</dl>" if told else ""


def _told(card: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if card["about"]:
        yield "about", _names(card["about"])
    if card["addressees"]:
        yield "to", _names(card["addressees"])
    if card["medium"]:
        yield "in", _names(card["medium"])
    for demand in card["demands"]:
        of = f" of {_names(demand['of'])}" if demand["of"] else ""
        yield "wants", f'{_names([demand["by"]])}{of}: <span class="matter">{_matter(demand)}</span>'
    for (stance, matter), holders in _sides(card).items():
        sign = "+" if stance == "for" else "−"
        told = f'<span class="stance {stance}">{sign} {stance}</span> <span class="matter">{matter}</span>'
        yield "side", f"{_names(holders)} {told}"
    day = card["saidOn"] or card["when"]
    if day:
        yield "when", isolated(shortened(str(day), _NAME))
    if card["confidence"] is not None:
        yield "sure", f'<span class="figure">{float(card["confidence"]):.2f}</span>'


def _sides(card: Mapping[str, Any]) -> dict[tuple[str, str], list[Mapping[str, Any]]]:
    """Return who is on which side of which matter, those together who share it."""
    sides: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for position in card["positions"]:
        stance = "for" if position["stance"] == "for" else "against"
        sides.setdefault((stance, _matter(position)), []).append(position["holder"])
    return sides


def _matter(expressed: Mapping[str, Any]) -> str:
    return isolated(shortened(str(expressed["matter"] or ""), _LONGEST))


def _office(card: Mapping[str, Any]) -> str:
    offices = ", ".join(map(str, card["speakingAs"]))
    if not offices and not card["speakers"] and card["speakerText"]:
        offices = str(card["speakerText"])
    return f' <span class="office">{isolated(shortened(offices, _NAME))}</span>' if offices else ""


def _avatar(card: Mapping[str, Any]) -> str:
    first = card["speakers"][0] if card["speakers"] else None
    kind = str(first["kind"] or "group") if first else "nobody"
    initials = _initials(str(first["name"])) if first else "?"
    return f'<span class="avatar {escaped(kind)}" aria-hidden="true">{escaped(initials)}</span>'


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


def _names(refs: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(isolated(shortened(str(ref["name"]), _NAME)) for ref in refs)
