"""Where pictures are found: the ``.yaml`` files of one or several ``visualizations`` folders.

A file's name is the picture's name. Folders come in the order of preference, so a user's own file replaces a
built-in one of the same name.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from graphmou.errors import PictureFileError, UnknownName
from graphmou.language import Text
from graphmou.view.picture import Gallery, Picture
from graphmou.view.picture_file import read_picture

__all__ = ["find_picture", "read_gallery"]

_SUFFIXES = (".yaml", ".yml")


def read_gallery(folders: Sequence[Path]) -> Gallery:
    """All pictures, sorted by name. A broken file is reported in ``problems`` and hides no other."""
    gallery = Gallery()
    for name, path in sorted(_files(folders).items()):
        picture, problems = read_picture(path)
        gallery.problems.extend(problems)
        if picture is not None:
            gallery.pictures[name] = picture
    return gallery


def find_picture(folders: Sequence[Path], name: str) -> Picture:
    """The picture of that name, reading no other file.

    Raises:
        UnknownName: there is none; the hint names the nearest.
        PictureFileError: its file is broken.
    """
    known = _files(folders)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        raise UnknownName(
            Text(f"No picture is called {name!r}.", f"ไม่มีภาพชื่อ {name!r}"),
            hint=Text(f"did you mean {' or '.join(near)}?", f"หมายถึง {' หรือ '.join(near)} หรือไม่")
            if near
            else Text("graphmou draw lists them", "ดูรายการได้ด้วย: graphmou draw"),
        )
    picture, problems = read_picture(known[name])
    if picture is None:
        raise PictureFileError(
            Text(f"The picture {name} cannot be used.", f"ใช้ภาพ {name} ไม่ได้"),
            problems,
            hint=Text("the format is described in docs/pictures.md", "ดูรูปแบบไฟล์ได้ใน docs/pictures.md"),
        )
    return picture


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.suffix in _SUFFIXES and path.is_file():
                    found.setdefault(path.stem, path)
    return found
