"""The networks: a small BERT that tags tokens and points, and another that reads one statement at a time.

The first finds statements: tags of tokens, pointers from contents to cues, from cues to sources, from sources to the
names that they mean. The second takes the vectors of one statement's tokens as they enter the first (word, place, case
and quotation), adds to each its part in the statement (source, cue, content), goes up through layers of its own, and
says what the statement does and which of its words are what.
"""

from __future__ import annotations

import copy
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.ontology.vocabulary import ACTS

DIM = 128  # of a pointer vector, as in loaders.attribution.decode
CASES = 8  # token types: lower, Capitalised, CAPITALS, other; the same in quotation marks
POINTERS = 8  # vectors a token: query, key of content → cue, cue → source's start, cue → its end, source → name
ROWS = 6  # rows of tags in a statement: for, against, demand, about, told, when
INNER_WEIGHT = 3.0


class Network(nn.Module):
    """Tag scores (n×9: outside, begin, inside for source, cue and content), pointer vectors, and the words' vectors."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.tag = nn.Linear(width, 9)
        self.proj = nn.Linear(width, POINTERS * DIM)
        self.rel = nn.Parameter(torch.zeros(4, 33))  # what a distance alone says, for each of the four pointers
        self.drop = nn.Dropout(0.1)
        self.meaning = Meaning(bert)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        out = self.bert(input_ids=ids, token_type_ids=cases, attention_mask=mask, output_hidden_states=True)
        dropped = self.drop(out.last_hidden_state)
        return self.tag(dropped), self.proj(dropped), out.hidden_states[0]


class Meaning(nn.Module):
    """Scores of acts (s×13) and of tags (s×n×18) for s statements; it starts as a copy of an encoder's layers."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.roles = nn.Embedding(4, width)
        self.first = nn.Parameter(torch.zeros(width))  # stands before the words, for the act
        self.layers = copy.deepcopy(bert.encoder.layer)
        self.act = nn.Linear(3 * width, len(ACTS))
        self.tags = nn.Linear(width, 3 * ROWS)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.roles.weight, std=0.02)

    def forward(self, words: Tensor, roles: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Read words' vectors (s×n×width) with their parts; the mask is 1 where a token is."""
        x = words + self.roles(roles)
        x = torch.cat([torch.zeros_like(x[:, :1]) + self.first, x], dim=1)
        seen = torch.cat([torch.ones_like(mask[:, :1]), mask], dim=1)
        bias = (1 - seen[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        x = self.drop(x)
        read = x[:, 1:]
        cue, content = (mean_of(read, (roles == part).to(x.dtype)) for part in (2, 3))
        return self.act(torch.cat([x[:, 0], cue, content], dim=-1)), self.tags(read)


def mean_of(states: Tensor, which: Tensor) -> Tensor:
    """Return the mean of the states (s×n×width) that `which` (s×n) marks with 1; zeros where it marks none."""
    weights = which[:, :, None]
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1)


def averaged(paths: list[Path]) -> dict[str, Tensor]:
    """Load the weights of runs that started from the same ones, and average them."""
    states = [torch.load(path) for path in paths]
    return {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}


def load_base(folder: Path, attention: str = "sdpa") -> BertModel:
    """Load the encoder's weights; each token type starts as the base's first one.

    Word embeddings stay as they are (a thousand articles would only bend those of the words in them). Attention
    without dropout lets torch use its fused kernel, three times as fast.
    """
    config = BertConfig.from_json_file(folder / "config.json")
    config._attn_implementation = attention
    config.type_vocab_size, config.attention_probs_dropout_prob = CASES, 0.0
    weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    types = "embeddings.token_type_embeddings.weight"
    weights[types] = weights[types][:1].repeat(CASES, 1)
    bert = BertModel(config, add_pooling_layer=False)
    bert.load_state_dict(weights, strict=False)
    bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return bert


def buckets(distance: Tensor) -> Tensor:
    """Signed distance buckets 0..32: single steps to 8, then logarithmic (as in loaders.attribution.decode)."""
    size = distance.abs().float()
    scaled = torch.where(size < 8, size, 8 + torch.log2(size.clamp(min=8) / 8) * (8 / 6)).clamp(max=16)
    return 16 + torch.sign(distance).long() * scaled.round().long()


def losses(network: Network, batch: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """Return the cross-entropies of tags, content → cue, content → inner cue, cue → source and source → name."""
    tag, vectors, _ = network(batch["ids"], batch["cases"], batch["mask"])
    tag, vectors = tag.float(), vectors.float()
    n = batch["ids"].shape[1]
    tags = tag.view(*tag.shape[:2], 3, 3)
    tagging = sum(
        nn.functional.cross_entropy(tags[:, :, k].flatten(0, 1), batch["bio"][:, k].flatten(), ignore_index=-100)
        for k in range(3)
    )
    parts = vectors.split(DIM, -1)
    position = torch.arange(n)
    relative = network.rel[:, buckets(position[None, :] - position[:, None])]
    padding = batch["mask"] == 0

    def scores(k: int, rows: Tensor, queries: Tensor) -> Tensor:
        inner = (parts[2 * k][rows, queries][:, None] @ parts[2 * k + 1][rows].transpose(1, 2))[:, 0] / math.sqrt(DIM)
        return (inner + relative[k][queries]).masked_fill(padding[rows], -1e4)

    def pointing(k: int, rows: Tensor, queries: Tensor, targets: Tensor) -> Tensor:
        if not len(rows):
            return torch.zeros(())
        return nn.functional.cross_entropy(scores(k, rows, queries), targets)

    rows, tokens = torch.nonzero(batch["cue_of"] >= 0, as_tuple=True)
    whole = (parts[0] @ parts[1].transpose(1, 2))[rows, tokens] / math.sqrt(DIM)
    whole = (whole + relative[0][tokens]).masked_fill(padding[rows], -1e4)
    to_cue = nn.functional.cross_entropy(whole, batch["cue_of"][rows, tokens]) if len(rows) else torch.zeros(())
    to_inner = inner_loss(whole, batch["cue_of"][rows, tokens], batch["inner_of"][rows, tokens])
    row, cue, first, last = batch["sources"].unbind(1)
    to_source = pointing(1, row, cue, first) + pointing(2, row, cue, last)
    to_name = torch.zeros(())
    if len(batch["meant_of"]):
        row, query = batch["meant_of"].unbind(1)
        logits = scores(3, row, query).log_softmax(-1)
        to_name = -torch.logsumexp(logits.masked_fill(batch["meant"] == 0, -1e4), -1).mean()
    return tagging, to_cue, to_inner, to_source, to_name


def inner_loss(scores: Tensor, outer: Tensor, inner: Tensor) -> Tensor:
    """Return the cross-entropy of pointing to the cue of a statement inside the content of another, or to [CLS] where
    there is none, the outer cue (`outer`) left out of the choice; words inside count for more, since they are few."""
    told = torch.nonzero(inner >= 0)[:, 0]
    if not len(told):
        return torch.zeros(())
    left = scores[told].scatter(1, outer[told][:, None], -1e4)
    each = nn.functional.cross_entropy(left, inner[told], reduction="none")
    weight = torch.where(inner[told] > 0, INNER_WEIGHT, 1.0)
    return (each * weight).sum() / weight.sum()
