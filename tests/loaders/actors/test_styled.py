"""Styles: what stands before a name and is no part of it."""

from __future__ import annotations

import pytest

from sayso.loaders.document import Document
from sayso.loaders.extraction import extract

STYLED = [
    ("Alhaji Sani Bello said it rained.", "Sani Bello"),
    ("Datuk Seri Azman Kassim said it rained.", "Azman Kassim"),
    ("Tan Sri Ahmad Kassim said it rained.", "Ahmad Kassim"),
    ("Tan Hui Ling said it rained.", "Tan Hui Ling"),
    ("Shopkeeper Teresa Novak said it rained.", "Teresa Novak"),
    ("Psephologist Teresa Novak said it rained.", "Teresa Novak"),
    ("Mortician Teresa Novak said it rained.", "Teresa Novak"),
    ("Hotelier Teresa Novak said it rained.", "Teresa Novak"),
    ("Coun. Teresa Novak said it rained.", "Teresa Novak"),
    ("The local MP, Conservative Teresa Novak, said it rained.", "Teresa Novak"),
    ("Operator Tessen Coal Rail said it rained.", "Tessen Coal Rail"),
    ("Det Insp Teresa Novak said it rained.", "Teresa Novak"),
    ("It rained, according to Dr Teresa Vosloorus, a hydrologist who has measured it since 1998.", "Teresa Vosloorus"),
    ("Widow Teresa Hall said it rained.", "Teresa Hall"),
    ("Baker Irene Hall said it rained.", "Irene Hall"),
    ("Hunter Hall said it rained.", "Hunter Hall"),
    ("Principal Aoife Garrigan said it rained.", "Aoife Garrigan"),
    ("Its general secretary, Comrade Joseph Bello, said it rained.", "Joseph Bello"),
    ("MEC Sipho Bello said it rained.", "Sipho Bello"),
    ("Said Margaret Fontane: “It rained.”", "Margaret Fontane"),
    ("Kiplagat arap Koros said it rained.", "Kiplagat arap Koros"),
    ("Bandmaster Trevor Hill said it rained.", "Trevor Hill"),
    ("Malam Ibrahim Tako said it rained.", "Ibrahim Tako"),
    ("A retired teacher, Pa Yakub Danja, said it rained.", "Yakub Danja"),
    ("Counsel for the firm, Orla Finn SC, said it rained.", "Orla Finn"),
    ("James Hall MP said it rained.", "James Hall"),
    ("Independent MPA Nadir Khan Masri said it rained.", "Nadir Khan Masri"),
    ("“It rained,” said Maria de Lourdes Lobo Neves, who grows maize.", "Maria de Lourdes Lobo Neves"),
]


@pytest.mark.parametrize(("text", "name"), STYLED)
def test_a_style_is_no_part_of_a_name(text: str, name: str) -> None:
    found = extract(Document("a", text))
    assert [[found.actors[k].name for k in s.speakers] for s in found.statements] == [[name]]


def test_a_body_is_no_person_for_its_first_word() -> None:
    found = extract(Document("a", "Delmar Foods said it rained. Principal Financial Group said it did not."))
    assert {found.actors[k].kind for s in found.statements for k in s.speakers} == {"Organisation"}


def test_a_county_is_no_woman() -> None:
    found = extract(Document("a", "A school in County Clare closed. She said it rained."))
    assert not any(s.speakers for s in found.statements)


def test_a_short_rank_before_a_surname_makes_no_body() -> None:
    text = "Council president Deb Hall said no. “It rained,” Cr Hall said."
    found = extract(Document("a", text))
    assert {tuple(found.actors[k].name for k in s.speakers) for s in found.statements} == {("Deb Hall",)}
