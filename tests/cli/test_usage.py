"""Wrong usage is told in the reader's language, with where the help is."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("qurey", "ไม่มีคำสั่ง qurey\n  → หมายถึง query หรือไม่"),
        ("query --wid", "ไม่มีตัวเลือก --wid\n  → หมายถึง --wide"),
        ("query mentor-schools บ้าน ดอน", "มีคำเกินมา: บ้าน ดอน\n  → ค่าที่มีช่องว่างต้องอยู่ในเครื่องหมายคำพูด"),
        ("query -p", "ต้องระบุค่าหลังตัวเลือก -p"),
        ("query --wide=1", "ตัวเลือก --wide ไม่รับค่า"),
        ("query offices --format pdf", "--format: 'pdf' ไม่ใช่หนึ่งใน 'table', 'json'"),
        ("query offices --timeout นาน", "--timeout: 'นาน' ไม่ใช่ตัวเลข"),
        ("query offices --timeout 0", "--timeout: 0.0 ไม่อยู่ในช่วง x>=0.1"),
        ("query offices --cypher ไม่มี", "--cypher: ไม่มีไฟล์หรือโฟลเดอร์ ไม่มี"),
        ("draw", "ไม่ได้ระบุ -o / --output"),
        ("unload", "ไม่ได้ระบุ DOCUMENT"),
    ],
)
def test_wrong_usage_is_told_in_thai(cli: Cli, typed: str, told: str) -> None:
    ran = cli("--lang", "th", *typed.split(" "))
    assert ran.code == 2
    assert ran.out == ""
    assert told in ran.err
    assert "Error" not in ran.err


def test_wrong_usage_in_thai_by_the_environment(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMOU_LANG", "th")
    assert "ไม่มีคำสั่ง qurey" in cli("qurey").err
    assert cli("draw").err.splitlines()[:2] == ["วิธีใช้: graphmou draw [OPTIONS]", "ดูคำอธิบาย: graphmou draw --help"]
    assert "No such command 'qurey'" in cli("qurey", "--lang", "en").err


def test_wrong_usage_in_english_is_told_by_click(cli: Cli) -> None:
    ran = cli("query", "--wid", "--lang=en")
    assert ran.code == 2
    assert "No such option" in ran.err
