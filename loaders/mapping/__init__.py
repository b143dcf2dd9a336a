"""Facts of an article as quads: exactly the triples of DESIGN 2.3, every node an IRI."""

from sayso.loaders.mapping.actors import actor_quads
from sayso.loaders.mapping.article import article_quads

__all__ = ["actor_quads", "article_quads"]
