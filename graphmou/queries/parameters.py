"""The values of a question's parameters: from the words of a user to what the statement is given.

Thai digits and Buddhist years are understood wherever a number, date or year is expected, and said back in a
note. Nothing is guessed: a value that cannot be read is an error that lists the parameters there are.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graphmou import thai
from graphmou.dates import DateError, parse_date, show_date
from graphmou.entities import find_entities, resolve_entity
from graphmou.errors import ParameterError
from graphmou.language import Language, Text
from graphmou.queries.saved import Parameter, SavedQuery
from graphmou.store.protocol import Cell, Store
from graphmou.words import show_word

__all__ = ["Bound", "Converted", "Refused", "bind", "convert", "describe_parameter"]

_LARGEST = 2**63 - 1
_TRUTH = {"true": True, "yes": True, "1": True, "ใช่": True, "false": False, "no": False, "0": False, "ไม่ใช่": False}

_TYPES = {
    "integer": Text("a whole number", "จำนวนเต็ม"),
    "number": Text("a number", "จำนวน"),
    "text": Text("text", "ข้อความ"),
    "boolean": Text("true or false", "true หรือ false"),
    "date": Text("a day such as 2021-02-10", "วันที่ เช่น 10 กุมภาพันธ์ 2564"),
    "year": Text("a year such as 2562 or 2019", "ปี เช่น 2562 หรือ 2019"),
    "choice": Text("one of", "หนึ่งใน"),
    "entity": Text("the id, name or alias of", "รหัส ชื่อ หรือชื่ออื่นของ"),
    "search": Text("the id, name or part of the name of", "รหัส ชื่อ หรือบางส่วนของชื่อของ"),
}

_PARAMETERS = Text("Its parameters:", "พารามิเตอร์ของคำถามนี้:")
_NO_PARAMETERS = Text("It has no parameters.", "คำถามนี้ไม่มีพารามิเตอร์")


class Refused(Exception):
    """A value is not of its parameter's type; ``text`` says what is wrong with it."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Converted:
    """A value of the right type, and what to say about how it was read."""

    value: Cell
    note: Text | None = None


@dataclass(slots=True)
class Bound:
    """What the statement is given, every parameter of the question and ``today``; notes for the reader."""

    values: dict[str, Cell]
    notes: list[Text] = field(default_factory=list)


def bind(query: SavedQuery, given: Mapping[str, Cell], store: Store, *, today: date) -> Bound:
    """The values of all parameters of ``query``; what is not given is its default or null.

    Raises:
        ParameterError: a parameter is unknown, missing or ill-typed; the message names every one, and those there are.
        EntityNotFound: no node has the id, name or alias given; the hint suggests near ones.
        EntityAmbiguous: several nodes have it; the hint lists them.
    """
    wrong = [_unknown(name, query) for name in given if name not in {known.name for known in query.parameters}]
    bound = Bound({"today": today.isoformat()})
    for parameter in query.parameters:
        written = given.get(parameter.name)
        if written is None:
            bound.values[parameter.name] = parameter.default
            if parameter.required:
                wrong.append(Text(f"{parameter.name} is missing", f"ไม่ได้ระบุ {parameter.name}"))
            continue
        try:
            converted = convert(parameter, written)
        except Refused as refused:
            text = refused.text
            wrong.append(Text(f"{parameter.name}: {text.en}", f"{parameter.name}: {text.th}"))
            continue
        bound.values[parameter.name] = converted.value
        if converted.note is not None:
            bound.notes.append(converted.note)
    if wrong:
        raise _parameter_error(query, wrong)
    for parameter in query.parameters:
        value = bound.values[parameter.name]
        if parameter.type == "entity" and isinstance(value, str):
            bound.values[parameter.name] = resolve_entity(store, value, parameter.labels).id
        elif parameter.type == "search" and parameter.labels and isinstance(value, str):
            found = find_entities(store, value, parameter.labels)
            bound.values[parameter.name] = [entity.id for entity in found]
    return bound


def convert(parameter: Parameter, written: Cell) -> Converted:
    """What was written for a parameter, as a value of its type. An entity stays the text that names it.

    Raises:
        Refused: it is not of that type.
    """
    if isinstance(written, str):
        text = thai.fold(written)
        if not text:
            raise Refused(Text("is empty", "ว่างเปล่า"))
        return _FROM_TEXT[parameter.type](parameter, text)
    if isinstance(written, bool):
        if parameter.type == "boolean":
            return Converted(written)
    elif isinstance(written, (int, float)) and parameter.type in ("integer", "number", "year"):
        return _FROM_TEXT[parameter.type](parameter, str(written))
    raise _not_a(parameter, str(written))


def _integer(parameter: Parameter, text: str) -> Converted:
    digits = thai.arabic_digits(text)
    if not re.fullmatch(r"[-+]?[0-9]{1,19}", digits) or abs(int(digits)) > _LARGEST:
        raise _not_a(parameter, text)
    value = int(digits)
    if parameter.least is not None and value < parameter.least:
        raise Refused(Text(f"{value} is less than {parameter.least}", f"{value} น้อยกว่า {parameter.least}"))
    if parameter.most is not None and value > parameter.most:
        raise Refused(Text(f"{value} is more than {parameter.most}", f"{value} มากกว่า {parameter.most}"))
    return Converted(value)


