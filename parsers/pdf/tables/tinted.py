"""Rows of tables with no lines whose labels stand on a tint: each tint is one row of the table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Box
from parsers.pdf.tables.cut import Row
from parsers.pdf.tables.shape import Shape

_SAME = 1.5
"""How far the sides of tints in one column may differ, in points."""

_FEWEST = 3
"""So many tints of one width below each other are those of labels."""

_LABEL = 60.0
"""A column of labels is wider than that, in points."""


def with_tints(rows: Sequence[Row], tints: Sequence[Box], known: Shape) -> list[Row]:
    """The rows of a page, those told that begin on another tint than the row above, or go on on the same.

    `tints` are the coloured areas of the page.
    """
    found = _labels(tints, known)
    if not found:
        return list(rows)
    tops = [box[1] for box in found]
    held = [_tint(found, tops, row) for row in rows]
    return [
        row
        if not at or held[at] is None
        else replace(row, joined=held[at] == held[at - 1], ruled=row.ruled or held[at] != held[at - 1])
        for at, row in enumerate(rows)
    ]


def _labels(tints: Sequence[Box], known: Shape) -> list[Box]:
    """The tints of the labels, from the top: they end before answers begin, and are as wide as others."""
    if len(tints) < _FEWEST:
        return []
    beside = known.answers or known.right
    some = [box for box in tints if box[0] <= known.first and known.first + _LABEL < box[2] <= beside]
    column = max(([one for one in some if _is_over(box, one)] for box in some), key=len, default=[])
    return sorted(column, key=lambda box: box[1]) if len(column) >= _FEWEST else []


def _is_over(box: Box, other: Box) -> bool:
    return abs(box[0] - other[0]) <= _SAME and abs(box[2] - other[2]) <= _SAME


def _tint(found: Sequence[Box], tops: Sequence[float], row: Row) -> int | None:
    """The number of the tint that a row stands beside or on."""
    at = bisect_right(tops, row.first.baseline) - 1
    return at if at >= 0 and row.first.baseline < found[at][3] else None
