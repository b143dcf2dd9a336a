"""By style: "the doctor", "the priest" for the one person named before with that style: "Dr Hill", "Father Hill"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sayso.loaders.actors.documents import definite
from sayso.loaders.actors.groups import unnamed
from sayso.loaders.word_lists import word_sets

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.loaders.actors.discourse import Reader

_STYLES = word_sets("actors/by_style")
_MOST = 2000  # names that a description is compared with


def by_style(reader: Reader, token: Token) -> tuple[str, ...]:
    """Return the one person of that style named before a noun that speaks; of several the one just named, else nobody.

    Nothing where none is styled so, or the noun tells more: "the other doctor", "the doctor at the clinic".
    """
    styles, scene = _STYLES.get(token.lower_), reader.scene
    plain = all(c.dep_ == "det" for c in token.lefts) and not any(True for _ in token.rights)
    if styles is None or token.i not in reader.sources or token.tag_ != "NN" or not plain or not definite(token):
        return ()
    places: dict[str, int] = {}
    for name in islice(scene.names, _MOST):
        actor = scene.at.get(name.start, "")
        before = scene.doc[name.start - 1].lower_.rstrip(".") if 0 < name.start < token.i else ""
        if before in styles and actor and scene.kind(actor) == "Person":
            places[actor] = name.start
    if len(places) <= 1:
        return tuple(places)
    near = {o.actors[0] for o in reader.salience.latest(token.i) if reader.place[0] - o.sentence <= 1} & places.keys()
    nobody = unnamed(scene, token)
    return tuple(near) if len(near) == 1 else (nobody,) if nobody else ()
