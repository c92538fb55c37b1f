"""``init``: a project folder for an analyst's own network, with a small example of everything."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from graphmou.errors import ExportError, UsageError
from graphmou.language import Text
from graphmou.reasons import reason_of

__all__ = ["Started", "init"]

_TEMPLATE = Path(__file__).parents[1] / "template"


@dataclass(frozen=True, slots=True)
class Started:
    """The new project folder, and the files in it by their place in it."""

    folder: Path
    files: list[str]


def init(folder: str | Path) -> Started:
    """Make a project folder: an example document, its facts, a question, a check, a picture, and a README.

    Nothing that is there already is touched.

    Args:
        folder: the folder; made where it is missing. One with other files in it may be used.

    Raises:
        UsageError: the folder's name is empty.
        ExportError: one of the files is there already, or the folder cannot be written.

    Example:
        >>> started = graphmou.init(folder / "our-network")
        >>> started.files[0], (started.folder / "seed").is_dir()
        ('README.md', True)
    """
    if folder == "":
        raise UsageError(
            Text("the folder's name is empty", "ไม่ได้ระบุชื่อโฟลเดอร์"),
            hint=Text(
                "write graphmou init FOLDER (. is the current folder)", "พิมพ์ graphmou init โฟลเดอร์ (. คือโฟลเดอร์นี้)"
            ),
        )
    place = Path(folder)
    files = sorted(path.relative_to(_TEMPLATE) for path in _TEMPLATE.rglob("*") if path.is_file())
    there = [name.as_posix() for name in files if (place / name).exists()]
    if there:
        listed = ", ".join(there)
        raise ExportError(
            Text(
                f"{place} holds {listed} already; nothing was written",
                f"{place} มี {listed} อยู่แล้ว จึงไม่ได้เขียนไฟล์ใด",
            ),
            hint=Text("choose another folder", "เลือกโฟลเดอร์อื่น"),
        )
    try:
        for name in files:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(_TEMPLATE / name, place / name)
    except OSError as error:
        reason = reason_of(error)
        raise ExportError(
            Text(f"{place} cannot be written: {reason.en}", f"เขียนในโฟลเดอร์ {place} ไม่ได้: {reason.th}"),
            hint=Text("choose a folder you may write in", "เลือกโฟลเดอร์ที่ท่านมีสิทธิ์เขียน"),
        ) from error
    return Started(place.resolve(), [name.as_posix() for name in files])
