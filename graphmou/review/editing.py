"""Which fields of an item a reviewer may change, and whether what is typed is right. Evidence is never changed."""

from __future__ import annotations

from dataclasses import dataclass

from graphmou import thai
from graphmou.dates import DateError, parse_date, show_date
from graphmou.language import Language, Text
from graphmou.model import LABELS, RELATIONSHIP_TYPES, Property, label_of_section
from graphmou.review.items import LINK_TITLES, Item
from graphmou.seed.format import DERIVED_PROPERTIES, MENTORING
from graphmou.seed.nesting import text_of, texts_of
from graphmou.strict_yaml import YamlList, YamlMap, YamlNode, YamlScalar
from graphmou.words import show_word
from graphmou.yaml_text import plain

__all__ = ["Field", "NotRight", "fields_of", "read_value"]

_NEVER_TYPED = ("file", "sha256", "parts", *DERIVED_PROPERTIES)
_LONGEST = 2_000


class NotRight(ValueError):
    """What was typed is no value of the field; ``said`` says why, and what to write."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


@dataclass(frozen=True, slots=True)
class Field:
    """One field that can be changed: of the item, or of what nests in it.

    Of what nests, ``link`` is the list it stands in and ``beside`` the id it names; ``alone`` is set where nothing but
    its basis can be changed, so that what matters about it is that it may be taken away.
    """

    node: YamlMap
    prop: Property
    beside: str = ""
    link: str = ""
    alone: bool = False

    @property
    def removable(self) -> bool:
        """Whether what it belongs to can be taken out of the item."""
        return bool(self.link)

    @property
    def value(self) -> str:
        """What it holds now, as one types it."""
        if self.prop.kind == "texts":
            return ", ".join(texts_of(self.node, self.prop.name))
        return text_of(self.node, self.prop.name)

    def shown(self, language: Language) -> str:
        """What it holds now, as one reads it: days and our own words in ``language``."""
        if self.prop.kind == "date":
            try:
                read = parse_date(self.value)
            except DateError:
                return self.value
            return show_date(read.first_day(), read.precision, language)
        ours = self.prop.choices or self.prop.name == "kind"
        return show_word(self.value, language) if ours else self.value

    def title(self, language: Language, named: str = "") -> str:
        """What it is called; of what nests, what that is and whom it names (``named``)."""
        title = self.prop.title.in_(language)
        if not self.link:
            return title
        whole = f"{LINK_TITLES[self.link].in_(language)} {named or self.beside}"
        return whole if self.alone else f"{whole} - {title}"

    def listed(self, language: Language, named: str) -> str:
        """Its line in the list of what can be changed."""
        title = self.title(language, named)
        return title if self.alone and not self.value else f"{title}: {self.shown(language) or '-'}"

    def asked(self, language: Language) -> str:
        """What is asked when it is to be changed: which words may be typed, and how it is taken away."""
        typed = ", ".join(show_word(one, language) for one in self.prop.choices)
        if self.removable:
            away = Text("- = take it out of this item", "- = เอาออกจากรายการนี้").in_(language)
        else:
            away = "" if self.prop.required else Text("- = leave it empty", "- = เว้นว่าง").in_(language)
        more = "; ".join(part for part in (typed, away) if part)
        more = f" ({more})" if more else ""
        return Text(f"New value{more}, Enter = no change: ", f"ค่าใหม่{more} กด Enter เพื่อคงเดิม: ").in_(language)


def fields_of(item: Item) -> list[Field]:
    """The fields of an item that can be changed, then those of what nests in it."""
    if item.section == "document":
        properties = LABELS["Document"].properties
    elif item.link is not None:
        properties = RELATIONSHIP_TYPES[item.link.type].properties
    elif item.section == MENTORING.field:
        properties = RELATIONSHIP_TYPES[MENTORING.type].properties
    else:
        label = label_of_section(item.section)
        properties = label.properties if label else ()
    fields = [Field(item.node, prop) for prop in properties if _is_typed(prop)]
    for link, nested in item.nested():
        own = [prop for prop in RELATIONSHIP_TYPES[link.type].properties if _is_typed(prop) and prop.name != "basis"]
        basis = [Property("basis", "text", Text("basis", "ที่มา"), choices=("stated", "inferred"))]
        fields += [Field(nested, prop, text_of(nested, link.other), link.field, alone=not own) for prop in own or basis]
    return fields


def read_value(field: Field, typed: str) -> YamlNode | None:
    """The value that was typed for a field; None where it is to be taken away.

    Raises:
        NotRight: it is no value of this field, or the field must have one.
    """
    text = thai.fold(typed)
    prop = field.prop
    if not text:
        if prop.required:
            raise NotRight(Text("this field must have a value", "ช่องนี้ต้องมีค่า"))
        return None
    if len(text) > _LONGEST:
        raise NotRight(Text(f"at most {_LONGEST} characters", f"ไม่เกิน {_LONGEST} อักขระ"))
    if prop.choices:
        return _choice(text, prop.choices)
    if prop.kind == "date":
        return _date(text, whole_day=prop.name == "date")
    if prop.kind == "integer":
        digits = thai.arabic_digits(text)
        if not digits.isdecimal() or not digits.isascii() or len(digits) > 7:
            raise NotRight(Text("write a whole number, such as 12", "เขียนจำนวนเต็ม เช่น 12"))
        return plain(str(int(digits)))
    if prop.kind == "boolean":
        return plain(_choice(text, ("true", "false")).text)
    if prop.kind == "texts":
        parts = dict.fromkeys(part.strip() for part in text.split(",") if part.strip())
        return YamlList(0, [YamlScalar(part, 0, plain=False) for part in parts])
    if prop.name == "name" and not thai.search_key(text):
        raise NotRight(Text("a name has a letter or digit", "ชื่อต้องมีตัวอักษรหรือตัวเลข"))
    return YamlScalar(text, 0, plain=False)


def _is_typed(prop: Property) -> bool:
    return prop.name not in _NEVER_TYPED and prop.name not in ("agreement", "party") and prop.kind != "integers"


def _choice(text: str, choices: tuple[str, ...]) -> YamlScalar:
    """One of ``choices``: the word itself, its Thai, or its beginning."""
    wanted = text.casefold()
    fitting = [one for one in choices if wanted in (one, show_word(one, "th"))]
    fitting = fitting or [one for one in choices if one.startswith(wanted) or show_word(one, "th").startswith(wanted)]
    if len(fitting) != 1:
        listed = ", ".join(f"{one} ({show_word(one, 'th')})" for one in choices)
        raise NotRight(Text(f"write one of {', '.join(choices)}", f"เขียนคำใดคำหนึ่ง: {listed}"))
    return plain(fitting[0])


def _date(text: str, *, whole_day: bool) -> YamlScalar:
    try:
        read = parse_date(text)
    except DateError as error:
        advice = error.advice
        said = error.said if advice is None else Text(f"{error.said.en}: {advice.en}", f"{error.said.th} {advice.th}")
        raise NotRight(said) from None
    if whole_day and read.precision != "day":
        raise NotRight(Text("write the day, such as 2021-02-10 or 10 ก.พ. 2564", "ระบุวันที่ให้ครบ เช่น 10 ก.พ. 2564"))
    return plain(read.first_day()[: {"day": 10, "month": 7, "year": 4}[read.precision]])
