"""Make a store of invented articles, as large as one likes, with the triples that the loaders' mapping makes of facts.

    .venv/bin/python -m benchmarks.synthetic FOLDER [--statements 100000]

Speakers and subjects are drawn as in news, where few actors speak often and many once. The same number of statements is
always the same store.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks.vocabulary import FEW_WORDS, Vocabulary
from sayso.graph.actors.search.searching import keep_index
from sayso.graph.store.store import Store
from sayso.loaders.document import Document
from sayso.loaders.facts import (
    Actor,
    ActorKind,
    Attribution,
    Demand,
    Extraction,
    Membership,
    Mention,
    Position,
    Post,
    Span,
    Statement,
)
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.vocabulary import ACTS, FORMS, STANCES

PER_ARTICLE = 20
_KINDS: tuple[tuple[ActorKind, str, str], ...] = (
    ("Person", "person/p", "Vera Person{}"),
    ("Person", "person/q", "Ivan Person{}"),
    ("Organisation", "organisation/o", "Office of Matter {}"),
    ("Country", "country/C", "Country {}"),
)
_TITLES = ("minister", "chair", "secretary general", "spokesman", "ambassador")


def actors(count: int) -> list[Actor]:
    """Invent actors of every kind with a label and further names, those who speak most first."""
    found = []
    for number in range(count):
        kind, key, name = _KINDS[number % len(_KINDS)]
        label = name.format(number)
        found.append(Actor(f"{key}{number}", kind, label, frozenset({label, f"{label.split()[-1]} of the North"})))
    return found


class Cast:
    """Actors of whom some are drawn far more often than others."""

    def __init__(self, actors: Sequence[Actor], chance: random.Random) -> None:
        self.known = {actor.key: actor for actor in actors}
        self._keys = list(self.known)
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(actors))))
        self._chance = chance
        self._of = {
            prefix: [key for key in self._keys if key.startswith(prefix)] for prefix in ("person/", "organisation/")
        }

    def drawn(self, least: int, most: int) -> tuple[str, ...]:
        """Draw `least` to `most` actors, as keys; one drawn twice counts once."""
        count = self._chance.randint(least, most)
        return tuple(dict.fromkeys(self._chance.choices(self._keys, cum_weights=self._weights, k=count)))

    def of(self, prefix: str) -> str:
        """Draw any person or organisation: "person/" or "organisation/"."""
        return self._chance.choice(self._of[prefix])


def articles(
    statements: int, actors: Sequence[Actor], vocabulary: Vocabulary = FEW_WORDS
) -> Iterator[tuple[Document, Extraction]]:
    """Invent articles with so many statements in all; what is said is drawn from a vocabulary."""
    chance = random.Random(statements)
    cast = Cast(actors, chance)
    for number, first in enumerate(range(0, statements, PER_ARTICLE)):
        yield _article(number, min(PER_ARTICLE, statements - first), cast, chance, vocabulary)


def _article(
    number: int, statements: int, cast: Cast, chance: random.Random, vocabulary: Vocabulary
) -> tuple[Document, Extraction]:
    text, said, mentions, positions, demands = "", [], [], [], []
    for index in range(statements):
        # Now and then nobody knows who "they" are.
        speakers = cast.drawn(1, 1) if chance.random() < 0.9 else ()
        source = cast.known[speakers[0]].name if speakers else "They"
        start = len(text)
        text += f"{source} said that {' '.join(vocabulary.drawn(chance, 12))}. "
        who, sentence = Span(start, start + len(source)), Span(start, len(text) - 1)
        cue, content = Span(who.end + 1, who.end + 5), Span(who.end + 11, len(text) - 2)
        attribution = Attribution((content,), (cue,), (who,), round(chance.random(), 3))
        form, act, when = chance.choice(FORMS), chance.choice(ACTS), "on Monday" if index % 3 == 0 else None
        said.append(Statement(attribution, sentence, form, act, speakers, cast.drawn(0, 2), when=when))
        mentions += [Mention(who, speaker) for speaker in speakers]
        if index % 5 == 0 and speakers:
            matter = Span(content.start, content.start + 20)
            positions.append(Position(index, speakers[0], chance.choice(STANCES), matter, cast.drawn(0, 1)))
            demands.append(Demand(index, speakers[0], matter, cast.drawn(0, 1)))
    post = Post(_TITLES[number % len(_TITLES)], cast.of("organisation/"))
    document = Document(
        f"synthetic-{number}",
        text,
        f"What was said on day {number}",
        f"Paper {number % 40}",
        f"https://news.example/{number}",
        (date(2020, 1, 1) + timedelta(days=number % 1500)).isoformat(),
        "en",
    )
    return document, Extraction(
        cast.known,
        tuple(mentions),
        (Membership(cast.of("person/"), post, Span(0, 12)),),
        tuple(said),
        tuple(positions),
        tuple(demands),
        (("sayso", "synthetic"),),
    )


def quads(statements: int) -> Iterator[Quad]:
    """Yield the quads of a store of so many statements, the ontology aside."""
    known = actors(max(40, statements // 50))
    yield from actor_quads(known)
    for document, extraction in articles(statements, known):
        yield from article_quads(document, extraction)


def make(folder: Path, statements: int) -> None:
    """Make the store in `folder` and publish a snapshot of it."""
    with tempfile.NamedTemporaryFile(suffix=".nq", dir=folder.parent) as file, Store.open(folder) as store:
        serialize(quads(statements), file, format=RdfFormat.N_QUADS)
        file.flush()
        store.engine.bulk_load(path=file.name, format=RdfFormat.N_QUADS)
        store.gather_files()
        store.publish(always=True)
        keep_index(store)


def main() -> None:
    """Read the arguments and make the store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    arguments = parser.parse_args()
    make(arguments.folder, arguments.statements)


if __name__ == "__main__":
    main()
