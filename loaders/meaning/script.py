"""A script: a parsed text with its tokens' offsets at hand.

spaCy puts `doc.text` together anew at each call and finds tokens by their characters one by one; with a statement in
every other sentence that would be quadratic. So both are kept with the document, in its `user_data`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from sayso.loaders.actors.tokens import starts
from sayso.loaders.facts import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "sayso.script"


@dataclass(frozen=True, slots=True)
class Script:
    """The text, where each token starts, and what has been read of it already (`notes`, by what it was read of)."""

    text: str
    starts: tuple[int, ...]
    notes: dict[Any, Any] = field(default_factory=dict)

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the first and last token that share a character with `span`; first > last when there is none."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        return first, bisect_left(self.starts, span.end) - 1


def script(doc: Doc) -> Script:
    """Return the document's script, made once."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = Script(doc.text, starts(doc))
    return cast(Script, doc.user_data[KEY])
