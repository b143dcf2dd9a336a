"""Calls of every walk by name, for stores that hold `tests.sample`, and their answers as they can be compared."""

from __future__ import annotations

import io
from typing import Any

from sayso.graph.answers.calls import CALLS
from sayso.graph.model.rendering import as_json
from sayso.graph.model.streamed import Streamed
from sayso.graph.store.store import Store
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE, article_iri

PAGE = {"limit": 3, "offset": 1}
FIRST = {"limit": 9, "offset": 0}
ZENDA, LEAGUE, BORDURIA = "person/anna-zenda", "organisation/the-league", "country/BO"
SUMMIT = article_iri("summit-1").value
STATEMENT = f"{SUMMIT}/statement/200-228.188-194"
# What a store in memory is said to be.
UNNAMED = "not published"
CODES = (
    "article,words,speaker,act\nsummit-1,a dispute could raise prices,observers,warn\nsummit-1,no plans,Zenda,state\n"
)
CLAIM = {"words": "no plans", "start": 0, "end": 8, "kind": "quotation", "speakers": []}
LIKE = {"words": "A dispute could raise the prices", "start": 0, "end": 32, "kind": "paraphrase", "speakers": []}
_FILE = {"values": {}, "sort": "-day", "size": 0, "excel_safe": False}
_AROUND: dict[str, Any] = {"actors": [ZENDA], "keep": {"since": "2024-01-01"}, "around": {"depth": 2}, "options": {}}

WALKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("actor", {"id": ZENDA}),
    ("actor", {"id": "anna zenda"}),
    ("actors", {"name": "zend", "kind": "", "country": "", "limit": 5, "offset": 0}),
    ("actors", {"name": "", "kind": "country", "country": "", "limit": 5, "offset": 0}),
    ("actors", {"name": "", "kind": "", "country": "country/RU1", "limit": 5, "offset": 0}),
    ("agreement", {"codes": CODES}),
    ("article", {"id": "summit-1"}),
    ("between", {"a": ZENDA, "b": LEAGUE, "offices": True, "asked": {}}),
    ("between-by", {"a": ZENDA, "b": LEAGUE, "offices": False, "asked": {}, "way": "ab", "sort": "day", **FIRST}),
    ("coded-article", {"id": "summit-1", "coder": "ann"}),
    ("coders-agreement", {"one": "ann", "other": "bob"}),
    ("codings", {}),
    ("describe", {"id": ZENDA}),
    ("extend", {"ids": [ZENDA, "nobody"], "properties": {"name": 0, "statements": 0, "holder": 0}}),
    *(
        ("facets", {"listing": name, "of": [], "asked": {}, "limit": 5})
        for name in ("statements", "demands", "positions")
    ),
    ("facets", {"listing": "statements", "of": ["topic"], "asked": {"act": "deny"}, "limit": 5}),
    ("grouping", {"words": "league"}),
    ("has-graph", {"graph": SUMMIT}),
    ("has-graph", {"graph": "urn:none"}),
    ("known", {"id": ZENDA}),
    ("listing", {"query": "who-said-what-about-whom", "values": {"by": ZENDA}, **PAGE}),
    ("listing", {"query": "posts", "values": {}, **FIRST}),
    ("neighbours", {"id": ZENDA, "values": {}}),
    ("neighbours-by", {"id": ZENDA, "kind": "speaks-of", "values": {"since": "2024-01-01"}, **PAGE}),
    ("neighbours-by", {"id": ZENDA, "kind": "colleague", "values": {}, **PAGE}),
    ("network", {"format": "d3", "options": {"kind": "about"}}),
    ("network", {"format": "matrix", "options": {"kind": "congruence"}}),
    ("network", {"format": "ucinet", "options": {"kind": "two-mode", "count": "statements", "variable2": "month"}}),
    ("paths", {"source": ZENDA, "target": BORDURIA, "limit": 5}),
    ("question", {"text": "what did Zenda say about the League"}),
    ("reconcile", {"queries": {"q": {"text": "Zenda", "types": [], "properties": [], "limit": 3}}}),
    ("review-queue", {"kind": "statement", "values": {}, **FIRST}),
    ("review-queue", {"kind": "merge", "values": {"score": "0.1"}, **FIRST}),
    ("reviews", {"values": {}, **FIRST}),
    ("statement", {"id": STATEMENT}),
    ("statement-file", {"listing": "demands", "format": "csv", "shape": "edges", **_FILE}),
    ("statement-file", {"listing": "positions", "format": "jsonld", "shape": "edges", **_FILE}),
    ("statement-file", {"listing": "statements", "format": "gexf", "shape": "summed", **_FILE}),
    ("statements", {"values": {}, **PAGE}),
    ("statements", {"values": {"by": ZENDA, "act": "deny"}, "limit": 3, "offset": 0}),
    ("statements", {"values": {"words": "league", "status": "any", "until": "2024-05-01"}, **FIRST}),
    ("statements-of", {"id": ZENDA, "role": "speaker", "values": {"words": "league"}, **PAGE}),
    ("subgraph", {"format": "graphology", **_AROUND}),
    ("subgraph", {"format": "csv", **_AROUND}),
    ("subgraph", {"format": "trig", **_AROUND}),
    ("suggest", {"prefix": "zen", "kinds": [], **FIRST}),
    ("table", {"listing": "statements", "values": {}, "sort": "words", **PAGE}),
    ("table", {"listing": "demands", "values": {"by": ZENDA}, "sort": "matter", **FIRST}),
    ("table", {"listing": "positions", "values": {"stance": "for"}, "sort": "-day", **FIRST}),
    ("table-posts", {"values": {}, "sort": "-articles", **FIRST}),
    ("thing", {"id": ZENDA}),
    ("thing", {"id": SUMMIT.removeprefix(BASE)}),
    ("thing", {"id": STATEMENT.removeprefix(BASE)}),
    ("timeline", {"by": [ZENDA], "acts": [], "asked": {}, "since": "", "until": "", "period": "month"}),
    ("verify", {"claims": [CLAIM, LIKE]}),
)


def walked(store: Store, name: str, arguments: dict[str, Any]) -> object:
    """Return what a walk answers, or what it refuses; of a file head and text, with one word for any snapshot."""
    try:
        found = CALLS[name](store, **arguments)
    except UsageError as error:
        return str(error)
    if not isinstance(found, Streamed):
        return as_json(found)
    output = io.BytesIO()
    found.write(output)
    told = f"{found.format} {as_json(found.head)} {output.getvalue().decode()}"
    return told.replace(store.snapshot, UNNAMED) if store.snapshot else told
