"""Records of a shape that names alone do not tell: Quotebank's, ninjs 2, an article in JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.ontology.errors import RejectedInput


def simplified(value: Mapping[str, object], where: str) -> Mapping[str, object]:
    """Return a record whose fields stand under names of their own; one of no such shape as it is.

    Raises RejectedInput for records that hold no article at all.
    """
    if "quotations" in value and "articleID" in value:
        return _quotebank(value)
    if "quoteID" in value and "quotation" in value:
        reason = "a quotation of Quotebank without its article; load the article-centric files, or the articles"
        raise RejectedInput(where, reason)
    if isinstance(value.get("bodies"), list) and ("uri" in value or "headlines" in value):
        return _ninjs(value)
    return value


def _quotebank(value: Mapping[str, object]) -> Mapping[str, object]:
    """Put each quotation between the words that Quotebank gives around it, in their order, a paragraph each."""
    if value.get("text") or not isinstance(quotations := value["quotations"], list):
        return value
    placed = [one for one in quotations if isinstance(one, dict) and isinstance(one.get("quotation"), str)]
    placed.sort(key=lambda one: found if isinstance(found := one.get("quotationOffset"), int) else 0)
    return {**value, "text": "\n\n".join(map(_passage, placed)), "id": value["articleID"]}


def _passage(one: Mapping[str, object]) -> str:
    left, words, right = (str(one.get(name) or "").strip() for name in ("leftContext", "quotation", "rightContext"))
    if not left.endswith(("“", '"', "``")):
        words = f"“{words}"
    if not right.startswith(("”", '"', "''")):
        words = f"{words}”"
    return " ".join(part for part in (left, words, right) if part)


def _ninjs(value: Mapping[str, object]) -> Mapping[str, object]:
    """Bring the lists of ninjs 2 (bodies, headlines) to the plain names of ninjs 1; the first of a role counts."""
    simple = dict(value)
    for body in _objects(value["bodies"]):
        kind = str(body.get("contenttype") or body.get("contentType") or "text/plain")
        simple.setdefault("body_xhtml" if "html" in kind else "body_text", body.get("value"))
    headlines = _objects(value.get("headlines"))
    main = next((one for one in headlines if one.get("role") == "main"), headlines[0] if headlines else {})
    simple.setdefault("headline", main.get("value"))
    return simple


def _objects(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
