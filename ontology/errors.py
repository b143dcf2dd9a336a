"""The error tree: every failure that a user can meet, each with what to do about it.

SaysoError                      status  problem type (under https://w3id.org/sayso/problem/)
├── UsageError                  400     usage            a command or request that cannot be understood
│   ├── QueryError              400     query            SPARQL that does not parse, a value that does not fit
│   └── NotAcceptableError      406     not-acceptable   the client takes no format that there is
├── AmbiguousName               300     ambiguous-name   a name that several actors bear
├── NotFoundError               404     not-found        no such query, statement, file
├── RejectedInput               422     rejected-input   one article (or line) that is left out, the others are loaded
│   └── IdentifierTaken         409     identifier-taken an article whose identifier belongs to another one
├── StoreLocked                 423     store-locked     another process writes to the store
├── StoreError                  500     store            the store's folder is unreadable or is no store
│   ├── StoreFull               507     full             no room on the disk; nothing was written
│   ├── UnpublishedError        507     not-published    what was written is stored, but no reader sees it yet
│   ├── StoreDamaged            500     store-damaged    a file of the store is broken or gone
│   └── RemoteError             502     remote           a remote store that cannot be reached, or answers otherwise
├── ModelError                  500     model            a model whose files are not what was trained
└── LimitError                  503     limit            a query that asks too much, or a service that is busy
    ├── TimeLimitError          504     time-limit       a query that takes longer than it may
    └── BusyError               503     busy             too many queries at once; ask again
        └── TooManyError        429     too-many         a client that asks more than its share

It stands on the lowest floor because every floor raises from it; the faces (command line, service) render it.
"""

from __future__ import annotations

from typing import ClassVar


class SaysoError(Exception):
    """Anything that SaySo tells its user about; the message names the thing and the way out."""

    status: ClassVar[int] = 500
    type: ClassVar[str] = "internal"


class UsageError(SaysoError):
    """A command or a request that cannot be understood."""

    status = 400
    type = "usage"


class QueryError(UsageError):
    """SPARQL that does not parse, or a value that does not fit."""

    type = "query"


class NotAcceptableError(UsageError):
    """A client that takes no format that there is."""

    status = 406
    type = "not-acceptable"


class AmbiguousName(SaysoError):
    """A name that several actors bear; `candidates` are their IRIs."""

    status = 300
    type = "ambiguous-name"

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates

    def __reduce__(self) -> tuple[object, tuple[str, tuple[str, ...]]]:
        return type(self), (str(self), self.candidates)


class NotFoundError(SaysoError):
    """No such query, statement, actor or file."""

    status = 404
    type = "not-found"


class RejectedInput(SaysoError):
    """An article that cannot be loaded.

    `where` names the file, with `:line` for one record of several; `reason` says what is wrong and what to do.
    """

    status = 422
    type = "rejected-input"

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        # Between processes an exception travels as its arguments, which are these two and not the message.
        return type(self), (self.where, self.reason)


class IdentifierTaken(RejectedInput):
    """An article whose identifier belongs to another one."""

    status = 409
    type = "identifier-taken"


class StoreLocked(SaysoError):
    """Another process writes to the store."""

    status = 423
    type = "store-locked"


class StoreError(SaysoError):
    """The store's folder cannot be read, or is no store."""

    status = 500
    type = "store"


class StoreFull(StoreError):
    """There is no room on the disk; nothing was written."""

    status = 507
    type = "full"


class UnpublishedError(StoreError):
    """What was written is stored, but no reader sees it yet."""

    status = 507
    type = "not-published"


class StoreDamaged(StoreError):
    """A file of the store is broken or gone."""

    type = "store-damaged"


class RemoteError(StoreError):
    """A remote store that cannot be reached, or answers otherwise than the protocol says."""

    status = 502
    type = "remote"


class ModelError(SaysoError):
    """A model whose files are not what was trained."""

    type = "model"


class LimitError(SaysoError):
    """A query that asks too much, or a service that is busy."""

    status = 503
    type = "limit"


class TimeLimitError(LimitError):
    """A query that takes longer than it may."""

    status = 504
    type = "time-limit"


class BusyError(LimitError):
    """Too many queries at once."""

    type = "busy"


class TooManyError(BusyError):
    """A client that asks more than its share."""

    status = 429
    type = "too-many"
