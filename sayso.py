"""SaySo for notebooks: docs/notebooks.md.

import sayso
with sayso.open("sayso.store") as db:
    db.q.statements(by="Jens Stoltenberg").df()
"""

from __future__ import annotations

from typing import Any

from api.notebook.client import Client
from api.notebook.loading import Loaded, load
from api.notebook.network import DrawnNetwork
from api.notebook.opening import open_place as open
from api.notebook.result import Result
from api.notebook.statement import Statement
from api.notebook.statements import Statements
from api.notebook.triples import Triples

__all__ = ["Client", "DrawnNetwork", "Loaded", "Result", "Statement", "Statements", "Triples", "load", "open"]


def load_ipython_extension(shell: Any) -> None:
    """Bring `%sparql` and `%%sparql`: IPython calls this on `%load_ext sayso`."""
    from api.notebook.magic import SparqlMagics

    shell.register_magics(SparqlMagics(shell))


def unload_ipython_extension(shell: Any) -> None:
    """Close what the magic opened, and take it away."""
    from api.notebook.magic import SparqlMagics

    magics = shell.magics_manager.registry.pop("SparqlMagics", None)
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop("sparql", None)
    if isinstance(magics, SparqlMagics):
        magics.close()
