"""How far a load is: a bar with articles a second and the time that is left, where there is a terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sayso.loaders.batch import Report
    from sayso.loaders.readers import Meter, ReadingOptions


@contextmanager
def progress(
    paths: Sequence[str], reading: ReadingOptions, meter: Meter, *, shown: bool | None = None
) -> Iterator[Callable[[Report], object]]:
    """Yield what shows a report so far. What is left follows from the bytes that the files have and that were read.

    `shown` says whether, None to show where the standard error is a terminal.
    """
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from sayso.api.console import console
    from sayso.loaders.readers import total_bytes

    screen = console(stderr=True)
    shown = screen.is_terminal if shown is None else shown
    left = TimeRemainingColumn()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(20), TimeElapsedColumn(), left)
    with Progress(*columns, console=screen, transient=True, disable=not shown) as bar:
        total = total_bytes(paths, reading) if shown else None
        task = bar.add_task("articles", total=total)
        yield lambda report: bar.update(task, completed=meter.done, description=told(report, bar.tasks[0].elapsed))


def told(report: Report, seconds: float | None) -> str:
    """Return the numbers of a report so far."""
    rate = f", {report.read / seconds:.1f} a second" if seconds else ""
    rejects = f", {report.rejects:,} rejected" if report.rejects else ""
    return f"{report.read:,} articles{rate}{rejects}, {report.statements:,} statements"


@contextmanager
def shard_progress(total: int, *, shown: bool | None = None) -> Iterator[Callable[[int], object]]:
    """Yield what is called for each shard that is done, with its number of articles.

    `total` is how many shards there are to do; `shown` says whether, None to show on a terminal.
    """
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from sayso.api.console import console

    screen = console(stderr=True)
    shown = screen.is_terminal if shown is None else shown
    columns = (MofNCompleteColumn(), TextColumn("shards, {task.description}"), BarColumn(20))
    with Progress(
        *columns, TimeElapsedColumn(), TimeRemainingColumn(), console=screen, transient=True, disable=not shown
    ) as bar:
        task = bar.add_task("0 articles", total=total)
        articles = 0

        def show(more: int) -> None:
            nonlocal articles
            articles += more
            seconds = bar.tasks[0].elapsed
            rate = f", {articles / seconds:.1f} a second" if seconds else ""
            bar.update(task, advance=1, description=f"{articles:,} articles{rate}")

        yield show
