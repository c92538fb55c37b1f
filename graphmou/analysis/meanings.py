"""The projections and metrics by name, each with its meaning for a network of schools in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from graphmou.language import Text

__all__ = ["METRICS", "METRIC_MEANINGS", "PROJECTIONS", "PROJECTION_MEANINGS", "Metric", "Projection"]

Projection = Literal["mentoring", "agreements", "people", "all"]
Metric = Literal["degree", "betweenness", "components", "communities", "bridges", "articulation-points"]

PROJECTIONS: tuple[Projection, ...] = get_args(Projection)
METRICS: tuple[Metric, ...] = get_args(Metric)

PROJECTION_MEANINGS: Mapping[Projection, Text] = {
    "mentoring": Text(
        "schools, each joined to those it mentors; a school without mentoring is left out",
        "โรงเรียน โดยเชื่อมพี่เลี้ยงไปยังโรงเรียนร่วมพัฒนา ไม่รวมโรงเรียนที่ไม่มีพี่เลี้ยงและไม่เป็นพี่เลี้ยง",
    ),
    "agreements": Text(
        "parties, joined where they signed or oversee the same agreement; a group counts as itself, not its members",
        "คู่ความร่วมมือ โดยเชื่อมผู้ที่ลงนามหรือกำกับดูแลข้อตกลงฉบับเดียวกัน กลุ่มนับเป็นหนึ่งฝ่าย ไม่นับสมาชิกของกลุ่ม",
    ),
    "people": Text(
        "people, joined where they held posts at one place, attended one event, or signed or witnessed an agreement",
        "บุคคล โดยเชื่อมผู้ที่มีตำแหน่งในหน่วยงานเดียวกัน เข้าร่วมกิจกรรมเดียวกัน หรือลงนามหรือเป็นพยานในข้อตกลงเดียวกัน",
    ),
    "all": Text(
        "everything recorded but documents, joined by any relationship whatever its direction",
        "ทุกสิ่งที่บันทึกไว้ ยกเว้นเอกสาร โดยเชื่อมตามความสัมพันธ์ทุกชนิดไม่ว่าทิศทางใด",
    ),
}

METRIC_MEANINGS: Mapping[Metric, Text] = {
    "degree": Text(
        "Degree: how many others it is joined to; who has most carries most, who has one depends on that one.",
        "ดีกรี: จำนวนผู้ที่เชื่อมโยงโดยตรง ผู้ที่มีมากที่สุดรับภาระมากที่สุด ผู้ที่มีหนึ่งเดียวต้องพึ่งพารายนั้น",
    ),
    "betweenness": Text(
        "Betweenness (0 to 1): the share of shortest ways between others that lead through it; what one part of the "
        "network learns reaches the other through here.",
        "ความเป็นตัวกลาง (0 ถึง 1): สัดส่วนของเส้นทางที่สั้นที่สุดระหว่างผู้อื่นที่ผ่านจุดนี้ ความรู้จากส่วนหนึ่งของเครือข่ายไปถึงอีกส่วนหนึ่งได้โดยผ่านที่นี่",
    ),
    "components": Text(
        "Component: all that hangs together; from one component to another no tie is recorded, so no help passes.",
        "ส่วนที่เชื่อมถึงกัน: ทุกจุดที่เชื่อมต่อกันได้ ระหว่างต่างส่วนไม่มีความสัมพันธ์ที่บันทึกไว้ จึงไม่มีทางส่งต่อความช่วยเหลือ",
    ),
    "communities": Text(
        "Community: a part with more ties inside than to the rest; those who work together in fact, whatever their "
        "networks are called (Louvain, fixed seed).",
        "ชุมชน: ส่วนที่เชื่อมโยงกันเองมากกว่ากับส่วนอื่น คือผู้ที่ทำงานร่วมกันจริง ไม่ว่าเครือข่ายจะมีชื่อว่าอะไร (วิธี Louvain กำหนดค่าเริ่มสุ่มคงที่)",
    ),
    "bridges": Text(
        "Bridge: a tie that nothing replaces; if it lapses, the smaller side is cut off: renew it in time.",
        "สะพาน: ความสัมพันธ์ที่ไม่มีทางอื่นทดแทน หากสิ้นสุดลง ฝั่งที่เล็กกว่าจะขาดจากส่วนที่เหลือ จึงควรต่ออายุให้ทันเวลา",
    ),
    "articulation-points": Text(
        "Articulation point (cut point): one without whom its network falls into pieces; give the others a second tie.",
        "จุดตัด (articulation point): ผู้ที่หากออกไปจะทำให้เครือข่ายแตกเป็นส่วน ๆ จึงควรสร้างความสัมพันธ์สำรองให้ผู้อื่น",
    ),
}
