"""Where texts are not given away, articles are stored all the same, and nothing of them leaves but sentences."""

from pathlib import Path

from tests.api.service.serving import KEY, MAY_WRITE, served

TEXT = (
    "The mayor of Gdansk said on Monday that the bridge would open.\n\n"
    "The river was high, and for the whole of the long and warm afternoon boats went by.\n"
)


def test_an_article_is_stored_and_its_text_stays(folder: Path) -> None:
    with served(folder, api_key=KEY, full_text="off") as service:
        for outcome in ("loaded", "unchanged"):
            answer = service.client.post("/articles", json={"id": "a", "text": TEXT}, headers=MAY_WRITE)
            assert answer.json()["report"]["outcome"] == outcome, answer.text
            assert answer.json()["text"] is None
            assert "boats" not in answer.text
        iri = answer.json()["iri"]
        for path in (f"/graphs?graph={iri}", "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D"):
            graph = service.client.get(path, headers={"Accept": "application/n-triples, text/csv"})
            assert graph.status_code == 200
            assert "the bridge would open" in graph.text
            assert "boats" not in graph.text
