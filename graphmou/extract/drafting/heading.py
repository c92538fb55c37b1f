"""What a draft says of its document: title, publisher, day, id. What the text does not give, the reviewer is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmou.dates import DateError, parse_date
from graphmou.extract.drafting.identity import office_id
from graphmou.extract.findings import EntityFound, Findings
from graphmou.extract.rules import any_of
from graphmou.extract.sources import Source
from graphmou.extract.text.spelling import is_name, tidy
from graphmou.romanise import slug

__all__ = ["Heading", "read_heading"]

_LONGEST_TITLE = 200
_DATE_KINDS = ("published", "event")
_HEADED = re.compile(rf"\W*{any_of('headings')}(?:\s?\d.*|\W.{{0,40}})?")
_ABOUT = re.compile(r"เรื่อง\s+(?P<title>.{10,})")
_OPENS_A_STORY = re.compile("(?:เมื่อ|ใน)?วัน")
_WORDS = re.compile("[^\u0e01-\u0e4eA-Za-z]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The document of a draft. ``date`` is a day, or None where the text gives none."""

    id: str
    name: str
    publisher: str | None
    date: str | None


def read_heading(findings: Findings, source: Source) -> Heading:
    """The document's title, publisher and day, as far as the text and what was found in it say."""
    publisher = _publisher(findings)
    date = _day(findings)
    base = (office_id(publisher.name) if publisher else "") or slug(source.path.stem, 40) or f"text-{source.sha256[:6]}"
    stem = tidy(source.path.stem)
    shown = None
    if publisher is not None:
        shown = min(filter(is_name, map(tidy, [publisher.name, *publisher.aliases])), key=len)
    return Heading(
        f"{base}-{date or source.sha256[:6]}",
        _title(source.text, findings) or (stem if is_name(stem) else base),
        shown,
        date,
    )


def _title(text: str, findings: Findings) -> str:
    """The first line that says something; of an article without lines, as much as a title holds.

    What a paper is headed with (ข่าวประชาสัมพันธ์, the office's own name, number and date) is none, if a headline follows;
    a memorandum says what it is about.
    """
    lines = [tidy(line) for line in text[:20_000].split("\n")]
    spoken = [line for line in lines if len(_WORDS.sub("", line)) >= 10] or [line for line in lines if is_name(line)]
    own = {tidy(name) for office in findings.offices for name in (office.name, *office.aliases)}
    own |= {tidy(quote.phrase) for office in findings.offices for quote in office.quotes}
    title = next((line for line in spoken if line not in own and not _HEADED.fullmatch(line)), "")
    if spoken and spoken[0] != title:
        about = next((told["title"] for line in spoken[:8] if (told := _ABOUT.match(line))), None)
        title = about or (title if title and not _OPENS_A_STORY.match(title) else spoken[0])
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rpartition(" ")[0] or title[:_LONGEST_TITLE]


def _publisher(findings: Findings) -> EntityFound | None:
    """The area office that is named first: whose news it is, in all but a few."""
    offices = sorted(findings.offices, key=lambda office: (office_is_national(office), office.quotes[0].start))
    return offices[0] if offices else None


def office_is_national(office: EntityFound) -> bool:
    """Whether an office serves the whole country: OBEC and ONESQA do."""
    return office.more.get("level") == "national" or office_id(office.name) in ("obec", "onesqa")


def _day(findings: Findings) -> str | None:
    stated = [
        (_DATE_KINDS.index(found.kind), found.quote.start, found.date)
        for found in findings.dates
        if found.kind in _DATE_KINDS
    ]
    candidates = [date for _, _, date in sorted(stated)]
    candidates += [agreement.signed_on for agreement in findings.agreements if agreement.signed_on]
    candidates += [event.starts for event in findings.events if event.starts]
    return next((day for date in candidates if (day := _as_day(date.partition("/")[0]))), None)


def _as_day(text: str) -> str | None:
    try:
        read = parse_date(text)
    except DateError:
        return None
    return read.first_day() if read.precision == "day" else None
