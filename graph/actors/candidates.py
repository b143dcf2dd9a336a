"""Candidates: pairs of actors that may be one, each with a score and the reason; a person decides.

Nothing is merged by itself: "President Obama" in one article is most probably Barack Obama, and "President Bush" may be
two men. Names are compared within blocks that share a word or all but a letter of it, so that the work grows with the
names, not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import ActorPair, pair_of, standing
from sayso.graph.actors.likeness import Likeness, NameWords, bodies, initials, people, slips
from sayso.graph.actors.profiles import Profile, TitleWords, agreement, shared_post
from sayso.graph.actors.profiles import profiles as read_profiles
from sayso.graph.actors.rewriting import kind_of, own_article
from sayso.graph.store.store import Store

_LARGEST_BLOCK = 300
# How much oftener than any namesake somebody has to be told as holding a post for it to tell who is meant.
_FAR_OFTENER = 4
_SAME_POST, _BOTH_NAMED = 0.1, -0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one; `reason` says in words why, `articles` how many name either."""

    one: NamedNode
    other: NamedNode
    names: tuple[str, str]
    kind: str
    score: float
    reason: str
    articles: int


def candidates(store: Store, min_score: float = 0.5) -> list[Candidate]:
    """List the pairs of people, and of organisations, that may be one: the likeliest first, then the best known.

    Pairs that a judgement tells apart are left out.
    """
    profiles = read_profiles(store)
    people_, bodies_ = ({a: p for a, p in profiles.items() if kind_of(a, store.base) == kind}
                        for kind in ("person", "organisation"))  # fmt: skip
    found = [
        *((pair, "person", likeness) for pair, likeness in _people(people_, store.base).items()),
        *((pair, "organisation", likeness) for pair, likeness in _bodies(bodies_).items()),
    ]
    hidden = _told_apart(store)
    proposed = []
    for (one, other), kind, likeness in found:
        score, reason = _in_context(likeness, profiles[one], profiles[other])
        if score >= min_score and pair_of(one, other) not in hidden:
            names = profiles[one].label, profiles[other].label
            articles = len(profiles[one].articles | profiles[other].articles)
            proposed.append(Candidate(one, other, names, kind, score, reason, articles))
    return sorted(proposed, key=lambda c: (-c.score, -c.articles, c.one.value, c.other.value))


def _told_apart(store: Store) -> set[ActorPair]:
    old = standing(store)
    return {pair_of(*(old.name(actor) for actor in j.pair)) for j in old.judgements.values() if not j.same}


def _people(profiles: dict[NamedNode, Profile], base: str) -> dict[ActorPair, Likeness]:
    found: dict[ActorPair, Likeness] = {}
    last, first, single = (defaultdict[str, set[NamedNode]](set) for _ in range(3))
    for actor, profile in profiles.items():
        if len(profile.words) == 1:
            single[profile.words[0]].add(actor)
        for words in profile.names:
            if len(words) > 1:
                last[words[-1]].add(actor)
                first[words[0]].add(actor)
    for word, alone in single.items():
        for actor in alone:
            if named := _whose_surname(actor, last[word] - alone, profiles):
                found[pair_of(actor, named[0])] = named[1]
            elif not last[word] and len(first[word] - alone) == 1:
                (full,) = first[word] - alone
                reason = f"“{profiles[actor].label}” is the first name of nobody else here"
                found[pair_of(actor, full)] = Likeness(0.5, reason)
    own = {actor for actor in profiles if own_article(actor, base) is not None}
    _namesakes(found, single, own, profiles)
    # a surname stands in many articles: pairs of those who live in one each grow with the square, and say little
    blocks = (block - own for block in (*_by_slips(last), *_by_slips(single), *_by_words(profiles)))
    for one, other in _pairs(blocks, profiles):
        names = ((a, b) for a in profiles[one].names for b in profiles[other].names)
        _keep(found, one, other, (people(a, b) for a, b in names))
        _keep(found, one, other, [_one_word(profiles[one].words, profiles[other].words)])
    return found


def _namesakes(
    found: dict[ActorPair, Likeness],
    single: Mapping[str, set[NamedNode]],
    own: set[NamedNode],
    profiles: dict[NamedNode, Profile],
) -> None:
    """Propose of those who live in one article each and share a name the ones who are told to hold the same post."""
    for alone in single.values():
        first: dict[TitleWords, NamedNode] = {}
        for actor in sorted(alone & own, key=lambda node: node.value):
            for post in profiles[actor].posts:
                other = first.setdefault(post, actor)
                if other != actor:
                    _keep(found, other, actor, [Likeness(0.6, "the same name")])


