"""`sayso agreement`: how far a coder agrees with the graph, or with another coder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.choices import StatusOption
from sayso.api.console import complain, print_json, print_table, say
from sayso.api.options import JsonOption, StoreOption
from sayso.api.stores import to_read
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    from sayso.graph.answers.agreement.agreement import CoderAgreement

_MOST = 40


def agreement(
    codes: Annotated[
        Path | None, typer.Argument(metavar="[CODES.csv]", help="A row a unit, a column a variable; or DNA's CSV.")
    ] = None,
    other: Annotated[
        Path | None, typer.Argument(metavar="[OTHER.csv]", help="Another coder's; without it the graph is the other.")
    ] = None,
    store: StoreOption = None,
    coder: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Instead: two who coded apart, over what both are done with."),
    ] = None,
    status: StatusOption = "",
    as_json: JsonOption = False,
) -> None:
    """Compare a coder's table with the graph, or with another's: Krippendorff's alpha, and every disagreement.

    Columns are those of `sayso export --format csv`, any of them; units are found by statement, by article and
    place, or by their words.

    \b
    sayso agreement coded.csv
    sayso agreement ann.csv ben.csv
    sayso agreement --coder ann --coder ben
    """
    from sayso.graph.answers.agreement.agreement import compared
    from sayso.graph.answers.codings import between_coders
    from sayso.graph.statements.rows.filter import Filter

    if coder:
        if len(coder) != 2 or codes is not None:
            raise UsageError("--coder: two names, and no file")
        with to_read(store) as opened:
            _tell(between_coders(opened, *coder), (coder[0], coder[1]), as_json)
        return
    if codes is None:
        raise UsageError("name a table of codes, or two coders with --coder")
    tables = [read_table(path) for path in (codes, other) if path is not None]
    with to_read(store) as opened:
        found = compared(opened, tables[0], tables[1] if other else None, Filter(status=status))
    _tell(found, (codes.name, other.name if other else "the graph"), as_json)


def _tell(found: CoderAgreement, names: tuple[str, str], as_json: bool) -> None:
    if as_json:
        from sayso.graph.model.rendering import as_json as tell

        print_json(tell(found.told(most=None)))
    else:
        _print(found, names)


def read_table(path: Path) -> str:
    """Return the text of a table of codes. Raises UsageError for what cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: this is not UTF-8; save the table as CSV UTF-8") from error


def _print(found: CoderAgreement, names: tuple[str, str]) -> None:
    one, other = names
    rows = [
        {
            "variable": each.variable,
            "units": str(each.units),
            "equal": str(each.equal),
            "alpha": "not defined" if each.alpha is None else f"{each.alpha:.3f}",
        }
        for each in found.variables
    ]
    print_table(("variable", "units", "equal", "alpha"), rows)
    alone = f"{len(found.only_one):,} only in {one}, {len(found.only_other):,} only in {other}"
    say(f"{found.paired:,} units are in both, {alone}")
    for name, labels in ((one, found.only_one), (other, found.only_other)):
        for label in labels[:_MOST]:
            say(f"only in {name}: {label}")
        if len(labels) > _MOST:
            complain(f"{_MOST} of {len(labels):,} units only in {name} are shown: --json for all")
    if found.disagreements:
        shown = found.disagreements[:_MOST]
        cells = [{"variable": each.variable, one: each.one, other: each.other, "sentence": each.text} for each in shown]
        print_table(("variable", one, other), cells, evidence="sentence")
    if len(found.disagreements) > _MOST:
        complain(f"{_MOST} of {len(found.disagreements):,} disagreements are shown: --json for all")
