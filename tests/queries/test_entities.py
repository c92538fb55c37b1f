"""Which node a person means: on both stores, by id, name, alias or spelling, and never by guess."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphmou.entities import find_entities, resolve_entity, suggest
from graphmou.errors import EntityAmbiguous, EntityNotFound
from graphmou.graph import Node
from graphmou.store.protocol import Limits, Store
from tests.queries.stores import rel
from tests.samples import node, said


@pytest.mark.parametrize(
    ("text", "node_id"),
    [
        ("wat-phra-fang", "wat-phra-fang"),
        ("โรงเรียนวัดพระฝาง", "wat-phra-fang"),
        ("ร.ร.วัดพระฝาง", "wat-phra-fang"),
        ("ร.ร. วัดพระฝาง", "wat-phra-fang"),
        ("Wat Phra Fang School", "wat-phra-fang"),
        ("โรงเรียนบ้านลําพยา", "ban-lam-phaya"),  # sara am in two characters
    ],
)
def test_a_school_is_found_by_id_name_and_spelling(five: Store, text: str, node_id: str) -> None:
    entity = resolve_entity(five, text, ["School"])
    assert (entity.id, entity.label) == (node_id, "School")


@pytest.mark.parametrize(
    "text",
    [
        "spm-19",
        "สพม.19",
        "สพม.๑๙",
        "สพม. 19",
        "สพม 19",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 19",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๑๙",
        "สพม.เลย หนองบัวลำภู",
    ],
)
def test_an_office_is_found_however_it_is_called(five: Store, text: str) -> None:
    assert resolve_entity(five, text, ["Office"]).id == "spm-19"


def test_a_person_is_found_by_either_spelling(five: Store) -> None:
    for text in ("เฉลิมพร ราศรีชัย", "เฉลิมพร ราศีชัย", "เฉลิมพร  ราศีชัย"):
        assert resolve_entity(five, text).id == "chaloemphon-rasrichai"


@pytest.mark.parametrize("text", ["นายสมคิด เกษดา", "นาย สมคิด  เกษดา", "ดร.ภูธร จันทะหงษ์ ปุณยจำรัสธำรง", "นางเฉลิมพร ราศีชัย"])
def test_a_person_is_found_with_what_stands_before_the_name(five: Store, text: str) -> None:
    assert resolve_entity(five, text, ["Person"]) == resolve_entity(five, text)
    with pytest.raises(EntityNotFound):
        resolve_entity(five, text, ["School"])


def test_two_schools_of_one_name_are_listed_with_their_offices_and_none_is_picked(
    loaded: Callable[..., Store],
) -> None:
    store = loaded(
        said(
            "d1",
            "2021-01-01",
            node("Office", "o1", name="สพป.เลย เขต 1", level="area"),
            node("School", "nong-bua-1", name="โรงเรียนบ้านหนองบัว"),
            node("School", "nong-bua-2", name="โรงเรียนบ้านหนองบัว", province="ตาก"),
            rel("UNDER", "nong-bua-1", "o1"),
        )
    )
    with pytest.raises(EntityAmbiguous) as raised:
        resolve_entity(store, "ร.ร.บ้านหนองบัว", ["School"])
    hint = raised.value.hint or ""
    assert "nong-bua-1  โรงเรียนบ้านหนองบัว (School, สพป.เลย เขต 1)" in hint
    assert "nong-bua-2  โรงเรียนบ้านหนองบัว (School, ตาก)" in hint
    assert resolve_entity(store, "nong-bua-2", ["School"]).id == "nong-bua-2"
    assert [entity.id for entity in find_entities(store, "บ้านหนองบัว")] == ["nong-bua-1", "nong-bua-2"]


def test_an_id_wins_over_a_name(loaded: Callable[..., Store]) -> None:
    store = loaded(said("d1", "2021-01-01", node("School", "a", name="b"), node("School", "b", name="a")))
    assert resolve_entity(store, "a").id == "a"
    with pytest.raises(EntityAmbiguous):
        resolve_entity(store, "A")  # no id, and both have it as id or name in the form that is compared


def test_one_name_of_two_kinds_is_told_apart_by_the_kind_asked_for(loaded: Callable[..., Store]) -> None:
    store = loaded(
        said("d1", "2021-01-01", node("Programme", "p", name="โรงเรียนคุณภาพ"), node("Topic", "t", name="โรงเรียนคุณภาพ"))
    )
    assert resolve_entity(store, "โรงเรียนคุณภาพ", ["Topic"]).id == "t"
    with pytest.raises(EntityAmbiguous):
        resolve_entity(store, "โรงเรียนคุณภาพ", ["Topic", "Programme"])


def test_the_wrong_kind_is_said_to_be_another(five: Store) -> None:
    with pytest.raises(EntityNotFound) as raised:
        resolve_entity(five, "สพม.19", ["School"])
    assert "is no School" in raised.value.message
    assert "spm-19" in (raised.value.hint or "")
    assert raised.value.exit_code == 1


@pytest.mark.parametrize("text", ["วัดพระฝาง", "โรงเรียนวัดพระฟาง", "wat-phra-fan", "โรงเรียนวัดพระฝาง อุตรดิตถ์"])
def test_a_near_miss_suggests(five: Store, text: str) -> None:
    with pytest.raises(EntityNotFound) as raised:
        resolve_entity(five, text, ["School"])
    assert "wat-phra-fang" in (raised.value.hint or "")


def test_what_is_like_nothing_says_how_to_look(five: Store) -> None:
    with pytest.raises(EntityNotFound) as raised:
        resolve_entity(five, "zzzzzz", ["School"])
    assert "graphmou query search" in (raised.value.hint or "")
    assert suggest(five, "zzzzzz") == []
    assert suggest(five, " . ") == []


def test_the_errors_speak_thai(five: Store) -> None:
    with pytest.raises(EntityNotFound) as raised:
        resolve_entity(five, "วัดพระฝาง", ["School"])
    said = raised.value.in_("th")
    assert "ไม่พบโรงเรียนที่มีรหัสหรือชื่อว่า" in said
    assert "wat-phra-fang  โรงเรียนวัดพระฝาง (โรงเรียน" in said


def test_part_of_a_name_finds_all_that_hold_it_unless_one_is_called_so(five: Store) -> None:
    assert [entity.id for entity in find_entities(five, "อนุบาล", ["School"])] == [
        "anuban-buriram",
        "anuban-nakhon-pathom",
    ]
    assert [entity.id for entity in find_entities(five, "คุณภาพ", ["Topic"])] == ["quality"]
    with pytest.raises(EntityNotFound):
        find_entities(five, "ไม่มีสิ่งนี้", ["Topic"])


def test_what_was_added_by_hand_is_found_by_id_and_name(store: Store) -> None:
    with store.transaction() as transaction:
        transaction.run("CREATE (:School {id: 'by-hand', name: 'โรงเรียนเพิ่มเอง'})", {}, Limits())
    assert resolve_entity(store, "by-hand").id == "by-hand"
    assert resolve_entity(store, "โรงเรียนเพิ่มเอง", ["School"]).id == "by-hand"


@pytest.mark.parametrize("text", ["'", '"', "\\", "`", "$text", "x' OR true //", "\u200b", "=1+1"])
def test_an_odd_text_is_data_and_nothing_else(five: Store, text: str) -> None:
    with pytest.raises(EntityNotFound):
        resolve_entity(five, text)


def test_many_of_one_name_are_cut_and_counted(loaded: Callable[..., Store]) -> None:
    schools = [Node("School", f"s{number:02}", {"name": "โรงเรียนวัดใหม่"}) for number in range(30)]
    store = loaded(said("d1", "2021-01-01", *schools))
    with pytest.raises(EntityAmbiguous) as raised:
        resolve_entity(store, "โรงเรียนวัดใหม่")
    assert "30" in raised.value.message
    assert "and 10 more" in (raised.value.hint or "")
