"""The batch: articles into a store, each written whole or not at all, whatever happens to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Quad

from sayso.graph.edits.articles import article_state, nearly_same_as, replace_article
from sayso.graph.store.store import Store
from sayso.loaders.admission import Admitting, admitted, incoming, taken
from sayso.loaders.document import Document
from sayso.loaders.facts import Extraction
from sayso.loaders.language import check_language
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.loaders.readers.reader import ReadOutcome
from sayso.loaders.workers import MEMORY, Outcome, extracted
from sayso.ontology.errors import RejectedInput

type Extractor = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """`replace` lets an article take another's place under the same id, `again` extracts what has not changed.

    `any_language` takes texts for English that do not look like it. After so many articles a snapshot is published.
    `memory` limits a process that extracts, in bytes; None limits none, and reads long texts in this process.
    """

    replace: bool = False
    again: bool = False
    any_language: bool = False
    jobs: int = 1
    publish_after: int = 50
    memory: int | None = MEMORY


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that was loaded although others, named by their identifiers, have nearly the same text."""

    where: str
    identifier: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something of an article that was left out, or mended, though the article was loaded."""

    where: str
    text: str


REJECTS_KEPT = 100


@dataclass(slots=True)
class Report:
    """What became of a batch. `loaded` counts new articles, `replaced` those that took the place of an older state.

    `copies` lists those of both that were nearly the same as articles loaded before them, `notes` what was left out of
    an article because a part of the extraction failed. `rejected` lists the first hundred rejects, `rejects` counts
    them all; `on_reject` is called with each.
    """

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    statements: int = 0
    copies: list[Copy] = field(default_factory=list)
    rejected: list[RejectedInput] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    more_rejects: int = 0
    on_reject: Callable[[RejectedInput], object] = field(default=lambda _: None, compare=False, repr=False)

    @property
    def rejects(self) -> int:
        """How many were rejected, shown or not."""
        return len(self.rejected) + self.more_rejects

    @property
    def read(self) -> int:
        """How many articles (and rejects) have been dealt with."""
        return self.loaded + self.replaced + self.unchanged + self.rejects

    def reject(self, rejected: RejectedInput) -> None:
        """Enter a reject: a run of millions must not keep them all."""
        self.on_reject(rejected)
        if len(self.rejected) < REJECTS_KEPT:
            self.rejected.append(rejected)
        else:
            self.more_rejects += 1


def load(
    readings: Iterable[ReadOutcome],
    store: Store,
    extract: Extractor,
    options: BatchOptions | None = None,
    on_progress: Callable[[Report], object] = lambda _: None,
    on_reject: Callable[[RejectedInput], object] = lambda _: None,
) -> Report:
    """Extract articles and write each into the graph of its own; the same again changes nothing.

    An article is the same when its text and what is known of it are; then it is not extracted. `on_progress` is called
    after each article with the report so far, `on_reject` with each that is not loaded. With `options.jobs` over one,
    and for long texts, `extract` runs in processes of their own and has to be a function of a module.
    """
    options = options or BatchOptions()
    report = Report(on_reject=on_reject)
    wanted = _wanted(readings, store, options, report, on_progress)
    for document, outcome in extracted(wanted, extract, options.jobs, options.memory):
        _write(store, document, outcome, report)
        if (report.loaded + report.replaced) % options.publish_after == 0:
            store.publish()
        on_progress(report)
    return report


def _wanted(
    readings: Iterable[ReadOutcome],
    store: Store,
    options: BatchOptions,
    report: Report,
    on_progress: Callable[[Report], object],
) -> Iterator[Document]:
    """Pass on the articles that have to be extracted, and count the others."""
    met: dict[str, tuple[str, str]] = {}
    for reading in readings:
        try:
            if isinstance(reading, RejectedInput):
                raise reading
            if _differs(reading, store, options, met):
                if not options.any_language:
                    check_language(reading)
                yield reading
                continue
            report.unchanged += 1
        except RejectedInput as rejected:
            report.reject(rejected)
        on_progress(report)


def _differs(document: Document, store: Store, options: BatchOptions, met: dict[str, tuple[str, str]]) -> bool:
    """Say whether an article is new or changed; RejectedInput where its id belongs to another article."""
    new = incoming(document)
    earlier, earlier_hash = met.setdefault(document.id, (document.origin, new.text_hash))
    if earlier != document.origin:
        if earlier_hash == new.text_hash:
            return False
        if not options.replace:
            raise taken(new, f"{earlier} in this run")
    return admitted(new, article_state(store, document.id), Admitting(options.replace, options.again))


def told_by(document: Document, outcome: Outcome, base: str) -> tuple[list[Quad], int]:
    """Return what an article says and who its actors are, and how many statements that is.

    Raises RejectedInput where nothing could be extracted.
    """
    try:
        if not isinstance(outcome, Extraction):
            raise outcome
        quads = [*article_quads(document, outcome, base), *actor_quads(outcome.actors.values(), base)]
        return quads, len(outcome.statements)
    except ValueError as error:
        raise _nothing(document, error) from error


def notes_of(outcome: Outcome) -> tuple[str, ...]:
    """Return what an extraction tells of its own gaps."""
    return outcome.notes if isinstance(outcome, Extraction) else ()


def _nothing(document: Document, error: ValueError) -> RejectedInput:
    reason = f"nothing could be extracted ({error}); leave it out, and report it if it is an ordinary article"
    return RejectedInput(document.origin, reason)


def _write(store: Store, document: Document, outcome: Outcome, report: Report) -> None:
    try:
        quads, statements = told_by(document, outcome, store.base)
        known = article_state(store, document.id) is not None
        replace_article(store, document.id, quads, incoming(document).seen)
    except RejectedInput as rejected:
        report.reject(rejected)
        return
    except ValueError as error:
        report.reject(_nothing(document, error))
        return
    report.statements += statements
    report.notes += [Note(document.origin or document.id, text) for text in notes_of(outcome)]
    if others := nearly_same_as(store, document.id):
        report.copies.append(Copy(document.origin, document.id, others))
    if known:
        report.replaced += 1
    else:
        report.loaded += 1
