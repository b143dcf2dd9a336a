"""The embedded store: an Oxigraph database in a folder, with one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO, ClassVar, Self, cast

import pyoxigraph as ox

from sayso.graph.store.beside import Touched
from sayso.graph.store.changes import change
from sayso.graph.store.guard import MAX_LENGTH, check
from sayso.graph.store.lock import FolderLock
from sayso.graph.store.parts_reader import PartsReader
from sayso.graph.store.pending import pending, unfinished
from sayso.graph.store.predicates import is_plain
from sayso.graph.store.prologues import hoisted
from sayso.graph.store.queried import Queried
from sayso.graph.store.remote.address import Address
from sayso.graph.store.rewriting import finish
from sayso.graph.store.room import check_room, room_for_all, written
from sayso.graph.store.signature import Signature, signatures, signed, within
from sayso.graph.store.snapshots import latest, publish
from sayso.graph.store.solutions import translated
from sayso.graph.store.store_folder import DATABASE, clear_leftovers, make, opened
from sayso.graph.store.version import is_current, mark, older, refuse_newer
from sayso.ontology.errors import NotFoundError, StoreLocked
from sayso.ontology.files import ontology_quads
from sayso.ontology.iris import BASE, ontology_graph
from sayso.ontology.namespaces import PREFIXES

# Stands in the folder from the first change until a snapshot holds it, whatever ends the process in between.
_UNPUBLISHED = "unpublished"


class Store(Queried):
    """A graph of graphs: one per article, one for the actors, one for the ontology; DESIGN 2.2.

    Every store holds the ontology and schemes of this release. Queries see the union of all graphs as their default
    graph, unless they name graphs (FROM), and know the prefixes of `sayso.ontology.namespaces`. The engine loses
    updates that run at once, so writing goes through one lock in the process, and one writing process holds the
    folder. Use it in a `with` block, or call `close`.
    """

    # Whether others write to it, too, and no snapshot of it can be had.
    elsewhere: ClassVar[bool] = False

    def __init__(self, engine: ox.Store, lock: FolderLock | None, folder: Path | None, base: str) -> None:
        super().__init__(engine, folder, base)
        self._lock = lock
        self._writing = threading.RLock()
        self._publishes = False
        self._touched = Touched()
        self._signature: Signature | None = None
        # Whether an exchange may have ended halfway.
        self._unfinished = False
        # Names content that cannot change, so that what was learnt from it may be kept; empty where it can.
        self.version = ""

    @classmethod
    def open(cls, folder: Path | Address, *, read_only: bool = False, base: str = BASE, holder: str = "") -> Store:
        """Open the store in `folder`; to write, make it where there is none and bring its ontology up to date.

        `holder` is what the lock tells others of this process. A store at an address is `store.remote`'s.

        Raises NotFoundError (reading, and there is no store), StoreLocked (in use by another process), StoreDamaged
        (a file is broken) and StoreError (no store, an unreadable one, one of another base or another release).
        """
        if isinstance(folder, Address):
            from sayso.graph.store.remote.remote_store import RemoteStore

            return RemoteStore.connect(folder, read_only=read_only, base=base)
        if read_only and not (folder / DATABASE).is_dir():
            raise NotFoundError(f"{folder}: there is no store here; load articles first: sayso load PATH")
        refuse_newer(folder)
        if not read_only:
            make(folder)
        try:
            lock = FolderLock(folder, shared=read_only, holder=holder)
        except StoreLocked:
            # Whoever reads beside a writer reads what was published last.
            if not read_only or (snapshot := latest(folder)) is None:
                raise
            return cls.open_snapshot(snapshot, base)
        try:
            if not read_only:
                finish(folder)
            store = cls(opened(folder, read_only=read_only), lock, folder, base)
        except BaseException:
            lock.release()
            raise
        try:
            store.refuse_other_base()
            store._refuse_older(folder)
            if not read_only:
                store._begin_writing(folder)
        except BaseException:
            store.close()
            raise
        return store

    def _begin_writing(self, folder: Path) -> None:
        clear_leftovers(folder)
        if not is_current(folder):
            mark(folder)
        if self.unpublished():
            # What another process wrote and did not publish, nobody knows here.
            self._touched.anything()
        self.refresh_ontology()
        self._unfinished = True
        self.apply((), ())
        self._publishes = True

    @classmethod
    def open_snapshot(cls, folder: Path, base: str = BASE) -> Store:
        """Open a snapshot that `store.snapshots` published; whoever removes old ones sees that it is in use.

        Raises StoreError where it cannot be opened, or an earlier release made it.
        """
        lock, home = FolderLock(folder, shared=True), folder.parent.parent
        try:
            store = cls(opened(folder, read_only=True), lock, folder, base)
            if (home / DATABASE).is_dir():
                store._refuse_older(home)
        except BaseException:
            lock.release()
            raise
        store.version = folder.name
        return store

    @classmethod
    def in_memory(cls, base: str = BASE) -> Store:
        """Make a store that lasts as long as the process."""
        store = cls(ox.Store(), None, None, base)
        store.refresh_ontology()
        return store

    @property
    def snapshot(self) -> str:
        """The name of the snapshot that holds what is read here; empty where none does (yet)."""
        if self.version or self.folder is None or self.unpublished():
            return self.version
        found = latest(self.folder)
        return "" if found is None else found.name

    def close(self) -> None:
        """Let go of the folder. The engine has no close: its handle goes with the last reference to it."""
        try:
            if self._engine is not None:
                self.publish()
        finally:
            self._engine = None
            if self._lock is not None:
                self._lock.release()

    def publish(self, *, always: bool = False) -> None:
        """Publish what was written since the last snapshot, for readers beside and after this process.

        Raises StoreError where the snapshot cannot be written.
        """
        with self._writing:
            if not self._publishes or self.folder is None:
                return
            if always or self.unpublished():
                publish(self.engine, self.folder, self._touched.things)
                self._touched = Touched()
                self._unmark()

    def unpublished(self) -> bool:
        """Say whether something was written that no snapshot holds."""
        return self.folder is not None and (self.folder / _UNPUBLISHED).exists()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def update(self, text: str, *, base_iri: str | None = None, longest: int = MAX_LENGTH) -> None:
        """Run a SPARQL update, all of it or nothing. Raises QueryError as `query` does, and over `longest` characters.

        In its patterns the default graph is what stands in no named graph, unless it says otherwise (USING, WITH).
        """
        self.run(hoisted(check(text, longest)), base_iri)

    def run(self, text: str, base_iri: str | None = None) -> None:
        """Run an update whose text was made here, of terms that the engine's serialiser wrote; else as `update`."""
        with self._writing, translated(text, updating=True), written(self.folder):
            before = self.unpublished()
            self._mark()
            self._touched.anything()
            try:
                self.engine.update(self._signed(text), base_iri=base_iri, prefixes=dict(PREFIXES))
            except SyntaxError as error:
                if not before:
                    self._unmark()
                raise SyntaxError(within(str(error), text)) from error
            except BaseException:
                # Nothing was written, so there is nothing to publish.
                if not before:
                    self._unmark()
                raise

    def fill(self, graph: ox.NamedNode, triples: bytes) -> None:
        """Put N-Triples into a graph, all of them or nothing, by the way that is fast for many."""
        with self._writing, translated(), written(self.folder):
            self._mark()
            self._touched.anything()
            if self._signature is None:
                self.engine.bulk_load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
                return
            note = ox.serialize(self._signature.quads(self.base), format=ox.RdfFormat.TRIG) or b""
            # N-Triples are TriG, too.
            block = b"%s {\n%s}\n%s" % (str(graph).encode(), triples, note)
            self.engine.bulk_load(block, format=ox.RdfFormat.TRIG)

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Put in quads, all of them or nothing, by the way that is fast for many. Raises ValueError on blank nodes."""
        found = list(quads)
        if not is_plain(found):
            raise ValueError("a blank node, or a triple as a term: each load would add it anew")
        with self._writing, translated():
            self._mark()
            self._touched.add((), found)
            self.engine.bulk_extend(found)

    def exchange(self, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> None:
        """Put in quads by the way that is fast for many, then take others away; all or nothing, as a reader sees it.

        Where the process ends between the two, opening the store takes them away. Raises ValueError on blank nodes.
        """
        with self._writing:
            new = set(added)
            if gone := set(removed) - new:
                self._unfinished = True
                new.add(pending(gone, self.base))
            self.add(new)
            self.apply((), ())

    def take_in(
        self, lines: Iterable[bytes], removed: Iterable[ox.Quad], added: Iterable[ox.Quad], actors: Iterable[str]
    ) -> None:
        """Do what `exchange` does, with lines of N-Quads among what is added, which only the engine reads.

        `actors` are those whom the lines concern. Raises SyntaxError and ValueError, and writes nothing, where they are
        no N-Quads. They must have neither blank nodes nor quads of the default graph.
        """
        with self._writing:
            new = set(added)
            if gone := set(removed) - new:
                self._unfinished = True
                new.add(pending(gone, self.base))
            with written(self.folder):
                self._mark()
                self._touched.add((), new)
                self._touched.actors(actors)
                own = ox.serialize(new, format=ox.RdfFormat.N_QUADS) or b""
                self.engine.bulk_load(cast("BinaryIO", PartsReader(chain(lines, (own,)))), format=ox.RdfFormat.N_QUADS)
            self.apply((), ())

    def gather_files(self) -> None:
        """Let the engine put its files together: each look-up passes all of them, and a bulk load leaves dozens.

        It writes everything anew, 15 seconds for 100,000 statements: worth it after a load that brought most of what
        is there. Without room for that, nothing happens.
        """
        if self.folder is None or not room_for_all(self.folder / DATABASE):
            return
        with self._writing, translated(), written(self.folder):
            self.engine.optimize()

    def writing(self) -> AbstractContextManager[object]:
        """Return the lock to hold while reading what a write is then based on."""
        return self._writing

    def apply(self, removed: Iterable[ox.Quad], added: Iterable[ox.Quad], *, then: str = "") -> bool:
        """Take away and put in quads in one atomic write; say whether anything was to be written.

        `then` is an update of our own that follows in the same write, if that writes anything. Raises ValueError on
        blank nodes and on quads of the default graph.
        """
        with self._writing:
            gone, new = set(removed), set(added)
            if self._unfinished:
                gone |= unfinished(self.engine, self.base)
            text = change(gone, new)
            if text:
                text = f"{text} ;\n{then}" if then else text
                self._mark()
                self._touched.add(gone, new)
                if then:
                    self._touched.anything()
                with written(self.folder):
                    self.engine.update(self._signed(text))
            self._unfinished = False
        return bool(text)

    @contextmanager
    def signing(self, signature: Signature) -> Iterator[None]:
        """Put who writes and when into the same atomic write as what is written meanwhile, in the last one's place."""
        with self._writing:
            self._signature = signature
            try:
                yield
            finally:
                self._signature = None

    def _signed(self, text: str) -> str:
        if self._signature is None:
            return text
        return signed(text, signatures(self.engine, self.base), self._signature.quads(self.base))

    def _refuse_older(self, folder: Path) -> None:
        # One that was just made has no mark yet, and holds nothing.
        if not is_current(folder) and next(self.engine.named_graphs(), None) is not None:
            raise older(folder)

    def refresh_ontology(self) -> None:
        """Make the ontology's graph that of this release."""
        self.apply(self.quads(ontology_graph(self.base)), ontology_quads(self.base))

    def _mark(self) -> None:
        if self.folder is not None:
            check_room(self.folder)
            with written(self.folder):
                (self.folder / _UNPUBLISHED).touch()

    def _unmark(self) -> None:
        if self.folder is not None:
            (self.folder / _UNPUBLISHED).unlink(missing_ok=True)
