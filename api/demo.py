"""`sayso demo`: two articles in, tables of who said what about whom out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api.console import complain, print_json, print_table, say
from sayso.api.options import JsonOption
from sayso.ontology.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sayso.graph.store.store import Store

DEFAULT_STORE = Path("sayso-demo.store")

# Query → what its table is called, which of its columns are shown, and which one below them, as the evidence.
TABLES = {
    "statements": ("Statements: who said what", ("speaker", "act", "about", "words", "article"), "sentence"),
    "demands": ("Demands: who wants what of whom", ("by", "of", "matter", "article"), "sentence"),
    "posts": ("Posts: who holds which office", ("person", "title", "organisation", "former", "article"), "evidence"),
    "positions": ("Positions: who is for or against what", ("holder", "stance", "matter", "article"), "sentence"),
}


def demo(
    store: Annotated[
        Path, typer.Option("--store", metavar="FOLDER", help="The demo's own store; it is made where there is none.")
    ] = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Load two example articles and show what they say.

    They get a store of their own, and are extracted anew each time.
    """
    from sayso.api.loading import load_into, summary
    from sayso.api.settings import read_settings
    from sayso.graph.store.store import Store
    from sayso.loaders.batch import BatchOptions
    from sayso.loaders.readers import ReadingOptions

    settings = read_settings(store=store)
    with Store.open(settings.store, base=settings.base) as opened:
        _refuse_foreign(opened)
        # Anew each time: the demo shows what this release finds, whatever an earlier one left in the folder.
        options = BatchOptions(replace=True, again=True, any_language=True)
        report = load_into(opened, [str(examples())], ReadingOptions(language="en"), options, settings)
        answers = {name: _rows(opened, name) for name in TABLES}
    if as_json:
        print_json({**summary(report), **answers})
    else:
        _show(answers, store)
    for rejected in report.rejected:
        complain(f"rejected: {rejected}")
    if report.rejected:
        raise typer.Exit(1)


def examples() -> Path:
    """Return the folder of the example articles: inside the installed package, or in the checkout around it.

    Raises NotFoundError where neither is there.
    """
    here = Path(__file__).resolve().parent  # behind the link of a checkout
    for folder in (here / "examples", here.parent / "examples" / "articles"):
        if folder.is_dir():
            return folder
    raise NotFoundError("the example articles are missing; install SaySo again")


def _refuse_foreign(store: Store) -> None:
    from pyoxigraph import Literal

    from sayso.ontology.namespaces import IDENTIFIER

    own = {path.stem for path in examples().iterdir()}
    held = (quad.object for quad in store.engine.quads_for_pattern(None, IDENTIFIER, None))
    if any(isinstance(identifier, Literal) and identifier.value not in own for identifier in held):
        raise UsageError(f"{store.folder}: this store holds other articles; give the demo a --store of its own")


def _rows(store: Store, name: str) -> list[dict[str, str]]:
    from sayso.graph.store.solutions import Table
    from sayso.queries.catalogue import bind, get

    answer = store.query(bind(get(name), {}))
    return list(answer.records()) if isinstance(answer, Table) else []


def _show(answers: dict[str, list[dict[str, str]]], store: Path) -> None:
    for name, rows in answers.items():
        title, columns, evidence = TABLES[name]
        say(f"\n{title} ({len(rows)})")
        print_table(columns, rows, evidence=evidence)
    say("↳ is the sentence that says so. To go on:")
    say(f'  sayso query statements --store {store} --param by="Jens Stoltenberg" --columns words,sentence')
    say("  sayso queries                                    what else can be asked")
    say(f"  sayso serve --store {store}               the page, SPARQL and JSON at http://127.0.0.1:8000/")
    say(f"  sayso export --store {store} --output graph.nq   everything as RDF")
    say("  sayso load PATH…                                 articles of your own")
