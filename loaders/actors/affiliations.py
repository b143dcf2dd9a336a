"""Affiliations: a person's party and federal state, as the words around the name tell."""

from __future__ import annotations

from sayso.loaders.actors.lexicon import lexicon
from sayso.loaders.actors.scene import Scene


def affiliate(scene: Scene, start: int, end: int, person: str) -> None:
    """Note a person's party and state: "Democrat Hillary Clinton", "Paul Ryan (R-Wis.)", "Iowa Sen. Joni Ernst"."""
    doc = scene.doc
    tag = doc[end : end + 4].text.lstrip("(, ")[:2]
    if party := {"R-": "organisation/republican-party", "D-": "organisation/democratic-party"}.get(tag):
        scene.party[person] = party
    if end + 1 < len(doc) and doc[end].lower_ in ("of", "from") and scene.at.get(end + 1, "").startswith("country/"):
        scene.home[person] = scene.at[end + 1]
    elif party:
        around = doc[end : end + 8].text.replace(" ", "")
        abbreviation = around.partition("-")[2].partition(")")[0].partition(",")[0]
        if state := lexicon().abbreviations.get(abbreviation.strip(".").replace(".", "")):
            scene.home[person] = state
    for i in range(start - 1, max(-1, start - 5), -1):
        name = scene.name_at.get(i)
        if name is not None and "party" in scene.kinds.get(scene.at[i], ()):
            scene.party.setdefault(person, scene.at[i])
        elif name is not None and scene.at[i].startswith("country/"):
            scene.home.setdefault(person, scene.at[i])
        if name is None and doc[i].pos_ not in ("NOUN", "ADJ", "PROPN", "SPACE"):
            return


def of_party(scene: Scene, start: int, head: int) -> bool:
    """Say whether a word between two tokens names adherents of a party: "a Republican senator"."""
    return any((n := scene.name_at.get(i)) is not None and n.use == "adherent" for i in range(start, head))


def last_state(scene: Scene, before: int) -> str | None:
    """Return the federal state named last: a "Republican Secretary of State" is a state's."""
    for i in range(before - 1, max(-1, before - 3000), -1):
        actor = scene.at.get(i, "")
        if actor.startswith("country/US-"):
            return actor
    return None
