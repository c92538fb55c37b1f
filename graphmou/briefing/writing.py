"""From what is known about an office to the briefing: every part in words, tables cut to what can be read."""

from __future__ import annotations

from collections.abc import Sequence

from graphmou.briefing.collect import MOST_MENTORS, MOST_SCHOOLS_ASKED
from graphmou.briefing.document import Briefing, Column, Part, TableRow
from graphmou.briefing.gaps import message, next_step
from graphmou.briefing.office_report import Mentor, OfficeReport, Row, Source
from graphmou.briefing.summary import summarise
from graphmou.briefing.words import COLUMNS, NOTHING, SAID, SUMMARY, TITLES
from graphmou.checks import CheckResult
from graphmou.dates import show_date
from graphmou.language import Language
from graphmou.queries.templates import EMPTY, show_cell
from graphmou.store.protocol import Cell
from graphmou.view.text import plain

__all__ = ["write_briefing"]

_MOST_ROWS, _MOST_SOURCES = 30, 20
_MOST_NAMES, _MOST_PARTNERS, _MOST_GAPS, _MOST_PHRASES = 8, 12, 8, 4
_LONGEST = 300


def write_briefing(report: OfficeReport, language: Language) -> Briefing:
    """The briefing on ``report`` in ``language``."""
    return _Writer(report, language).briefing()


