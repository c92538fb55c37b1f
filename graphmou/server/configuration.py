"""A server's folder: the settings and the password Neo4j starts with.

::

    <folder>/conf/neo4j.conf     written anew at each start
    <folder>/password            the password of the user neo4j, readable by its owner only
    <folder>/data/               the databases
    <folder>/logs/               neo4j.log, debug.log; console.log holds the last start
    <folder>/import/             empty: LOAD CSV reads no file of this machine
    <folder>/server.json         the running server (see state)
    <folder>/graphmou-neo4j.lock held while a server is being started here; also marks the folder as ours
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from graphmou.errors import ServerError
from graphmou.language import Text
from graphmou.reasons import reason_of
from graphmou.server.state import PASSWORD_FILE

USER = "neo4j"
LOCK_FILE = "graphmou-neo4j.lock"

_SETTINGS = """\
# Written by graphmou at each start: changes made here are lost.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false

# Nothing leaves this machine, and no statement reads its files or calls an address.
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.bolt.telemetry.enabled=false
dbms.fleet_manager.enabled=false
server.fleet_discovery.enabled=false
server.directories.import=import
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0

# Of a size for a laptop; without the last line each database takes 256 MB at once for its log.
server.memory.pagecache.size={page_cache}
db.logs.query.enabled=OFF
db.tx_log.preallocate=false

# Stop at once, without waiting for clients to go.
internal.server.bolt.thread_pool_shutdown_wait_time=0s

# Older versions do not know all of these settings: they warn and start.
server.config.strict_validation.enabled=false
"""

_PAGE_CACHE = "256m"
_SHORTEST_PASSWORD = 8  # Neo4j's own rule
_HASH_ROUNDS = 1024


def console_log(folder: Path) -> Path:
    """Return the file with all that the last start has said."""
    return folder / "logs" / "console.log"


def prepare_folder(folder: Path) -> None:
    """Make `folder` ready to hold a server, or refuse one that holds something else (ServerError)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ours = (folder / LOCK_FILE).exists()
        if not ours and any(folder.iterdir()):
            raise ServerError(
                Text(
                    f"{folder} holds other files; a Neo4j server needs a folder of its own.",
                    f"โฟลเดอร์ {folder} มีไฟล์อื่นอยู่ เซิร์ฟเวอร์ Neo4j ต้องใช้โฟลเดอร์ของตนเอง",
                ),
                hint=Text("Name a new or an empty folder.", "ระบุโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง"),
            )
        for name in ("conf", "data", "import", "logs"):
            (folder / name).mkdir(exist_ok=True)
    except OSError as wrong:
        reason = reason_of(wrong)
        raise ServerError(
            Text(
                f"{folder} cannot hold a Neo4j server: {reason.en}",
                f"ใช้ {folder} เป็นโฟลเดอร์ของเซิร์ฟเวอร์ Neo4j ไม่ได้: {reason.th}",
            ),
            hint=Text("Name a folder that you may write to.", "ระบุโฟลเดอร์ที่มีสิทธิ์เขียน"),
        ) from wrong


def write_settings(folder: Path, port: int) -> None:
    """Write ``neo4j.conf`` for a server that listens on this machine's `port` only."""
    text = _SETTINGS.format(port=port, page_cache=_PAGE_CACHE)
    (folder / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def set_password(folder: Path, wanted: str | None) -> None:
    """See to it that the folder's server opens with the password in its password file.

    A new server gets `wanted`, or a password drawn at random. One that has run keeps its own: Neo4j changes a
    password only through a login. Raises ServerError when `wanted` is too short or not the one it has.
    """
    file = folder / PASSWORD_FILE
    if wanted is not None and len(wanted) < _SHORTEST_PASSWORD:
        raise ServerError(
            Text(
                f"A password of Neo4j has at least {_SHORTEST_PASSWORD} characters.",
                f"รหัสผ่านของ Neo4j ต้องมีอย่างน้อย {_SHORTEST_PASSWORD} ตัวอักษร",
            )
        )
    has_run = (folder / "data" / "databases" / "system").exists()
    if not file.exists():
        if has_run and wanted is None:
            raise ServerError(
                Text(
                    f"{file} is gone, and the server in {folder} keeps its password.",
                    f"ไม่พบไฟล์ {file} แต่เซิร์ฟเวอร์ใน {folder} ยังใช้รหัสผ่านเดิม",
                ),
                hint=Text(
                    "Write the password into that file again, or start with a new folder.",
                    "เขียนรหัสผ่านลงในไฟล์นั้นอีกครั้ง หรือเริ่มในโฟลเดอร์ใหม่",
                ),
            )
        _write_private(file, wanted or secrets.token_urlsafe(18))
    password = file.read_text(encoding="utf-8").strip()
    if wanted not in (None, password):
        raise ServerError(
            Text(f"The server in {folder} already has another password.", f"เซิร์ฟเวอร์ใน {folder} ใช้รหัสผ่านอื่นอยู่แล้ว"),
            hint=Text(f"Use the one in {file}, or start with a new folder.", f"ใช้รหัสผ่านใน {file} หรือเริ่มในโฟลเดอร์ใหม่"),
        )
    if not has_run:
        (folder / "data" / "dbms").mkdir(exist_ok=True)
        _write_private(folder / "data" / "dbms" / "auth.ini", _credential(password) + "\n")


def _credential(password: str) -> str:
    """Return the line from which Neo4j makes its first user: a salted SHA-256, repeated."""
    salt = secrets.token_bytes(32)
    digest = salt + password.encode("utf-8")
    for _ in range(_HASH_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{_HASH_ROUNDS}:"


def _write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read (on Windows: whoever can read the folder)."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
