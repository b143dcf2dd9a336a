"""A preview escapes whatever an article made of a name."""

import re

import pytest

from sayso.api.service.reconcile.preview import card, page

HOSTILE = ["<script>alert(1)</script>", '" onmouseover="x', "'><img src=x>", "&lt;b&gt;", "\u202e evil", "a\x00b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    told = {
        "id": f"person/{text}",
        "name": text,
        "kind": "person",
        "otherNames": [text] * 20,
        "posts": [text],
        "counts": {},
    }
    whole = page(told, "http://127.0.0.1:8000")
    assert card(told, "http://127.0.0.1:8000") in whole
    tags = re.findall(r"<\s*/?\s*([a-z!]+)", whole)
    assert set(tags) <= {"!doctype", "html", "head", "meta", "title", "style", "body", "h", "a", "p"}
    assert "onmouseover=" not in re.sub(r"&quot;[^<]*", "", whole)
