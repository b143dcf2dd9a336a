"""Deciding: a review of one statement, and taking one back; each with all that follows from it, in one atomic write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.actors.judgements import Decision
from sayso.graph.actors.lookup import label
from sayso.graph.actors.rewriting import kind_of, own_article
from sayso.graph.edits.articles import review_article
from sayso.graph.edits.merging import naming
from sayso.graph.reviews.applying import Reviewed, reviewed
from sayso.graph.reviews.places import placed
from sayso.graph.reviews.relocating import found_again, statements_of, whereabouts
from sayso.graph.reviews.review import Review, Verdict, Whereabouts, read_review, reviews_of
from sayso.graph.reviews.revision import extracted
from sayso.graph.reviews.values import LINKED, Links, Stance, Values
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import article_of, coding_iri, codings_graph, reviews_graph

_CONCEPTS = {terms.ACT: frozenset(terms.ACTS.values()), terms.FORM: frozenset(terms.FORMS.values())}


@dataclass(frozen=True, slots=True)
class NewPosition:
    """A position that a person finds in a statement: who is for or against the words at `matter`, in code points."""

    holder: NamedNode
    stance: NamedNode
    matter: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Corrections as a person gives them.

    `links` are the values of LINKED properties; `contents` code points of the article's text, end exclusive; `stances`
    lead from positions of the statement to stances, or to None where the statement takes no such position; `positions`
    are those that it takes besides; `names` tell what actors that the store does not know are called.
    """

    links: Links
    contents: tuple[tuple[int, int], ...] = ()
    stances: Mapping[NamedNode, NamedNode | None] | None = None
    names: Mapping[NamedNode, str] | None = None
    positions: tuple[NewPosition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.links or self.contents or self.stances or self.positions)


@dataclass(frozen=True, slots=True)
class MarkedSpans:
    """Where a person marked a statement: its words, cue, and who is named as speaker; code points, end exclusive."""

    contents: tuple[tuple[int, int], ...]
    cues: tuple[tuple[int, int], ...] = ()
    sources: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did: the review's IRI, the statement that it is about, None where no load finds it any more."""

    node: NamedNode
    review: Review
    statement: NamedNode | None


def review(
    store: Store,
    statement: NamedNode,
    verdict: Verdict,
    decision: Decision,
    wanted: Wanted | None = None,
    *,
    apart: bool = False,
) -> Decided:
    """Decide about a statement: accept it, reject it, or correct it. The decision holds for every later load.

    With `apart` it is kept as the own coding of who decides: it changes nothing, and knows of no one else's decisions.

    A rejected statement leaves its article's graph; a later decision other than reject brings it back. Raises
    NotFoundError where there is no such statement, UsageError for corrections that do not fit it or the verdict.
    """
    wanted = wanted or Wanted({})
    if verdict == "add" or bool(wanted) != (verdict == "correct"):
        raise UsageError("correct a statement with at least one value, and accept or reject it with none")
    with store.writing():
        article, coder = NamedNode(article_of(statement.value)), decision.by if apart else ""
        reviews = reviews_of(store, article, coder)
        found = set(store.quads(article))
        was = _facts(_found(store, article, found, reviews))
        before = was if apart else _facts(found)
        if terms.STATEMENT not in was.nodes(statement, ns.TYPE):
            raise NotFoundError(f"{statement.value}: there is no such statement")
        values = _values(store, was, statement, article, wanted)
        made = _review(was, article, reviews, verdict, decision, whereabouts(was, statement), values)
        made = replace(
            made,
            coder=coder,
            before={predicate: tuple(before.nodes(statement, predicate)) for predicate in wanted.links},
        )
        return _kept(store, made, reviews, statement)


def add(
    store: Store, article: NamedNode, marked: MarkedSpans, decision: Decision, wanted: Wanted, *, apart: bool = False
) -> Decided:
    """Add a statement that extraction did not find, where a person marked it; it holds for every later load.

    With `apart` it is kept as in `review`.

    Where a later load finds it by itself, what the person said of it stands as a correction. `wanted` tells its act,
    which it has to have; its form is indirect where that is not told. Raises NotFoundError where there is no such
    article, UsageError for places that are none, and where there is this statement already.
    """
    if len(wanted.links.get(terms.ACT, ())) != 1 or wanted.contents or wanted.stances:
        raise UsageError("say what the words of a new statement do: state, deny, demand …")
    with store.writing():
        coder = decision.by if apart else ""
        reviews = reviews_of(store, article, coder)
        found = set(store.quads(article))
        was = _facts(_found(store, article, found, reviews))
        if terms.ARTICLE not in was.nodes(article, ns.TYPE):
            raise NotFoundError(f"{article.value}: there is no such article")
        text = was.text(article, ns.ARTICLE_BODY)
        place = Whereabouts(*(_contents(text, spans) for spans in (marked.contents, marked.cues, marked.sources)))
        if not place.contents:
            raise UsageError("mark the words of the new statement: code points of the article's text")
        if (known := found_again(place, statements_of(was), moved=False)) is not None:
            there = " … ".join(one.words for one in whereabouts(was, known).contents)
            raise UsageError(f"there is such a statement already, “{there[:200]}”; correct it instead")
        wanted = replace(wanted, links={terms.FORM: (terms.FORMS["indirect"],), **wanted.links})
        values = _values(store, was, article, article, wanted)
        made = replace(_review(was, article, reviews, "add", decision, place, values), coder=coder)
        return _kept(store, made, reviews, None)


