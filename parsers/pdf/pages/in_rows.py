"""Rows outside tables that are lines of text for all their wide gaps: options one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.tables.columns import ends_bare
from parsers.pdf.tables.cut import Row
from parsers.pdf.tables.shape import Shape
from parsers.pdf.text.items import LEADER, ends_in_number
from parsers.pdf.text.lines import Line

_BLANK = re.compile(r"_+ ?[xX]? ?_+(?![^\s])")
"""A short line to write on before an option, or a tick on one."""

_TICKED = re.compile(r"[×✓✔✗✘√]$|\s[xXvV]$")
"""A tick typed behind an option."""

_PARTED = re.compile(r"[^\W\d_][-\u2010]$")
"""The first part of a word that goes on in the next row."""

_ADDRESS = re.compile(r"@\S*[-_.,;/]$")
"""An address that is not at its end, or is not the last one."""

_LEVEL = 5.0
"""How far the rest of a line of options may begin from where its box began, in points."""

_TAB = 36.0
"""How far tab stops usually lie apart at the most, in points."""


def running(rows_: Sequence[Sequence[Line]], right: float, boxed: bool = False) -> frozenset[int]:
    """The numbers of rows that are one line for all their wide gaps: options one after the other.

    They stand at tabs, and go on on the next line like any text, at its start or at its first tab: what
    begins it had no more room. `boxed` asks for a box in that.
    """
    found: set[int] = set()
    for at, (row, after) in enumerate(pairwise(rows_)):
        level = -_LEVEL < after[0].x0 - row[0].x0 < _TAB + _LEVEL or _is_back(rows_[at - 1 : at], row, after)
        full = row[-1].x1 + after[0].first_width > right - row[-1].size
        bare = _ends_bare(row) or _BLANK.fullmatch(row[-1].text) is not None or _is_parted(row[-1], after[0])
        asked = _boxes(row) > 1 and (after[0].boxes > 0 or not boxed or bare) and not _ends_in_dots(row)
        anew = after[0].marked or _wraps_in_columns(row, after)
        goes_on = asked and (not anew or _goes_on_at_tab(row, after))
        if level and full and (goes_on or _breaks_off(row, after) or _parts_address(row, after)):
            found |= {at, at + 1}
    return frozenset(at for at in found if len(rows_[at]) > 1)


def _is_back(before: Sequence[Sequence[Line]], row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the options of a question go on at a tab in a row, and the next row begins where it does."""
    if not before or before[0][0].marked or not row[0].marked or not any(one.boxes for one in before[0]):
        return False
    left = before[0][0].x0
    return _LEVEL < row[0].x0 - left < _TAB + _LEVEL and abs(after[0].x0 - left) < _LEVEL


def _ends_bare(row: Sequence[Line]) -> bool:
    """Whether a row ends with a box whose words had no room, behind others that stand before theirs."""
    return ends_bare(row) or (row[-1].lone and any(piece.marked and piece.worded for piece in row))


def _is_parted(last: Line, first: Line) -> bool:
    """Whether a word is parted by a hyphen between the end of a row and the start of the next one."""
    return (last.soft or _PARTED.search(last.text) is not None) and first.text[:1].islower()


def _parts_address(row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether an address goes on, or the next one comes, in the next row, and not below its beginning."""
    ends = _ADDRESS.search(row[-1].text) is not None
    return ends and not any(abs(piece.x0 - row[-1].x0) < _LEVEL for piece in after)


def is_answer(row: Row, known: Shape) -> bool:
    """Whether a row is an answer alone, or a label and its answer."""
    return known.answers_at(row.first.x0) or (len(row.lines) > 1 and known.answers_at(row.lines[1].x0))


def running_answers(rows_: Sequence[Row], known: Shape) -> frozenset[int]:
    """The numbers of rows whose answers are options one after the other, which go on on the next line."""
    beside = [
        tuple(one for one in row.lines if known.answers_at(one.x0) or one.x0 > (known.answers or 0))
        for row in rows_
    ]
    found: set[int] = set()
    at = 0
    while at < len(beside):
        end = at
        while end < len(beside) and beside[end] and known.answers_at(beside[end][0].x0):
            end += 1
        if end - at > 1:
            found |= {at + number for number in running(beside[at:end], known.right)}
        at = max(end, at + 1)
    return frozenset(found)


def asked_in_line(rows_: Sequence[Sequence[Line]], right: float) -> frozenset[int]:
    """The numbers of rows that hold a question and its options, with those that they go on in.

    They do at a tab, or where the question begins with the rest of an option that reached to the `right`.
    """
    found: set[int] = set()
    for at, row in enumerate(rows_):
        first = row[0]
        above = rows_[at - 1][0] if at else first
        near = (
            -_LEVEL < first.x0 - above.x0 < _TAB + _LEVEL and first.baseline - above.baseline < 2 * first.size
        )
        amid = not first.marked and not first.boxed
        rest = at - 1 in found and _is_rest(rows_[at - 1], row, right)
        if (first.boxes and (amid or (at - 1 in found and near))) or rest:
            found.add(at)
    return frozenset(found)


def _is_rest(above: Sequence[Line], row: Sequence[Line], right: float) -> bool:
    """Whether a row begins with the rest of the last option above, and holds further options.

    That rest is small, or all the words of a box that stands last above, with its number perhaps; or it
    is no question, as each of which has its first box right behind it.
    """
    first, last = row[0], above[-1]
    asks = first.text.endswith((":", "?")) or not (above[0].boxes and last.marked)
    rest = first.text[:1].islower() or _ends_bare(above) or ends_in_number(last) or not asks
    full = last.x1 + first.first_width > right - last.size
    level = abs(first.x0 - above[0].x0) < _LEVEL
    return rest and full and level and not first.marked and _boxes(row) > 0


def _goes_on_at_tab(row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether options stand right behind their question, and go on below at a tab under none of them."""
    inline = row[0].boxes > 0 and not row[0].marked
    lefts = [piece.x0 for piece in row if piece.marked]
    return inline and after[0].marked and not any(abs(after[0].x0 - left) < _LEVEL for left in lefts)


def _breaks_off(row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether all options of a row have their boxes behind them but the last, whose rest begins the next row.

    In columns that rest would stand below it.
    """
    *whole, last = row
    tailed = any(piece.tailed for piece in whole) and all(map(_is_option, whole))
    below = any(abs(piece.x0 - last.x0) < _LEVEL for piece in after[1:])
    return tailed and last.worded and not last.boxes and not below and not _ends_in_dots(row)


def _is_option(piece: Line) -> bool:
    """Whether a box or a typed tick stands behind words."""
    return piece.tailed or (piece.worded and _TICKED.search(piece.text) is not None)


def _wraps_in_columns(row: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the rest of an option that is not the first one stands right below it."""
    lefts = [piece.x0 for piece in row[1:] if piece.marked]
    return any(
        not piece.marked
        and not LEADER.match(piece.text)
        and any(abs(piece.x0 - left) < _LEVEL for left in lefts)
        for piece in after[1:]
    )


def _ends_in_dots(row: Sequence[Line]) -> bool:
    """Whether a row ends with a place to write on, after which no words go on."""
    return LEADER.match(row[-1].text) is not None


def _boxes(row: Sequence[Line]) -> int:
    """How many boxes a row has, with those that are typed as a short line to write on."""
    return sum(piece.boxes or _BLANK.match(piece.text) is not None for piece in row)
