"""Step 3: where a verb runs on after a name without a blank: โรงเรียนบ้านโคก|จะตั้ง, but not โรงเรียนบ้านจะนะ.

Thai verbs and prepositions are rare in names, and stand there in few pieces: จะนะ, เชียงของ, ร่วมใจ.
So the list tells the pieces, and everything else that looks like the verb is one.
"""

from __future__ import annotations

import re

from graphmou.extract.rules import meanings

__all__ = ["is_verb", "verb_after", "without_motion"]

_VERBS = meanings("verbs_in_names")


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_PIECES = {piece for held in _VERBS.values() for piece in held.split()}
_RUN = re.compile(rf"(?:{_any(_PIECES)})|(?P<verb>{_any(set(_VERBS))})")
# "มาทำข้อตกลง": a verb of motion before another verb goes with it; names that end so have a letter of their own before.
_ENDS_SO = "ฟาติ|ชุติ|กิติ|ทิ|ฌิ|สิ|ศิ|รา|ตา|ลา|ซา|ดา|สิม"
_MOTION = re.compile("(?<![เแโีูบ])" + "".join(f"(?<!{end})" for end in _ENDS_SO.split("|")) + "มา$")


def verb_after(text: str, start: int, end: int) -> int | None:
    """Where in ``text[start:end]``, letters that begin with a name, a verb runs on; None where none does.

    What ends the letters is no verb: nothing runs on after it (บ้านหนองกะจะ).
    """
    for found in _RUN.finditer(text, start, end):
        glued = text[found.start() - 1] in "เแโใไ" or found.end() >= end
        if found["verb"] and found.start() > start + 1 and not glued:
            return found.start()
    return None


def is_verb(text: str, at: int) -> bool:
    """Whether a verb stands at this place where a name might begin: "โรงเรียนเพิ่งเปิด"."""
    found = _RUN.match(text, at)
    return found is not None and bool(found["verb"])


def without_motion(name: str) -> str:
    """``name``, cut before a verb, without the มา that goes with the verb."""
    return _MOTION.sub("", name) if len(name) > _SHORTEST else name


_SHORTEST = 5
