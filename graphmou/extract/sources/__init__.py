"""Press releases as people keep them: text, web pages, Word files and PDFs, each to its text."""

from graphmou.extract.sources.reading import ENDINGS, Source, read_source, source_files, source_of_bytes

__all__ = ["ENDINGS", "Source", "read_source", "source_files", "source_of_bytes"]
