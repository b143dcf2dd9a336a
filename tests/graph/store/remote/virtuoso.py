"""Virtuoso (Debian's `virtuoso-opensource`) on the loopback."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.graph.store.remote.address import Address
from tests.graph.store.remote.server import free_port, wait_for

# Without MaxSortedTopRows no sorted answer has more than 10,000 rows.
SETTINGS = """[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxSortedTopRows = 100000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[Address]:
    """Run a server over a new database in `folder` until the block ends; anybody may update it.

    Skips where the package is not installed.
    """
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip("Virtuoso (Debian's virtuoso-opensource) is not installed")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http), "utf-8")
    server = ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"]
    with subprocess.Popen(server, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(http)
            grant = ["isql-vt", str(sql), "dba", "dba", 'exec=GRANT SPARQL_UPDATE TO "SPARQL";']
            subprocess.run(grant, check=True, stdout=subprocess.DEVNULL, timeout=60)
            url = f"http://127.0.0.1:{http}/sparql"
            yield Address(url, url)
        finally:
            process.terminate()
