"""From a document to its facts: the path of DESIGN §3, each step a function of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.certainty import speaker_confidence, speaker_weights
from sayso.loaders.actors.gazetteer import gazetteer
from sayso.loaders.actors.pointed import speakers_of
from sayso.loaders.actors.speaker import speaking_as
from sayso.loaders.attribution.completed import whole
from sayso.loaders.attribution.edges import tidied
from sayso.loaders.attribution.listeners import heard
from sayso.loaders.attribution.nested import nested, outer_ones
from sayso.loaders.attribution.sided import sided
from sayso.loaders.attribution.tagger import Tagger, tagger
from sayso.loaders.carried import carried
from sayso.loaders.facts import Act, Attribution, Demand, Extraction, Position, Statement
from sayso.loaders.interviews import questioned
from sayso.loaders.labelled import name_labels
from sayso.loaders.meaning.act import act_and_confidence
from sayso.loaders.meaning.concern import concern_weights, concerns
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.meaning.demands import demands
from sayso.loaders.meaning.evidence import sentence
from sayso.loaders.meaning.form import form
from sayso.loaders.meaning.heard import spoken_to_marked
from sayso.loaders.meaning.positions import positions
from sayso.loaders.meaning.status import status
from sayso.loaders.parts import Parts, around, fitting
from sayso.loaders.provenance import method_versions
from sayso.loaders.syntax import parse
from sayso.loaders.timed import timed
from sayso.loaders.told import by_medium, told
from sayso.loaders.views.mending import mended
from sayso.loaders.views.turns import with_turns
from sayso.loaders.views.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.loaders.actors.gazetteer import Gazetteer
    from sayso.loaders.document import Document

NO_ACT: tuple[Act, float | None] = ("state", None)  # where the part that reads it fails


def extract(
    document: Document, min_confidence: float = 0.0, known: tuple[str, ...] = (), model: Tagger | None = None
) -> Extraction:
    """Find the statements of a document, who makes them and what they mean.

    Statements below `min_confidence` are left out; `known` are files of figures beside those that SaySo brings. Both
    are parts of the method. Equal documents give equal extractions. `model` is another reading model than the
    installed one.
    """
    parts = Parts()
    view = parts.attempt("the mending of the text", View(document.text), mended, document.text)
    doc = parse(view.text)
    found = parts.attempt("all statements", [], attributions, model or tagger(), document.text, view, doc, parts)
    document = replace(document, text=view.text)
    sure = [attribution for attribution in found if attribution.confidence >= min_confidence]
    figures = gazetteer(known)
    extraction = assemble(document, doc, sure, parts, figures)
    return view.back(replace(extraction, method=method(min_confidence, figures if known else None)))


def attributions(model: Tagger, text: str, view: View, doc: Doc, parts: Parts) -> list[Attribution]:
    """Find the attributions of a text as its view reads it, the turns of a transcript among them, and their meaning."""
    encoded, scored = model.run(view.text)
    found = [attribution for attribution, _ in model.read(view.text, encoded, scored)]
    found = parts.attempt("the edges of the words", found, tidied, view.text, found)
    found = parts.attempt("words that are cut off or apart", found, whole, doc, found)
    found = parts.attempt("who only listens", found, heard, doc, found)
    found = parts.attempt("turns of a transcript", found, with_turns, text, view, doc, found)
    parts.attempt("names of a transcript", None, name_labels, doc, found)
    found = [*found, *parts.attempt("statements inside statements", [], nested, doc, found)]
    found = [*found, *parts.attempt("sides taken without a word of saying", [], sided, doc, found)]
    return parts.attempt("their meaning", found, model.understand, view.text, encoded, scored, found)


def assemble(
    document: Document,
    doc: Doc,
    attributions: Sequence[Attribution],
    parts: Parts | None = None,
    figures: Gazetteer | None = None,
) -> Extraction:
    """Give attributions their speakers and their meaning; `doc` is the parsed text of the document.

    A part that fails leaves out itself alone, and is told in the extraction's notes.
    """
    parts = parts or Parts()
    cast = parts.attempt("all actors", Cast(), find_cast, doc, attributions, document.title, figures, document.day)
    cast = parts.attempt("unnamed crowds", cast, enlist, doc, cast, attributions)
    nowhere: list[int | None] = [None] * len(attributions)
    outer = parts.attempt("what stands in whose words", nowhere, outer_ones, attributions)
    statements = tuple(
        _statement(document, doc, cast, one, part_of, parts) for one, part_of in zip(attributions, outer, strict=True)
    )
    statements = parts.attempt("what a sentence carries on", statements, carried, doc, statements)
    statements = parts.attempt("whom an interview is with", statements, questioned, doc, cast, statements)
    found_positions: list[Position] = []
    found_demands: list[Demand] = []
    for index, s in enumerate(statements):
        if s.status != "said":
            continue
        what = f"the {{}} of the statement at {s.sentence.start}".format
        to = (s.speakers, s.addressees, index)
        found_demands += parts.attempt(what("demands"), [], demands, doc, cast, s.attribution, *to)
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


def method(min_confidence: float = 0.0, figures: Gazetteer | None = None) -> tuple[tuple[str, str], ...]:
    """Name what an extraction depends on: software and models with their versions and settings, never a time."""
    return (
        *method_versions(),
        *((("min-confidence", f"{min_confidence:g}"),) if min_confidence else ()),
        *((("known", figures.version),) if figures else ()),
    )


def _statement(
    document: Document, doc: Doc, cast: Cast, attribution: Attribution, part_of: int | None, parts: Parts
) -> Statement:
    what = f"the {{}} of the statement at {around(attribution).start}".format
    shape = parts.attempt(what("form"), "indirect", form, document.text, attribution)
    speakers = parts.attempt(what("speakers"), (), speakers_of, doc, cast, attribution)
    evidence = parts.attempt(what("sentence"), around(attribution), sentence, doc, attribution)
    addressees, media = parts.attempt(what("addressees"), ((), ()), told, doc, cast, attribution)
    if not (addressees or media):
        others = parts.attempt(what("addressees"), (), spoken_to_marked, cast, attribution, speakers)
        addressees, media = by_medium(cast, others)
    time_words, said_on = parts.attempt(
        what("time"), (None, None), timed, doc, attribution, evidence, document.published
    )
    does, sure = parts.attempt(what("act"), NO_ACT, act_and_confidence, doc, attribution, cast, speakers)
    return Statement(
        attribution=attribution,
        sentence=evidence,
        form=shape,
        act=does,
        speakers=speakers,
        about=parts.attempt(what("about"), (), concerns, doc, cast, attribution, speakers, concern_weights()),
        addressees=addressees,
        media=media,
        speaking_as=parts.attempt(what("post"), None, speaking_as, doc, cast, attribution),
        when=time_words,
        said_on=said_on,
        part_of=part_of,
        status=parts.attempt(what("status"), "said", status, doc, attribution),
        act_confidence=sure,
        speaker_confidence=parts.attempt(
            what("confidence"), None, speaker_confidence, doc, cast, attribution, speakers, speaker_weights()
        ),
    )
