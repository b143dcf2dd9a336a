"""Apposed: the body or state that a noun means by the words beside it: "the firm", "the nation of Tuvalu"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.words import words
from sayso.loaders.word_lists import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader
    from sayso.loaders.actors.scene import Scene

STATES = word_set("actors/descriptions", "states")
_DELEGATIONS = word_set("actors/descriptions", "delegations")
_FIRMS_ARE = word_set("actors/introduced", "firms_are")
_TOLD_IN = word_set("actors/documents", "told_in")
_PAGES = word_set("actors/documents", "pages")
_OWN_WORDS = word_set("actors/documents", "own_words")
_ANY_KIND = word_set("actors/descriptions", "any_kind")


def of_page(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return whose page or statement opens the clause of "the company": "In a statement on the Orra website, …"."""
    scene = reader.scene
    if token.dep_ != "nsubj" or token.i not in reader.sources:
        return ()
    opening = [c for c in token.head.lefts if c.dep_ == "prep" and c.lower_ in _TOLD_IN and c.i < token.i]
    for noun in (t for link in opening for t in link.subtree if t.lemma_.lower() in _PAGES | _OWN_WORDS):
        for child in noun.lefts:
            actor = scene.at.get(child.i, "") if child.dep_ in ("poss", "compound", "nmod") else ""
            kinds = scene.kinds.get(actor, frozenset()) | (_ANY_KIND & words().organisations)
            if actor and scene.kind(actor) == "Organisation" and token.lower_ in kinds:
                return (actor,)
    return ()


def is_operator(scene: Scene, token: Token, actor: str) -> bool:
    """Say whether a noun that persons and firms are called by tells of a firm: "The operator, Halden Terminals,"."""
    own = words().people | words().kin | words().offices - _FIRMS_ARE
    body = scene.kind(actor) == "Organisation" and not actor.startswith("group/")
    if scene.actors[actor].name.split()[0].lower() in words().offices | words().honorifics:
        return False  # "A conservative on the court, Justice Ada Hill,", whom the recogniser takes for a body
    return body and token.tag_ == "NN" and token.lower_ not in own | words().documents


def named_beside(scene: Scene, token: Token) -> tuple[str, ...]:
    """Return the person whom one of a party or people is told to be: "A Republican on the panel, Carl Voss,"."""
    inner = (scene.at.get(c.i, "") for c in token.rights if c.dep_ == "appos")
    return tuple(actor for actor in inner if actor and scene.kind(actor) == "Person")[:1]


def named_state(reader: Reader, token: Token) -> tuple[str, ...]:
    """Read "the Pacific island nation of Tuvalu" and "the Tuvaluan side" as the state."""
    if token.lower_ in _DELEGATIONS and token.tag_ == "NN":
        entries = [lexicon().find(c.text) for c in token.lefts if c.dep_ in ("amod", "compound")]
        return tuple(e.actor for e in entries if e is not None and e.actor in reader.scene.actors)[:1]
    if token.lower_ not in STATES:
        return ()
    inner = (c for child in token.rights if child.lower_ == "of" for c in child.children)
    scene = reader.scene
    noun = next((c for c in inner if c.i in scene.at), None)
    if noun is None or not (actor := scene.at[noun.i]).startswith("country/"):
        return ()
    if token.lower_ == "government":  # what the state is called where it acts
        known = scene.actors[actor]
        scene.add(replace(known, names=known.names | {f"government of {scene.name_at[noun.i].text}"}))
    return (actor,)
