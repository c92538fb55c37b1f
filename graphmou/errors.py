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
next. The command line turns the tree into exit codes; nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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

    ``message`` says what is wrong and what was expected; ``hint`` says what to do next.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}\n  → {self.hint}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one file: ``line`` counts from 1, ``field`` is a path such as ``schools[2].name``."""

    file: Path | str
    line: int | None
    field: str | None
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        place = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        field = f" {self.field}:" if self.field else ""
        hint = f"\n    → {self.hint}" if self.hint else ""
        return f"{place}:{field} {self.message}{hint}"


class UsageError(GraphmouError):
    """The words of a command are wrong: an unknown option value, a parameter that cannot be."""

    exit_code = 2


class ParameterError(UsageError):
    """A question's parameter is missing, unknown or of the wrong type; the message lists the right ones."""


class InputError(GraphmouError):
    """Files are wrong. ``problems`` holds all of them, in the order of the files and their lines."""

    def __init__(self, message: str, problems: list[Problem], *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.problems = problems

    def __str__(self) -> str:
        lines = [self.message, *(f"  {problem}" for problem in self.problems)]
        if self.hint:
            lines.append(f"  → {self.hint}")
        return "\n".join(lines)


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
