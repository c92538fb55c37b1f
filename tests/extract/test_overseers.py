"""Step 8: which office convenes, hosts, presides over or supervises an agreement, and which does not."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text

SIGNED = "วันที่ 5 มิถุนายน 2566 โรงเรียนบ้านโคก ลงนามบันทึกข้อตกลงความร่วมมือกับโรงเรียนบ้านนา"
CEREMONY = "พิธีลงนามบันทึกข้อตกลงความร่วมมือ ระหว่างโรงเรียนบ้านโคก กับโรงเรียนบ้านนา"
HEAD = "นายหนึ่ง ใจดี ผอ.สพป.น่าน เขต 1"
DEPUTY = "นายสอง ใจงาม รอง ผอ.สพป.น่าน เขต 1"
NAN, PHRAE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาแพร่ เขต 2"


def overseers(text: str) -> list[str]:
    found = extract_text(text)
    names = {office.id: office.name for office in found.offices}
    (agreement,) = found.agreements
    return [names[office] for office in agreement.overseen_by]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} เป็นประธานใน{CEREMONY}",
        f"ผอ.สพป.น่าน เขต 1 เป็นประธาน{CEREMONY}",
        f"{HEAD} ประธานในพิธี กล่าวเปิด{CEREMONY}",
        f"{HEAD} เปิด{CEREMONY}",
        f"{HEAD} มอบหมายให้{DEPUTY} เป็นประธานใน{CEREMONY}",
        f"{SIGNED} โดยได้รับเกียรติจาก{HEAD} เป็นประธานในพิธี",
        f"{SIGNED} โดยมี{HEAD} เป็นประธานและสักขีพยาน",
        f"{SIGNED}\nประธานในพิธี : {HEAD}",
        f"{SIGNED}\n2.2 ประธาน {HEAD}",
        f"{SIGNED}\nขอขอบคุณท่าน ผอ.สพป.น่าน เขต 1 นายหนึ่ง ใจดี ที่ให้เกียรติมาเป็นประธาน",
        f"{HEAD} พร้อมคณะ ร่วม{CEREMONY}\nนายหนึ่ง ประธานในพิธี กล่าวว่า ขอขอบคุณทุกฝ่าย",
        f"{SIGNED} โดยมี{HEAD} เป็นประธาน พร้อมด้วยนายสาม ใจดี ผอ.สพป.แพร่ เขต 2 ร่วมเป็นเกียรติ",
        f"สพป.น่าน เขต 1 จัด{CEREMONY}",
        f"สพป.น่าน เขต 1 เป็นเจ้าภาพจัด{CEREMONY}",
        f"{SIGNED} ณ ห้องประชุมภูคา สพป.น่าน เขต 1",
        f"{SIGNED} ในการประชุมผู้บริหารสถานศึกษา สพป.น่าน เขต 1 ครั้งที่ 3/2566",
        f"{SIGNED} ภายใต้การกำกับดูแลของ สพป.น่าน เขต 1",
        f"{SIGNED} โดยมี{HEAD} เป็นประธานสักขีพยาน",
        f"{DEPUTY} ได้รับมอบหมายจาก{HEAD} ให้เป็นประธานใน{CEREMONY}",
        f"สพป.น่าน เขต 1 นำโดยนายหนึ่ง ใจดี ผู้อำนวยการ จัด{CEREMONY}",
        f"{HEAD} นั่งหัวโต๊ะ{CEREMONY}",
        f"สพป.น่าน เขต 1 เชิญผู้อำนวยการโรงเรียนร่วม{CEREMONY}",
        f"{SIGNED} ทั้งนี้ สพป.น่าน เขต 1 จะนิเทศ กำกับ ติดตาม ทุกฉบับ",
    ],
)
def test_who_presides_hosts_or_supervises_oversees(text: str) -> None:
    assert overseers(text) == [NAN]


@pytest.mark.parametrize(
    "text",
    [
        f"{SIGNED} โดยมี{HEAD} และนายสอง ใจดี นายอำเภอปัว เป็นสักขีพยาน",
        f"{SIGNED} โดยมี{HEAD} ร่วมแสดงความยินดี",
        f"{SIGNED} มี{HEAD} เป็นพยาน และนายสอง ใจดี นายอำเภอปัว เป็นประธาน",
        f"{SIGNED} โดยมี{HEAD} เป็นสักขีพยาน จากนั้นเป็นประธานปิดค่าย",
        "โรงเรียนบ้านโคก สังกัด สพป.น่าน เขต 1 จัดพิธีลงนามบันทึกข้อตกลงกับโรงเรียนบ้านนา",
        f"{SIGNED}\nภาพ/ข่าว : สพป.น่าน เขต 1",
        f"{SIGNED} โดยศึกษานิเทศก์ สพป.น่าน เขต 1 ร่วมเป็นสักขีพยาน",
        f"{SIGNED} เพื่อนำผลรายงานต่อ สพป.น่าน เขต 1",
    ],
)
def test_who_witnesses_congratulates_or_only_reports_does_not(text: str) -> None:
    assert overseers(text) == []


def test_an_office_whose_policy_is_followed_does_not() -> None:
    assert overseers(f"{SIGNED} สอดคล้องกับนโยบายของ สพฐ.") == []


def test_two_offices_that_hold_a_ceremony_together_both_oversee() -> None:
    assert overseers(f"สพป.น่าน เขต 1 ร่วมกับ สพป.แพร่ เขต 2 จัด{CEREMONY}") == [NAN, PHRAE]
