"""XML of strangers to trees: nothing is fetched, no entity is followed, nothing grows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.ontology.errors import RejectedInput

type Element = Any  # lxml has no types of its own


def tree(data: bytes, where: str) -> Element:
    """Parse XML. Raises RejectedInput for what is broken or declares entities of its own."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RejectedInput(where, f"broken XML ({str(error)[:200]}); correct it, or leave it out") from error
    if root.getroottree().docinfo.internalDTD is not None and any(
        root.getroottree().docinfo.internalDTD.iterentities()
    ):
        raise RejectedInput(where, "XML that declares entities, as no news item does; leave it out")
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def every(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements below one (itself too) that have one of the names, in whatever namespace."""
    for one in element.iter():
        if local(one) in names:
            yield one


def first_text(element: Element, name: str) -> str | None:
    """Return what stands in the first element of a name, with all that is in it; None for nothing."""
    for one in every(element, name):
        if text := " ".join("".join(one.itertext()).split()):
            return text
    return None
