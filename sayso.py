"""SaySo for notebooks.

import sayso
with sayso.open("sayso.store") as kg:
    kg.query("statements", by="Jens Stoltenberg")
"""

from __future__ import annotations

from graph.client import Client
from graph.client import open_store as open

__all__ = ["Client", "open"]
