"""Collecting what a briefing says: saved questions and checks are asked, nothing is counted anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from graphmou.briefing.network_picture import draw_network
from graphmou.briefing.office_report import Mentor, OfficeReport, Row, Source
from graphmou.checks import CheckResult, all_checks, run_checks
from graphmou.errors import LimitReached
from graphmou.graph import Node
from graphmou.language import Language, Text
from graphmou.queries.ask import ask
from graphmou.queries.library import find_query, read_library
from graphmou.store.protocol import Cell, Store
from graphmou.view.belonging import offices_of
from graphmou.view.names import full_name
from graphmou.view.text import plain

__all__ = ["MOST_AGREEMENTS", "MOST_MENTORS", "MOST_SCHOOLS_ASKED", "collect"]

MOST_AGREEMENTS, MOST_MENTORS, MOST_SCHOOLS_ASKED = 30, 20, 40
"""How many agreements are asked for their evidence, mentors for their partners, schools for their people."""
_STATUSES = ("in force", "no term stated", "not yet", "ended")
_POSITIONS = ("current", "acting", "former")
_NO_END = "9999"


def collect(
    store: Store, office: str, *, cypher_folders: Sequence[Path], today: date, as_of: date | None, language: Language
) -> OfficeReport:
    """Everything that is known about an office.

    Args:
        store: an open store.
        office: the id of an office.
        cypher_folders: where saved questions and checks are found.
        today: the day that "today" means.
        as_of: only agreements and mentoring in force that day, and what was recorded by then.
        language: of the picture.

    Raises:
        UnknownName, QuestionFileError: a question or check is missing or broken.
        StatementError: the engine refuses one.
    """
    return _Collector(store, office, cypher_folders, today, as_of, language).report()


class _Collector:
    """One report in the making."""

    def __init__(
        self,
        store: Store,
        office: str,
        cypher_folders: Sequence[Path],
        today: date,
        as_of: date | None,
        language: Language,
    ) -> None:
        self.store = store
        self.office = office
        self.cypher_folders = cypher_folders
        self.today = today
        self.as_of = as_of
        self.language = language
        self.graph = store.graph()
        self.members = {key for key, offices in offices_of(self.graph).items() if office in offices}

    def report(self) -> OfficeReport:
        agreements = sorted(self.agreements(), key=_by_urgency)
        held = {row["agreement_id"] for row in agreements}
        ending = sorted(
            (row for row in self.ask("expiring") if row["agreement_id"] in held),
            key=lambda row: (str(row["until"]), str(row["agreement_id"])),
        )
        mentors = self.mentors()
        schools, lacking = self.schools()
        people = self.people(schools[:MOST_SCHOOLS_ASKED])
        results, unchecked = self.check()
        declarations = self.known_by_then(row for row in self.ask("declarations") if row["about_id"] in self.members)
        sources = self.sources(agreements, declarations)
        names = self.names(
            agreements, schools, people, (one.row for one in sources), *([one.row, *one.partners] for one in mentors)
        )
        picture = draw_network(
            self.graph,
            self.office,
            names[self.office],
            self.members,
            [
                [[str(one.row["school_id"]), *_texts(one.row["partner_ids"])] for one in mentors],
                [[str(row["agreement_id"]), *_texts(row["party_ids"])] for row in agreements],
            ],
            results,
            today=self.today,
            as_of=self.as_of,
            language=self.language,
        )
        return OfficeReport(
            office=self.office,
            names=names,
            day=self.as_of or self.today,
            as_of=self.as_of,
            agreements=tuple(agreements),
            ending=tuple(ending),
            mentors=tuple(mentors),
            schools=tuple(schools),
            lacking=lacking,
            people=tuple(people),
            schools_asked=min(len(schools), MOST_SCHOOLS_ASKED),
            declarations=tuple(declarations),
            gaps=tuple(filter(None, map(self.within_network, results))),
            unchecked=tuple(unchecked),
            sources=tuple(sources),
            scene=picture.scene,
            drawn=picture.drawn,
            network=picture.network,
        )

    def ask(self, name: str, **given: Cell) -> list[dict[str, Cell]]:
        """The rows of a saved question, on the day of the report where the question takes one."""
        question = find_query(self.cypher_folders, name)
        if self.as_of is not None and any(parameter.name == "as_of" for parameter in question.parameters):
            given["as_of"] = self.as_of.isoformat()
        return ask(self.store, question, given, today=self.today).answer.records()

    def agreements(self) -> list[dict[str, Cell]]:
        """Those of the office, then those that its schools and groups signed without it."""
        rows = self.ask("agreements", office=self.office)
        known = {str(row["agreement_id"]) for row in rows}
        for rel in sorted(self.graph.typed("SIGNED"), key=lambda rel: (rel.end, rel.start)):
            if rel.end in self.members and rel.end not in known:
                found = [row for row in self.ask("agreements", party=rel.start) if row["agreement_id"] not in known]
                rows += [row for row in found if row["agreement_id"] in self.members]
                known |= {rel.end, *(str(row["agreement_id"]) for row in found)}
        return rows

    def mentors(self) -> list[Mentor]:
        rows = self.ask("mentor-schools", office=self.office, min_partners=1)
        return [
            Mentor(row, tuple(self.ask("partners-of", school=row["school_id"])) if place < MOST_MENTORS else ())
            for place, row in enumerate(rows)
        ]

    def schools(self) -> tuple[list[dict[str, Cell]], dict[str, frozenset[str]]]:
        """The schools, those that lack most first, and what each lacks. A school that mentors needs no mentor."""
        rows = self.ask("schools", office=self.office)
        leads = {row["school_id"] for row in rows if row["partners"]}
        without = {
            what: {row["school_id"] for row in self.ask("schools", office=self.office, without=what)}
            for what in ("agreement", "mentor", "head")
        }
        without["mentor"] -= leads
        lacking = {
            str(row["school_id"]): frozenset(what for what, ids in without.items() if row["school_id"] in ids)
            for row in rows
        }

        def gravest_first(row: Row) -> tuple[bool, int, str]:
            lacks = lacking[str(row["school_id"])]
            return "agreement" not in lacks, -len(lacks), str(row["school_id"])

        return sorted(rows, key=gravest_first), lacking

    def people(self, schools: Sequence[Row]) -> list[Row]:
        found: list[Row] = []
        for organisation in [self.office, *(str(row["school_id"]) for row in schools)]:
            rows = [
                {"organisation_id": organisation, **row}
                for row in self.ask("people-of", organisation=organisation)
                if self.as_of is None or str(row["known_on"] or "") <= self.as_of.isoformat()
            ]
            found += sorted(rows, key=lambda row: _place(_POSITIONS, row["status"]))
        return found

    def check(self) -> tuple[list[CheckResult], list[str]]:
        """What every check finds, and the checks that took too long."""
        results, unchecked = [], []
        for check in all_checks(read_library(self.cypher_folders)):
            try:
                results += run_checks(self.store, [check], today=self.today, as_of=self.as_of, language=self.language)
            except LimitReached:
                unchecked.append(check.name)
        return results, unchecked

    def within_network(self, result: CheckResult) -> CheckResult | None:
        """The gaps about the office's network: about a node of it, or a relationship of such a node."""
        kept = [place for place, gap in enumerate(result.gaps) if not self.members.isdisjoint(str(gap["id"]).split())]
        if not kept:
            return None
        steps = [result.next_steps[place] for place in kept] if result.next_steps else []
        return CheckResult(result.check, result.title, [result.gaps[place] for place in kept], steps, result.truncated)

    def sources(self, agreements: Sequence[Row], declarations: Iterable[Row]) -> list[Source]:
        """The documents that agreements, declarations or the office itself rest on."""
        wanted = {document for row in agreements for document in _texts(row["documents"])}
        wanted |= {str(row["document_id"]) for row in declarations}
        phrases: dict[str, dict[str, None]] = {}
        for asked in [*(row["agreement_id"] for row in agreements[:MOST_AGREEMENTS]), self.office]:
            rows = self.ask("evidence-of", entity=asked)
            # What is said of the thing itself (its label and id) comes before what is said of its relationships.
            for row in sorted(rows, key=lambda row: str(row["fact"]).count(" ") > 1):
                phrases.setdefault(str(row["document_id"]), {})[str(row["phrase"])] = None
        wanted |= set(phrases)
        found = self.known_by_then(row for row in self.ask("documents") if row["document_id"] in wanted)
        found.sort(key=lambda row: (str(row["date"] or ""), str(row["document_id"])))
        return [Source(row, tuple(phrases.get(str(row["document_id"]), ()))) for row in found]

    def known_by_then(self, rows: Iterable[Row]) -> list[Row]:
        """Those rows whose document had appeared by the day of the report."""
        if self.as_of is None:
            return list(rows)
        dates = {key: str(node.properties.get("date", "")) for key, node in self.graph.nodes.items()}
        return [row for row in rows if dates.get(str(row["document_id"]), "") <= self.as_of.isoformat()]

    def names(self, *answers: Iterable[Row]) -> dict[str, Text]:
        """What everything in the network, and everything that these answers name, is called."""
        named = {str(cell) for rows in answers for row in rows for name, cell in row.items() if name.endswith("_id")}
        named |= {
            one
            for rows in answers
            for row in rows
            for name in row
            if name.endswith("_ids")
            for one in _texts(row[name])
        }
        nodes = self.graph.nodes
        return {key: _name(nodes[key]) for key in sorted({*self.members, *named, self.office}) if key in nodes}


def _name(node: Node) -> Text:
    """Its name; an agreement is called by its title, if it has one."""
    title, english = node.properties.get("name"), node.properties.get("name_en")
    if node.label != "Agreement" or not isinstance(title, str):
        return full_name(node)
    return Text(plain(english if isinstance(english, str) else title), plain(title))


def _by_urgency(row: Row) -> tuple[int, str, str]:
    return _place(_STATUSES, row["status"]), str(row["until"] or _NO_END), str(row["agreement_id"])


def _place(order: Sequence[str], word: Cell) -> int:
    return order.index(word) if isinstance(word, str) and word in order else len(order)


def _texts(cell: Cell) -> list[str]:
    return [str(one) for one in cell] if isinstance(cell, list) else []
