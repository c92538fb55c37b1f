"""Step 5 and 6: who holds which post where, and mentions of the same brought together."""

from __future__ import annotations

import pytest

from graphmou.extract import extract_text
from graphmou.extract.coreference import one_edit_apart
from graphmou.extract.truth import hold_to_text


def posts(text: str) -> list[tuple[str, str, str, str]]:
    found = extract_text(text)
    names = {
        one.id: one.name
        for kind in (found.people, found.offices, found.schools, found.organisations, found.groups)
        for one in kind
    }
    return [(names[p.person], p.title, names.get(p.organisation, ""), p.status) for p in found.positions]


A = "โรงเรียนบ้านโคก"
B = "โรงเรียนบ้านนา"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("นายสมคิด เกษดี ผู้อำนวยการโรงเรียนบ้านโคก", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("ไพโรจน์ พรมดี รก.ผอ.ร.ร.บ้านโคก", [("ไพโรจน์ พรมดี", "ผู้อำนวยการ", A, "acting")]),
        ("นายมานะ อักษรดี อดีตผู้อำนวยการโรงเรียนบ้านโคก", [("มานะ อักษรดี", "ผู้อำนวยการ", A, "former")]),
        ("ผู้อำนวยการโรงเรียนบ้านโคก (นายสมคิด เกษดี)", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("โรงเรียนบ้านโคก โดย นายสมคิด เกษดี ผู้อำนวยการ", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("โรงเรียนบ้านโคก โดย ผอ.สมคิด เกษดี", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        (
            "นายมานพ คงดี นายประสิทธิ์ พิเศษ และนางวิไล ใจงาม รอง ผอ.รร.บ้านโคก",
            [(name, "รองผู้อำนวยการ", A, "current") for name in ("มานพ คงดี", "ประสิทธิ์ พิเศษ", "วิไล ใจงาม")],
        ),
        (
            "นายมานพ คงดี รองผู้อำนวยการโรงเรียนบ้านโคก รักษาการในตำแหน่งผู้อำนวยการโรงเรียนบ้านนา",
            [("มานพ คงดี", "รองผู้อำนวยการ", A, "current"), ("มานพ คงดี", "ผู้อำนวยการ", B, "acting")],
        ),
        ("นางวิไล ใจงาม ครูชำนาญการพิเศษโรงเรียนบ้านโคก", [("วิไล ใจงาม", "ครู", A, "current")]),
        (
            "นายสมพร พูลผล นายกเทศมนตรีตำบลคลองใหญ่",
            [("สมพร พูลผล", "นายกเทศมนตรี", "เทศบาลตำบลคลองใหญ่", "current")],
        ),
        ("นายสมพร พูลผล ผู้ว่าราชการจังหวัดขอนแก่น", [("สมพร พูลผล", "ผู้ว่าราชการจังหวัดขอนแก่น", "", "current")]),
        ("นายสมคิด เกษดี เป็นประธานในพิธี และนางวิไล ใจงาม เป็นวิทยากร", []),
    ],
)
def test_posts(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_a_chair_of_a_group_holds_the_post_at_the_group() -> None:
    text = "เครือข่ายโรงเรียนเวียงทอง นำโดยนายพีระ โสภา ประธานเครือข่าย ในฐานะผู้อำนวยการโรงเรียนบ้านโคก"
    assert posts(text) == [
        ("พีระ โสภา", "ประธานเครือข่าย", "เครือข่ายโรงเรียนเวียงทอง", "current"),
        ("พีระ โสภา", "ผู้อำนวยการ", A, "current"),
    ]


def test_a_head_of_a_unit_is_understood_to_be_of_the_office_that_holds_the_meeting() -> None:
    text = "สพป.น่าน เขต 1 จัดประชุม โดยมี ดร.เสนา กรแก้ว ผู้อำนวยการกลุ่มนิเทศติดตามและประเมินผล กล่าวรายงาน"
    assert posts(text) == [
        ("เสนา กรแก้ว", "ผู้อำนวยการกลุ่มนิเทศติดตามและประเมินผล", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1", "current")
    ]


def test_two_spellings_of_a_director_are_one_person() -> None:
    found = extract_text("เฉลิมพร ราศรีดี ผอ.ร.ร.บ้านโคก\nขอขอบคุณ นางเฉลิมพร ราศีดี ผู้อำนวยการโรงเรียนบ้านโคก")
    assert [(person.name, person.variants) for person in found.people] == [("เฉลิมพร ราศรีดี", ["เฉลิมพร ราศีดี"])]
    assert [warning.kind for warning in found.warnings if warning.kind == "spelling-variants"] == ["spelling-variants"]


def test_namesakes_at_two_schools_stay_two_people() -> None:
    found = extract_text("นายสมคิด เกษดี ผอ.รร.บ้านโคก และนายสมคิด เกษด ผอ.รร.บ้านนา")
    assert len(found.people) == 2


def test_schools_never_merge_by_similarity() -> None:
    found = extract_text("โรงเรียนบ้านหนองแวง และโรงเรียนบ้านหนองแวก")
    assert len(found.schools) == 2


def test_blanks_and_brackets_make_no_second_school() -> None:
    found = extract_text("โรงเรียนวัดทุ่งเพล (เพ็ชร์วิทยา) และ โรงเรียนวัดทุ่งเพล(เพ็ชร์วิทยา)")
    assert [school.name for school in found.schools] == ["โรงเรียนวัดทุ่งเพล (เพ็ชร์วิทยา)"]


def test_a_short_form_of_an_office_is_the_office() -> None:
    found = extract_text("สพป.น่าน เขต 1 ประชุม ส่งให้ สพป.น่าน เขต ตามกำหนด")
    assert [office.name for office in found.offices] == ["สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"]
    assert "probable-typo" in {warning.kind for warning in found.warnings}


@pytest.mark.parametrize(
    ("first", "second", "near"), [("กข", "กข", True), ("กขค", "กค", True), ("กขค", "กงค", True), ("กข", "ขก", False)]
)
def test_one_edit_apart(first: str, second: str, near: bool) -> None:
    assert one_edit_apart(first, second) is near


def test_a_post_outside_the_network_stands_up_to_the_text() -> None:
    text = "นายสมพร พูลผล นายอำเภอปัว"
    held = hold_to_text(extract_text(text), text)
    assert (held.refused, [(one.title, one.organisation) for one in held.findings.positions]) == (
        [],
        [("นายอำเภอปัว", "")],
    )


AREA = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "นายดำรง คงดี ท้องถิ่นอำเภอเวียงสา และนายทอง ดีเลิศ ปลัดจังหวัดน่าน",
            [("ดำรง คงดี", "ท้องถิ่นอำเภอเวียงสา"), ("ทอง ดีเลิศ", "ปลัดจังหวัดน่าน")],
        ),
        ("นางสาวใจ ดีงาม ผู้อำนวยการเขตคลองสามวา กรุงเทพมหานคร", [("ใจ ดีงาม", "ผู้อำนวยการเขตคลองสามวา")]),
        ("นายเอก ดีเลิศ ผู้ใหญ่บ้านหมู่ที่ 3", [("เอก ดีเลิศ", "ผู้ใหญ่บ้านหมู่ที่ 3")]),
        ("พระมหาสมชาย สุเมโธ เลขานุการเจ้าคณะอำเภอปัว", [("พระมหาสมชาย สุเมโธ", "เลขานุการเจ้าคณะอำเภอปัว")]),
    ],
)
def test_heads_of_a_place_keep_it_in_their_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert posts(text) == [(person, title, "", "current") for person, title in expected]


@pytest.mark.parametrize(
    ("title", "name", "place"),
    [
        ("รอง ผกก.ป.สภ.เมืองน่าน", "รองผู้กำกับการป้องกันปราบปราม", "สถานีตำรวจภูธรเมืองน่าน"),
        ("สวป.สภ.เวียงสา", "สารวัตรป้องกันปราบปราม", "สถานีตำรวจภูธรเวียงสา"),
        ("ผู้บังคับกองพันทหารม้าที่ 15", "ผู้บังคับกองพัน", "กองพันทหารม้าที่ 15"),
        ("หัวหน้าพยาบาลโรงพยาบาลปัว", "หัวหน้าพยาบาล", "โรงพยาบาลปัว"),
        ("ประธานสภาเทศบาลตำบลปัว", "ประธานสภา", "เทศบาลตำบลปัว"),
        ("รองปลัด อบต.ศิลาแลง", "รองปลัดองค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบลศิลาแลง"),
        ("อิหม่ามประจำมัสยิดนูรุลอิสลาม", "อิหม่าม", "มัสยิดนูรุลอิสลาม"),
        ("ประธานกลุ่มออมทรัพย์เพื่อการผลิตบ้านนา", "ประธานกลุ่ม", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านนา"),
        ("ประธานชมรมผู้บริหารสถานศึกษาอำเภอปัว", "ประธานชมรม", "ชมรมผู้บริหารสถานศึกษาอำเภอปัว"),
        ("รองผู้อำนวยการโรงเรียนฝ่ายวิชาการ โรงเรียนบ้านโคก", "รองผู้อำนวยการฝ่ายวิชาการ", A),
        ("ครูอัตราจ้าง กลุ่มสาระการเรียนรู้ภาษาไทย โรงเรียนบ้านโคก", "ครูอัตราจ้าง", A),
        ("คณบดีคณะครุศาสตร์ มหาวิทยาลัยราชภัฏน่าน", "คณบดี", "คณะครุศาสตร์ มหาวิทยาลัยราชภัฏน่าน"),
    ],
)
def test_titles_of_every_kind_of_body(title: str, name: str, place: str) -> None:
    assert posts(f"นายสมคิด เกษดี {title}") == [("สมคิด เกษดี", name, place, "current")]


@pytest.mark.parametrize(
    "text",
    [
        "โรงเรียนบ้านโคก ซึ่งมีนายสมคิด เกษดี เป็นผู้อำนวยการ",
        "โรงเรียนบ้านโคก โดยท่านผู้อำนวยการ นายสมคิด เกษดี",
        "โรงเรียนบ้านโคก สังกัด สพป.น่าน เขต 2 โดย นายสมคิด เกษดี ผู้อำนวยการโรงเรียน",
        "โรงเรียน | ผู้อำนวยการ | โทรศัพท์\nโรงเรียนบ้านโคก | นายสมคิด เกษดี | 081",
        "ที่ | ชื่อ | ตำแหน่ง | โรงเรียน\n1 | นายสมคิด เกษดี | ผู้อำนวยการโรงเรียน | โรงเรียนบ้านโคก",
        "ผู้อำนวยการโรงเรียนที่ลงนาม ได้แก่\n- โรงเรียนบ้านโคก (นายสมคิด เกษดี)",
        "ภาพที่ 1 สมคิด เกษดี ผู้อำนวยการโรงเรียนบ้านโคก (ซ้าย)",
    ],
)
def test_the_head_of_the_school_named_before_or_in_a_table(text: str) -> None:
    assert posts(text) == [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]


def test_a_signature_for_another_tells_both_titles() -> None:
    text = (
        "(นายสมคิด เกษดี)\nรองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา รักษาราชการแทน\n"
        "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 2"
    )
    assert posts(text) == [
        ("สมคิด เกษดี", "รองผู้อำนวยการ", AREA, "current"),
        ("สมคิด เกษดี", "ผู้อำนวยการ", AREA, "acting"),
    ]


def test_who_has_a_post_of_their_own_does_not_take_that_of_the_next() -> None:
    text = "นางใจ ดีจริง ปลัดเทศบาลเมืองน่าน กล่าวรายงาน โดยมีนางใจ ดีจริง และนายเอก ดีเลิศ ศึกษานิเทศก์ สพป.น่าน เขต 2"
    assert posts(text) == [
        ("ใจ ดีจริง", "ปลัดเทศบาล", "เทศบาลเมืองน่าน", "current"),
        ("เอก ดีเลิศ", "ศึกษานิเทศก์", AREA, "current"),
    ]


def test_monks_keep_their_rank_and_both_names() -> None:
    text = "พระครูปลัดสมชาย ฐิตธมฺโม เจ้าอาวาสวัดบ้านโคก และพระปลัดวิชัย ใจดี รองเจ้าอาวาสวัดบ้านนา"
    assert [post[:3] for post in posts(text)] == [
        ("พระครูปลัดสมชาย ฐิตธมฺโม", "เจ้าอาวาส", "วัดบ้านโคก"),
        ("พระปลัดวิชัย ใจดี", "รองเจ้าอาวาส", "วัดบ้านนา"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ผอ.รร.บ้านโคก (นายสมคิด เกษดี) ผอ.รร.บ้านนา (นางใจ ดีจริง)",
            [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current"), ("ใจ ดีจริง", "ผู้อำนวยการ", B, "current")],
        ),
        (
            "นายสมคิด เกษดี ผอ.โรงเรียนบ้านโคก (ประธานเครือข่ายปัวเหนือ)",
            [
                ("สมคิด เกษดี", "ผู้อำนวยการ", A, "current"),
                ("สมคิด เกษดี", "ประธานเครือข่าย", "เครือข่ายปัวเหนือ", "current"),
            ],
        ),
        (
            "นางใจ ดีจริง ในฐานะผู้อำนวยการโรงเรียนบ้านโคก ขอขอบคุณ",
            [("ใจ ดีจริง", "ผู้อำนวยการ", A, "current")],
        ),
        (
            "คณะศึกษานิเทศก์ สพป.น่าน เขต 2 ได้แก่ นางใจ ดีจริง และนายเอก ดีเลิศ ลงพื้นที่",
            [("ใจ ดีจริง", "ศึกษานิเทศก์", AREA, "current"), ("เอก ดีเลิศ", "ศึกษานิเทศก์", AREA, "current")],
        ),
        (
            "อดีตผู้อำนวยการโรงเรียนบ้านโคก นายสมคิด เกษดี ซึ่งปัจจุบันดำรงตำแหน่งผู้อำนวยการโรงเรียนบ้านนา",
            [("สมคิด เกษดี", "ผู้อำนวยการ", B, "current"), ("สมคิด เกษดี", "ผู้อำนวยการ", A, "former")],
        ),
        ("สวัสดีครับ ผม สมคิด เกษดี ผู้อำนวยการโรงเรียนบ้านโคก", [("สมคิด เกษดี", "ผู้อำนวยการ", A, "current")]),
        ("นายสมคิด เกษดี ในฐานะประธานในพิธี กล่าวเปิด", []),
    ],
)
def test_posts_in_brackets_lists_and_in_the_first_person(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


def test_a_name_is_known_again_without_honorific() -> None:
    text = '"สมคิด เกษดี" นำทีม\nนายสมคิด เกษด ผู้อำนวยการโรงเรียนบ้านโคก\nนายสมคิด เกษดี กล่าวว่า'
    assert [person.name for person in extract_text(text).people] == ["สมคิด เกษดี"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(จากซ้าย) สมคิด เกษดี, ใจ ดีจริง และ เอก ดีเลิศ", ["สมคิด เกษดี", "ใจ ดีจริง", "เอก ดีเลิศ"]),
        ("สมคิด เกษดี/ข่าว ใจ ดีจริง/ภาพ", ["สมคิด เกษดี", "ใจ ดีจริง"]),
        ("ข่าว : สมคิด เกษดี\nภาพ : งานประชาสัมพันธ์ โรงเรียนบ้านโคก", ["สมคิด เกษดี"]),
        ("ลงชื่อ .......... ใจ ดีจริง\nผู้รายงาน", ["ใจ ดีจริง"]),
        ("ผู้ประสานงาน: ครูใจ ดีจริง โทร 081-1111111", ["ใจ ดีจริง"]),
        ("ภาพกิจกรรม : วันภาษาไทย แห่งชาติ", []),
        ("(ข่าวโดย ครูหล้า งานประชาสัมพันธ์โรงเรียนบ้านโคก)", []),
    ],
)
def test_people_of_captions_credits_and_signatures(text: str, names: list[str]) -> None:
    assert [person.name for person in extract_text(text).people] == names
