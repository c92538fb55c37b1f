"""Where things are: the project folder one stands in, and the folders that come with graphmou.

A project folder holds an analyst's own ``seed/``, ``cypher/`` or ``visualizations/``. The same three come with
the package: in a wheel under ``graphmou/data``, in a checkout at its top.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from graphmou.errors import UsageError
from graphmou.language import Text

__all__ = ["SeedPaths", "UserFolder", "as_typed", "data_folder", "folders", "project_folder", "seed_paths"]

UserFolder = Literal["seed", "cypher", "visualizations"]
SeedPaths = str | Path | Sequence[str | Path] | None
"""One or several seed files or folders; None for those of the project, or the built-in ones."""
_MARKS = ("seed/*.yaml", "cypher/queries/*.cypher", "cypher/checks/*.cypher", "visualizations/*.yaml")


def as_typed(path: str | Path) -> str:
    """A path as one types it into a command: in quotes where it holds a blank."""
    return f'"{path}"' if " " in str(path) else str(path)


def data_folder(name: UserFolder) -> Path:
    """The folder of that name that comes with graphmou."""
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / name


def project_folder(start: Path | None = None) -> Path | None:
    """The project folder ``start`` (default: the current folder) stands in; None outside of any.

    It is the nearest folder, upwards, with seed files, questions, checks or pictures in their places.
    """
    here = (start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if any(map(any, map(folder.glob, _MARKS)))), None)


def folders(name: UserFolder, start: Path | None = None) -> list[Path]:
    """Where to look for questions or pictures: the project's own folder first, then the built-in one."""
    project = project_folder(start)
    found = [] if project is None else [project / name]
    found.append(data_folder(name))
    return [folder for folder in dict.fromkeys(path.resolve() for path in found) if folder.is_dir()]


def seed_paths(paths: SeedPaths = None) -> list[Path]:
    """The seed to read: ``paths``, else ``seed/`` of the project folder one stands in, else the built-in one.

    Raises:
        UsageError: an empty list, or an empty name.
    """
    if paths is None:
        return folders("seed")[:1]
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not given or "" in given:
        raise UsageError(
            Text("no seed file or folder is named", "ไม่ได้ระบุไฟล์หรือโฟลเดอร์ข้อมูล"),
            hint=Text(
                "name one or more, or leave them out (in Python: None) for the project's seed/ or the built-in one",
                "ระบุอย่างน้อยหนึ่งรายการ หรือไม่ต้องระบุ (ใน Python: None) เพื่อใช้ seed/ ของโครงการหรือชุดที่มากับ graphmou",
            ),
        )
    return [Path(path) for path in given]
