"""Loading a server: whoever has its answers no longer minds what becomes of its connection."""

from __future__ import annotations

import socket
import threading
import time
from itertools import repeat

import pytest

from benchmarks.serve.load import Connection, Target, load

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
CUT = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"


def answer(listener: socket.socket, answers: tuple[bytes, ...]) -> None:
    """Answer one request of each of as many clients, after one another, each closed before the next is answered."""
    clients = [listener.accept()[0] for _ in answers]
    for client, told in zip(clients, answers, strict=True):
        client.recv(1 << 16)
        client.sendall(told)
        client.close()
        # So that the client meets the closed connection before the next answer.
        time.sleep(0.1)


def read_all(connection: Connection) -> None:
    """Read an answer to its end."""
    while not connection.read():
        pass


@pytest.mark.parametrize("answers", [(WHOLE, WHOLE, WHOLE), (CHUNKS, WHOLE), (WHOLE, CHUNKS)])
def test_a_server_may_close_what_is_idle_while_others_wait(answers: tuple[bytes, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener, answers))
        thread.start()
        target = Target("some", listener.getsockname()[1], "/sparql")
        found = load(target, repeat(target.request("ASK {}")), len(answers), 0.0)
        thread.join()
    assert len(found.times) == len(answers)


@pytest.mark.parametrize("cut", [CUT, WHOLE[:-1], b""])
def test_an_answer_that_is_cut_off_is_none(cut: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, args=(listener, (cut,)))
        thread.start()
        connection = Connection(Target("some", listener.getsockname()[1], "/sparql"))
        connection.ask(b"GET / HTTP/1.1\r\n\r\n")
        with pytest.raises(RuntimeError, match="closed the connection"):
            read_all(connection)
        connection.socket.close()
        thread.join()
