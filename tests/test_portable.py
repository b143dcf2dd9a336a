"""What Windows lacks is imported only where it is there, and what needs it says so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [path for floor in ("ontology", "queries", "graph", "loaders", "api") for path in (ROOT / floor).rglob("*.py")]
# Of the standard library: https://docs.python.org/3/library/unix.html
_UNIX = frozenset({"fcntl", "termios", "resource", "pwd", "grp", "pty", "tty", "syslog"})


def bare(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports whatever the system: at its top, and under no condition."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_of_unix_is_imported_everywhere(path: Path) -> None:
    assert not _UNIX & set(bare(ast.parse(path.read_text("utf-8"))))


def test_the_service_says_where_it_cannot_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.api import serving
    from sayso.ontology.errors import UsageError

    monkeypatch.setattr(serving, "PLATFORM", "darwin")
    with pytest.raises(UsageError, match="WSL"):
        serving.refuse_elsewhere("serve")
    monkeypatch.setattr(serving, "PLATFORM", "linux")
    serving.refuse_elsewhere("serve")
