"""Roles: who holds the office that a description names: "the Russian foreign minister", "the congressman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.loaders.actors.anonymous import is_anonymous
from sayso.loaders.actors.sources import noun_phrase
from sayso.loaders.actors.words import words
from sayso.loaders.facts import Membership, Post
from sayso.loaders.word_lists import word_set, word_sets

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_SOUGHT = frozenset(("nominee",))  # what somebody in the foreground may be without an office
_LEAD, _BELOW = 3, 90  # sentences of the lead, line breaks among them; words behind it
_TITLE = 2  # words of an office that a headline opens with
_POSTS = 300  # posts that a role is compared with
_AGO = 600  # words before a role in which somebody was introduced by it
_BEFORE = 14  # words before a role that can belong to it
_LIKE = word_sets("actors/alike")
_RULING = word_set("actors/roles", "ruling")
_OF_TIME = word_set("actors/roles", "of_time")
_FORMERLY = word_set("actors/roles", "formerly")
_KNOWN = word_set("actors/descriptions", "known_one")
_ANOTHER = word_set("actors/roles", "another")
_MAKERS = word_set("actors/roles", "makers")


def holder(reader: Reader, token: Token, source: bool) -> tuple[str, ...]:
    """Return the person whom a role in the singular means, by posts, else the likeliest by salience for a source."""
    if source and (unnamed := _anonymous_again(reader, token)):
        return (unnamed,)
    if _of_another(token):
        return ()
    best, score = None, 0.0
    modifiers, bodies = _modifiers(reader, token)
    known = reader.scene.memberships[:_POSTS]
    fits = [_fit(reader, token, membership, modifiers, bodies) for membership in known]
    # who is told elsewhere to hold it in Kansas is not "the Ohio secretary of state"
    abroad = {m.person for m, fit in zip(known, fits, strict=True) if fit < 0}
    for order, (membership, fit) in enumerate(zip(known, fits, strict=True)):
        if fit > 0 and membership.person not in abroad and fit - 0.01 * order > score:
            best, score = membership.person, fit - 0.01 * order
    if best is not None:
        same = {m.person for m, fit in zip(known, fits, strict=True) if fit >= score - 0.2} - abroad
        if len(same) > 1:
            found = reader.salience.best(token, reader.place, dict.fromkeys(same, 0.0).get, reader.is_quoted(token))
            return found or (best,)
        return (best,)
    if any(c.lower_ in _KNOWN for c in token.lefts) and (again := same_again(reader, token)):
        return (again,)
    if source and (below := _named_below(reader, token) or _of_the_line(reader, token)):
        return (below,)
    if token.lower_ in words().offices - words().minor - words().people - _SOUGHT:
        return ()  # "the health minister" is nobody of whom no office is told
    elsewhere = any(reader.scene.kind(b) == "Organisation" and not _party(reader, b) for b in bodies)
    if token.lower_ in _MAKERS:
        return ()  # "the writer" of a letter is not whom the article is about
    if source and not elsewhere and any(c.lower_ in _KNOWN for c in token.lefts):
        so = _called_so(reader, token)
        return (so,) if so is not None else _salient(reader, token)
    return ()


def _called_so(reader: Reader, token: Token) -> str | None:
    """Return the last person whom the text introduced by a role: "the teacher Ada Hill … The teacher said"."""
    scene = reader.scene
    for noun in reversed(scene.doc[max(0, token.i - _AGO) : token.i]):
        if noun.lower_ != token.lower_ or noun.i == token.i:
            continue
        behind = scene.at.get(noun.i + 1, "")
        beside = next((scene.at[c.i] for c in (*noun.children, noun.head) if c.i in scene.at and _apposed(noun, c)), "")
        for actor in (behind, beside):
            if actor and scene.kind(actor) == "Person":
                return actor
    return None


def _apposed(noun: Token, name: Token) -> bool:
    return (noun.dep_ == "appos" and noun.head.i == name.i) or (name.dep_ == "appos" and name.head.i == noun.i)


def _of_another(token: Token) -> bool:
    """Say whether a role is told by what another one has: "the judge in that case"."""
    inner = (c for link in token.rights if link.dep_ == "prep" for c in link.children if c.dep_ == "pobj")
    return any(c.lower_ in _ANOTHER for noun in inner for c in noun.lefts if c.dep_ in ("det", "amod"))


def _named_below(reader: Reader, token: Token) -> str | None:
    """Return who is named first below the lead and speaks there, when the lead has a leader without a name."""
    scene = reader.scene
    definite = any(c.lower_ in ("the", "this") or c.dep_ == "poss" for c in token.lefts)
    office = token.lower_ in words().offices - words().minor
    if reader.place[0] > _LEAD or not definite or not office or reader.is_quoted(token):
        return None
    gender = words().gender.get(token.lower_)
    held = {m.person for m in scene.memberships[:_POSTS]}
    before = {scene.at[i] for i in range(max(0, token.i - _BELOW), token.i) if i in scene.at}
    stop = next((t.i for t in scene.doc[token.i + 1 : token.i + _BELOW] if t.is_sent_start), token.i + _BELOW)
    for following in scene.doc[stop : stop + _BELOW]:
        actor = scene.at.get(following.i)
        if actor is None or following.i not in reader.sources or scene.kind(actor) != "Person":
            continue
        if actor in held | before or (gender and scene.gender.get(actor, gender) != gender):
            return None
        _learn(reader, token, actor)
        return actor
    return None


def _of_the_line(reader: Reader, token: Token) -> str | None:
    """Return who is named first below a headline that opens with the very office: "Foreign Secretary meets …"."""
    scene, doc = reader.scene, reader.scene.doc
    definite = any(c.lower_ == "the" for c in token.lefts)
    stop = next((t.i for t in doc[:_BELOW] if "\n" in t.text), 0)
    if not definite or not stop or token.i < stop:
        return None
    begin = min((c.i for c in token.lefts if c.dep_ in ("compound", "amod")), default=token.i)
    office = [t.lower_ for t in doc[begin : token.i + 1]]
    if len(office) < _TITLE or [t.lower_ for t in doc[: len(office)]] != office:
        return None
    first = next((t.i for t in doc[stop : stop + _TITLE] if not t.is_space), stop)
    actor = scene.at.get(first)
    held = {m.person for m in scene.memberships[:_POSTS]}
    if actor is None or actor in held or scene.kind(actor) != "Person":
        return None
    _learn(reader, token, actor)
    return actor


def same_again(reader: Reader, token: Token) -> str | None:
    """Return the unnamed actor of the same noun, the latest: "a source … the source"."""
    for seen in reader.salience.latest(token.i):
        actor = seen.actors[0]
        if actor.startswith("group/") and token.lower_ in reader.scene.actors[actor].names | {
            reader.scene.actors[actor].name
        }:
            return actor
    return None


def _anonymous_again(reader: Reader, token: Token) -> str | None:
    """Return who was told of without a name that is not to be told: "an official who spoke on … The official said"."""
    again = same_again(reader, token) if token.lower_ not in _RULING else None
    if again is None:
        return None
    seen = next((o for o in reader.salience.latest(token.i) if again in o.actors), None)
    return again if seen is not None and is_anonymous(token.doc[seen.token]) else None


def _party(reader: Reader, body: str) -> bool:
    return "party" in reader.scene.kinds.get(body, ())


def _modifiers(reader: Reader, token: Token) -> tuple[set[str], set[str]]:
    """Return the words before a role, in lower case, and the actors named there or after "of"."""
    scene = reader.scene
    before = [t for c in token.lefts for t in token.doc[max(c.left_edge.i, token.i - _BEFORE) : c.i + 1]]
    plain = {t.lower_ for t in before if t.i not in scene.name_at and t.dep_ in ("amod", "compound") and t.is_alpha}
    bodies = {scene.at[t.i] for t in before if t.i in scene.at}
    bodies |= {a for t in before if t.dep_ == "poss" for a in reader.meant.get(t.i, ())}
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for"):
            bodies |= {scene.at[t.i] for t in child.children if t.i in scene.at}
    return plain - _OF_TIME, bodies


def _fit(reader: Reader, token: Token, membership: Membership, modifiers: set[str], bodies: set[str]) -> float:
    """Measure how well a role describes a post; 0 where it does not."""
    scene = reader.scene
    title = membership.post.title.lower().replace("-", " ").split()
    wanted = _LIKE.get(token.lower_, {token.lower_})
    if not wanted & set(title) or membership.evidence.start == token.idx:
        return 0.0
    if modifiers & words().portfolios - set(title) and not modifiers & set(title):
        return 0.0  # "the health minister" is not the prime minister
    if "opposition" in modifiers and "opposition" not in title and _RULING & set(title):
        return 0.0
    gender, known = words().gender.get(token.lower_), scene.gender.get(membership.person)
    if gender and known and gender != known:
        return 0.0
    score = (
        1.0 + 0.5 * (token.lower_ in title) + len(modifiers & set(title)) - 0.3 * len(set(title) - modifiers - wanted)
    )
    if ("vice" in title and "vice" not in modifiers) or membership.person in bodies:
        return 0.0
    parties = {b for b in bodies if _party(reader, b)}
    owner = membership.post.organisation
    if parties and (scene.party.get(membership.person) or owner) not in parties:
        return 0.0
    home = scene.home.get(membership.person)
    lands = {b for b in bodies if b.startswith("country/")}
    if lands and home and not owner:
        return score + 1.5 if home in lands else 0.0
    if lands and not owner:
        score -= 0.6  # of another state, for all that is known
    if bodies and owner:
        score += (
            1.5 if owner in bodies else -3.0 if any(b.split("/")[0] == owner.split("/")[0] for b in bodies) else 0.0
        )
    if bodies and owner not in bodies and not lands and token.lower_ not in title and _RULING & set(title):
        return 0.0  # "the leader of the Farmers' Alliance" is not the prime minister
    former = any(c.lower_ in _FORMERLY for c in token.lefts)
    return score - 0.5 * (membership.former != former)


def _salient(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the person in the foreground who holds no other office: "the real estate mogul"."""
    scene = reader.scene
    gender = words().gender.get(token.lower_)
    bodies = sorted(_modifiers(reader, token)[1])
    parties = [b for b in bodies if _party(reader, b)]
    lands = [b for b in bodies if b.startswith("country/")]
    held = {m.person for m in scene.memberships[:_POSTS]}
    first = {actor: 1.2 - 0.2 * order for order, actor in enumerate(_of_headline(reader))}

    def fits(actor: str) -> float | None:
        if scene.kind(actor) != "Person" or actor.startswith("group/"):
            return None
        if gender and scene.gender.get(actor, gender) != gender:
            return None
        if lands and scene.home.get(actor) not in lands:
            return None
        if parties and scene.party.get(actor, parties[0]) not in parties:
            return None
        return (0.0 if actor in held else 0.6) + first.get(actor, 0.0)

    found = reader.salience.best(token, reader.place, fits, reader.is_quoted(token))
    if found:
        _learn(reader, token, found[0])
    return found


