"""By style: who is called afterwards by what the style before the name says."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("Father Piet Vos has led the parish.", "The priest", "Piet Vos"),
        ("Rev Nell Frost married them.", "The vicar", "Nell Frost"),
        ("Dr Mina Rao called. Dr Saul Fenn came at once.", "The doctor", "Saul Fenn"),
        ("Dr Ann Reed and Dr Bob Pope run it.", "The doctor", "doctor"),
        ("Dr Kim Lund set it up.", "A doctor at the clinic", "doctor"),
        ("Father Tom Arden left.", "His father", "father"),
    ],
)
def test_a_style_tells_who_is_called_so(before: str, source: str, name: str) -> None:
    assert speakers(f"{before} {source} said it was late.", (source, "said", "it was late")) == [(name,)]
