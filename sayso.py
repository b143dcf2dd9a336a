"""SaySo for notebooks.

import sayso
with sayso.open("sayso.store") as db:
    db.q.statements(by="Jens Stoltenberg").df()
"""

from __future__ import annotations

from api.notebook.client import Client
from api.notebook.opening import open_place as open
from api.notebook.result import Result
from api.notebook.triples import Triples

__all__ = ["Client", "Result", "Triples", "open"]
