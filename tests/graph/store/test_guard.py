import contextlib

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.graph.store.guard import MAX_DEPTH, check, is_update, keywords, tokens
from sayso.ontology.errors import QueryError

REACHING = [
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1/> {} }",
    "SELECT*{SERVICE<http://127.0.0.1/>{}}",
    "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE:x {} }",
    "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1/> {} }",
    "SELECT * { FILTER(?a<?b)SERVICE<http://127.0.0.1/>{} FILTER(?c>1) }",
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://127.0.0.1/> {} }",
    "SELECT * { ?s ?p '''a'b''' . SERVICE <http://127.0.0.1/> {} }",
    "SELECT * { <http://x/\\u0041#a> ?p ?o . SERVICE <http://127.0.0.1/> {} }",
    "PREFIX x: <http://x/> SELECT * { x:a\\' ?p ?o . SERVICE <http://127.0.0.1/> {} #'\n}",
    "SELECT * { ?s ?p 'a' # '\n SERVICE <http://127.0.0.1/> {} }",
    "LOAD <http://127.0.0.1/>",
    "INSERT DATA { <http://x/a> <http://x/a> 1 }; LOAD SILENT <http://127.0.0.1/>",
]
HARMLESS = [
    "SELECT ?service ?load { ?service <http://x/SERVICE> 'LOAD' }",
    'SELECT * { ?s ?p "SERVICE" } # LOAD',
    "PREFIX x: <http://x/> SELECT * { ?s x:service x:a.load }",
    "SELECT * { ?s ?p 'x'@load }",
    "ASK { ?s ?p '''it's a 'SERVICE' ''' }",
]


@pytest.mark.parametrize("text", REACHING)
def test_what_reaches_out_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE and LOAD"):
        check(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_the_word_in_a_name_or_a_string_is_let_through(text: str) -> None:
    ox.Store().query(check(text))


def test_the_line_is_named() -> None:
    with pytest.raises(QueryError, match="line 3"):
        check("SELECT *\n{\nSERVICE <http://x/> {} }")


def test_deep_nesting_is_refused_before_the_engine_overflows() -> None:
    check("SELECT * " + "{" * MAX_DEPTH + "}" * MAX_DEPTH)
    with pytest.raises(QueryError, match="nests"):
        check("SELECT * " + "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1))


def test_a_query_longer_than_any_person_writes_is_refused() -> None:
    with pytest.raises(QueryError, match="long"):
        check("#" * 1_000_001)


@given(st.text())
def test_any_text_is_let_through_or_refused(text: str) -> None:
    with contextlib.suppress(QueryError):
        assert check(text) == text


# Pieces whose joints are where a tokeniser goes wrong: the engine must not run a SERVICE that the guard has not seen.
PIECES = [
    "SERVICE",
    " ",
    "<http://x/a>",
    "<",
    ">",
    "?a",
    "'",
    '"',
    "'''",
    "#",
    "\n",
    "\\",
    "x:",
    ":",
    "1",
    "{",
    "}",
    ".",
    "@en",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_guard_sees_every_service_that_the_engine_runs(middle: str) -> None:
    # Port 9 is one that the engine refuses: the attempt is noticed and no connection is made.
    text = (
        "PREFIX x: <http://x/> PREFIX : <http://127.0.0.1:9/> SELECT * { VALUES ?a { 1 } "
        + middle
        + " SERVICE <http://127.0.0.1:9/> { } }"
    )
    try:
        list(ox.Store().query(text))
    except OSError:
        with pytest.raises(QueryError):
            check(text)
    except (SyntaxError, ValueError, RuntimeError):
        pass


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT (1-NOW() AS ?n) {}", {"SELECT", "1", "NOW", "AS"}),
        ("ASK{FILTER(1.0-rand()>?x-from:y)}", {"ASK", "FILTER", "1", "0", "RAND"}),
        ("ASK { ?s a-b.c:now 2.from }", {"ASK", "2", "FROM"}),
    ],
)
def test_words_stand_beside_signs(text: str, words: set[str]) -> None:
    assert keywords(text) == words


def test_each_letter_is_looked_at_a_few_times_only() -> None:
    # From each word to the end of the chain these were some 10 to the 11.
    chains = "SELECT (NOW() AS ?n) (" + "1-" * 200_000 + "1 AS ?x) (" + "a.b-" * 100_000 + "1 AS ?y) {}"
    assert keywords(chains) == {"SELECT", "NOW", "AS", "1", "A", "B"}
    assert sum(1 for token in tokens(chains) if token.kind == "word") == 400_007


@pytest.mark.parametrize(
    ("text", "updating"),
    [
        ("SELECT * { ?s ?p ?o }", False),
        ("INSERT DATA { <a:b> <a:c> 1 }", True),
        ("# INSERT\nASK {}", False),
        ("PREFIX a: <b:c> # x\nBASE <d:e>\nprefix insert: <f:g>\ndelete where { ?s ?p ?o }", True),
        ("PREFIX insert: <b:c> SELECT * { ?s insert:d 'CLEAR ALL' }", False),
        ("BASE <d:e>\nPREFIX : <b:c>PREFIX x.y:<b:d> DELETE DATA { :a :b 1 }", True),
        ("\ufeffINSERT DATA {}", True),
        ("PREFIX select: <b:c> INSERT DATA { select:a select:b 'SELECT' }", True),
        ("base <d:e> prefix a: <b:c>select*{}", False),
        ("PREFIX", False),
        ("PREFIX a:", False),
        ("BASE", False),
        ("", False),
    ],
)
def test_update_is_known_by_the_word_after_its_prologue(text: str, updating: bool) -> None:
    assert is_update(text) is updating
