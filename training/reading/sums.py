# /// script
# requires-python = ">=3.11"
# dependencies = ["onnx", "numpy"]
# ///
"""Write the product by which SaySo tries whether a processor cuts sums of 8-bit products off at 16 bits.

    python training/reading/sums.py [--out loaders/attribution/sums.onnx]

The file that it writes stands in the project.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parents[2]
WIDTH, COLUMNS, WEIGHT = 64, 16, 127


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "loaders/attribution/sums.onnx")
    args = parser.parse_args()
    weights = numpy_helper.from_array(np.full((WIDTH, COLUMNS), WEIGHT, np.int8), "b")
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["a", "b"], ["sums"])],
        "sums",
        [helper.make_tensor_value_info("a", TensorProto.UINT8, ["rows", WIDTH])],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, ["rows", COLUMNS])],
        [weights],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), args.out)


if __name__ == "__main__":
    main()
