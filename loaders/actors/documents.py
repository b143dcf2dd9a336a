"""Documents: whose words a letter, a ruling or a survey are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_RULINGS = frozenset(("ruling", "decision", "order", "opinion", "verdict", "dissent"))
_STUDIES = frozenset(("survey", "study", "poll", "report", "analysis", "review", "research"))


def definite(token: Token) -> bool:
    """Say whether a noun points at somebody known: "the", "this", "its"."""
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
        for c in token.lefts
    )


def author(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose words a document is: "a Reuters survey", "her submission", "the ruling", "a study by X"."""
    low = token.lemma_.lower()
    if low not in words().documents and token.lower_ not in words().documents:
        return ()
    owner = _owner(reader, token)
    if not owner:
        known = reader.owners.get(low) or (reader.owners.get("study") if low in _STUDIES else None)
        owner = (known or ()) if definite(token) else ()
    if not owner and low in _RULINGS and definite(token):
        kinds = reader.scene.kinds
        owner = reader.salience.best(
            token, reader.place, lambda a: 0.0 if "court" in kinds.get(a, ()) else None, reader.is_quoted(token)
        )
    if owner:
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner
    return owner


def remember(reader: Reader, token: Token) -> None:
    if owner := _owner(reader, token):
        low = token.lemma_.lower()
        reader.owners[low] = owner
        if low in _STUDIES:
            reader.owners["study"] = owner


def _owner(reader: Reader, token: Token) -> tuple[str, ...]:
    scene = reader.scene
    for child in token.lefts:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            name = scene.name_at.get(child.i)
            place = name is not None and name.form == "country" and child.dep_ != "poss"
            if name is not None and not place and name.use not in ("demonym", "adherent") and child.i in scene.at:
                return (scene.at[child.i],)
            if child.dep_ == "poss" and child.i in reader.meant:
                return reader.meant[child.i]
    for child in token.rights:
        if child.dep_ in ("prep", "agent", "acl") and child.lower_ in (
            "by",
            "from",
            "conducted",
            "released",
            "published",
        ):
            last = min(child.right_edge.i + 1, token.i + 14)
            inner = [c for c in token.doc[child.i : last] if c.i in scene.at]
            people = [c for c in inner if scene.kind(scene.at[c.i]) == "Person"]
            if inner:
                return (scene.at[(people or inner)[0].i],)
    verb = token.head
    if token.dep_ in ("dobj", "obj") and verb.lemma_ in (
        "send",
        "write",
        "release",
        "issue",
        "publish",
        "file",
        "sign",
    ):
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i in reader.meant:
            return reader.meant[subject.i]
    return ()
