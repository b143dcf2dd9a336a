"""Sums of 8-bit products are whole on every processor."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.loaders.attribution import onnx_session
from sayso.loaders.attribution.onnx_session import cuts_sums_off, session
from sayso.loaders.attribution.tagger import tagger


def largest_sums() -> list[int]:
    """Return the sums of 64 of the largest products, as the loaded file gives them."""
    (sums,) = session(onnx_session._SUMS, 1).run(None, {"a": np.full((1, 64), 255, np.uint8)})
    return sorted(set(sums.ravel().tolist()))


@pytest.mark.parametrize("found", [None, True, False], ids=["tried", "told: cut off", "told: whole"])
def test_sums_are_whole(found: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if found is not None:
        if not found and cuts_sums_off():
            pytest.skip("this processor cuts sums off, unless told otherwise")
        monkeypatch.setattr(onnx_session, "cuts_sums_off", lambda: found)
    assert largest_sums() == [64 * 255 * 127]


def test_the_network_is_told_where_sums_are_cut_off() -> None:
    told = {key: "1" for key in ["session.x64quantprecision"] if cuts_sums_off()}
    for part in (tagger().session, tagger().second):
        options = part.get_session_options()
        assert {key: options.get_session_config_entry(key) for key in told} == told


def test_a_processor_is_tried_once() -> None:
    cuts_sums_off()
    hits = cuts_sums_off.cache_info().hits
    cuts_sums_off()
    assert cuts_sums_off.cache_info().hits == hits + 1
