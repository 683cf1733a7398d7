"""Which gaps in a row of text may part two cells of a table with no lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf.objects import Word
from parsers.pdf.tables.even import goes_on_evenly
from parsers.pdf.text.brackets import are_parts
from parsers.pdf.text.tokens import Token, gap, is_box

LEAST_GAP = 0.75
"""From how many font sizes on a gap may part two cells: twice what programs keep inside a cell."""

_TABBED = 5.0
"""A box or a number further from words than so many font sizes stands in a cell of its own."""

_ALIKE = 0.1
"""How far gaps that are kept by the same tab may differ, in font sizes."""

_SIGN = re.compile(r"[^\w\s]{1,3}|[^\w\s]{0,2}\w[^\w\s]{0,2}|\(?\w{1,4}[.)°]|\d{1,2}(?:\.\d{1,2})*")
"""What stands before an item of a list or an option, and in no cell of a table: "•", "[x]", "iv)", "2.1"."""

_MOST_SIGNS = 3


def may_part(row: Sequence[Token], at: int, least: float, leads: bool, even: float = 0.0) -> bool:
    """Whether a gap of so many font sizes before a token may part two cells.

    None does that stands within a box, or between one or the sign of a list's item and its words. `leads`
    tells whether boxes stand before their words, `even` how far options of one line stand apart.
    """
    if even and goes_on_evenly(row, at, even):
        return False
    width = gap(row, at)
    if width < least or width > _TABBED:
        return width >= least
    if are_parts(row[at - 1], row[at]):
        return False
    if is_box(row[at]):
        return leads or _is_one_of_several(row, at)
    if is_box(row[at - 1]):
        apart = _is_one_of_several(row, at - 1) and not _is_led_as_first(row, at)
        return at > 1 and (apart or not leads)
    return not _is_sign(row, at)


def _is_one_of_several(row: Sequence[Token], at: int) -> bool:
    """Whether a box stands beside another one, as under the headings of a matrix."""
    return any(0 <= other < len(row) and is_box(row[other]) for other in (at - 1, at + 1))


def _is_led_as_first(row: Sequence[Token], at: int) -> bool:
    """Whether a box is as far before its words as the row's first box is, which stands beside no other one.

    The box beside it then is one whose words found no room in their line.
    """
    first = next(other for other, token in enumerate(row) if is_box(token))
    alike = first < at - 1 and abs(gap(row, first + 1) - gap(row, at)) < _ALIKE
    return alike and not _is_one_of_several(row, first)


def _is_sign(row: Sequence[Token], at: int) -> bool:
    """Whether what stands before a gap is a list's number, a bullet or a typed tick."""
    start = at - 1
    while start > 0 and at - start < _MOST_SIGNS and gap(row, start) < LEAST_GAP:
        start -= 1
    if start > 0 and gap(row, start) < LEAST_GAP:
        return False
    text = "".join(token.text if isinstance(token, Word) else token.raw for token in row[start:at])
    return _SIGN.fullmatch(text) is not None
