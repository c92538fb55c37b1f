"""Where a line of Thai may begin. Thai has no blanks between words.

No dictionary is needed for labels and tables (DESIGN section 7): a line may break before or after a word that names of
offices and schools are made of, or else where a syllable plainly begins. These are rules of writing, not of meaning.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

__all__ = ["joins", "line_starts", "may_begin_line"]

_LEADING_VOWELS = "เแโใไ"
# Two consonants that open one syllable: true clusters, silent ห and อ, and pairs with an unwritten vowel.
_CLUSTERS = re.compile("[กขคตบปพผทซจส][รลว]|ห[งญนมยรลว]|อย|ส[นมยตถดบก]|ข[นย]|ถ[นล]|ฉ[ลน]|ผน|พย|ชน|อน|คณ|นว")
_SYLLABLE = re.compile("(?=[เแโใไ][ก-ฮ]|[ก-ฮ][่-๋]?[ะัาำิีึืุู็]|[ก-ฮ][่-๋])")
_VOWEL_SIGN = re.compile("[ะัาำิีึืุู็เแโใไ่-๋]")
_LETTER = re.compile("[เแโใไ]|[ก-ฮ](?!\u0e4c)")
_CONSONANT = re.compile("[ก-ฮ]")
# The names of provinces stand in those of offices, schools and places, and are never cut.
_PROVINCES = (
    "กระบี่|กรุงเทพมหานคร|กาญจนบุรี|กาฬสินธุ์|กำแพงเพชร|ขอนแก่น|จันทบุรี|ฉะเชิงเทรา|ชลบุรี|ชัยนาท|"
    "ชัยภูมิ|ชุมพร|เชียงราย|เชียงใหม่|ตราด|นครนายก|นครปฐม|นครพนม|นครราชสีมา|นครศรีธรรมราช|นครสวรรค์|"
    "นนทบุรี|นราธิวาส|หนองคาย|หนองบัวลำภู|บึงกาฬ|บุรีรัมย์|ปทุมธานี|ประจวบคีรีขันธ์|ปราจีนบุรี|ปัตตานี|"
    "พระนครศรีอยุธยา|พะเยา|พังงา|พัทลุง|พิจิตร|พิษณุโลก|เพชรบุรี|เพชรบูรณ์|ภูเก็ต|มหาสารคาม|มุกดาหาร|"
    "แม่ฮ่องสอน|ยโสธร|ยะลา|ร้อยเอ็ด|ระนอง|ระยอง|ราชบุรี|ลพบุรี|ลำปาง|ลำพูน|ศรีสะเกษ|สกลนคร|สงขลา|"
    "สมุทรปราการ|สมุทรสงคราม|สมุทรสาคร|สระแก้ว|สระบุรี|สิงห์บุรี|สุโขทัย|สุพรรณบุรี|สุราษฎร์ธานี|"
    "สุรินทร์|อ่างทอง|อำนาจเจริญ|อุดรธานี|อุตรดิตถ์|อุทัยธานี|อุบลราชธานี"
)
_WORDS = re.compile(
    "โรงเรียน|สำนักงาน|สถานศึกษา|เขตพื้นที่|การศึกษา|ประถมศึกษา|มัธยมศึกษา|ศึกษานิเทศก์|เครือข่าย|คุณภาพ|คุณธรรม|จริยธรรม"
    "|ธรรมาภิบาล|ข้อตกลง|ความร่วมมือ|บันทึก|โครงการ|กลุ่ม|จังหวัด|อำเภอ|ประชุม|ประธาน|ปฏิบัติการ|ร่วมพัฒนา|พัฒนา|ผู้อำนวยการ"
    "|ผู้บริหาร|บริหาร|วิชาการ|นวัตกรรม|มาตรฐาน|ประเมิน|ประกัน|ส่งเสริม|เสริมสร้าง|สนับสนุน|ขับเคลื่อน|งบประมาณ|ทรัพยากร|เศรษฐกิจ"
    "|พอเพียง|ยาเสพติด|นักเรียน|ผู้เรียน|อนุบาล|วิทยาคม|วิทยา|ชุมชน|แกนนำ|ระหว่าง|ภายใน|เพื่อ|และ|ของ|วัด|บ้าน|การ|ความ|ระยะ|เวลา"
    "|ระบุ|ระดับ|สิ้นสุด|ตำบล|ประจำ|พี่เลี้ยง|ขั้นต่ำ|" + _PROVINCES
)
_NEVER_BEFORE = re.compile(r"[\d๐-๙.,:;!?)\]”’…%ๆฯ]")


def line_starts(text: str) -> dict[int, Literal["word", "syllable"]]:
    """The places in ``text`` where a line may begin though no blank stands there, and what begins there."""
    points: dict[int, Literal["word", "syllable"]] = dict.fromkeys(_syllable_starts(text), "syllable")
    for match in _WORDS.finditer(text):
        for inside in range(match.start() + 1, match.end()):
            points.pop(inside, None)
        if match.start() in points:
            points[match.start()] = "word"
        if len(match[0]) > 4 and _LETTER.match(text, match.end()):
            points.setdefault(match.end(), "word")
    return {place: kind for place, kind in points.items() if 0 < place < len(text) and may_begin_line(text, place)}


def may_begin_line(text: str, place: int) -> bool:
    """Whether a line may begin with this character; ``place`` may be the end of the text."""
    return not _NEVER_BEFORE.match(text, place) and not joins(text[place : place + 1] or " ")


def joins(char: str) -> bool:
    """Whether a character stands on the one before it, or cannot begin a line: Thai vowels and tone marks."""
    return unicodedata.category(char) == "Mn" or char in "ะาำๅๆ"


def _syllable_starts(text: str) -> list[int]:
    """Where a Thai syllable begins inside a run of Thai letters; where that is in doubt, nothing."""
    starts: list[int] = []
    begin = 0  # of the piece that is open
    for match in _SYLLABLE.finditer(text):
        at = match.start()
        before = text[at - 1] if at else " "
        if not "\u0e01" <= before <= "\u0e4e":
            begin = max(begin, at)
            continue
        if before in _LEADING_VOWELS:
            continue
        if text[at] not in _LEADING_VOWELS and _CLUSTERS.match(before + text[at]):
            at -= 1
            before = text[at - 1] if at else " "
            if before in _LEADING_VOWELS or not "\u0e01" <= before <= "\u0e4e":
                continue
        piece = text[begin:at]
        if _VOWEL_SIGN.search(piece) or len(_CONSONANT.findall(piece)) > 1:
            starts.append(at)
            begin = at
    return starts
