"""Where the columns of tables with no lines begin.

Row by row such a table reads as lines of mixed columns. What tells it from text with wide gaps
is that several rows have a column begin at the very same distance from the left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.pdf.tables.gaps import LEAST_GAP, may_part
from parsers.pdf.tables.measures import EXACT, SAME, common, groups, heads, room, widest_blank
from parsers.pdf.tables.option_columns import fixed_cuts, option_blocks
from parsers.pdf.text.flow import LEADING
from parsers.pdf.text.tokens import Token, gap, is_box, size_of

NARROW = 18.0
"""A column of text is wider than that, in points."""

_EVEN = 1.0
"""How far the widths of columns that are as wide may differ, in points."""

_NEARER = 1.5
"""What is so many times as far away is not as near."""

_BESIDE = 2.0
"""A box beside words is no farther from them than so many font sizes."""

_LABEL = 60.0
"""A column of labels is wider than that, in points."""

_MOST = 0.7
"""More than that share of some is nearly all of them."""


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
    """How far apart the lines of one label are at the most, in font sizes, where labels have room; or 0."""
    parts: float = LEAST_GAP
    """From how many font sizes on a gap may part two cells."""
    even: float = 0.0
    """How far an option stands behind the one before where they are one line of text, in points; or 0."""
    heads: tuple[float, ...] = ()
    """Where words side by side begin that ticks stand under, as those over the columns of a matrix."""

    def begins(self, x: float) -> bool:
        """Whether a column begins there, and not the first one."""
        at = bisect_right(self.lefts, x + SAME) - 1
        return at >= 0 and abs(x - self.lefts[at]) <= SAME

    def is_ticked_under(self, x: float) -> bool:
        """Whether the heads of a matrix begin there."""
        return any(abs(x - head) <= EXACT for head in self.heads)

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
    leads = _boxes_lead(pages)
    least = max(LEAST_GAP, widest_blank(pages))
    rows = [row for page in pages for row in page]
    cuts = [one for page in pages for one in _cuts(page, least, leads, even)]
    columns = groups([row[at].box[0] for row, gaps in cuts for at in gaps])
    if not any(len(group) > 1 for group in columns):
        return None
    begun = [row[0].box[0] for row in rows]
    lefts = tuple(group[0] for group in columns if len(group) > 1 or _count(group[0], begun) > 0)
    firsts = [row[0].box[0] for row, _ in cuts]
    first = next((group[0] for group in groups(firsts) if len(group) > 1), min(firsts))
    over = [
        [row[at].box[0] for at in gaps] for row, gaps in cuts if len(gaps) > 1 and not any(map(is_box, row))
    ]
    known = Shape(
        first,
        _completed(first, lefts, right),
        right,
        gap,
        bottom,
        _spacing(pages) if spaced else 0.0,
        leads,
        _flush([(row[0].box[0], row[gaps[0] - 1].box[2]) for row, gaps in cuts]),
        answers=_answers(cuts, first),
        parts=least,
        even=even,
        heads=() if leads else heads(over, pages),
    )
    if known.flush is not None:
        known = replace(known, pitch=_pitch(pages, known))
    if known.answers is not None:
        known = replace(known, close=room(pages, known.first, known.answers))
    ends = (row[-1].box[2] for row in rows if known.begins(row[0].box[0]))
    return replace(known, right=min(max(ends, default=right), right))


def _cuts(
    page: Sequence[Sequence[Token]], least: float, leads: bool, even: float
) -> Iterator[tuple[Sequence[Token], Sequence[int]]]:
    """The rows of a page that may be parted, with the tokens that parts behind the first begin with."""
    fixed = fixed_cuts(option_blocks(page))
    for number, row in enumerate(page):
        gaps = fixed.get(number)
        if gaps is None:
            gaps = tuple(at for at in range(1, len(row)) if may_part(row, at, least, leads, even))
        if gaps:
            yield row, gaps


def _pitch(pages: Iterable[Sequence[Sequence[Token]]], known: Shape) -> float:
    """How far below the row above a row mostly stands that has no label; 0 where there is none."""
    steps = sorted(
        row[0].box[3] - above[0].box[3]
        for rows in pages
        for above, row in pairwise(rows)
        if known.begins(row[0].box[0]) and known.begins(above[0].box[0])
    )
    return steps[len(steps) // 3] if steps else 0.0


def _answers(cuts: Iterable[tuple[Sequence[Token], Sequence[int]]], first: float) -> float | None:
    """Where the answers of most labels begin.

    Where options go on at tabs in rows of their own, nearly all that begin with a label tell. A box at
    the end of an option that has no label before it is no answer.
    """
    begun = [
        (row[0].box[0], row[gaps[0]].box[0])
        for row, gaps in cuts
        if not is_box(row[0]) and not (row[0].box[0] > first + _LABEL and is_box(row[gaps[0]]))
    ]
    far = [(left, answer) for left, answer in begun if answer > first + _LABEL]
    found = common([answer for _, answer in far])
    if found is not None:
        return found
    return common([answer for left, answer in far if abs(left - first) <= SAME], _MOST)


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
    """Whether more rows begin with a box than end with one, or hold boxes nearer to the words behind them."""
    leads = 0
    for rows in pages:
        for row in rows:
            leads += is_box(row[0]) - is_box(row[-1]) + _nearer_behind(row) if len(row) > 1 else 0
    return leads >= 0


def _nearer_behind(row: Sequence[Token]) -> int:
    """1 where all boxes between words stand near those behind them, and nearer; -1 where so to those before.

    Boxes in columns of their own are near to some words by chance.
    """
    amid = [
        (gap(row, at), gap(row, at + 1))
        for at in range(1, len(row) - 1)
        if is_box(row[at]) and not is_box(row[at - 1]) and not is_box(row[at + 1])
    ]
    behind = all(two < _BESIDE and _NEARER * two < one for one, two in amid)
    before = all(one < _BESIDE and _NEARER * one < two for one, two in amid)
    return behind - before if amid else 0


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
