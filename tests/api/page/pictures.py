"""Pictures that leave the page, as who gets the file sees them: what is drawn where, and which of it is empty."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A window of its own reads the file: the page itself lets nothing be made of text.
_SVG = """() => {
    const drawn = document.querySelector("svg");
    const { width, height } = drawn.getBoundingClientRect();
    const paths = [...drawn.querySelectorAll("path")].map(path => {
        const { x, y, width, height } = path.getBBox();
        const from = path.getPointAtLength(0);
        return {
            d: path.getAttribute("d"),
            fill: path.getAttribute("fill"),
            wide: Number(path.getAttribute("stroke-width") ?? 0),
            box: [x, y, x + width, y + height],
            from: [from.x, from.y],
        };
    });
    const texts = [...drawn.querySelectorAll("text")].map(text => text.textContent);
    return { width, height, paths, texts, ground: getComputedStyle(drawn.querySelector("rect")).fill };
}"""
_PNG = """async told => {
    const bytes = Uint8Array.from(atob(told), sign => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const ground = [...data.slice(0, 3)];
    const [rows, columns] = [new Array(height).fill(false), new Array(width).fill(false)];
    for (let y = 0, at = 0; y < height; y++) {
        for (let x = 0; x < width; x++, at += 4) {
            if (ground.some((part, index) => Math.abs(part - data[at + index]) > 12)) rows[y] = columns[x] = true;
        }
    }
    return { width, height, ground, rows, columns };
}"""


@dataclass(frozen=True, slots=True)
class Vectors:
    """An SVG file: its size and ground, its texts, and its paths, each with its box and the point it begins at."""

    width: float
    height: float
    ground: str
    texts: list[str]
    paths: list[dict[str, Any]]

    def actors(self) -> list[list[float]]:
        """Return the boxes of the actors' shapes: left, top, right, bottom."""
        return [path["box"] for path in self.paths if path["fill"] != "none" and path["wide"] == 1.2]

    def ties(self) -> list[dict[str, Any]]:
        """Return the lines from actor to actor."""
        return [path for path in self.paths if re.fullmatch(r"M\S+ \S+L\S+ \S+", path["d"])]

    def loose(self) -> list[dict[str, Any]]:
        """Return the lines that begin, and the arrow heads that point, where no actor is."""
        heads = [path for path in self.paths if path["fill"] != "none" and not path["wide"]]
        return [
            path for path in [*self.ties(), *heads] if not any(_touches(path["from"], box) for box in self.actors())
        ]

    def marked(self) -> int:
        """Return how many lines have a wider one beneath, which marks what is chosen."""
        lines = [(path["d"], path["wide"]) for path in self.ties()]
        return sum(d == other and abs(wide - more - 7) < 0.1 for d, wide in lines for other, more in lines)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A PNG file: its size, the colour of its ground, and which of its rows and columns hold anything else."""

    width: int
    height: int
    ground: list[int]
    rows: list[bool]
    columns: list[bool]

    def emptiest(self) -> float:
        """Return the largest share of its height, or of its width, that nothing is drawn in."""
        return max(_gap(self.rows) / self.height, _gap(self.columns) / self.width)


def _touches(point: list[float], box: list[float]) -> bool:
    x, y = point
    return box[0] - 3 <= x <= box[2] + 3 and box[1] - 3 <= y <= box[3] + 3


def _gap(drawn: list[bool]) -> int:
    at = [-1, *(number for number, one in enumerate(drawn) if one), len(drawn)]
    return max(after - before - 1 for before, after in pairwise(at))


def taken(page: Page, button: str, folder: Path) -> Path:
    """Press a button of the menu *Download*, which is open, and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def vectors(page: Page, file: Path) -> Vectors:
    """Read an SVG file in another window."""
    other = page.context.new_page()
    other.set_content(file.read_text("utf-8"))
    found = Vectors(**other.evaluate(_SVG))
    other.close()
    return found


def pixels(page: Page, file: Path) -> Pixels:
    """Read a PNG file in another window."""
    other = page.context.new_page()
    found = Pixels(**other.evaluate(_PNG, base64.b64encode(file.read_bytes()).decode()))
    other.close()
    return found


def is_light(ground: str | list[int]) -> bool:
    """Say whether a colour is nearly white."""
    parts = [int(part) for part in re.findall(r"\d+", ground)][:3] if isinstance(ground, str) else ground
    return min(parts) > 230
