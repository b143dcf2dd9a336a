"""Reading the one article of a request: the same readers and the same checks as files get."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from sayso.loaders.document import Document
from sayso.loaders.extractor.job import ExtractJob
from sayso.loaders.readers.checks import checked
from sayso.loaders.readers.decoding import known_encoding
from sayso.loaders.readers.formats import READERS
from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.reader import SourceFile
from sayso.ontology.errors import RejectedInput, UsageError
from sayso.ontology.iris import digest

# What messages call the article of a request.
WHERE = "the request"
_ABOUT = frozenset(("id", "title", "source", "url", "published", "language"))


def read_article(job: ExtractJob) -> Document:
    """Return the article of a request; without an id and a URL its words name it, so that the same again is the same.

    Raises RejectedInput for what no article is, UsageError where there are several.
    """
    stem = f"text-{digest(job.body.decode('utf-8', 'surrogateescape'))[:16]}"
    encoding = known_encoding(job.encoding) if job.encoding else None
    options = ReadingOptions(encoding=encoding, max_characters=job.max_characters)
    found = list(READERS[job.format].read(SourceFile(WHERE, stem, BytesIO(job.body)), options))
    if len(found) != 1:
        raise UsageError(f"a request brings one article, this one {len(found)}; send them one by one")
    [document] = found
    if isinstance(document, RejectedInput):
        raise document
    if document.title == stem:
        document = replace(document, title=None)
    told = {name: value for name, value in job.about.items() if name in _ABOUT}
    if "url" in told and "id" not in told and document.id.startswith(stem):
        told["id"] = told["url"]
    return checked(replace(document, **told, origin=job.origin or WHERE), job.max_characters)  # type: ignore[arg-type]
