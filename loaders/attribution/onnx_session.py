"""ONNX files of 8-bit weights, loaded so that they give the same sums on every processor."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

# One product of matrices, 8-bit numbers by weights of 127; training/reading/sums.py makes it.
_SUMS: Final = Path(__file__).with_name("sums.onnx")
_WIDTH, _LARGEST, _WEIGHT = 64, 255, 127


def session(file: Path, threads: int) -> Any:
    """Load an ONNX file to be run by so many threads.

    Processors without 8-bit dot products cut sums of two products off at 16 bits: other scores, and worse ones. There,
    and there alone, since it costs up to half of the time, weights are computed with in another way.
    """
    options = _options(threads)
    if cuts_sums_off():
        options.add_session_config_entry("session.x64quantprecision", "1")
    return _load(file, options)


@cache
def cuts_sums_off() -> bool:
    """Whether this processor cuts sums of 8-bit products off: tried on the largest that there are."""
    largest = np.full((1, _WIDTH), _LARGEST, np.uint8)
    (sums,) = _load(_SUMS, _options(1)).run(None, {"a": largest})
    return bool((sums != _WIDTH * _LARGEST * _WEIGHT).any())


def _options(threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return options


def _load(file: Path, options: Any) -> Any:
    import onnxruntime

    return onnxruntime.InferenceSession(
        file,
        options,
        providers=["CPUExecutionProvider"],
        # the fused kernel adds and normalises element by element: a fifth of the whole time
        disabled_optimizers=["SkipLayerNormFusion"],
    )
