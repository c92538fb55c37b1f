"""A review as a person holds it: keys in, lines of 80 by 24 out, every decision saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import wcwidth
from rich.text import Text as Styled

from graphmou.review.conversation import Conversation
from graphmou.review.deciding import Review
from graphmou.review.items import Item, Phrase
from graphmou.review.screen import Screen
from graphmou.review.surroundings import windows
from graphmou.strict_yaml import YamlMap, read_yaml
from tests.review.drafts import TEXT, draft


class Typist:
    """Presses keys and types lines; keeps what was shown."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.shown: list[list[Styled]] = []
        self.prompts: list[str] = []

    def show(self, lines: Sequence[Styled]) -> None:
        self.shown.append(list(lines))

    def key(self) -> str:
        return self.typed.pop(0) if self.typed else ""

    def line(self, prompt: str) -> str | None:
        self.prompts.append(prompt)
        return self.typed.pop(0) if self.typed else None

    @property
    def text(self) -> str:
        return "\n".join(line.plain for line in self.shown[-1])


class Judge:
    """Keeps judgements in a list; refuses on request."""

    def __init__(self, refuses: str | None = None) -> None:
        self.judged: list[tuple[str, str, bool]] = []
        self.undone: list[tuple[str, str]] = []
        self.refuses = refuses

    def judge(self, item: Item, other: str, *, same: bool) -> str | None:
        if self.refuses is None:
            self.judged.append((other, item.id, same))
        return self.refuses

    def undo(self, ids: tuple[str, str]) -> None:
        self.undone.append(ids)


class Held:
    """One conversation that was held."""

    def __init__(self, *typed: str, text: str | None = None, judge: Judge | None = None, lang: str = "en") -> None:
        root, _ = read_yaml(draft() if text is None else text, "news.yaml")
        assert isinstance(root, YamlMap)
        self.review = Review(root)
        self.typist = Typist(*typed)
        self.saved = 0
        screen = Screen("news.yaml", TEXT, "th" if lang == "th" else "en")
        self.judge = judge or Judge()
        self.finished = Conversation(self.review, screen, self.typist, self._save, self.judge).hold()

    def _save(self) -> None:
        self.saved += 1

    def state(self, node_id: str) -> str:
        found = self.review.item_with(node_id)
        assert found is not None
        return found.state


def test_ten_times_accept_and_all_is_decided() -> None:
    held = Held(*"aaaaaaaaaa")
    assert held.finished
    assert held.saved == 10
    assert held.review.counts().accepted == 10


def test_the_end_of_the_input_stops_and_nothing_is_lost() -> None:
    held = Held(*"aa")
    assert not held.finished
    assert held.review.counts().accepted == 2


def test_a_thai_keyboard_presses_the_same_keys() -> None:
    held = Held(*"ฟฟ", "พ", "ั", "ๆ", "ฟ")
    assert (held.state("wat-a"), held.state("wat-b")) == ("accepted", "rejected")
    assert held.typist.typed == ["ฟ"], "ๆ is q"


def test_rejecting_what_others_rest_on_asks_first() -> None:
    assert Held(*"aa", "r", "n", "q").state("wat-b") == "pending"
    held = Held(*"aa", "r", "y", "q")
    assert any("โรงเรียนวัดเอ > โรงเรียนวัดบี" in line.plain for screen in held.typist.shown for line in screen)
    assert held.state("wat-b") == "rejected"
    assert held.review.counts().left_out == 1


def test_accepting_an_agreement_asks_about_its_parties() -> None:
    skips = ["s"] * 7
    assert Held(*skips, "a", "n", "q").state("spp-x-1-2021-02-10-a1") == "pending"
    held = Held(*skips, "a", "y", "q")
    assert held.state("spp-x-1-2021-02-10-a1") == "accepted"
    assert held.state("wat-a") == held.state("wat-b") == "accepted"


def test_undo_takes_back_the_last_and_comes_back_to_it() -> None:
    held = Held("a", "a", "u", "q")
    assert held.state("wat-a") == "pending"
    assert held.review.current is not None
    assert held.review.current.id == "wat-a"
    assert "nothing to undo" in Held("u", "q").typist.text


def test_back_shows_what_was_decided() -> None:
    assert "[accepted]" in Held("a", "b", "q").typist.text


def test_a_name_is_edited_and_the_item_stays() -> None:
    held = Held("a", "e", "1", "โรงเรียนวัดเอใหม่", "q")
    assert held.review.current is not None
    assert held.review.current.id == "wat-a"
    assert "โรงเรียนวัดเอใหม่" in held.typist.text
    assert held.saved == 2


def test_what_is_typed_wrong_is_told_and_nothing_changes() -> None:
    held = Held(*["s"] * 7, "e", "7", "some day", "q")
    assert "is no date" in held.typist.text
    assert held.saved == 0


def test_a_party_is_taken_away_and_its_role_changed() -> None:
    held = Held(*["s"] * 7, "e", "10", "-", "e", "9", "partner", "q")
    agreement = held.review.item_with("spp-x-1-2021-02-10-a1")
    assert agreement is not None
    assert [item.entries["role"].text for _, item in agreement.nested()] == ["partner"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lang", "listed", "asked"),
    [
        ("en", "party โรงเรียนวัดบี - role: partner", "(lead, partner, office, party; - = take it out of this item)"),
        ("th", "คู่ความร่วมมือ โรงเรียนวัดบี - บทบาท: ร่วมพัฒนา", "(แกนนำ, ร่วมพัฒนา, สำนักงาน, คู่ความร่วมมือ; - = เอาออกจากรายการนี้)"),
    ],
)
def test_what_can_be_edited_is_called_as_people_call_it(lang: str, listed: str, asked: str) -> None:
    held = Held(*["s"] * 7, "e", "10", "", "q", lang=lang)
    assert any(listed in line.plain for line in held.typist.shown[-2])
    assert "10 ก.พ. 2564" in "".join(line.plain for line in held.typist.shown[-2]) or lang == "en"
    assert asked in held.typist.prompts[-1]