def _whose_surname(
    actor: NamedNode, full: set[NamedNode], profiles: dict[NamedNode, Profile]
) -> tuple[NamedNode, Likeness] | None:
    """Find the one person who is meant by a surname: the only one of that name, or the only one with that post."""
    name = profiles[actor].label
    if len(full) == 1:
        return next(iter(full)), Likeness(0.7, f"“{name}” is the surname of nobody else here")
    told = Counter({other: agreement(profiles[actor], profiles[other]) for other in full})
    (best, often), *others = [*told.most_common(2), (actor, 0)]
    if often and often >= _FAR_OFTENER * others[0][1]:
        reason = f"of {len(full)} people with the surname “{name}” this is the one who is told to hold that post"
        return best, Likeness(0.7, reason)
    return None


def _one_word(one: NameWords, other: NameWords) -> Likeness | None:
    if len(one) != 1 or len(other) != 1:
        return None
    return Likeness(0.7, "the same name") if one == other else Likeness(0.6, "names that differ by a slip")


def _bodies(profiles: dict[NamedNode, Profile]) -> dict[ActorPair, Likeness]:
    found: dict[ActorPair, Likeness] = {}
    by_word, single, shortened = (defaultdict[str, set[NamedNode]](set) for _ in range(3))
    for actor, profile in profiles.items():
        for words in profile.names:
            for word in words:
                by_word[word].add(actor)
            for letters in initials(words):
                shortened[letters].add(actor)
        if len(profile.words) == 1:
            single[profile.words[0]].add(actor)
    acronyms = [single[word] | shortened[word] for word in single.keys() & shortened.keys()]
    for one, other in _pairs([*by_word.values(), *_by_slips(single), *acronyms], profiles):
        # "Times" may be short for several papers: a single word says something only where it is the whole name.
        labels = profiles[one].words, profiles[other].words
        names = ((a, b) for a in profiles[one].names for b in profiles[other].names)
        _keep(found, one, other, (bodies(a, b) for a, b in names if len(a) > 1 < len(b) or a in labels or b in labels))
    for word, alone in single.items():
        longer = {a for a in by_word[word] - alone if any(word in (w[0], w[-1]) for w in profiles[a].names)}
        if len(longer) == 1:
            reason = f"“{word}” begins or ends the name of nobody else here"
            for actor in alone:
                _keep(found, actor, next(iter(longer)), [Likeness(0.5, reason)])
    return found


def _by_slips(index: dict[str, set[NamedNode]]) -> Iterator[set[NamedNode]]:
    keys: defaultdict[str, set[NamedNode]] = defaultdict(set)
    for word, actors in index.items():
        for key in slips(word):
            keys[key] |= actors
    yield from keys.values()


def _by_words(profiles: dict[NamedNode, Profile]) -> Iterator[set[NamedNode]]:
    keys: defaultdict[NameWords, set[NamedNode]] = defaultdict(set)
    for actor, profile in profiles.items():
        for words in profile.names:
            keys[tuple(sorted(words))].add(actor)
            keys[words[:2]].add(actor)
    yield from keys.values()


def _pairs(blocks: Iterable[set[NamedNode]], profiles: dict[NamedNode, Profile]) -> set[ActorPair]:
    """Return the pairs of each block; of a very common word's, only those whose names begin alike."""
    found: set[ActorPair] = set()
    for block in blocks:
        if len(block) < 2:
            continue
        parts = [block]
        if len(block) > _LARGEST_BLOCK:
            alike: defaultdict[str, set[NamedNode]] = defaultdict(set)
            for actor in block:
                alike[profiles[actor].label[:3].lower()].add(actor)
            parts = [part for part in alike.values() if len(part) <= _LARGEST_BLOCK]
        found.update(pair_of(one, other) for part in parts for one, other in combinations(part, 2))
    return found


def _keep(
    found: dict[ActorPair, Likeness], one: NamedNode, other: NamedNode, likenesses: Iterable[Likeness | None]
) -> None:
    pair = pair_of(one, other)
    best = max((likeness for likeness in likenesses if likeness), key=lambda x: x.score, default=None)
    if best and (pair not in found or found[pair].score < best.score):
        found[pair] = best


def _in_context(likeness: Likeness, one: Profile, other: Profile) -> tuple[float, str]:
    score, reasons = likeness.score, [likeness.reason]
    if post := shared_post(one, other):
        score += _SAME_POST
        reasons.append(f"both are told as {post}")
    if one.articles & other.articles:
        score += _BOTH_NAMED
        reasons.append("but one article names both as two")
    return round(min(0.99, max(0.0, score)), 2), "; ".join(reasons)
