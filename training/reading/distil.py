# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy"]
# ///
"""Tune the branch that reads what a statement does on what a teacher and it itself say of it, beside the judgements.

    python training/reading/distil.py --data ../shared --base MINILM --weights whole.pt --soft soft.pt --out last.pt

`weights` are branch.py's, or unpack.py's of what is shipped; soft.pt is soft.py's. The lower layers stay as they are:
their states are computed once, for two ways to cut the windows. What the branch says itself keeps what it learned of
judgements that are not at hand.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from batching import statement  # noqa: E402
from data import Labelled, read, tokenizer, training_records  # noqa: E402
from excerpts import IGNORE, grouped  # noqa: E402
from master import Master  # noqa: E402
from network import ROWS, Network, load_base  # noqa: E402
from soft import Softened  # noqa: E402
from teacher import padded  # noqa: E402
from torch import Tensor, nn  # noqa: E402

from sayso.loaders.attribution.encoding import Window, window_inputs, windows  # noqa: E402

WEIGHTS = (0.4, 0.6)  # of the losses: acts, tags
WARM_UP = 0.06
AVERAGED = 0.6  # of the steps, the weights of the rest are averaged
CUTS = (None, 190)  # first windows: as the program cuts, and half a window later


@dataclass(frozen=True, slots=True)
class Reading:
    """What the branch reads of one statement, by article and number: tokens of the article, their states (n×384) and
    parts, and what was judged of it: acts (None: nothing), words (6×n)."""

    place: tuple[int, int]
    tokens: list[int]
    states: Tensor
    roles: list[int]
    acts: tuple[float, ...] | None
    words: list[list[int]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the branch is to say of a reading: acts (13), tags (n×6×3), and which tags count (n×6)."""

    reading: Reading
    acts: Tensor
    tags: Tensor
    counts: Tensor


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--soft", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4, help="of the layers; the heads learn at three times that")
    parser.add_argument("--budget", type=int, default=2000, help="tokens a step")
    parser.add_argument("--share", type=float, default=0.6, help="of soft labels, where there is a judgement too")
    parser.add_argument("--own", type=float, default=0.5, help="share of the branch's own answers in the soft labels")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    train(args)


def readings(network: Network, articles: list[Labelled], wanted: Container[tuple[int, int]], cut: int | None
             ) -> Iterator[Reading]:  # fmt: skip
    """Read statements with the layers below the branch, each in the window that owns its cue."""
    for number, article in enumerate(articles):
        for window in windows(article.encoded, first=cut):
            owned = range(window.own_start, window.own_end)
            inside = [k for k, s in enumerate(article.statements) if s.cue[0][0] in owned and (number, k) in wanted]
            if inside:
                hidden = states(network, article, window)
                for k in inside:
                    one = statement(article.statements[k], window)
                    tokens = [t - 1 + window.start for t in one["tokens"]]
                    yield Reading((number, k), tokens, hidden[one["tokens"]], one["roles"], one["acts"], one["words"])


def states(network: Network, article: Labelled, window: Window) -> Tensor:
    """Return the states of a window's tokens ([CLS] counted)."""
    ids, cases = (torch.tensor([row]) for row in window_inputs(article.encoded, window))
    with torch.no_grad():
        return network.shared(ids, cases, torch.ones_like(ids))[0]


def branch(network: Network, group: list[Reading]) -> tuple[Tensor, Tensor]:
    """Run the branch: scores of acts (s×13) and of tags (s×n×6×3)."""
    roles = padded([one.roles for one in group], 0)
    seen = stack([torch.ones(len(one.roles), dtype=torch.long) for one in group])
    act, tags = network.meaning(stack([one.states for one in group]), roles, seen)
    return act.float(), tags.float().view(*tags.shape[:2], ROWS, 3)


def stack(rows: list[Tensor]) -> Tensor:
    """Pad rows with zeros to one length."""
    return nn.utils.rnn.pad_sequence(rows, batch_first=True)


def own(network: Network, found: list[Reading], budget: int) -> Iterator[tuple[tuple[int, int], Softened]]:
    """Yield what the branch itself says before it is tuned."""
    for group in grouped([len(one.roles) + 1 for one in found], budget):
        with torch.no_grad():
            act, tags = branch(network, [found[i] for i in group])
        for k, i in enumerate(group):
            tokens = found[i].tokens
            yield found[i].place, (tokens, act[k].softmax(-1), tags[k, : len(tokens)].softmax(-1).half())


