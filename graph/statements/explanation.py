"""An explanation of one statement: everything the store tells of it, and how its speakers were found."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from sayso.graph.statements.evidence import EvidencePlace, Facts, LabelledNode
from sayso.graph.statements.finding import how_found
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms
from sayso.ontology.errors import NotFoundError, UsageError
from sayso.ontology.iris import article_of, iri_or_none

_FURTHEST = 600  # code points between a sentence and a source that is shown with it
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Taken:
    """A position (`kind` is the stance) or a demand (`kind` is "demand"): whose, on what, toward whom."""

    kind: str
    holder: str
    matter: str
    toward: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement as the store has it. `found` says in a sentence each how the speakers were found.

    `shown` is the stretch of the text that holds the sentence and all places, `values` all the rest by name.
    """

    statement: NamedNode
    article: LabelledNode
    shown: EvidencePlace
    sources: tuple[EvidencePlace, ...]
    cues: tuple[EvidencePlace, ...]
    contents: tuple[EvidencePlace, ...]
    speakers: tuple[LabelledNode, ...]
    found: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    taken: tuple[Taken, ...]
    repeats: tuple[LabelledNode, ...]


def explain(store: Store, text: str) -> Explanation:
    """Explain the statement that is meant by `text`, as `find_statement` finds it."""
    statement = find_statement(store, text)
    facts = Facts(store.engine)
    article = facts.nodes(statement, terms.IN_ARTICLE)[0]
    sources, cues, contents = (
        facts.places(statement, p) for p in (terms.SPEAKER_SPAN, terms.CUE_SPAN, terms.CONTENT_SPAN)
    )
    places = (*sources, *cues, *contents)
    return Explanation(
        statement=statement,
        article=facts.named(article),
        shown=_shown(facts.text(article, ns.ARTICLE_BODY), facts.text(statement, terms.SENTENCE), places),
        sources=sources,
        cues=cues,
        contents=contents,
        speakers=tuple(facts.named(speaker) for speaker in facts.nodes(statement, terms.SPEAKER)),
        found=tuple(how_found(facts, statement, article)),
        values=tuple((name, value) for name, value in _values(facts, statement, article) if value),
        taken=(*_positions(facts, statement), *_demands(facts, statement)),
        repeats=tuple(
            LabelledNode(other, facts.named(where).name)
            for other in _repeated(facts, statement)
            for where in facts.nodes(other, terms.IN_ARTICLE)
        ),
    )


def _repeated(facts: Facts, statement: NamedNode) -> list[NamedNode]:
    """List the statements that this one repeats, by itself or by the one of the same words that stands for all."""
    standing = facts.nodes(statement, terms.SAME_WORDS_AS)
    found = {other for one in (statement, *standing) for other in facts.nodes(one, terms.REPEATS)}
    return sorted((one for one in found if article_of(one.value) != article_of(statement.value)), key=str)


def find_statement(store: Store, text: str) -> NamedNode:
    """Return the statement that is meant: by its IRI, the IRI without its base, or an end of it that no other has.

    Raises NotFoundError where there is none, UsageError, with some to choose from, where there are several.
    """
    text = text.strip().strip("<>")
    for iri in (text, store.base + text):
        node = iri_or_none(iri)
        if node is not None and next(store.engine.quads_for_pattern(node, ns.TYPE, terms.STATEMENT), None):
            return node
    statements = (quad.subject for quad in store.engine.quads_for_pattern(None, ns.TYPE, terms.STATEMENT))
    ends = f"/{text.lstrip('/')}"
    found = sorted((s for s in statements if isinstance(s, NamedNode) and s.value.endswith(ends)), key=str)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(
            f"{text}: there is no such statement; `sayso query statements` shows them in its last column"
        )
    listed = "\n".join(f"  {node.value.removeprefix(store.base)}" for node in found[:_LISTED])
    raise UsageError(f"{text}: {len(found)} statements end like this; say more of it:\n{listed}")


def _shown(body: str, sentence: str, places: tuple[EvidencePlace, ...]) -> EvidencePlace:
    first = min((place.start for place in places), default=0)
    # The same sentence may stand twice in an article: it is the last one that does not begin after the first place.
    start = max(body.rfind(sentence, 0, first + len(sentence)), body.find(sentence), 0)
    end = start + len(sentence)
    for place in places:
        if place.start < start and start - place.start <= _FURTHEST:
            start = place.start
        if place.end > end and place.end - end <= _FURTHEST:
            end = place.end
    return EvidencePlace(start, end, body[start:end])


def _values(facts: Facts, statement: NamedNode, article: NamedNode) -> list[tuple[str, str]]:
    methods = [facts.named(node).name for node in facts.nodes(statement, ns.WAS_GENERATED_BY)]
    return [
        *((name, ", ".join(facts.names(facts.nodes(statement, p)))) for name, p in _LINKED),
        *((name, facts.text(statement, p)) for name, p in _TOLD),
        ("model", ", ".join(methods)),
        *((name, facts.text(article, p)) for name, p in _OF_ARTICLE),
        ("article", facts.text(article, ns.IDENTIFIER)),
        ("url", next((node.value for node in facts.nodes(article, ns.URL)), "")),
    ]


_LINKED = (
    ("act", terms.ACT),
    ("form", terms.FORM),
    ("status", terms.STATUS),
    ("about", terms.ABOUT),
    ("speaking as", terms.SPEAKING_AS),
    ("to", terms.ADDRESSEE),
    ("medium", terms.MEDIUM),
    ("inside", terms.PART_OF),
)
_TOLD = (
    ("when", terms.WHEN),
    ("said on", terms.SAID_ON),
    ("confidence", terms.CONFIDENCE),
    ("confidence in the speaker", terms.SPEAKER_CONFIDENCE),
    ("confidence in the act", terms.ACT_CONFIDENCE),
    ("confidence in known figures", terms.IDENTITY_CONFIDENCE),
)
_OF_ARTICLE = (("title", ns.TITLE), ("publisher", ns.PUBLISHER), ("published", ns.ISSUED))


def _positions(facts: Facts, statement: NamedNode) -> list[Taken]:
    return [
        Taken(
            " ".join(facts.names(facts.nodes(node, terms.STANCE))),
            ", ".join(facts.names(facts.nodes(node, terms.HOLDER))),
            facts.text(node, terms.MATTER),
            facts.names(facts.nodes(node, terms.TOWARD)),
        )
        for node in facts.subjects(ns.WAS_DERIVED_FROM, statement)
        if facts.nodes(node, terms.HOLDER)
    ]


def _demands(facts: Facts, statement: NamedNode) -> list[Taken]:
    return [
        Taken(
            "demand",
            ", ".join(facts.names(facts.nodes(node, terms.DEMANDED_BY))),
            facts.text(node, terms.MATTER),
            facts.names(facts.nodes(node, terms.DEMANDED_OF)),
        )
        for node in facts.subjects(ns.WAS_DERIVED_FROM, statement)
        if facts.nodes(node, terms.DEMANDED_BY)
    ]
