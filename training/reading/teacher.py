# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy"]
# ///
"""Train a teacher that reads what a statement does: MPNet-base, too slow to ship, with the second network's heads.

    python training/reading/teacher.py --data ../shared --base MINILM --large MPNET --out teacher.pt

MPNET holds config.json and model.safetensors of all-mpnet-base-v2 (Apache-2.0); of MINILM only the tokenizer is read,
whose words are MPNet's. The state is saved every ten minutes beside the weights (teacher.state), and the same command
goes on from there. One article in twenty of the training part is held back, to look on. Then soft.py.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from batching import FIRST_WORD  # noqa: E402
from data import Record, read, tokenizer, training_records  # noqa: E402
from excerpts import IGNORE, Excerpt, excerpt, grouped  # noqa: E402
from master import Master, fast_type  # noqa: E402
from network import CASES, ROWS, mean_of  # noqa: E402
from torch import Tensor, nn  # noqa: E402
from transformers import MPNetModel  # noqa: E402

from sayso.ontology.vocabulary import ACTS  # noqa: E402

SHIFT, START, PAD, END, HIDDEN = 4, 0, 1, 2, 30526  # MPNet's vocabulary is BERT's behind four tokens of its own
WEIGHTS = (0.4, 0.6)  # of the losses: acts, tags
WARM_UP = 0.06
ROW_WEIGHTS = (1.0, 1.0, 1.0, 0.3, 0.3, 0.3)  # for, against, demand; about, told and when are learned beside them
# How much faster than the encoder's they learn. Parts and cases are added to words: at the heads' rate they drown them.
RATES = {("encoder.",): 1, ("roles.", "cases."): 2, ("norm.", "act.", "tags."): 10}
FIXED = 4  # lowest layers that stay as they are
SAVED = 600  # seconds between two states


class Teacher(nn.Module):
    """Scores of acts (s×13) and of tags (s×n×18) for s statements, each read alone."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.roles, self.cases = nn.Embedding(4, width), nn.Embedding(CASES, width)
        self.act, self.tags = nn.Linear(3 * width, len(ACTS)), nn.Linear(width, 3 * ROWS)
        self.norm, self.drop = nn.LayerNorm(width), nn.Dropout(0.1)  # the base's own states are a tenth of that
        for added in (self.roles, self.cases):
            nn.init.normal_(added.weight, std=0.01)

    def forward(self, ids: Tensor, cases: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        """Read statements (s×n, both ends marked); the first and last token get no tags."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.cases(cases) + self.roles(roles)
        x = self.encoder.embeddings(inputs_embeds=words)
        bias = (ids == PAD)[:, None, None, :].to(x.dtype) * -10000.0
        x = self.drop(self.norm(self.encoder.encoder(x, attention_mask=bias)[0]))
        cue, content = (mean_of(x, (roles == part).to(x.dtype)) for part in (2, 3))
        return self.act(torch.cat([x[:, 0], cue, content], dim=-1)), self.tags(x[:, 1:-1])


def load_large(folder: Path, fixed: int = FIXED) -> MPNetModel:
    """Load the base; words' vectors and the lowest layers stay as they are, and attention has no dropout, for speed."""
    encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
    encoder.embeddings.requires_grad_(False)
    for part in (encoder.encoder.relative_attention_bias, *encoder.encoder.layer[:fixed]):
        part.requires_grad_(False)
    return encoder


def collate(excerpts: list[Excerpt], mask: float = 0.0) -> dict[str, Tensor]:
    """Pad statements to one length, both ends marked; hide a share of the words."""
    ids = padded([[START, *(i + SHIFT for i in e.ids), END] for e in excerpts], PAD)
    if mask:
        ids = ids.masked_fill((torch.rand(ids.shape) < mask) & (ids >= FIRST_WORD + SHIFT), HIDDEN)
    return {
        "ids": ids,
        "cases": padded([[0, *e.cases, 0] for e in excerpts], 0),
        "roles": padded([[0, *e.roles, 0] for e in excerpts], 0),
        "acts": torch.tensor([e.acts or [0.0] * len(ACTS) for e in excerpts]),
        "words": torch.stack([padded([e.rows[k] for e in excerpts], IGNORE) for k in range(ROWS)], 1),
    }


def padded(rows: list[list[int]], filler: int) -> Tensor:
    """Return rows of one length."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def start_from(model: Teacher, excerpts: list[Excerpt]) -> None:
    """Let the heads say at first how often each label is: else the encoder itself is bent to say so, and stays bent."""
    acts = torch.tensor([e.acts for e in excerpts if e.acts]).mean(0)
    labels = [torch.tensor([t for e in excerpts for t in e.rows[k] if t != IGNORE]) for k in range(ROWS)]
    tags = [torch.bincount(row, minlength=3) + 1 for row in labels]
    shares = torch.stack([t / t.sum() for t in tags])
    with torch.no_grad():
        model.act.bias.copy_((acts + 1e-3).log())
        model.tags.bias.copy_(shares.log().flatten())
        for head in (model.act, model.tags):
            nn.init.normal_(head.weight, std=0.01)


def held_back(record: Record) -> bool:
    """Say whether an article is kept out of the training, to look on."""
    return int(hashlib.sha256(record["text"].encode()).hexdigest(), 16) % 20 == 0


def losses(model: Teacher, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Return the cross-entropies of acts and of tags."""
    act, tags = model(batch["ids"], batch["cases"], batch["roles"])
    tags = tags.float().view(*tags.shape[:2], ROWS, 3)
    tagging = [
        ROW_WEIGHTS[k]
        * nn.functional.cross_entropy(tags[:, :, k].flatten(0, 1), batch["words"][:, k].flatten(), ignore_index=IGNORE)
        for k in range(ROWS)
        if bool((batch["words"][:, k] >= 0).any())
    ]
    return nn.functional.cross_entropy(act.float(), batch["acts"]), sum(tagging, torch.zeros(()))


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--large", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="files of further judgements")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=5e-5, help="of the encoder; the heads learn at ten times that")
    parser.add_argument("--budget", type=int, default=1000, help="tokens a step")
    parser.add_argument("--mask", type=float, default=0.05, help="share of the words that are hidden")
    parser.add_argument("--fixed", type=int, default=FIXED, help="lowest layers that do not learn, for speed")
    parser.add_argument("--steps", type=int, help="stop after so many, to try it")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    train(args)


def train(args: argparse.Namespace) -> None:
    """Run all epochs, or what is left of them."""
    records = [r for r in training_records(args.data, more=args.more) if not held_back(r)]
    articles = read(
        [r for r in records if any(s["judged"] for s in r["statements"])], tokenizer(args.base / "tokenizer.json")
    )
    excerpts = [excerpt(a.encoded, s) for a in articles for s in a.statements if s.acts is not None]
    lengths = [len(e.tokens) + 2 for e in excerpts]
    print(f"{len(excerpts)} statements of {len(articles)} articles, {sum(lengths) / len(lengths):.0f} tokens each")
    order = [g for n in range(args.epochs) for g in grouped(lengths, args.budget, random.Random(args.seed + n))]
    model = Teacher(load_large(args.large, args.fixed))
    start_from(model, excerpts)
    model.to(fast_type())
    master = Master(model)
    groups = [master.group(prefixes) for prefixes in RATES]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    first = go_on(args.out, master, optimiser)
    model.train()
    began = saved = time.time()
    sums = [0.0, 0.0]
    for step in range(first, min(len(order), args.steps or len(order))):
        share = min(1.0, (step + 1) / (WARM_UP * len(order))) * (1 - step / len(order))
        for group, factor in zip(optimiser.param_groups, RATES.values(), strict=True):
            group["lr"] = args.rate * factor * share
        parts = losses(model, collate([excerpts[i] for i in order[step]], args.mask))
        master.descend(parts, WEIGHTS, optimiser)
        sums = [a + float(p.detach()) for a, p in zip(sums, parts, strict=True)]
        if (step + 1) % 20 == 0:
            print(f"step {step + 1} of {len(order)}, losses {[round(x / 20, 3) for x in sums]}, "
                  f"{time.time() - began:.0f} s", flush=True)  # fmt: skip
            sums = [0.0, 0.0]
        if time.time() - saved > SAVED:
            save(args.out, master, optimiser, step + 1)
            saved = time.time()
    if not args.steps:
        save(args.out, master, optimiser, len(order))


def save(out: Path, master: Master, optimiser: torch.optim.Optimizer, step: int) -> None:
    """Save the weights, and beside them what it takes to go on."""
    torch.save(master.copies, out)
    state = {"step": step, "optimiser": optimiser.state_dict(), "master": [*master.copies.values()]}
    torch.save(state, out.with_suffix(".state"))


def go_on(out: Path, master: Master, optimiser: torch.optim.Optimizer) -> int:
    """Go on from the state that was saved, if one was; return the steps that were taken."""
    saved = out.with_suffix(".state")
    if not saved.exists():
        return 0
    state = torch.load(saved)
    optimiser.load_state_dict(state["optimiser"])
    master.restore(state["master"])
    return int(state["step"])


if __name__ == "__main__":
    main()
