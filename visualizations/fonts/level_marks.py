"""Give the marks of NotoSansThai-subset.ttf common heights: python level_marks.py FILE.ttf.

Above ิ and ั the font places a tone mark a little lower than above other vowels. typst starts a new run of text for
every mark that is moved up or down, and writes the whole syllable into each: what is copied from such a PDF holds it
twice. With marks on common heights nothing is moved. Needs fonttools.
"""

import sys

from fontTools.ttLib import TTFont

HEIGHTS = (-162, 0, 536, 772)
"""Below a letter with a foot, below a letter, above a letter, above a vowel; in thousandths of the text size."""
NEAR = 60


def anchors(table):
    """Every place of a table where marks are joined to letters, or to other marks."""
    if hasattr(table, "MarkArray"):
        yield from (mark.MarkAnchor for mark in table.MarkArray.MarkRecord)
        yield from (one for base in table.BaseArray.BaseRecord for one in base.BaseAnchor if one)
    if hasattr(table, "Mark1Array"):
        yield from (mark.MarkAnchor for mark in table.Mark1Array.MarkRecord)
        yield from (one for mark in table.Mark2Array.Mark2Record for one in mark.Mark2Anchor if one)


font = TTFont(sys.argv[1])
for lookup in font["GPOS"].table.LookupList.Lookup:
    for table in lookup.SubTable:
        for anchor in anchors(table):
            height = min(HEIGHTS, key=lambda one: abs(one - anchor.YCoordinate))
            if abs(height - anchor.YCoordinate) <= NEAR:
                anchor.YCoordinate = height
font.save(sys.argv[1])
