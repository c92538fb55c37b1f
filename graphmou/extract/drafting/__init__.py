"""From what was found in a text to its draft: a seed file to be reviewed, or one JSON object."""

from graphmou.extract.drafting.as_json import as_json
from graphmou.extract.drafting.draft import Draft, make_draft

__all__ = ["Draft", "as_json", "make_draft"]
