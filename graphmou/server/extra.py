"""The optional packages a local server needs, asked for only when one is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphmou.errors import ServerError


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
            f"A local Neo4j needs the Python package {package}, which is not installed.",
            hint='pip install "graphmou[server]"',
        ) from missing
