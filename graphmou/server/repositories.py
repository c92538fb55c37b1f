"""Which Maven repositories this machine is set up to use.

No address is written here: the public repository is the one `jgo` knows, and an office that must go
through a mirror has already named it to Maven (``~/.m2/settings.xml``) or to jgo (``~/.config/jgo.conf``,
section ``[repositories]``). Proxies and certificates are taken from the environment by `requests`.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings
from jgo.constants import MAVEN_CENTRAL_URL

from graphmou.errors import ServerError
from graphmou.language import Text

# What a <mirrorOf> may say to stand in for the public repository, https or not.
_STANDS_FOR_CENTRAL = {"*", "external:*", "central"}


def remote_repositories() -> dict[str, str]:
    """Return the repositories to ask, by name, in the order to ask them.

    Raises ServerError when Maven's settings file is not XML.
    """
    central = _mirror_of_central(Path.home() / ".m2" / "settings.xml") or MAVEN_CENTRAL_URL
    repositories = {"central": central, **GlobalSettings.load().repositories}
    return {name: address.rstrip("/") for name, address in repositories.items()}


def _mirror_of_central(settings: Path) -> str | None:
    """Return the address of the first mirror that stands for the public repository, as Maven picks it."""
    try:
        root = ElementTree.parse(settings).getroot()  # noqa: S314 - the user's own file
    except FileNotFoundError:
        return None
    except ElementTree.ParseError as wrong:
        raise ServerError(
            Text(
                f"{settings}: Maven's settings file cannot be read ({wrong}).",
                f"{settings}: อ่านไฟล์ตั้งค่าของ Maven ไม่ได้ ({wrong})",
            ),
            hint=Text("Correct the file, or move it away.", "แก้ไขไฟล์นั้น หรือย้ายไปไว้ที่อื่น"),
        ) from wrong
    for mirror in root.iterfind(".//{*}mirror"):
        covered = {word.strip() for word in mirror.findtext("{*}mirrorOf", "").split(",")}
        if covered & _STANDS_FOR_CENTRAL and "!central" not in covered:
            return mirror.findtext("{*}url", "").strip() or None
    return None
