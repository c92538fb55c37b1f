"""``draw`` and ``pictures``: a picture of the network, or one that a file in ``visualizations/`` describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from graphmou import dates, places
from graphmou.commands.reading import day_of
from graphmou.commands.stores import Database, using
from graphmou.errors import ParameterError, UsageError
from graphmou.export.picture_files import Renderer, is_page, picture_writer
from graphmou.language import Language, Text
from graphmou.store.protocol import Cell
from graphmou.view.compose import compose
from graphmou.view.gallery import find_picture, read_gallery
from graphmou.view.gather import gather
from graphmou.view.picture import Gallery, Marks, Picture

__all__ = ["Drawn", "draw", "pictures"]

_BOTH: tuple[Language, ...] = ("th", "en")


@dataclass(slots=True)
class Drawn:
    """The picture that was written: where, how much it shows, and what to know about it."""

    file: Path
    nodes: int
    relationships: int
    notes: list[Text] = field(default_factory=list)


def pictures() -> Gallery:
    """All pictures: those of the project one stands in, and the built-in ones; broken files are in ``problems``.

    Example:
        >>> graphmou.pictures().pictures["mentoring"].title.en
        'Who mentors whom'
    """
    return read_gallery(places.folders("visualizations"))


def draw(
    output: str | Path,
    picture: str | Picture | None = None,
    *,
    db: Database = None,
    focus: str | None = None,
    hops: int | None = None,
    as_of: date | str | None = None,
    parameters: Mapping[str, Cell] | None = None,
    title: str | None = None,
    marks: Marks | None = None,
    renderer: Renderer = "vis",
    scale: float = 2.0,
    language: Language = "en",
    today: date | None = None,
) -> Drawn:
    """Draw a picture to a file, in the format that its ending names.

    Args:
        output: the file to write: ``.html`` is a page in both languages that needs no internet; ``.svg``, ``.png``,
            ``.pdf`` and ``.pptx`` are figures and slides in ``language``.
        picture: the name of a picture (see :func:`pictures`), or one made in Python; None for the whole network.
        db: the store.
        focus: id, name or alias of the node in the middle, instead of the picture's own.
        hops: how many relationships away from the focus, or from what the question finds, the picture reaches.
        as_of: only what was in force on that day (a date, or ISO or Thai text).
        parameters: of the picture's question, by name.
        title: instead of the picture's own.
        marks: turns marks off (ghosts, gaps, inferred, ended) that the picture has on.
        renderer: of a page: ``vis``, or ``pyvis`` for a small picture.
        scale: of a ``.png``, 0.1 to 6.6: at 1 it has 1600 x 900 pixels, at 2 twice as many each way. A picture that is
            too big for labels of 12 pixels on that page gets more.
        language: of a figure, or the one a page opens in; dates are of the Buddhist era in Thai.
        today: the day that statuses are told as of.

    Raises:
        UsageError: the file's ending is of no picture, or a value cannot be.
        UnknownName, PictureFileError: there is no such picture, or its file is broken.
        QuestionFileError, ParameterError, StatementError: its question cannot be asked.
        EntityNotFound, EntityAmbiguous: the focus is nothing, or several things.
        ExportError: the file cannot be written.

    Example:
        >>> drawn = graphmou.draw(folder / "network.html", db=db, focus="wat-phra-fang", language="th")
        >>> drawn.file.read_text(encoding="utf-8")[:15].lower()
        '<!doctype html>'
        >>> graphmou.draw(folder / "mentoring.svg", "mentoring", db=db).nodes
        25
    """
    file = Path(output)
    write = picture_writer(file, renderer, scale)
    chosen = _with_choices(_picture(picture), focus, hops, day_of(as_of, "as_of"), parameters or {}, title, marks)
    with using(db) as store:
        contents, notes = gather(
            store,
            chosen,
            cypher_folders=places.folders("cypher"),
            today=today or dates.today(),
        )
    both = is_page(file) and renderer == "vis"
    scene = compose(contents, language=language, languages=_BOTH if both else (language,))
    notes += write(scene)
    return Drawn(file, len(scene.nodes), len(scene.edges), notes)


def _picture(named: str | Picture | None) -> Picture:
    if isinstance(named, Picture):
        return named
    if named is None:
        return Picture("", Text("", ""))
    return find_picture(places.folders("visualizations"), named)


def _with_choices(
    picture: Picture,
    focus: str | None,
    hops: int | None,
    as_of: date | None,
    parameters: Mapping[str, Cell],
    title: str | None,
    marks: Marks | None,
) -> Picture:
    """The picture with what was chosen instead of its own.

    Raises:
        UsageError: ``hops`` is negative, or there is no question that the parameters could be for.
    """
    left = dict(parameters)
    if picture.question is None:
        # What the file itself may say is a parameter too: -p focus=... for a picture about one office.
        focus = _taken(left, "focus") or focus
        as_of = day_of(_taken(left, "as_of"), "as_of") or as_of
        if left:
            raise ParameterError(
                Text(
                    f"{', '.join(left)}: the picture asks no question that takes parameters",
                    f"{', '.join(left)}: ภาพนี้ไม่มีคำถามที่รับพารามิเตอร์",
                ),
                hint=Text("only focus and as_of can be given", "ระบุได้เฉพาะ focus และ as_of"),
            )
    elif left:
        question = picture.question
        picture = replace(picture, question=replace(question, parameters={**question.parameters, **left}))
    if hops is not None and hops < 0:
        raise UsageError(
            Text(f"hops {hops} is below 0", f"hops {hops} น้อยกว่า 0"),
            hint=Text("give 0 for the node alone, or 1, 2, ...", "ระบุ 0 หากต้องการเฉพาะจุดนั้น หรือ 1, 2, ..."),
        )
    if focus is not None:
        picture = replace(picture, focus=focus, question=None)
    return replace(
        picture,
        hops=picture.hops if hops is None else hops,
        as_of=picture.as_of if as_of is None else as_of.isoformat(),
        title=picture.title if title is None else Text(title, title),
        marks=picture.marks if marks is None else picture.marks.without(marks),
    )


def _taken(parameters: dict[str, Cell], name: str) -> str | None:
    value = parameters.pop(name, None)
    return None if value is None else str(value)
