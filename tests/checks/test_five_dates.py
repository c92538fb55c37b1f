"""An independent reading of the five press releases: every check on five days, judged by what was recorded by then.

The rows were written from the texts alone. A check that is not named on a day finds nothing that day.
"""

from __future__ import annotations

from datetime import date

import pytest

from graphmou.checks import all_checks, run_checks
from graphmou.queries import read_library
from graphmou.store.protocol import Cell, Store
from tests.queries.stores import CYPHER

L1, L2 = "spm-19-2019-06-05-a1", "spm-19-2019-06-05-a2"
N1 = "spp-nakhon-pathom-1-2021-02-10-a1"
U1, U2 = "spp-uttaradit-1-2022-01-24-a1", "spp-uttaradit-1-2022-01-24-a2"

Gaps = dict[str, list[tuple[Cell, ...]]]

LOEI: Gaps = {
    # Neither agreement names an end, a signatory or a witness; all four schools have a director.
    "agreement-without-term": [(L1, "2019-06-05"), (L2, "2019-06-05")],
    "agreement-without-signatory": [(L1,), (L2,)],
    "agreement-without-witness": [(L1,), (L2,)],
    "name-variants": [("chaloemphon-rasrichai", ["เฉลิมพร ราศีชัย"], ["spm-19-2019-06-05"])],
}
PARTS = [
    "38 × 2 = 76 ผู้บริหารสถานศึกษา ครูผู้รับผิดชอบโรงเรียน",
    "38 × 1 = 38 ครูผู้รับผิดชอบโครงการคุณธรรมและโครงการสิ่งแวดล้อม",
    "15 คณะศึกษานิเทศก์",
]
BEFORE_NAKHON_PATHOM: Gaps = {
    **LOEI,
    "declared-vs-recorded": [
        ("network-anuban-buriram", "partners", 11, 0, "spp-buriram-1-2021-01-28"),
        ("spm-34-2020-09-03-e1", "schools", 38, 0, "spm-34-2020-09-03"),
    ],
    "headcount-mismatch": [("spm-34-2020-09-03-e1", 135, 129, 6, PARTS)],
    "school-without-agreement": [
        ("anuban-buriram", ["spp-buriram-1-2021-01-28"]),
        ("ban-nong-ya-plong", ["spp-buriram-1-2021-01-28"]),
    ],
    "school-without-office": [("ban-nong-ya-plong",)],
    "office-without-agreement": [("spm-34",), ("spp-buriram-1",)],
    "group-without-members": [("mueang-buriram-4", None)],
    # Its director is a former one; the other school's director is named.
    "school-without-head": [("anuban-buriram",)],
}
NAKHON_PATHOM_HEADLESS = [
    "anuban-nakhon-pathom",
    "ban-huai-khwang",
    "ban-lam-phaya",
    "ban-nong-hin",
    "ban-nong-kham",
    "ban-o-krathing",
    "ban-thung-noi",
    "wat-plak-mai-lai",
]
IN_2021: Gaps = {
    **BEFORE_NAKHON_PATHOM,
    # It states a term and names a witness, but nobody who signed.
    "agreement-without-signatory": [(L1,), (L2,), (N1,)],
    "school-without-head": [("anuban-buriram",), *((school,) for school in NAKHON_PATHOM_HEADLESS)],
}
UTTARADIT_PARTNERS = ["ban-hat-suea-ten", "bo-phra", "wat-chong-lom", "wat-doi-kaeo"]
WITH_UTTARADIT: Gaps = {
    **IN_2021,
    "agreement-without-term": [
        (L1, "2019-06-05"),
        (L2, "2019-06-05"),
        (U1, "2022-01-24"),
        (U2, "2022-01-24"),
    ],
    "agreement-without-signatory": [(L1,), (L2,), (N1,), (U1,), (U2,)],
    "agreement-without-witness": [(L1,), (L2,), (U1,), (U2,)],
    "inferred-mentoring": [
        (f"MENTORS wat-phra-fang {partner} {U2}", "wat-phra-fang", partner) for partner in UTTARADIT_PARTNERS
    ],
    "school-without-head": sorted(
        (school,) for school in ["anuban-buriram", "wat-phra-fang", *NAKHON_PATHOM_HEADLESS, *UTTARADIT_PARTNERS]
    ),
}
ON: dict[str, Gaps] = {
    "2019-06-04": {},
    "2019-06-05": LOEI,
    "2021-01-31": BEFORE_NAKHON_PATHOM,
    "2021-06-30": IN_2021,
    "2023-12-01": {**WITH_UTTARADIT, "agreement-expiring": [(N1, "2023-12-31", 30)]},
    "2026-11-25": {**WITH_UTTARADIT, "agreement-expired": [(N1, "2023-12-31", 1060)]},
}

SAID_BESIDE = {"name", "message", "reading", "other_reading"}
"""Columns told by other tests; of headcount-mismatch the document too, which is that of its event."""


@pytest.mark.parametrize("day", list(ON))
def test_every_gap_of_the_day_and_no_other(five: Store, day: str) -> None:
    checks = all_checks(read_library([CYPHER]))
    assert len(checks) == 20
    found: Gaps = {}
    for result in run_checks(five, checks, today=date(2030, 1, 1), as_of=date.fromisoformat(day)):
        aside = SAID_BESIDE | ({"document_id"} if result.name == "headcount-mismatch" else set())
        if result.count:
            found[result.name] = [
                tuple(cell for column, cell in gap.items() if column not in aside) for gap in result.gaps
            ]
    assert found == ON[day]
