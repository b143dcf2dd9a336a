"""Word lists are data: one reader, none unused, and no new one in code."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from spacy.glossary import GLOSSARY

from sayso.loaders.actors.known import NameForm
from sayso.loaders.facts import Act, Stance, Status
from sayso.loaders.meaning.appraisal import List
from sayso.loaders.meaning.verdict import PHRASES
from sayso.loaders.word_lists import any_of, word_row, word_set, word_sets, word_tables

LOADERS = Path(__file__).parent.parent.parent / "loaders"
# What reads files and moves articles about: their lists are names of fields and formats, not words of articles.
FORMATS = ("readers", "shards", "writer", "extractor")
MOST = 2  # words that a list in code may have: "or" and "nor" are grammar, more are a list
LABELS = {
    *GLOSSARY, *"acl acomp attr aux conj dative det nmod npadvmod oprd pcomp predet preconj prep prt relcl".split(),
    *"case compound dobj expl nsubj nsubjpass csubj csubjpass nummod pobj poss punct quantmod xcomp".split(),
    *get_args(Act), *get_args(Stance), *get_args(Status), *get_args(List), *get_args(NameForm),
}  # fmt: skip
# Lists that stand in code, by module: names of columns, files and attributes, which are no words of articles. It may
# only shrink.
KNOWN: dict[str, int] = {
    "actors/gazetteer_files.py": 2,
    "provenance.py": 1,
    "quickening.py": 1,
}


def lists_in_code(path: Path) -> Iterator[str]:
    """Yield the lists of more than a few words that a module has at its top or anywhere as a row of strings."""
    tree = ast.parse(path.read_text("utf8"))
    at_top = [n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign) and n.value is not None]
    for node in at_top:
        if node.value is not None and not is_type(node) and count(node.value) > MOST:
            yield ast.unparse(node)
    below = {id(part) for node in [*at_top, *types_in(tree)] for part in ast.walk(node)}
    for row in (n for n in ast.walk(tree) if isinstance(n, ast.Set | ast.Tuple | ast.List) and id(n) not in below):
        if count(row) > MOST and all(isinstance(entry, ast.Constant) for entry in row.elts):
            yield ast.unparse(row)


def is_type(node: ast.Assign | ast.AnnAssign) -> bool:
    return ast.unparse(node.value or node).startswith("Literal[") or ast.unparse(node).startswith("__all__")


def types_in(tree: ast.Module) -> list[ast.Subscript]:
    return [n for n in ast.walk(tree) if isinstance(n, ast.Subscript) and ast.unparse(n.value) == "Literal"]


def count(node: ast.expr) -> int:
    """Count the words of the strings in an expression, labels of syntax and our own terms aside."""
    read = {id(part) for call in ast.walk(node) if is_reading(call) for part in ast.walk(call)}
    texts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and id(n) not in read]
    found = [word for text in texts if isinstance(text, str) and text not in LABELS for word in words_of(text)]
    return len([word for word in found if word not in LABELS])


def is_reading(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("word_set", "word_row", "word_sets", "word_tables")


def words_of(text: str) -> list[str]:
    """List the words of a text or a regular expression, its own escapes and names of groups aside."""
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"\\.|\(\?P<\w+>|\[[^\]]*\]|\(\?[imsx]+", " ", text))


def modules() -> list[Path]:
    return sorted(p for p in LOADERS.rglob("*.py") if p.relative_to(LOADERS).parts[0] not in FORMATS)


def test_no_list_of_words_stands_in_code() -> None:
    found = {p.relative_to(LOADERS).as_posix(): [*lists_in_code(p)] for p in modules()}
    assert {name: lists for name, lists in found.items() if len(lists) > KNOWN.get(name, 0)} == {}


def test_the_list_of_exceptions_only_shrinks() -> None:
    found = {p.relative_to(LOADERS).as_posix(): len([*lists_in_code(p)]) for p in modules()}
    assert {name: most for name, most in KNOWN.items() if found.get(name, 0) < most} == {}


def test_what_counts_as_a_list(tmp_path: Path) -> None:
    module = tmp_path / "some.py"
    module.write_text(
        'VERBS = {"say", "tell", "add"}\nPOS = {"NOUN", "VERB", "nsubj"}\nWHO = ("he", "she")\n'
        'WORDS = word_set("meaning/some", "list of words")\n__all__ = ["one", "two", "three"]\n'
        'class Some:\n    kind: Literal["one", "two", "three"] = "one"\n'
        'TIME = re.compile(r"(?P<time>today|tonight|now)")\n'
        'def f(x): return x in ("one", "two", "three") or x in ("a", "b", "for", "or")\n',
        "utf8",
    )
    found = [*lists_in_code(module)]
    assert len(found) == 3
    assert [line.split(" ")[0] for line in found] == ["VERBS", "TIME", "('one',"]


def test_every_list_is_used() -> None:
    code = "\n".join(p.read_text("utf8") for p in LOADERS.rglob("*.py"))
    whole = set(re.findall(r'word_(?:sets|tables)\("([\w/]+)"\)', code))
    named = set(re.findall(r"word_(?:set|row)\(['\"]([\w/]+)['\"], ['\"](\w+)['\"]\)", code))
    subjects = {p.relative_to(LOADERS).with_suffix("").as_posix() for p in LOADERS.rglob("*.toml")}
    assert subjects == whole | {subject for subject, _ in named}
    for subject in subjects - whole:
        assert [name for name in word_tables(subject) if (subject, name) not in named] == []


def test_an_entry_stands_once_in_a_list() -> None:
    for path in LOADERS.rglob("*.toml"):
        subject = path.relative_to(LOADERS).with_suffix("").as_posix()
        for name, found in word_tables(subject).items():
            if isinstance(found, list | str):
                row = word_row(subject, name)
                assert [entry for entry, n in Counter(row).items() if n > 1] == [], f"{subject}: {name}"


def test_the_terms_of_phrases_are_those_of_the_schemes() -> None:
    assert {act for act, _ in PHRASES.values()} <= set(get_args(Act))
    assert {stance for _, stance in PHRASES.values()} <= {*get_args(Stance), None}
    assert set(get_args(List)) == set(word_sets("meaning/appraisal"))


def test_a_list_is_an_array_or_a_text() -> None:
    assert word_row("times", "weekdays")[0] == "monday"
    assert "not" in word_set("meaning/clauses", "negations")
    assert any_of(("a", "b c")) == "(?:a|b c)"
    with pytest.raises(KeyError):
        word_set("times", "centuries")
    with pytest.raises(TypeError, match="is no list"):
        word_row("meaning/cues", "state")
