"""``verify``: does the evidence stand in the source documents. ``schema``: the seed format, for editors."""

from __future__ import annotations

from pathlib import Path

from graphmou.commands.reading import read_seed
from graphmou.errors import VerificationError
from graphmou.language import Text
from graphmou.places import SeedPaths
from graphmou.seed.schema import Schema, seed_schema
from graphmou.seed.verify import Verified, verify_facts

__all__ = ["schema", "verify"]


def verify(paths: SeedPaths = None, *, documents: str | Path) -> Verified:
    """Compare the evidence of seed files with the documents they were read from.

    Args:
        paths: one or several seed files or folders; None as for :func:`graphmou.load`.
        documents: the folder that holds the source documents.

    Raises:
        SeedError: a seed file is wrong in itself.
        VerificationError: a document is another version or missing, a phrase does not stand where it should,
            or the phrases of a fact do not name it; every problem is in it.

    Example:
        >>> graphmou.verify(documents=folder)
        Traceback (most recent call last):
        graphmou.errors.VerificationError: The evidence has 5 problems.
        ...
    """
    result = verify_facts(read_seed(paths), Path(documents))
    if result.problems:
        count = "1 problem" if len(result.problems) == 1 else f"{len(result.problems)} problems"
        said = Text(f"The evidence has {count}.", f"พบปัญหาในหลักฐาน {len(result.problems)} รายการ")
        raise VerificationError(said, result.problems)
    return result


def schema() -> Schema:
    """The JSON Schema of a seed file.

    Example:
        >>> sorted(graphmou.schema()["properties"]["mentoring"]["items"]["required"])
        ['mentor', 'partner']
    """
    return seed_schema()