def laid(soft: Softened, tokens: list[int]) -> tuple[Tensor, Tensor]:
    """Lay chances of tags onto tokens (n×6×3), and say which were read (n); zeros where a token was not."""
    at = {t: i for i, t in enumerate(soft[0])}
    places = torch.tensor([at.get(t, -1) for t in tokens])
    return soft[2][places].float() * (places >= 0)[:, None, None], places >= 0


def between(one: Softened, other: Softened, share: float) -> Softened:
    """Mix two answers, `share` of them the other's, where it read the token too."""
    tags, seen = laid(other, one[0])
    mixed = torch.where(seen[:, None, None], share * tags + (1 - share) * one[2].float(), one[2].float())
    return one[0], share * other[1] + (1 - share) * one[1], mixed.half()


def lesson(one: Reading, soft: Softened, share: float) -> Lesson:
    """Join a statement's judgements with soft labels, `share` of them, token by token.

    A row that nobody judged is all soft; a token without a soft label is the judgement's alone, or does not count.
    """
    theirs, read_too = laid(soft, one.tokens)
    words = torch.tensor(one.words).T
    hard = nn.functional.one_hot(words.clamp(min=0), 3).float()
    judged, seen = (words != IGNORE)[:, :, None], read_too[:, None, None]
    mixed = torch.where(judged & seen, share * theirs + (1 - share) * hard, torch.where(judged, hard, theirs))
    acts = soft[1] if one.acts is None else share * soft[1] + (1 - share) * torch.tensor(one.acts)
    return Lesson(one, acts, mixed, (judged | seen)[:, :, 0].float())


def losses(network: Network, batch: list[Lesson]) -> tuple[Tensor, Tensor]:
    """Return the cross-entropies of acts and of tags, each to the chances that are to be told."""
    act, tags = branch(network, [one.reading for one in batch])
    counts = stack([one.counts for one in batch])
    each = -(stack([one.tags for one in batch]) * tags.log_softmax(-1)).sum(-1) * counts
    tagging = (each.sum((0, 1)) / counts.sum((0, 1)).clamp(min=1)).sum()
    return nn.functional.cross_entropy(act, torch.stack([one.acts for one in batch])), tagging


def prepare(args: argparse.Namespace, network: Network) -> list[list[Lesson]]:
    """Make the lessons, for each way to cut the windows."""
    articles = read(training_records(args.data), tokenizer(args.base / "tokenizer.json"))
    soft: dict[tuple[int, int], Softened] = torch.load(args.soft)
    found = [[*readings(network, articles, soft, cut)] for cut in CUTS]
    selves = dict(own(network, found[0], args.budget))
    soft = {place: between(one, selves[place], args.own) for place, one in soft.items() if place in selves}
    return [[lesson(one, soft[one.place], args.share) for one in cut if one.place in soft] for cut in found]


def train(args: argparse.Namespace) -> None:
    """Run all epochs; after each, save encoder and branch together."""
    weights = torch.load(args.weights)
    network = Network(load_base(args.base))
    network.load_state_dict(weights, strict=False)
    network.bfloat16().eval()
    began = time.time()
    cuts = prepare(args, network)
    print(f"{[len(c) for c in cuts]} statements, {time.time() - began:.0f} s", flush=True)
    lengths = [[len(one.reading.roles) + 1 for one in cut] for cut in cuts]
    order = [
        (n % len(cuts), g)
        for n in range(args.epochs)
        for g in grouped(lengths[n % len(cuts)], args.budget, random.Random(args.seed + n))
    ]
    network.meaning.train()
    master = Master(network.meaning)
    groups = [master.group("layers.", inside) for inside in (True, False)]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    mean, seen, sums = {n: torch.zeros_like(m) for n, m in master.copies.items()}, 0, [0.0, 0.0]
    for step, (cut, group) in enumerate(order):
        share = min(1.0, (step + 1) / (WARM_UP * len(order))) * (1 - step / len(order))
        for g, factor in zip(optimiser.param_groups, (1, 3), strict=True):
            g["lr"] = args.rate * factor * share
        parts = losses(network, [cuts[cut][i] for i in group])
        master.descend(parts, WEIGHTS, optimiser)
        if step >= AVERAGED * len(order) and step % 5 == 0:
            seen += 1
            master.average(mean, seen)
        sums = [a + float(p.detach()) for a, p in zip(sums, parts, strict=True)]
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} of {len(order)}, losses {[round(x / 50, 3) for x in sums]}, "
                  f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
            sums = [0.0, 0.0]
        if (step + 1) % 500 == 0 or step + 1 == len(order):
            best = mean if seen else master.copies
            tuned = {f"meaning.{n}": m for n, m in best.items()}
            torch.save({**weights, **tuned}, args.out)


if __name__ == "__main__":
    main()
