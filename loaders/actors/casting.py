"""Casting: all actors of an article, every place where one is named or meant, and who holds which post."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.loaders.actors.addressees import cue_tokens, spoken_to
from sayso.loaders.actors.cast import Cast
from sayso.loaders.actors.discourse import Reader
from sayso.loaders.actors.gendered import regendered
from sayso.loaders.actors.media import outlet, settings
from sayso.loaders.actors.posts import find_posts
from sayso.loaders.actors.scene import mentions_of, set_scene
from sayso.loaders.actors.settled import settled
from sayso.loaders.actors.sources import speaking_heads
from sayso.loaders.facts import Attribution

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from sayso.loaders.actors.gazetteer import Gazetteer


def find_cast(
    doc: Doc,
    attributions: Sequence[Attribution],
    title: str | None = None,
    known: Gazetteer | None = None,
    published: date | None = None,
) -> Cast:
    """Find the actors of a parsed article; those who speak in `attributions` are among them, named or not.

    Offsets are code points of the text. The `title` tells first names that the text leaves out. `known` are
    the figures whom a warrant makes known, by default those that SaySo brings; `published` is the article's day.
    """
    speaking = [head for a in attributions for head in speaking_heads(doc, a)]
    cues = [(a, cue_tokens(doc, a)) for a in attributions]
    addressed = [outlet(noun) for a, tokens in cues for noun in (*spoken_to(tokens, a), *settings(tokens, a))]
    scene = set_scene(doc, speaking, addressed, title, known, published, attributions)
    find_posts(scene)
    regendered(scene)
    told = dict(scene.gender)  # what the reading adds is guessed from pronouns
    Reader(scene, attributions).read()
    memberships = settled(scene)
    return Cast(dict(scene.actors), mentions_of(scene), memberships, told, dict(scene.gender))
