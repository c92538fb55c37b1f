"""``draw``: a picture of the network, or of what is around one of its nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from graphmou import dates
from graphmou.commands.stores import Database, using
from graphmou.entities import resolve_entity
from graphmou.errors import UsageError
from graphmou.language import Language, Text
from graphmou.view.compose import make_scene

__all__ = ["Drawn", "draw"]


@dataclass(slots=True)
class Drawn:
    """The picture that was written: where, how much it shows, and what to know about it."""

    file: Path
    nodes: int
    relationships: int
    notes: list[Text] = field(default_factory=list)


def draw(
    output: str | Path,
    *,
    db: Database = None,
    focus: str | None = None,
    hops: int = 1,
    language: Language = "en",
    today: date | None = None,
) -> Drawn:
    """Draw the graph as one self-contained page that needs no internet.

    Args:
        output: the file to write, ending in ``.html``.
        db: the store.
        focus: id, name or alias of the node in the middle; None for the whole network.
        hops: how many relationships away from the focus the picture reaches.
        language: of the picture's words; dates are of the Buddhist era in Thai.
        today: the day that statuses are told as of.

    Raises:
        UsageError: the file's ending is of no picture.
        EntityNotFound, EntityAmbiguous: the focus is nothing, or several things.
        ExportError: the file cannot be written.

    Example:
        >>> drawn = graphmou.draw(folder / "network.html", db=db, focus="wat-phra-fang", language="th")
        >>> drawn.file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        True
    """
    file = Path(output)
    if file.suffix.lower() not in (".html", ".htm"):
        raise UsageError(
            Text(f"{file}: a picture is a page that ends in .html", f"{file}: ภาพต้องเป็นไฟล์หน้าเว็บที่ลงท้ายด้วย .html"),
            hint=Text("write -o picture.html", "เขียนเป็น -o picture.html"),
        )
    with using(db) as store:
        centre = None if focus is None else resolve_entity(store, focus).id
        graph = store.graph()
    scene = make_scene(graph, language=language, focus=centre, hops=hops, today=today or dates.today())
    # pyvis takes a second to import: only who draws pays for it.
    from graphmou.export.pyvis_page import write_page

    notes = write_page(scene, file)
    return Drawn(file, len(scene.nodes), len(scene.edges), list(notes))
