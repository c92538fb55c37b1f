"""Reports and briefings for tests: of the five networks, of a large office, and full of hostile text."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graphmou.briefing.collect import collect
from graphmou.briefing.document import Briefing
from graphmou.briefing.office_report import OfficeReport
from graphmou.briefing.writing import write_briefing
from graphmou.commands.loading import load_facts
from graphmou.facts import DocumentFacts
from graphmou.language import Language
from graphmou.places import data_folder
from graphmou.seed.reader import read_seed
from graphmou.store.opening import open_store
from graphmou.view.scene import Scene
from tests.export.figures import hostile

__all__ = ["TODAY", "briefing", "hostile_briefing", "report", "report_of", "texts_of"]

TODAY = date(2023, 9, 1)


def report_of(
    facts: Sequence[DocumentFacts], office: str, *, as_of: date | None = None, today: date = TODAY
) -> OfficeReport:
    """The report on an office of a store that holds these facts alone."""
    with TemporaryDirectory() as folder, closing(open_store(Path(folder) / "graphmou.db", create=True)) as store:
        load_facts(facts, db=store)
        cypher = [data_folder("cypher")]
        return collect(store, office, cypher_folders=cypher, today=today, as_of=as_of, language="th")


@cache
def report(office: str, as_of: date | None = None) -> OfficeReport:
    """The report on one of the five offices."""
    return report_of(read_seed([data_folder("seed")]), office, as_of=as_of)


def briefing(office: str, language: Language = "th", as_of: date | None = None) -> Briefing:
    """The briefing on one of the five offices."""
    return write_briefing(report(office, as_of), language)


def hostile_briefing(text: str) -> Briefing:
    """A briefing with ``text`` wherever data could stand, past everything that would have made it plain before."""
    changed: Briefing = _with_text(briefing("spp-nakhon-pathom-1"), text)
    return replace(changed, scene=hostile(briefing("spp-nakhon-pathom-1").scene, text))


def texts_of(value: Any) -> list[str]:
    """Every text of a briefing but those of its picture."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_of(one)]
    if is_dataclass(value) and not isinstance(value, Scene):
        return [text for field in fields(value) for text in texts_of(getattr(value, field.name))]
    return []


def _with_text(value: Any, text: str) -> Any:
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(_with_text(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, Scene | type):
        names = [field.name for field in fields(value) if field.name not in ("language", "severity", "align")]
        return replace(value, **{name: _with_text(getattr(value, name), text) for name in names})
    return value
