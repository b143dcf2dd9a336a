"""Lines: an article of a shard as bytes, cut out and checked without an object for each quad.

What looks as `make_shard` writes it, every line of it, is handed to the engine as it is. Anything else is for those who
read quad by quad, and know what is wrong with it.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from sayso.graph.actors.names import NAME, NAMING_PREDICATES
from sayso.graph.edits.unread import UnreadArticle
from sayso.graph.statements.prints import TEXT_PRINT, WORDS_PRINT
from sayso.loaders.mapping.article import text_hash
from sayso.ontology.errors import RejectedInput
from sayso.ontology.iris import article_iri, loading_graph, statements_of
from sayso.ontology.namespaces import ARTICLE_BODY, IDENTIFIER, LABEL, XSD
from sayso.ontology.terms import IN_ARTICLE, NAMES, TEXT_HASH

METADATA: Final = NamedNode("urn:sayso:loading:metadata")
_PIECE: Final = 1 << 20
# Not each character is looked at: what is no IRI, the engine refuses.
_IRI: Final = rb"<[^>]*+>"
_LITERAL: Final = (
    rb'"[^"\\\r\n]*+(?:\\[tbnrf"\'\\uU][^"\\\r\n]*+)*+"(?:@[A-Za-z0-9-]++|\^\^' + _IRI + rb")?+"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """The lines of an article's graph, and those of what loading remembers of it."""

    own: bytes
    remembered: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that is as it should be; `statements` is how many it tells."""

    article: UnreadArticle
    identifier: str
    text_hash: str
    metadata: str
    statements: int


class LineReader:
    """Cuts shards into articles, and checks each; `base` is the store's."""

    def __init__(self, base: str) -> None:
        self._base = base
        loading, article = str(loading_graph(base)).encode(), re.escape(f"{base}article/".encode()) + rb"[0-9a-f]{32}"
        self._end = b" " + loading + b" .\n"
        number = rb'"(\d{1,19})"\^\^<' + re.escape(XSD.encode()) + rb"integer>"
        kinds = b"|".join(re.escape(str(one).encode()) for one in (TEXT_PRINT, WORDS_PRINT))
        metadata, end = re.escape(str(METADATA).encode()), re.escape(self._end)
        self._remembered = re.compile(
            rb"(?:"
            + _IRI
            + rb" (?:"
            + metadata
            + rb' "[0-9a-f]*+"|(?:'
            + kinds
            + rb") "
            + number
            + rb")"
            + end
            + rb")++"
        )
        self._metadata = re.compile(rb"<(" + article + rb")> " + metadata + rb' "([0-9a-f]*)"')
        self._print = re.compile(rb"<([^>]*)> (?:" + kinds + rb") " + number)
        # An article's own things bear its IRI; only of such does it tell names.
        naming = b"|".join(str(one).encode() for one in (LABEL, NAME))
        subject = rb"(?:<(?P=own)(?:/[^>]*+)?+>|" + _IRI + rb"(?! (?:" + naming + rb") ))"
        self._whole = re.compile(
            rb"(?=<(?P<own>" + article + rb")> )(?:"
            + subject + rb" " + _IRI + rb" (?:" + _IRI + rb"|" + _LITERAL + rb") <(?P=own)> \.\n)++"
        )  # fmt: skip
        told = b"|".join(re.escape(str(one).encode()) for one in NAMING_PREDICATES)
        self._name = re.compile(rb"\n(" + _IRI + rb") (" + told + rb") (.*) <[^<>]*> \.(?=\n)")

    def cut(self, stream: BinaryIO) -> Iterator[ArticleLines | BinaryIO]:
        """Yield the articles of a shard; what does not look like one comes with all that follows it, as a stream.

        What the stream raises is raised once what it gave before has been yielded.
        """
        held, at, ended, sound, error = b"", 0, False, False, None
        while True:
            where = held.find(self._end, at)
            start = max(at, held.rfind(b"\n", at, where) + 1) if where >= 0 else 0
            found = self._remembered.match(held, start) if where >= 0 else None
            if where >= 0 and found is None:
                yield _joined(held[at:], stream)
                return
            # Only once more follows, or nothing, it is known to be whole.
            if found is not None and (held.find(b"\n", found.end()) >= 0 or (sound and found.end() == len(held))):
                yield ArticleLines(held[at:start], found[0])
                at = found.end()
                continue
            if ended:
                break
            more, ended, error = _more(stream, max(_PIECE, len(held) - at))
            sound = ended and error is None
            held, at = held[at:] + more, 0
        if error is not None:
            raise error
        if at < len(held):
            yield _joined(held[at:], stream)

    def checked(self, lines: ArticleLines) -> Unread | None:
        """Return an article as it is, None where its quads have to be read to say what is wrong with it."""
        own = lines.own
        whole = self._whole.fullmatch(own)
        metadata = self._metadata.findall(lines.remembered)
        if whole is None or len(metadata) != 1 or metadata[0][0] != whole["own"]:
            return None
        article = NamedNode(whole["own"].decode())
        told = _literals(own, article)
        prints = self._prints(lines.remembered)
        start = statements_of(article.value)
        if told is None or not all(node == article.value or node.startswith(start) for node in prints):
            return None
        identifier, body, hashed = told
        # Shards of earlier releases, and texts of a few words, have none.
        if article_iri(identifier, self._base) != article or text_hash(body) != hashed or article.value not in prints:
            return None
        unread = UnreadArticle(
            article,
            own,
            lines.remembered,
            self._names(own, whole["own"]),
            prints,
        )
        return Unread(unread, identifier, hashed, metadata[0][1].decode(), own.count(b"> %s <" % _encoded(IN_ARTICLE)))

    def _prints(self, remembered: bytes) -> dict[str, tuple[int, ...]]:
        found: defaultdict[bytes, list[bytes]] = defaultdict(list)
        for node, number in self._print.findall(remembered):
            found[node].append(number)
        return {node.decode(): tuple(sorted(map(int, numbers))) for node, numbers in found.items()}

    def _names(self, own: bytes, article: bytes) -> frozenset[tuple[bytes, bytes, bytes]]:
        start = b"<" + article + b"/naming/"
        first = max(own.find(b"\n" + start), 0)
        found = [one for one in self._name.findall(own, first) if one[0].startswith(start)]
        names = _encoded(NAMES)
        things = {naming: thing for naming, predicate, thing in found if predicate == names}
        return frozenset((things[one], kind, value) for one, kind, value in found if kind != names and one in things)


