"""A wrong encoding is told by its name and its places."""

import pytest

from sayso.loaders.readers.decoding import decode, likely_encoding
from sayso.ontology.errors import RejectedInput

RUSSIAN = "Мост безопасен, сказала мэр города Анна Ли в понедельник, он откроется в мае. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“The bridge is safe,” she said – it’s new. Zoë agreed.", "cp1252"),
        ("It costs £5, 20°, ½ or 10€, and it’s a café.", "cp1252"),
        ("Der Präsident erklärte, es gehe über die Brücke nach Köln. Größere Übel drohen.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
    ],
)
def test_the_encoding_is_advised(text: str, encoding: str) -> None:
    assert likely_encoding(text.encode(encoding)) == encoding
    with pytest.raises(RejectedInput, match=f"--encoding {encoding}"):
        decode(text.encode(encoding), "a.txt")


def test_polish_is_not_taken_for_windows_1252() -> None:
    text = "Łódź jest piękna, powiedział prezydent, więc przyjedźcie łąką i ścieżką." * 3
    assert likely_encoding(text.encode("cp1250")) != "cp1252"


def test_a_mixed_file_is_refused_with_the_places() -> None:
    lines = ["“One,” she said.".encode(), b"Two.", "It’s three.".encode("cp1252"), "Café.".encode(), b"Caf\xe9."]
    with pytest.raises(RejectedInput) as refused:
        decode(b"\n".join(lines), "a.txt")
    assert "not UTF-8 at line 3, line 5;" in refused.value.reason
    with pytest.raises(RejectedInput, match="line 5, line 6, …;"):
        decode("“".encode() + b"\n\xe9" * 50, "a.txt")
