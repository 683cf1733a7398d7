"""Short lines stretched to the margin, as programs do where a justified text breaks a line: closed up.

Their blanks are as wide as the room that was left, and all alike, so they look like columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.objects import Word
from parsers.pdf.text.tokens import BLANK, Token, is_box, size_of

_FEWEST = 3
"""A line of fewer parts has but one gap."""

_WIDE = 1.0
"""All blanks of such a line are wider than this, in font sizes."""

_EVEN = 0.6
"""By how much they differ, in points."""

_VARIED = 1.0
"""The widths of the parts differ by this, in font sizes: those of a scale are alike."""


def closed_up(rows: Sequence[list[Token]]) -> list[list[Token]]:
    """The rows with the words of stretched lines moved to the left, as far as the word or box before.

    Boxes stay where they are. A line is stretched only as far as another one reaches, too.
    """
    wide = {at for at, row in enumerate(rows) if _has_even_gaps(row)}
    if not wide:
        return list(rows)
    ends = Counter(at for row in rows for at in _near(row))
    return [
        _closed(row) if at in wide and ends[round(row[-1].box[2])] > 1 else row for at, row in enumerate(rows)
    ]


def _near(row: Sequence[Token]) -> Iterable[int]:
    end = round(row[-1].box[2])
    return (end - 1, end, end + 1)


def _has_even_gaps(row: Sequence[Token]) -> bool:
    if len(row) < _FEWEST or row[1].box[0] - row[0].box[2] < _WIDE * size_of(row[0]):
        return False
    if is_box(row[-1]) or any(is_box(one) and is_box(two) for one, two in pairwise(row)):
        # A row of a table.
        return False
    gaps = [two.box[0] - one.box[2] for one, two in pairwise(row)]
    widths = [one.box[2] - one.box[0] for one in row]
    size = max(map(size_of, row))
    even = max(gaps) - min(gaps) < _EVEN and min(gaps) > _WIDE * size
    return even and max(widths) - min(widths) > _VARIED * size


def _closed(row: Sequence[Token]) -> list[Token]:
    found: list[Token] = [row[0]]
    for token in row[1:]:
        if isinstance(token, Word) and not is_box(token):
            start = found[-1].box[2] + BLANK * size_of(token)
            found.append(replace(token, x0=start, x1=start + token.x1 - token.x0))
        else:
            found.append(token)
    return found
