"""Do something to a store again and again, its n-th write failing each time, and tell how each try ended.

    LD_PRELOAD=failing.so python -m tests.graph.store.failing.driver SHIM CASE FOLDER HOME TRIES

So many n are tried, evenly over all writes of the case; of every second one the writes after it fail, too. For each a
copy of the store in FOLDER is made below HOME and the case is done to it in a process of its own; a second one, in
which nothing fails, looks at what is left. A line of JSON goes out for each: what was told, and what is there.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from sayso.graph.answers.checking import data_faults, file_faults
from sayso.graph.edits.erasing import erase, erase_from_backups
from sayso.graph.store.backups import back_up, backups, restore, verify
from sayso.graph.store.snapshots import latest
from sayso.graph.store.store import Store
from sayso.graph.store.textless import derive, textless
from sayso.loaders.writer.doing import do
from sayso.loaders.writer.job import WriteJob
from sayso.ontology.errors import SaysoError
from sayso.ontology.iris import BASE
from tests.sample import LATER

INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 . <urn:a> <urn:p> 2 } }"
LIKE_IT = NamedNode("urn:g")
_NEVER = 1_000_000


def _update(folder: Path) -> None:
    with Store.open(folder) as store:
        do(store, WriteJob("update", {"text": INSERT}, "me"))


def _fill(folder: Path) -> None:
    with Store.open(folder) as store:
        store.apply([], [Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal(str(n)), LIKE_IT) for n in range(2)])


def _back_up(folder: Path) -> None:
    back_up(folder, folder.parent / "backups")


def _restore(folder: Path) -> None:
    restore(folder.parent / "backups", folder)


def _erase(folder: Path) -> None:
    erase(folder, LATER.id, BASE)


def _erase_backups(folder: Path) -> None:
    erase_from_backups(folder.parent / "backups", LATER.id, BASE)


def _derive(folder: Path) -> None:
    derive(folder)


CASES: dict[str, Callable[[Path], None]] = {
    "update": _update,
    "apply": _fill,
    "back up": _back_up,
    "restore": _restore,
    "erase": _erase,
    "erase from backups": _erase_backups,
    "copy without texts": _derive,
}


def apart(act: Callable[[], object]) -> tuple[int, str]:
    """Do something in a process of its own; return how that ended, and what it told."""
    out, into = os.pipe()
    if (child := os.fork()) == 0:
        os.close(out)
        try:
            said, code = json.dumps(act()), 0
        except SaysoError as error:
            said, code = f"{type(error).__name__}: {error}", 3
        except BaseException:  # noqa: BLE001 a child must not go on as its parent
            said, code = traceback.format_exc(), 4
        # What is longer than a pipe holds would wait for its reader for ever.
        os.write(into, said.encode()[:50_000])
        os._exit(code)
    os.close(into)
    _, status = os.waitpid(child, 0)
    with os.fdopen(out, "rb") as stream:
        return os.waitstatus_to_exitcode(status), stream.read().decode()


def look(folder: Path) -> object:
    """Return what a whole store at this place holds, and what is wrong with it."""
    with Store.open(folder) as store:
        wrong = [f"{each.at}: {each.what}" for each in (*file_faults(folder), *data_faults(store))]
        graphs = sorted(graph.value for graph in store.engine.named_graphs() if isinstance(graph, NamedNode))
        rows = len(list(store.engine.quads_for_pattern(None, None, None, LIKE_IT)))
        store.update("INSERT DATA { GRAPH <urn:later> { <urn:a> <urn:p> 3 } }")
    kept = backups(folder.parent / "backups")
    for backup in kept:
        verify(backup)
    copy = latest(textless(folder))
    if copy is not None:
        Store.open_snapshot(copy).close()
    # Files without a name of their own that nobody clears would fill the disk in the end.
    left = [path.name for path in folder.parent.iterdir() if path.name.startswith(".")]
    return {
        "graphs": graphs,
        "rows": rows,
        "wrong": wrong,
        "backups": len(kept),
        "copy": copy is not None,
        "left": left,
    }


def main() -> None:
    """Count the writes of a case, and have some of them fail."""
    shim, case, source, home, tries = ctypes.CDLL(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:5]), int(sys.argv[5])

    def attempt(nth: int, *, once: bool) -> int:
        place = home / f"{nth}"
        shutil.copytree(source, place)
        folder = place / "some.store"

        def act() -> object:
            shim.failing_arm(os.fsencode(f"{place}/"), ctypes.c_long(nth), once, errno.ENOSPC)
            CASES[case](folder)
            return shim.failing_seen()

        code, told = apart(act)
        after, found = apart(lambda: look(folder))
        line = {"nth": nth, "once": once, "code": code, "told": told, "after": after, "found": found}
        print(json.dumps(line), flush=True)
        shutil.rmtree(place)
        return int(told) if code == 0 else 0

    writes = attempt(_NEVER, once=True)
    for number in range(min(tries, writes)):
        attempt(number * writes // min(tries, writes), once=number % 2 == 0)


if __name__ == "__main__":
    main()
