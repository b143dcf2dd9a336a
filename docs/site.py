"""What is made of the docs besides the docs: llms.txt for assistants, and the settings of the documentation site.

    .venv/bin/python docs/site.py

writes llms.txt and zensical.toml at the top of the project. The order of the pages, by what a reader wants, stands
here and nowhere else; a page that is not named is one of reference. A test holds both files to the docs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
# After Diátaxis: what one follows to learn, to get something done, to look up, to understand.
SECTIONS: dict[str, dict[str, str]] = {
    "Tutorial": {
        "sample.md": "sixty invented articles to try everything on, and what is in them",
        "notebooks.md": "import sayso in Python: data frames, questions, statements and networks that show themselves",
    },
    "How to": {
        "installing.md": "from a checkout, from a wheel; on which systems and versions it was run",
        "loading.md": "text, HTML, JSON, JSON Lines; dates, languages, what is rejected and why",
        "page.md": "the page of `sayso serve`: graph, reader, tables, timeline, adding, reviewing",
        "sheets.md": "one article as one HTML file with every statement marked",
        "verifying.md": "which quotations of a draft stand in the articles, verbatim, nearly or not",
        "assistants.md": "the store as read-only tools over the Model Context Protocol",
        "identity.md": "one actor under many names: candidates, merging, splitting",
        "matters.md": "one matter in many wordings",
        "reviews.md": "accepting, rejecting and correcting statements, for every later load",
        "recipes.md": "six analyses, with code and output: who contradicts whom, centrality over time …",
        "agreement.md": "a coder's table against the graph or another coder: Krippendorff's alpha, and what differs",
        "exports.md": "every format, every column, and the tools that open them",
        "openrefine.md": "matching spreadsheets to the actors",
        "remote.md": "a store on another SPARQL server",
        "growth.md": "what a store costs at each size, measured",
        "keeping.md": "checking, backing up, restoring; erasing an article for good",
        "shards.md": "extraction on many machines, and loading what they made",
    },
    "Reference": {
        "service.md": "every route, setting and error of `sayso serve`",
        "ontology.md": "every class, property and scheme, with examples",
        "networks.md": "what each network counts, after discourse network analysis",
        "corpus.md": "the open corpus: what it holds, who judged, how well; the open benchmark",
        "licences.md": "the licence of every package that SaySo runs on",
    },
    "Explanation": {},
}
# Stands at the top of the project, where the site does not reach.
BESIDE = {"CONTRIBUTING.md": "how the code is laid out, the journeys of an article and a request, where to change what"}


def pages() -> Iterator[tuple[str, list[Path]]]:
    """Yield each section with its pages; the decisions stand at the end of the explanations."""
    named = {name for section in SECTIONS.values() for name in section} | {"index.md"}
    rest = {
        "Reference": [page for page in sorted(DOCS.glob("*.md")) if page.name not in named],
        "Explanation": sorted((DOCS / "adr").glob("*.md")),
    }
    for section, names in SECTIONS.items():
        yield section, [DOCS / name for name in names] + rest.get(section, [])


def title(page: Path) -> str:
    """Return a page's title: its first heading, without marks."""
    first = next(line for line in page.read_text("utf-8").splitlines() if line.startswith("# "))
    return first.removeprefix("# ").replace("`", "")


def told(page: Path) -> str:
    """Return a page as a line of llms.txt: its title, its place, and what it is about where that is said above."""
    about = next((pages[page.name] for pages in SECTIONS.values() if page.name in pages), "")
    place = page.relative_to(ROOT).as_posix()
    return f"- [{title(page)}]({place})" + (f": {about}" if about else "")


def llms() -> str:
    """Return llms.txt (https://llmstxt.org): what the project is, and where each page of its docs stands."""
    lines = [
        "# SaySo",
        "",
        "> SaySo reads news articles and builds a knowledge graph of who said what about whom, with the sentence "
        "behind every edge. It runs on a laptop, without a network; an embedded RDF store answers SPARQL and JSON.",
        "",
        "Quotations of a draft are checked against the articles with `sayso verify`, or by the tool `verify_quotes` of "
        "`sayso mcp`. SaySo tells what an article says somebody said, not whether it is true.",
    ]
    for section, found in pages():
        lines += ["", f"## {section}", ""]
        if section == "Explanation":
            lines += (f"- [{title(ROOT / name)}]({name}): {about}" for name, about in BESIDE.items())
        lines += map(told, found)
    return "\n".join(lines) + "\n"


def zensical() -> str:
    """Return the settings of the site; `uvx zensical build` makes it of them."""
    lines = [
        "# Made by docs/site.py. `uvx zensical build` writes the site to site/, `uvx zensical serve` shows it.",
        "[project]",
        'site_name = "SaySo"',
        'site_description = "Who said what about whom: news articles in, a knowledge graph out."',
        'copyright = "The SaySo developers, Apache-2.0"',
        'docs_dir = "docs"',
        'site_dir = "site"',
        "use_directory_urls = false",
        "nav = [",
        '    { "SaySo" = "index.md" },',
    ]
    for section, found in pages():
        lines.append(f"    {{ {json.dumps(section)} = [")
        for page in found:
            path = page.relative_to(DOCS).as_posix()
            lines.append(f"        {{ {json.dumps(title(page), ensure_ascii=False)} = {json.dumps(path)} }},")
        lines.append("    ] },")
    lines += ["]", "", "[project.theme]", 'language = "en"', "font = false", ""]
    return "\n".join(lines)


MADE = {"llms.txt": llms, "zensical.toml": zensical}

if __name__ == "__main__":
    for name, made in MADE.items():
        (ROOT / name).write_text(made(), "utf-8")
