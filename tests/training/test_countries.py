"""The countries are what their script makes of the factbook: an entry made by hand would be lost."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTBOOK = ROOT.parent / "shared" / "factbook" / "countries.json"
CODES = Path("/usr/share/zoneinfo/iso3166.tab")


@pytest.mark.skipif(not FACTBOOK.exists(), reason="../shared/factbook is not at hand")
@pytest.mark.skipif(not CODES.exists(), reason="the time zone database with its ISO codes is not at hand")
def test_the_countries_are_made_by_their_script(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("countries_script", ROOT / "training" / "countries.py")
    assert spec is not None
    assert spec.loader is not None
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    committed = script.TARGET.read_bytes()
    script.TARGET = tmp_path / "countries.json"
    script.main(str(FACTBOOK), str(CODES))
    assert script.TARGET.read_bytes() == committed
