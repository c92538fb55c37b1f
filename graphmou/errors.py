"""Every error a user can meet, in one tree.

::

    GraphmouError                something the user can put right; exit 1
    ├── UsageError               the command's words are wrong; exit 2
    │   └── ParameterError       a question's parameter is missing, unknown or ill-typed
    ├── InputError               a file is wrong: carries every Problem found, not the first
    │   ├── SeedError            a seed file (facts)
    │   ├── QuestionFileError    a .cypher file (question or check)
    │   └── PictureFileError     a visualizations/ file (picture)
    ├── EntityNotFound           no node has that id, name or alias
    ├── EntityAmbiguous          several nodes have that name
    ├── UnknownName              no saved question, check, picture or document of that name
    ├── VerificationError        the evidence does not stand in the document
    ├── StoreError               the store cannot do what was asked
    │   ├── StoreMissing         nothing has been loaded at that place
    │   ├── StoreBusy            another process holds the store
    │   ├── StoreDamaged         what is stored is not what was written
    │   ├── StoreUnavailable     a server does not answer, or refuses the user
    │   └── CommitUnknown        the connection broke during the commit
    ├── StatementError           the Cypher statement is wrong
    │   ├── WriteRefused         a read-only statement tried to write, call out or administer
    │   └── LimitReached         the time-out, or the cap on statement length
    ├── ServerError              the local Neo4j could not be installed, started or stopped
    └── ExportError              a picture or table could not be written

An error says what is wrong, where (file, line, field), what was expected and, in ``hint``, what to do
next. Both are texts in two languages; ``message``, ``hint`` and ``str(error)`` are the English ones, and
``error.in_(language)`` is what a reader of that language is shown. The command line turns the tree into exit codes;
nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graphmou.language import Language, Text, same

__all__ = [
    "CommitUnknown",
    "EntityAmbiguous",
    "EntityNotFound",
    "ExportError",
    "GraphmouError",
    "InputError",
    "LimitReached",
    "ParameterError",
    "PictureFileError",
    "Problem",
    "QuestionFileError",
    "SeedError",
    "ServerError",
    "StatementError",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreMissing",
    "StoreUnavailable",
    "UnknownName",
    "UsageError",
    "VerificationError",
    "WriteRefused",
]


class GraphmouError(Exception):
    """Something a user can put right.

    ``said`` says what is wrong and what was expected; ``advice`` says what to do next. A plain ``str`` is the same in
    both languages (an engine's own words).
    """

    exit_code = 1

    def __init__(self, message: str | Text, *, hint: str | Text | None = None) -> None:
        self.said = _in_both(message)
        self.advice = None if hint is None else _in_both(hint)
        super().__init__(self.said.en)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.said.en

    @property
    def hint(self) -> str | None:
        """What to do next, in English."""
        return None if self.advice is None else self.advice.en

    def in_(self, language: Language) -> str:
        """The whole error as a reader of ``language`` is shown it."""
        message = self.said.in_(language)
        return message if self.advice is None else f"{message}\n  → {self.advice.in_(language)}"

    def __str__(self) -> str:
        return self.in_("en")


def _in_both(text: str | Text) -> Text:
    return text if isinstance(text, Text) else same(text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one file: ``line`` counts from 1, ``field`` is a path such as ``schools[2].name``."""

    file: Path | str
    line: int | None
    field: str | None
    said: str | Text
    advice: str | Text | None = None

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return _in_both(self.said).en

    @property
    def hint(self) -> str | None:
        """What to do about it, in English."""
        return None if self.advice is None else _in_both(self.advice).en

    def in_(self, language: Language) -> str:
        """The place, what is wrong and what to do, in ``language``."""
        place = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        field = f" {self.field}:" if self.field else ""
        below = "" if self.advice is None else f"\n    → {_in_both(self.advice).in_(language)}"
        return f"{place}:{field} {_in_both(self.said).in_(language)}{below}"

    def __str__(self) -> str:
        return self.in_("en")


class UsageError(GraphmouError):
    """The words of a command are wrong: an unknown option value, a parameter that cannot be."""

    exit_code = 2


class ParameterError(UsageError):
    """A question's parameter is missing, unknown or of the wrong type; the message lists the right ones."""


class InputError(GraphmouError):
    """Files are wrong. ``problems`` holds all of them, in the order of the files and their lines."""

    def __init__(self, message: str | Text, problems: Sequence[Problem], *, hint: str | Text | None = None) -> None:
        super().__init__(message, hint=hint)
        self.problems = list(problems)

    def in_(self, language: Language) -> str:
        """The whole error with every problem."""
        return self.first(len(self.problems), language)

    def first(self, most: int, language: Language) -> str:
        """The error with at most ``most`` of its problems, and how many there are besides."""
        lines = [self.said.in_(language), *(f"  {problem.in_(language)}" for problem in self.problems[:most])]
        if len(self.problems) > most:
            lines.append(f"  {_MORE.in_(language).format(count=len(self.problems) - most)}")
        if self.advice is not None:
            lines.append(f"  → {self.advice.in_(language)}")
        return "\n".join(lines)


_MORE = Text("… and {count} more", "… และอีก {count} รายการ")


class SeedError(InputError):
    """Seed files are wrong; nothing of them was loaded."""


class QuestionFileError(InputError):
    """A ``.cypher`` file has a header that cannot be used."""


class PictureFileError(InputError):
    """A file in ``visualizations/`` cannot be used."""


class EntityNotFound(GraphmouError):
    """No node has that id, name or alias; the hint suggests near ones."""


class EntityAmbiguous(GraphmouError):
    """Several nodes carry that name; the hint lists their ids to choose from."""


class UnknownName(GraphmouError):
    """No saved question, check, picture or loaded document is called that."""


class VerificationError(InputError):
    """Evidence that does not stand in the source document, or does not name its fact."""


class StoreError(GraphmouError):
    """The store cannot do what was asked."""


class StoreMissing(StoreError):
    """There is no store at that place yet."""


class StoreBusy(StoreError):
    """Another process holds the store; the message says which."""


class StoreDamaged(StoreError):
    """The store does not hold what was last written to it; the hint says how to rebuild."""


class StoreUnavailable(StoreError):
    """The server does not answer, or refuses user and password."""


class CommitUnknown(StoreError):
    """The connection broke during the commit: the change may or may not be there. A rerun is safe."""


class StatementError(GraphmouError):
    """The Cypher statement is wrong: the engine's word on it, with the place."""


class WriteRefused(StatementError):
    """A read-only statement tried to write, to reach a file or address, or to administer the engine."""


class LimitReached(StatementError):
    """The statement ran into the time-out, or is longer than a statement may be."""


class ServerError(GraphmouError):
    """The local Neo4j could not be installed, started or stopped."""


class ExportError(GraphmouError):
    """A picture or table could not be written."""
