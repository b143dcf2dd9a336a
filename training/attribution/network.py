"""The network: a small BERT that tags tokens and points from contents to cues and from cues to sources."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

DIM = 128  # of a pointer vector, as in loaders.attribution.decode
CASES = 4  # token types: lower, Capitalised, CAPITALS, other


class Network(nn.Module):
    """Tag scores (n×9: outside, begin, inside for source, cue and content) and six pointer vectors a token."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.tag = nn.Linear(width, 9)
        self.proj = nn.Linear(width, 6 * DIM)  # query, key of: content → cue, cue → source's start, cue → its end
        self.rel = nn.Parameter(torch.zeros(3, 33))  # what a distance alone says, for each of the three
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.bert(input_ids=ids, token_type_ids=cases, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.tag(hidden), self.proj(hidden)


def load_base(folder: Path, attention: str = "sdpa") -> BertModel:
    """Load the encoder's weights; each token type starts as the base's first one.

    Word embeddings stay as they are (840 articles would only bend those of the words in them). Attention without
    dropout lets torch use its fused kernel, three times as fast.
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


def losses(network: Network, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the cross-entropies of tags, of content → cue and of cue → source."""
    tag, vectors = (x.float() for x in network(batch["ids"], batch["cases"], batch["mask"]))
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

    def pointing(k: int, rows: Tensor, queries: Tensor, targets: Tensor) -> Tensor:
        if not len(rows):
            return torch.zeros(())
        scores = (parts[2 * k] @ parts[2 * k + 1].transpose(1, 2))[rows, queries] / math.sqrt(DIM)
        scores = (scores + relative[k][queries]).masked_fill(padding[rows], -1e4)
        return nn.functional.cross_entropy(scores, targets)

    rows, tokens = torch.nonzero(batch["cue_of"] >= 0, as_tuple=True)
    to_cue = pointing(0, rows, tokens, batch["cue_of"][rows, tokens])
    row, cue, first, last = batch["sources"].unbind(1)
    return tagging, to_cue, pointing(1, row, cue, first) + pointing(2, row, cue, last)
