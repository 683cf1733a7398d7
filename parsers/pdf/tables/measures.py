"""What is measured on a file's rows of text: where answers begin, how wide blanks are, how close lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.objects import Word
from parsers.pdf.text.tokens import Token, gap, is_box, is_empty_box, size_of

SAME = 3.0
"""How far the beginnings of one column may lie apart, in points: a blank may stand before the text."""

EXACT = 1.5
"""The same where nothing else tells, as a box and a letter may do."""

_WIDER = 1.6
"""A gap that parts two cells is wider than a blank, by this factor."""

_ROOM, _MOST = 1.1, 0.6
"""What stands further below than lines do, by this factor, has room above it; most labels are this share."""

_SAMPLE, _TELLING = 60, 6
"""In how many rows of a file its blanks are measured, and in how many gaps of one row."""

_FEWEST = 3
"""So many labels have their answers begin where those of a form do."""


def widest_blank(pages: Sequence[Sequence[Sequence[Token]]]) -> float:
    """How wide a blank may be, in font sizes: half of the gaps in the longest of the first rows are."""
    first = [row for rows in pages[:1] for row in rows[:_SAMPLE]]
    longest = max(first, key=len, default=())
    gaps = sorted(gap(longest, at) for at in range(1, len(longest)))
    return _WIDER * gaps[len(gaps) // 2] if len(gaps) >= _TELLING else 0.0


def common(starts: Sequence[float], share: float = 0.5) -> float | None:
    """The place that more than a share of these are; None where there is none."""
    found = max(groups(starts), key=len, default=[])
    return found[len(found) // 2] if len(found) >= _FEWEST and len(found) > share * len(starts) else None


def room(pages: Sequence[Sequence[Sequence[Token]]], first: float, answers: float) -> float:
    """How far apart lines of a cell are at the most, where most labels stand further below what is above.

    It is told in font sizes.
    """
    lines: list[float] = []
    labels: list[float] = []
    for rows in pages:
        for above, row in pairwise(rows):
            step = (_level(row) - _level(above)) / _size(row)
            if _is_at(row[0], answers):
                lines.append(step)
            elif abs(row[0].box[0] - first) <= SAME and any(_is_at(one, answers) for one in row):
                labels.append(step)
    lines.sort()
    close = _ROOM * lines[len(lines) // 4] if lines else 0.0
    far = sum(step > close for step in labels)
    return close if len(labels) > _FEWEST and far >= _MOST * len(labels) else 0.0


def heads(over: Sequence[Sequence[float]], pages: Sequence[Sequence[Sequence[Token]]]) -> tuple[float, ...]:
    """Where the heads of a matrix begin: columns of a row of words with two lone ticks exactly there.

    `over` is where the columns of each row of words begin, but for the first. An empty box tells that
    boxes have a column of their own there, under no head.
    """
    lone = [row[-1] for rows in pages for row in rows if ends_with_box(row)] if over else []
    found = [[x for x in starts for tick in lone if _is_at(tick, x)] for starts in over]
    ticked = {x for some in found if len(some) > 1 for x in some}
    empty = [one for rows in pages for row in rows for one in row if is_empty_box(one)] if ticked else []
    return tuple(x for x in sorted(ticked) if not any(_is_at(one, x) for one in empty))


def ends_with_box(row: Sequence[Token]) -> bool:
    """Whether a row's only box stands behind words: one option with its box at the right."""
    return is_box(row[-1]) and len(row) > 1 and sum(map(is_box, row)) == 1


def _size(row: Sequence[Token]) -> float:
    """The font size of a row's first word."""
    return size_of(next((token for token in row if isinstance(token, Word)), row[0]))


def _level(row: Sequence[Token]) -> float:
    """The baseline of a row's first word."""
    return next((token.baseline for token in row if isinstance(token, Word)), row[0].box[3])


def _is_at(token: Token, x: float) -> bool:
    return abs(token.box[0] - x) <= EXACT


def groups(places: Sequence[float]) -> list[list[float]]:
    """The places, those of one column together."""
    found: list[list[float]] = []
    for x in sorted(places):
        if found and x - found[-1][0] <= SAME:
            found[-1].append(x)
        else:
            found.append([x])
    return found