def of_party(reader: Reader, token: Token, party: str) -> tuple[str, ...]:
    """Return whom "the Republican" means: the likeliest person who is known to be of that party."""
    known = reader.scene.party
    return reader.salience.best(
        token, reader.place, lambda a: 0.0 if known.get(a) == party else None, reader.is_quoted(token)
    )


def _of_headline(reader: Reader) -> list[str]:
    """List the first actors that an article names: whom it is about."""
    scene = reader.scene
    stop = next((t.i for t in scene.doc[1:60] if t.is_sent_start), 60)
    return list(dict.fromkeys(scene.at[n.start] for n in scene.names[:8] if n.start in scene.at and n.start < stop))


def _learn(reader: Reader, token: Token, person: str) -> None:
    """Take "the GOP presidential nominee", once it is known who is meant, as that person's post."""
    modifiers, bodies = _modifiers(reader, token)
    title = [t.text for t in token.lefts if t.lower_ in modifiers]
    free = all(m.person != person for m in reader.scene.memberships)
    if free and token.lower_ in words().offices - words().minor and (title or bodies):
        start, end = noun_phrase(token)
        owner = next((b for b in sorted(bodies) if reader.scene.kind(b) in ("Organisation", "Country")), None)
        post = Post(" ".join([*title, token.text]), owner)
        reader.scene.memberships.append(Membership(person, post, reader.scene.span(start, end)))