def _found(store: Store, article: NamedNode, quads: set[Quad], reviews: Iterable[Review]) -> set[Quad]:
    """Return what extraction and persons found in an article, before anybody corrected or rejected any of it."""
    added = [known for known in reviews if known.verdict == "add"]
    found = extracted(store, article, quads)
    return reviewed(found, added, naming(store, article), store.base).quads if added else found


def _review(
    was: Facts,
    article: NamedNode,
    reviews: Sequence[Review],
    verdict: Verdict,
    decision: Decision,
    place: Whereabouts,
    values: Values,
) -> Review:
    return Review(
        article=article,
        number=max((known.number for known in reviews), default=0) + 1,
        verdict=verdict,
        place=place,
        text_hash=was.text(article, terms.TEXT_HASH),
        decision=_after(decision, reviews),
        values=values,
        before={},
    )


def take_back(store: Store, node: NamedNode, decision: Decision) -> Decided:
    """Take a review back: what it changed is as it was, as far as no other review says otherwise. It is kept.

    Raises NotFoundError where there is no such review, UsageError where it was taken back before.
    """
    with store.writing():
        known = read_review(store, node)
        if known is None:
            raise NotFoundError(f"{node.value}: there is no such review")
        if known.taken_back is not None:
            raise UsageError(f"{known.taken_back.by} took this review back on {known.taken_back.when[:10]}")
        if known.coder not in ("", decision.by):
            raise UsageError(f"this is {known.coder}'s own coding, which nobody else takes back")
        graph = codings_graph(store.base) if known.coder else reviews_graph(store.base)
        gone = replace(known, taken_back=decision)
        telling = {
            Quad(node, terms.TAKEN_BACK_BY, Literal(decision.by), graph),
            Quad(node, terms.TAKEN_BACK_ON, Literal(decision.when, datatype=ns.XSD_DATE_TIME), graph),
        }
        if known.coder:
            store.apply((), telling)
            return Decided(node, gone, None)
        reviews = [gone if one.number == known.number else one for one in reviews_of(store, known.article)]
        review_article(store, known.article, reviews, telling)
        return _decided(store, gone)


def done_coding(store: Store, article: NamedNode, coder: str, moment: str) -> bool:
    """Note that a coder is done with an article, at a moment; or, where that is "", goes on. Say whether that is new.

    Raises NotFoundError where there is no such article.
    """
    with store.writing():
        if terms.ARTICLE not in Facts(store.engine).nodes(article, ns.TYPE):
            raise NotFoundError(f"{article.value}: there is no such article")
        node, graph = coding_iri(article, coder, store.base), codings_graph(store.base)
        old = set(store.engine.quads_for_pattern(node, terms.DONE_ON, None, graph))
        if bool(old) == bool(moment):
            return False
        done = {Quad(node, terms.DONE_ON, Literal(moment, datatype=ns.XSD_DATE_TIME), graph)} if moment else set()
        return store.apply(old, done | _coding(article, coder, store.base))


def _coding(article: NamedNode, coder: str, base: str) -> set[Quad]:
    node, graph = coding_iri(article, coder, base), codings_graph(base)
    return {
        Quad(node, ns.TYPE, terms.CODING, graph),
        Quad(node, terms.APPLIES_TO, article, graph),
        Quad(node, ns.CREATOR, Literal(coder), graph),
    }


def coded(store: Store, article: NamedNode, coder: str) -> Reviewed:
    """Return an article as it is extracted and as one coder, apart from all others, has coded it."""
    found = extracted(store, article, set(store.quads(article)))
    return reviewed(found, reviews_of(store, article, coder), naming(store, article), store.base)


