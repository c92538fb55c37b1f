"""A country that does not exist: as many schools, agreements and relationships as one asks for.

The same arguments always give the same facts. Every office has one document; schools and agreements are dealt
out to the offices in turn, so number ``n`` belongs to office ``n % offices``. Names are made of common words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice

from graphmou.facts import DocumentFacts
from graphmou.graph import Evidence, Graph, Node, Properties, Relationship, Value

__all__ = ["synthetic_facts"]

SCHOOLS_OF_AN_OFFICE = 120
FIRST_DAY = date(2017, 10, 1)

_PLACES = ("หนอง", "บ้าน", "วัด", "โคก", "ดอน", "คลอง", "ท่า", "ห้วย", "นา", "เขา", "บึง", "ทุ่ง")
_TREES = ("มะขาม", "ไผ่", "สัก", "ตาล", "มะม่วง", "ไทร", "โพธิ์", "ยาง", "ประดู่", "จำปา", "กระทุ่ม", "หว้า")
_KINDS = ("วิทยา", "พิทยาคม", "ราษฎร์บำรุง", "ประชาสรรค์", "วิทยาคาร", "อนุสรณ์")


def synthetic_facts(
    schools: int, agreements: int, relationships: int, documents: int | None = None
) -> list[DocumentFacts]:
    """What the documents of a made-up country say: exactly that many schools, agreements and relationships.

    Every school is UNDER an office, every agreement SIGNED by an office and a school. Of the relationships
    that are left half are MENTORS between schools of one office and half MENTIONED_IN.

    Raises:
        ValueError: so many relationships cannot be made of so few schools and agreements, or the reverse.
    """
    offices = documents or max(1, schools // SCHOOLS_OF_AN_OFFICE)
    left = relationships - schools - 2 * agreements
    does_not_fit = ValueError(f"{schools} schools, {agreements} agreements, {relationships} relationships do not fit")
    if left < 0 or schools < offices or agreements < offices:
        raise does_not_fit
    facts = [_document(office) for office in range(offices)]
    for number in range(schools):
        _add_school(facts[number % offices], number, offices)
    for number in range(agreements):
        _add_agreement(facts[number % offices], number, offices, schools)
    mentors = list(islice(_mentors(offices, schools), left // 2))
    mentions = list(islice(_mentions(facts), left - left // 2))
    if len(mentors) + len(mentions) < left:
        raise does_not_fit
    for mentor, partner in mentors:
        _add_mentor(facts[mentor % offices], mentor, partner)
    for one, node in mentions:
        one.graph.add(Relationship("MENTIONED_IN", node, one.document, _said(one, node)))
    return facts


def _document(office: int) -> DocumentFacts:
    day = (FIRST_DAY + timedelta(days=office)).isoformat()
    name = f"สำนักงานเขตพื้นที่การศึกษาสมมุติ เขต {office + 1}"
    one = DocumentFacts(f"office-{office}-{day}", day, Graph())
    one.graph.add(
        Node(
            "Document",
            one.document,
            {
                "name": f"เอกสารสมมุติ {office + 1}",
                "date": day,
                "date_precision": "day",
                "file": f"{office:03}.txt",
                "sha256": f"{office:064x}",
            },
        )
    )
    one.graph.add(Node("Office", f"office-{office}", _said(one, name, name=name, level="area")))
    return one


def _add_school(one: DocumentFacts, number: int, offices: int) -> None:
    # Several schools share a name, as in the real country.
    place, tree, kind = number % len(_PLACES), number // 7 % len(_TREES), number // 11 % len(_KINDS)
    name = f"โรงเรียน{_PLACES[place]}{_TREES[tree]}{_KINDS[kind]}"
    said = _said(one, name, name=name, district=f"อำเภอ{_PLACES[number // 13 % len(_PLACES)]}", province="สมมุติ")
    one.graph.add(Node("School", f"school-{number}", said))
    basis = _said(one, name, basis="stated")
    one.graph.add(Relationship("UNDER", f"school-{number}", f"office-{number % offices}", basis))


def _add_agreement(one: DocumentFacts, number: int, offices: int, schools: int) -> None:
    office = number % offices
    of_office = len(range(office, schools, offices))
    school = office + number // offices % of_office * offices
    signed = FIRST_DAY + timedelta(days=number % 2500)
    name = f"บันทึกข้อตกลงสมมุติ ฉบับที่ {number + 1}"
    said = _said(one, name, name=name, signed_on=signed.isoformat(), signed_on_precision="day")
    if number % 3:
        said |= {"ends": f"{signed.year + 3}-12-31", "ends_precision": "year"}
    agreement = f"agreement-{number}"
    one.graph.add(Node("Agreement", agreement, said))
    for party, role in ((f"office-{office}", "office"), (f"school-{school}", "party")):
        one.graph.add(Relationship("SIGNED", party, agreement, _said(one, name, basis="stated", role=role)))


def _add_mentor(one: DocumentFacts, mentor: int, partner: int) -> None:
    basis = "inferred" if partner % 4 == 0 else "stated"
    said = _said(one, f"{mentor} {partner}", basis=basis, starts="2021-01-01", starts_precision="year")
    one.graph.add(Relationship("MENTORS", f"school-{mentor}", f"school-{partner}", said))


def _mentors(offices: int, schools: int) -> Iterator[tuple[int, int]]:
    """Pairs of schools of one office, each pair once: next neighbours first, then the ones after."""
    for distance in range(offices, schools, offices):
        for mentor in range(schools - distance):
            yield mentor, mentor + distance


def _mentions(facts: list[DocumentFacts]) -> Iterator[tuple[DocumentFacts, str]]:
    return chain.from_iterable(
        ((one, node.id) for node in one.graph.nodes.values() if node.label != "Document") for one in facts
    )


def _said(one: DocumentFacts, phrase: str, **values: Value) -> Properties:
    """Properties with a phrase of evidence, at a place of the document that the phrase alone decides."""
    start = sum(map(ord, phrase)) % 4000
    evidence = Evidence(one.document, start, start + len(phrase), phrase)
    return {**values, "evidence": [str(evidence)]}
