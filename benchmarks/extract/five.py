"""The five source documents as gold: their annotations, with the corrections that the text itself asks for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.extract.gold import Reading, from_mapping


def read_five() -> Iterable[tuple[str, str, Reading]]:
    """Name, text and gold of the five documents of ``GRAPHMOU_DOCUMENTS``."""
    folder = Path(os.environ["GRAPHMOU_DOCUMENTS"])
    for path in sorted((folder / "annotations").glob("*.yaml")):
        text = path.with_suffix("").name
        raw = (folder / f"{text}.txt").read_bytes().decode("utf-8")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield path.stem[:3], raw, from_mapping(_mapping(path.stem[:3], data))


def _mapping(number: str, data: dict[str, Any]) -> dict[str, Any]:
    return {}
