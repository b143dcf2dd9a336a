"""Examples of answers, for the description of the API: shortened ones of the demonstration's two articles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

_BASE: Final = "https://w3id.org/sayso/id/"
_ARTICLE: Final = "article/f6fd7439a5c4dc28e86f2e30784ff4a6"


def _ref(id_: str, name: str) -> dict[str, Any]:
    return {"id": id_, "iri": _BASE + id_, "name": name, "kind": id_.partition("/")[0]}


_TRUSS: Final = _ref("person/liz-truss", "Liz Truss")
_UKRAINE: Final = _ref("country/UA", "Ukraine")
_RUSSIA: Final = _ref("country/RU", "Russia")
_HEAD: Final[dict[str, Any]] = {
    "id": _ARTICLE,
    "iri": _BASE + _ARTICLE,
    "identifier": "001_fc1c69b70c19711e",
    "title": "001_fc1c69b70c19711e",
    "source": None,
    "url": None,
    "published": None,
}
_CARD: Final[dict[str, Any]] = {
    "id": f"{_ARTICLE}/statement/955-1070.1075-1079",
    "iri": f"{_BASE}{_ARTICLE}/statement/955-1070.1075-1079",
    "act": "deny",
    "form": "direct",
    "status": "said",
    "words": "“That is very unlikely. This is about making sure that the Ukrainian forces have all the support we can "
    "give them,”",
    "cue": "told",
    "sentence": "“That is very unlikely. This is about making sure that the Ukrainian forces have all the support we "
    "can give them,” she told BBC Television on Sunday.",
    "when": "on Sunday",
    "saidOn": None,
    "confidence": 0.984,
    "speakerConfidence": 0.962,
    "actConfidence": 0.938,
    "identityConfidence": None,
    "speakers": [_TRUSS],
    "about": [_UKRAINE],
    "addressees": [],
    "medium": [_ref("organisation/bbc", "BBC")],
    "speakingAs": [],
    "speakerText": "she",
    "partOf": None,
    "repeats": [],
    "article": _HEAD,
    "spans": {"speaker": [[1071, 1074]], "cue": [[1075, 1079]], "content": [[955, 1070]]},
    "sentenceSpan": [955, 1104],
    "marks": [
        {"start": 0, "end": 115, "kind": "content"},
        {"start": 116, "end": 119, "kind": "speaker"},
        {"start": 120, "end": 124, "kind": "cue"},
    ],
    "positions": [],
    "demands": [],
    "review": None,
}
_PAGE: Final[dict[str, Any]] = {"limit": 100, "next": None, "snapshot": "00000001-dde78517"}
_HOP: Final = {"from": _TRUSS, "to": _UKRAINE, "reversed": False, "count": 3, "statement": _CARD}

# By the name of the shape.
EXAMPLES: Final[Mapping[str, dict[str, Any]]] = MappingProxyType(
    {
        "Card": _CARD,
        "Cards": {"items": [_CARD], **_PAGE},
        "Article": {
            **_HEAD,
            "language": "en",
            "text": None,
            "counts": {"statements": 1, "mentions": 1, "demands": 0, "positions": 0, "posts": 0},
            "statements": [_CARD],
            "mentions": [{"start": 1071, "end": 1074, "actor": _TRUSS}],
            "demands": [],
            "positions": [],
            "posts": [],
        },
        "Actor": {
            **_TRUSS,
            "names": ["Liz Truss", "Truss"],
            "posts": [],
            "statements": 3,
            "about": 0,
            "mentions": 4,
            "acts": {"deny": 1, "state": 1, "threaten": 1},
            "speaksOf": [{"actor": _UKRAINE, "count": 3}, {"actor": _RUSSIA, "count": 2}],
            "spokenOfBy": [],
        },
        "Founds": {
            "items": [
                {
                    "name": "Liz Truss",
                    "kind": "person",
                    "statements": 3,
                    "about": 0,
                    "mentions": 4,
                    "otherNames": "Truss",
                    "actor": _TRUSS["iri"],
                    "id": _TRUSS["id"],
                    "match": "prefix",
                    "score": 0.9,
                }
            ],
            **_PAGE,
        },
        "Neighbours": {"actor": _TRUSS, "kinds": [{"kind": "speaks-of", "edges": 5, "statements": 3, "actors": 2}]},
        "Paths": {
            "from": _TRUSS,
            "to": _UKRAINE,
            "length": 1,
            "paths": [{"hops": [_HOP]}],
            "more": False,
            "capped": False,
        },
    }
)
