"""SaySo for notebooks: docs/notebooks.md.

import sayso
with sayso.open("sayso.store") as db:
    db.q.statements(by="Jens Stoltenberg").df()
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api.notebook.article_loading import Loaded as Loaded
    from sayso.api.notebook.article_loading import load as load
    from sayso.api.notebook.client import Client as Client
    from sayso.api.notebook.network import DrawnNetwork as DrawnNetwork
    from sayso.api.notebook.network_series import NetworkSeries as NetworkSeries
    from sayso.api.notebook.opening import open_place as open
    from sayso.api.notebook.result import Result as Result
    from sayso.api.notebook.statement import Statement as Statement
    from sayso.api.notebook.statements import Statements as Statements
    from sayso.api.notebook.triples import Triples as Triples

__all__ = [
    "Client",
    "DrawnNetwork",
    "Loaded",
    "NetworkSeries",
    "Result",
    "Statement",
    "Statements",
    "Triples",
    "load",
    "open",
]

# The five floors stand at the top of a checkout, and links in this folder lead to them. Where git made no links (a
# checkout on Windows), Python looks for them beside this folder.
if not (Path(__file__).parent / "graph").is_dir():  # pragma: no cover
    __path__.append(str(Path(__file__).parents[1]))

_PLACES = {
    "Client": "client",
    "DrawnNetwork": "network",
    "NetworkSeries": "network_series",
    "Loaded": "article_loading",
    "Result": "result",
    "Statement": "statement",
    "Statements": "statements",
    "Triples": "triples",
    "load": "article_loading",
    "open": "opening",
}


def __getattr__(name: str) -> Any:
    """Import what a notebook uses when it is first used: who imports a floor alone does not wait for the client."""
    if name not in _PLACES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    module = import_module(f"sayso.api.notebook.{_PLACES[name]}")
    found = globals()[name] = getattr(module, "open_place" if name == "open" else name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def load_ipython_extension(shell: Any) -> None:
    """Bring `%sparql` and `%%sparql`: IPython calls this on `%load_ext sayso`."""
    from sayso.api.notebook.magic import SparqlMagics

    shell.register_magics(SparqlMagics(shell))


def unload_ipython_extension(shell: Any) -> None:
    """Close what the magic opened, and take it away."""
    from sayso.api.notebook.magic import SparqlMagics

    magics = shell.magics_manager.registry.pop("SparqlMagics", None)
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop("sparql", None)
    if isinstance(magics, SparqlMagics):
        magics.close()
