"""Readers: files of any known format to articles, each checked, each failure a reject that says what to do."""

from sayso.loaders.readers.metered import Meter
from sayso.loaders.readers.options import About, ReadingOptions
from sayso.loaders.readers.reading import Reading, read, total_bytes

__all__ = ["About", "Meter", "Reading", "ReadingOptions", "read", "total_bytes"]
