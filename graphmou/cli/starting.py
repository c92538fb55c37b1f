"""``init``."""

from __future__ import annotations

import sys
from pathlib import Path

from graphmou.cli.arguments import FilePath
from graphmou.cli.bilingual import argument, command
from graphmou.cli.session import Session, pass_session, session_options
from graphmou.commands import starting
from graphmou.language import Text
from graphmou.terminal.streams import write

__all__ = ["init"]

_NEXT = Text(
    """\
Now go there, and ask the example:
  cd {folder}
  graphmou load
  graphmou query mentor-schools
  graphmou check
  graphmou draw -o network.html
Then write your own facts beside the example in seed/: README.md says how.""",
    """\
ต่อไปให้เข้าไปในโฟลเดอร์ แล้วลองกับตัวอย่าง:
  cd {folder}
  graphmou load
  graphmou query mentor-schools
  graphmou check
  graphmou draw -o network.html
จากนั้นเขียนข้อมูลของท่านเองไว้ข้างตัวอย่างใน seed/ (วิธีอยู่ใน README.md)""",
)


@command(
    example="graphmou init our-network",
    help=Text(
        """Make a project folder DIR for a network of your own.

        With a small example of everything: a document, its facts, a question, a check, a picture, and a README in Thai
        and English. Nothing that is there already is touched.
        """,
        "สร้างโฟลเดอร์โครงการสำหรับเครือข่ายของตนเอง\n\n"
        "พร้อมตัวอย่างอย่างละหนึ่งชุด ได้แก่ เอกสาร ข้อเท็จจริง คำถาม รายการตรวจสอบ ภาพ และ README ภาษาไทยและอังกฤษ "
        "โดยไม่แก้ไขสิ่งที่มีอยู่แล้ว",
    ),
)
@argument("folder", type=FilePath(file_okay=False), metavar=Text("DIR", "โฟลเดอร์"))
@session_options
@pass_session
def init(session: Session, folder: Path) -> None:
    """Make a project folder for a network of one's own."""
    started = starting.init(folder)
    write(sys.stdout, "".join(f"{name}\n" for name in started.files))
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    session.tell(Text(_NEXT.en.format(folder=shown), _NEXT.th.format(folder=shown)))
