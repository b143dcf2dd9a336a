# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "safetensors", "onnx", "numpy"]
# ///
"""Turn the shipped ONNX files back into weights, to go on training from them where no checkpoint is left.

    python training/reading/unpack.py --model loaders/attribution/model --out weights.pt

The weights come back as their 8 bits hold them, which costs nothing that a step of training does not mend.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

Arrays = dict[str, np.ndarray[Any, Any]]
ENCODER = "bert.encoder.layer."
PARTS = ("query", "key", "value")


def main() -> None:
    """Read the settings and unpack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="the folder of tagger.onnx and meaning.onnx")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights = dict(tagger(args.model / "tagger.onnx"))
    weights |= {f"meaning.{name}": w for name, w in meaning(args.model / "meaning.onnx")}
    weights["rel"] = np.array(json.loads((args.model / "settings.json").read_text("utf-8"))["relative"])
    torch.save({name: torch.from_numpy(np.array(w, np.float32)) for name, w in weights.items()}, args.out)


def tagger(path: Path) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Yield the weights of encoder, tags and pointers under torch's names."""
    graph = onnx.load(path).graph
    arrays = read(graph)
    for name, array in arrays.items():
        if name.startswith(("bert.embeddings.", ENCODER, "tag.", "proj.")):
            yield name, array
        if found := re.fullmatch(r"Attention_(\d+)_qkv_(weight|bias)", name):
            layer, kind = found.groups()
            for part, piece in zip(PARTS, np.split(array, 3, axis=-1), strict=True):
                yield f"{ENCODER}{layer}.attention.self.{part}.{kind}", piece.T
    yield from products(graph, arrays, r"/bert/encoder/layer\.(\d+)/(.+)/MatMul", ENCODER + "{}.{}")
    yield from products(graph, arrays, r"/()(tag|proj)/MatMul", "{}{}")


def meaning(path: Path) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Yield the weights of the second network under torch's names, without its prefix."""
    graph = onnx.load(path).graph
    arrays = read(graph)
    for name, array in arrays.items():
        if name.startswith(("layers.", "first", "roles.", "tags.", "act.bias")):
            yield name, array
        if name == "act.weight_Transposed":
            yield "act.weight", array.T
    yield from products(graph, arrays, r"/layers\.(\d+)/(.+)/MatMul", "layers.{}.{}")
    yield from products(graph, arrays, r"/()(tags)/MatMul", "{}{}")


def products(graph: Any, arrays: Arrays, pattern: str, name: str) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Yield the matrices of a linear layer each: the exporter names their nodes after the layer."""
    for node in graph.node:
        found = re.match(pattern, node.name)
        matrix = node.input[1].removesuffix("_quantized") if len(node.input) > 1 else ""
        if found and node.op_type == "MatMulInteger" and matrix in arrays:
            layer, of = found.groups()
            yield name.format(layer, of.replace("/", ".")) + ".weight", arrays[matrix].T


def read(graph: Any) -> Arrays:
    """Read a file's arrays, those of 8 bits as the numbers that they stand for."""
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    arrays = {n: a for n, a in raw.items() if a.dtype == np.float32 and not n.endswith("_scale")}
    for name, scale in raw.items():
        if name.endswith("_scale"):
            stem = name.removesuffix("_scale")
            zero = raw[stem + "_zero_point"].astype(np.float32)
            arrays[stem] = (raw[stem + "_quantized"].astype(np.float32) - zero) * scale
    return arrays


if __name__ == "__main__":
    main()
