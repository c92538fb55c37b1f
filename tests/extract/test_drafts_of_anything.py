"""Whatever an extractor returns for whatever text: the draft is right YAML, and once accepted a right seed file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmou.extract.drafting import as_json, make_draft, name_findings
from graphmou.extract.findings import (
    AgreementFound,
    CountFound,
    DateFound,
    EntityFound,
    EventFound,
    Findings,
    GroupFound,
    MentoringFound,
    PartyFound,
    PositionFound,
    Quote,
    Warned,
)
from graphmou.extract.sources import Source
from graphmou.extract.truth import hold_to_text
from graphmou.review.deciding import Review
from graphmou.review.page import review_page
from graphmou.seed.reader import read_seed
from graphmou.strict_yaml import YamlMap, read_yaml
from graphmou.yaml_text import plain, write_yaml

WORDS = ["โรงเรียนวัดเอ", "สพป.น่าน เขต 1", " ", "\r\n", "\t", "\u202e", "\x07", "\ufffd", "\u200b", "2564", "\"'#:{}[]-"]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), min_size=1, max_size=30).map("".join)
NAMES = st.text(max_size=12) | st.sampled_from(["โรงเรียนวัดเอ", "", " ", "...", "yes", "2564", "ก\x07ข"])
DATES = st.sampled_from([None, "2021-02-10", "2021", "2021-02", "2021-13", "2025-01-01/2025-01-02", "ก", ""])
IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", "nobody"])
ROLES = st.sampled_from(["lead", "partner", "office", "party"])


@st.composite
def found(draw: st.DrawFn) -> tuple[str, Findings]:
    """A text and findings in it: most quotes true, ids that often lead nowhere."""
    text = draw(TEXTS)

    def quotes() -> list[Quote]:
        taken = []
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, min(start + 90, len(text))))
            taken.append(Quote(start, end, text[start:end]))
        return taken

    def entities(ids: str, **more: object) -> list[EntityFound]:
        return [
            EntityFound(one, draw(NAMES), quotes(), 0.5, [draw(NAMES)], [draw(NAMES)], dict(more))  # type: ignore[arg-type]
            for one in ids
            if draw(st.booleans())
        ]

    pairs = st.lists(st.tuples(IDS, IDS), max_size=3)
    findings = Findings(
        offices=entities("a", level=draw(st.sampled_from(["area", "odd"]))),
        schools=entities("bc", under=draw(IDS), province=draw(NAMES)),
        people=entities("d", honorific=draw(NAMES)),
        groups=[GroupFound("e", draw(NAMES), quotes(), members=["b", "c", draw(IDS)], lead=draw(IDS), under=draw(IDS))],
        topics=entities("f"),
        events=[
            EventFound("g", draw(NAMES), quotes(), draw(DATES), draw(DATES), draw(NAMES), draw(pairs), None, ["f"])
        ],
        agreements=[
            AgreementFound(
                "h",
                draw(NAMES),
                quotes(),
                [PartyFound(draw(IDS), draw(ROLES)) for _ in range(3)],
                draw(DATES),
                draw(DATES),
                draw(DATES),
                [draw(IDS)],
                [draw(IDS)],
                draw(pairs),
                event="g",
            )
        ],
        mentoring=[MentoringFound(draw(IDS), draw(IDS), "inferred", quotes(), "h") for _ in range(2)],
        positions=[PositionFound("d", draw(NAMES), draw(IDS), "current", quotes()) for _ in range(2)],
        dates=[DateFound(draw(DATES) or "x", "event", quote) for quote in quotes()],
        counts=[CountFound("attendance", 3, draw(IDS), quotes(), ["2 × 1 = 2 ครู", draw(NAMES)])],
        warnings=[Warned("headcount", draw(NAMES), draw(NAMES), quote) for quote in quotes()],
    )
    return text, findings


@settings(deadline=None, max_examples=150)
@given(found())
def test_any_findings_become_a_draft_that_loads_once_accepted(given: tuple[str, Findings]) -> None:
    text, findings = given
    kept = text.encode("utf-8", "replace").decode()
    source = Source(Path("ข่าว.txt"), kept, "news.txt", hashlib.sha256(kept.encode()).hexdigest())
    named = name_findings(hold_to_text(findings, kept).findings, source)
    assert as_json(named.findings, source, named.ids)["document"]
    written = make_draft(named, origin="../ข่าว.txt").text()
    root, problems = read_yaml(written, "news.yaml")
    assert problems == []
    assert isinstance(root, YamlMap)
    review = Review(root)
    assert "<script" not in review_page(review, kept, "th")
    if review.missing(review.items[0]):
        review.edit(review.items[0].node, "date", plain("2021-02-10"))
    for item in list(review.pending()):
        review.accept(item)
    review.mark()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.yaml"
        path.write_text(write_yaml(review.root), encoding="utf-8")
        read_seed([path])
