"""What clients of the Reconciliation API 0.2 send: batches of queries, and requests to extend data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from sayso.api.service.problems import RequestError
from sayso.graph.model.json_value import Json
from sayso.graph.reconcile.properties import PROPERTIES

MOST_QUERIES = 100
MOST_CANDIDATES = 100
MOST_IDS = 500
_MOST_PROPERTIES = 50
_MOST_VALUES = 50
_USUAL_CANDIDATES = 10
_LONGEST_TEXT = 300


class Other(BaseModel):
    """A value that was reconciled itself."""

    id: str
    name: str = ""


Scalar = bool | int | Annotated[float, Field(allow_inf_nan=False)] | str | Other


class PropertyOf(BaseModel):
    """Another cell of the row: a property and its value or values."""

    pid: str
    v: Scalar | Annotated[list[Scalar], Field(max_length=_MOST_VALUES)]

    def texts(self) -> list[Json]:
        """Return the values as texts; of a reconciled one its id and its name."""
        found: list[Json] = []
        for value in self.v if isinstance(self.v, list) else [self.v]:
            found += [value.id, value.name] if isinstance(value, Other) else [_text(value)]
        return found


class ReconcileQuery(BaseModel):
    """One cell to match."""

    model_config = ConfigDict(extra="forbid")

    query: str | None = None
    type: str | Annotated[list[str], Field(max_length=_MOST_VALUES)] = []
    limit: Annotated[float, Field(allow_inf_nan=False)] = _USUAL_CANDIDATES
    properties: Annotated[list[PropertyOf], Field(max_length=_MOST_PROPERTIES)] = []
    type_strict: Literal["any", "should", "all"] = "should"

    @model_validator(mode="after")
    def _asks(self) -> ReconcileQuery:
        if self.query is None and not self.properties:
            raise ValueError("a query has a text (`query`) or at least one of `properties`")
        return self

    def told(self) -> dict[str, Json]:
        """Return the query as `sayso.graph.reconcile.matching` takes it."""
        types = [self.type] if isinstance(self.type, str) and self.type else self.type
        return {
            "text": (self.query or "")[:_LONGEST_TEXT],
            "types": [*types],
            "properties": [[each.pid, each.texts()] for each in self.properties],
            "limit": int(min(max(self.limit, 1), MOST_CANDIDATES)),
        }


class Setting(BaseModel):
    """How a property is wanted."""

    limit: Annotated[float, Field(allow_inf_nan=False)] = 0


class WantedProperty(BaseModel):
    """A property that is wanted."""

    id: str
    settings: Setting = Setting()


class Extension(BaseModel):
    """Which properties are wanted, of which actors."""

    ids: list[str]
    properties: Annotated[list[WantedProperty], Field(max_length=_MOST_PROPERTIES)]

    def told(self) -> dict[str, Json]:
        """Return the arguments of `sayso.graph.reconcile.extending`."""
        wanted: dict[str, Json] = {each.id: int(min(max(each.settings.limit, 0), 1e6)) for each in self.properties}
        return {"ids": [*dict.fromkeys(self.ids)], "properties": wanted}


_BATCH: TypeAdapter[dict[str, object]] = TypeAdapter(dict[str, object])
_QUERY: TypeAdapter[ReconcileQuery] = TypeAdapter(ReconcileQuery)


@dataclass(frozen=True, slots=True)
class Batch:
    """The queries of a batch as `sayso.graph.reconcile.matching` takes them, and why others are none, by their keys."""

    queries: dict[str, Json]
    refused: dict[str, str]

    def answered(self, found: Json) -> Json:
        """Return the answer to all: a query that is refused has no candidates, and the others have theirs."""
        told: dict[str, Json] = {key: {"result": [], "error": why} for key, why in self.refused.items()}
        return {**found, **told} if isinstance(found, dict) else told


def read_batch(text: str) -> Batch:
    """Read a batch of queries. Raises RequestError where none of them is one, and (413) for too many at once."""
    batch = _read(_BATCH, text, "queries")
    if len(batch) > MOST_QUERIES:
        raise RequestError(413, "too-large", f"a batch holds {MOST_QUERIES} queries at the most, not {len(batch):,}")
    queries: dict[str, Json] = {}
    refused: dict[str, str] = {}
    for key, value in batch.items():
        try:
            queries[key] = _QUERY.validate_python(value).told()
        except ValidationError as error:
            refused[key] = _why(error, key)
    if refused and not queries:
        raise RequestError(400, "usage", f"queries.{next(iter(refused.values()))}")
    return Batch(queries, refused)


def read_extension(text: str) -> dict[str, Json]:
    """Read a request to extend data. Raises RequestError for what is none, unknown properties, too many ids."""
    extension = _read(TypeAdapter(Extension), text, "extend")
    if len(extension.ids) > MOST_IDS:
        raise RequestError(413, "too-large", f"data of {MOST_IDS} ids at once, not of {len(extension.ids):,}")
    if unknown := [each.id for each in extension.properties if each.id not in PROPERTIES]:
        raise RequestError(400, "usage", f"extend: {unknown[0]!r} is no property; there are {', '.join(PROPERTIES)}")
    return extension.told()


def _read[T](adapter: TypeAdapter[T], text: str, name: str) -> T:
    try:
        return adapter.validate_json(text.encode("utf-8", "surrogatepass"))
    except ValidationError as error:
        raise RequestError(400, "usage", _why(error, name)) from error


def _why(error: ValidationError, name: str) -> str:
    first: Any = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = "".join(f".{part}" for part in first["loc"])
    return f"{name}{place[:200]}: {first['msg']}"


def _text(value: bool | float | str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
