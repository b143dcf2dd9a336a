"""An article's graph is one state or the next, never something between, whoever looks and whenever the process dies."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pyoxigraph as ox
import pytest

from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.solutions import Table
from sayso.graph.store.store import Store
from sayso.ontology.iris import BASE, article_iri
from sayso.ontology.namespaces import TITLE

ARTICLE = article_iri("a")
EVERYTHING = f"SELECT ?o {{ GRAPH <{ARTICLE.value}> {{ ?s ?p ?o }} }}"
ROWS = 40


def version(number: int) -> list[ox.Quad]:
    """A state of the article: so many titles, all of one version."""
    return [ox.Quad(ARTICLE, TITLE, ox.Literal(f"{number}/{row}"), ARTICLE) for row in range(ROWS)]


def seen_version(store: Store) -> str:
    """The one version that the article's graph holds."""
    answer = store.query(EVERYTHING)
    assert isinstance(answer, Table)
    assert len(answer.rows) == ROWS
    (only,) = {record["o"].split("/")[0] for record in answer.records()}
    return only


def test_readers_see_one_state_or_the_next(folder: Path) -> None:
    with Store.open(folder) as store:
        replace_article(store, "a", version(0), Seen("", ""))
        done = Event()

        def read() -> int:
            looks = 0
            while not done.is_set():
                seen_version(store)
                looks += 1
            return looks

        with ThreadPoolExecutor(2) as pool:
            readers = [pool.submit(read) for _ in range(2)]
            for number in range(1, 60):
                replace_article(store, "a", version(number), Seen("", ""))
            done.set()
            assert all(reader.result() for reader in readers)
        assert seen_version(store) == "59"


def test_writers_in_two_threads_lose_nothing(folder: Path) -> None:
    with Store.open(folder) as store:

        def write(name: str) -> None:
            node = article_iri(name)
            label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
            actor = ox.NamedNode(BASE + "person/ann-lee")
            graph = ox.NamedNode(BASE + "graph/actors")
            for number in range(20):
                quads = [
                    ox.Quad(node, TITLE, ox.Literal(str(number)), node),
                    ox.Quad(actor, label, ox.Literal(name), graph),
                ]
                replace_article(store, name, quads, Seen("", ""))

        with ThreadPoolExecutor(3) as pool:
            for writer in [pool.submit(write, name) for name in ("Ann Lee", "Annabel Lee", "A. Lee")]:
                writer.result()
        answer = store.query(
            "SELECT ?name { GRAPH ?g { <" + BASE + "person/ann-lee> rdfs:label|skos:altLabel ?name } }"
        )
        assert isinstance(answer, Table)
        assert sorted(record["name"] for record in answer.records()) == ["A. Lee", "Ann Lee", "Annabel Lee"]


WRITER = """
import pathlib, sys
from sayso.graph.edits.articles import Seen, replace_article
from sayso.graph.store.store import Store
from tests.graph.store.test_atomicity import version
store = Store.open(pathlib.Path(sys.argv[1]))
number = 0
while True:
    replace_article(store, "a", version(number), Seen("", ""))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_killed_writer_leaves_one_whole_state_and_all_that_it_had_written(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(15)]
        os.kill(writer.pid, signal.SIGKILL)
        told += [int(line) for line in writer.stdout.read().split()]
    with Store.open(folder) as store:
        assert int(seen_version(store)) in (told[-1], told[-1] + 1)
