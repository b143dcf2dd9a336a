"""`sayso demo`: two articles in, tables of who said what about whom out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import complain, print_json, print_table, say
from sayso.api.options import JsonOption
from sayso.ontology.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sayso.graph.store.store import Store
    from sayso.loaders.readers import ReadingOptions

EXAMPLE_SOURCE = "SaySo example"
# Identifier → title, day.
ABOUT = {
    "000_051bb416b91fbc6c": ("NATO and Britain: no troops to Ukraine", "2022-01-30"),
    "001_fc1c69b70c19711e": ("Stoltenberg: no combat troops to Ukraine", "2022-01-30"),
}
DEFAULT_STORE = Path("sayso-demo.store")
SAMPLE_STORE = Path("sayso-sample.store")
# Of the sample's tables so many rows are shown; the rest is a query away.
_SOME = 6

# Query → what its table is called, which of its columns are shown, and which one below them, as the evidence.
TABLES = {
    "statements": ("Statements: who said what", ("speaker", "act", "about", "words", "article"), "sentence"),
    "demands": ("Demands: who wants what of whom", ("by", "of", "matter", "article"), "sentence"),
    "posts": ("Posts: who holds which office", ("person", "title", "organisation", "former", "article"), "evidence"),
    "positions": ("Positions: who is for or against what", ("holder", "stance", "matter", "article"), "sentence"),
}
CHANGED = {
    "contradictions": (
        "Changed minds: who was for and against one matter",
        ("holder", "earlierDay", "earlierStance", "earlierMatter", "laterDay", "laterStance"),
        "laterSentence",
    )
}


def demo(
    store: Annotated[
        Path | None,
        typer.Option("--store", metavar="FOLDER", help="The demo's own store; it is made where there is none."),
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Sixty short invented articles, a quarrel over two years, instead.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Load two example articles and show what they say.

    They get a store of their own (sayso-demo.store, or sayso-sample.store), and are extracted anew each time.
    """
    from sayso.api.loading import load_into, summary
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions
    from sayso.loaders.readers import ReadingOptions

    store = store or (SAMPLE_STORE if sample else DEFAULT_STORE)
    tables = {**TABLES, **CHANGED} if sample else TABLES
    settings = read_settings(store=store)
    with Store.open(settings.store, base=settings.base) as opened:
        _refuse_foreign(opened, identifiers(sample))
        # Anew each time: the demo shows what this release finds, whatever an earlier one left in the folder.
        options = BatchOptions(replace=True, again=True, any_language=True)
        how = ReadingOptions(language="en") if sample else reading()
        report = load_into(opened, [str(sample_file() if sample else examples())], how, options, settings)
        answers = {name: _rows(opened, name) for name in tables}
    if as_json:
        print_json({**summary(report), **answers})
    else:
        _show(answers, store, _SOME if sample else None)
    for rejected in report.rejected:
        complain(f"rejected: {rejected}")
    if report.rejected:
        raise typer.Exit(1)


def reading() -> ReadingOptions:
    """Return how the example articles are read: with a title, a source and a day, which their texts do not tell.

    The titles are ours, the publishers are not known, and the day is the Sunday of which both texts speak.
    """
    from sayso.loaders.readers import ReadingOptions
    from sayso.loaders.readers.options import FileMetadata

    told = {
        f"{name}.txt": FileMetadata("the demo", title, EXAMPLE_SOURCE, None, day)
        for name, (title, day) in ABOUT.items()
    }
    return ReadingOptions(language="en", metadata=told)


def examples() -> Path:
    """Return the folder of the example articles: inside the installed package, or in the checkout around it.

    Raises NotFoundError where neither is there.
    """
    here = Path(__file__).resolve().parent  # behind the link of a checkout
    for folder in (here / "examples", here.parent / "examples" / "articles"):
        if folder.is_dir():
            return folder
    raise NotFoundError("the example articles are missing; install SaySo again")


def sample_file() -> Path:
    """Return the file of the sample: sixty short invented articles. Raises NotFoundError where it is missing."""
    here = Path(__file__).resolve().parent
    for file in (here / "sample" / "orn.jsonl", here.parent / "examples" / "sample" / "orn.jsonl"):
        if file.is_file():
            return file
    raise NotFoundError("the sample is missing; install SaySo again")


def identifiers(sample: bool) -> frozenset[str]:
    """Return the identifiers of the articles that the demo loads."""
    if not sample:
        return frozenset(path.stem for path in examples().iterdir())
    return frozenset(json.loads(line)["id"] for line in sample_file().read_text("utf-8").splitlines())


def _refuse_foreign(store: Store, own: frozenset[str]) -> None:
    from pyoxigraph import Literal

    from sayso.ontology.namespaces import IDENTIFIER

    held = (quad.object for quad in store.engine.quads_for_pattern(None, IDENTIFIER, None))
    if any(isinstance(identifier, Literal) and identifier.value not in own for identifier in held):
        raise UsageError(f"{store.folder}: this store holds other articles; give the demo a --store of its own")


def _rows(store: Store, name: str) -> list[dict[str, str]]:
    from sayso.graph.store.solutions import Table
    from sayso.queries.catalogue import bind, get

    answer = store.query(bind(get(name), {}))
    return list(answer.records()) if isinstance(answer, Table) else []


def _show(answers: dict[str, list[dict[str, str]]], store: Path, some: int | None) -> None:
    for name, rows in answers.items():
        title, columns, evidence = {**TABLES, **CHANGED}[name]
        say(f"\n{title} ({len(rows)})")
        print_table(columns, rows[:some], evidence=evidence)
        if some is not None and len(rows) > some:
            say(f"… and {len(rows) - some} more: sayso query {name} --store {store}")
    who = "Jens Stoltenberg" if some is None else "Ilsa Varnholt"
    say("↳ is the sentence that says so. To go on:")
    say(f'  sayso query statements --store {store} --param by="{who}" --columns words,sentence')
    say("  sayso queries                                    what else can be asked")
    say(f"  sayso serve --store {store}               the page, SPARQL and JSON at http://127.0.0.1:8000/")
    say(f"  sayso export --store {store} --output graph.nq   everything as RDF")
    say("  sayso load PATH…                                 articles of your own")
