"""Wrong usage says what was probably meant (its Thai is tested in ``test_thai.py``)."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_command_that_is_not_known_names_the_nearest(cli: Cli) -> None:
    assert "No such command 'qurey'. Did you mean 'query'?" in cli("qurey").err
    assert "ไม่มีคำสั่ง 'qurey' หมายถึง 'query' หรือไม่" in cli("--lang", "th", "qurey").err


def test_a_value_with_a_blank_and_without_quotes_is_explained(cli: Cli) -> None:
    ran = cli("--lang", "th", "query", "mentors-of", "-p", "school=โรงเรียน", "บ้านดอน")
    assert ran.code == 2
    assert "มีคำเกินมา: บ้านดอน\n  → ค่าที่มีช่องว่างต้องอยู่ในเครื่องหมายคำพูด" in ran.err
