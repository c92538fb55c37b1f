"""Whether a draft is still as ``extract`` wrote it: the draft holds a checksum of itself.

Somebody may put a draft right in an editor before anything in it is reviewed. That work must not be written over.
"""

from __future__ import annotations

import hashlib
import re

__all__ = ["is_untouched", "stamped"]

_FIRST = "review: pending\n"
_STAMP = re.compile(r'^extracted: "([0-9a-f]{16})"\n', re.MULTILINE)


def stamped(text: str) -> str:
    """The text of a draft with its own checksum, behind the ``review`` of the file."""
    return text.replace(_FIRST, f'{_FIRST}extracted: "{_checksum(text)}"\n', 1)


def is_untouched(text: str) -> bool:
    """Whether nothing in a draft was changed since it was written; one without a checksum was written by hand."""
    stamp = _STAMP.search(text)
    return stamp is not None and stamp[1] == _checksum(text[: stamp.start()] + text[stamp.end() :])


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
