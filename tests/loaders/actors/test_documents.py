"""Documents: whose words a suit, a letter, a resolution or the results of a study are."""

from __future__ import annotations

import pytest

from tests.loaders.actors.scenes import speakers


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("An article in Freedom Magazine says no.", "An article in Freedom Magazine", ("Freedom Magazine",)),
        (
            "A count by the Norwegian Rule Committee says no.",
            "A count by the Norwegian Rule Committee",
            ("Norwegian Rule Committee",),
        ),
        ("Sixteen states sued the firm on Monday. The lawsuit says no.", "The lawsuit", ("states",)),
        (
            "Attorneys general from six states filed a motion on Monday. The motion says no.",
            "The motion",
            ("attorneys",),
        ),
        ("Six mayors wrote to the prime minister on Monday. The letter says no.", "The letter", ("mayors",)),
        (
            "The Security Council voted on Monday to adopt Resolution 3349. Resolution 3349 says no.",
            "Resolution 3349",
            ("UN Security Council",),
        ),
        (
            "Scientists from Leeds published a study on Monday. The results say no.",
            "The results",
            ("scientists",),
        ),
        (
            "The court in Leeds ruled on Tuesday that it was void. The summary of the decision says no.",
            "The summary of the decision",
            ("court",),
        ),
        (
            "Two senators, Ada Hill and Bob Pope, proposed a bill on Friday. The bill says no.",
            "The bill",
            ("Ada Hill", "Bob Pope"),
        ),
        # whose it is stays nobody's who is only named in it
        ("The firm hired Ada Hill. A report on the dam says no.", "A report on the dam", ("report",)),
    ],
)
def test_a_document_speaks_for_who_brought_it_about(text: str, source: str, names: tuple[str, ...]) -> None:
    said = "say" if " say no" in text else "says"
    assert speakers(text, (source, said, "no")) == [names]


def test_documents_of_documents_without_end_are_nobodys() -> None:
    text = f"The ruling was long. {'The summary of ' + 'the report of ' * 1500}the ruling says no."
    assert len(speakers(text, ("The summary", "says", "no"))) == 1
