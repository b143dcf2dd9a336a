"""Where the fields of an article stand in what other programs write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# Field → where it may stand, the first that is filled counts; dots lead into an object.
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "identifier", "articleID", "uri"),
    "text": (
        "text",
        "maintext",
        "plaintext",
        "cleaned_text",
        "body_text",
        "body",
        "articleBody",
        "fields.bodyText",
        "fields.body",
        "body_xhtml",
        "body_html",
        "content",
    ),
    "title": ("title", "headline", "title_page", "webTitle", "fields.headline"),
    "url": (
        "url",
        "webUrl",
        "canonical_link",
        "html.responded_url",
        "html.requested_url",
        "final_url",
        "meta.canonical",
        "link",
        "source",
    ),
    "source": (
        "source",
        "source-hostname",
        "source_domain",
        "publisher",
        "publication",
        "html.source_info.publisher",
        "fields.publication",
        "meta_site_name",
        "hostname",
        "domain",
    ),
    "published": (
        "published",
        "date",
        "date_publish",
        "publish_date",
        "publishedAt",
        "publishing_date",
        "datePublished",
        "webPublicationDate",
        "firstcreated",
        "versioncreated",
    ),
    "language": ("language", "lang", "inLanguage", "meta_lang", "meta.lang"),
    "authors": ("authors", "author", "fields.byline", "byline"),
}
# Places that hold HTML, of which the text is taken; everywhere else text is verbatim.
HTML_PLACES: Final = frozenset({"fields.body", "body_xhtml", "body_html"})
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)


def located(value: Mapping[str, object], mapped: Mapping[str, str]) -> dict[str, tuple[str, object]]:
    """Return of each field that is filled where it stands and what stands there; `mapped` names other places."""
    found: dict[str, tuple[str, object]] = {}
    for name, places in FIELDS.items():
        for place in (mapped[name],) if name in mapped else places:
            content = value[place] if place in value else _inside(value, place)
            # news-please writes a date that it did not find as the word "None"; a text may be any words.
            absent = content in (None, "", [], {}) or (content == "None" and name != "text")
            if not absent and (name in mapped or _meant(name, place, content)):
                found[name] = (place, content)
                break
    return found


def _inside(value: object, place: str) -> object:
    for name in place.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _meant(name: str, place: str, content: object) -> bool:
    """Say whether a field is what it is called: in trafilatura's JSON `source` is the page's address."""
    if place != "source":
        return True
    return (name == "url") == (isinstance(content, str) and _ADDRESS.match(content) is not None)
