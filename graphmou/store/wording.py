"""What both stores say of a statement that asks for too much, and of ends that are not there."""

from __future__ import annotations

from graphmou.dates import show_date
from graphmou.errors import LimitReached, StoreError
from graphmou.language import Text

__all__ = ["ends_missing", "moment", "refused", "too_long"]

_LESS = Text(
    "narrow it (a LIMIT, a label, a bound on hops), or give it more time with --timeout SECONDS",
    "ถามให้แคบลง (ใส่ LIMIT ระบุชนิด หรือจำกัดจำนวนช่วง) หรือเพิ่มเวลาด้วย --timeout วินาที",
)


def too_long(seconds: float | None = None) -> LimitReached:
    """The statement ran into its time-out: of ``seconds``, or of the engine's own."""
    if seconds is None:
        said = Text("the statement ran longer than it may and was stopped", "คำสั่งทำงานนานเกินกำหนด จึงถูกยุติ")
    else:
        said = Text(
            f"the statement ran longer than {seconds:g} s and was stopped",
            f"คำสั่งทำงานนานเกิน {seconds:g} วินาที จึงถูกยุติ",
        )
    return LimitReached(said, hint=_LESS)


def refused(said: str) -> Text:
    """The engine's own word on a statement, which is English."""
    return Text(said, f"คำสั่งใช้ไม่ได้ ฐานข้อมูลแจ้งว่า: {said}")


def moment(iso: str) -> str:
    """A moment in ISO writing as Thai readers see it: the day of the Buddhist era, and the time."""
    day, _, time = iso.partition("T")
    return f"{show_date(day, language='th')} {time[:5]} น." if time else iso


def ends_missing(missing: int, of: int) -> StoreError:
    """Relationships were to be written to nodes that meanwhile are gone."""
    return StoreError(
        Text(
            f"{missing} of {of} relationships start or end at a node that is not there; nothing was written",
            f"ความสัมพันธ์ {missing} จาก {of} รายการมีปลายที่จุดซึ่งไม่มีอยู่ จึงยังไม่ได้บันทึกข้อมูลใด",
        ),
        hint=Text("the store was changed meanwhile: load again", "ที่เก็บข้อมูลถูกเปลี่ยนแปลงระหว่างนี้ ให้นำเข้าใหม่"),
    )
