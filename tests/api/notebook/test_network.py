"""Networks in a notebook: what they show, the widget, and files."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.api.notebook.drawing.data import BUNDLE
from sayso.api.notebook.network import DrawnNetwork
from sayso.ontology.errors import UsageError
from tests.api.notebook.networks import HOSTILE, network

SOME = DrawnNetwork.of(network(["Anna Zenda", "The League", "Borduria"]))


def test_a_network_shows_its_picture() -> None:
    shown = SOME._repr_mimebundle_()
    assert shown["text/plain"] == "Anna Zenda: 3 nodes, 3 edges"
    assert shown["image/svg+xml"] == SOME.to_svg()
    told = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', shown["text/html"])
    assert told is not None
    assert base64.b64decode(told[1]).decode() == SOME.to_svg()


def test_the_widget_carries_the_picture_for_where_none_runs() -> None:
    widget = SOME.widget(height=300)
    shown, _ = widget._repr_mimebundle_()
    assert shown["application/vnd.jupyter.widget-view+json"]["model_id"] == widget.model_id
    assert shown["image/svg+xml"] == SOME.to_svg()
    assert (widget.height, widget.selected, widget.network["title"]) == (300, "", "Anna Zenda")
    heard = []
    widget.observe(lambda change: heard.append(change["new"]), "selected")
    widget.set_state({"selected": "n1"})
    assert heard == ["n1"]
    assert widget.selected == "n1"
    widget.close()


def test_the_bundle_is_one_module_that_asks_nobody_for_anything() -> None:
    script = BUNDLE.read_text("utf-8")
    assert re.search(r"export\s*\{[^}]*as default", script)
    assert not re.search(
        r"""\bimport\s*\(?\s*[{"'`*]|\bfetch\(|XMLHttpRequest|new Worker|\beval\(|importScripts""", script
    )
    hosts = set(re.findall(r"https?://([\w.-]+)", script))
    assert hosts <= {"www.w3.org", "github.com"}
    assert (BUNDLE.parent / "licenses.md").is_file()


@given(st.lists(HOSTILE, min_size=1, max_size=4))
@settings(max_examples=25)
def test_the_page_holds_hostile_labels_as_data(names: list[str]) -> None:
    page = DrawnNetwork.of(network(names)).to_html()
    [told] = re.findall(r'<script type="application/json" class="sayso-network">(.*?)</script>', page, re.DOTALL)
    assert "<" not in told
    assert {node["name"] for node in json.loads(told)["nodes"]} == set(names)
    assert page.count("</script>") == 2
    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page.partition('<script type="module">')[0])


def test_a_network_is_saved_by_the_name_of_its_file(tmp_path: Path) -> None:
    for name, beginning in {
        "net.svg": "<svg",
        "net.html": "<!doctype html>",
        "net.gexf": "<?xml",
        "my.net.graphml": "<?xml",
        "net.cyjs": "{",
    }.items():
        SOME.save(tmp_path / name)
        assert (tmp_path / name).read_text("utf-8").startswith(beginning)
    SOME.save(tmp_path / "anything", "dot")
    assert "Anna Zenda" in (tmp_path / "anything").read_text("utf-8")
    for name in ("net.docx", "net"):
        with pytest.raises(UsageError, match="gexf"):
            SOME.save(tmp_path / name)
