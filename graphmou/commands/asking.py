"""``query``, ``cypher`` and ``check``: questions to the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from graphmou import checks, dates, places
from graphmou.checks import CheckResult
from graphmou.commands.reading import day_of
from graphmou.commands.stores import Database, using
from graphmou.errors import UnknownName
from graphmou.language import Language
from graphmou.queries.ask import Asked, ask, naming
from graphmou.queries.library import find_check, find_query, read_library
from graphmou.queries.saved import Check, Library, SavedQuery
from graphmou.store.protocol import Answer, Cell, Limits

__all__ = ["check", "cypher", "explain", "library", "query", "question"]


def _cypher_folders(folder: str | Path | None) -> list[Path]:
    own = [] if folder is None else [Path(folder)]
    return [*own, *places.folders("cypher")]


def library(*, folder: str | Path | None = None) -> Library:
    """All saved questions and checks: those of ``folder``, of the project one stands in, and the built-in ones.

    Example:
        >>> graphmou.library().queries["mentor-schools"].title.en
        'Schools that mentor at least so many partners'
    """
    return read_library(_cypher_folders(folder))


def question(name: str, *, folder: str | Path | None = None) -> SavedQuery:
    """One saved question by name, with its parameters, columns and Cypher.

    Raises:
        UnknownName, QuestionFileError: there is none of that name, or its file is broken.

    Example:
        >>> [parameter.name for parameter in graphmou.question("partners-of").parameters]
        ['school', 'as_of']
    """
    return find_query(_cypher_folders(folder), name)


def query(
    name: str,
    parameters: Mapping[str, Cell | date] | None = None,
    *,
    db: Database = None,
    folder: str | Path | None = None,
    today: date | None = None,
    limits: Limits = Limits(),
) -> Asked:
    """Ask a saved question.

    Args:
        name: the question's name, see :func:`library`.
        parameters: values by name, as text or typed (a day also as ``datetime.date``); an entity is
            named by id, name or alias.
        db: the store.
        folder: a ``cypher`` folder of one's own that comes before the project's and the built-in one.
        today: the day that "today" means; None for the clock's.
        limits: time-out and row cap.

    Raises:
        UnknownName, ParameterError, EntityNotFound, EntityAmbiguous, StatementError, StoreError

    Example:
        >>> asked = graphmou.query("partners-of", {"school": "โรงเรียนวัดพระฝาง"}, db=db)
        >>> [row["partner_id"] for row in asked.answer.records()]
        ['ban-hat-suea-ten', 'bo-phra', 'wat-chong-lom', 'wat-doi-kaeo']
    """
    asked = question(name, folder=folder)
    with using(db) as store:
        return ask(store, asked, _cells(parameters), today=today or dates.today(), limits=limits)


def _cells(parameters: Mapping[str, Cell | date] | None) -> dict[str, Cell]:
    """The parameters as stores take them: a date is ISO text."""
    given = parameters or {}
    return {name: value.isoformat()[:10] if isinstance(value, date) else value for name, value in given.items()}


def cypher(
    statement: str,
    parameters: Mapping[str, Cell] | None = None,
    *,
    db: Database = None,
    write: bool = False,
    limits: Limits = Limits(),
) -> Answer:
    """Run a Cypher statement of one's own: read-only, or with ``write`` in one transaction.

    Raises:
        WriteRefused: it would write (without ``write``), reach a file or address, or administer the engine.
        LimitReached: it took too long.
        StatementError: the engine refuses it.

    Example:
        >>> graphmou.cypher("MATCH (s:School) RETURN count(s) AS schools", db=db).records()
        [{'schools': 19}]
    """
    with using(db) as store:
        if not write:
            return store.run(statement, parameters or {}, limits)
        with store.transaction() as transaction:
            return transaction.run(statement, parameters or {}, limits)


def check(
    names: str | Sequence[str] = (),
    *,
    db: Database = None,
    folder: str | Path | None = None,
    as_of: date | str | None = None,
    today: date | None = None,
    language: Language = "en",
    limits: Limits = Limits(),
) -> list[CheckResult]:
    """Look for gaps: every check, or those named, each with its count even where there is none.

    Args:
        names: which checks, one name or several; none for all.
        db: the store.
        folder: a ``cypher`` folder of one's own.
        as_of: judge what was recorded by that day (a date, or ISO or Thai text); None for today.
        today: the day that "today" means; None for the clock's.
        language: of the messages.
        limits: time-out and row cap of each check.

    Raises:
        UnknownName: no check has that name.
        UsageError: ``as_of`` is no day.
        QuestionFileError: the file of a check is broken: a coverage report that leaves one out would be false.

    Example:
        >>> (result,) = graphmou.check(["headcount-mismatch"], db=db)
        >>> [(gap["declared"], gap["computed"]) for gap in result.gaps]
        [(135, 129)]
    """
    day = day_of(as_of, "as_of")
    folders = _cypher_folders(folder)
    if isinstance(names, str):
        names = [names]
    if names:
        chosen = [find_check(folders, name) for name in dict.fromkeys(names)]
    else:
        chosen = checks.all_checks(read_library(folders))
    with using(db) as store:
        return checks.run_checks(
            store, chosen, today=today or dates.today(), as_of=day, language=language, limits=limits
        )


def explain(name: str, *, db: Database = None, folder: str | Path | None = None) -> str:
    """The engine's plan for a saved question or check, as text; nothing is run.

    Raises:
        UnknownName: neither a question nor a check has that name.

    Example:
        >>> "School" in graphmou.explain("mentor-schools", db=db)
        True
    """
    day = dates.today().isoformat()
    values: dict[str, Cell] = {"today": day, "as_of": day}
    saved: SavedQuery | Check
    try:
        saved = question(name, folder=folder)
        values |= {parameter.name: parameter.default for parameter in saved.parameters}
    except UnknownName as error:
        try:
            saved = find_check(_cypher_folders(folder), name)
        except UnknownName:
            raise error from None
    with using(db) as store, naming(saved.file):
        return store.explain(saved.statement, values)
