"""One HTML file with a network in it: the widget's module and the data inside, nothing fetched from anywhere."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.api.notebook.drawing.data import widget_data
from sayso.api.notebook.markup import escaped
from sayso.graph.networks.network import Network
from sayso.ontology.errors import UsageError

_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"


def network_page(network: Network, picture: str, bundle: Path, most: int) -> str:
    """Return the page; where scripts do not run it shows the static picture. Raises UsageError without the bundle."""
    try:
        script = bundle.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{bundle.name} is not built: `npm run build:widget` in api/page makes it") from error
    data = widget_data(network, picture, most)
    # Nothing in a script element may end it: "</" stands for itself inside a string of JavaScript as "<\/" too.
    told = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    title = escaped(str(data["title"]))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        "<style>body{margin:1em;font-family:system-ui,sans-serif;color-scheme:light dark}</style></head><body>"
        f'<script type="application/json" class="sayso-network">{told}</script>'
        f"<noscript>{picture}</noscript>"
        f'<script type="module">{script.replace("</script", "<\\/script")}</script></body></html>\n'
    )
