"""The page about assistants holds: its tools are those there are, its settings can be run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from sayso.api.command import app
from tests.api.assistant.test_assistant import TOOLS

PAGE = (Path(__file__).parents[3] / "docs" / "assistants.md").read_text("utf-8")
SETTINGS = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]


def test_the_table_lists_the_tools() -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", PAGE, re.MULTILINE)
    assert {name.strip("` ") for row in rows for name in row.split(",")} == TOOLS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: next(iter(setting)))
def test_a_setting_starts_a_command_that_there_is(setting: dict[str, Any]) -> None:
    [servers] = setting.values()
    for server in servers.values():
        if "url" in server:
            assert server["url"] == "http://127.0.0.1:8765/mcp"
            continue
        assert server["command"] == "sayso"
        name, *arguments = server["args"]
        command = get_command(app).commands[name]  # type: ignore[attr-defined]
        command.make_context(name, arguments, resilient_parsing=False)


def test_there_are_three_assistants() -> None:
    assert len(SETTINGS) == 3
