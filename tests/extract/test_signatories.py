"""Who signed for which side, in the ways officers say it: made-up reports."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text

DAY = "วันที่ 8 กันยายน 2566 "
HEAD = DAY + "โรงเรียนบ้านโคกกลาง และเทศบาลตำบลโคกสูง ลงนามบันทึกข้อตกลงความร่วมมือ (MOU) ณ หอประชุม"
ONE, OTHER = "นายสมชาย ใจดี ผู้อำนวยการโรงเรียนบ้านโคกกลาง", "นางสาวสมศรี มีสุข นายกเทศมนตรีตำบลโคกสูง"
BOTH = [("สมชาย ใจดี", "โรงเรียนบ้านโคกกลาง"), ("สมศรี มีสุข", "เทศบาลตำบลโคกสูง")]


def signed_for(text: str) -> list[list[tuple[str, str]]]:
    found = extract_text(text)
    names = {one.id: one.name for one in (*found.offices, *found.schools, *found.organisations, *found.groups)}
    names |= {one.id: one.name for one in found.people}
    return [[(names[person], names[side]) for person, side in one.signed_for] for one in found.agreements]


@pytest.mark.parametrize(
    "told",
    [
        f"{HEAD} โดยมี{ONE} และ{OTHER} ร่วมลงนาม",
        f"{HEAD} มี{ONE} กับ{OTHER} เป็นผู้ลงนาม",
        f"{HEAD} โดยมี{ONE} และ{OTHER} เป็นผู้แทนลงนาม",
        f"{HEAD} ลงนามโดย {ONE} และ{OTHER}",
        f"{HEAD}\nผู้ลงนาม ได้แก่ {ONE} และ{OTHER}",
        f"{HEAD}\nผู้ร่วมลงนาม : {ONE}, {OTHER}",
        f"{HEAD}\nผู้ลงนาม\n1. {ONE}\n2. {OTHER}\n\nพยาน\n1. นางสมใจ รักเรียน ครูโรงเรียนบ้านโคกกลาง",
        f"{HEAD}\nผู้ลงนามในบันทึกข้อตกลง ดังนี้\n- {ONE}\n- {OTHER}",
        f"{DAY}{ONE} และ{OTHER} ได้ร่วมกันลงนามบันทึกข้อตกลงความร่วมมือ ระหว่างโรงเรียนบ้านโคกกลาง กับเทศบาลตำบลโคกสูง",
        DAY + "มีการลงนามบันทึกข้อตกลงความร่วมมือ ระหว่างโรงเรียนบ้านโคกกลาง โดยนายสมชาย ใจดี ผู้อำนวยการโรงเรียน "
        "กับเทศบาลตำบลโคกสูง โดยนางสาวสมศรี มีสุข นายกเทศมนตรี ณ หอประชุม",
        DAY + "โรงเรียนบ้านโคกกลาง โดย นายสมชาย ใจดี ลงนามบันทึกข้อตกลงความร่วมมือกับเทศบาลตำบลโคกสูง โดย นางสาวสมศรี มีสุข",
    ],
)
def test_who_is_told_to_sign_signs_for_the_side_of_the_post(told: str) -> None:
    assert [sorted(one) for one in signed_for(told)] == [BOTH]


@pytest.mark.parametrize(
    "told",
    [
        f"{HEAD} โดยมี{ONE} เป็นประธานในพิธีลงนาม",
        f"{HEAD} โดยมี{ONE} ร่วมลงนามเป็นพยาน",
        f"{HEAD} โดยมี{ONE} และ{OTHER} เป็นสักขีพยาน",
        f"{HEAD} ซึ่ง{OTHER} กล่าวต้อนรับ และ{ONE} เข้าร่วมพิธีลงนาม",
        f"{HEAD} โดยมีนายสมปอง ดีงาม นายอำเภอปัว ร่วมลงนาม",
        f"{HEAD} โดย{ONE} กล่าวว่าทุกคนจะได้เรียนรู้",
        f"ตามที่เทศบาลตำบลโคกสูง โดยนายเก่า มาก่อน นายกเทศมนตรีตำบลโคกสูง ได้ลงนามไว้เมื่อปี 2560 นั้น\n\n{HEAD}",
    ],
)
def test_who_presides_witnesses_comes_or_signed_before_signs_for_no_side(told: str) -> None:
    assert signed_for(told) == [[]]


def test_who_presides_and_signs_signs() -> None:
    told = f"{DAY}{ONE} เป็นประธานและร่วมลงนามบันทึกข้อตกลงความร่วมมือกับเทศบาลตำบลโคกสูง"
    assert signed_for(told) == [BOTH[:1]]


def test_a_group_is_signed_for_by_who_speaks_for_it_wherever_else_the_post_is() -> None:
    told = (
        f"{DAY}มีการลงนามบันทึกข้อตกลงความร่วมมือ ระหว่างสหวิทยาเขตศรีลำดวน โดย นายประหยัด พรมลา ผู้อำนวยการโรงเรียนศรีวิทยา "
        "กับเทศบาลตำบลโคกสูง ณ หอประชุม"
    )
    assert signed_for(told) == [[("ประหยัด พรมลา", "สหวิทยาเขตศรีลำดวน")]]


def test_who_signs_one_of_several_agreements_signs_that_one_and_a_common_side_all() -> None:
    told = (
        f"{DAY}เทศบาลตำบลโคกสูง จัดพิธีลงนามบันทึกข้อตกลงความร่วมมือ แยกเป็น 2 ฉบับ โดยมี{OTHER} เป็นผู้ลงนามทุกฉบับ\n\n"
        f"ฉบับที่ 1 ระหว่างเทศบาลตำบลโคกสูง กับโรงเรียนบ้านโคกกลาง โดย{ONE}\n"
        "ฉบับที่ 2 ระหว่างเทศบาลตำบลโคกสูง กับโรงเรียนบ้านนาใหญ่ โดยนายสมนึก คิดดี ผู้อำนวยการโรงเรียนบ้านนาใหญ่\n"
    )
    assert [sorted(one) for one in signed_for(told)] == [
        BOTH,
        [("สมนึก คิดดี", "โรงเรียนบ้านนาใหญ่"), BOTH[1]],
    ]
