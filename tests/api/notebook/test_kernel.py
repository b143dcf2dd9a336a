"""The widget in a real kernel, as JupyterLab and VS Code talk to it."""

from __future__ import annotations

CELLS = (
    "import sayso\n"
    "from sayso.graph.networks.network import Edge, Network, Node\n"
    "nodes = (Node('a', 'Anna Zenda', 'Person'), Node('b', 'The League', 'Organisation'))\n"
    "network = sayso.DrawnNetwork.of(Network(nodes, (Edge('e', 'a', 'b', 'state'),)))",
    "widget = network.widget(height=300)\nwidget",
    "network",
)


def test_a_widget_is_announced_with_its_module_and_its_picture() -> None:
    # Here, so that not every process of a run imports it.
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    assert [
        output for cell in notebook.cells for output in cell.outputs if output.output_type in ("error", "stream")
    ] == []
    [shown] = notebook.cells[1].outputs
    assert {"application/vnd.jupyter.widget-view+json", "image/svg+xml", "text/html"} <= set(shown.data)
    states = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    state = states[shown.data["application/vnd.jupyter.widget-view+json"]["model_id"]]["state"]
    assert state["_anywidget_id"].endswith("NetworkWidget")
    assert "export" in state["_esm"]
    assert [node["name"] for node in state["network"]["nodes"]] == ["Anna Zenda", "The League"]
    assert (state["selected"], state["height"]) == ("", 300)
    [picture] = notebook.cells[2].outputs
    assert set(picture.data) == {"text/plain", "text/html", "image/svg+xml"}
