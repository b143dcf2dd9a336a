"""Names: where an article writes a person, an organisation, a state or its people by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.beginnings import begun
from sayso.loaders.actors.crowds import is_many
from sayso.loaders.actors.figured import figured
from sayso.loaders.actors.introduced import introduced
from sayso.loaders.actors.known import Name, known_names
from sayso.loaders.actors.lengthened import is_title, lengthened, parted, tail
from sayso.loaders.actors.lexicon import first_names
from sayso.loaders.actors.overlooked import overlooked, trimmed
from sayso.loaders.actors.presented import presented
from sayso.loaders.actors.recognised import recognised
from sayso.loaders.actors.shortened import bodies, bracketed, explained, surnames
from sayso.loaders.actors.styled import without_titles
from sayso.loaders.actors.titled import behind_owner
from sayso.loaders.actors.told_kinds import bodies_told, of_members
from sayso.loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from sayso.loaders.actors.gazetteer import Gazetteer


def find_names(
    doc: Doc, speaking: Iterable[Token] = (), addressed: Iterable[Token] = (), figures: Gazetteer | None = None
) -> list[Name]:
    """List the names of a parsed article in text order, none inside another.

    `speaking` are the words that head source spans, `addressed` those that somebody speaks to: a proper noun there is
    a name even if nothing recognised it. `figures` tell which surnames are persons', whoever it is.
    """
    known = known_names(doc)
    names = _merge(known, recognised(doc))
    names = _not_only_in_headline(doc, of_members(doc, lengthened(doc, parted(doc, names))))
    top = headline(doc)
    names = bodies_told(doc, presented(doc, introduced(doc, names, top.end if top is not None else 0)))
    names = bodies(doc, overlooked(doc, surnames(doc, explained(doc, trimmed(doc, names)))))
    names = begun(doc, names)
    names = figured(doc, names, figures) if figures is not None else names
    names += _speaking(doc, names, speaking, frozenset(t.i for t in addressed))
    return sorted(_without_overlaps(bracketed(doc, names)), key=lambda n: n.start)


def _merge(known: list[Name], recognised: list[Name]) -> list[Name]:
    """Join the two lists: a longer organisation or person wins over a known name inside it, else what is known."""
    taken: dict[int, Name] = {i: n for n in known for i in range(n.start, n.end)}
    merged = []
    for name in recognised:
        inside = {taken[i] for i in range(name.start, name.end) if i in taken}
        longest = max((n.end - n.start for n in inside), default=0)
        if not inside:
            merged.append(name)
        elif (
            name.end - name.start > longest
            and name.form in ("organisation", "person", "place")
            and all(n.start >= name.start and n.end <= name.end for n in inside)
        ):
            for inner in inside:
                for i in range(inner.start, inner.end):
                    taken.pop(i, None)
            merged.append(name)
    return sorted({*taken.values(), *merged}, key=lambda n: n.start)


def headline(doc: Doc) -> Tokens | None:
    """Return the first line when it is written in title case, and no sentence of the text.

    Behind a full stop it is a headline where its verbs, too, are written large: "Hill Told A Reporter To Wait."
    """
    stop = next((t.i for t in doc[:60] if "\n" in t.text), 0)
    if stop and doc[stop - 1].text == ":":
        return None  # "Ada Hill said:" leads in what follows
    long = [t for t in doc[:stop] if t.is_alpha and len(t) > 3]
    large = sum(t.text[0].isupper() for t in long)
    if stop and doc[stop - 1].text == ".":
        return doc[:stop] if len(long) > 3 and large == len(long) else None
    return doc[:stop] if long and large >= 0.7 * len(long) else None


def _not_only_in_headline(doc: Doc, names: list[Name]) -> list[Name]:
    """Drop what a title-case headline alone calls a person or an organisation: "Bill", "Parents Rally".

    "Ada Hill" stays where the text below names Hill.
    """
    top = headline(doc)
    if top is None:
        return names
    body = {word for n in names if n.start >= top.end for word in (n.text, n.text.split()[-1])}
    kept = (n if n.start >= top.end or n.actor or n.text in body else _full_name(doc, n, body) for n in names)
    return [name for name in kept if name is not None]


def _full_name(doc: Doc, name: Name, named: set[str]) -> Name | None:
    """Return the name that a headline gives in full of whom the text calls by the surname: "[Ada Hill] Wins"."""
    last = next((i for i in range(name.start + 1, name.end) if doc[i].text in named), None)
    if name.form != "person" or last is None or doc[name.start].lower_ not in first_names():
        return None
    return replace(name, end=last + 1, text=doc[name.start : last + 1].text)


def _speaking(doc: Doc, names: list[Name], heads: Iterable[Token], addressed: frozenset[int]) -> list[Name]:
    """Make names of proper nouns that speak or are told: "the Central and East European Coalition"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    added = []
    for head in (*heads, *(doc[i] for i in sorted(addressed))):
        if head.i in taken or head.tag_ != "NNP" or not head.text[0].isupper() or len(head) < 2:
            continue
        if head.ent_type_ in ("DATE", "TIME"):
            continue
        if head.lower_ in words().documents | words().quantifiers or head.is_stop or is_many(head):
            continue
        alone = head.i and doc[head.i - 1].lower_ == "the" and tail(doc, head.i, head.i + 1) == head.i + 1
        if alone and head.lower_ in words().organisations:
            continue  # "the Department" is one named elsewhere, which its kind tells
        start = head.i
        while start and doc[start - 1].i not in taken and start > head.i - 6 and _continues(doc, start - 1):
            start -= 1
        if is_title(doc[head.i]):
            continue
        if (
            start
            and doc[start - 1].dep_ == "compound"
            and doc[start - 1].head.i == head.i
            and doc[start - 1].text[0].isupper()
        ):
            start -= 1  # "America Rising", where "America" alone was known
        owned = behind_owner(doc[start - 2]) if start > 1 and doc[start - 1].lower_ == "of" else None
        if owned is not None and start < owned[0] <= head.i:
            start = owned[0]  # "Secretary of Defense [Ada Hill]", which a headline holds
        while start > 1 and doc[start - 1].text in ("-", "/") and not doc[start - 2].whitespace_:
            start -= 2  # "Asia-Plus", "RFE/RL"
        start, text = without_titles(doc, start, head.i + 1, doc[start : head.i + 1].text)
        if not text or "\n" in text:
            continue
        last, size = head.lower_, head.i + 1 - start
        body = last in words().organisations or head.is_upper or size > 3 or head.i in addressed
        known = size > 1 and doc[start].lower_ in first_names() and doc[start + 1].text not in ("-", "/")
        end = tail(doc, start, head.i + 1) if last in words().organisations else head.i + 1
        if end > head.i + 1:
            text = doc[start:end].text  # "the League for the Defence of Human Rights"
        added.append(Name(start, end, "person" if known or not body else "organisation", text))
        taken |= set(range(start, end))
    return added


def _continues(doc: Doc, i: int) -> bool:
    """Say whether a word before a name is part of it."""
    token = doc[i]
    if token.lower_ in ("and", "of", "for", "&"):
        return i > 0 and doc[i - 1].text[0].isupper() and doc[i - 1].pos_ in ("PROPN", "ADJ") and token.head.i > i
    return token.text[0].isupper() and token.pos_ in ("PROPN", "ADJ") and token.is_alpha


def _without_overlaps(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
