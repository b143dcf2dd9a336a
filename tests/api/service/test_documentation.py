"""The page about the service holds: its settings and its problems are those of the code."""

import re
from pathlib import Path

from api.service.settings import ServiceSettings
from ontology.errors import BusyError, LimitError, TimeLimitError

PAGE = (Path(__file__).parents[3] / "docs" / "service.md").read_text("utf-8")


def test_the_settings_table_is_the_settings() -> None:
    rows = re.findall(r"^\| `SAYSO_(\w+)` \| `([^`]*)` \| (.*) \|$", PAGE, re.MULTILINE)
    fields = ServiceSettings.model_fields.items()
    assert rows == [(name.upper(), str(field.default), field.description) for name, field in fields]


def test_the_limits_answer_as_the_page_says() -> None:
    for error in (TimeLimitError, LimitError, BusyError):
        assert f"| {error.status}, `{error.type}`" in PAGE
