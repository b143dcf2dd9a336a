"""Readers: files of any known format to articles, each checked, each failure a reject that says what to do."""

from sayso.loaders.readers.options import About, ReadingOptions
from sayso.loaders.readers.reading import Reading, read

__all__ = ["About", "Reading", "ReadingOptions", "read"]
