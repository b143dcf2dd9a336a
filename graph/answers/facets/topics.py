"""Topics: the words that are said most in some statements, each with how many of them a filter by it leaves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.graph.actors.refs import Refs
from sayso.graph.answers.facets.facet import told_of_all
from sayso.graph.answers.sorting import ListedThing
from sayso.graph.statements.stems import EMPTY, stem
from sayso.graph.store.store import Store
from sayso.ontology.terms import ABOUT, CONTENT, SPEAKER

MOST_TOPICS = 12
# Of so many statements, the latest, words are counted.
MOST_READ = 5_000
_LEAST = 2
_WORD = re.compile(r"[^\W\d_]{4,}")
# What says that something is said or going to be, not of what.
_TELLING = frozenset(
    "said says tell told think make made take taken come came going good great make many people thing things time want "
    "wanted well year years there their very will still even because since must need needs that this those".split()
)


def topics(store: Store, found: Sequence[ListedThing]) -> list[tuple[str, int]]:
    """Return the words that most of these statements hold, but for names of actors, with their number."""
    statements = [*dict.fromkeys(row[1] for row in found)][:MOST_READ]
    told = told_of_all(store, CONTENT)
    texts = [" ".join(told.get(statement, ())).casefold() for statement in statements]
    return counted(texts, _names(store, statements))


def counted(texts: Sequence[str], names: frozenset[str]) -> list[tuple[str, int]]:
    """Return the words that most texts (in small letters) hold; of words of one stem the shortest stands for all."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update({word for word in _WORD.findall(text) if not (word in EMPTY or word in _TELLING or word in names)})
    stems: dict[str, str] = {}
    for word, _ in words.most_common(4 * MOST_TOPICS):
        known = stems.setdefault(stem(word), word)
        if len(word) < len(known):
            stems[stem(word)] = word
    # As the filter of words sees it: "troop" is in "troops", too.
    having = [(word, sum(word in text for text in texts)) for word in stems.values()]
    return sorted((one for one in having if one[1] >= _LEAST), key=lambda one: (-one[1], one[0]))[:MOST_TOPICS]


def _names(store: Store, statements: Iterable[str]) -> frozenset[str]:
    roles = [told_of_all(store, role) for role in (SPEAKER, ABOUT)]
    meant = Counter(actor for iri in statements for role in roles for actor in role.get(iri, ()))
    refs = Refs(store)
    refs.learn(actor for actor, _ in meant.most_common(100))
    return frozenset(word for actor, _ in meant.most_common(100) for word in _WORD.findall(refs.name(actor).casefold()))
