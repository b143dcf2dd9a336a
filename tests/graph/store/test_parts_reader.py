import pytest

from sayso.graph.store.parts_reader import PartsReader

PIECES = (b"one ", b"", b"and another", b" ", b"end")


@pytest.mark.parametrize("size", [1, 3, 4, 100])
def test_pieces_read_as_one(size: int) -> None:
    reader, found = PartsReader(iter(PIECES)), []
    while piece := reader.read(size):
        assert len(piece) <= size
        found.append(piece)
    assert b"".join(found) == b"".join(PIECES)


def test_all_is_read_at_once_where_no_size_is_given() -> None:
    reader = PartsReader(PIECES)
    assert (reader.read(2), reader.read(), reader.read()) == (b"on", b"e and another end", b"")
