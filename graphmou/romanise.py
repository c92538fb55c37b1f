"""Thai names in Latin letters, for ids a person can read: after the Royal Thai General System, by rule.

A name in an id only has to be recognised, not read aloud: words that names are often made of and the provinces are
listed (``roman_words.txt``), the rest goes syllable by syllable. What is said otherwise than it is written comes out
as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from graphmou import thai

__all__ = ["slug"]

_INITIALS = {
    **dict.fromkeys("ก", "k"),
    **dict.fromkeys("ขฃคฅฆ", "kh"),
    **dict.fromkeys("ง", "ng"),
    **dict.fromkeys("จ", "ch"),
    **dict.fromkeys("ฉชฌ", "ch"),
    **dict.fromkeys("ซศษส", "s"),
    **dict.fromkeys("ญย", "y"),
    **dict.fromkeys("ฎด", "d"),
    **dict.fromkeys("ฏต", "t"),
    **dict.fromkeys("ฐฑฒถทธ", "th"),
    **dict.fromkeys("ณน", "n"),
    **dict.fromkeys("บ", "b"),
    **dict.fromkeys("ป", "p"),
    **dict.fromkeys("ผพภ", "ph"),
    **dict.fromkeys("ฝฟ", "f"),
    **dict.fromkeys("ม", "m"),
    **dict.fromkeys("รฤ", "r"),
    **dict.fromkeys("ลฬ", "l"),
    **dict.fromkeys("ว", "w"),
    **dict.fromkeys("หฮ", "h"),
    "อ": "",
}
_FINALS = {
    **dict.fromkeys("กขคฆ", "k"),
    **dict.fromkeys("ง", "ng"),
    **dict.fromkeys("จฉชซฌฎฏฐฑฒดตถทธศษส", "t"),
    **dict.fromkeys("ญณนรลฬ", "n"),
    **dict.fromkeys("บปผฝพฟภ", "p"),
    **dict.fromkeys("ม", "m"),
    **dict.fromkeys("ย", "i"),
    **dict.fromkeys("ว", "o"),
}
_TONES = re.compile("[\u0e48-\u0e4b\u0e4e]")
# Silenced by thanthakhat, with the vowel it may bear.
_SILENT = re.compile("[ก-ฮ][\u0e34\u0e38]?\u0e4c")
_C = "(?P<initial>ห(?=[งญนมยรลว])[งญนมยรลว]|อ(?=ย)ย|[กขคตทปผพ][รลว](?=[ะ-ู็]|[ก-ฮ](?![ะ-ู็]))|[ก-ฮ])"
_AFTER_LEADING = "(?P<initial>ห[งญนมยรลว]|อย|[กขคตทปผพ][รลว]|[ก-ฮ])"
# A consonant ends a syllable where no vowel makes it begin one.
_F = "(?P<final>[กขคฆงจชซญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ](?![ะ-ู็]|รร))"
_RULES = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in (
        (f"เ{_AFTER_LEADING}ียะ?{_F}?", "ia"),
        (f"เ{_AFTER_LEADING}ือะ?{_F}?", "uea"),
        (f"เ{_AFTER_LEADING}าะ", "o"),
        (f"เ{_AFTER_LEADING}า", "ao"),
        (f"เ{_AFTER_LEADING}ิ{_F}", "oe"),
        (f"เ{_AFTER_LEADING}็?{_F}?ะ?", "e"),
        (f"แ{_AFTER_LEADING}็?{_F}?ะ?", "ae"),
        (f"โ{_AFTER_LEADING}{_F}?ะ?", "o"),
        (f"[ไใ]{_AFTER_LEADING}ย?", "ai"),
        (f"{_C}ัวะ?", "ua"),
        (f"{_C}ั{_F}", "a"),
        (f"{_C}ะ", "a"),
        (f"{_C}ำ", "am"),
        (f"{_C}า{_F}?", "a"),
        (f"{_C}[ิี]{_F}?", "i"),
        (f"{_C}[ึื]อ?{_F}?", "ue"),
        (f"{_C}[ุู]{_F}?", "u"),
        (f"{_C}็?อ{_F}?", "o"),
        (f"{_C}ว{_F}", "ua"),
        (f"{_C}รร{_F}", "a"),
        (f"{_C}รร", "an"),
        (f"{_C}{_F}", "o"),
        (f"{_C}", "a"),
    )
)
_LEADING = ("เ", "แ", "โ", "ใ", "ไ")
_MARK = re.compile("[ะ-ฺ็-๎]")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_WORDS = Path(__file__).with_name("roman_words.txt")


def slug(name: str, longest: int = 60) -> str:
    """``name`` as small Latin letters, digits and single hyphens; empty where nothing of it can be written so.

    Cut at a hyphen where it would be longer than ``longest``.
    """
    text = thai.arabic_digits(thai.fold(name)).lower()
    written = "-".join(
        _romanised(part) if part[0] >= "\u0e01" else part
        for part in re.findall("[\u0e01-\u0e4e]+|[\x20-\u0250]+", text)
    )
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode("ascii")
    whole = _NOT_IN_SLUG.sub("-", plain).strip("-")
    if len(whole) <= longest:
        return whole
    cut = whole[: longest + 1].rpartition("-")[0]
    return cut or whole[:longest]


def _romanised(text: str) -> str:
    words, longest = _listed()
    parts: list[str] = []
    loose = ""
    place = 0
    while place < len(text):
        length = next((size for size in range(longest, 1, -1) if text[place : place + size] in words), 0)
        # A listed word begins after no leading vowel, and ends where no vowel or mark belongs to its last letter.
        begins = text[place - 1 : place] not in _LEADING
        if length and begins and not _MARK.match(text, place + length):
            if loose:
                parts.append(_by_syllables(loose))
            parts.append(words[text[place : place + length]])
            loose = ""
            place += length
        else:
            loose += text[place]
            place += 1
    if loose:
        parts.append(_by_syllables(loose))
    return "-".join(part for part in parts if part)


def _by_syllables(text: str) -> str:
    text = _TONES.sub("", _SILENT.sub("", text))
    written = ""
    place = 0
    while place < len(text):
        for pattern, vowel in _RULES:
            if match := pattern.match(text, place):
                groups = match.groupdict()
                written += _initial(groups["initial"]) + _with_final(vowel, groups.get("final"))
                place = match.end()
                break
        else:
            place += 1  # a mark without its letter
    return written


def _initial(letters: str) -> str:
    if len(letters) == 2 and letters[0] in "หอ":
        letters = letters[1]
    return "".join(_INITIALS.get(letter, "") for letter in letters)


def _with_final(vowel: str, final: str | None) -> str:
    return vowel + _FINALS.get(final or "", "")


@cache
def _listed() -> tuple[dict[str, str], int]:
    """The listed words, and how long the longest is."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    words = dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return words, max(map(len, words))
