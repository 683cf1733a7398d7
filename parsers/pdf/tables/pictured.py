"""Labels in tables with no lines that a picture answers: each begins a row of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.document import Box
from parsers.pdf.tables.cut import Row
from parsers.pdf.tables.measures import SAME
from parsers.pdf.tables.shape import Shape


def with_pictures(rows: Sequence[Row], pictures: Sequence[Box], known: Shape) -> list[Row]:
    """The rows of a page, those told that begin a row of the table because a picture answers them.

    `pictures` are the boxes of the page's pictures; those that stand where answers begin count.
    """
    answers = [box for box in pictures if known.begins(box[0])]
    if not answers:
        return list(rows)
    return [
        *rows[:1],
        *(
            replace(row, ruled=True) if any(_answers(box, above, row, known) for box in answers) else row
            for above, row in pairwise(rows)
        ),
    ]


def _answers(box: Box, above: Row, row: Row, known: Shape) -> bool:
    """Whether a picture stands beside a label alone in its row, and beside nothing above that."""
    label = row.first
    alone = len(row.lines) == 1 and abs(label.x0 - known.first) <= SAME and label.x1 < box[0] + SAME
    beside = box[1] <= label.baseline <= box[3] + SAME and above.first.baseline < box[1]
    return alone and beside and not label.text[:1].islower()
