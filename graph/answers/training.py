"""Reviews as training data: one line of JSON for each, with offsets into the text that it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.graph.answers.telling import told_review
from sayso.graph.model.rendering import as_json
from sayso.graph.reviews.review import every_review
from sayso.graph.statements.evidence import Facts
from sayso.graph.store.store import Store
from sayso.ontology import namespaces as ns
from sayso.ontology import terms

_KEPT = ("verdict", "by", "when", "note", "spans", "words", "cue", "speakerText", "corrections", "statement")


def training_lines(store: Store, *, taken_back: bool = False) -> Iterator[str]:
    """Yield the reviews that stand, the earliest first, each as a line of JSON; also those taken back where wished.

    A line holds the article's identifier and the hash of the text that was reviewed, the offsets (code points, end
    exclusive) of speaker, cue and content as they were extracted, the verdict and the corrections. The text itself is
    not in it: `current` says whether the store still has that text.
    """
    facts = Facts(store.engine)
    for review in reversed(every_review(store)):
        if review.taken_back is not None and not taken_back:
            continue
        told = told_review(store, review.node(store.base))
        if told is None:
            continue
        entry = as_json(told)
        line = {
            "article": facts.text(review.article, ns.IDENTIFIER) or review.article.value,
            "textHash": review.text_hash,
            "current": facts.text(review.article, terms.TEXT_HASH) == review.text_hash,
            **{name: entry[name] for name in _KEPT},
        }
        if review.taken_back is not None:
            line["takenBack"] = entry["takenBack"]
        yield json.dumps(line, ensure_ascii=False)
