"""From a picture file to its contents: what a store answers to the picture's question, and what its checks find."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from graphmou.analysis.in_force import in_force
from graphmou.checks import run_checks
from graphmou.dates import show_date
from graphmou.entities import resolve_entity
from graphmou.errors import EntityAmbiguous, EntityNotFound, StatementError
from graphmou.graph import Graph
from graphmou.language import Text
from graphmou.queries.ask import ask
from graphmou.queries.library import CHECKS, find_query, read_library
from graphmou.queries.saved import SEVERITIES
from graphmou.store.protocol import Answer, Cell, Store
from graphmou.view.contents import Contents, ShownStep
from graphmou.view.gaps import gaps_of
from graphmou.view.ghosts import CHECK, Ghost, ghosts_of
from graphmou.view.picture import COLOURS, SIZES, Picture, Question, Step
from graphmou.view.scene import SceneGap
from graphmou.view.selection import around, drawn, narrowed, without_lonely
from graphmou.view.styles import EDGE_STYLES, NODE_STYLES

__all__ = ["gather"]


def gather(
    store: Store, picture: Picture, *, cypher_folders: Sequence[Path], today: date
) -> tuple[Contents, list[Text]]:
    """What ``picture`` shows of a store, and notes for the user.

    Args:
        store: an open store.
        picture: see :func:`graphmou.view.gallery.find_picture`.
        cypher_folders: where saved questions and checks are found.
        today: the day that "today" means.

    Raises:
        UnknownName, QuestionFileError, ParameterError: its question cannot be asked.
        EntityNotFound, EntityAmbiguous: its focus is nothing, or several things.
        StatementError: its question returns no ids, or no column of the numbers that colours or sizes go by.
    """
    gatherer = _Gatherer(store, picture, cypher_folders, today)
    return gatherer.contents(), gatherer.notes


class _Gatherer:
    """One picture in the making."""

    def __init__(self, store: Store, picture: Picture, cypher_folders: Sequence[Path], today: date) -> None:
        self.store = store
        self.picture = picture
        self.cypher_folders = cypher_folders
        self.today = today
        self.as_of = date.fromisoformat(picture.as_of) if picture.as_of else None
        self.notes: list[Text] = []
        self.graph = store.graph()
        self.standing = in_force(self.graph, self.as_of) if self.as_of else self.graph
        self.numbers: Mapping[str, Mapping[str, float]] = {}

    def contents(self) -> Contents:
        """Everything, in the order in which one thing needs the other."""
        picture = self.picture
        focus = None if picture.focus is None else self._focus(picture.focus)
        shown = self._shown(focus)
        gaps, ghosts = self._marks(shown)
        if not picture.alone:
            stay = {ghost.anchor for ghost in ghosts} | ({focus} if focus else set())
            shown = without_lonely(shown, stay)
        return Contents(
            graph=self.graph,
            shown=shown,
            today=self.today,
            title=picture.title if picture.title.en else None,
            caption=picture.caption,
            focus=focus,
            hops=1 if picture.hops is None else picture.hops,
            as_of=self.as_of,
            layout=picture.layout,
            colour=picture.colour,
            size=picture.size,
            marks=picture.marks,
            ghosts=tuple(ghosts),
            gaps=gaps,
            numbers=self.numbers,
            steps=tuple(self._step(number, step) for number, step in enumerate(picture.steps, start=1)),
        )

    def _shown(self, focus: str | None) -> Graph:
        """What the picture's question finds, or what is around the focus, or everything; of the kinds it names."""
        picture = self.picture
        if picture.question is not None:
            answer = self._ask(picture.question)
            self.numbers = self._numbers(answer)
            found = [one for one in _ids(answer, _name_of(picture.question)) if one in self.standing.nodes]
            shown = around(self.standing, found, picture.hops or 0)
        elif focus is not None:
            shown = around(self.standing, focus, 1 if picture.hops is None else picture.hops)
        else:
            shown = drawn(self.standing)
        return narrowed(shown, picture.kinds or NODE_STYLES, picture.relationships or EDGE_STYLES)

    def _focus(self, written: str) -> str:
        """The id of the focus.

        Raises:
            EntityNotFound: there is none, or it did not stand yet, or no longer, on the picture's day.
        """
        try:
            focus = resolve_entity(self.store, written).id
        except EntityNotFound as error:
            if self.picture.file is None:
                raise
            name = self.picture.name
            error.advice = Text(
                f"this picture is about it; give another: graphmou draw {name} --focus ...",
                f"ภาพนี้เป็นภาพของรายการดังกล่าว ระบุรายการอื่นได้ด้วย: graphmou draw {name} --focus ...",
            )
            raise
        if focus not in self.standing.nodes and self.as_of is not None:
            day = self.as_of.isoformat()
            raise EntityNotFound(
                Text(f"{focus} was not there on {day}", f"ไม่มี {focus} ณ วันที่ {show_date(day, language='th')}"),
                hint=Text("choose a later day, or leave --as-of out", "เลือกวันที่หลังจากนั้น หรือไม่ต้องระบุ --as-of"),
            )
        return focus

    def _ask(self, question: Question) -> Answer:
        if question.saved is not None:
            saved = find_query(self.cypher_folders, question.saved)
            given = dict(question.parameters)
            if self.as_of and any(parameter.name == "as_of" for parameter in saved.parameters):
                given.setdefault("as_of", self.as_of.isoformat())
            asked = ask(self.store, saved, given, today=self.today)
            self.notes += asked.notes
            return asked.answer
        day = (self.as_of or self.today).isoformat()
        given = {"today": self.today.isoformat(), "as_of": day}
        given |= {name: _typed(value) for name, value in question.parameters.items()}
        return self.store.run(question.cypher or "", given)

    def _numbers(self, answer: Answer) -> dict[str, dict[str, float]]:
        """The columns that colours or sizes go by: a number for each node of the first column of ids.

        Raises:
            StatementError: there is no such column, or it holds no numbers.
        """
        question = self.picture.question
        wanted = {self.picture.colour} - set(COLOURS) | {self.picture.size} - set(SIZES)
        key = next((column for column in answer.columns if _is_id(column)), None)
        numbers: dict[str, dict[str, float]] = {}
        for column in sorted(wanted):
            known = [
                name
                for name in answer.columns
                if any(_is_number(row[name]) for row in answer.records()) and not _is_id(name)
            ]
            if answer.rows and column not in known:
                listed = ", ".join(known)
                where = _name_of(question) if question else self.picture.name
                raise StatementError(
                    Text(
                        f"{where} has no column of numbers {column!r}",
                        f"{where} ไม่มีคอลัมน์ตัวเลขชื่อ {column!r}",
                    ),
                    hint=Text(f"it has: {listed}", f"คอลัมน์ตัวเลขที่มี: {listed}")
                    if listed
                    else Text("it has no numbers at all", "คำตอบไม่มีคอลัมน์ตัวเลข"),
                )
            numbers[column] = {
                str(row[key]): float(str(row[column]))
                for row in answer.records()
                if key is not None and _is_number(row[column])
            }
        return numbers

    def _marks(self, shown: Graph) -> tuple[dict[str, tuple[SceneGap, ...]], list[Ghost]]:
        """What checks find: gaps on nodes and relationships, and the ghosts of what was declared."""
        marks = self.picture.marks
        if not marks.gaps and not marks.ghosts:
            return {}, []
        library = read_library(self.cypher_folders)
        checks = sorted(library.checks.values(), key=lambda check: (SEVERITIES.index(check.severity), check.name))
        results = []
        for check in checks:
            if not marks.gaps and check.name != CHECK:
                continue
            try:
                results += run_checks(self.store, [check], today=self.today, as_of=self.as_of)
            except StatementError as error:
                self.notes.append(
                    Text(f"{check.name} is not marked: {error.said.en}", f"ไม่ได้แสดงผลของ {check.name}: {error.said.th}")
                )
        self.notes += (
            Text(f"not marked: {problem.in_('en')}", f"ไม่ได้แสดงผล: {problem.in_('th')}")
            for problem in library.problems
            if Path(problem.file).parent.name == CHECKS
        )
        declared = [gap for result in results if result.name == CHECK for gap in result.gaps]
        return (
            gaps_of(results, self.graph) if marks.gaps else {},
            self._ghosts(declared, shown) if marks.ghosts else [],
        )

    def _ghosts(self, declared: Sequence[Mapping[str, Cell]], shown: Graph) -> list[Ghost]:
        """The ghosts of the kinds and relationships that the picture shows."""
        kinds, types = self.picture.kinds or NODE_STYLES, self.picture.relationships or EDGE_STYLES
        found = ghosts_of(declared, self.graph, shown)
        return [
            ghost
            for ghost in found
            if ghost.kind in kinds and ghost.relationship(shown.nodes[ghost.anchor]).type in types
        ]

    def _step(self, number: int, step: Step) -> ShownStep:
        found: list[str] = []
        if step.question is not None:
            found = _ids(self._ask(step.question), _name_of(step.question))
        for written in step.highlight:
            try:
                entity = resolve_entity(self.store, written)
            except (EntityNotFound, EntityAmbiguous) as error:
                self.notes.append(Text(f"step {number}: {error.said.en}", f"ขั้นที่ {number}: {error.said.th}"))
            else:
                found.append(entity.id)
        return ShownStep(step.title, step.caption, tuple(dict.fromkeys(found)))


