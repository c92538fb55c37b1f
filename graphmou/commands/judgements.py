"""Where judgements are kept, and how they are given, undone and listed: ``judge``."""

from __future__ import annotations

import getpass
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graphmou import dates, places
from graphmou.commands.stores import Database, using
from graphmou.errors import GraphmouError, Problem, SeedError, StoreError, UnknownName, UsageError
from graphmou.export.atomic import write_atomically
from graphmou.language import Text
from graphmou.model import is_id
from graphmou.resolve.judgements import FILE_NAME, Judgement, Judgements, Verdict, parse_judgements, read_judgements
from graphmou.strict_yaml import read_text
from graphmou.words import did_you_mean
from graphmou.yaml_text import as_node, plain, write_yaml

__all__ = ["judge", "judgements", "judgements_beside", "undo_judgement", "unknown_ids"]

_COMMENT = """\
Who is the same as whom, and who is not: honoured by every load and extraction. Kept by graphmou judge and
graphmou review; docs/review.md says how."""


def judgements_file(seed: str | Path | None = None) -> Path:
    """The file judgements are kept in: in the folder ``seed``, else in ``seed/`` of the project or of this folder."""
    if seed is not None:
        return Path(seed) / FILE_NAME
    return (places.project_folder() or Path.cwd()) / "seed" / FILE_NAME


def judgements_beside(paths: Sequence[Path]) -> Judgements:
    """The judgements kept beside seed files or folders, and those of the project one stands in.

    Raises:
        SeedError: they cannot be read, or cannot all be true.
    """
    folders = [path if path.is_dir() else path.parent for path in paths]
    files = dict.fromkeys(file.resolve() for file in [*(folder / FILE_NAME for folder in folders), judgements_file()])
    found: list[Judgement] = []
    problems: list[Problem] = []
    for file in files:
        one, wrong = read_judgements(file)
        known = {judgement.pair for judgement in found}
        found += [judgement for judgement in one.all if judgement.pair not in known]
        problems += wrong
    joined = Judgements(found)
    if len(files) > 1 and not problems:
        problems = joined.problems()
    if problems:
        raise _unreadable(problems)
    return joined


def judgements(seed: str | Path | None = None) -> list[Judgement]:
    """What was judged, in the order of the file.

    Args:
        seed: the folder with ``judgements.yaml``; None for ``seed/`` of the project.

    Raises:
        SeedError: the file cannot be read, or its judgements cannot all be true.

    Example:
        >>> _ = graphmou.judge("same", "wat-a", "wat-b", why="renamed in 2019", by="somchai", seed=folder)
        >>> [(one.ids, one.judged) for one in graphmou.judgements(seed=folder)]
        [(('wat-a', 'wat-b'), 'same')]
    """
    found, problems = read_judgements(judgements_file(seed))
    if problems:
        raise _unreadable(problems)
    return found.all


def judge(
    judged: Verdict,
    one: str,
    other: str,
    *,
    why: str,
    by: str | None = None,
    on: date | None = None,
    seed: str | Path | None = None,
) -> Judgement:
    """Decide that two ids are the same thing, or different ones. Of two that are the same the first is kept.

    A decision about the same two that says otherwise is replaced.

    Args:
        judged: ``same`` or ``different``.
        one: the id that is kept where they are the same.
        other: the other id.
        why: the reason, for whoever reads it later.
        by: who decides; None for the name one is logged in with.
        on: the day; None for today.
        seed: the folder with ``judgements.yaml``; None for ``seed/`` of the project.

    Raises:
        UsageError: the two are one id, one is no id, or no reason is given.
        SeedError: with what is already judged this cannot be true, or the reason holds what no file may; nothing is
            written.

    Example:
        >>> judgement = graphmou.judge("different", "wat-a", "wat-b", why="two provinces", by="somchai", seed=folder)
        >>> judgement.judged
        'different'
    """
    if one == other:
        raise UsageError(
            Text(f"{one!r} is one id: nothing is to be judged", f"{one!r} เป็นรหัสเดียวกัน ไม่มีสิ่งที่ต้องตัดสิน"),
            hint=Text("name two ids", "ระบุสองรหัสที่ต่างกัน"),
        )
    odd = [wrong for wrong in (one, other) if not is_id(wrong)]
    if odd:
        raise UsageError(
            Text(f"{odd[0]!r} is no id", f"{odd[0]!r} ไม่ใช่รหัส"),
            hint=Text(
                "an id has small letters, digits and single hyphens: wat-phra-fang",
                "รหัสใช้ตัวอักษรเล็ก a-z ตัวเลข และขีดกลางเดี่ยวเท่านั้น เช่น wat-phra-fang",
            ),
        )
    if not why.strip():
        raise UsageError(
            Text("no reason is given", "ไม่ได้ระบุเหตุผล"), hint=Text("say why: --why TEXT", "ระบุเหตุผล: --why ข้อความ")
        )
    file = judgements_file(seed)
    known, problems = read_judgements(file)
    if problems:
        raise _unreadable(problems)
    day = (on or dates.today()).isoformat()
    decided = Judgement((one, other), judged, " ".join(why.split()), by or _user(), day, file, 0)
    before = known.between(one, other)
    if before is not None and before.judged == judged:
        return before
    rest = [judgement for judgement in known.all if judgement is not before]
    contradictions = Judgements([*rest, decided]).problems()
    if contradictions:
        raise _unreadable(contradictions)
    text = _without(file, before) if before is not None else _text(file)
    whole = _with(text, decided)
    unwritable = parse_judgements(whole, file)[1]  # a reason with a control character, say: no later load could read it
    if unwritable:
        raise _unreadable(unwritable)
    write_judgements(file, whole)
    return decided


