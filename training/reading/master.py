"""A copy of weights in float32, which takes the small steps that bfloat16 cannot hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor, nn


def fast_type() -> torch.dtype:
    """Return bfloat16 where the processor multiplies tiles of it, some times as fast as float32; else float32, since
    without these it is slower."""
    tiles = torch.backends.mkldnn.is_available() and torch.cpu._is_amx_tile_supported()
    return torch.bfloat16 if tiles else torch.float32


class Master:
    """The parameters of a module that learn: as they are, and their float32 copies, on which an optimiser works."""

    def __init__(self, module: nn.Module) -> None:
        self.live = {name: p for name, p in module.named_parameters() if p.requires_grad}
        self.copies = {name: p.detach().float().clone() for name, p in self.live.items()}

    def group(self, prefixes: str | tuple[str, ...], inside: bool = True) -> dict[str, list[Tensor]]:
        """Return the copies whose names begin so, or of which none does, as an optimiser takes them."""
        return {"params": [copy for name, copy in self.copies.items() if name.startswith(prefixes) is inside]}

    def restore(self, copies: Iterable[Tensor]) -> None:
        """Go on from copies that were kept, in their order."""
        with torch.no_grad():
            for copy, live, old in zip(self.copies.values(), self.live.values(), copies, strict=True):
                copy.copy_(old)
                live.copy_(old)

    def descend(self, losses: Sequence[Tensor], weights: Sequence[float], optimiser: torch.optim.Optimizer) -> None:
        """Take one step: gradients from the weights as they are, the step on the copies, and back."""
        sum(weight * loss for weight, loss in zip(weights, losses, strict=True)).backward()
        for live, copy in zip(self.live.values(), self.copies.values(), strict=True):
            copy.grad, live.grad = (None if live.grad is None else live.grad.float()), None
        nn.utils.clip_grad_norm_([*self.copies.values()], 1.0)
        optimiser.step()
        with torch.no_grad():
            for live, copy in zip(self.live.values(), self.copies.values(), strict=True):
                live.copy_(copy)

    def average(self, mean: dict[str, Tensor], seen: int) -> None:
        """Take the copies into the mean of as many that were seen, these counted."""
        with torch.no_grad():
            for name, copy in self.copies.items():
                mean[name] += (copy - mean[name]) / seen
