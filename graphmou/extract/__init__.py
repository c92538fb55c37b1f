"""From a press release to a draft: what its text says, each fact with the phrase that says it."""

from graphmou.extract.pipeline import extract_text

__all__ = ["extract_text"]
