"""How a statement's speakers were found: told in words from what the graph keeps of names, mentions and posts."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.statements.wording import words_of
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs i we you me us my our who whom whose which that this these "
    "those himself herself itself themselves one some others both another".split()
)
_SMALL = frozenset("a an and at for in of on the to".split())


def how_found(facts: Facts, statement: NamedNode, article: NamedNode) -> Iterator[str]:
    """Yield a sentence for each speaker, or one that says why there is none."""
    sources = facts.places(statement, terms.SPEAKER_SPAN)
    speakers = facts.nodes(statement, terms.SPEAKER)
    told = " … ".join(_quoted(place) for place in sources)
    if not speakers and not sources:
        yield "not named: no words at this cue say who speaks"
    elif not speakers:
        yield f"not named: who is meant by {told} was not found in the article"
    for speaker in speakers:
        name = facts.named(speaker).name
        mentions = _mentions(facts, speaker, article)
        here = [m for m in mentions if any(m.start < s.end and s.start < m.end for s in sources)]
        if here:
            place = min(here, key=lambda m: (m.end - m.start, m.start))
            told = _told(facts, speaker, article, place, mentions)
            yield told + _warrant(facts, speaker, article, place) + _merged(facts, speaker, article, place)
        elif sources:
            yield f"{name}: from {told}, in which no mention of this actor is marked"
        else:
            yield f"{name}: no words at this cue say who speaks"


def _told(
    facts: Facts, speaker: NamedNode, article: NamedNode, place: EvidencePlace, mentions: list[EvidencePlace]
) -> str:
    name, words = facts.named(speaker).name, words_of(place.words)
    if _is_pronoun(place):
        return f"{name}: {_quoted(place)} is a pronoun, taken for {_before(name, place, mentions)}"
    if words == words_of(name) or (" " in name and _holds(words, words_of(name))):
        return f"{name}: named as {_quoted(place)}"
    if post := next(_fitting_posts(facts, speaker, article, words), None):
        return f"{name}: {_quoted(place)} fits the post {post}"
    if _holds(words, words_of(name)):
        return f"{name}: named as {_quoted(place)}"
    if set(words) <= set(words_of(name)):
        return f"{name}: {_quoted(place)} is a part of the name{_in_full(name, place, mentions)}"
    if other := next((n for n in facts.texts(speaker, ns.ALT_LABEL) if _holds(words, words_of(n))), None):
        means = "is" if words == words_of(other) else f"holds “{other}”,"
        return f"{name}: {_quoted(place)} {means} another name of {name}"
    if terms.COUNTRY in facts.nodes(speaker, ns.TYPE) and place.words != place.words.lower():
        return f"{name}: {_quoted(place)} stands for the state, as capitals, seats of government and peoples do"
    return f"{name}: {_quoted(place)} is a description, taken for {_before(name, place, mentions)}"


def _is_pronoun(place: EvidencePlace) -> bool:
    # "US" is none.
    shouted = place.words.isupper() and len(place.words) > 1
    return not shouted and set(words_of(place.words)) <= _PRONOUNS


def _in_full(name: str, place: EvidencePlace, mentions: list[EvidencePlace]) -> str:
    full = [m for m in mentions if _holds(words_of(m.words), words_of(name)) and m != place]
    return f", which the article gives in full: {_quoted(full[0])} ({_offsets(full[0])})" if full else ""


def _before(name: str, place: EvidencePlace, mentions: list[EvidencePlace]) -> str:
    """Say where the actor was named last before a place: the last mention that is no pronoun."""
    naming = [m for m in mentions if m.start < place.start and not _is_pronoun(m)]
    if not naming:
        return name
    last = naming[-1]
    return f"{name}, who is meant before by {_quoted(last)} ({_offsets(last)})"


def _fitting_posts(facts: Facts, speaker: NamedNode, article: NamedNode, words: tuple[str, ...]) -> Iterator[str]:
    """Yield the posts that the article gives the speaker and that a description names: "the foreign minister"."""
    for membership in facts.subjects(ns.MEMBER, speaker, article):
        for post in facts.nodes(membership, terms.POST):
            title = facts.named(post).name
            if set(words_of(title)) - _SMALL <= set(words):
                where = "".join(f" of {body}" for body in facts.names(facts.nodes(post, ns.POST_IN)))
                evidence = " … ".join(_quoted(p) for p in facts.places(membership, terms.EVIDENCE_SPAN))
                yield f"{title}{where}, which the article gives this person: {evidence}"


def _warrant(facts: Facts, speaker: NamedNode, article: NamedNode, place: EvidencePlace) -> str:
    """Say what in the article makes this a known figure, or that only this article knows the person."""
    if speaker.value.startswith(f"{article.value}/person/"):
        return "; no warrant for a known figure: whoever has this name in this article"
    for mention in facts.subjects(terms.MENTION_OF, speaker, article):
        if place in facts.places(mention, terms.MENTION_SPAN) and (why := facts.text(mention, terms.WARRANT)):
            return f"; warrant: {why}"
    return ""


def _merged(facts: Facts, speaker: NamedNode, article: NamedNode, place: EvidencePlace) -> str:
    for mention in facts.subjects(terms.MENTION_OF, speaker, article):
        if place in facts.places(mention, terms.MENTION_SPAN):
            for other in facts.nodes(mention, terms.ORIGINALLY):
                return f"; a judgement made {facts.named(other).name} ({other.value.rpartition('/')[2]}) this actor"
    return ""


def _mentions(facts: Facts, actor: NamedNode, article: NamedNode) -> list[EvidencePlace]:
    found = facts.subjects(terms.MENTION_OF, actor, article)
    return sorted(place for mention in found for place in facts.places(mention, terms.MENTION_SPAN))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return bool(part) and any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _offsets(place: EvidencePlace) -> str:
    return f"code points {place.start} to {place.end}"


def _quoted(place: EvidencePlace) -> str:
    return f"“{' '.join(place.words.split())}”"
