"""The shared names: countries, capitals, demonyms, well-known bodies."""

from __future__ import annotations

import pytest

from sayso.loaders.actors.lexicon import first_names, lexicon


@pytest.mark.parametrize(
    ("phrase", "actor", "use"),
    [
        ("Russia", "country/RU", "name"),
        ("Moscow", "country/RU", "capital"),
        ("Kremlin", "country/RU", "seat"),
        ("Russian", "country/RU", "demonym"),
        ("Britain", "country/GB", "name"),
        ("Downing Street", "country/GB", "seat"),
        ("U.S.", "country/US", "name"),
        ("Washington", "country/US", "capital"),
        ("Kyiv", "country/UA", "capital"),
        ("Ohio", "country/US-OH", "name"),
        ("GOP", "organisation/republican-party", "name"),
        ("Democrats", "organisation/democratic-party", "adherent"),
        ("World Health Organization", "organisation/world-health-organization", "name"),
        ("WHO", "organisation/world-health-organization", "name"),
    ],
)
def test_known_phrases(phrase: str, actor: str, use: str) -> None:
    entry = lexicon().find(phrase)
    assert entry is not None
    assert (entry.actor, entry.use) == (actor, use)


@pytest.mark.parametrize("phrase", ["Korean", "Congolese", "Russians abroad", "us", "who", "Henderson"])
def test_phrases_that_mean_nobody_for_sure(phrase: str) -> None:
    assert lexicon().find(phrase) is None


def test_a_phrase_must_end_with_its_word() -> None:
    assert lexicon().match("Omanis", 0).phrase == "Omanis"  # type: ignore[union-attr]
    assert lexicon().match("USATODAY", 0) is None


def test_no_name_belongs_to_two_actors() -> None:
    owners: dict[str, str] = {}
    for actor in lexicon().actors.values():
        for name in (actor.name, *actor.names):
            assert owners.setdefault(name, actor.key) == actor.key or name == "Georgia"


def test_first_names_tell_the_gender() -> None:
    assert first_names()["hillary"] == "female"
    assert first_names()["vladimir"] == "male"
    assert "casey" not in first_names()
