"""`sayso serve`: the store over HTTP."""

from __future__ import annotations

import contextlib
import socket
import sys
from typing import Annotated

import typer

from sayso.api.console import say
from sayso.api.options import StoreOption
from sayso.ontology.errors import StoreError, UsageError

PLATFORM = sys.platform
# Answers on their way have so long to become whole when the service is stopped.
_LEAVING_SECONDS = 5


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the store over HTTP, SPARQL at /sparql.

    Answers come from the last snapshot that `sayso load` published, which may go on beside it. A store that is not
    there is made, empty. With SAYSO_API_KEY set it holds the store for writing: others then load through it
    (`sayso load --to`).

    \b
    sayso serve
    SAYSO_API_KEY=a-long-secret sayso serve
    sayso serve --store articles.store --port 8080
    """
    refuse_elsewhere("serve")
    import uvicorn

    from sayso.api.service.app import create_app
    from sayso.api.service.engine import prepare
    from sayso.api.service.settings import read_service_settings
    from sayso.api.service.wire import wire
    from sayso.api.settings import read_settings

    settings, service = read_settings(store=store), read_service_settings()
    listener = listen(host, port)
    prepare(settings.store, settings.base, writes=bool(service.api_key))
    address = reached_at(host, listener.getsockname()[1])
    app = create_app(settings.store, settings.base, service, address)
    say(f"The page is at {address}/, SPARQL at {address}/sparql, from {settings.store}; stop with Ctrl+C")
    config = uvicorn.Config(
        app,
        http=wire(service),
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        # Any program on this machine could else call itself anything; SAYSO_CLIENT_HEADER says that a proxy is there.
        proxy_headers=bool(service.client_header),
        timeout_graceful_shutdown=_LEAVING_SECONDS,
    )
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    if not server.started:
        raise StoreError("the service cannot start; what it says above tells why")


def refuse_elsewhere(command: str) -> None:
    """Raise UsageError where the processes beside the service cannot be fenced: pipes and limits are those of Linux."""
    if PLATFORM != "linux":
        raise UsageError(f"sayso {command} runs on Linux only; on this system run it in a container or under WSL")


def listen(host: str, port: int) -> socket.socket:
    """Open a socket to listen on. Raises UsageError where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
        # An answer is sent in pieces: none waits until the client has told that it has the one before.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        raise UsageError(f"{host}:{port}: cannot be listened on ({error.strerror}); name another --port") from error


def reached_at(host: str, port: int) -> str:
    """Return where the service is found from this machine."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(host)  # noqa: S104  (compared only)
    return f"http://{reached or (f'[{host}]' if ':' in host else host)}:{port}"
