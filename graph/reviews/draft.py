"""A draft: one article's quads while reviews change them; every statement stays whole, nothing dangles."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Store

from sayso.graph.actors.names import contribution
from sayso.graph.actors.rewriting import kind_of
from sayso.graph.reviews.places import placed, span_node, span_triples
from sayso.graph.statements.evidence import EvidencePlace, Facts
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

GAP = " … "
_SPANS = (terms.CONTENT_SPAN, terms.CUE_SPAN, terms.SPEAKER_SPAN, terms.MATTER_SPAN)


class Draft:
    """The quads of one article's graph, changed in place."""

    def __init__(self, quads: Iterable[Quad], article: NamedNode, base: str) -> None:
        self._engine = Store()
        self._engine.extend(quads)
        self.article = article
        self._base = base
        self.facts = Facts(self._engine)
        self.text = self.facts.text(article, ns.ARTICLE_BODY)

    def quads(self) -> set[Quad]:
        """Return what the article's graph holds now."""
        return set(self._engine)

    def put(self, subject: NamedNode, predicate: NamedNode, values: Iterable[NamedNode | Literal]) -> None:
        """Make these the only values of a property; how judgements renamed the old ones goes with them."""
        wanted = set(values)
        for quad in list(self._engine.quads_for_pattern(subject, predicate, None)):
            if quad.object not in wanted:
                self._engine.remove(quad)
        for record in self.facts.subjects(ns.RDF_SUBJECT, subject):
            if predicate in self.facts.nodes(record, ns.RDF_PREDICATE):
                self._drop(record)
        self.add((subject, predicate, value) for value in wanted)

    def add(self, triples: Iterable[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> None:
        """Add triples."""
        self._engine.extend(Quad(*triple, self.article) for triple in triples)

    def extend(self, quads: Iterable[Quad]) -> None:
        """Add quads of the article's graph."""
        self._engine.extend(quads)

    def drop_statement(self, statement: NamedNode) -> None:
        """Take a statement out, with all that it expresses; what stood inside it stands inside what it stood in."""
        outer = self.facts.nodes(statement, terms.PART_OF)
        for inner in self.facts.subjects(terms.PART_OF, statement):
            self.put(inner, terms.PART_OF, outer)
        for expressed in self.facts.subjects(ns.WAS_DERIVED_FROM, statement):
            self.drop_with_places(expressed)
        self.drop_with_places(statement)

    def drop_with_places(self, node: NamedNode) -> None:
        """Take a statement, position or demand out, and the places that nothing else points to."""
        spans = [span for predicate in _SPANS for span in self.facts.nodes(node, predicate)]
        for record in self.facts.subjects(ns.RDF_SUBJECT, node):
            self._drop(record)
        self._drop(node)
        self._drop_unused(spans)

    def move_content(self, statement: NamedNode, contents: tuple[EvidencePlace, ...]) -> None:
        """Let a statement's words stand elsewhere; its sentence grows to hold them."""
        old = self.facts.nodes(statement, terms.CONTENT_SPAN)
        self.put(statement, terms.CONTENT_SPAN, (span_node(self.article, place) for place in contents))
        self.add(triple for place in contents for triple in span_triples(self.article, self.text, place))
        self.put(statement, terms.CONTENT, [Literal(GAP.join(place.words for place in contents))])
        self._drop_unused(old)
        sentence = self.facts.text(statement, terms.SENTENCE)
        first, last = contents[0].start, contents[-1].end
        begin = max(self.text.rfind(sentence, 0, first + len(sentence)), self.text.find(sentence))
        if begin >= 0 and not begin <= first <= last <= begin + len(sentence):
            held = placed(self.text, min(begin, first), max(begin + len(sentence), last))
            self.put(statement, terms.SENTENCE, [Literal(held.words)])

    def introduce(self, actor: NamedNode, name: str) -> None:
        """Let the article tell what an actor is and is called, where it does not yet."""
        shared = kind_of(actor, self._base) is not None
        if not name or self.facts.subjects(terms.NAMES, actor) or self.facts.texts(actor, ns.LABEL):
            return
        label = Quad(actor, ns.LABEL, Literal(name), self.article)
        if shared:
            self._engine.extend(contribution([label], self.article, self._base))
        else:
            self.add((actor, ns.TYPE, type_) for type_ in terms.ACTOR_TYPES["Group"])
            self._engine.add(label)

    def _drop(self, node: NamedNode) -> None:
        for quad in list(self._engine.quads_for_pattern(node, None, None)):
            self._engine.remove(quad)

    def _drop_unused(self, spans: Iterable[NamedNode]) -> None:
        for span in spans:
            if next(self._engine.quads_for_pattern(None, None, span), None) is None:
                for selector in self.facts.nodes(span, ns.HAS_SELECTOR):
                    self._drop(selector)
                self._drop(span)
