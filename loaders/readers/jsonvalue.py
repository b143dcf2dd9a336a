"""JSON text to values, every way in which it can be broken being one kind of error."""

from __future__ import annotations

import json

from sayso.ontology.errors import RejectedInput


def json_value(text: str, where: str) -> object:
    """Parse JSON. Raises RejectedInput, naming line and column, for what is none."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise RejectedInput(where, f"broken JSON at {place}: {error.msg}; correct it, or leave it out") from error
    except RecursionError as error:
        raise RejectedInput(where, "JSON that nests too deep to be an article; leave it out") from error
    except ValueError as error:
        raise RejectedInput(where, f"JSON with a number that is too long ({error}); correct it") from error
    return value
