"""The fields of query strings and forms, compared with urllib's reading."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.api.service.problems import RequestError
from sayso.api.service.sparql.form_fields import fields_of, values_of


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x2FF)))
def test_any_text_is_read_as_urllib_does(text: str) -> None:
    raw = text.encode()
    try:
        wanted = parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(RequestError):
            fields_of(raw)
    else:
        assert fields_of(raw) == wanted


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=5))
def test_what_was_written_as_a_form_comes_back(fields: list[tuple[str, str]]) -> None:
    assert fields_of(urlencode(fields).encode()) == fields


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (b"", []),
        (b"&&a&=b&c==d", [("a", ""), ("", "b"), ("c", "=d")]),
        (b"query=a%0D%0Ab%3D\r\n&x=%", [("query", "a\r\nb=\r\n"), ("x", "%")]),
        (b"a=100%&b=%zz+%e2%82%AC", [("a", "100%"), ("b", "%zz €")]),
        (b"a=_ \t=\n=3D", [("a", "_ \t=\n=3D")]),
    ],
)
def test_escapes_are_read_whole_or_left(raw: bytes, fields: list[tuple[str, str]]) -> None:
    assert fields_of(raw) == fields


@pytest.mark.parametrize("raw", [b"a=%ff", b"a=\xff", b"a=\xff%", b"&".join([b"a=b"] * 1001)])
def test_what_cannot_be_read_is_refused(raw: bytes) -> None:
    with pytest.raises(RequestError, match="cannot be read"):
        fields_of(raw)


def test_values_keep_their_order() -> None:
    assert values_of([("a", "1"), ("b", "2"), ("a", "3")], "a") == ("1", "3")
