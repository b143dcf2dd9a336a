"""Posts and who holds them, as triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anyascii import anyascii
from pyoxigraph import Literal, NamedNode

from sayso.loaders.facts import Extraction, Membership, Post
from sayso.loaders.mapping.frame import Frame, Triple, numbered, offsets
from sayso.loaders.word_lists import word_set
from sayso.ontology import iris, terms
from sayso.ontology import namespaces as ns

_GAPS = re.compile(r"[\s\-‐‑–_]+")
_SMALL = word_set("mapping/titles", "small")


def title_slug(title: str) -> str:
    """Write a title as a part of an IRI: "Secretary-General" and "secretary general" are "secretary-general"."""
    slug = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")
    return slug[:80].strip("-") or iris.digest(title)


def title_label(title: str) -> str:
    """Write a title the one way that all its spellings share: "Secretary General", "Minister of Defence", "CEO"."""
    words = [word for word in _GAPS.split(title) if word]
    return " ".join(
        word if word != word.lower() or (place and word in _SMALL) else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )


def post_iri(post: Post, frame: Frame) -> NamedNode:
    """Name a post: under its organisation, or under the article where that is a group or not known."""
    slug = title_slug(post.title)
    if post.organisation is None:
        return frame.under("post", slug)
    organisation = post.organisation.partition("/")[2]
    if post.organisation.startswith("group/"):
        return frame.under("post", organisation, slug)
    return NamedNode(f"{frame.base}post/{organisation}/{slug}")


def post_triples(extraction: Extraction, frame: Frame, *, shared: bool) -> Iterator[Triple]:
    """Tell the posts that an extraction names: those that articles share, or those that live under this one."""
    own = f"{frame.article.value}/"
    named = [m.post for m in extraction.memberships]
    named += [s.speaking_as for s in extraction.statements if s.speaking_as is not None]
    for post in dict.fromkeys(named):
        if post_iri(post, frame).value.startswith(own) != shared:
            yield from _described(post, frame)


def _described(post: Post, frame: Frame) -> Iterator[Triple]:
    """Tell a post's title, its spelling here and whose post it is."""
    node, label = post_iri(post, frame), title_label(post.title)
    yield node, ns.TYPE, ns.POST_CLASS
    yield node, ns.LABEL, Literal(label)
    if label != post.title:
        yield node, ns.ALT_LABEL, Literal(post.title)
    if post.organisation is not None:
        yield node, ns.POST_IN, frame.actor(post.organisation)


def membership_triples(memberships: Iterable[Membership], frame: Frame) -> Iterator[Triple]:
    """Tell who holds, or held, which post, with the place that says so."""
    memberships = tuple(dict.fromkeys(memberships))
    names = numbered(f"{offsets([m.evidence])}/{m.person}/{title_slug(m.post.title)}" for m in memberships)
    for name, membership in zip(names, memberships, strict=True):
        node, post = frame.under("membership", name), membership.post
        yield node, ns.TYPE, ns.MEMBERSHIP
        yield node, ns.MEMBER, frame.actor(membership.person)
        yield node, terms.POST, post_iri(post, frame)
        if post.organisation is not None:
            yield node, ns.MEMBERSHIP_ORGANIZATION, frame.actor(post.organisation)
        if membership.former:
            yield node, terms.FORMER, Literal(True)
        yield node, ns.WAS_DERIVED_FROM, frame.article
        yield from frame.point(node, terms.EVIDENCE_SPAN, [membership.evidence])
