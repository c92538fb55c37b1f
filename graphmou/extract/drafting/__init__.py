"""From what was found in a text to its draft: a seed file to be reviewed, or one JSON object."""

from graphmou.extract.drafting.as_json import as_json
from graphmou.extract.drafting.draft import Draft, make_draft
from graphmou.extract.drafting.naming import Named, name_findings
from graphmou.extract.drafting.place import DraftFolder, Place, has_begun
from graphmou.extract.drafting.seen import seen_findings

__all__ = [
    "Draft",
    "DraftFolder",
    "Named",
    "Place",
    "as_json",
    "has_begun",
    "make_draft",
    "name_findings",
    "seen_findings",
]
