"""What hangs together by standing in one paragraph."""

from __future__ import annotations

from graphmou.extract.pipeline import extract_text

SIGNED = "วันที่ 10 มีนาคม 2566 มีพิธีลงนามบันทึกข้อตกลงความร่วมมือ ระหว่างโรงเรียนบ้านนา กับโรงเรียนบ้านโคก"


def test_an_agreement_is_made_under_the_one_programme_of_its_paragraph() -> None:
    findings = extract_text(SIGNED + " ภายใต้โครงการโรงเรียนคุณภาพประจำตำบล\n")
    assert [agreement.programme for agreement in findings.agreements] == [findings.programmes[0].id]


def test_a_programme_of_another_paragraph_is_none_of_the_agreement() -> None:
    findings = extract_text(SIGNED + "\nต่อมาได้แนะนำโครงการโรงเรียนคุณภาพประจำตำบล\n")
    assert [agreement.programme for agreement in findings.agreements] == [None]


def test_members_are_counted_of_the_one_group_of_their_paragraph() -> None:
    findings = extract_text("สหวิทยาเขตดอนยอ มีสมาชิก 4 โรงเรียน ร่วมประชุมที่โรงเรียนบ้านนา")
    assert [(count.what, count.count, count.about) for count in findings.counts] == [
        ("members", 4, findings.groups[0].id)
    ]
