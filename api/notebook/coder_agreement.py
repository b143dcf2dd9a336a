"""Agreement with a coder in a notebook: alpha by variable, and the disagreements, as frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from sayso.api.notebook.asking import QuestionSource, opened
from sayso.api.notebook.frames import to_pandas
from sayso.api.notebook.network_frames import table_frame
from sayso.api.notebook.statements import Statements
from sayso.graph.answers.agreement.agreement import CoderAgreement, compared
from sayso.graph.networks.origin import origin
from sayso.graph.statements.rows.filter import Filter
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError

if TYPE_CHECKING:
    import pandas

type Codes = str | Path | pandas.DataFrame

_FIELDS: Final = ("variable", "units", "equal", "alpha")
_DIFFERENCES: Final = ("variable", "one", "other", "unit_one", "unit_other", "statement", "text")


@dataclass(frozen=True, slots=True, repr=False)
class Agreement:
    """How far two coders agree. `found` tells it in full: variables, disagreements, units that only one has."""

    found: CoderAgreement
    store: QuestionSource
    origin: Mapping[str, str] = field(default=MappingProxyType({}), compare=False)

    def df(self) -> pandas.DataFrame:
        """Return a row a variable: units coded by both, those coded alike, Krippendorff's alpha."""
        rows = [
            (one.variable, one.units, one.equal, "" if one.alpha is None else one.alpha) for one in self.found.variables
        ]
        return to_pandas(
            table_frame(_FIELDS, rows, {"units": "integer", "equal": "integer", "alpha": "double"}), self.origin
        )

    def disagreements_df(self) -> pandas.DataFrame:
        """Return a row a disagreement, with the sentence and the statement's IRI."""
        rows = [
            (one.variable, one.one, one.other, *one.units, one.statement or "", one.text)
            for one in self.found.disagreements
        ]
        return to_pandas(table_frame(_DIFFERENCES, rows, {}), self.origin)

    def statements(self) -> Statements:
        """Return the statements that somebody coded otherwise, each once, which show their sentences."""
        return opened(self.store, dict.fromkeys(one.statement for one in self.found.disagreements if one.statement))

    def __repr__(self) -> str:
        told = [
            f"{one.variable} {'not defined' if one.alpha is None else f'{one.alpha:.3f}'} ({one.equal} of {one.units})"
            for one in self.found.variables
        ]
        left = f"only one has {len(self.found.only_one)}, only the other {len(self.found.only_other)}"
        return f"Krippendorff's alpha over {self.found.paired} units ({left}): {', '.join(told)}"


def agreement(store: QuestionSource, codes: Codes, other: Codes | None, status: str) -> Agreement:
    """Compare tables of codes. Raises UsageError for what is no such table."""
    second = None if other is None else _text(other)
    # The walks ask nothing but `query` and `base`, which every source has.
    found = compared(cast(Store, store), _text(codes), second, Filter(status=status))
    return Agreement(found, store, origin(store, {"status": status or "said"}))


def _text(codes: Codes) -> str:
    if isinstance(codes, str | Path):
        try:
            return Path(codes).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{codes}: cannot be read as a table in UTF-8 ({error})") from error
    return str(codes.to_csv(index=False))
