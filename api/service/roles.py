"""What a request may do: one table of routes and the role that each asks for, which docs/service.md shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from sayso.ontology.errors import UsageError


class Role(StrEnum):
    """What a key may be good for."""

    READ = "read"
    EXTRACT = "extract"
    WRITE = "write"
    REVIEW = "review"
    ADMIN = "admin"


# Who may do the one may do the others.
_HOLDS: Final[Mapping[Role, frozenset[Role]]] = MappingProxyType(
    {
        Role.READ: frozenset({Role.READ}),
        Role.EXTRACT: frozenset({Role.READ, Role.EXTRACT}),
        Role.REVIEW: frozenset({Role.READ, Role.REVIEW}),
        Role.WRITE: frozenset({Role.READ, Role.EXTRACT, Role.WRITE}),
        Role.ADMIN: frozenset(Role),
    }
)
ALL: Final = frozenset(Role)
_READING: Final = frozenset({"GET", "HEAD"})
# Methods ("*": all), a pattern of paths, and the role; None where anybody may. The first that fits holds.
RULES: Final[tuple[tuple[frozenset[str] | None, str, Role | None], ...]] = (
    (None, r"/healthz|/readyz", None),
    (_READING, r"/|/page/.*|/docs(/.*)?|/(openapi|settings)\.json|/favicon\.ico", None),
    (None, r"/queries(/.*)?|/writes", Role.ADMIN),
    (None, r"/extract|/verify", Role.EXTRACT),
    (None, r"/sparql/update/?", Role.WRITE),
    (_READING, r"/.*", Role.READ),
    (None, r"/articles(/.*)?|/graphs(/.*)?", Role.WRITE),
    (None, r"/reviews(/.*)?|/merges(/.*)?|/codings(/.*)?|/matters", Role.REVIEW),
    # Of any method: what a route does not do, it says itself.
    (None, r"/sparql/?|/reconcile(/.*)?|/agreement", Role.READ),
    # What nobody thought of is nobody's.
    (None, r".*", Role.ADMIN),
)
_COMPILED: Final = tuple((methods, re.compile(pattern, re.DOTALL), role) for methods, pattern, role in RULES)


@lru_cache(256)
def role_of(method: str, path: str) -> Role | None:
    """Return the role that a request asks for; None where anybody may, and for OPTIONS, which does nothing."""
    if method == "OPTIONS":
        return None
    return next(
        role
        for methods, pattern, role in _COMPILED
        if (methods is None or method in methods) and pattern.fullmatch(path)
    )


def roles_of(setting: str, name: str) -> frozenset[Role]:
    """Return the roles of a list, with + or commas between, and what they hold.

    Raises UsageError, which names the setting.
    """
    found: frozenset[Role] = frozenset()
    for word in re.split(r"[+,]", setting):
        if not word.strip():
            continue
        try:
            found |= _HOLDS[Role(word.strip())]
        except ValueError as error:
            raise UsageError(f"{name}: there are the roles {', '.join(Role)}") from error
    return found
