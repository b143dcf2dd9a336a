"""What is written about the command line holds: commands, options, queries, settings, links, targets."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from sayso.api.command import app
from sayso.api.settings import Settings
from sayso.loaders.readers.fields import FIELDS
from sayso.loaders.readers.formats import ENDINGS
from sayso.loaders.readers.metadata import COLUMNS
from sayso.queries.catalogue import get, names

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
LOADING = (ROOT / "docs" / "loading.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
HELP = "\n".join([app.info.help or "", *(command.help or "" for command in COMMANDS.values())])
LINES = sorted(
    {
        re.split(r"\s+#\s|\s\|\s|\s>\s", line.strip())[0]
        for line in (README + "\n" + HELP).splitlines()
        if re.match(r"\s+sayso \w", line) and "…" not in line
    }
)


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_shown_can_be_run(line: str) -> None:
    _, name, *arguments = shlex.split(re.sub(r"\s{2,}.*", "", line))
    command = COMMANDS[name]
    with command.make_context(name, list(arguments), resilient_parsing=False) as context:
        values = context.params
    if name == "query" and values["query"] in names():
        query = get(values["query"])
        assert {value.split("=")[0] for value in values["values"] or ()} <= set(query.parameter_names)


def test_there_are_lines_to_test() -> None:
    assert len(LINES) > 10


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"sayso {name}" not in README and f"make {name}" not in README] == []


def test_every_option_of_load_is_in_its_page() -> None:
    options = [opt for parameter in COMMANDS["load"].params for opt in parameter.opts if opt.startswith("--")]
    known = LOADING + README
    assert [option for option in options if option not in known and option not in ("--json", "--help")] == []


def test_the_settings_table_is_the_settings() -> None:
    rows = dict(re.findall(r"^\| `SAYSO_(\w+)` \|[^|]*\| `([^`]*)` \|", README, re.MULTILINE))
    assert rows == {name.upper(): str(field.default) for name, field in Settings.model_fields.items()}
    for name, field in Settings.model_fields.items():
        assert re.search(rf"`SAYSO_{name.upper()}`.*\| {re.escape(field.description or '')} \|", README)


def test_the_loading_page_names_every_ending_column_and_field() -> None:
    for word in [*ENDINGS, *COLUMNS, *(place for places in FIELDS.values() for place in places)]:
        assert f"`{word}`" in LOADING, word


def test_every_target_shown_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = {
        target
        for page in PAGES
        for target in re.findall(r"\bmake (demo|test|lint|made|bench|sbom|audit|clean)\b", page.read_text())
    }
    assert all(re.search(rf"^{found}:", makefile, re.MULTILINE) for found in shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 150


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_of_a_command_stand_on_lines_of_their_own(name: str) -> None:
    told = COMMANDS[name].help or ""
    assert "\\b" not in told
    assert all("\b" in block for block in told.split("\n\n") if "\nsayso " in block or block.startswith("sayso "))
