"""A model is what was trained and measured, or it is not loaded."""

import shutil
from pathlib import Path

import pytest

from sayso.loaders.attribution.model_files import MODEL, SUMS, check_model, write_sums
from sayso.loaders.attribution.tagger import tagger
from sayso.ontology.errors import ModelError


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the model that is shipped."""
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def test_the_model_that_is_shipped_is_whole() -> None:
    check_model(MODEL)


@pytest.mark.parametrize("name", sorted(path.name for path in MODEL.iterdir() if path.name not in (SUMS, "README.md")))
def test_a_changed_or_missing_file_is_not_loaded(model: Path, name: str) -> None:
    data = (model / name).read_bytes()
    middle = len(data) // 2
    (model / name).write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    with pytest.raises(ModelError, match=f"{name}: this file of the model was changed"):
        tagger(model)
    write_sums(model)
    check_model(model)
    (model / name).unlink()
    with pytest.raises(ModelError, match="is missing"):
        tagger(model)


@pytest.mark.parametrize("sums", ["", "{}", "[]", "no json", '{"tagger.onnx": 1}'])
def test_hashes_that_are_none_are_no_excuse(model: Path, sums: str) -> None:
    (model / SUMS).write_text(sums, "utf-8")
    with pytest.raises(ModelError):
        check_model(model)
    (model / SUMS).unlink()
    with pytest.raises(ModelError):
        check_model(model)


def test_a_file_on_top_is_seen(model: Path) -> None:
    (model / "more.bin").write_bytes(b"x")
    with pytest.raises(ModelError, match="is not in the list"):
        check_model(model)
