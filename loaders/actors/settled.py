"""Settled posts: what is left of the offices that an article tells once it has been read.

A known figure's office is of the figure's country or body; a profession, a rank or a candidacy without a body is no
post; of two titles for one office the fuller one with its body stays.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.gazetteer import Figure
from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.office_nouns import has_office, may_have
from sayso.loaders.actors.regions import ruling_region
from sayso.loaders.actors.scene import Scene
from sayso.loaders.actors.slug import key
from sayso.loaders.actors.tokens import tokens_in
from sayso.loaders.actors.warrants import same_office
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Actor, Membership, Post, Span
from sayso.loaders.word_lists import word_set, word_tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELECTED = word_set("actors/settled", "elected")
_BEFORE_GENERAL = word_set("actors/settled", "before_general")
_REGIONAL = word_set("actors/settled", "regional")
_MINISTERS = word_set("actors/settled", "ministers")
_PARTS = word_set("actors/settled", "parts")
_BEHIND = 40  # code points behind an office that tell what it is for
_MANY = 300  # posts of an article that are compared with one another
_TOWN_REACH = 150  # tokens before a mayor in which the town is named
_FEW = 3  # offices before another in a row
_OF_STATES = word_set("actors/settled", "of_states")
_NATIONAL = word_set("actors/settled", "national")
_OF_REGIONS = word_set("actors/settled", "of_regions")
_NATIONAL_ALONE = word_set("actors/settled", "national_alone")
_SHORT: dict[str, str] = word_tables("actors/short_titles")
_SEATS: dict[str, str] = word_tables("actors/seats")
_CHAMBERS: dict[str, str] = word_tables("actors/chambers")


def settled(scene: Scene) -> tuple[Membership, ...]:
    """Return the memberships that stand, in text order."""
    found = [_placed(scene, m, scene.memberships[max(0, i - _FEW) : i]) for i, m in enumerate(scene.memberships)]
    kept = [m for m in found if m.post.organisation is not None or not _loose(m.post.title) or _held_by_one(scene, m)]
    kept = [m for m in kept if not (_ranked(m.post.title) and not _of_body(m.post)) and not _stands_for_land(m.post)]
    by_person: dict[str, list[Membership]] = {}
    for membership in kept:
        by_person.setdefault(membership.person, []).append(membership)
    spare = {id(m) for several in by_person.values() for m in several if _told_better(m, several[:40])}
    return tuple(sorted((m for m in kept if id(m) not in spare), key=lambda m: m.evidence))


def _placed(scene: Scene, membership: Membership, before: list[Membership]) -> Membership:
    """Give a post without a body the one that the figure, or the title alone, tells."""
    post = membership.post
    if (seat := _seat(scene, membership)) is not None:
        return replace(membership, post=seat)
    if (chamber := _SEATS.get(post.title.lower())) is not None and post.organisation == "country/US":
        return replace(membership, post=Post(post.title, scene.shared(chamber)))
    if post.organisation is not None:
        return membership
    figure = scene.figures.get(membership.person)
    if figure is None and post.title.lower().endswith("minister") and (land := _of_row(scene, membership, before)):
        return replace(membership, post=Post(post.title, land))
    if figure is None and _of_region(post.title) and (land := ruling_region(scene)) is not None:
        return replace(membership, post=Post(post.title, land))
    body = _of_figure(scene, figure, post.title) if figure is not None else None
    if body is None and post.title.lower() in _OF_STATES:
        body = _state(scene)
    if body is None and any(m.person == membership.person and _abroad(scene, m) for m in scene.memberships[:_MANY]):
        return replace(membership, post=Post(post.title, "country/GB" if "country/GB" in scene.actors else None))
    if (
        body is None
        and (has_office(scene.likely, post.title) or post.title.lower() in _NATIONAL)
        and not _REGIONAL.intersection(post.title.lower().split())
    ):
        british = post.title.lower() in _NATIONAL and "country/GB" in scene.actors
        body = "country/GB" if british else scene.shared(scene.likely) if scene.likely else None
    if body is None and post.title.lower() in _OF_TOWNS:
        body = _town(scene, membership)
    if body is None and figure is None:
        body = _near(scene, membership)
    chamber = _CHAMBERS.get(post.title)
    american = scene.likely == "country/US" or (not scene.likely and _american(scene, membership))
    if body is None and chamber is not None and american:
        body = scene.shared(chamber)
    return replace(membership, post=Post(post.title, body)) if body is not None else membership


def _seat(scene: Scene, membership: Membership) -> Post | None:
    """Return the post of who is elected in a federal state, for Congress or, as "state Sen.", for the state's house."""
    post, home = membership.post, scene.home.get(membership.person, "")
    if post.title not in _ELECTED or post.organisation not in (None, "country/US"):
        return None
    at_home = scene.shared(home) if home.startswith("country/US-") else None
    told = tokens_in(scene.doc, membership.evidence)
    near = scene.doc[max(0, told.start - 1) : told.end - 1] if membership.evidence.end else ()
    if any(t.lower_ == "state" and _rank(t.nbor(1)) == post.title for t in near):
        return Post(f"State {post.title}", at_home or _state(scene))
    return Post(post.title, at_home) if at_home is not None else None


def _rank(token: Token) -> str:
    """Return the title that a word is or is short for: "Senator" for "Sen." and "senator"."""
    return words().ranks.get(token.text.rstrip("."), token.text.title())


def _of_region(title: str) -> bool:
    """Say whether an office can be a region's: "Education Minister", "Premier", not "Foreign Minister"."""
    parts = title.lower().split()
    return not _OF_REGIONS.isdisjoint(parts[-1:]) and _NATIONAL_ALONE.isdisjoint(parts)


