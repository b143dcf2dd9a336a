"""What may be shown of a store whose articles' texts may not be given away.

Nothing is shown because nobody thought of it: a literal that can hold words is shown where its property is listed here,
and no others are, however they came in. So what is new to the ontology stays away until somebody decides. What stands
here may be cut out of a text (a sentence, the words of a quotation, a name), but is never the way from one sentence to
the next. A person who reviews can let a statement's words span a whole article: so no literal is long, either.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from sayso.ontology import namespaces as ns
from sayso.ontology import terms

MOST_CHARACTERS: Final = 4000
# So long may be what is cut out of any text, and of a longer one half of it.
_ALWAYS: Final = 1000
_MOST_OF_A_VALUE: Final = 64
_MOST_OF_AN_IRI: Final = 2048
_LOADING: Final = "urn:sayso:loading:"
# Lexical forms of these are no place for words.
_VALUES: Final = frozenset(
    NamedNode(f"http://www.w3.org/2001/XMLSchema#{name}")
    for name in "boolean integer decimal double float int long date dateTime gYear gYearMonth time duration".split()
)
SHOWN: Final = frozenset(
    (
        *(ns.IDENTIFIER, ns.TITLE, ns.CREATOR, ns.PUBLISHER, ns.ISSUED, ns.LANGUAGE, ns.URL, ns.CREATED),
        *(ns.LABEL, ns.ALT_LABEL, ns.PREFERRED_LABEL, ns.NOTATION, ns.COMMENT, ns.EXACT),
        *(NamedNode(f"{ns.SCHEMA}{name}") for name in ("name", "alternateName", "softwareVersion")),
        *(terms.CONTENT, terms.CUE, terms.WHEN, terms.SAID_ON, terms.SENTENCE, terms.MATTER, terms.TEXT_HASH),
        *(terms.VERDICT, terms.TAKEN_BACK_BY),
        *(NamedNode(f"{_LOADING}{name}") for name in ("metadata", "origin", "text-print", "words-print")),
    )
)
# The text itself, the words around a quotation, and what a review changed: triples with all of these inside.
WITHHELD: Final = frozenset((ns.ARTICLE_BODY, ns.PREFIX, ns.SUFFIX, terms.REMOVED, terms.ADDED))


def may_be_shown(quad: Quad, whole: int = 0) -> bool:
    """Say whether a quad of a graph other than the ontology's may be shown; `whole` is its article's text's length."""
    for term in (quad.subject, quad.object, quad.graph_name):
        if isinstance(term, NamedNode) and len(term.value) > _MOST_OF_AN_IRI:
            return False
        if isinstance(term, Triple):
            return False
    if not isinstance(quad.object, Literal):
        return True
    if quad.object.datatype in _VALUES:
        return len(quad.object.value) <= _MOST_OF_A_VALUE
    return quad.predicate in SHOWN and len(quad.object.value) <= min(MOST_CHARACTERS, max(_ALWAYS, whole // 2))
