"""`sayso mcp`: the store as tools for assistants, over the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.api.console import complain
from sayso.api.options import StoreOption


def mcp(
    store: StoreOption = None,
    http: Annotated[
        bool, typer.Option("--http", help="Streamable HTTP at /mcp. Default: standard input and output.")
    ] = False,
    host: Annotated[str, typer.Option(help="With --http: the address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="With --http: the port.", min=0, max=65535)] = 8765,
) -> None:
    """Give assistants read-only tools over the store: who said what about whom, with the sentence, and verify_quotes.

    It needs the extra mcp. Answers come from the last snapshot, within the limits of `sayso serve` and its settings.

    \b
    sayso mcp
    sayso mcp --http --port 8765
    """
    from sayso.api.notebook.extras import needed
    from sayso.api.serving import refuse_elsewhere

    refuse_elsewhere("mcp")
    needed("mcp", "mcp")
    from sayso.api.assistant.assistant_server import make_server
    from sayso.api.assistant.listening import serve_http
    from sayso.api.service.engine import Engine, prepare
    from sayso.api.service.settings import read_service_settings
    from sayso.api.settings import read_settings

    settings = read_settings(store=store)
    # No key: what only reads must not hold the store for writing.
    service = read_service_settings(api_key="")
    prepare(settings.store, settings.base)
    server = make_server(Engine(settings.store, settings.base, service))
    if http:
        serve_http(
            server, host, port, service.hosts, lambda address: complain(f"The tools are at {address}; stop with Ctrl+C")
        )
    else:
        server.run("stdio")
