"""What is shown to a person in a terminal: tables, notes, errors; and the streams they go to.

stdout carries data alone; everything else goes to stderr (DESIGN section 8).
"""

from graphmou.terminal.streams import (
    can_show_thai,
    closed_pipe_is_no_error,
    note,
    prepare_streams,
    print_error,
)
from graphmou.terminal.tables import Rendering, print_table, render, summary
from graphmou.terminal.text import visible

__all__ = [
    "Rendering",
    "can_show_thai",
    "closed_pipe_is_no_error",
    "note",
    "prepare_streams",
    "print_error",
    "print_table",
    "render",
    "summary",
    "visible",
]
