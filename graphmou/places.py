"""Where things are: the project folder one stands in, and the folders that come with graphmou.

A project folder holds an analyst's own ``seed/``, ``cypher/`` or ``visualizations/``. The same three come with
the package: in a wheel under ``graphmou/data``, in a checkout at its top.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

__all__ = ["UserFolder", "data_folder", "folders", "project_folder"]

UserFolder = Literal["seed", "cypher", "visualizations"]
_USER_FOLDERS: tuple[UserFolder, ...] = ("seed", "cypher", "visualizations")
_MARKER = "graphmou.yaml"


def data_folder(name: UserFolder) -> Path:
    """The folder of that name that comes with graphmou."""
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / name


def project_folder(start: Path | None = None) -> Path | None:
    """The project folder ``start`` (default: the current folder) stands in; None outside of any.

    It is the nearest folder, upwards, that holds ``graphmou.yaml``, or ``seed`` beside ``cypher`` or
    ``visualizations`` (a lone folder called ``seed`` may be anybody's).
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / _MARKER).is_file():
            return folder
        if (folder / "seed").is_dir() and any((folder / other).is_dir() for other in _USER_FOLDERS[1:]):
            return folder
    return None


def folders(name: UserFolder, start: Path | None = None) -> list[Path]:
    """Where to look for questions or pictures: the project's own folder first, then the built-in one."""
    project = project_folder(start)
    found = [] if project is None else [project / name]
    found.append(data_folder(name))
    return [folder for folder in dict.fromkeys(path.resolve() for path in found) if folder.is_dir()]
