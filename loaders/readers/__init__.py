"""Readers: files of any known format to articles, each checked, each failure a reject that says what to do."""

from sayso.loaders.readers.metered import Meter
from sayso.loaders.readers.options import FileMetadata, ReadingOptions
from sayso.loaders.readers.reading import ReadOutcome, read, total_bytes

__all__ = ["FileMetadata", "Meter", "ReadOutcome", "ReadingOptions", "read", "total_bytes"]
