"""Who is the same as whom: what people judged, and what may be the same by its name. Pure: it never sees a store."""

from graphmou.resolve.judgements import Judgement, Judgements
from graphmou.resolve.matching import Candidate, Known, KnownGraph, Match, Seen
from graphmou.resolve.uniting import unite

__all__ = ["Candidate", "Judgement", "Judgements", "Known", "KnownGraph", "Match", "Seen", "unite"]
