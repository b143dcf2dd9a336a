"""`sayso check`, `backup`, `restore` and `erase`: nothing lost, nothing broken unseen, and what has to go is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.api.console import print_json, print_table, say
from sayso.api.options import JsonOption, StoreOption
from sayso.ontology.errors import StoreError, UsageError


def check(
    store: StoreOption = None,
    shapes: Annotated[bool, typer.Option("--shapes/--no-shapes", help="Hold it to the SHACL shapes, too.")] = True,
    as_json: JsonOption = False,
) -> None:
    """Check the store: its files, its places in texts, its shapes.

    Every file of the last snapshot is held to its hash, every statement to its article, every place to the text and
    the quotation. What is wrong is listed, and the exit code is 1.

    \b
    sayso check
    sayso check --no-shapes         without the shapes, which take most of the time
    """
    from sayso.api.settings import read_settings
    from sayso.graph.answers.checking import StoreFault, data_faults, file_faults
    from sayso.graph.answers.validation import violations
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    folder = _folder(settings.store)
    with Store.open(folder, read_only=True, base=settings.base) as opened:
        found = [*file_faults(folder), *sorted(data_faults(opened))]
        if shapes:
            found += [
                StoreFault(each.focus, f"{each.path} {each.value}: {each.message}") for each in violations(opened)
            ]
    if as_json:
        print_json({"whole": not found, "faults": [{"at": each.at, "what": each.what} for each in found]})
    elif found:
        print_table(("at", "what"), ({"at": each.at, "what": each.what} for each in found))
    else:
        say("nothing is wrong")
    if found:
        raise typer.Exit(1)


def backup(target: Annotated[Path, typer.Argument(metavar="TARGET")], store: StoreOption = None) -> None:
    """Back up the store into a new folder inside TARGET.

    What has not changed since the last backup there is linked and not copied, where the file system can. A service may
    go on meanwhile: what it has answered to is in the backup.

    \b
    sayso backup /mnt/backups
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store.backups import back_up

    made = back_up(_folder(read_settings(store=store).store), target)
    say(f"{made.folder}: {made.size:,} bytes, {made.copied:,} of them copied")


def restore(source: Annotated[Path, typer.Argument(metavar="BACKUP")], store: StoreOption = None) -> None:
    """Put a backup in the store's place: BACKUP itself, or the last one in that folder.

    It is read and held to its hashes first. What was there is kept beside it.

    \b
    sayso restore /mnt/backups
    sayso restore /mnt/backups/20260301T120000 --store other.store
    """
    from sayso.api.settings import read_settings
    from sayso.graph.store import backups
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    folder = _folder(settings.store)
    found = backups.restore(source, folder)
    with Store.open(folder, base=settings.base) as opened:
        opened.publish(always=True)
    say(f"{folder}: restored from {found}")


def erase(
    article: Annotated[str, typer.Argument(metavar="ARTICLE")],
    store: StoreOption = None,
    backups: Annotated[
        list[Path] | None, typer.Option("--backups", metavar="TARGET", help="Erase it from the backups there, too.")
    ] = None,
) -> None:
    """Take an article out for good: from the store, its snapshots and, where said, its backups.

    With it goes what people decided about it. The store is written anew, which takes as long as loading its quads and
    as much room again; ARTICLE is an identifier.

    \b
    sayso erase 2022-17
    sayso erase 2022-17 --backups /mnt/backups
    """
    from sayso.api.settings import read_settings
    from sayso.graph.edits.erasing import erase as erase_article
    from sayso.graph.edits.erasing import erase_from_backups
    from sayso.graph.store.store import Store

    settings = read_settings(store=store)
    folder = _folder(settings.store)
    Store.open(folder, read_only=True, base=settings.base).close()  # to erase from, no store is made
    was = erase_article(folder, article, settings.base)
    done = sum(erase_from_backups(target, article, settings.base) for target in backups or ())
    if not was and not done:
        raise UsageError(f"{article}: no article of this identifier is here; `sayso query articles` lists them")
    say(f"{article}: erased from {folder}" + (f" and {done} backup{'s' * (done != 1)}" if backups else ""))


def _folder(place: object) -> Path:
    if not isinstance(place, Path):
        raise StoreError("this looks after the files of a store here, not of one at an address")
    return place


def upgrade(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Bring a store of an earlier release up to date.

    It is written anew beside the old one, which it then replaces; that needs as much room again. Judgements, matters
    and reviews stay. Make a backup first.

    \b
    sayso backup /mnt/backups
    sayso upgrade
    """
    from sayso.api.settings import read_settings
    from sayso.graph.edits.upgrading import upgrade as brought_up_to_date

    settings = read_settings(store=store)
    articles = brought_up_to_date(_folder(settings.store), settings.base)
    if as_json:
        print_json({"articles": articles})
    else:
        say(f"upgraded: {articles:,} articles" if articles else "nothing to do: this store is up to date")
