"""The server of the Model Context Protocol over one engine: read-only tools, the ontology as a resource."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Final

from mcp.server.mcpserver import MCPServer
from mcp_types import ToolAnnotations

from sayso.api.assistant.answers import NOTICE
from sayso.api.assistant.desk import Desk
from sayso.api.assistant.tools import tools_of
from sayso.api.service.engine import Engine
from sayso.ontology import files

_INSTRUCTIONS: Final = (
    "SaySo knows who said what about whom in a set of news articles, each statement with the sentence that says so. "
    "Start with `said` or `actors`; check a draft with `verify_quotes` before you show it. Quote only what is under "
    f"`from_article`, and give the source. {NOTICE}"
)


def make_server(engine: Engine) -> MCPServer[None]:
    """Make the server; it starts the engine when its first client comes and closes it at the end."""
    starts = 0

    @asynccontextmanager
    async def lifespan(_: MCPServer[None]) -> AsyncIterator[None]:
        # Over HTTP there is one engine for all sessions: the first one in starts it, the last one out closes it.
        nonlocal starts
        starts += 1
        if starts == 1:
            await engine.start()
        try:
            yield
        finally:
            starts -= 1
            if starts == 0:
                await engine.close()

    server = MCPServer[None](
        "sayso",
        title="SaySo: who said what about whom",
        instructions=_INSTRUCTIONS,
        version=version("sayso"),
        lifespan=lifespan,
        log_level="WARNING",
    )
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in tools_of(Desk(engine)):
        server.add_tool(tool, annotations=reads, structured_output=True)

    @server.resource("sayso://ontology", title="The ontology", mime_type="text/turtle")
    def ontology() -> str:
        """The classes, properties and schemes of the graph, as Turtle."""
        return files.turtle()

    return server