class _Writer:
    """One briefing in the making: a method for each part, then those that write cells."""

    def __init__(self, report: OfficeReport, language: Language) -> None:
        self.report = report
        self.language = language

    def briefing(self) -> Briefing:
        report, language = self.report, self.language
        day = show_date(report.day.isoformat(), language=language)
        title = self.name(report.office)
        cut = report.drawn < report.network
        return Briefing(
            language=language,
            kind=TITLES["kind"].in_(language),
            title=title,
            day=SUMMARY["as_of" if report.as_of else "day"].in_(language).format(day=day),
            summary=summarise(report, language),
            picture_title=TITLES["picture"].in_(language),
            scene=report.scene,
            parts=(
                self.agreements(),
                self.mentors(),
                self.schools(),
                self.people(),
                self.declarations(),
                self.gaps(),
                self.sources(),
            ),
            foot=f"{title} · {day}",
            picture_command=f"graphmou draw -o network.html --focus {report.office} --hops 2" if cut else "",
        )

    def agreements(self) -> Part:
        rows = [
            self.row(
                self.name(one["agreement_id"]),
                self.names_of(one["party_ids"]),
                self.date(one["signed_on"]),
                self.term(one),
                self.word(one["status"]),
            )
            for one in self.report.agreements[:_MOST_ROWS]
        ]
        columns = self.columns(agreement=27, parties=32, signed=13, term=15, status=13)
        return self.part("agreements", columns, rows, len(self.report.agreements), "agreements -p office={office}")

    def mentors(self) -> Part:
        mentors = self.report.mentors
        rows = [
            self.row(
                self.name(one.row["school_id"]),
                self.partners(one),
                self.word(one.row["basis"]),
                self.date(one.row["until"]),
                self.word(one.row["status"]),
            )
            for one in mentors[:MOST_MENTORS]
        ]
        said = [SAID["inferred"].in_(self.language)] if any(one.row["basis"] != "stated" for one in mentors) else []
        columns = self.columns(mentor=26, partners=34, basis=13, until=14, status=13)
        command = "mentor-schools -p office={office} -p min_partners=1"
        return self.part("mentors", columns, rows, len(mentors), command, said)

    def partners(self, mentor: Mentor) -> tuple[str, ...]:
        """Whom a school mentors; where basis or status is not that of the whole row, it is told."""
        lines: dict[str, str] = {}
        for one in mentor.partners:
            own = [self.word(one[name]) for name in ("basis", "status") if one[name] != mentor.row[name]]
            lines.setdefault(
                str(one["partner_id"]), self.name(one["partner_id"]) + (f" ({', '.join(own)})" if own else "")
            )
        return self.first(list(lines.values()), _MOST_PARTNERS)

    def schools(self) -> Part:
        rows = [
            self.row(
                self.name(one["school_id"]),
                self.cell(one["agreements"]),
                self.cell(one["mentors"]),
                self.cell(one["partners"]),
                self.lacks(one),
            )
            for one in self.report.schools[:_MOST_ROWS]
        ]
        columns = self.columns(
            "agreements mentors partner_count", school=40, agreements=11, mentors=11, partner_count=13, lacks=25
        )
        said = [SAID["not by day"].in_(self.language)] if self.report.as_of and rows else []
        return self.part("schools", columns, rows, len(self.report.schools), "schools -p office={office}", said)

    def lacks(self, school: Row) -> str:
        lacks = self.report.lacking[str(school["school_id"])]
        return ", ".join(SAID[what].in_(self.language) for what in ("agreement", "mentor", "head") if what in lacks)

    def people(self) -> Part:
        people, asked = self.report.people, self.report.schools_asked
        rows = [
            self.row(
                self.name(one["person_id"]),
                self.cell(one["title"]),
                self.name(one["organisation_id"]),
                self.word(one["status"]),
                self.date(one["known_on"]),
            )
            for one in people[:_MOST_ROWS]
        ]
        said = []
        if len(self.report.schools) > MOST_SCHOOLS_ASKED:
            said.append(SAID["schools asked"].in_(self.language).format(count=asked))
        columns = self.columns(person=20, position=24, where=28, status=14, known=14)
        return self.part("people", columns, rows, len(people), "people-of -p organisation={office}", said)

    def declarations(self) -> Part:
        rows = [
            self.row(
                self.name(one["about_id"]),
                self.word(one["what"]),
                self.cell(one["declared"]),
                SAID["not one by one"].in_(self.language) if one["recorded"] is None else self.cell(one["recorded"]),
                self.number_of(one["document_id"]),
            )
            for one in self.report.declarations[:_MOST_ROWS]
        ]
        columns = self.columns("declared recorded source", about=46, what=20, declared=11, recorded=13, source=10)
        return self.part("declarations", columns, rows, len(self.report.declarations), "declarations")

    def number_of(self, document: Cell) -> str:
        """The number a document has among the sources."""
        ids = [source.row["document_id"] for source in self.report.sources]
        return f"[{ids.index(document) + 1}]" if document in ids else str(document)

    def gaps(self) -> Part:
        rows = [self.gap(result) for result in self.report.gaps]
        columns = self.columns(severity=16, gap=50, next=34)
        said = []
        if self.report.unchecked:
            said.append(SAID["unchecked"].in_(self.language).format(checks=", ".join(self.report.unchecked)))
        return self.part("gaps", columns, rows, len(rows), "", said)

    def gap(self, result: CheckResult) -> TableRow:
        """A row for what one check found: its title, each gap, and what to do about them."""
        title = plain(f"{result.check.title.in_(self.language)} ({result.count})")
        found = [plain(message(self.report, result, gap, self.language), _LONGEST) for gap in result.gaps]
        steps = dict.fromkeys(next_step(result, gap, self.language) for gap in result.gaps)
        more = f"graphmou check {result.name}" if len(found) > _MOST_GAPS else ""
        lines = [*self.first(found, _MOST_GAPS), *([f"{SAID['whole'].in_(self.language)}: {more}"] if more else [])]
        return TableRow(
            ((self.word(result.severity),), (title, *lines), tuple(plain(step, _LONGEST) for step in list(steps)[:2])),
            result.severity,
        )

    def sources(self) -> Part:
        sources = self.report.sources
        rows = [self.source(number, one) for number, one in enumerate(sources[:_MOST_SOURCES], start=1)]
        columns = self.columns("", number=6, document=50, evidence=44)
        said = [SAID["evidence"].in_(self.language).format(office=self.report.office)] if rows else []
        return self.part("sources", columns, rows, len(sources), "documents", said)

    def source(self, number: int, source: Source) -> TableRow:
        row = source.row
        about = [show_cell(row["publisher"], "text", self.language), self.date(row["date"])]
        phrases = [f"“{plain(one)}”" for one in source.phrases]
        return self.row(
            str(number),
            (self.name(row["document_id"]), " · ".join(one for one in about if one != EMPTY)),
            self.first(phrases, _MOST_PHRASES, "phrases"),
        )

    def part(
        self,
        key: str,
        columns: tuple[Column, ...],
        rows: Sequence[TableRow],
        count: int,
        command: str,
        said: Sequence[str] = (),
    ) -> Part:
        """A part of the briefing; ``command`` is the question that lists all ``count`` rows."""
        title = TITLES[key].in_(self.language)
        if not rows:
            return Part(title, (NOTHING[key].in_(self.language), *said))
        left = count - len(rows)
        more = SAID["more"].in_(self.language).format(count=left) if left else ""
        whole = "graphmou query " + command.format(office=self.report.office) if left else ""
        return Part(title, tuple(said), columns, tuple(rows), more, whole)

    def columns(self, numbers: str = "", /, **shares: float) -> tuple[Column, ...]:
        """Columns with their shares of the width; those in ``numbers`` stand to the right."""
        to_the_right = numbers.split()
        return tuple(
            Column(COLUMNS[name].in_(self.language), share, "end" if name in to_the_right else "start")
            for name, share in shares.items()
        )

    def row(self, *cells: str | tuple[str, ...]) -> TableRow:
        """A row, each cell one line or several; where there is nothing, a dash."""
        return TableRow(tuple((cell or EMPTY,) if isinstance(cell, str) else cell or (EMPTY,) for cell in cells))

    def first(self, lines: Sequence[str], most: int, more: str = "more") -> tuple[str, ...]:
        """The first lines, and how many there are besides. One more is shown, not counted."""
        if len(lines) <= most + 1:
            return tuple(lines)
        return (*lines[:most], SAID[more].in_(self.language).format(count=len(lines) - most))

    def name(self, id_: Cell) -> str:
        return plain(self.report.name_of(id_).in_(self.language), _LONGEST)

    def names_of(self, ids: Cell) -> tuple[str, ...]:
        return self.first([self.name(id_) for id_ in ids] if isinstance(ids, list) else [], _MOST_NAMES)

    def cell(self, cell: Cell) -> str:
        return plain(show_cell(cell, "text", self.language), _LONGEST)

    def date(self, cell: Cell) -> str:
        return plain(show_cell(cell, "date", self.language))

    def word(self, cell: Cell) -> str:
        return plain(show_cell(cell, "word", self.language))

    def term(self, row: Row) -> tuple[str, ...]:
        """From when until when; where one is not stated, the other alone."""
        starts, until = self.date(row["starts"]), self.date(row["until"])
        if row["starts"] is None and row["until"] is None:
            return (SAID["no term"].in_(self.language),)
        if row["starts"] is None:
            return (SAID["until"].in_(self.language).format(day=until),)
        if row["until"] is None:
            return (SAID["from"].in_(self.language).format(day=starts),)
        return f"{starts} –", until
