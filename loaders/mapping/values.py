"""Values as RDF terms, in the form that the store keeps, so that loading again changes nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode

from sayso.ontology.namespaces import XSD_DATE, XSD_DATE_TIME, XSD_DECIMAL

_WIDEST_ZONE = timedelta(hours=14)


def decimal(value: float) -> Literal:
    """Return a share between 0 and 1 with at most three places; what lies outside (or is no number) is cut to it."""
    share = 0.0 if value != value else min(1.0, max(0.0, value))
    text = f"{Decimal(share):.3f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=XSD_DECIMAL)


def day(value: date) -> Literal:
    """Return a day as xsd:date."""
    return Literal(f"{value.year:04}-{value.month:02}-{value.day:02}", datatype=XSD_DATE)


def issued(value: str) -> Literal | None:
    """Read an ISO 8601 date or date-time; None where it is neither or no such day exists."""
    value = value.strip()
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    zone = moment.utcoffset()
    if zone is not None and (abs(zone) > _WIDEST_ZONE or zone % timedelta(minutes=1)):
        return None
    local = moment.replace(tzinfo=None).isoformat()
    offset = moment.isoformat()[len(local) :]
    if "." in local:
        local = local.rstrip("0")
    return Literal(local + ("Z" if offset == "+00:00" else offset), datatype=XSD_DATE_TIME)


def web_address(url: str) -> NamedNode | None:
    """Return a clean http(s) address as an IRI; None where a character, the scheme or the host is not allowed."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            return None
        return NamedNode(url)
    except ValueError:
        return None
