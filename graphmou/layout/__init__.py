"""Positions for the nodes of a picture, so that no two boxes overlap.

Four ways to lay a picture out: ``networks`` (each connected network by itself, then all hung on one page), ``hub`` (one
node in the middle, the others in rings around it), ``layered`` (rows by kind) and ``timeline`` (columns by year).
Nothing here depends on chance or on the order of a set: the same network gives the same picture.
"""

from __future__ import annotations

from graphmou.layout.boxes import Box, bounds, count_overlaps
from graphmou.layout.hub import lay_out_hub
from graphmou.layout.layered import lay_out_layered
from graphmou.layout.networks import lay_out
from graphmou.layout.placed import Layout, Region
from graphmou.layout.timeline import lay_out_timeline

__all__ = [
    "Box",
    "Layout",
    "Region",
    "bounds",
    "count_overlaps",
    "lay_out",
    "lay_out_hub",
    "lay_out_layered",
    "lay_out_timeline",
]
