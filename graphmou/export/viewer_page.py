"""A scene as one interactive page that needs no network: the viewer with its data inside.

The viewer is built from ``visualizations/viewer/src`` into ``dist``, which is committed; whoever writes a page needs no
Node. The data stands in one JSON block that no HTML parser can leave, and reaches the page as text alone. The policy
in the page allows the one script and the one style by their hashes, the font inside it, and no request.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from graphmou.export.atomic import write_atomically
from graphmou.export.viewer_data import scene_json
from graphmou.language import Text
from graphmou.places import data_folder
from graphmou.view.scene import Scene

__all__ = ["page", "write_page"]

_FONT = "NotoSansThai-subset.woff2"


def write_page(scene: Scene, file: Path) -> Sequence[Text]:
    """Write the page to ``file`` (UTF-8), whole or not at all.

    Returns:
        Notes for the user: none.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(file, page(scene).encode("utf-8"))
    return ()


def page(scene: Scene) -> str:
    """The whole page as text."""
    script, style = _built("viewer.js"), _built("viewer.css").replace("FONT_DATA", _font())
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; font-src data:; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    filled = {
        "language": scene.language,
        "policy": policy,
        "style": style,
        "script": script,
        "data": _data(scene),
    }
    template = resources.files("graphmou.export").joinpath("viewer_page.html").read_text("utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda match: filled[match[1]], template)


def _data(scene: Scene) -> str:
    """The scene's JSON without the two line ends that JSON allows in a text and older JavaScript did not."""
    return scene_json(scene).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _built(name: str) -> str:
    return (data_folder("visualizations") / "viewer" / "dist" / name).read_text("utf-8")


def _font() -> str:
    return base64.b64encode((data_folder("visualizations") / "fonts" / _FONT).read_bytes()).decode("ascii")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
