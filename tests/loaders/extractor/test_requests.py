"""What a request brings is read as files are: any bytes are an article, or rejected with a reason."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.loaders.document import Document
from sayso.loaders.extractor.job import ExtractJob, extract_job_of
from sayso.loaders.extractor.request_article import WHERE, read_article
from sayso.ontology.errors import RejectedInput, UsageError


def job(body: bytes, format: str = "text", **more: object) -> ExtractJob:
    return ExtractJob(body, format, "", "https://w3id.org/sayso/id/", **more)  # type: ignore[arg-type]


ABOUT = st.dictionaries(st.sampled_from(["id", "title", "source", "url", "published", "language", "text"]), st.text())
BODIES = st.one_of(
    st.binary(),
    st.text(st.characters(exclude_categories=["Cs"])).map(str.encode),
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["text", "id", "title", "date", "x"]), inner),
    ).map(lambda value: json.dumps(value).encode()),
)


@given(BODIES, st.sampled_from(["text", "json"]), ABOUT)
def test_any_request_is_an_article_or_an_error_of_ours(body: bytes, format: str, about: dict[str, str]) -> None:
    try:
        document = read_article(job(body, format, about=about))
    except (RejectedInput, UsageError):
        return
    assert document.origin == WHERE
    assert document.text
    assert document.id.strip()


@given(st.binary(max_size=200))
def test_any_page_is_an_article_or_rejected(body: bytes) -> None:
    with contextlib.suppress(RejectedInput):
        assert read_article(job(b"<html><body><p>" + body, "html")).text


def test_the_same_text_has_the_same_id_and_another_one_another() -> None:
    one, same, other = (read_article(job(text)) for text in (b"He said no.", b"He said no.", b"He said yes."))
    assert one == same
    assert one.id != other.id
    assert one.title is None


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({}, "text-"),
        ({"url": "https://news.example/a"}, "https://news.example/a"),
        ({"url": "https://news.example/a", "id": "a"}, "a"),
    ],
)
def test_an_id_or_else_the_url_names_the_article(about: dict[str, str], expected: str) -> None:
    assert read_article(job(b"He said no.", about=about)).id.startswith(expected)


def test_the_text_is_kept_verbatim() -> None:
    text = "\n  He said no. \r\n\r\n“Never!”\t"
    found = read_article(job(b"\xef\xbb\xbf" + text.encode(), about={"title": "T"}))
    assert found == Document(found.id, text, "T", origin=WHERE)


def test_a_job_survives_its_way_through_the_pipe() -> None:
    sent = job(bytes(range(256)), about={"id": "Zoë"}, origin="/a", by="me", replace=True)
    assert extract_job_of(json.loads(json.dumps(sent.told()))) == sent
