"""Kernels of moving windows: what a coding weighs by its distance from the middle of the window.

`u` is the distance divided by half the width of the window. A tie of two codings weighs the square root of the product
of their weights, as in DNA 3. There the triangular kernel and Epanechnikov's take the side of the middle for a part of
the distance; these are the symmetric ones of the textbooks.
"""

from __future__ import annotations

import math
from typing import Final, Literal, get_args

type Kernel = Literal["none", "uniform", "triangular", "epanechnikov", "gaussian"]

KERNELS: Final[tuple[Kernel, ...]] = get_args(Kernel.__value__)
# A Gaussian never ends; at five half widths it weighs under two millionths.
FARTHEST: Final = 5.0


def kernel_weight(kernel: Kernel, u: float) -> float:
    """Return the weight of a coding at `u`; 0 is none. Only the Gaussian weighs what lies outside of the window."""
    far = abs(u)
    if kernel == "gaussian":
        return math.exp(-0.5 * u * u) / math.sqrt(2 * math.pi) if far <= FARTHEST else 0.0
    if far > 1:
        return 0.0
    match kernel:
        case "uniform":
            return 0.5
        case "triangular":
            return 1 - far
        case "epanechnikov":
            return 0.75 * (1 - u * u)
        case _:
            return 1.0