def _literals(own: bytes, article: NamedNode) -> tuple[str, str, str] | None:
    """Return an article's identifier, text and hash; None where it has not exactly one of each."""
    lines = []
    for predicate in (IDENTIFIER, ARTICLE_BODY, TEXT_HASH):
        start = b"\n%s %s " % (_encoded(article), _encoded(predicate))
        if own.count(start) != 1:
            return None
        at = own.index(start) + 1
        lines.append(own[at : own.index(b"\n", at) + 1])
    try:
        values = [quad.object for quad in parse(b"".join(lines), format=RdfFormat.N_QUADS)]
    except (SyntaxError, ValueError):
        return None
    texts = [value.value for value in values if isinstance(value, Literal)]
    return (texts[0], texts[1], texts[2]) if len(texts) == len(lines) else None


def _encoded(node: NamedNode) -> bytes:
    return str(node).encode()


def _more(stream: BinaryIO, wanted: int) -> tuple[bytes, bool, Exception | None]:
    """Read some bytes; return them, whether there are no more, and what kept from reading on."""
    parts: list[bytes] = []
    while wanted > 0:
        try:
            part = stream.read(min(wanted, 1 << 16))
        except (RejectedInput, OSError) as error:
            return b"".join(parts), True, error
        if not part:
            return b"".join(parts), True, None
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts), False, None


def _joined(first: bytes, stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", _Joined(first, stream))


class _Joined(io.RawIOBase):
    """Bytes, and a stream after them."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self._first, self._stream = io.BytesIO(first), stream

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._first.read(size) or self._stream.read(size)
