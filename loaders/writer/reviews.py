"""What a person decides: reviews of statements, and who is one with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from pyoxigraph import NamedNode

from sayso.graph.actors.judgements import Decision
from sayso.graph.actors.lookup import find_actor
from sayso.graph.answers.codings import meant_article
from sayso.graph.answers.telling import ReviewEntry, told_review
from sayso.graph.edits.deciding import Decided, MarkedSpans, NewPosition, Wanted, add, done_coding, take_back
from sayso.graph.edits.deciding import review as decide
from sayso.graph.model.json_value import Json
from sayso.graph.reviews.review import VERDICTS
from sayso.graph.reviews.values import LINKED
from sayso.graph.store.store import Store
from sayso.loaders.actors.slug import key
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError

_CONCEPTS = {"act": terms.ACTS, "form": terms.FORMS}
_NEW_KINDS: dict[str, Literal["person", "organisation"]] = {"person": "person", "organisation": "organisation"}
_LONGEST = 2000


def review(
    store: Store,
    *,
    by: str,
    verdict: str,
    statement: str = "",
    article: str = "",
    note: str = "",
    speakers: Sequence[Json] | None = None,
    about: Sequence[Json] | None = None,
    act: str | None = None,
    form: str | None = None,
    content: Sequence[Sequence[int]] | None = None,
    stances: Mapping[str, str | None] | None = None,
    cue: Sequence[Sequence[int]] | None = None,
    source: Sequence[Sequence[int]] | None = None,
    positions: Sequence[Mapping[str, Json]] | None = None,
    apart: bool = False,
) -> ReviewEntry:
    """Decide about a statement, by id or IRI, or add one to an article; return the review as `told_review` tells it.

    Actors are ids, IRIs, names, or `{"name": …, "kind": "person" | "organisation"}` for one that the store does not
    know; an empty list says that there is none. `content` is pairs of code points of the article's text; `stances` lead
    from a position's id or IRI to for, against, or null where there is no such position. `positions` are new ones:
    `{"holder": actor, "stance": "for" | "against", "matter": [start, end]}`. With the verdict add, `content`, `cue` and
    `source` say where the words, what introduces them and who is named as speaker stand in the `article`. With `apart`
    it is `by`'s own coding, and changes nothing. Raises as `decide` and `add` do.
    """
    if verdict not in VERDICTS:
        raise UsageError(f"verdict: one of {', '.join(VERDICTS)}")
    names: dict[NamedNode, str] = {}
    links = _links(store, {"speaker": speakers, "about": about}, {"act": act, "form": form}, names)
    spans, cues, sources = (tuple(_span(pair) for pair in places or ()) for places in (content, cue, source))
    found = tuple(_position(store, one, names) for one in positions or ())
    wanted = Wanted(links, spans, _stances(store, stances or {}), names, found)
    if verdict == "add":
        if statement or not article:
            raise UsageError("name the article that a new statement stands in, and no statement")
        marked, wanted = MarkedSpans(spans, cues, sources), replace(wanted, contents=())
        return _told(store, add(store, meant_article(store, article), marked, decision(by, note), wanted, apart=apart))
    if article or cues or sources or not statement:
        raise UsageError("name the statement; article, cue and source go with the verdict add")
    node = _node(store, statement)
    return _told(store, decide(store, node, VERDICTS[verdict], decision(by, note), wanted, apart=apart))


def _links(
    store: Store,
    actors: Mapping[str, Sequence[Json] | None],
    concepts: Mapping[str, str | None],
    names: dict[NamedNode, str],
) -> dict[NamedNode, tuple[NamedNode, ...]]:
    """Return what a statement is to lead to, by property; None is for what stays. `names` gets those of new actors."""
    links = {
        LINKED[word]: tuple(dict.fromkeys(_actor(store, actor, names) for actor in told))
        for word, told in actors.items()
        if told is not None
    }
    return links | {LINKED[word]: (_concept(word, value),) for word, value in concepts.items() if value is not None}


def _concept(word: str, value: str) -> NamedNode:
    """Return an act or a form. Raises UsageError for what is none."""
    if value not in _CONCEPTS[word]:
        raise UsageError(f"{word}: one of {', '.join(_CONCEPTS[word])}")
    return _CONCEPTS[word][value]


def take_back_review(store: Store, *, by: str, id: str) -> ReviewEntry:
    """Take a review back, by id or IRI; return it. Raises as `take_back` does."""
    node = _node(store, id if "/" in id else f"review/{id}")
    return _told(store, take_back(store, node, decision(by, "")))


def finish_coding(store: Store, *, by: str, article: str, done: bool = True) -> dict[str, str | bool]:
    """Note that `by` is done with coding an article apart, or goes on; raises as `done_coding` does."""
    node, moment = meant_article(store, article), decision(by, "").when if done else ""
    done_coding(store, node, by, moment)
    return {"article": node.value.removeprefix(store.base), "coder": by, "done": done}


def _told(store: Store, made: Decided) -> ReviewEntry:
    told = told_review(store, made.node)
    if told is None:
        raise NotFoundError(f"{made.node.value}: no review has this IRI")
    # What a coder keeps apart is not told in the graph to be about a statement.
    if made.statement is not None:
        told = replace(told, statement=made.statement.value.removeprefix(store.base))
    return told


def decision(by: str, note: str) -> Decision:
    """Return who decides, now, and why. Raises UsageError for a note that is no line of text."""
    if not note.isprintable() or len(note) > _LONGEST:
        raise UsageError(f"note: a line of at most {_LONGEST} characters")
    return Decision(by or "somebody", datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), note)


def _node(store: Store, text: str) -> NamedNode:
    try:
        return NamedNode(text if text.startswith(store.base) else store.base + text)
    except ValueError as error:
        raise UsageError(f"{text[:200]!r} is no id") from error


def _actor(store: Store, told: Json, names: dict[NamedNode, str]) -> NamedNode:
    if isinstance(told, str):
        return _node(store, told) if "/group/" in told else find_actor(store, told)
    if not isinstance(told, dict) or set(told) != {"name", "kind"}:
        raise UsageError('an actor is an id, an IRI, a name, or {"name": …, "kind": …}')
    name, kind = str(told["name"]).strip(), str(told["kind"])
    if kind not in _NEW_KINDS:
        raise UsageError(f"kind: one of {', '.join(_NEW_KINDS)}")
    if not name or not name.isprintable() or len(name) > _LONGEST:
        raise UsageError("name: a line of text")
    node = _node(store, key(_NEW_KINDS[kind], name))
    names[node] = name
    return node


def _span(pair: Sequence[int]) -> tuple[int, int]:
    match [*pair]:
        case [int(start), int(end)]:
            return start, end
    raise UsageError("content: pairs of offsets, as [[104, 180]]")


def _position(store: Store, told: Mapping[str, Json], names: dict[NamedNode, str]) -> NewPosition:
    match dict(told):
        case {"holder": holder, "stance": str(stance), "matter": [int(start), int(end)], **rest} if not rest:
            if stance not in terms.STANCES:
                raise UsageError(f"a stance is one of {', '.join(terms.STANCES)}")
            return NewPosition(_actor(store, holder, names), terms.STANCES[stance], (start, end))
    raise UsageError('a position is {"holder": an actor, "stance": …, "matter": [start, end]}')


def _stances(store: Store, told: Mapping[str, str | None]) -> dict[NamedNode, NamedNode | None]:
    found: dict[NamedNode, NamedNode | None] = {}
    for position, stance in told.items():
        if stance is not None and stance not in terms.STANCES:
            raise UsageError(f"a stance is one of {', '.join(terms.STANCES)}, or null")
        found[_node(store, position)] = terms.STANCES[stance] if stance is not None else None
    return found
