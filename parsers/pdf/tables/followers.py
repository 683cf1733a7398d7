"""Whether a label in a table with no lines is the rest of the one above it, or the next one."""

from __future__ import annotations

from parsers.pdf.tables.cut import Row
from parsers.pdf.text.flow import LEADING

_SAME = 3.0
"""How far the beginnings of one column may lie apart, in points."""

_OTHER = 0.4
"""Letters that differ this much in size, in points, are not of one hand."""


def is_rest_of_label(above: Row, row: Row) -> bool:
    """Whether a label's second line stands beside options, as its first one does."""
    head, line = above.first, row.first
    if min(len(above.lines), len(row.lines)) < 2 or not (above.lines[1].boxes and row.lines[1].boxes):
        return False
    begun = head.text[:1].isupper() and line.text[:1].islower() and head.bold == line.bold
    return begun and line.baseline - head.baseline < LEADING * head.size and abs(line.x0 - head.x0) <= _SAME


def is_next_label(above: Row, row: Row) -> bool:
    """Whether a label stands below one with a filled-in answer beside it: one in letters of another size."""
    head, line = above.first, row.first
    if min(len(above.lines), len(row.lines)) < 2 or not line.text[:1].isupper():
        return False
    alike = abs(line.x0 - head.x0) <= _SAME and abs(line.size - head.size) < _OTHER
    filled = not above.lines[1].boxes and abs(above.lines[1].size - head.size) >= _OTHER
    return alike and filled and line.baseline - head.baseline >= LEADING * head.size
