"""Candidates: pairs of actors that may be one, each with a score and the reason; a person decides.

Nothing is merged by itself: "President Obama" in one article is most probably Barack Obama, and "President Bush" may be
two men. Names are compared within blocks that share a word or all but a letter of it, so that the work grows with the
names, not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.judgements import Pair, discriminated, pair_of, standing
from graph.likeness import Likeness, Words, bodies, people, slips, words_of
from graph.names import NAME
from graph.rewriting import kind_of
from graph.store import Store
from ontology.iris import actors_graph
from ontology.namespaces import ALT_LABEL, LABEL, MEMBER, POST_IN
from ontology.terms import POST

type Term = NamedNode | BlankNode | Literal | Triple
# The words of a title and, where it is known, whose post it is.
type _Post = tuple[Words, str]

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


@dataclass(slots=True)
class _Profile:
    """What the store tells of an actor. `posts` counts how often which one is told."""

    label: str = ""
    words: Words = ()
    names: set[Words] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    posts: Counter[_Post] = field(default_factory=Counter)


def candidates(store: Store, min_score: float = 0.5) -> list[Candidate]:
    """List the pairs of people, and of organisations, that may be one: the likeliest first, then the best known.

    Pairs that a judgement tells apart are left out.
    """
    profiles = _profiles(store)
    people_, bodies_ = ({a: p for a, p in profiles.items() if kind_of(a, store.base) == kind}
                        for kind in ("person", "organisation"))  # fmt: skip
    found = [
        *((pair, "person", likeness) for pair, likeness in _people(people_).items()),
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


def _profiles(store: Store) -> dict[NamedNode, _Profile]:
    profiles: dict[Term, _Profile] = {}
    find, graph = store.engine.quads_for_pattern, actors_graph(store.base)
    for predicate in (LABEL, ALT_LABEL):
        for quad in find(None, predicate, None, graph):
            if isinstance(quad.subject, NamedNode) and kind_of(quad.subject, store.base):
                profile = profiles.setdefault(quad.subject, _Profile())
                words = words_of(_text(quad.object))
                profile.names.add(words)
                if predicate == LABEL:
                    profile.label, profile.words = _text(quad.object), words
    for quad in find(None, NAME, None):
        if quad.subject in profiles and isinstance(quad.graph_name, NamedNode):
            profiles[quad.subject].articles.add(quad.graph_name.value)
    held: dict[Term, Term] = {quad.subject: quad.object for quad in find(None, POST, None)}
    posts = _posts(store, held.values())
    for quad in find(None, MEMBER, None):
        if quad.object in profiles and (post := posts.get(held.get(quad.subject, quad.subject))):
            profiles[quad.object].posts[post] += 1
    return {a: profile for a, profile in profiles.items() if profile.label and isinstance(a, NamedNode)}


def _posts(store: Store, held: Iterable[Term]) -> dict[Term, _Post]:
    find = store.engine.quads_for_pattern
    found: dict[Term, _Post] = {}
    for post in set(held):
        if isinstance(post, NamedNode):
            title = min((_text(quad.object) for quad in find(post, LABEL, None)), default="")
            body = min((quad.object.value for quad in find(post, POST_IN, None) if isinstance(quad.object, NamedNode)),
                       default="")  # fmt: skip
            if title:
                found[post] = words_of(title), body
    return found


def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else ""


def _told_apart(store: Store) -> set[Pair]:
    old = standing(store)
    hidden = {pair_of(*(old.name(a) for a in j.pair)) for j in old.judgements.values() if not j.same}
    # Whoever is another in one article may be yet another in the next, but not the one of that name.
    alone = ((old.name(j.pair[0]), j) for j in old.judgements.values() if j.article and not j.same)
    return hidden | {pair_of(name, discriminated(j.pair[0], j.article)) for name, j in alone if j.article}


def _people(profiles: dict[NamedNode, _Profile]) -> dict[Pair, Likeness]:
    found: dict[Pair, Likeness] = {}
    last, first, single = (defaultdict[str, set[NamedNode]](set) for _ in range(3))
    for actor, profile in profiles.items():
        for words in profile.names:
            if len(words) == 1:
                single[words[0]].add(actor)
            elif words:
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
    blocks = [*_by_slips(last), *_by_slips(single), *_by_words(profiles)]
    for one, other in _pairs(blocks, profiles):
        names = ((a, b) for a in profiles[one].names for b in profiles[other].names)
        _keep(found, one, other, (people(a, b) if len(a) > 1 < len(b) else _one_word(a, b) for a, b in names))
    return found


def _whose_surname(
    actor: NamedNode, full: set[NamedNode], profiles: dict[NamedNode, _Profile]
) -> tuple[NamedNode, Likeness] | None:
    """Find the one person who is meant by a surname: the only one of that name, or the only one with that post."""
    name = profiles[actor].label
    if len(full) == 1:
        return next(iter(full)), Likeness(0.7, f"“{name}” is the surname of nobody else here")
    told = Counter({other: _agreement(profiles[actor], profiles[other]) for other in full})
    (best, often), *others = [*told.most_common(2), (actor, 0)]
    if often and often >= _FAR_OFTENER * others[0][1]:
        reason = f"of {len(full)} people with the surname “{name}” this is the one who is told to hold that post"
        return best, Likeness(0.7, reason)
    return None


def _agreement(one: _Profile, other: _Profile) -> int:
    return sum(count for post, count in other.posts.items() if any(_same_post(post, known) for known in one.posts))


def _same_post(one: _Post, other: _Post) -> bool:
    return one[0] == other[0] and ("" in (one[1], other[1]) or one[1] == other[1])


def _one_word(one: Words, other: Words) -> Likeness | None:
    if len(one) != 1 or len(other) != 1:
        return None
    return Likeness(0.7, "the same name") if one == other else Likeness(0.6, "names that differ by a slip")


def _bodies(profiles: dict[NamedNode, _Profile]) -> dict[Pair, Likeness]:
    found: dict[Pair, Likeness] = {}
    by_word, single, initials = (defaultdict[str, set[NamedNode]](set) for _ in range(3))
    for actor, profile in profiles.items():
        for words in profile.names:
            for word in words:
                by_word[word].add(actor)
            initials["".join(word[0] for word in words)].add(actor)
        if len(profile.words) == 1:
            single[profile.words[0]].add(actor)
    acronyms = [single[word] | initials[word] for word in single.keys() & initials.keys()]
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


def _by_words(profiles: dict[NamedNode, _Profile]) -> Iterator[set[NamedNode]]:
    keys: defaultdict[Words, set[NamedNode]] = defaultdict(set)
    for actor, profile in profiles.items():
        for words in profile.names:
            keys[tuple(sorted(words))].add(actor)
            keys[words[:2]].add(actor)
    yield from keys.values()


def _pairs(blocks: Iterable[set[NamedNode]], profiles: dict[NamedNode, _Profile]) -> set[Pair]:
    """Return the pairs of each block; of a very common word's, only those whose names begin alike."""
    found: set[Pair] = set()
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


def _keep(found: dict[Pair, Likeness], one: NamedNode, other: NamedNode, likenesses: Iterable[Likeness | None]) -> None:
    pair = pair_of(one, other)
    best = max((likeness for likeness in likenesses if likeness), key=lambda x: x.score, default=None)
    if best and (pair not in found or found[pair].score < best.score):
        found[pair] = best


def _shared_post(one: _Profile, other: _Profile) -> str:
    """Return the title of a post that both are told to hold, in one body as far as it is known."""
    return min((" ".join(a[0]) for a in one.posts for b in other.posts if _same_post(a, b)), default="")


def _in_context(likeness: Likeness, one: _Profile, other: _Profile) -> tuple[float, str]:
    score, reasons = likeness.score, [likeness.reason]
    if post := _shared_post(one, other):
        score += _SAME_POST
        reasons.append(f"both are told as {post}")
    if one.articles & other.articles:
        score += _BOTH_NAMED
        reasons.append("but one article names both as two")
    return round(min(0.99, max(0.0, score)), 2), "; ".join(reasons)
