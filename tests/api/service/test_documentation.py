"""The page about the service holds: its settings and its problems are those of the code."""

import re
from pathlib import Path

from sayso.api.service.settings import ServiceSettings
from sayso.api.settings import Settings
from sayso.ontology.errors import BusyError, LimitError, TimeLimitError, TooManyError

PAGE = (Path(__file__).parents[3] / "docs" / "service.md").read_text("utf-8")


def test_the_settings_table_is_the_settings() -> None:
    rows = re.findall(r"^\| `SAYSO_(\w+)` \| `([^`]*)` \| (.*) \|$", PAGE, re.MULTILINE)
    told = ServiceSettings.model_fields
    fields = [*told.items(), *((name, field) for name, field in Settings.model_fields.items() if name not in told)]
    defaults = ("" if field.default is None else str(field.default) for _, field in fields)
    assert rows == [
        (name.upper(), default, field.description) for (name, field), default in zip(fields, defaults, strict=True)
    ]


def test_the_limits_answer_as_the_page_says() -> None:
    for error in (TimeLimitError, LimitError, BusyError, TooManyError):
        assert f"| {error.status}, `{error.type}`" in PAGE
