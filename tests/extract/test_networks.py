"""Step 9, networks that a text describes without a name: their leads, their members, their declared numbers."""

from __future__ import annotations

from graphmou.extract import extract_text
from graphmou.extract.findings import GroupFound


def networks(text: str) -> list[tuple[str, str, list[str], list[int]]]:
    """Name, lead, members and declared numbers of each network without a name."""
    found = extract_text(text)
    names = {school.id: school.name for school in found.schools}
    return [
        (
            group.name,
            names[group.lead or ""],
            [names[member] for member in group.members],
            [count.count for count in found.counts if count.about == group.id],
        )
        for group in found.groups
        if not group.named
    ]


def test_a_lead_and_its_partners_are_a_group_called_by_the_words_of_the_text() -> None:
    text = "โรงเรียนบ้านโคก เป็นโรงเรียนแม่ข่าย กับโรงเรียนลูกข่าย 2 โรงเรียน คือ โรงเรียนบ้านนา และโรงเรียนบ้านไร่"
    members = ["โรงเรียนบ้านโคก", "โรงเรียนบ้านนา", "โรงเรียนบ้านไร่"]
    assert networks(text) == [("โรงเรียนลูกข่ายของโรงเรียนบ้านโคก", "โรงเรียนบ้านโคก", members, [2])]


def test_partners_that_are_only_counted_are_a_group_of_their_lead() -> None:
    text = "มีสถานศึกษาแกนนำ จำนวน 1 แห่ง คือ โรงเรียนบ้านโคก และมีสถานศึกษาร่วมพัฒนา อีกจำนวน 8 แห่ง ในอำเภอ"
    assert networks(text) == [("สถานศึกษาร่วมพัฒนาของโรงเรียนบ้านโคก", "โรงเรียนบ้านโคก", ["โรงเรียนบ้านโคก"], [8])]


def test_it_is_called_what_the_text_calls_its_networks() -> None:
    text = (
        "ประชุมเครือข่ายนวัตกรรมริมโขง\nแผนของเครือข่ายนวัตกรรมริมโขง\n"
        "โรงเรียนบ้านโคก เป็นแกนนำ ร่วมพัฒนากับโรงเรียนบ้านนา และโรงเรียนบ้านไร่"
    )
    assert [name for name, *_ in networks(text)] == ["เครือข่ายนวัตกรรมริมโขง (แกนนำ โรงเรียนบ้านโคก)"]


def test_each_number_is_of_the_lead_it_stands_by() -> None:
    text = (
        "1. โรงเรียนบ้านโคก ดูแลรับผิดชอบโรงเรียนเครือข่าย 2 โรงเรียน ได้แก่ โรงเรียนบ้านนา และโรงเรียนบ้านไร่\n"
        "2. โรงเรียนวัดดอย ดูแลรับผิดชอบโรงเรียนเครือข่าย 2 โรงเรียน ได้แก่ โรงเรียนวัดสูง และโรงเรียนวัดใต้"
    )
    assert [(lead, numbers) for _, lead, _, numbers in networks(text)] == [
        ("โรงเรียนบ้านโคก", [2]),
        ("โรงเรียนวัดดอย", [2]),
    ]


def test_one_school_that_helps_another_is_no_network() -> None:
    assert networks("โรงเรียนบ้านโคก เป็นพี่เลี้ยงให้โรงเรียนบ้านนา และโรงเรียนบ้านไร่") == []
    assert networks("โรงเรียนบ้านโคก เป็นแกนนำ ร่วมพัฒนากับโรงเรียนบ้านนา") == []


def test_several_leads_at_once_are_no_network() -> None:
    assert networks("สถานศึกษาแกนนำ คือ โรงเรียนบ้านโคก และโรงเรียนบ้านนา กับสถานศึกษาร่วมพัฒนา 6 แห่ง") == []


def test_its_phrases_name_the_lead_and_a_word_of_the_network() -> None:
    text = "โรงเรียนบ้านโคก เป็นแกนนำ ร่วมพัฒนากับโรงเรียนบ้านนา และโรงเรียนบ้านไร่"
    (group,) = [one for one in extract_text(text).groups if isinstance(one, GroupFound) and not one.named]
    assert [quote.phrase for quote in group.quotes] == ["โรงเรียนบ้านโคก เป็นแกนนำ ร่วมพัฒนา"]
