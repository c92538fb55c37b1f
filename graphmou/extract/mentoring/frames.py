"""Step 7, the frames of mentoring: what stands between a school and a word for leading, helping or being led.

``S`` below is a school. A frame says nothing of what the word is; ``mentoring`` decides by where it fits.
"""

from __future__ import annotations

import re

from graphmou.extract.mentoring.roles import ASIDE, FREE, NAMES, OBJECT
from graphmou.extract.text.marked import BODY, GENERIC, GROUP, OFFICE, PERSON, SCHOOL, TITLE
from graphmou.extract.text.number_words import NUMBERS

__all__ = [
    "AND",
    "AND_ITS",
    "AT",
    "AT_THEIRS",
    "BESIDE",
    "BRACKETS",
    "CARE",
    "GIVES",
    "GOES_ON",
    "HAS",
    "INTRODUCED",
    "INTRO_END",
    "IS",
    "LEADS_TO",
    "NAMED",
    "OF",
    "OF_GROUP",
    "OF_VERB",
    "OF_WHOM",
    "POINTS",
    "RECEIVED",
    "RECEIVES",
    "REST",
    "REST_NAMED",
    "ROOM",
    "SUBJECT",
    "THEY",
    "TO",
    "WHO",
    "WITH",
]

_COPULA = (
    r"(?:เป็น|ทำหน้าที่(?:เป็น)?|รับหน้าที่(?:เป็น)?|รับบทบาท(?:เป็น)?|ในฐานะ(?:ผู้แทน|ตัวแทน|ที่เป็น)?|ถือเป็น|ให้เป็น|เรียก(?:ว่า)?|ชื่อว่าเป็น)"
)
ROOM = rf"[^\n{SCHOOL}{OFFICE}{BODY}{GROUP}{PERSON}]"
IS = re.compile(rf"{ASIDE}(?:(?P<bracket>\s?\(\s?)|(?P<spoken>{ROOM}{{0,80}}?{_COPULA}\s?|\s?คือ\s?)| ?[:|=–—-] ?| ?)")
SUBJECT = re.compile(rf"{ASIDE}{ROOM}{{0,110}}")
TO = rf"(?:{FREE}{{0,60}}?(?:ให้แก่|ให้กับ|ให้|แก่|แด่|ของ|กับ|สำหรับ)\s?(?:{TITLE}\s?(?:ของ|จาก|ใน)?\s?)?)"
NAMED = re.compile(NAMES)
OF_VERB = re.compile(rf"{TO}?{OBJECT}")
LEADS_TO = re.compile(rf"\s?\)?{TO}{NAMES}| ?{NAMES}")
WITH = re.compile(
    rf"[^\n{SCHOOL}{BODY}{GROUP}]{{0,80}}?(?:กับ|[-–—:→>|])\s?(?:{FREE}{{0,60}}?(?:คือ|ได้แก่|ดังนี้|ประกอบด้วย|:))?"
    rf"\s?(?:\n\s?){{0,2}}(?:[-–•*]|\(?\d{{1,2}}[.)]?)?\s?(?:{PERSON}\s?)?{TITLE}?"
)
POINTS = re.compile(
    rf"{FREE}{{0,60}}?(?:(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})\s?(?:{GENERIC}|แห่ง|สถานศึกษา)"
    rf"|{GENERIC}\s?(?:ดังกล่าว|เหล่านี้|อื่น|ขนาดเล็ก|ที่เหลือ|ข้างต้น)|ให้(?=[\s\n]|$))"
)
REST = re.compile(
    rf"(?:อีก\s?(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})\s?(?:{GENERIC}|แห่ง|โรง|สถานศึกษา)|{GENERIC}\s?(?:ที่เหลือ|อื่น)|ที่เหลือ|นอกนั้น)"
    rf"(?:ทั้งหมด|\s?ๆ|ทุกแห่ง)?\s?(?:จะ|ก็|ให้)?{_COPULA}\s?$"
)
REST_NAMED = re.compile(
    rf"\s?(?:คือ|ได้แก่|เป็น)\s?(?:อีก\s?(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})\s?(?:{GENERIC}|แห่ง|โรง|สถานศึกษา)|{GENERIC}\s?(?:ที่เหลือ|อื่น)|ที่เหลือ)"
)
# Whoever supervises or coaches does so at the other school: "ส่งครูไปนิเทศ ณ S".
AT_THEIRS = re.compile("นิเทศ|สอน|ชี้แนะ|ให้คำแนะนำ|โค้ช")
AT = re.compile(
    rf"(?:(?!ประชุม|พิธี|จัด|ติดตาม|ดำเนินงาน|ลงนาม|และ|โดย|กับ|เมื่อ){FREE}){{0,40}}?(?:ถึงที่|ที่|ณ|ใน|แก่ครู|ให้ครู)\s?(?:{GENERIC}\s?(?:คือ|ได้แก่)\s?)?"
    rf"(?:{TITLE}\s?)?"
)
HAS = re.compile(r"(?:มี|ได้)\s?(?:(?:คณะ|ทีม)?ครู(?:จาก|ของ))?\s?$")
THEY = re.compile(
    rf"(?:^|[\n ])(?:ซึ่ง|โดย)?(?:ทั้ง|{GENERIC}ทั้ง)\s?(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})"
    rf"\s?(?:{GENERIC}|แห่ง|สถานศึกษา)[ก-๎ ]{{0,30}}$"
)
INTRODUCED = re.compile(
    rf"(?:โดยที่|โดยมี|โดย|มี|ได้|ให้|เลือก|แต่งตั้ง|ขอ|เชิญ)\s?(?:(?:คณะ|ทีม)?(?:ครู|{TITLE}|วิทยากร|ทีมงาน)?\s?(?:จาก|ของ)\s?)?$"
)
BESIDE = re.compile(r"กับ\s?$")
# Behind these without a subject the sentence's first one goes on: "S ลงนามกับ S เพื่อเป็นพี่เลี้ยง".
GOES_ON = re.compile(r"\s?(?:เพื่อ|โดยจะ|และจะ|พร้อมทั้งจะ|โดยเป็น|โดยทำ)")
RECEIVES = re.compile(rf"(?:กับ|ให้|แก่|จับมือ|จับคู่|ช่วย|พัฒนา[^\n{SCHOOL}]{{0,20}}ของ){NAMES}$")
RECEIVED = re.compile(r"\s?ในฐานะ")
GIVES = re.compile(rf"(?:ให้|ให้กับ|ให้แก่|แก่)\s?{TITLE}?\s?$")
# "S และโรงเรียนลูกข่าย คือ S": those are the first one's.
AND_ITS = re.compile(r"เครือข่าย|ลูกข่าย|ร่วมพัฒนา|น้อง|ดูแล|รับผิดชอบ|ช่วยเหลือ|นิเทศ")
# A kind of partners whose name itself says that they are helped.
CARE = re.compile(r"ดูแล|รับผิดชอบ|ช่วยเหลือ|นิเทศ")
AND = re.compile(
    rf"{ASIDE}\s?(?:(?:ร่วม|ได้|จะ|ทำ|จัด|พิธี){{0,3}}(?:ลงนาม[ก-๎A-Z ]{{0,40}}?)?)?"
    rf"\s?(?:และ|กับ|พร้อมด้วย|พร้อม|ร่วมกับ|จับมือ|จับมือกับ)\s?(?:{TITLE}\s?(?:ของ)?)?\s?"
)
OF_WHOM = re.compile(rf"\s?(?:ของ|ประจำ|ให้แก่|ให้กับ|จาก)\s?{TITLE}?\s?")
WHO = re.compile(r"คือ|ได้แก่|ประกอบด้วย|ประกอบไปด้วย|ดังนี้|[:=]")
BRACKETS = re.compile(r"\([^()\n]{0,40}\)")
# A named group of schools, at the head of its list.
OF_GROUP = re.compile(r"(?:กลุ่ม|เครือข่าย|สาย|ชุด|ทีม)[^\n]{0,30}$")
OF = re.compile(r"\s?(?:ให้แก่|ให้กับ|ให้|แก่|ของ)")
INTRO_END = re.compile(r"(?:คือ|ได้แก่|ประกอบด้วย|ดังนี้|ต่อไปนี้|:)\s?$")
