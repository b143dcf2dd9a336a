"""Which hosts a request may name, so that no page elsewhere reaches the service through a name of its own."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_MOST_PORT = 65535
_LONGEST = 255


def served_hosts(setting: str) -> frozenset[str]:
    """Return the hosts of SAYSO_HOSTS and the loopback's, as `host_of` writes them; `*` stands for every name."""
    wanted = (host.strip() for host in setting.split(","))
    return _LOOPBACK | {host if host == "*" else host_of(_bracketed(host)) or host.lower() for host in wanted if host}


@lru_cache(64)
def host_of(header: str) -> str | None:
    """Return the host of a Host header in one spelling: no port, small letters, no last dot; None where it is none."""
    if header.startswith("["):
        name, bracket, rest = header.partition("]")
        if not bracket or not (rest == "" or _is_port(rest)):
            return None
        try:
            return f"[{IPv6Address(name[1:])}]"
        except AddressValueError:
            return None
    name, colon, port = header.partition(":")
    if colon and not _is_port(f":{port}"):
        return None
    name = name.lower().removesuffix(".")
    return name if name and len(name) <= _LONGEST and name.isascii() and not set(name) & set(' \t/\\@?#,"<>') else None


def _is_port(text: str) -> bool:
    digits = text[1:]
    # HTTP lets a port be empty after its colon.
    return text[:1] == ":" and (not digits or (digits.isascii() and digits.isdigit() and int(digits[:9]) <= _MOST_PORT))


def _bracketed(host: str) -> str:
    return f"[{host}]" if host.count(":") > 1 and not host.startswith("[") else host
