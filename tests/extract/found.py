"""Findings made by hand, for tests of what becomes of them."""

from __future__ import annotations

from graphmou.extract.findings import (
    AgreementFound,
    CountFound,
    DateFound,
    EntityFound,
    EventFound,
    Findings,
    GroupFound,
    MentoringFound,
    PartyFound,
    PositionFound,
    Quote,
    Warned,
)

TEXT = (
    "สพป.น่าน เขต 1 จัดพิธีลงนามบันทึกข้อตกลง (MOU)\r\n"
    "วันที่ 10 กุมภาพันธ์ 2564 ระหว่าง ร.ร.วัดเอ กับโรงเรียนวัดบี โดยนายหนึ่ง ใจดี ผู้อำนวยการ ร.ร.วัดเอ "
    "เป็นประธาน นางสอง งามดี เป็นพยาน เรื่องคุณธรรม ภายใต้โครงการโรงเรียนคุณภาพ "
    "ร.ร.วัดเอ เป็นพี่เลี้ยงโรงเรียนวัดบี มีเครือข่าย 3 แห่ง ผู้เข้าร่วม 25 คน"
)


def quote(phrase: str) -> Quote:
    start = TEXT.index(phrase)
    return Quote(start, start + len(phrase), phrase)


def findings() -> Findings:
    """One of everything, with provisional ids."""
    return Findings(
        offices=[
            EntityFound(
                "o1", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1", [quote("สพป.น่าน เขต 1")], more={"provinces": ["น่าน"]}
            )
        ],
        schools=[
            EntityFound("s1", "โรงเรียนวัดเอ", [quote("ร.ร.วัดเอ")], 0.9, more={"under": "o1"}),
            EntityFound("s2", "โรงเรียนวัดบี", [quote("โรงเรียนวัดบี")]),
        ],
        people=[
            EntityFound("p1", "หนึ่ง ใจดี", [quote("นายหนึ่ง ใจดี")], more={"honorific": "นาย"}),
            EntityFound("p2", "สอง งามดี", [quote("นางสอง งามดี")]),
        ],
        groups=[
            GroupFound("g1", "เครือข่ายโรงเรียนวัดเอ", [quote("เครือข่าย 3")], members=["s1", "s2"], lead="s1", under="o1")
        ],
        programmes=[EntityFound("m1", "โครงการโรงเรียนคุณภาพ", [quote("โครงการโรงเรียนคุณภาพ")])],
        topics=[EntityFound("t1", "คุณธรรม", [quote("คุณธรรม")])],
        events=[
            EventFound(
                "e1",
                "พิธีลงนามบันทึกข้อตกลง",
                [quote("พิธีลงนามบันทึกข้อตกลง")],
                starts="2021-02-10",
                attended=[("p1", "ประธาน")],
                programme="m1",
                topics=["t1"],
            )
        ],
        agreements=[
            AgreementFound(
                "a1",
                "บันทึกข้อตกลง",
                [quote("ลงนามบันทึกข้อตกลง (MOU)")],
                [PartyFound("s1", "lead"), PartyFound("s2", "partner")],
                signed_on="2021-02-10",
                starts="2021",
                ends="2023",
                overseen_by=["o1"],
                witnesses=["p2"],
                signed_for=[("p1", "s1")],
                event="e1",
                programme="m1",
                topics=["t1"],
            )
        ],
        mentoring=[MentoringFound("s1", "s2", "stated", [quote("ร.ร.วัดเอ เป็นพี่เลี้ยงโรงเรียนวัดบี")], "a1")],
        positions=[PositionFound("p1", "ผู้อำนวยการ", "s1", "current", [quote("นายหนึ่ง ใจดี ผู้อำนวยการ")])],
        dates=[DateFound("2021-02-10", "event", quote("10 กุมภาพันธ์ 2564"))],
        counts=[
            CountFound("partners", 3, "g1", [quote("3 แห่ง")]),
            CountFound("attendance", 25, None, [quote("ผู้เข้าร่วม 25 คน")], ["2 × 10 = 20 ครู", "5 ผู้บริหาร"]),
        ],
        warnings=[Warned("declared-count", "3 announced, 1 named", "ประกาศ 3 ระบุ 1", quote("3 แห่ง"))],
    )
