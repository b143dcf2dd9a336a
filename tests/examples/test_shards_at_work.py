"""The examples of shards run: with GNU parallel and Snakemake where they are, Slurm's as far as bash goes."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.graph.store.remote.server import free_port

FOLDER = Path(__file__).parents[2] / "examples" / "shards"


def run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "SAYSO_STORE": str(place / "s.store"), "HOME": str(place)}
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with a manifest of two inputs, both rejects: no model is needed for what is tested here."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.jsonl").write_text("{}\n")
    (tmp_path / "manifest.txt").write_text("a.txt\nb.jsonl\n")
    return tmp_path


def check(place: Path) -> None:
    names = [f"{number:05}.{kind}" for number in (1, 2) for kind in ("nq.zst", "rejects.jsonl", "report.json")]
    assert [path.name for path in sorted((place / "shards").iterdir()) if path.name[0] == "0"] == names
    assert (place / "shards" / "00002.rejects.jsonl").read_text().count("\n") == 1
    assert (place / "s.store").is_dir()


@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_gnu_parallel(inputs: Path) -> None:
    run(inputs, str(FOLDER / "parallel.sh"), "manifest.txt", "shards", "2", "1")
    check(inputs)


@pytest.mark.skipif(shutil.which("snakemake") is None, reason="Snakemake is not installed")
def test_snakemake(inputs: Path) -> None:
    config = ("--config", "manifest=manifest.txt", "folder=shards", "shards=2")
    run(inputs, "snakemake", "--cores", "1", "--snakefile", str(FOLDER / "Snakefile"), *config)
    check(inputs)


@pytest.mark.skipif(find_spec("distributed") is None, reason="dask.distributed is not installed (the extra cluster)")
def test_dask(inputs: Path) -> None:
    run(inputs, str(FOLDER / "dask.sh"), "manifest.txt", "shards", "2", str(free_port()))
    check(inputs)


def test_slurm_s_task_makes_its_shard(inputs: Path) -> None:
    tools = inputs / "tools"
    tools.mkdir()
    (tools / "srun").write_text('#!/bin/sh\nexec "$@"\n')
    (tools / "srun").chmod(0o755)
    command = f'PATH="{tools}:$PATH" SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MAX=2 bash {FOLDER / "slurm.sh"}'
    run(inputs, "bash", "-c", command)
    assert (inputs / "shards" / "00002.nq.zst").exists()