def _kept(store: Store, made: Review, reviews: Sequence[Review], statement: NamedNode | None) -> Decided:
    if not made.coder:
        review_article(store, made.article, [*reviews, made], made.quads(store.base))
        return _decided(store, made)
    if next(
        store.engine.quads_for_pattern(coding_iri(made.article, made.coder, store.base), terms.DONE_ON, None), None
    ):
        raise UsageError("you said that you are done with this article; go on with it first")
    store.apply((), made.quads(store.base) | _coding(made.article, made.coder, store.base))
    node = statement or coded(store, made.article, made.coder).about.get(made.number)
    return Decided(made.node(store.base), made, node)


def _decided(store: Store, made: Review) -> Decided:
    node = made.node(store.base)
    return Decided(node, made, next(iter(Facts(store.engine).nodes(node, terms.REVIEWS)), None))


def _facts(quads: Iterable[Quad]) -> Facts:
    engine = ox.Store()
    engine.extend(quads)
    return Facts(engine)


def _after(decision: Decision, reviews: Iterable[Review]) -> Decision:
    """Return a decision that is later than those before it: clocks go back, and two may fall into one second."""
    last = max((datetime.fromisoformat(known.decision.when) for known in reviews), default=None)
    if last is None or datetime.fromisoformat(decision.when) > last:
        return decision
    later = (last + timedelta(milliseconds=1)).isoformat(timespec="milliseconds")
    return replace(decision, when=later.replace("+00:00", "Z"))


def _values(store: Store, was: Facts, statement: NamedNode, article: NamedNode, wanted: Wanted) -> Values:
    names: dict[NamedNode, str] = {}
    for predicate, values in wanted.links.items():
        if predicate not in LINKED.values():
            raise UsageError(f"{predicate.value}: this property cannot be corrected")
        if predicate in _CONCEPTS:
            if len(values) != 1 or values[0] not in _CONCEPTS[predicate]:
                raise UsageError(f"{predicate.value}: one of {', '.join(sorted(_words(_CONCEPTS[predicate])))}")
            continue
        for actor in values:
            names[actor] = _name(store, actor, article, (wanted.names or {}).get(actor, ""))
    contents = _contents(was.text(article, ns.ARTICLE_BODY), wanted.contents)
    stances = [_stance(was, statement, *one) for one in (wanted.stances or {}).items()]
    for position in wanted.positions:
        names[position.holder] = _name(store, position.holder, article, (wanted.names or {}).get(position.holder, ""))
        stances.append(_new_stance(was, statement, position))
    return Values(dict(wanted.links), contents, tuple(stances), names)


def _words(concepts: Iterable[NamedNode]) -> list[str]:
    return [concept.value.rpartition("/")[2] for concept in concepts]


def _name(store: Store, actor: NamedNode, article: NamedNode, given: str) -> str:
    shared = kind_of(actor, store.base) is not None and own_article(actor, store.base) in (None, article)
    if not shared and not actor.value.startswith(f"{article.value}/group/"):
        raise UsageError(f"{actor.value}: neither an actor that articles share nor one of this article")
    known = label(store, actor)
    name = given if known == actor.value.removeprefix(store.base) else known
    if not name or not name.isprintable():
        raise UsageError(f"{actor.value}: no actor of this IRI is known; say what it is called")
    return name


def _contents(text: str, spans: Iterable[tuple[int, int]]) -> tuple[EvidencePlace, ...]:
    places = tuple(placed(text, start, end) for start, end in sorted(spans))
    for place in places:
        if not 0 <= place.start < place.end <= len(text) or not place.words.strip():
            raise UsageError(f"{place.start}-{place.end}: there are no words at these code points of the article")
    if any(one.end > other.start for one, other in pairwise(places)):
        raise UsageError("the parts of the words overlap")
    return places


def _new_stance(was: Facts, statement: NamedNode, position: NewPosition) -> Stance:
    if position.stance not in terms.STANCES.values():
        raise UsageError(f"{position.stance.value}: a stance is for or against")
    (matter,) = _contents(was.text(NamedNode(article_of(statement.value)), ns.ARTICLE_BODY), [position.matter])
    return Stance(matter, position.holder, position.stance)


def _stance(was: Facts, statement: NamedNode, position: NamedNode, becomes: NamedNode | None) -> Stance:
    if statement not in was.nodes(position, ns.WAS_DERIVED_FROM) or not was.nodes(position, terms.HOLDER):
        raise NotFoundError(f"{position.value}: this statement takes no such position")
    if becomes is not None and becomes not in terms.STANCES.values():
        raise UsageError(f"{becomes.value}: a stance is for or against")
    places = was.places(position, terms.MATTER_SPAN)
    if not places:
        raise UsageError(f"{position.value}: it is not told where the words of this position stand")
    return Stance(
        places[0],
        was.nodes(position, terms.HOLDER)[0],
        becomes,
        next(iter(was.nodes(position, terms.STANCE)), None),
    )
