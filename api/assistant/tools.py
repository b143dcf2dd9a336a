"""The tools that an assistant may call; what stands here in their docstrings is what it reads of them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any, Final, Literal

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from sayso.api.assistant.answers import Told, answer, of_card, of_head, of_verdict
from sayso.api.assistant.desk import MOST_ROWS, Desk
from sayso.api.assistant.schema import questions_told, schema_told
from sayso.graph.networks.kinds import NetworkKind
from sayso.ontology.vocabulary import Act, ActorWord

type Tool = Callable[..., Coroutine[Any, Any, Told]]

_LONGEST_TEXT: Final = 20_000
Limit = Annotated[int, Field(ge=1, le=50, description="the most items, up to 50")]
Offset = Annotated[int, Field(ge=0, le=100_000, description="leave out so many items first")]
Name = Annotated[
    str, Field(max_length=300, description="a name in any spelling, an id (country/RU) or an IRI; empty: any")
]
Day = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="YYYY-MM-DD; empty: any")]
Words = Annotated[str, Field(max_length=300, description="text that the words hold, in any case; empty: any")]


def tools_of(desk: Desk) -> list[Tool]:
    """Return the tools over a desk."""
    return [*_about_the_graph(desk), *_statements(desk), *_actors(desk), *_checks(desk)]


def _about_the_graph(desk: Desk) -> list[Tool]:
    async def schema() -> Told:
        """Tell the classes and properties of the graph, its acts and stances, and examples of SPARQL.

        Read it before `sparql`. The other tools need none of it.
        """
        return schema_told()

    async def questions() -> Told:
        """List the named questions that `ask` answers, each with its parameters."""
        return questions_told()

    async def ask(
        question: Annotated[str, Field(max_length=60, description="a name that `questions` lists")],
        parameters: Annotated[dict[str, str] | None, Field(description="values by the parameters' names")] = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Told:
        """Answer a named question, with its parameters: rows with the sentence that proves each."""
        values = {name: value for name, value in (parameters or {}).items() if name not in ("limit", "offset")}
        found = await desk.walk("listing", {"query": question, "values": {**values}, "limit": limit, "offset": offset})
        return answer(found["items"], more=found["more"], question=question)

    async def sparql(
        query: Annotated[str, Field(max_length=20_000, description="a SPARQL 1.1 SELECT or ASK; prefixes are known")],
    ) -> Told:
        """Answer SPARQL over the snapshot, within the service's limits of time, memory and rows.

        At most 200 rows: write a LIMIT. SERVICE, LOAD and updates are refused. `schema` tells the words.
        """
        found = await desk.sparql(query)
        if "boolean" in found:
            return answer([], result=found["boolean"])
        rows = [{name: cell["value"] for name, cell in row.items()} for row in found["results"]["bindings"]]
        return answer(rows, columns=found["head"]["vars"], most_rows=MOST_ROWS)

    return [schema, questions, ask, sparql]


def _statements(desk: Desk) -> list[Tool]:
    async def said(
        by: Name = "",
        about: Name = "",
        words: Words = "",
        act: Act | Literal[""] = "",
        since: Day = "",
        until: Day = "",
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Told:
        """Tell who said what about whom, the latest first, each statement with its sentence, source, day and address.

        `own_words` is true where the speaker's own words are quoted; else the article tells them in its words. What no
        article says is not found: then say so.
        """
        values = {"by": by, "about": about, "words": words, "act": act, "since": since, "until": until}
        given = {name: value for name, value in values.items() if value}
        asked = {"listing": "statements", "values": {**given}, "sort": "-day", "limit": limit, "offset": offset}
        found = await desk.walk("table", asked)
        return answer([of_card(row["card"]) for row in found["items"]], more=found["more"], total=found["total"])

    async def statement(
        id: Annotated[str, Field(max_length=600, description="a statement's id or IRI, as other answers tell it")],
    ) -> Told:
        """Tell one statement with its sentence and its place: offsets are code points of the article's text."""
        card = await desk.walk("statement", {"id": id})
        return answer([of_card(card) | {"spans": card["spans"], "marks": card["marks"], "cue": card["cue"]}])

    async def article(
        id: Annotated[str, Field(max_length=600, description="an article's identifier, id or IRI")],
    ) -> Told:
        """Tell one article: title, source, day, its statements, and its text, where the service gives texts away."""
        found = await desk.walk("article", {"id": id})
        told: Told = {"article": of_head(found), "counts": found["counts"]}
        if found["text"] is not None:
            # In pieces, each short enough to be kept whole.
            text = found["text"][:_LONGEST_TEXT]
            told["from_article"] = [text[at : at + 1_500] for at in range(0, len(text), 1_500)]
            told["text_is_cut"] = len(found["text"]) > _LONGEST_TEXT
        return answer([of_card(card) for card in found["statements"]], **told)

    return [said, statement, article]


