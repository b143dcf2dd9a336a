"""Words of a question: which mean an act, which only lead from one part to another."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_FORMS: Final = MappingProxyType(
    {
        "state": "state states stated",
        "deny": "deny denies denied denying denial denials",
        "reject": "reject rejects rejected rejecting rejection dismiss dismisses dismissed",
        "accuse": "accuse accuses accused accusing accusation accusations blame blames blamed",
        "demand": "demand demands demanded demanding urge urges urged call calls",
        "threaten": "threaten threatens threatened threat threats",
        "warn": "warn warns warned warning warnings",
        "promise": "promise promises promised vow vows vowed pledge pledges pledged",
        "propose": "propose proposes proposed proposal proposals suggest suggests suggested",
        "intend": "intend intends intended plan plans planned",
        "support": "support supports supported supporting back backs backed praise praises praised",
        "predict": "predict predicts predicted prediction predictions expect expects expected",
        "question": "question questions questioned ask asks asked",
    }
)
ACT_OF: Final[Mapping[str, str]] = MappingProxyType(
    {form: act for act, told in _FORMS.items() for form in told.split()}
)
# Between who speaks and of whom.
LINKS: Final = frozenset("about on of toward towards against regarding concerning".split())
# They join two who stand beside each other.
JOINING: Final = frozenset("and vs versus with between".split())
# They ask, or tell that something is said.
LEADING: Final = frozenset(
    "a an are did do does had has have how in is it its said say saying says speak speaks spoke talk talked talks tell "
    "tells the think thinks to told was were what when where which who whom why".split()
)
