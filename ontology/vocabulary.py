"""The words of the schemes, and the kinds of actors, as types.

Made of the ontology's Turtle files by ontology/make_vocabulary.py; change those.
An `ActorKind` is the name of a class, an `ActorWord` is how the ids of that kind begin: "country/RU".
"""

from typing import Final, Literal, get_args

Act = Literal[
    "state",
    "deny",
    "reject",
    "accuse",
    "demand",
    "threaten",
    "warn",
    "promise",
    "propose",
    "intend",
    "support",
    "predict",
    "question",
]
Form = Literal[
    "direct",
    "indirect",
    "mixed",
]
Status = Literal[
    "said",
    "unsaid",
    "asked",
    "supposed",
]
Stance = Literal[
    "for",
    "against",
]
ActorKind = Literal[
    "Person",
    "Organisation",
    "Country",
    "Group",
]
ActorWord = Literal[
    "person",
    "organisation",
    "country",
    "group",
]

ACTS: Final[tuple[Act, ...]] = get_args(Act)
FORMS: Final[tuple[Form, ...]] = get_args(Form)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ACTOR_KINDS: Final[tuple[ActorKind, ...]] = get_args(ActorKind)
ACTOR_WORDS: Final[tuple[ActorWord, ...]] = get_args(ActorWord)