def _actors(desk: Desk) -> list[Tool]:
    async def actors(
        name: Name = "",
        kind: ActorWord | Literal[""] = "",
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Told:
        """Find actors by name (any script, typos too), or list those who speak most; with counts and ids."""
        asked = {"name": name, "kind": kind, "country": "", "limit": limit, "offset": offset}
        found = await desk.walk("actors", asked)
        return answer(found["items"], more=found["more"])

    async def actor(id: Annotated[str, Field(max_length=600, description="an actor's name, id or IRI")]) -> Told:
        """Tell one actor: names, offices with the sentence that tells them, counts by act, whom it is met with most."""
        found = await desk.walk("actor", {"id": id})
        posts = [
            {**post, "evidence": None, "from_article": post["evidence"], "article": of_head(post["article"])}
            for post in found["posts"]
        ]
        return answer([{**found, "posts": posts}])

    async def network(
        kind: Annotated[
            NetworkKind, Field(description="about: who speaks of whom; the others over positions on matters")
        ] = "about",
        since: Day = "",
        until: Day = "",
        limit: Annotated[int, Field(ge=1, le=200, description="the most ties, the strongest first")] = 50,
    ) -> Told:
        """Tell a network as a table: one row a tie, with its ends, its weight and, where there is one, a sentence.

        `about`: who speaks of whom. `actor-matter`: who stands where. `congruence`, `conflict`, `subtract`: who agrees
        or disagrees with whom on matters, as discourse network analysis counts it.
        """
        days = {name: day for name, day in (("since", since), ("until", until)) if day}
        found = await desk.walk("network", {"format": "d3", "options": {"kind": kind, **days, "size": limit}})
        names = {node["id"]: node["label"] for node in found["nodes"]}
        return answer([_tie(link, names) for link in found["links"]], ties=found["graph"].get("total"), kind=kind)

    return [actors, actor, network]


def _tie(link: Told, names: dict[str, str]) -> Told:
    ends = {"source": names.get(link["source"], link["source"]), "target": names.get(link["target"], link["target"])}
    row: Told = {**ends, "weight": link["value"]}
    if sentence := link.get("sentence"):
        row["from_article"] = sentence
    for name in ("statement", "article", "day"):
        if link.get(name) not in (None, ""):
            row[name] = link[name]
    return row


def _checks(desk: Desk) -> list[Tool]:
    async def verify_quotes(
        text: Annotated[
            str, Field(min_length=1, max_length=100_000, description="a text with quotations, as you wrote it")
        ],
    ) -> Told:
        """Check the quotations of a text before it goes out.

        Tells which stand in the articles, verbatim, nearly (what differs) or not at all, said by whom, when, with the
        sentence; and which paraphrases have sentences with like words.
        Correct or drop what is `absent`, what differs gravely, and what is given to the wrong speaker
        (`same_speaker` false). "alike" is not "supported": read the sentence.
        """
        if not text.strip():
            raise ToolError("the text is empty")
        told = await desk.verdicts(text)
        return answer(
            [of_verdict(claim) for claim in told["claims"]], counts=told["counts"], not_looked_for=told["left"]
        )

    return [verify_quotes]
