"""How sure a statement's speakers are."""

from __future__ import annotations

from math import exp

import pytest

from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.casting import find_cast
from sayso.loaders.actors.certainty import speaker_confidence, speaker_features, speaker_weights
from sayso.loaders.actors.speaker import resolve_speakers
from sayso.loaders.attribution.tagger import tagger
from sayso.loaders.facts import Attribution, Span
from sayso.loaders.meaning.crowds import enlist
from sayso.loaders.syntax import parse

CASES = [  # text, its kinds: pronoun, common noun, no source, unnamed group, several
    ("Anna Bell said that the bridge would open in May.", (0, 0, 0, 0, 0)),
    ("Anna Bell wrote it. She said that the bridge would open in May.", (1, 0, 0, 0, 0)),
    ("Police said that the bridge would open in May.", (0, 1, 0, 1, 0)),
    ("Anna Bell and Tom Reed said that the bridge would open in May.", (0, 0, 0, 0, 1)),
]


@pytest.mark.parametrize(("text", "kinds"), CASES)
def test_what_kind_of_word_the_source_is_tells_how_sure_the_speaker_is(text: str, kinds: tuple[int, ...]) -> None:
    doc = parse(text)
    given = tagger().attributions(text)[-1:]
    cast = enlist(doc, find_cast(doc, given), given)
    speakers = resolve_speakers(doc, cast, given[0])
    features = speaker_features(doc, cast, given[0], speakers)
    assert features[:5] == kinds
    sure = speaker_confidence(doc, cast, given[0], speakers, (0.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.5))
    assert sure == round(1 / (1 + exp(kinds[0] - features[5] / 2)), 3)


@pytest.mark.parametrize(("speakers", "weights"), [((), (1.0,) * 7), (("person/ann",), ())])
def test_where_nobody_is_named_or_nothing_was_fitted_there_is_none(
    speakers: tuple[str, ...], weights: tuple[float, ...]
) -> None:
    attribution = Attribution((Span(0, 4),), (), ())
    assert speaker_confidence(parse("Good."), Cast(), attribution, speakers, weights) is None


def test_the_shipped_model_has_weights() -> None:
    assert len(speaker_weights()) == 7
