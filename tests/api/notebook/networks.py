"""Networks for the tests of drawings."""

from __future__ import annotations

from hypothesis import strategies as st

from sayso.graph.networks.network import Edge, Network, Node

HOSTILE = st.text(st.characters(codec="utf-8")) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"/><image href="x"/>',
        "</title></svg>",
        "]]>",
        "\u202e\x00\x1b",
        "&amp;",
        "a" * 9999,
    ]
)


def network(labels: list[str], kinds: list[str] | None = None, *, directed: bool = True) -> Network:
    """A ring of nodes with an edge each, the first against, the second for, the third neither, the fourth both."""
    told = [{"sign": -1}, {"sign": 1}, {}, {"sign": 0, "for": 1, "against": 1}]
    kinds = kinds or ["Person", "Organisation", "Country", "Group", "Matter", ""]
    nodes = tuple(
        Node(f"n{number}", label, kinds[number % len(kinds)], {"statements": number})
        for number, label in enumerate(labels)
    )
    edges = tuple(
        Edge(f"e{number}", f"n{number}", f"n{(number + 1) % len(labels)}", "state", 1.0 + number, told[number % 4])
        for number in range(len(labels))
    )
    return Network(nodes, edges, directed, {"title": labels[0] if labels else "Nobody"})
