"""Ask Virtuoso (Debian's virtuoso-opensource-7-bin) what an embedded store answers, and print where they differ.

    .venv/bin/python -m benchmarks.virtuoso

Starts a server on the loopback over a temporary folder, lets anybody update it, stores two articles through
`sayso.graph.store.remote`, asks every question of the catalogue of both, and ends the server. Exits with 1 where an
answer differs.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.graph.store.remote.address import Address
from sayso.graph.store.solutions import Answer, Table
from sayso.graph.store.store import Store
from sayso.ontology.errors import SaysoError
from sayso.queries import catalogue
from tests.sample import sample_quads

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
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def main() -> None:
    """Compare the answers to every question."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        sys.exit("virtuoso-t and isql-vt are not here (Debian: apt-get install virtuoso-opensource-7-bin)")
    differ = 0
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as address, Store.in_memory() as embedded:
        embedded.apply([], sample_quads())
        with Store.open(address) as far:
            far.apply([], sample_quads())
        with Store.open(address, read_only=True) as far:
            for name in catalogue.names():
                told = compare(far, embedded, catalogue.bind(catalogue.get(name), {}))
                differ += told != "same"
                print(f"{name:32} {told}")
    sys.exit(1 if differ else 0)


def compare(far: Store, embedded: Store, text: str) -> str:
    """Say whether both answer alike, else how they differ."""
    try:
        answered, expected = plain(far.query(text)), plain(embedded.query(text))
    except SaysoError as error:
        return f"error: {str(error).splitlines()[0][:120]}"
    if answered == expected:
        return "same"
    return f"differs: {len(answered)} rows for {len(expected)}, {len(set(answered) & set(expected))} alike"


def plain(answer: Answer) -> list[str]:
    """Return an answer's rows as text, in an order of their own."""
    if isinstance(answer, Table):
        return sorted(" ".join("" if term is None else str(term) for term in row) for row in answer.rows)
    return sorted(map(str, answer)) if isinstance(answer, tuple) else [str(answer)]


@contextmanager
def running(folder: Path) -> Iterator[Address]:
    """Run a server in `folder` until the block ends."""
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    server = ["virtuoso-t", "-f", "-c", "virtuoso.ini"]
    with subprocess.Popen(server, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait(http)
            grant = ["isql-vt", str(sql), "dba", "dba", 'exec=GRANT SPARQL_UPDATE TO "SPARQL";']
            subprocess.run(grant, check=True, stdout=subprocess.DEVNULL, timeout=60)
            url = f"http://127.0.0.1:{http}/sparql"
            yield Address(url, url)
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait(port: int) -> None:
    """Return once somebody listens; raises RuntimeError after a minute."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("virtuoso-t does not start")


if __name__ == "__main__":
    main()
