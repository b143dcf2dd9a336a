"""Names: what the things are called that statements tell of, each asked for once."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable
from itertools import batched
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from sayso.graph.statements.rows.cells import is_iri
from sayso.graph.statements.rows.row import Named
from sayso.graph.store.solutions import Table, Term, text_of
from sayso.ontology.namespaces import LABEL, POST_CLASS, POST_IN, SAYSO, SKOS, TYPE
from sayso.ontology.vocabulary import ACTOR_KINDS
from sayso.queries.parts.parts import part

if TYPE_CHECKING:
    from sayso.graph.statements.rows.reading import Answering

_KINDS = {**{SAYSO + kind: kind for kind in ACTOR_KINDS}, POST_CLASS.value: "Post"}
_PREFERRED = SKOS + "prefLabel"
_AT_ONCE = 500


class Names:
    """The names of things, remembered: it grows with the number of actors and posts, not with that of statements.

    A thing goes by its cell, for of hundred thousands cutting the marks off takes longer than looking the name up.
    """

    def __init__(self, store: Answering) -> None:
        self._store = store
        self._asking = threading.Lock()
        self._known: dict[str, Named] = {}
        self._post_in: dict[str, str] = {}

    def learn(self, terms: Iterable[Term]) -> None:
        """Ask for the names of all things that are new."""
        self.learn_cells(map(str, terms))

    def learn_cells(self, cells: Iterable[str]) -> None:
        """Ask for the names of all things, by cell, that are new; what is no IRI has none."""
        # Several threads read ahead, and what one is asking for another needs, too.
        with self._asking:
            self._ask({cell for cell in cells if cell not in self._known and is_iri(cell)})
            self._ask({owner for owner in self._post_in.values() if owner not in self._known})

    def _ask(self, cells: Iterable[str]) -> None:
        for batch in batched(sorted(cells), _AT_ONCE):
            told: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            answer = self._store.query(part("names", thing=[NamedNode(cell[1:-1]) for cell in batch]))
            for row in answer.rows if isinstance(answer, Table) else ():
                thing, property_, value = map(text_of, row)
                told[thing][property_].append(value)
            for cell in batch:
                self._keep(cell, told[cell[1:-1]])

    def _keep(self, cell: str, told: dict[str, list[str]]) -> None:
        labels = sorted(told.get(_PREFERRED, ())) or sorted(told.get(LABEL.value, ()))
        kinds = sorted(_KINDS[kind] for kind in told.get(TYPE.value, ()) if kind in _KINDS)
        iri = cell[1:-1]
        self._known[cell] = Named(labels[0] if labels else iri, iri, kinds[0] if kinds else "")
        if owners := sorted(told.get(POST_IN.value, ())):
            self._post_in[cell] = f"<{owners[0]}>"

    def of(self, terms: Iterable[Term]) -> tuple[Named, ...]:
        """Return the things with their names, sorted by name; raises KeyError for one that was not asked for."""
        return self.of_cells(tuple(map(str, terms)))

    def of_cells(self, cells: tuple[str, ...]) -> tuple[Named, ...]:
        """Do the same by cell; what is no IRI is passed over."""
        if len(cells) == 1:
            return (self._known[cells[0]],) if is_iri(cells[0]) else ()
        found = {self._known[cell] for cell in cells if is_iri(cell)}
        return tuple(found) if len(found) < 2 else tuple(sorted(found))

    def post_in(self, post: Named) -> Named | None:
        """Return the organisation or country that a post belongs to, where it is known."""
        owner = self._post_in.get(f"<{post.iri}>")
        return self._known[owner] if owner else None
