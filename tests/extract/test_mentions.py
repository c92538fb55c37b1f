"""Step 3: what a text names, in canonical form."""

from __future__ import annotations

import pytest

from graphmou.extract.names.bodies import find_bodies
from graphmou.extract.names.groups import find_groups
from graphmou.extract.names.offices import OBEC, ONESQA, PRIMARY, SECONDARY, find_offices
from graphmou.extract.names.people import find_foreigners, find_monks, find_people, find_titled
from graphmou.extract.names.programmes import find_programmes, least_partners
from graphmou.extract.names.schools import find_bare_names, find_schools
from graphmou.extract.rules import meanings
from graphmou.extract.text.mention import settle
from graphmou.words import show_word


def offices(text: str) -> list[str]:
    return [mention.name for mention in find_offices(text) if not {"short", "bare"} & mention.more.keys()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("สพป.ตาก เขต 2", [f"{PRIMARY}ตาก เขต 2"]),
        ("สพป. ตาก เขต2", [f"{PRIMARY}ตาก เขต 2"]),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาภูเก็ต", [f"{PRIMARY}ภูเก็ต"]),
        ("#สพปตากเขต1", [f"{PRIMARY}ตาก เขต 1"]),
        ("สพป.นม. เขต 5", [f"{PRIMARY}นครราชสีมา เขต 5"]),
        ("สพม.19", [f"{SECONDARY} เขต 19"]),
        ("สพม.เขต 31", [f"{SECONDARY} เขต 31"]),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา (สพม.) เขต 19 (เลย-หนองบัวลำภู)", [f"{SECONDARY} เขต 19"]),
        ("สพม.เลย หนองบัวลำภู", [f"{SECONDARY}เลย หนองบัวลำภู"]),
        ("สพม.พังงา ภูเก็ต ระนอง", [f"{SECONDARY}พังงา ภูเก็ต ระนอง"]),
        ("สพป.เชียงราย เขต 1, เขต 2 และเขต 3", [f"{PRIMARY}เชียงราย เขต {n}" for n in (1, 2, 3)]),
        ("สพป.ชัยภูมิ เขต 1 - 3", [f"{PRIMARY}ชัยภูมิ เขต {n}" for n in (1, 2, 3)]),
        ("สพม.นนทบุรี 2) นายก", [f"{SECONDARY}นนทบุรี"]),
        ("ซึ่งสพฐ.กำหนด และ สมศ.", [OBEC, ONESQA]),
    ],
)
def test_offices_are_written_out_with_arabic_digits(text: str, names: list[str]) -> None:
    assert sorted(offices(text)) == sorted(names)


def test_a_given_name_is_no_office() -> None:
    assert offices("นายสมศักดิ์ สมศรี") == []


def schools(text: str) -> list[str]:
    return [mention.name for mention in find_schools(text) if mention.kind == "school"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ร.ร.บ้านโคกได้รับรางวัล", ["โรงเรียนบ้านโคก"]),
        ("โรงเรียนบ้านโคกโรงเรียนบ้านนา", ["โรงเรียนบ้านโคก", "โรงเรียนบ้านนา"]),
        ("โรงเรียนไทยรัฐวิทยา 45 (บ้านโคก)", ["โรงเรียนไทยรัฐวิทยา 45 (บ้านโคก)"]),
        ("โรงเรียนวัดบางพระ (ราษฎร์บำรุง) อ.เมือง", ["โรงเรียนวัดบางพระ (ราษฎร์บำรุง)"]),
        ("โรงเรียนบ้านนา (แกนนำ)", ["โรงเรียนบ้านนา"]),
        ("โรงเรียนสวนกุหลาบวิทยาลัย นนทบุรี", ["โรงเรียนสวนกุหลาบวิทยาลัย นนทบุรี"]),
        ("โรงเรียนบ้านใหม่ มิตรภาพที่ 10", ["โรงเรียนบ้านใหม่ มิตรภาพที่ 10"]),
        ("โรงเรียนบ้านขวด สาขาบ้านเทิด", ["โรงเรียนบ้านขวด สาขาบ้านเทิด"]),
        ('โรงเรียนสีคิ้ว"สวัสดิ์วิทยา"', ['โรงเรียนสีคิ้ว"สวัสดิ์วิทยา"']),
        ("โรงเรียนจะนะวิทยา โรงเรียนอาจสามารถวิทยา", ["โรงเรียนจะนะวิทยา", "โรงเรียนอาจสามารถวิทยา"]),
        ("โรงเรียนพรหมานุสรณ์จังหวัดเพชรบุรี", ["โรงเรียนพรหมานุสรณ์จังหวัดเพชรบุรี"]),
        ("โรงเรียนบ้านก้าน บ้านขาม และบ้านคอม", ["โรงเรียนบ้านก้าน", "โรงเรียนบ้านขาม", "โรงเรียนบ้านคอม"]),
        ("โรงเรียนบ้านโคก 2 โรงเรียนบ้านนา", ["โรงเรียนบ้านโคก", "โรงเรียนบ้านนา"]),
        ("โรงเรียนบ้านโคก 3 แห่ง", ["โรงเรียนบ้านโคก"]),
    ],
)
def test_a_school_s_name_ends_where_it_ends(text: str, names: list[str]) -> None:
    assert schools(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "โรงเรียนคุณภาพของชุมชน",
        "โรงเรียนขนาดเล็ก",
        "โรงเรียนในสังกัด",
        "โรงเรียนละ 2 คน",
        "โรงเรียน Stand Alone",
        "โรงเรียนเอกชน",
        "โรงเรียนประกอบด้วย",
    ],
)
def test_a_kind_of_school_is_no_school(text: str) -> None:
    assert schools(text) == []


