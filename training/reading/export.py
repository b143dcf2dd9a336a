# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "safetensors", "tokenizers", "onnx", "onnxruntime", "numpy"]
# ///
"""Write trained weights as the two ONNX files that loaders.attribution runs: fused, with 8-bit weights (34 MB).

    python training/reading/export.py --weights weights.pt --base FOLDER --name NAME [--out FOLDER]

Then calibrate.py sets the thresholds and the confidence.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

import onnx  # noqa: E402
import torch  # noqa: E402
from data import tokenizer  # noqa: E402
from network import Network, averaged, load_base  # noqa: E402
from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: E402
from onnxruntime.transformers import optimizer  # noqa: E402
from onnxruntime.transformers.fusion_options import FusionOptions  # noqa: E402

from sayso.loaders.attribution.model_files import write_sums  # noqa: E402

INPUTS, OUTPUTS = ["input_ids", "token_type_ids", "attention_mask"], ["tag", "vectors", "words"]
UNCALIBRATED = {"thresholds": {}, "marking": {}, "calibration": [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]}


def main() -> None:
    """Read the settings and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, nargs="+", help="of several, the mean is taken")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--name", required=True, help="the model's version, part of every extraction's IRI")
    parser.add_argument("--out", type=Path, default=ROOT / "loaders/attribution/model")
    args = parser.parse_args()
    args.out.mkdir(exist_ok=True)
    weights = averaged(args.weights)
    network = Network(load_base(args.base, attention="eager"))
    network.load_state_dict(weights, strict=False)
    network = network.float().eval()
    ids = torch.randint(1000, 20000, (2, 50))
    export(network, (ids, torch.zeros_like(ids), torch.ones_like(ids)), INPUTS, OUTPUTS, args.out / "tagger.onnx")
    states = torch.randn(2, 50, network.bert.config.hidden_size)
    inputs = (states, torch.zeros_like(ids), torch.ones_like(ids))
    export(network.meaning, inputs, ["words", "roles", "mask"], ["act", "tags"], args.out / "meaning.onnx")
    tokenizer(args.base / "tokenizer.json").save(str(args.out / "tokenizer.json"), pretty=False)
    relative = [[round(x, 4) for x in row] for row in weights["rel"].tolist()]
    settings = {"version": args.name, "relative": relative, **UNCALIBRATED}
    (args.out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    write_sums(args.out)


def export(module: torch.nn.Module, example: tuple[torch.Tensor, ...], inputs: list[str], outputs: list[str],
           out: Path) -> None:  # fmt: skip
    """Trace, fuse (attention, layer norms, GELU) and quantise."""
    axes = {name: {0: "batch", 1: "tokens"} for name in [*inputs, *outputs]}
    if "act" in axes:
        axes["act"] = {0: "batch"}
    with tempfile.TemporaryDirectory() as folder:
        raw, fused = Path(folder) / "raw.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            module, example, raw, input_names=inputs, output_names=outputs,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        fusions = FusionOptions("bert")
        fusions.enable_skip_layer_norm = fusions.enable_bias_skip_layer_norm = False  # slower fused than apart
        model = optimizer.optimize_model(
            str(raw),
            model_type="bert",
            num_heads=12,
            hidden_size=384,
            opt_level=1,
            optimization_options=fusions,
        )
        model.save_model_to_file(str(fused))
        extra = {"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT}
        quantize_dynamic(fused, out, weight_type=QuantType.QInt8, per_channel=True, extra_options=extra)


if __name__ == "__main__":
    main()
