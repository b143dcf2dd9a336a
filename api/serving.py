"""`sayso serve`: SPARQL over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from api.console import say
from api.options import StoreOption


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the store over HTTP, SPARQL at /sparql.

    Answers come from the last snapshot that `sayso load` published, which may go on beside it. A store that is not
    there is made, empty.

    \b
    sayso serve
    sayso serve --store articles.store --port 8080
    """
    import uvicorn

    from api.service.app import create_app
    from api.service.engine import prepare
    from api.service.settings import read_service_settings
    from api.settings import read_settings

    settings = read_settings(store=store)
    prepare(settings.store, settings.base)
    app = create_app(settings.store, settings.base, read_service_settings())
    say(f"SPARQL at http://{host}:{port}/sparql, from {settings.store}; stop with Ctrl+C")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=True)