def test_a_school_named_once_is_known_again_without_its_first_word() -> None:
    text = "โรงเรียนบ้านหนองบัว ... (บ้านหนองบัว)"
    assert [one.start for one in find_bare_names(text, list(find_schools(text)))] == [25]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("นายสมคิด  เกษดี ครู".replace("  ", " "), ["สมคิด เกษดี"]),
        ("ว่าที่ ร.ต.หญิง นิตยา ใยแก้ว", ["นิตยา ใยแก้ว"]),
        ("ผศ.ดร.พิมพ์ใจ วรรณรัตน์", ["พิมพ์ใจ วรรณรัตน์"]),
        ("และร.ต.ท.พิสิฐ จันทร์ตรีตัวแทนสถานี", ["พิสิฐ จันทร์ตรี"]),
        ("นายเอกพจน์ ณ นคร รองผู้อำนวยการ", ["เอกพจน์ ณ นคร"]),
        ("นายกฤษณะ พุ่มพวง", ["กฤษณะ พุ่มพวง"]),
        ("นายธีรเดช มากมี ผู้อำนวยการ", ["ธีรเดช มากมี"]),
        ("นายกรัฐมนตรี และนายกเทศมนตรี นายอำเภอเมือง", []),
        ("นางบุษบา เกตุแก้วปลัดเทศบาล", ["บุษบา เกตุแก้ว"]),
    ],
)
def test_people_are_named_without_honorific(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_people(text)] == names


def test_a_given_name_alone_is_a_short_form() -> None:
    assert [(one.name, "short" in one.more) for one in find_people("นายสมคิด กล่าวว่า")] == [("สมคิด", True)]


def test_a_double_surname_is_kept_before_a_title() -> None:
    assert [one.name for one in find_people("ดร.ภูผา จันทรา ปุณยวงศ์ ผู้เชี่ยวชาญ")] == ["ภูผา จันทรา ปุณยวงศ์"]


def test_a_title_may_stand_like_an_honorific() -> None:
    assert [one.name for one in find_titled("ผอ.กมลชนก สุขเกษม และ ผอ.โรงเรียนบ้านโคก")] == ["กมลชนก สุขเกษม"]


def test_a_monk_keeps_his_title() -> None:
    text = "พระครูสุวรรณธรรม เจ้าอาวาส พระมหาสุรพล ฐิตเมโธ ตามพระราชบัญญัติ"
    assert [one.name for one in settle(find_monks(text))] == ["พระครูสุวรรณธรรม", "พระมหาสุรพล ฐิตเมโธ"]


def test_a_foreigner_is_named_in_latin_letters() -> None:
    assert [one.name for one in find_foreigners("Mr.Nguyen Van Hai ผู้อำนวยการ")] == ["Nguyen Van Hai"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("อบต.ขึ่ง", ["องค์การบริหารส่วนตำบลขึ่ง"]),
        ("องค์การบริหารส่วนจังหวัดนครราชสีมา", ["องค์การบริหารส่วนจังหวัดนครราชสีมา"]),
        ("บริษัท สยามออโต้เทค จำกัด", ["บริษัท สยามออโต้เทค จำกัด"]),
        ("บริษัท ซีพี ออลล์ จำกัด (มหาชน)", ["บริษัท ซีพี ออลล์ จำกัด (มหาชน)"]),
        ("กับวัดดอนเมือง", ["วัดดอนเมือง"]),
        ("มหาวิทยาลัยบูรพา วิทยาเขตสระแก้ว", ["มหาวิทยาลัยบูรพา วิทยาเขตสระแก้ว"]),
        ("ธ.ก.ส. สาขาชุมแพ", ["ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร สาขาชุมแพ"]),
        ("โรงพยาบาลและโรงเรียน", []),
    ],
)
def test_other_bodies_are_written_out(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_bodies(text)] == names


def test_a_group_is_named_by_its_own_name() -> None:
    text = "กลุ่มจตุรภาคี โรงเรียนขนาดเล็ก กลุ่มโรงเรียนเขาสมิง 2 และกลุ่มนิเทศ กลุ่มจตุรภาคี"
    assert [one.name for one in find_groups(text)] == ["กลุ่มจตุรภาคี", "กลุ่มโรงเรียนเขาสมิง 2", "กลุ่มจตุรภาคี"]


def test_a_programme_is_named_in_its_longest_form() -> None:
    text = "โครงการ “พี่ช่วยน้อง” และโครงการโรงเรียนปลอดขยะอย่างเป็นรูปธรรม"
    assert [one.name for one in find_programmes(text)] == ["โครงการพี่ช่วยน้อง", "โครงการโรงเรียนปลอดขยะ"]


def test_the_fewest_partners_are_a_rule_of_the_programme() -> None:
    assert least_partners("ในเครือข่ายอย่างน้อยเครือข่ายละ 3 แห่ง") == 3


def test_every_kind_of_organisation_has_a_thai_word() -> None:
    kinds = {kind for kind in meanings("bodies").values() if kind.isascii()} | {"foreign", "association", "department"}
    assert {kind for kind in kinds if show_word(kind, "th") == kind} == set()
