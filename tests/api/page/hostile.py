"""An article that tries to be more than text."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from sayso.loaders.document import Document
from sayso.loaders.facts import Actor, Attribution, Extraction, Membership, Mention, Position, Post, Span, Statement
from sayso.loaders.mapping import actor_quads, article_quads
from sayso.ontology.files import ontology_quads

SCRIPT = "<script>document.title='taken'</script>"
IMAGE = "<img src=x onerror=\"document.title='taken'\">"
RIGHT_TO_LEFT = "\u202eesrever\u202c"
ISOLATE = "\u2067"
ENDLESS = "word" * 25_000
SPEAKER_NAME = f"Ann {IMAGE} Archer {RIGHT_TO_LEFT}"
WORDS = f"{SCRIPT} will 🗳️🗳️ {RIGHT_TO_LEFT} be {IMAGE} done {ISOLATE}"
LONG_WORDS = f"{ENDLESS} is a word"
TEXT = f"Ann Archer said {WORDS}. \U0001f5f3 Archer added {LONG_WORDS}. شرحت آن آرتشر الأمر."

DOCUMENT = Document(
    id="hostile-1",
    text=TEXT,
    title=f"{SCRIPT}{IMAGE} title {RIGHT_TO_LEFT}",
    source=f"The {IMAGE} Post",
    url="javascript:document.title='taken'",
    published="2024-03-05",
    language="en",
)
SPEAKER, LISTENER = "person/ann-archer", "organisation/script"
ACTORS = (
    Actor(SPEAKER, "Person", SPEAKER_NAME, frozenset({"Archer", ENDLESS})),
    Actor(LISTENER, "Organisation", f"{SCRIPT}{ENDLESS}"),
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _facts() -> Extraction:
    first = _span(f"Ann Archer said {WORDS}.")
    second = _span(f"Archer added {LONG_WORDS}.")
    post = Post(f"{IMAGE} minister", LISTENER)
    statements = (
        Statement(
            Attribution((_span(WORDS),), (_span("said"),), (_span("Ann Archer"),), 0.9),
            first,
            "indirect",
            "accuse",
            (SPEAKER,),
            (LISTENER,),
            speaking_as=post,
        ),
        Statement(
            Attribution((_span(LONG_WORDS),), (_span("added"),), (Span(second.start, second.start + 6),), 0.8),
            second,
            "indirect",
            "state",
            (SPEAKER,),
            (LISTENER,),
        ),
    )
    return Extraction(
        {actor.key: actor for actor in ACTORS},
        (Mention(_span("Ann Archer"), SPEAKER),),
        (Membership(SPEAKER, post, _span("Ann Archer")),),
        statements,
        (Position(0, SPEAKER, "against", _span("done"), (LISTENER,)),),
        (),
        (("tagger", "1.0"),),
    )


def hostile_quads() -> Iterator[Quad]:
    """Yield a store whose names, title, address and text are all out to harm a page."""
    yield from ontology_quads()
    yield from actor_quads(ACTORS)
    yield from article_quads(DOCUMENT, _facts())
