"""Which gaps in a row of text may part two cells of a table with no lines."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.pdf.tables.even import goes_on_evenly
from parsers.pdf.text.brackets import are_parts
from parsers.pdf.text.rows import TABBED, is_sign
from parsers.pdf.text.tokens import Token, gap, is_box

LEAST_GAP = 0.75
"""From how many font sizes on a gap may part two cells: twice what programs keep inside a cell."""

_ALIKE = 0.1
"""How far gaps that are kept by the same tab may differ, in font sizes."""


def may_part(row: Sequence[Token], at: int, least: float, leads: bool, even: float = 0.0) -> bool:
    """Whether a gap of so many font sizes before a token may part two cells.

    None does that stands within a box, or between one or the sign of a list's item and its words. `leads`
    tells whether boxes stand before their words, `even` how far options of one line stand apart.
    """
    if even and goes_on_evenly(row, at, even):
        return False
    width = gap(row, at)
    if width < least or width > TABBED:
        return width >= least
    if are_parts(row[at - 1], row[at]):
        return False
    if is_box(row[at]):
        return leads or _is_one_of_several(row, at)
    if is_box(row[at - 1]):
        apart = _is_one_of_several(row, at - 1) and not _is_led_like_another(row, at)
        return at > 1 and (apart or not leads)
    return not is_sign(row, at)


def _is_one_of_several(row: Sequence[Token], at: int) -> bool:
    """Whether a box stands beside another one, as under the headings of a matrix."""
    return any(0 <= other < len(row) and is_box(row[other]) for other in (at - 1, at + 1))


def _is_led_like_another(row: Sequence[Token], at: int) -> bool:
    """Whether a box is as far before its words as one of the row is that stands beside no other one.

    The box beside it then is one whose words found no room in their line.
    """
    return any(
        other != at - 1
        and is_box(token)
        and abs(gap(row, other + 1) - gap(row, at)) < _ALIKE
        and not _is_one_of_several(row, other)
        for other, token in enumerate(row[:-1])
    )
