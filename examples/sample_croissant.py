"""Write examples/sample.croissant.json, which describes the sample in Croissant 1.0 (MLCommons).

.venv/bin/python examples/sample_croissant.py
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SAMPLE = HERE / "sample" / "orn.jsonl"
CROISSANT = HERE / "sample.croissant.json"
FIELDS = {
    "id": ("Text", "the article's identifier"),
    "title": ("Text", "its headline"),
    "source": ("Text", "who published it"),
    "url": ("URL", "its address, under a name that is kept free for examples"),
    "published": ("Date", "its day"),
    "language": ("Text", "its language, as a BCP 47 tag"),
    "text": ("Text", "the whole text; offsets of statements are code points of it"),
}


# The words of the standard context that stand for themselves in its vocabulary.
_WORDS = (
    "citeAs column equivalentProperty extract field fileProperty fileObject fileSet format includes isLiveDataset "
    "jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source "
    "subField transform"
).split()


def _context() -> dict[str, Any]:
    """Return the context that the standard prescribes, whole."""
    return {
        "@language": "en",
        "@vocab": "https://schema.org/",
        **{word: f"cr:{word}" for word in _WORDS},
        "conformsTo": "dct:conformsTo",
        "cr": "http://mlcommons.org/croissant/",
        "data": {"@id": "cr:data", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        "dct": "http://purl.org/dc/terms/",
        "examples": {"@id": "cr:examples", "@type": "@json"},
        "rai": "http://mlcommons.org/croissant/RAI/",
        "sc": "https://schema.org/",
    }


def described() -> dict[str, Any]:
    """Return the description, with the digest of the file as it is."""
    data = SAMPLE.read_bytes()
    return {
        "@context": _context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "sayso-sample",
        "description": "Sixty short invented news articles: a quarrel of invented states, parties and firms over a "
        "strait, over two years, in the manners of wire, broadsheet, interview, press release and local paper.",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "url": "https://w3id.org/sayso/sample",
        "version": "1.0.0",
        "datePublished": "2026-11-30",
        "creator": {"@type": "sc:Organization", "name": "The SaySo developers"},
        "citeAs": "The SaySo developers: SaySo sample, sixty invented articles of who said what about whom, 2026. CC0.",
        "inLanguage": "en",
        "isLiveDataset": False,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": "articles.jsonl",
                "name": "articles.jsonl",
                "contentUrl": "sample/orn.jsonl",
                "contentSize": f"{len(data)} B",
                "encodingFormat": "application/jsonlines",
                "sha256": sha256(data).hexdigest(),
            }
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "articles",
                "name": "articles",
                "description": "One record an article",
                "key": {"@id": "articles/id"},
                "field": [_field(name, *told) for name, told in FIELDS.items()],
            }
        ],
    }


def _field(name: str, type_: str, meaning: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"articles/{name}",
        "name": name,
        "description": meaning,
        "dataType": f"sc:{type_}",
        "source": {"fileObject": {"@id": "articles.jsonl"}, "extract": {"column": name}},
    }


def text() -> str:
    """Return the file as it has to be."""
    return json.dumps(described(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    CROISSANT.write_text(text(), "utf-8")