def unknown_ids(*ids: str, db: Database = None, seed: str | Path | None = None) -> list[str]:
    """Which of ``ids`` neither the store nor a seed file or draft knows: mostly a slip of the hand.

    Nothing is unknown where there is nothing to look in.
    """
    home = judgements_file(seed).parent
    files = [
        file for folder in (home, home.parent / "drafts") for file in folder.glob("*.y*ml") if file.name != FILE_NAME
    ]
    told = {name for file in files for name in _ID.findall(file.read_text(encoding="utf-8", errors="replace"))}
    try:
        with using(db) as store:
            rows = store.run("MATCH (n) WHERE n.id IN $ids RETURN n.id AS id", {"ids": list(ids)}).rows
        told.update(str(row[0]) for row in rows)
    except StoreError:
        if not files:
            return []
    return [one for one in ids if one not in told]


_ID = re.compile(r"^(?:- |  )id: \"?([a-z0-9-]+)", re.MULTILINE)


def undo_judgement(one: str, other: str, *, seed: str | Path | None = None) -> Judgement:
    """Take back what was judged about two ids, and return it.

    Raises:
        UnknownName: nothing was judged about these two; the hint says what was about either.
        SeedError: the file cannot be read.

    Example:
        >>> _ = graphmou.judge("same", "wat-a", "wat-b", why="one school", by="somchai", seed=folder)
        >>> graphmou.undo_judgement("wat-b", "wat-a", seed=folder).why
        'one school'
    """
    file = judgements_file(seed)
    known, problems = read_judgements(file)
    if problems:
        raise _unreadable(problems)
    judgement = known.between(one, other)
    if judgement is None:
        others = sorted({" ".join(each.ids) for each in known.all if {one, other} & each.pair})
        hint = (
            did_you_mean(others[:3])
            if others
            else Text("list them: graphmou judge list", "ดูทั้งหมด: graphmou judge list")
        )
        raise UnknownName(
            Text(f"Nothing was judged about {one} and {other}.", f"ยังไม่เคยมีคำตัดสินเกี่ยวกับ {one} กับ {other}"), hint=hint
        )
    write_judgements(file, _without(file, judgement))
    return judgement


def write_judgements(file: Path, text: str) -> None:
    """Write the file of judgements, and make its folder where it is missing."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphmouError(
            Text(f"cannot make the folder {file.parent}: {error.strerror}", f"สร้างโฟลเดอร์ {file.parent} ไม่ได้")
        ) from None
    write_atomically(file, text.encode("utf-8"))


def _text(file: Path) -> str:
    return read_text(file)[0] if file.is_file() else ""


def _with(text: str, judgement: Judgement) -> str:
    """The file's text with one more entry at its end; what people wrote in it stays as it is."""
    entry = {
        "ids": list(judgement.ids),
        "judged": judgement.judged,
        "why": judgement.why,
        "by": judgement.by,
        "on": plain(judgement.on),
    }
    node = as_node({"judgements": [entry]})
    whole = write_yaml(node, _COMMENT)  # type: ignore[arg-type]
    if "\njudgements:" not in f"\n{text}":
        return whole if not text.strip() else f"{text.rstrip()}\n\n{write_yaml(node)}"  # type: ignore[arg-type]
    body = whole.partition("judgements:\n")[2]
    emptied = text.replace("judgements: []", "judgements:")
    return f"{emptied.rstrip()}\n{body}"


def _without(file: Path, judgement: Judgement) -> str:
    """The file's text without the lines of one entry."""
    lines = _text(file).splitlines(keepends=True)
    starts = sorted(one.line for one in read_judgements(file)[0].all)
    after = next((line for line in starts if line > judgement.line), len(lines) + 1)
    kept = [*lines[: judgement.line - 1], *lines[after - 1 :]]
    if len(starts) == 1:
        kept = [
            line.replace("judgements:", "judgements: []") if line.startswith("judgements:") else line for line in kept
        ]
    return "".join(kept)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account, no variable: a container, a service
        return "unknown"


def _unreadable(problems: list[Problem]) -> SeedError:
    return SeedError(
        Text("The judgements cannot be used; nothing was changed.", "ไม่สามารถใช้คำตัดสินได้ และยังไม่มีการเปลี่ยนแปลงใด ๆ"),
        problems,
        hint=Text("docs/review.md says how they are written", "วิธีเขียนอยู่ใน docs/review.md"),
    )