def _american(scene: Scene, membership: Membership) -> bool:
    """Say whether an article names the United States, a part or a body of theirs, or writes a title short: "Rep."."""
    if any(t.text.rstrip(".") in words().ranks for t in tokens_in(scene.doc, membership.evidence)):
        return True
    homes = (lexicon().home.get(actor, actor) for actor in islice(scene.actors, _MANY))
    return any(home == "country/US" or home.startswith("country/US-") for home in homes)


def _abroad(scene: Scene, membership: Membership) -> bool:
    """Say whether a minister is one for a part of the world, "Minister for the Middle East": of no state there."""
    behind = tokens_in(scene.doc, Span(membership.evidence.start, membership.evidence.end + _BEHIND)).text.lower()
    return any(f"minister for the {part}" in behind or f"minister for {part}" in behind for part in _PARTS)


def _federal(actor: str) -> bool:
    """Say whether an actor is a federal state or territory, which has a governor."""
    return actor.startswith("country/US-") or actor in _TERRITORIES


def _town(scene: Scene, membership: Membership) -> str | None:
    """Return the town named last before a "mayor" of whom nothing else tells where."""
    start = tokens_in(scene.doc, membership.evidence)[0].i
    last = max((i for i in scene.places if start - _TOWN_REACH < i < start), default=None)
    return scene.place(scene.places[last]) if last is not None else None


def _near(scene: Scene, membership: Membership) -> str | None:
    """Return the state or region named last before an office that one has: "In Ohio, … Governor Mike DeWine".

    A minister's is a state, a governor's or a sheriff's a part of one, where the article names one so.
    """
    title = membership.post.title.lower()
    start = tokens_in(scene.doc, membership.evidence)[0].i if membership.evidence.end else 0
    local = bool(_REGIONAL.intersection(title.replace("chief minister", "chief-minister").split()))
    if not local and not _MINISTERS.intersection(title.split()):
        return None
    for name in reversed([n for n in scene.names if n.start < start]):
        actor = scene.at.get(name.start, "")
        if not actor.startswith("country/") or name.use == "adherent":
            continue
        part = _federal(actor) or "-" in actor.partition("/")[2]
        if part == local and may_have(actor, membership.post.title):
            return actor
    return None


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
    named = Counter(n.actor for n in scene.names if n.actor and _federal(n.actor))
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
    parts = title.lower().partition(" of ")[0].replace("-", " ").split()  # a "Secretary of Justice" is no justice
    if parts[-1:] == ["general"] and parts[0] not in _BEFORE_GENERAL:
        return False  # "Attorney General"
    return bool(parts) and (parts[-1] in words().loose or title.lower() in words().loose) and not _whole(title.lower())


def _whole(title: str) -> bool:
    """Say whether a title is an office as it stands: "Assistant District Attorney", "Chief Medical Officer"."""
    parts = title.split()
    led = any(word in _FIRST_OF_THREE for word in parts[:-2])
    return led or any(" ".join(parts[i:]) in _FULL for i in range(len(parts)))


def _held_by_one(scene: Scene, membership: Membership) -> bool:
    """Say whether an article tells of one who holds an office there: "The clerk, Ada Hill," without a body."""
    low = membership.post.title.lower()
    told = tokens_in(scene.doc, membership.evidence).text.lower() if membership.evidence.end else ""
    return low.split()[-1] in _HELD_BY_ONE and told == f"the {low}"


def _ranked(title: str) -> bool:
    """Say whether a title is a mere rank, wherever it is held: "Sergeant", "Officer"."""
    return title.title() in _RANKS


_RANKS = word_set("actors/settled", "ranks")
_FULL = word_set("actors/settled", "full")
_FIRST_OF_THREE = word_set("actors/settled", "first_of_three")
_HELD_BY_ONE = word_set("actors/settled", "held_by_one")
_CANDIDACIES = word_set("actors/settled", "candidacies")
_TERRITORIES = word_set("actors/settled", "territories")
_OF_TOWNS = word_set("actors/settled", "of_towns")
_NO_POSTS = word_set("actors/settled", "no_posts")


def _of_body(post: Post) -> bool:
    """Say whether a rank is told with whom it is held in: "the Coast Guard’s Captain", "England captain"."""
    return post.organisation is not None and not post.organisation.startswith("group/")


def _stands_for_land(post: Post) -> bool:
    """Say whether a post is a candidacy in a state, which holds no post there; a party has a nominee."""
    words_ = post.title.lower().split()
    if not _NO_POSTS.isdisjoint(words_[-1:]):
        return True
    return bool(_CANDIDACIES.intersection(words_[-1:])) and (post.organisation or "").startswith("country/")


def _told_better(membership: Membership, others: list[Membership]) -> bool:
    """Say whether another membership of the person tells the same office with its body, or in more words."""
    mine = _title_words(membership.post.title)
    for other in others:
        if other is membership:
            continue
        theirs = _title_words(other.post.title)
        near = mine <= theirs or theirs <= mine
        if not near or other.former != membership.former:
            continue
        if membership.post.organisation is None and other.post.organisation is not None:
            return True
        if membership.post.organisation == other.post.organisation and mine < theirs:
            return True
    return False


def _title_words(title: str) -> set[str]:
    """Return the words of a title, short ones written out: "CEO" and "chief executive officer" are one."""
    found = set(title.lower().replace("-", " ").split())
    return {word for each in found for word in (_SHORT.get(each) or each).split()}
