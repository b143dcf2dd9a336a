"""`%sparql` and `%%sparql` in IPython; `%load_ext sayso` brings them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from IPython.core.error import UsageError as ShellError
from IPython.core.magic import Magics, line_cell_magic, magics_class, no_var_expand

from sayso.api.notebook.binding import Given
from sayso.api.notebook.client import Client
from sayso.api.notebook.opening import open_place
from sayso.api.notebook.options import read_options
from sayso.api.notebook.result import Result
from sayso.api.notebook.triples import Triples
from sayso.ontology.errors import QueryError, SaysoError, UsageError

_PLACE: Final = re.compile(r"line (\d+), column (\d+): ")


@magics_class
class SparqlMagics(Magics):
    """The magic of one shell; it keeps the stores that it opened, and which one was named last."""

    def __init__(self, shell: Any) -> None:
        super().__init__(shell)
        self._names: dict[str, Any] = shell.user_ns
        self._opened: dict[str, Client] = {}
        self._last: Client | None = None

    @no_var_expand
    @line_cell_magic
    def sparql(self, line: str, cell: str | None = None) -> object:
        """Ask in SPARQL: `%%sparql [-o NAME] [--store FOLDER|URL|VARIABLE] [--bind NAME[=VARIABLE]] [--as df|pl|…]`.

        -o NAME keeps the answer in a variable. --store, which holds from then on, may be a variable with an open
        store; without it, that is the only such variable there is. --bind puts a variable into the line
        `VALUES ?NAME { UNDEF }`, as an RDF term. --as makes it a df, pl, graph or records.
        """
        try:
            options, text = read_options(line, cell)
            client = self._client(options.store)
            if not text.strip():
                return client
            found = client.sparql(text, **self._values(options.bind))
            answer = _made(found, options.made) if options.made else found
        except QueryError as error:
            raise ShellError(_pointed(str(error), cell or line)) from error
        except SaysoError as error:
            raise ShellError(str(error)) from error
        if options.output:
            self._names[options.output] = answer
        return answer

    def close(self) -> None:
        """Close the stores that the magic opened."""
        for client in self._opened.values():
            client.close()
        self._opened.clear()

    def _client(self, store: str) -> Client:
        if store:
            self._last = self._named(store)
        if self._last is not None:
            return self._last
        held = {id(value): name for name, value in self._variables().items() if isinstance(value, Client)}
        if len(held) != 1:
            told = f"there are several: {', '.join(sorted(held.values()))}" if held else "none is open yet"
            raise UsageError(f"which store is asked? {told}; say --store FOLDER, URL or VARIABLE")
        found: Client = self._names[next(iter(held.values()))]
        return found

    def _named(self, store: str) -> Client:
        variable = self._names.get(store)
        if isinstance(variable, Client):
            return variable
        if store not in self._opened:
            self._opened[store] = open_place(store)
        return self._opened[store]

    def _variables(self) -> Mapping[str, object]:
        # What IPython keeps of earlier answers (`_`, `_3`) is no choice of the user's.
        return {name: value for name, value in self._names.items() if not name.startswith("_")}

    def _values(self, bind: Mapping[str, str]) -> dict[str, Given]:
        if unknown := [variable for variable in bind.values() if variable not in self._names]:
            raise UsageError(f"--bind: there is no variable {unknown[0]}")
        return {name: self._names[variable] for name, variable in bind.items()}


def _made(answer: object, made: str) -> object:
    if not isinstance(answer, Result | Triples):
        raise UsageError(f"--as {made}: the answer of an ASK is a bool")
    return getattr(answer, made)()


def _pointed(message: str, text: str) -> str:
    """Return a message with the line that it names, and a caret below the place."""
    lines = text.split("\n")
    if not (place := _PLACE.search(message)) or int(place[1]) > len(lines):
        return message
    shown = lines[int(place[1]) - 1].replace("\t", " ")
    return f"{message}\n{shown}\n{' ' * (int(place[2]) - 1)}^"
