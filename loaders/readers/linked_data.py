"""Articles in JSON-LD, as pages and files carry them: by the types of schema.org, references in a graph followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

ARTICLES: Final = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle"
    " ReviewNewsArticle AdvertiserContentArticle SatiricalArticle Report BlogPosting LiveBlogPosting".split()
)
_DEEPEST = 6
_AT_MOST = 10_000


def nodes(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a JSON-LD value: itself, those of its list, those of its `@graph`."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value[:_AT_MOST]:
            yield from nodes(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        yield from nodes(value.get("@graph"), depth + 1)


def is_article(node: Mapping[str, object]) -> bool:
    """Say whether a node is of a type of articles."""
    types = node.get("@type")
    return any(
        isinstance(one, str) and one.rpartition("/")[2].rpartition(":")[2] in ARTICLES
        for one in (types if isinstance(types, list) else [types])
    )


def described(value: object) -> Iterator[dict[str, object]]:
    """Yield the articles of a JSON-LD value, those they only refer to put in the place of the reference."""
    found = list(nodes(value))
    by_id = {str(node["@id"]): node for node in found if "@id" in node and len(node) > 1}
    for node in found:
        if is_article(node):
            article = {name: _followed(content, by_id) for name, content in node.items()}
            if "url" not in article and str(article.get("@id", "")).startswith(("http://", "https://")):
                article["url"] = str(article["@id"]).partition("#")[0]
            yield article


def _followed(value: object, by_id: Mapping[str, Mapping[str, object]]) -> object:
    if isinstance(value, list):
        return [_followed(one, by_id) for one in value]
    if isinstance(value, dict) and len(value) == 1 and "@id" in value:
        return by_id.get(str(value["@id"]), value)
    return value


def blocks(article: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the updates of a live page that hold text, each an article with a time of its own."""
    updates = article.get("liveBlogUpdate")
    found = updates if isinstance(updates, list) else [updates]
    return [one for one in found if isinstance(one, dict) and isinstance(one.get("articleBody"), str)]
