"""For how long what was learnt from a store may be kept."""

from __future__ import annotations

import time
from typing import Final

from sayso.graph.store.store import Store

# Nobody tells when something is written on another server: what is older than this is asked anew.
REMOTE_SECONDS: Final = 60


def version_of(store: Store) -> str:
    """Return what names the content of a store for as long as what was learnt from it may be kept; "" for no while.

    A snapshot never changes; a store on another server is taken not to for a minute.
    """
    if store.elsewhere:
        return f"{time.monotonic() // REMOTE_SECONDS:.0f}"
    return store.version
