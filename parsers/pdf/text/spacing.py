"""Whether a file's paragraphs have room between them, so that close lines are parts of one paragraph.

In cells the options tell: each begins a paragraph of its own, and its box shows where. Outside
tables what tells is whether lines that are not full are followed at once by another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.pdf.text.tokens import BLANK, Token, is_box, size_of

_SPACED = 1.6
"""Paragraphs that begin more than so many font sizes apart, all of them, have room between them."""

_FEW, _SOME = 3, 10
"""Fewer boxes' distances, or paragraphs with room before them, than these tell nothing."""

_CLEARLY = 1.5
"""So many paragraphs with room before them are there for each line that was broken before it was full."""

_LEVEL = 2.0
"""How far the beginnings of a paragraph's lines may lie apart, in points."""


def cells_are_spaced(cells: Iterable[Sequence[Token]]) -> bool:
    """Whether there is room between the paragraphs in cells."""
    steps = [step for tokens in cells for step in _steps(tokens)]
    return len(steps) >= _FEW and min(steps) > _SPACED


def _steps(tokens: Sequence[Token]) -> list[float]:
    """How far apart the boxes of a cell stand, in font sizes; those of one line count once."""
    boxes = sorted((token.box[1], size_of(token)) for token in tokens if is_box(token))
    steps = [(two - one) / max(size, 1.0) for (one, size), (two, _) in pairwise(boxes)]
    return [step for step in steps if step > 0.5]


def rows_are_spaced(pages: Iterable[Sequence[Sequence[Token]]]) -> bool:
    """Whether there is room between the paragraphs that rows of text outside tables make."""
    apart = early = 0
    for rows in pages:
        blocks = list(_blocks(rows))
        apart += max(len(blocks) - 1, 0)
        early += sum(_broken_early(block) for block in blocks)
    return apart >= _SOME and apart > _CLEARLY * early


def _blocks(rows: Sequence[Sequence[Token]]) -> Iterator[list[Sequence[Token]]]:
    """Rows that stand close to one another and begin alike."""
    block: list[Sequence[Token]] = []
    for row in rows:
        first = row[0]
        if block:
            head = block[-1][0]
            close = first.box[3] - head.box[3] < _SPACED * size_of(first)
            if not close or abs(first.box[0] - head.box[0]) >= _LEVEL:
                yield block
                block = []
        block.append(row)
    if block:
        yield block


def _broken_early(block: Sequence[Sequence[Token]]) -> int:
    """How many of the rows leave room for the first word of the next one."""
    reach = max(row[-1].box[2] for row in block)
    return sum(
        above[-1].box[2] + BLANK * size_of(row[0]) + (row[0].box[2] - row[0].box[0]) < reach - 1
        for above, row in pairwise(block)
    )
