"""The widget: a network to walk around in, in JupyterLab, marimo, VS Code and everything else that knows anywidget."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from sayso.api.notebook.drawing.data import BUNDLE, widget_data
from sayso.graph.networks.network import Network


class NetworkWidget(anywidget.AnyWidget):
    """A network. `selected` is the id of the node that the reader clicked, "" for none; Python may set it too.

    `selected_edge` is the key of a tie. Where no widget runs, the static picture is shown.
    """

    _esm = BUNDLE
    network = traitlets.Dict().tag(sync=True)
    height = traitlets.Int(480).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    selected_edge = traitlets.Unicode("").tag(sync=True)

    def __init__(self, network: Network, fallback: dict[str, str], *, height: int, most: int) -> None:
        super().__init__(network=widget_data(network, fallback["image/svg+xml"], most), height=height)
        self._fallback = fallback

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        found = super()._repr_mimebundle_(**kwargs)
        data, metadata = found if isinstance(found, tuple) else (found or {}, {})
        return {**self._fallback, **data}, metadata
