"""SaySo's own terms: every class, property, scheme and concept of its Turtle files, as constants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

from sayso.ontology import namespaces as ns
from sayso.ontology import vocabulary
from sayso.ontology.namespaces import SAYSO

ONTOLOGY: Final = NamedNode("https://w3id.org/sayso/ontology")

# Classes
ACTOR: Final = NamedNode(SAYSO + "Actor")
PERSON: Final = NamedNode(SAYSO + "Person")
ORGANISATION: Final = NamedNode(SAYSO + "Organisation")
COUNTRY: Final = NamedNode(SAYSO + "Country")
GROUP: Final = NamedNode(SAYSO + "Group")
ARTICLE: Final = NamedNode(SAYSO + "Article")
STATEMENT: Final = NamedNode(SAYSO + "Statement")
POSITION: Final = NamedNode(SAYSO + "Position")
DEMAND: Final = NamedNode(SAYSO + "Demand")
MENTION: Final = NamedNode(SAYSO + "Mention")
NAMING: Final = NamedNode(SAYSO + "Naming")
JUDGEMENT: Final = NamedNode(SAYSO + "Judgement")
ASSIGNMENT: Final = NamedNode(SAYSO + "Assignment")
REVIEW: Final = NamedNode(SAYSO + "Review")
CORRECTION: Final = NamedNode(SAYSO + "Correction")
REVISION: Final = NamedNode(SAYSO + "Revision")
CODERS_REVIEW: Final = NamedNode(SAYSO + "CodersReview")
CODING: Final = NamedNode(SAYSO + "Coding")

# Of a statement
SPEAKER: Final = NamedNode(SAYSO + "speaker")
ABOUT: Final = NamedNode(SAYSO + "about")
ADDRESSEE: Final = NamedNode(SAYSO + "addressee")
MEDIUM: Final = NamedNode(SAYSO + "medium")
SPEAKING_AS: Final = NamedNode(SAYSO + "speakingAs")
ACT: Final = NamedNode(SAYSO + "act")
FORM: Final = NamedNode(SAYSO + "form")
STATUS: Final = NamedNode(SAYSO + "status")
CONTENT: Final = NamedNode(SAYSO + "content")
CUE: Final = NamedNode(SAYSO + "cue")
WHEN: Final = NamedNode(SAYSO + "when")
SAID_ON: Final = NamedNode(SAYSO + "saidOn")
SENTENCE: Final = NamedNode(SAYSO + "sentence")
IN_ARTICLE: Final = NamedNode(SAYSO + "inArticle")
PART_OF: Final = NamedNode(SAYSO + "partOf")
REPEATS: Final = NamedNode(SAYSO + "repeats")
SAME_WORDS_AS: Final = NamedNode(SAYSO + "sameWordsAs")
CONFIDENCE: Final = NamedNode(SAYSO + "confidence")
SPEAKER_CONFIDENCE: Final = NamedNode(SAYSO + "speakerConfidence")
ACT_CONFIDENCE: Final = NamedNode(SAYSO + "actConfidence")
IDENTITY_CONFIDENCE: Final = NamedNode(SAYSO + "identityConfidence")

# Of places in a text
CONTENT_SPAN: Final = NamedNode(SAYSO + "contentSpan")
CUE_SPAN: Final = NamedNode(SAYSO + "cueSpan")
SPEAKER_SPAN: Final = NamedNode(SAYSO + "speakerSpan")
MATTER_SPAN: Final = NamedNode(SAYSO + "matterSpan")
MENTION_SPAN: Final = NamedNode(SAYSO + "mentionSpan")
EVIDENCE_SPAN: Final = NamedNode(SAYSO + "evidenceSpan")
TEXT_HASH: Final = NamedNode(SAYSO + "textHash")
NEAR_DUPLICATE_OF: Final = NamedNode(SAYSO + "nearDuplicateOf")

# Of positions, demands, mentions, namings and memberships
HOLDER: Final = NamedNode(SAYSO + "holder")
STANCE: Final = NamedNode(SAYSO + "stance")
MATTER: Final = NamedNode(SAYSO + "matter")
TOWARD: Final = NamedNode(SAYSO + "toward")
ON_MATTER: Final = NamedNode(SAYSO + "onMatter")
DEMANDED_BY: Final = NamedNode(SAYSO + "demandedBy")
DEMANDED_OF: Final = NamedNode(SAYSO + "demandedOf")
MENTION_OF: Final = NamedNode(SAYSO + "mentionOf")
ORIGINALLY: Final = NamedNode(SAYSO + "originally")
ORIGINAL_SPEAKER: Final = NamedNode(SAYSO + "originalSpeaker")
ORIGINAL_ABOUT: Final = NamedNode(SAYSO + "originalAbout")
ORIGINAL_ADDRESSEE: Final = NamedNode(SAYSO + "originalAddressee")
ORIGINAL_MEDIUM: Final = NamedNode(SAYSO + "originalMedium")
ORIGINAL_SPEAKING_AS: Final = NamedNode(SAYSO + "originalSpeakingAs")
ORIGINAL_HOLDER: Final = NamedNode(SAYSO + "originalHolder")
ORIGINAL_TOWARD: Final = NamedNode(SAYSO + "originalToward")
ORIGINAL_DEMANDED_BY: Final = NamedNode(SAYSO + "originalDemandedBy")
ORIGINAL_DEMANDED_OF: Final = NamedNode(SAYSO + "originalDemandedOf")
ORIGINAL_MEMBER: Final = NamedNode(SAYSO + "originalMember")
ORIGINAL_ORGANIZATION: Final = NamedNode(SAYSO + "originalOrganization")
ORIGINAL_POST: Final = NamedNode(SAYSO + "originalPost")
WARRANT: Final = NamedNode(SAYSO + "warrant")
NAMES: Final = NamedNode(SAYSO + "names")
POST_OF: Final = NamedNode(SAYSO + "postOf")
LINKED_TO: Final = NamedNode(SAYSO + "linkedTo")
POST: Final = NamedNode(SAYSO + "post")
FORMER: Final = NamedNode(SAYSO + "former")

# What tells, where judgements changed the value of a property, what the extraction had found.
ORIGINALS: Final[Mapping[NamedNode, NamedNode]] = MappingProxyType(
    {
        SPEAKER: ORIGINAL_SPEAKER,
        ABOUT: ORIGINAL_ABOUT,
        ADDRESSEE: ORIGINAL_ADDRESSEE,
        MEDIUM: ORIGINAL_MEDIUM,
        SPEAKING_AS: ORIGINAL_SPEAKING_AS,
        HOLDER: ORIGINAL_HOLDER,
        TOWARD: ORIGINAL_TOWARD,
        DEMANDED_BY: ORIGINAL_DEMANDED_BY,
        DEMANDED_OF: ORIGINAL_DEMANDED_OF,
        ns.MEMBER: ORIGINAL_MEMBER,
        ns.MEMBERSHIP_ORGANIZATION: ORIGINAL_ORGANIZATION,
        POST: ORIGINAL_POST,
    }
)

# Of a judgement
JUDGES: Final = NamedNode(SAYSO + "judges")
SAME: Final = NamedNode(SAYSO + "same")
APPLIES_TO: Final = NamedNode(SAYSO + "appliesTo")

# Of a review
REVIEWS: Final = NamedNode(SAYSO + "reviews")
DONE_ON: Final = NamedNode(SAYSO + "doneOn")
VERDICT: Final = NamedNode(SAYSO + "verdict")
NUMBER: Final = NamedNode(SAYSO + "number")
CONTENT_PLACE: Final = NamedNode(SAYSO + "contentPlace")
CUE_PLACE: Final = NamedNode(SAYSO + "cuePlace")
SPEAKER_PLACE: Final = NamedNode(SAYSO + "speakerPlace")
MATTER_PLACE: Final = NamedNode(SAYSO + "matterPlace")
CORRECTS: Final = NamedNode(SAYSO + "corrects")
WAS: Final = NamedNode(SAYSO + "was")
BECOMES: Final = NamedNode(SAYSO + "becomes")
TAKEN_BACK_BY: Final = NamedNode(SAYSO + "takenBackBy")
TAKEN_BACK_ON: Final = NamedNode(SAYSO + "takenBackOn")
REMOVED: Final = NamedNode(SAYSO + "removed")
ADDED: Final = NamedNode(SAYSO + "added")

# Schemes and their concepts
ACT_SCHEME: Final = NamedNode("https://w3id.org/sayso/act")
FORM_SCHEME: Final = NamedNode("https://w3id.org/sayso/form")
STATUS_SCHEME: Final = NamedNode("https://w3id.org/sayso/status")
STANCE_SCHEME: Final = NamedNode("https://w3id.org/sayso/stance")


def _concepts(scheme: NamedNode, words: Iterable[str]) -> MappingProxyType[str, NamedNode]:
    return MappingProxyType({word: NamedNode(f"{scheme.value}/{word}") for word in words})


# By notation, the lower-case word: ACTS["demand"].
ACTS: Final = _concepts(ACT_SCHEME, vocabulary.ACTS)
FORMS: Final = _concepts(FORM_SCHEME, vocabulary.FORMS)
STATUSES: Final = _concepts(STATUS_SCHEME, vocabulary.STATUSES)
STANCES: Final = _concepts(STANCE_SCHEME, vocabulary.STANCES)

# What a client that knows only the common vocabularies sees; no reasoner stands behind the store.
ACTOR_TYPES: Final[Mapping[vocabulary.ActorKind, tuple[NamedNode, ...]]] = MappingProxyType(
    {
        "Person": (PERSON, ACTOR, ns.FOAF_PERSON, ns.AGENT),
        "Organisation": (ORGANISATION, ACTOR, ns.ORGANIZATION, ns.AGENT),
        "Country": (COUNTRY, ACTOR, ns.SCHEMA_COUNTRY, ns.AGENT),
        "Group": (GROUP, ACTOR, ns.FOAF_GROUP, ns.AGENT),
    }
)
