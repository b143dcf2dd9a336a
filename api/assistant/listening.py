"""Streamable HTTP for assistants on this machine: on a socket that is open before the models are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import uvicorn
from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette

from sayso.api.serving import listen, reached_at
from sayso.ontology.errors import StoreError


def http_app(server: MCPServer[None], port: int, hosts: str = "") -> Starlette:
    """Return the application; requests that name another host than the loopback's or `hosts` are refused.

    A page in a browser of this machine so cannot reach it under a name of its own (DNS rebinding).
    """
    own = ["127.0.0.1", "localhost", "[::1]", *(name.strip() for name in hosts.split(",") if name.strip())]
    named = [place for name in own for place in (name, f"{name}:{port}")]
    fence = TransportSecuritySettings(
        allowed_hosts=named, allowed_origins=[f"{scheme}://{place}" for place in named for scheme in ("http", "https")]
    )
    return server.streamable_http_app(
        json_response=True, stateless_http=True, max_request_body_size=1 << 20, transport_security=fence
    )


def serve_http(server: MCPServer[None], host: str, port: int, hosts: str, say: Callable[[str], object]) -> None:
    """Serve until it is stopped; `say` is told the address. Raises UsageError for one that cannot be listened on."""
    listener = listen(host, port)
    port = listener.getsockname()[1]
    app = http_app(server, port, hosts)
    say(f"{reached_at(host, port)}/mcp")
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    with contextlib.suppress(KeyboardInterrupt):
        running.run(sockets=[listener])
    if not running.started:
        raise StoreError("the service cannot start; what it says above tells why")
