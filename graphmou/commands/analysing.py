"""``analyze``: what the shape of a network says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

from graphmou.analysis.meanings import (
    METRIC_MEANINGS,
    METRICS,
    PROJECTION_MEANINGS,
    PROJECTIONS,
    Metric,
    Projection,
)
from graphmou.commands.stores import Database, using
from graphmou.errors import UsageError
from graphmou.language import Text
from graphmou.store.protocol import Cell
from graphmou.table import Column, Table

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["analyze"]
