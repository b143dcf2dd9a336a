"""Lines of a shard: what is as it was made is handed on as it is, all else is read quad by quad."""

import io
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from sayso.graph.statements.fresh import prints_of
from sayso.loaders.batch import Report
from sayso.loaders.document import Document
from sayso.loaders.shards.making import make_shard
from sayso.loaders.shards.shard_lines import ArticleLines, LineReader
from sayso.ontology.errors import RejectedInput
from sayso.ontology.iris import BASE, article_iri
from tests.said import extract_said

TEXT = 'Ann Lee said "the bridge\tis <safe>". Bob\n Ray \\ said no # <x> .\nZoe Fox said nothing of the river.'
DOCUMENTS = [
    Document("a", TEXT, title="A"),
    Document("b", "Ann Lee said the bridge over the river is safe now.", title="Ü\u2028"),
]
READER = LineReader(BASE)


def shard(*documents: Document) -> bytes:
    stream = io.BytesIO()
    make_shard(documents, extract_said, stream, Report(), base=BASE, any_language=True)
    return stream.getvalue()


def lines(data: bytes) -> ArticleLines:
    (part,) = READER.cut(io.BytesIO(data))
    assert isinstance(part, ArticleLines)
    return part


class Slow(io.BytesIO):
    """A stream that gives little at once, and perhaps fails at its end."""

    def __init__(self, data: bytes, at_once: int, fails: bool = False) -> None:
        super().__init__(data)
        self._at_once, self._fails = at_once, fails

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(self._at_once)
        if self._fails and not found:
            raise RejectedInput("here", "damaged")
        return found


@pytest.mark.parametrize("at_once", [1, 7, 1000, 1 << 20])
def test_a_shard_is_cut_into_its_articles_whatever_is_read_at_once(at_once: int) -> None:
    parts = list(READER.cut(Slow(shard(*DOCUMENTS), at_once)))
    whole = [shard(document) for document in DOCUMENTS]
    assert [part.own + part.remembered for part in parts if isinstance(part, ArticleLines)] == whole


def test_what_came_before_damage_is_yielded_first() -> None:
    whole = shard(DOCUMENTS[0])
    parts = READER.cut(Slow(whole + shard(DOCUMENTS[1])[:-5], 100, fails=True))
    first = next(parts)
    assert isinstance(first, ArticleLines)
    assert first.own + first.remembered == whole
    with pytest.raises(RejectedInput):
        next(parts)


def test_what_an_article_s_lines_tell_is_what_its_quads_tell() -> None:
    for document in DOCUMENTS:
        found = READER.checked(lines(shard(document)))
        assert found is not None
        article, quads = article_iri(document.id), found.article.quads()
        assert (found.article.article, found.identifier) == (article, document.id)
        assert found.article.prints == prints_of(article, quads)
        assert found.statements == len(extract_said(document).statements)
        people = {quad.object.value for quad in quads if quad.predicate.value.endswith("#mentionOf")}  # type: ignore[union-attr]
        assert set(found.article.actors()) == people
        names = {value for _, kind, value in found.article.names if kind == b"<https://schema.org/name>"}
        assert names >= {b'"Ann Lee"'}


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "another graph": lambda own: own + b'<http://a> <http://b> "c" <http://d> .\n',
    "another graph behind a comment": lambda own: own.replace(b" .\n", b" . # x <" + own[1:].split(b">")[0] + b"> .\n"),
    "a blank node": lambda own: own + b"_:a " + own.split(b" ", 1)[1],
    "a triple as a term": lambda own: own.replace(b'"Ann Lee"', b"<<( <http://a> <http://b> <http://c> )>>"),
    "no line": lambda own: own + b"\n",
    "a literal that does not end": lambda own: own.replace(b'"Ann Lee"', b'"Ann Lee'),
    "another text": lambda own: own.replace(b"bridge", b"Bridge"),
    "two identifiers": lambda own: own + next(x for x in own.splitlines(keepends=True) if b"/identifier>" in x),
    "a name of what is shared": lambda own: own + own.split(b"\n")[0].replace(
        own.split(b" ", 3)[0] + b" " + own.split(b" ", 3)[1] + b" " + own.split(b" ", 3)[2],
        b"<" + BASE.encode() + b'person/ann-lee> <https://schema.org/name> "Ann"',
    ) + b"\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_not_as_it_was_made_is_read_quad_by_quad(kind: str) -> None:
    good = lines(shard(DOCUMENTS[0]))
    assert READER.checked(good) is not None
    broken = replace(good, own=BROKEN[kind](good.own))
    assert broken != good
    assert READER.checked(broken) is None


def test_an_article_without_fingerprints_is_read_quad_by_quad() -> None:
    good = lines(shard(DOCUMENTS[0]))
    kept = [line for line in good.remembered.splitlines(keepends=True) if b"text-print" not in line]
    assert READER.checked(replace(good, remembered=b"".join(kept))) is None


def test_what_does_not_begin_as_an_article_comes_with_all_that_follows() -> None:
    data = b'<http://a> <http://b> "c" <http://d> .\n'
    (part,) = READER.cut(io.BytesIO(data))
    assert not isinstance(part, ArticleLines)
    assert list(ox.parse(part, format=ox.RdfFormat.N_QUADS)) == list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
