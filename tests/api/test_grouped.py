"""Options in groups, as typer reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from sayso.api.grouped import grouped


@dataclass(frozen=True, slots=True)
class Size:
    """Some options."""

    width: Annotated[int, typer.Option(min=1, help="How wide.")] = 2
    tags: Annotated[list[str] | None, typer.Option("--tag")] = None

    def told(self) -> str:
        return f"{self.width} {','.join(self.tags or ())}"


@grouped
def draw(name: str, *, size: Size, height: Annotated[int, typer.Option()] = 3) -> None:
    """Draw something."""
    typer.echo(f"{name} {height} {size.told()}")


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer(rich_markup_mode=None)
    made.command()(draw)
    return made


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["it"], "it 3 2 "),
        (["it", "--width", "5", "--tag", "a", "--tag", "b", "--height", "9"], "it 9 5 a,b"),
    ],
)
def test_each_option_of_a_group_is_one_of_the_command(app: typer.Typer, given: list[str], told: str) -> None:
    result = CliRunner().invoke(app, given)
    assert (result.exit_code, result.stdout) == (0, f"{told}\n")


def test_the_group_stands_in_its_place_and_keeps_what_it_demands(app: typer.Typer) -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert "Draw something." in shown
    assert shown.index("--width") < shown.index("--tag") < shown.index("--height")
    assert CliRunner().invoke(app, ["it", "--width", "0"]).exit_code == 2
