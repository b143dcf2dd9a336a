"""What a process may not do once it has begun: take all memory, reach the network, outlive the service."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

if sys.platform != "win32":
    import resource

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
PR_SET_PDEATHSIG = 1
NICENESS = 2


def restrict(memory: int) -> None:
    """Hold this process to `memory` bytes of address space, behind the service, and end it with the service."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The service answers others while a query computes.
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    # Again, for the system forgets it where a process takes a user namespace.
    _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    # An interrupt at the terminal goes to the whole group; the service ends its processes in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cut_off_network() -> bool:
    """Put this process into a network namespace of its own, without any way out; say whether the system allowed it.

    To be called while there is one thread only. Without privileges it takes a user namespace as well.
    """
    unshare = getattr(_libc(), "unshare", None)
    if unshare is None:
        return False
    return any(unshare(flags) == 0 for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
