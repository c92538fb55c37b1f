"""Step 6: names of schools that are one in one text: told once without its brackets, or spelt as it is heard.

Never by similarity: of 34,701 real schools twelve pairs share a province and a name that sounds the same, but 12 in 100
have a neighbour one letter away.
"""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["heard_alike", "heard_as", "told_short"]

_HEARD = str.maketrans("รณศษฎฏฐธฑภญฬใฌฆ", "ลนสสดตถททพยลไชค")
# กระ and กะ, ประ and ปะ, ตระ and ตะ sound alike too; a letter with ์ is not heard.
_SILENT = re.compile("[ก-ฮ]ุ?์|(?<=[กตป])ร(?=ะ)")
_BASE = re.compile(r"(?P<base>โรงเรียน(?:(?:เทศบาล|มิตรภาพที่) ?\d{1,3}(?= [ก-๎(])|[^(]{5,60}?(?= ?\())).*")


def told_short(names: list[str]) -> dict[str, str]:
    """Each name that is a longer one without its brackets or its second part, and the only such name."""
    longer: dict[str, list[str]] = {}
    for name in names:
        if base := _BASE.fullmatch(name):
            longer.setdefault(base["base"], []).append(name)
    return {name: longer[name][0] for name in names if len(longer.get(name, ())) == 1}


def heard_as(name: str) -> str:
    """A Thai name as it is heard: silent letters away, one letter for each sound, รร as the vowel it is."""
    plain = _DOUBLE_R.sub("ั", _SILENT.sub("", name))
    return plain.translate(_HEARD).translate(_ENDINGS)


# รร before a consonant is a short a; ฮ is often written for ห; ล and น sound the same at the end of a syllable.
_DOUBLE_R = re.compile("รร")
_ENDINGS = str.maketrans("ลฮ", "นห")


def heard_alike(counts: Counter[str]) -> dict[str, str]:
    """Each name that sounds like another of ``counts``: the one that occurs more often, or else the first."""
    alike: dict[str, list[str]] = {}
    for name in counts:
        alike.setdefault(_SILENT.sub("", name).translate(_HEARD), []).append(name)
    found: dict[str, str] = {}
    for names in alike.values():
        best = max(names, key=lambda name: counts[name])
        found |= {name: best for name in names if name != best}
    return found