def _ids(answer: Answer, where: str) -> list[str]:
    """Everything that stands in a column of ids: ``id``, ``..._id``, or lists of them in ``..._ids``.

    Raises:
        StatementError: there is no such column.
    """
    columns = [name for name in answer.columns if _is_id(name)]
    if answer.rows and not columns:
        raise StatementError(
            Text(f"{where} returns no ids", f"{where} ไม่คืนรหัส"),
            hint=Text(
                "a picture needs a column id, or one that ends in _id or _ids: RETURN s.id AS id",
                "ภาพต้องมีคอลัมน์ id หรือคอลัมน์ที่ลงท้ายด้วย _id หรือ _ids เช่น RETURN s.id AS id",
            ),
        )
    found: dict[str, None] = {}
    for row in answer.records():
        for column in columns:
            cell = row[column]
            for one in cell if isinstance(cell, list) else [cell]:
                if isinstance(one, str):
                    found[one] = None
    return list(found)


def _is_id(column: str) -> bool:
    return column == "id" or column.endswith(("_id", "_ids"))


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _name_of(question: Question) -> str:
    return question.saved or "cypher:"


def _typed(value: Cell) -> Cell:
    """A parameter of Cypher of the picture's own: a number or truth value where it is written as one."""
    if not isinstance(value, str):
        return value
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return read if isinstance(read, (bool, int, float)) else value
