"""Rows of text cut where the columns of a table with no lines begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.pdf.objects import Rule, Word
from parsers.pdf.tables.gaps import may_part
from parsers.pdf.tables.measures import SAME, ends_with_box
from parsers.pdf.tables.shape import Shape
from parsers.pdf.text.dress import Dress
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.tokens import Token, gap, is_box, is_tick

_WIDE = 1.2
"""From how many font sizes on it does in a row with further cells."""

_TALL = 0.6
"""How high small letters are, in font sizes: a rule as high above the baseline runs through them."""

_UNDER = 0.38
"""How far below its words an underline stands at the most, in font sizes."""

_MARGIN = 6.0
"""How far behind where answers begin a box may stand, in points: browsers set them in a margin."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text cut where columns begin."""

    lines: tuple[Line, ...]
    top: float
    ruled: bool = False
    """Whether it begins a row of the table: below a level rule, on another tint, beside a picture."""
    legend: bool = False
    """Whether it stands in the line of a frame, as the title of what is in it."""
    joined: bool = False
    """Whether it stands on the same tint as the row above: both are in one row of a table."""

    @property
    def first(self) -> Line:
        """What stands on the left."""
        return self.lines[0]


def cut(
    row: Sequence[Token], page: int, dress: Dress, known: Shape, fixed: Sequence[int] | None = None
) -> Row:
    """A row of tokens cut where a column begins after a gap, or before the tokens `fixed`."""
    starts = _starts(row, known) if fixed is None else fixed
    parts = [row[start:end] for start, end in zip((0, *starts), (*starts, len(row)), strict=True)]
    return Row(tuple(line(part, page, dress) for part in parts), min(token.box[1] for token in row))


def _starts(row: Sequence[Token], known: Shape) -> list[int]:
    """The numbers of the tokens that columns begin with, but for the first."""
    optional = ends_with_box(row)
    under = optional and known.is_ticked_under(row[-1].box[0])
    end = len(row) - (optional and not known.leads and not under)
    full = {at for at in range(1, end) if _is_full_label(row, at, known)}
    full |= {len(row) - 1} if under else set()
    begun = [at for at in range(1, end) if at in full or known.begins(row[at].box[0])]
    starts = [
        at
        for at in begun
        if _may_begin(row, at, known)
        or (not known.even and _is_run_into(row, at))
        or is_flush(row[at - 1], known)
        or _is_behind_tick(row, at, known)
        or at in full
    ]
    if starts:
        least = min(max(_WIDE, known.parts), max(_narrowest(row, starts), known.parts))
        starts = sorted(
            {*starts, *(at for at in range(1, end) if may_part(row, at, least, known.leads, known.even))}
        )
    return starts


def _may_begin(row: Sequence[Token], at: int, known: Shape) -> bool:
    """Whether a gap may part two cells; how evenly options stand is not asked where answers begin."""
    even = 0.0 if known.answers_at(row[at].box[0]) else known.even
    return may_part(row, at, known.parts, known.leads, even)


def _is_behind_tick(row: Sequence[Token], at: int, known: Shape) -> bool:
    """Whether a column begins right behind a typed tick that stands where none does, apart from words."""
    tick = row[at - 1]
    if at < 2 or not isinstance(tick, Word) or len(tick.text) > 1 or not is_tick(tick):
        return False
    return not known.begins(tick.box[0]) and min(gap(row, at - 1), gap(row, at)) >= known.parts


def _is_full_label(row: Sequence[Token], at: int, known: Shape) -> bool:
    """Whether a bold label ends before a token that begins where answers do, with no gap between them."""
    after = row[at]
    near = is_box(after) and known.answers is not None and 0 < after.box[0] - known.answers <= _MARGIN
    if not (near or known.answers_at(after.box[0])) or row[0].box[0] > known.first + SAME:
        return False
    bold = all(isinstance(token, Word) and token.style.bold for token in row[:at])
    return bold and not (isinstance(after, Word) and after.style.bold)


def in_line(row: Sequence[Token], page: int, dress: Dress, known: Shape) -> Row:
    """A row of tokens cut nowhere but where answers begin."""
    at = next((at for at in range(1, len(row)) if known.answers_at(row[at].box[0])), 0)
    parts = [row[:at], row[at:]] if at else [row]
    return Row(tuple(line(part, page, dress) for part in parts), min(token.box[1] for token in row))


def _narrowest(row: Sequence[Token], starts: Sequence[int]) -> float:
    """The narrowest gap before a column of a row whose others are far apart, in font sizes, a little less.

    Two questions on one line keep the same distance from their answers.
    """
    wide = max(gap(row, at) for at in starts)
    return min(gap(row, at) for at in starts) - 0.05 if wide > 2 * _WIDE else _WIDE


def are_ticked(rows: Sequence[Row], known: Shape) -> bool:
    """Whether a page begins with rows of a matrix, the first ones with no tick."""
    ticked = next((row for row in rows if len(row.lines) > 1 or row.first.x0 > known.first + SAME), None)
    return ticked is not None and ticked.lines[-1].lone and known.is_ticked_under(ticked.lines[-1].x0)


def is_flush(token: Token | Line, known: Shape) -> bool:
    """Whether labels that are set flush right end where this does."""
    return known.flush is not None and abs(token.box[2] - known.flush) <= SAME


def _is_run_into(row: Sequence[Token], at: int) -> bool:
    """Whether the words before a box reach up to it and still belong to a box before them."""
    if not is_box(row[at]) or is_box(row[at - 1]):
        return False
    first = next((number for number in range(at) if is_box(row[number])), at)
    before = row[first].box[0] - row[first - 1].box[2] if first else row[first].box[0]
    return first + 1 < at and row[first + 1].box[0] - row[first].box[2] < before


def with_rules(rows: Sequence[Row], rules: Sequence[Rule], known: Shape) -> list[Row]:
    """The rows, those told that have a level rule above them.

    It is half as long as the page's longest at least, and as the tables are wide: others underline words.
    """
    longest = max((rule.length for rule in rules), default=0.0)
    longest = max(longest, known.right - known.first)
    long = [rule for rule in rules if 2 * rule.length > longest]
    lines = [one for row in rows for one in row.lines] if long else []
    levels = sorted(rule.at for rule in long if not any(_dresses(rule, one) for one in lines))
    if not levels:
        return list(rows)
    found = list(rows[:1])
    for above, row in pairwise(rows):
        end = row.first.baseline - _TALL * row.first.size
        at = bisect_right(levels, above.first.baseline)
        ruled = at < len(levels) and levels[at] < end
        through = at < len(levels) and end <= levels[at] < row.first.baseline - 1
        legend = through and len(row.lines) == 1
        found.append(replace(row, ruled=ruled, legend=legend) if ruled or legend else row)
    return found


def _dresses(rule: Rule, one: Line) -> bool:
    """Whether a rule underlines words of a line or strikes them out."""
    level = -_TALL < (rule.at - one.baseline) / one.size < _UNDER
    return level and rule.start >= one.x0 - SAME and rule.end <= one.x1 + SAME
