"""A dozen positions for tests: who is for or against what, when, in which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.graph.networks.coding import Coding, codings
from sayso.graph.statements.rows.row import Named, Row, Source, Stand

# actor, matter, stance, day, article
DOZEN = [
    ("Ann", "tax", "for", "2024-01-10", "a1"),
    ("Ann", "tax", "for", "2024-01-10", "a1"),
    ("Ann", "road", "against", "2024-02-05", "a2"),
    ("Ann", "road", "for", "2024-03-01", "a3"),
    ("Bob", "tax", "for", "2024-01-12", "a1"),
    ("Bob", "road", "against", "2024-02-06", "a2"),
    ("Bob", "wall", "against", "2024-03-02", "a3"),
    ("Cid", "tax", "against", "2024-01-31", "a1"),
    ("Cid", "tax", "against", "2024-02-01", "a2"),
    ("Cid", "wall", "for", "2024-03-03", "a3"),
    ("Cid", "wall", "against", "2025-01-05", "a4"),
    ("Dee", "park", "for", "", "a5"),
]


def rows(positions: Iterable[tuple[str, str, str, str, str]] = DOZEN) -> Iterator[Row]:
    """Yield a row for each position; its holder says it."""
    for number, (actor, matter, stance, day, article) in enumerate(positions):
        who = Named(actor, f"urn:{actor}", "Person")
        yield Row(
            f"urn:s{number}",
            Source(f"urn:{article}", article, source="Post" if article == "a1" else "Times"),
            speakers=(who,),
            act="support" if stance == "for" else "reject",
            said_on=day,
            stands=(Stand(who, stance, matter),),
        )


def dozen() -> list[Coding]:
    """The dozen as codings."""
    return list(codings(rows()))
