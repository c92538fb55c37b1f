"""From the words of a user to typed values: Thai digits, Buddhist years, and errors that list what there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphmou.errors import ParameterError
from graphmou.language import Text
from graphmou.queries.parameters import Bound, Refused, bind, convert, describe_parameter
from graphmou.queries.saved import Parameter, ParameterType, SavedQuery
from graphmou.store.protocol import Cell, Store

TODAY = date(2024, 6, 1)


def a(type_: ParameterType, **properties: Any) -> Parameter:
    return Parameter("p", type_, **properties)


@pytest.mark.parametrize(
    ("parameter", "written", "value"),
    [
        (a("integer"), "12", 12),
        (a("integer"), "๑๒", 12),
        (a("integer"), "-3", -3),
        (a("integer"), 12, 12),
        (a("number"), "๑.๕", 1.5),
        (a("number"), 2, 2.0),
        (a("text"), "  จังหวัด\u00a0เลย ", "จังหวัด เลย"),
        (a("boolean"), "true", True),
        (a("boolean"), "No", False),
        (a("boolean"), "ใช่", True),
        (a("boolean"), True, True),
        (a("date"), "2021-06-30", "2021-06-30"),
        (a("date"), "๓๐ มิถุนายน ๒๕๖๔", "2021-06-30"),
        (a("date"), "30 มิ.ย. 2564", "2021-06-30"),
        (a("year"), "2562", 2019),
        (a("year"), "๒๕๖๒", 2019),
        (a("year"), "2019", 2019),
        (a("year"), "พ.ศ. 2562", 2019),
        (a("year"), 2562, 2019),
        (a("choice", choices=("any", "Office")), "office", "Office"),
        (a("choice", choices=("any", "Office")), "สำนักงานการศึกษา", "Office"),
        (a("choice", choices=("any", "acting")), "รักษาการ", "acting"),
        (a("entity"), "สพม.๑๙", "สพม.๑๙"),
        (a("search"), "ร.ร. วัดพระฝาง", "โรงเรียนวัดพระฝาง"),
        (a("search", labels=("Topic",)), "ยา เสพติด", "ยา เสพติด"),
    ],
)
def test_a_value_is_understood(parameter: Parameter, written: Cell, value: Cell) -> None:
    found = convert(parameter, written).value
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("parameter", "written", "words"),
    [
        (a("integer"), "three", "'three' is not a whole number"),
        (a("integer"), "3.0", "'3.0' is not a whole number"),
        (a("integer"), 3.5, "'3.5' is not a whole number"),
        (a("integer"), True, "'True' is not a whole number"),
        (a("integer"), "99999999999999999999", "is not a whole number"),
        (a("integer"), "9223372036854775808", "is not a whole number"),
        (a("integer", least=1), "0", "0 is less than 1"),
        (a("integer", most=8), "9", "9 is more than 8"),
        (a("number"), "nan", "'nan' is not a number"),
        (a("number"), "1e999", "'1e999' is not a number"),
        (a("boolean"), "maybe", "'maybe' is not true or false"),
        (a("date"), "2564", "'2564' is not a day"),
        (a("date"), "2021-02-30", "2021-02-30"),
        (a("date"), "05/06/2562", "05/06/2562"),
        (a("year"), "2021-06", "'2021-06' is not a year"),
        (a("year"), "62", "62"),
        (a("choice", choices=("any", "stated")), "state", "'state' is not one of any, stated"),
        (a("text"), "   ", "is empty"),
        (a("text"), 5, "'5' is not text"),
        (a("entity"), ["x"], "is not the id, name or alias"),
        (a("search"), " . - ", "nothing to search for"),
    ],
)
def test_a_value_of_another_type_is_refused(parameter: Parameter, written: Cell, words: str) -> None:
    with pytest.raises(Refused) as refused:
        convert(parameter, written)
    assert words in refused.value.text.en


def test_a_buddhist_year_is_said_back() -> None:
    assert convert(a("year"), "2562").note == Text("p: 2562 is 2019", "p: พ.ศ. 2562 คือ ค.ศ. 2019")
    note = convert(a("date"), "10 ก.พ. 2564").note
    assert note is not None
    assert note.en == "p: 10 ก.พ. 2564 is 2021-02-10"
    assert convert(a("year"), "2019").note is None
    assert convert(a("date"), "2021-02-10").note is None


def question(*parameters: Parameter) -> SavedQuery:
    return SavedQuery("q", Path("q.cypher"), Text("Q", "ถาม"), None, parameters, (), "RETURN 1 AS n", "")


def bound(query: SavedQuery, given: dict[str, Cell], store: Store) -> Bound:
    return bind(query, given, store, today=TODAY)


def test_every_parameter_is_passed_its_default_or_null_and_today_always(embedded_store: Store) -> None:
    query = question(Parameter("n", "integer", default=3), Parameter("as_of", "date"))
    assert bound(query, {}, embedded_store).values == {"today": "2024-06-01", "n": 3, "as_of": None}
    assert bound(query, {"n": "5", "as_of": None}, embedded_store).values["n"] == 5


def test_all_that_is_wrong_is_told_at_once_beside_the_right_parameters(embedded_store: Store) -> None:
    query = question(
        Parameter("school", "entity", Text("the mentor", "พี่เลี้ยง"), required=True, labels=("School",)),
        Parameter("min_partners", "integer", default=3),
        Parameter("as_of", "date"),
    )
    with pytest.raises(ParameterError) as raised:
        bound(query, {"min_partner": "4", "as_of": "soon"}, embedded_store)
    message = raised.value.message
    assert "min_partner is no parameter: did you mean min_partners?" in message
    assert "school is missing" in message
    assert "as_of: 'soon'" in message
    assert "school: the id, name or alias of School (required): the mentor" in message
    assert "min_partners: a whole number (default 3)" in message
    assert raised.value.exit_code == 2


def test_the_errors_speak_thai(embedded_store: Store) -> None:
    query = question(Parameter("n", "integer", default=3))
    with pytest.raises(ParameterError) as raised:
        bind(query, {"n": "สาม"}, embedded_store, today=TODAY)
    said = raised.value.in_("th")
    assert "'สาม' ไม่ใช่จำนวนเต็ม" in said
    assert "ค่าเริ่มต้น 3" in said


def test_a_question_without_parameters_says_so(embedded_store: Store) -> None:
    with pytest.raises(ParameterError, match="It has no parameters"):
        bound(question(), {"x": "1"}, embedded_store)


def test_a_parameter_is_described_in_a_line() -> None:
    choice = Parameter("basis", "choice", default="any", choices=("any", "stated"))
    assert describe_parameter(choice, "en") == "basis: one of any, stated (default any)"
    assert describe_parameter(Parameter("all", "boolean", default=False), "en").endswith("(default false)")
    assert describe_parameter(Parameter("text", "search"), "th") == "text: คำค้น"
