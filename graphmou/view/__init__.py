"""Pictures before they are drawn: what is shown of a graph, laid out and styled, for any renderer."""

from __future__ import annotations

from graphmou.view.compose import make_scene
from graphmou.view.scene import Scene

__all__ = ["Scene", "make_scene"]
