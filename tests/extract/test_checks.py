"""Step 9 and 10: declared numbers, and what a reviewer must look at."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text


def counts(text: str) -> list[tuple[str, int]]:
    return [(count.what, count.count) for count in extract_text(text).counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("สถานศึกษาร่วมพัฒนา จำนวน 11 แห่ง", [("partners", 11)]),
        ("โรงเรียนเครือข่าย จำนวน 4 โรงเรียน", [("partners", 4)]),
        ("กลุ่มโรงเรียนเขาสมิง 2 มีสมาชิก 7 โรงเรียน", [("members", 7)]),
        ("ลงนามข้อตกลง จำนวน 2 ฉบับ", [("agreements", 2)]),
        ("ผู้บริหาร 18 คน ครู 22 คน รวมทั้งสิ้น 40 คน", [("attendance", 40)]),
        ("ต้องมีสถานศึกษาร่วมพัฒนาอย่างน้อย 3 แห่ง", []),
        ("โรงเรียนละ 2 คน นักเรียน 912 คน", []),
        ("มีสถานศึกษา 12 แห่ง ได้แก่ แกนนำ จำนวน 1 แห่ง และสถานศึกษาร่วมพัฒนา 11 แห่ง", [("partners", 11)]),
        ("โรงเรียนแกนนำ 3 แห่ง และโรงเรียนร่วมพัฒนา 9 แห่ง", [("partners", 9), ("schools", 3)]),
        ("โรงเรียนบ้านโคก ลงนามบันทึกข้อตกลงความร่วมมือกับโรงเรียนในสังกัดเทศบาล จำนวน 4 โรงเรียน", [("partners", 4)]),
        ("เทศบาลเมืองปัว ลงนามบันทึกข้อตกลงกับโรงเรียนในเขตเทศบาล จำนวน 4 โรงเรียน", [("schools", 4)]),
        ("สพป.น่าน เขต 1 จัดพิธีลงนาม MOU ระหว่างโรงเรียนในสังกัด 8 โรงเรียน", [("schools", 8)]),
        ("ลงนามร่วมกันทั้งหมด 12 โรงเรียน", [("schools", 12)]),
        ("ทั้ง 4 โรงเรียน จะร่วมกันพัฒนา", []),
        ("โรงเรียนทั้ง 4 แห่ง ร่วมลงนาม", []),
        ("4 โรงเรียนดังกล่าว ร่วมลงนาม", []),
        ("หากสำเร็จจะขยายผลไปยังโรงเรียนอื่นอีก 20 แห่ง", []),
        ("ตั้งเป้าขยายเป็น 45 โรงเรียนในปี 2568", []),
        ("สหวิทยาเขตปัว ประกอบด้วยโรงเรียนสมาชิก จำนวน 5 โรงเรียน", [("members", 5)]),
        ("มีผู้เข้าร่วมพิธีกว่า 200 คน", [("attendance", 200)]),
        ("มีผู้บริหาร ครู และนักเรียนเข้าร่วมงาน รวม 120 คน", [("attendance", 120)]),
        ("ท่ามกลางผู้บริหารสถานศึกษา ครู และผู้ปกครอง ประมาณ 150 คน", [("attendance", 150)]),
        ("โดยมีคณะครูและบุคลากร จำนวน 60 คน เข้าร่วมพิธี", [("attendance", 60)]),
        ("มีผู้ร่วมงาน 85 คน ประกอบด้วย ครู 40 คน และผู้บริหาร 45 คน", [("attendance", 85)]),
        ("ผู้เข้าร่วมประชุมประกอบด้วย ผู้บริหาร 10 คน ครู 20 คน รวม 30 คน", [("attendance", 30)]),
        ("รับนักเรียนโควตา จำนวน 40 คน", []),
        ("โรงเรียนมีนักเรียน 120 คน ครู 12 คน", []),
        ("ให้การต้อนรับคณะศึกษาดูงาน จำนวน 35 คน", [("attendance", 35)]),
        ("ลงนามบันทึกข้อตกลง รวม 5 ฉบับ", [("agreements", 5)]),
        ("ผู้ลงนามทั้ง 5 ฉบับ", []),
        ("โรงเรียนบ้านโคก ดูแลโรงเรียนขนาดเล็ก 3 โรงเรียน", [("partners", 3)]),
        ("โรงเรียนขนาดเล็กในอำเภอปัว จำนวน 3 โรงเรียน", [("schools", 3)]),
        ("อบรมครูโรงเรียนละ 2 คน", []),
        (
            "โรงเรียนคุณภาพ จำนวน 6 โรงเรียน และโรงเรียนเครือข่าย จำนวน 18 โรงเรียน รวม 24 โรงเรียน",
            [("partners", 18), ("schools", 6)],
        ),
        ("โรงเรียนต่างๆ เข้าร่วมโครงการ 15 แห่ง", [("schools", 15)]),
        ("มีเครือข่ายละ 3 โรงเรียน", []),
        ("โดยมีโรงเรียนในเครือข่าย 4 โรงเรียน", [("partners", 4)]),
        ("โรงเรียนบ้านโคก เป็นพี่เลี้ยงให้แก่โรงเรียนขนาดเล็ก จำนวน 3 แห่ง", [("partners", 3)]),
        ("วิทยากรให้ความรู้แก่ครู จำนวน 50 คน", []),
        ("ตัวแทนครูจากโรงเรียน 10 แห่ง เข้าร่วม 30 คน", [("attendance", 30), ("schools", 10)]),
    ],
)
def test_declared_numbers(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(counts(text)) == sorted(expected)


def kinds(text: str) -> set[str]:
    return {warning.kind for warning in extract_text(text).warnings} - {"no-agreement"}


def test_a_number_that_differs_from_the_names_is_told_with_its_place() -> None:
    text = "โรงเรียนเครือข่าย จำนวน 3 โรงเรียน ได้แก่ โรงเรียนบ้านโคก และโรงเรียนบ้านนา"
    warning = next(one for one in extract_text(text).warnings if one.kind == "declared-count")
    assert text[warning.quote.start : warning.quote.end] == warning.quote.phrase
    assert "3" in warning.message
    assert "2" in warning.message_th


def test_a_number_that_agrees_with_the_names_is_not_told() -> None:
    assert kinds("โรงเรียนเครือข่าย จำนวน 2 โรงเรียน ได้แก่\n1. โรงเรียนบ้านโคก\n2. โรงเรียนบ้านนา") == set()


@pytest.mark.parametrize(
    "text",
    [
        "โรงเรียนแกนนำ 1 แห่ง และโรงเรียนร่วมพัฒนา 2 แห่ง ดังนี้\n1. โรงเรียนบ้านโคก (แกนนำ)\n1.1 โรงเรียนบ้านนา\n1.2 โรงเรียนบ้านดง",
        "ระหว่างวัดโคก กับโรงเรียนในตำบล จำนวน 2 โรงเรียน ณ ศาลา\nฝ่ายโรงเรียน ได้แก่ ผอ.โรงเรียนบ้านนา และผอ.โรงเรียนบ้านดง",
        "สหวิทยาเขตปัว มีสมาชิก 3 โรงเรียน ดังนี้\n- สพป.น่าน เขต 1 : โรงเรียนบ้านนา, โรงเรียนบ้านดง\n- สพม.น่าน : โรงเรียนบ้านไร่",
    ],
)
def test_a_number_is_met_by_any_set_of_names_that_it_may_speak_of(text: str) -> None:
    assert "declared-count" not in kinds(text)


def test_a_number_that_is_met_only_with_unnamed_schools_is_told() -> None:
    text = (
        "วันที่ 5 มิถุนายน 2566 โรงเรียนบ้านโคก ลงนามบันทึกข้อตกลงความร่วมมือกับโรงเรียนเครือข่าย 3 แห่ง คือ โรงเรียนบ้านนา "
        "โรงเรียนบ้านดง และสถานศึกษาในพื้นที่อีก 1 แห่ง"
    )
    assert "declared-count" in kinds(text)


def test_a_headcount_that_does_not_add_up_says_how_it_was_made() -> None:
    text = "ผู้บริหารและครู จำนวน 38 โรงเรียน ๆ ละ 2 คน ครู โรงเรียนละ 1 คน ศึกษานิเทศก์ 15 คน รวมทั้งสิ้น 135 คน"
    warning = next(one for one in extract_text(text).warnings if one.kind == "headcount")
    assert "76 + 38 + 15 = 129" in warning.message


def test_a_headcount_that_adds_up_is_not_told() -> None:
    assert "headcount" not in kinds("ผู้บริหาร 18 คน ครู 18 คน และศึกษานิเทศก์ 4 คน รวมทั้งสิ้น 40 คน")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("พัฒนาครู และและพัฒนาผู้เรียน", "probable-typo"),
        ("โรงเรียนบางปะกงวิทยา โรงเรียนบางปะกงวิทยา โรงเรียนบางประกงวิทยา", "spelling-variants"),
        ("พิธีมีขึ้นเมื่อวันที่ 17 พฤษภาคม ข่าว 20 พฤษภาคม 2567", "uncertain-date"),
    ],
)
def test_other_warnings(text: str, kind: str) -> None:
    assert kind in kinds(text)
