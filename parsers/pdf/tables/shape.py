"""Where the columns of tables with no lines begin, and rows of text cut there.

Row by row such a table reads as lines of mixed columns. What tells it from text with wide gaps
is that several rows have a column begin at the very same distance from the left.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.pdf.objects import Rule, Word
from parsers.pdf.tables.even import goes_on_evenly
from parsers.pdf.tables.measures import EXACT, SAME, common, gap, groups, room, widest_blank
from parsers.pdf.text.flow import LEADING
from parsers.pdf.text.lines import Dress, Line, Token, is_box, line, size_of

_GAP = 0.75
"""From how many font sizes on a gap may part two cells: twice what programs keep inside a cell."""

NARROW = 18.0
"""A column of text is wider than that, in points."""

_EVEN = 1.0
"""How far the widths of columns that are as wide may differ, in points."""

_WIDE = 1.2
"""From how many font sizes on it does in a row with further cells."""

_LABEL = 60.0
"""A column of labels is wider than that, in points."""

_TABBED = 5.0
"""A box or a number further from words than so many font sizes stands in a cell of its own."""

_TALL = 0.6
"""How high small letters are, in font sizes: a rule as high above the baseline runs through them."""

_UNDER = 0.38
"""How far below its words an underline stands at the most, in font sizes."""

_SIGN = re.compile(r"[^\w\s]{1,3}|[^\w\s]{0,2}\w[^\w\s]{0,2}|\(?\w{1,4}[.)°]|\d{1,2}(?:\.\d{1,2})*")
"""What stands before an item of a list or an option, and in no cell of a table: "•", "[x]", "iv)", "2.1"."""

_MOST_SIGNS = 3

_MARGIN = 6.0
"""How far behind where answers begin a box may stand, in points: browsers set them in a margin."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the tables with no lines of a file have in common, in points from the left."""

    first: float
    """Where their first column begins."""
    lefts: tuple[float, ...]
    """Where the others begin, in any of them."""
    right: float
    """Where text in them ends at the latest."""
    gap: float
    """What text keeps from the border of its cell."""
    bottom: float
    """Where pages end, from the top."""
    spaced: float
    """How far apart paragraphs usually are where there is room between them, or 0: closer lines are one."""
    leads: bool
    """Whether boxes stand before their words."""
    flush: float | None = None
    """Where labels end that are set flush right, right before their answers."""
    pitch: float = 0.0
    """How far apart lines of answers mostly are, where labels are so set."""
    answers: float | None = None
    """Where the answers of most labels begin; None where they begin at all sorts of places."""
    close: float = 0.0
    """How far apart the lines of one label are at the most, where labels have room between them; or 0."""
    parts: float = _GAP
    """From how many font sizes on a gap may part two cells."""
    even: float = 0.0
    """How far an option stands behind the one before where they are one line of text, in points; or 0."""

    def begins(self, x: float) -> bool:
        """Whether a column begins there, and not the first one."""
        at = bisect_right(self.lefts, x + SAME) - 1
        return at >= 0 and abs(x - self.lefts[at]) <= SAME

    def answers_at(self, x: float) -> bool:
        """Whether answers begin there, and labels well to the left of it."""
        return self.answers is not None and abs(x - self.answers) <= EXACT


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of a file is set."""

    gap: float
    """What text keeps from the lines of its cells, usually, in points."""
    right: float
    """Where lines outside tables end at the latest."""
    known: Shape | None
    """What its tables with no lines are like, where it has any."""
    spaced: bool
    """Whether paragraphs in cells have room between them."""
    apart: bool
    """Whether those outside tables have."""
    even: float = 0.0
    """How far an option stands behind the one before where they are one line of text, in points; or 0."""


def shape(
    pages: Sequence[Sequence[Sequence[Token]]],
    right: float,
    gap: float,
    bottom: float,
    spaced: bool,
    *,
    even: float = 0.0,
) -> Shape | None:
    """What the tables with no lines among rows of tokens have in common; None where there are none."""
    firsts: list[float] = []
    starts: list[float] = []
    alone: list[float] = []
    labels: list[tuple[float, float]] = []
    answers: list[float] = []
    leads = _boxes_lead(pages)
    least = max(_GAP, widest_blank(pages))
    for rows in pages:
        for row in rows:
            gaps = [at for at in range(1, len(row)) if _parts(row, at, least, leads, even)]
            (firsts if gaps else alone).append(row[0].box[0])
            starts += [row[at].box[0] for at in gaps]
            labels += [(row[0].box[0], row[at - 1].box[2]) for at in gaps[:1]]
            answers += [row[at].box[0] for at in gaps[:1] if not is_box(row[0])]
    columns = groups(starts)
    lefts = tuple(group[0] for group in columns if len(group) > 1 or _count(group[0], (*firsts, *alone)) > 0)
    if not any(len(group) > 1 for group in columns):
        return None
    first = next((group[0] for group in groups(firsts) if len(group) > 1), min(firsts))
    known = Shape(
        first,
        _completed(first, lefts, right),
        right,
        gap,
        bottom,
        _spacing(pages) if spaced else 0.0,
        leads,
        _flush(labels),
        answers=common([x for x in answers if x > first + _LABEL]),
        parts=least,
        even=even,
    )
    if known.flush is not None:
        known = replace(known, pitch=_pitch(pages, known))
    if known.answers is not None:
        known = replace(known, close=room(pages, known.first, known.answers))
    ends = (row[-1].box[2] for rows in pages for row in rows if known.begins(row[0].box[0]))
    return replace(known, right=min(max(ends, default=right), right))


def _pitch(pages: Iterable[Sequence[Sequence[Token]]], known: Shape) -> float:
    """How far below the row above a row mostly stands that has no label; 0 where there is none."""
    steps = sorted(
        row[0].box[3] - above[0].box[3]
        for rows in pages
        for above, row in pairwise(rows)
        if known.begins(row[0].box[0]) and known.begins(above[0].box[0])
    )
    return steps[len(steps) // 3] if steps else 0.0


def _flush(labels: Sequence[tuple[float, float]]) -> float | None:
    """Where labels end that begin at all sorts of places; None where they do not end at one."""
    found = next((group for group in groups([end for _, end in labels]) if len(group) > 2), None)
    if found is None:
        return None
    begun = groups([start for start, end in labels if abs(end - found[0]) <= SAME])
    return found[0] if len(begun) > 2 else None


def _completed(first: float, lefts: Sequence[float], right: float) -> tuple[float, ...]:
    """The columns with the one that is missing where all others stand as far apart, as in an even table."""
    found = list(lefts)
    for left in lefts:
        step = left - first
        even = [
            first + step * number for number in range(1, int((right - NARROW - first) / max(step, 1.0)) + 1)
        ]
        held = [any(abs(x - one) <= _EVEN for one in lefts) for x in even]
        if step > 2 * NARROW and 2 < len(even) <= sum(held) + 1:
            found += [x for x, known in zip(even, held, strict=True) if not known]
    return tuple(sorted(found))


def _boxes_lead(pages: Iterable[Sequence[Sequence[Token]]]) -> bool:
    """Whether more rows begin with a box than end with one."""
    leads = 0
    for rows in pages:
        for row in rows:
            leads += is_box(row[0]) - is_box(row[-1]) if len(row) > 1 else 0
    return leads >= 0


def _spacing(pages: Iterable[Sequence[Sequence[Token]]]) -> float:
    """The commonest distance of rows of text that is more than that of lines, in points."""
    steps = [
        round(row[0].box[3] - above[0].box[3])
        for rows in pages
        for above, row in pairwise(rows)
        if row[0].box[3] - above[0].box[3] >= LEADING * size_of(row[0])
    ]
    return float(max(set(steps), key=steps.count)) if steps else 0.0


def _count(place: float, places: Iterable[float]) -> int:
    return sum(abs(x - place) <= SAME for x in places)


def _parts(row: Sequence[Token], at: int, least: float, leads: bool, even: float = 0.0) -> bool:
    """Whether a gap of so many font sizes before a token may part two cells.

    None does that stands between a box, or the sign before an item of a list, and its words. `leads`
    tells whether boxes stand before their words, `even` how far options of one line stand apart.
    """
    if even and goes_on_evenly(row, at, even):
        return False
    width = gap(row, at)
    if width < least or width > _TABBED:
        return width >= least
    if is_box(row[at]):
        return leads or _is_one_of_several(row, at)
    if is_box(row[at - 1]):
        return at > 1 and (_is_one_of_several(row, at - 1) or not leads)
    return not _is_sign(row, at)


def _is_one_of_several(row: Sequence[Token], at: int) -> bool:
    """Whether a box stands beside another one, as under the headings of a matrix."""
    return any(0 <= other < len(row) and is_box(row[other]) for other in (at - 1, at + 1))


def _is_sign(row: Sequence[Token], at: int) -> bool:
    """Whether what stands before a gap is a list's number, a bullet or a typed tick."""
    start = at - 1
    while start > 0 and at - start < _MOST_SIGNS and gap(row, start) < _GAP:
        start -= 1
    if start > 0 and gap(row, start) < _GAP:
        return False
    text = "".join(token.text if isinstance(token, Word) else token.raw for token in row[start:at])
    return _SIGN.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text cut where columns begin."""

    lines: tuple[Line, ...]
    top: float
    ruled: bool = False
    """Whether a level rule runs between it and the row above."""
    legend: bool = False
    """Whether it stands in the line of a frame, as the title of what is in it."""
    joined: bool = False
    """Whether it stands on the same tint as the row above: both are in one row of a table."""

    @property
    def first(self) -> Line:
        """What stands on the left."""
        return self.lines[0]


def cut(row: Sequence[Token], page: int, dress: Dress, known: Shape) -> Row:
    """A row of tokens cut where a column begins after a gap."""
    end = len(row) - (not known.leads and _ends_with_box(row))
    full = {at for at in range(1, end) if _is_full_label(row, at, known)}
    begun = [at for at in range(1, end) if at in full or known.begins(row[at].box[0])]
    starts = [
        at
        for at in begun
        if _parts(row, at, known.parts, known.leads, 0.0 if known.answers_at(row[at].box[0]) else known.even)
        or (not known.even and _is_run_into(row, at))
        or is_flush(row[at - 1], known)
        or at in full
    ]
    if starts:
        least = min(max(_WIDE, known.parts), max(_narrowest(row, starts), known.parts))
        starts = sorted(
            {*starts, *(at for at in range(1, end) if _parts(row, at, least, known.leads, known.even))}
        )
    parts = [row[start:end] for start, end in zip((0, *starts), (*starts, len(row)), strict=True)]
    return Row(tuple(line(part, page, dress) for part in parts), min(token.box[1] for token in row))


def _ends_with_box(row: Sequence[Token]) -> bool:
    """Whether a row's only box stands behind words: one option with its box at the right."""
    return is_box(row[-1]) and len(row) > 1 and sum(map(is_box, row)) == 1


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


def is_flush(token: Token | Line, known: Shape) -> bool:
    """Whether labels that are set flush right end where this does."""
    return known.flush is not None and abs(token.box[2] - known.flush) <= SAME


def _dresses(rule: Rule, one: Line) -> bool:
    """Whether a rule underlines words of a line or strikes them out."""
    level = -_TALL < (rule.at - one.baseline) / one.size < _UNDER
    return level and rule.start >= one.x0 - SAME and rule.end <= one.x1 + SAME


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


def _is_run_into(row: Sequence[Token], at: int) -> bool:
    """Whether the words before a box reach up to it and still belong to a box before them."""
    if not is_box(row[at]) or is_box(row[at - 1]):
        return False
    first = next((number for number in range(at) if is_box(row[number])), at)
    before = row[first].box[0] - row[first - 1].box[2] if first else row[first].box[0]
    return first + 1 < at and row[first + 1].box[0] - row[first].box[2] < before
