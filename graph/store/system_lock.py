"""The lock that the system keeps on an opened file: flock, and what Windows has in its place."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import portalocker

    def locks(handle: int, *, shared: bool) -> bool:
        """Lock an opened file for all who read, or for one who writes; say whether it was free."""
        wanted = portalocker.LockFlags.SHARED if shared else portalocker.LockFlags.EXCLUSIVE
        try:
            portalocker.lock(handle, wanted | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.AlreadyLocked:
            return False
        return True

else:
    import fcntl

    def locks(handle: int, *, shared: bool) -> bool:
        """Lock an opened file for all who read, or for one who writes; say whether it was free."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