def test_a_wrong_number_is_asked_for_again_and_what_follows_is_no_key() -> None:
    held = Held("a", "e", "99", "ฟฟ", "", "q")
    assert any("no such number: 99" in line.plain for screen in held.typist.shown for line in screen)
    assert held.review.counts().accepted == 1


def test_an_edit_that_changes_nothing_is_no_decision() -> None:
    held = Held("a", "e", "1", "โรงเรียนวัดเอ", "e", "2", "-", "u", "q")
    assert held.review.counts().accepted == 0, "undo takes the acceptance back"


def test_a_date_of_unclear_era_says_how_to_write_it() -> None:
    held = Held(*["s"] * 7, "e", "7", "10 ก.พ. 64", "q", lang="th")
    assert "เขียนปีสี่หลัก" in held.typist.text


def test_help_says_the_keys_of_a_thai_keyboard() -> None:
    held = Held("?", "x", "q", lang="th")
    shown = [line.plain for line in held.typist.shown[1]]
    assert any(line.startswith("a ฟ  ยืนยัน") for line in shown)
    assert any(line.startswith("b  ิ  ย้อน") for line in shown)


def test_no_word_of_the_surroundings_is_shown_in_half() -> None:
    text = "ผู้อำนวยการโรงเรียน" * 20
    start = len(text) // 2
    ((begin, end, _),) = windows(text, [Phrase(start, start + 3, text[start : start + 3])], 1)
    assert text[begin:].startswith(("ผู้อำนวยการ", "โรงเรียน"))
    assert text[:end].endswith(("ผู้อำนวยการ", "โรงเรียน"))


def test_a_missing_day_is_asked_for() -> None:
    held = Held("a", "q", text=draft(date=""))
    assert "is missing: press e and write it" in held.typist.text
    held = Held("e", "4", "10 ก.พ. 2564", "a", "q", text=draft(date=""))
    assert held.review.counts().accepted == 1


def test_an_entry_is_merged_with_another() -> None:
    held = Held("a", "a", "a", "m", "2", "q")
    assert held.state("wat-b-2") == "merged"
    assert Held("a", "a", "a", "m", "9", "q").state("wat-b-2") == "pending"
    assert Held("m", "q").typist.text.count("nothing it could be merged") == 1


CANDIDATES = """\
- id: wat-a
  name: โรงเรียนวัดเอ
  candidates:
  - id: old-wat-a
    name: โรงเรียนวัดเอ
    why: the same name
    why_th: ชื่อตรงกัน
  review: pending"""


def with_candidate() -> str:
    return draft().replace("- id: wat-a\n  name: โรงเรียนวัดเอ\n  review: pending", CANDIDATES)


def test_a_node_of_the_graph_is_judged_the_same_or_another() -> None:
    held = Held("a", "m", "1", "q", text=with_candidate())
    assert held.judge.judged == [("old-wat-a", "wat-a", True)]
    assert held.state("wat-a") == "accepted"
    other = Held("a", "m", "-1", "q", text=with_candidate())
    assert other.judge.judged == [("old-wat-a", "wat-a", False)]
    assert "old-wat-a" not in other.typist.text
    undone = Held("a", "m", "1", "u", "q", text=with_candidate())
    assert undone.judge.undone == [("old-wat-a", "wat-a")]
    assert undone.state("wat-a") == "pending"


def test_a_judgement_that_cannot_be_is_told() -> None:
    held = Held("a", "m", "1", "q", text=with_candidate(), judge=Judge("it contradicts line 2"))
    assert "contradicts" in held.typist.text
    assert held.state("wat-a") == "pending"


def test_the_phrase_is_marked_in_its_surroundings_and_warnings_stand_below() -> None:
    held = Held(*["s"] * 8, "q")
    marked = [
        line.plain[span.start : span.end]
        for line in held.typist.shown[-1]
        for span in line.spans
        if "black" in str(span.style)
    ]
    assert " ".join(marked) == "โรงเรียนเครือข่าย 3 แห่ง"
    assert "! three partners are announced" in held.typist.text


@pytest.mark.parametrize("lang", ["en", "th"])
def test_every_screen_fits_a_console_of_80_by_24(lang: str) -> None:
    held = Held(*"?", *"sssssssssss", "e", "", "m", "", "r", "n", *"aaaaaaaaaa", lang=lang)
    for screen in held.typist.shown:
        assert len(screen) <= 23
        for line in screen:
            assert wcwidth.wcswidth(line.plain) <= 80, line.plain


def test_a_hostile_name_neither_steers_nor_overflows_the_terminal() -> None:
    text = draft().replace("name: โรงเรียนวัดเอ", 'name: "โรงเรียน\\u200b' + "ก่ำ" * 900 + '"')
    held = Held("s", "q", text=text)
    assert len(held.typist.shown[-1]) <= 23
    assert all(character.isprintable() or character == "\xa0" for character in held.typist.text.replace("\n", ""))


def test_without_its_source_the_phrases_still_show(tmp_path: Path) -> None:
    root, _ = read_yaml(draft(), "news.yaml")
    assert isinstance(root, YamlMap)
    review = Review(root)
    lines = Screen("news.yaml", None, "en", marks=True).lines(review, review.items[1])
    assert any(">>โรงเรียนวัดเอ<<" in line.plain for line in lines)
    assert any("--source" in line.plain for line in lines)
