"""Settled posts: what is left of the offices that an article tells once it has been read.

A known figure's office is of the figure's country or body; a profession, a rank or a candidacy without a body is no
post; of two titles for one office the fuller one with its body stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.loaders.actors.gazetteer import Figure
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.offices import of_state
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.warrants import same_office
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Actor, Membership, Post, Span
from sayso.loaders.word_lists import word_set, word_tables

_ELECTED = word_set("actors/settled", "elected")
_BEFORE_GENERAL = word_set("actors/settled", "before_general")
_FEW = 3  # offices before another in a row
_OF_STATES = word_set("actors/settled", "of_states")
_NATIONAL = word_set("actors/settled", "national")
_CHAMBERS: dict[str, str] = word_tables("actors/chambers")


def settled(scene: Scene) -> tuple[Membership, ...]:
    """Return the memberships that stand, in text order."""
    found = [_placed(scene, m, scene.memberships[max(0, i - _FEW) : i]) for i, m in enumerate(scene.memberships)]
    kept = [m for m in found if m.post.organisation is not None or not _loose(m.post.title)]
    kept = [m for m in kept if not _ranked(m.post.title)]
    by_person: dict[str, list[Membership]] = {}
    for membership in kept:
        by_person.setdefault(membership.person, []).append(membership)
    spare = {id(m) for several in by_person.values() for m in several if _told_better(m, several[:40])}
    return tuple(sorted((m for m in kept if id(m) not in spare), key=lambda m: m.evidence))


def _placed(scene: Scene, membership: Membership, before: list[Membership]) -> Membership:
    """Give a post without a body the one that the figure, or the title alone, tells."""
    post = membership.post
    home = scene.home.get(membership.person, "")
    if post.title in _ELECTED and home.startswith("country/US-") and post.organisation in (None, "country/US"):
        return replace(membership, post=Post(post.title, scene.shared(home)))
    if post.organisation is not None:
        return membership
    figure = scene.figures.get(membership.person)
    if figure is None and post.title.lower().endswith("minister") and (land := _of_row(scene, membership, before)):
        return replace(membership, post=Post(post.title, land))
    body = _of_figure(scene, figure, post.title) if figure is not None else None
    if body is None and post.title in _OF_STATES:
        body = _state(scene)
    if body is None and (of_state(post.title) or post.title.lower() in _NATIONAL):
        british = post.title.lower() in _NATIONAL and "country/GB" in scene.actors
        body = "country/GB" if british else scene.shared(scene.likely) if scene.likely else None
    chamber = _CHAMBERS.get(post.title)
    if body is None and chamber is not None and scene.likely in (None, "country/US"):
        body = scene.shared(chamber)
    return replace(membership, post=Post(post.title, body)) if body is not None else membership


def _of_row(scene: Scene, membership: Membership, before: list[Membership]) -> str | None:
    """Return the state of the office before: "Greek prime minister Ada Hill and energy minister Jo Stone"."""
    at = membership.evidence.start
    for other in before:
        land = other.post.organisation
        if other.person == membership.person or land is None or not land.startswith("country/"):
            continue
        between = tokens_in(scene.doc, Span(other.evidence.end, at)).text.strip(" ,") if other.evidence.end < at else ""
        name = scene.actors[other.person].name
        if between in (f"{name} and", f"{name}, and", f"{name} and the", name):
            return land
    return None


def _state(scene: Scene) -> str | None:
    """Return the federal state that an article names most, by far."""
    named = Counter(n.actor for n in scene.names if n.actor and n.actor.startswith("country/US-"))
    (first, most), (_, second) = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return scene.shared(first) if most > 1 and most >= 2 * second else None


def _of_figure(scene: Scene, figure: Figure, title: str) -> str | None:
    term = next((t for t in figure.terms if same_office(title, t.title)), None)
    if term is None:
        return None
    if term.body:
        entry = lexicon().find(term.body)
        if entry is not None:
            return scene.shared(entry.actor)
        return scene.add(Actor(key("organisation", term.body), "Organisation", term.body))
    land = f"country/{term.country}"
    return scene.shared(land) if land in lexicon().actors else None


def _loose(title: str) -> bool:
    parts = title.lower().replace("-", " ").split()
    if parts[-1:] == ["general"] and parts[0] not in _BEFORE_GENERAL:
        return False  # "Attorney General"
    return bool(parts) and (parts[-1] in words().loose or title.lower() in words().loose) and title not in _FULL


def _ranked(title: str) -> bool:
    """Say whether a title is a mere rank, wherever it is held: "Sergeant", "Officer"."""
    return title.title() in _RANKS


_RANKS = word_set("actors/settled", "ranks")
_FULL = word_set("actors/settled", "full")


def _told_better(membership: Membership, others: list[Membership]) -> bool:
    """Say whether another membership of the person tells the same office with its body, or in more words."""
    mine = set(membership.post.title.lower().replace("-", " ").split())
    for other in others:
        if other is membership:
            continue
        theirs = set(other.post.title.lower().replace("-", " ").split())
        near = mine <= theirs or theirs <= mine
        if not near or other.former != membership.former:
            continue
        if membership.post.organisation is None and other.post.organisation is not None:
            return True
        if membership.post.organisation == other.post.organisation and mine < theirs:
            return True
    return False
