"""Language: the models read English, so a text in another language is refused with a word."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from sayso.loaders.document import Document
from sayso.loaders.word_lists import word_set, word_tables
from sayso.ontology.errors import RejectedInput

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4_000  # code points that are looked at; more decide nothing and cost time
_SHORTEST = 20  # of fewer code points nothing can be told: a name, a dateline
_MARGIN = 20.0  # how many times likelier another language has to be; lists of foreign names reach eight
_LIKE_ENGLISH = word_set("english", "alike")
_ENGLISH = word_set("english", "tags")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_].*)?", re.IGNORECASE)
_NAMES: Mapping[str, str] = word_tables("languages")


def check_language(document: Document) -> None:
    """Raise RejectedInput for a document that says it is not English, or whose text looks like another language."""
    told = document.language or ""
    if _TAG.fullmatch(told) and not is_english(told) and _primary(told) != "und":
        raise _refused(document, f"its language is given as {_named(_primary(told))}")
    found = other_language(document.text)
    if found is not None:
        raise _refused(document, f"its text looks like {_named(found)}")


def is_english(tag: str | None) -> bool:
    """Say whether a language tag means English: "en", "en-GB", "eng"."""
    return _primary(tag or "") in _ENGLISH


def other_language(text: str) -> str | None:
    """Return the ISO 639 code of the language that a text is in, None for English and where it cannot be told.

    The first few thousand code points decide. A short text needs no less certainty than a long one, so that a headline
    full of foreign names passes.
    """
    sample = text[:_SAMPLE].strip()
    if len(sample) < _SHORTEST:
        return None
    likely = dict(_identifier().rank(sample))
    english = max(likely.get(tag, 0.0) for tag in _LIKE_ENGLISH)
    best = max((tag for tag in likely if tag not in _LIKE_ENGLISH), key=lambda tag: likely[tag])
    return best if likely[best] > _MARGIN * max(english, math.ulp(0.0)) else None


def _refused(document: Document, why: str) -> RejectedInput:
    return RejectedInput(
        document.origin, f"{why}, and only English can be read; leave it out, or insist with --language en"
    )


def _named(tag: str) -> str:
    return f"{_NAMES[tag]} ({tag})" if tag in _NAMES else ascii(tag[:20])


def _primary(tag: str) -> str:
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]


@cache
def _identifier() -> LanguageIdentifier:
    # Takes a second: not before the first text has to be told apart.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