def _number(parameter: Parameter, text: str) -> Converted:
    digits = thai.arabic_digits(text)
    if not re.fullmatch(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?", digits):
        raise _not_a(parameter, text)
    value = float(digits)
    if not math.isfinite(value):
        raise _not_a(parameter, text)
    return Converted(value)


def _text(_parameter: Parameter, text: str) -> Converted:
    return Converted(text)


def _boolean(parameter: Parameter, text: str) -> Converted:
    if text.casefold() not in _TRUTH:
        raise _not_a(parameter, text)
    return Converted(_TRUTH[text.casefold()])


def _date(parameter: Parameter, text: str) -> Converted:
    try:
        day = parse_date(text)
    except DateError as error:
        said, advice = error.said, error.advice
        raise Refused(Text(f"{said.en}: {advice.en}", f"{said.th}: {advice.th}")) from None
    if day.precision != "day":
        raise _not_a(parameter, text)
    value = day.first_day()
    return Converted(value, _era_note(parameter, text, day.year, value))


def _year(parameter: Parameter, text: str) -> Converted:
    try:
        day = parse_date(text)
    except DateError as error:
        said, advice = error.said, error.advice
        raise Refused(Text(f"{said.en}: {advice.en}", f"{said.th}: {advice.th}")) from None
    if day.precision != "year":
        raise _not_a(parameter, text)
    return Converted(day.year, _era_note(parameter, text, day.year, str(day.year)))


def _era_note(parameter: Parameter, text: str, year: int, value: str) -> Text | None:
    """Said whenever a Buddhist year was given, for the answer is in another era than the question."""
    if str(year + thai.BUDDHIST_ERA) not in thai.arabic_digits(text):
        return None
    thai_value = show_date(value, language="th") if parameter.type == "date" else f"พ.ศ. {year + thai.BUDDHIST_ERA}"
    return Text(f"{parameter.name}: {text} is {value}", f"{parameter.name}: {thai_value} คือ ค.ศ. {value}")


def _choice(parameter: Parameter, text: str) -> Converted:
    for choice in parameter.choices:
        # Our own words may be said in Thai: kind=โรงเรียน, status=รักษาการ.
        if text.casefold() in (choice.casefold(), show_word(choice, "th")):
            return Converted(choice)
    raise _not_a(parameter, text)


def _entity(_parameter: Parameter, text: str) -> Converted:
    return Converted(text)


def _search(parameter: Parameter, text: str) -> Converted:
    key = thai.search_key(text)
    if not key:
        raise Refused(Text(f"{text!r} holds nothing to search for", f"{text!r} ไม่มีคำที่ค้นได้"))
    return Converted(text if parameter.labels else key)


_FROM_TEXT: Mapping[str, Callable[[Parameter, str], Converted]] = {
    "integer": _integer,
    "number": _number,
    "text": _text,
    "boolean": _boolean,
    "date": _date,
    "year": _year,
    "choice": _choice,
    "entity": _entity,
    "search": _search,
}


def _not_a(parameter: Parameter, written: str) -> Refused:
    expected = _expected(parameter)
    return Refused(Text(f"{written!r} is not {expected.en}", f"{written!r} ไม่ใช่{expected.th}"))


def _expected(parameter: Parameter) -> Text:
    kind = _TYPES[parameter.type]
    if parameter.type == "choice":
        listed = ", ".join(parameter.choices)
        return Text(f"{kind.en} {listed}", f"{kind.th} {listed}")
    if parameter.labels:
        titles = " หรือ".join(show_word(label, "th") for label in parameter.labels)
        return Text(f"{kind.en} {' or '.join(parameter.labels)}", f"{kind.th}{titles}")
    if parameter.type == "entity":
        return Text(f"{kind.en} anything", f"{kind.th}สิ่งใดก็ได้")
    return Text("words to search for", "คำค้น") if parameter.type == "search" else kind


def describe_parameter(parameter: Parameter, language: Language) -> str:
    """One line on a parameter: its name, what it takes, its default and what it is for."""
    line = f"{parameter.name}: {_expected(parameter).in_(language)}"
    if parameter.required:
        line += " (ต้องระบุ)" if language == "th" else " (required)"
    elif parameter.default is not None:
        default = str(parameter.default).lower() if isinstance(parameter.default, bool) else str(parameter.default)
        line += f" (ค่าเริ่มต้น {default})" if language == "th" else f" (default {default})"
    return f"{line}: {parameter.description.in_(language)}" if parameter.description else line


def _unknown(name: str, query: SavedQuery) -> Text:
    near = difflib.get_close_matches(name, [parameter.name for parameter in query.parameters], n=1)
    if near:
        return Text(f"{name} is no parameter: did you mean {near[0]}?", f"ไม่มีพารามิเตอร์ {name}: หมายถึง {near[0]} หรือไม่")
    return Text(f"{name} is no parameter", f"ไม่มีพารามิเตอร์ {name}")


def _parameter_error(query: SavedQuery, wrong: list[Text]) -> ParameterError:
    said = Text(_faults(query, wrong, "en"), _faults(query, wrong, "th"))
    show = f"graphmou query {query.name} --show"
    return ParameterError(said, hint=Text(show, f"ดูรายละเอียดด้วยคำสั่ง {show}"))


def _faults(query: SavedQuery, wrong: list[Text], language: Language) -> str:
    """What is wrong in one line, and below it every parameter there is."""
    lines = [f"{query.name}: {'; '.join(text.in_(language) for text in wrong)}"]
    lines.append((_PARAMETERS if query.parameters else _NO_PARAMETERS).in_(language))
    lines += [f"  {describe_parameter(parameter, language)}" for parameter in query.parameters]
    return "\n".join(lines)
