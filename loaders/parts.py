"""Parts: extraction in parts, so that a part that fails leaves out itself and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sayso.loaders.facts import Attribution, Demand, Extraction, Position, Span, Statement

# What a fault in the reading of one sentence raises; a lack of memory, a missing model or a signal is none of these.
FAULTS = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError)


@dataclass(slots=True)
class Parts:
    """The parts of one extraction. `notes` tell which were left out, and why, without words of the article."""

    notes: list[str] = field(default_factory=list)

    def attempt[**P, T](self, what: str, otherwise: T, part: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a part gives for its arguments; `otherwise`, and a note that names `what`, where it fails."""
        try:
            return part(*args, **kwargs)
        except FAULTS as fault:
            self.notes.append(f"left out {what} ({type(fault).__name__}: {ascii(str(fault))[1:-1][:200]})")
            return otherwise


def fitting(extraction: Extraction, text: str, parts: Parts) -> Extraction:
    """Leave out what does not lie in the text, with what hangs on it, and note it in `parts` and the extraction.

    An extraction in order comes back with the notes alone.
    """
    check = _Check(len(text), parts)
    kept: dict[int, int] = {}
    statements: list[Statement] = []
    for index, statement in enumerate(extraction.statements):
        if (whole := check.statement(statement)) is not None:
            kept[index] = len(statements)
            statements.append(whole)
    inside = [None if s.part_of is None else kept.get(s.part_of) for s in statements]
    return replace(
        extraction,
        mentions=tuple(m for m in extraction.mentions if check.holds(m.span, "a mention")),
        memberships=tuple(m for m in extraction.memberships if check.holds(m.evidence, "a membership")),
        statements=tuple(replace(s, part_of=outer) for s, outer in zip(statements, inside, strict=True)),
        positions=tuple(check.renumbered(p, kept) for p in extraction.positions if check.stance(p, kept)),
        demands=tuple(check.renumbered(d, kept) for d in extraction.demands if check.stance(d, kept)),
        notes=tuple(dict.fromkeys(parts.notes)),
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks of one extraction's places in a text of `size` code points."""

    size: int
    parts: Parts

    def holds(self, span: Span, what: str) -> bool:
        """Say whether a span has characters of the text, and note it where not."""
        if 0 <= span.start < span.end <= self.size:
            return True
        self.parts.notes.append(f"left out {what} ({span} is not in the text)")
        return False

    def statement(self, statement: Statement) -> Statement | None:
        """Return a statement with the places that are in the text, None where no words are left."""
        found = statement.attribution
        what = f"a statement's {{}} at {statement.sentence.start}"
        spans = [
            tuple(s for s in some if self.holds(s, what.format(name)))
            for name, some in (("words", found.contents), ("cue", found.cues), ("source", found.sources))
        ]
        if not spans[0]:
            return None
        attribution = Attribution(spans[0], spans[1], spans[2], found.confidence)
        sentence = statement.sentence
        if not self.holds(sentence, what.format("sentence")):
            sentence = around(attribution)
        return replace(statement, attribution=attribution, sentence=sentence)

    def stance(self, one: Position | Demand, kept: dict[int, int]) -> bool:
        """Say whether a position or demand has words, and a statement that was kept."""
        return one.statement in kept and self.holds(one.matter, f"a {type(one).__name__.lower()}")

    @staticmethod
    def renumbered[S: (Position, Demand)](one: S, kept: dict[int, int]) -> S:
        """Point a position or demand at its statement's new number."""
        return replace(one, statement=kept[one.statement])


def around(attribution: Attribution) -> Span:
    """Return the stretch from the first to the last word of an attribution's content."""
    return Span(min(s.start for s in attribution.contents), max(s.end for s in attribution.contents))
