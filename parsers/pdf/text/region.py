"""The room that lines are set in: how far they reach, how close they are, where their boxes stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.document import Mark, Text
from parsers.pdf.text.items import LEADER, is_bulleted
from parsers.pdf.text.lines import Line, leads
from parsers.pdf.text.tokens import BLANK

_PHRASES = 5
"""Fewer lines than these do not tell whether paragraphs are sentences."""

_STOP = re.compile(r"[.!?;]$|[.!?;] [A-ZÀ-Ù]")
"""The end of a sentence."""

_TICK = re.compile(r"[xX×Хх✓✔✗✘√] ")
"""A tick in place of a box before its words."""

_LINE = re.compile(r"_+[xXvV]?_+(?P<words> [^\W_])?")
"""A short line to tick on, and words behind it."""

_TICKS = frozenset("xX×✓✔✗✘√")

TAB = 35.4
"""How far a tab leads at the most, in points: the usual distance of tab stops."""


@dataclass(frozen=True, slots=True)
class Region:
    """The room that lines are set in."""

    left: float
    right: float
    """Where a line must end at the latest."""
    pitch: float
    """The distance from line to line within a paragraph, in points; 0 where it is not known."""
    loose: bool = False
    """Whether the right limit is only a guess, as outside tables."""
    justified: bool = False
    """Whether full lines end exactly at the right limit."""
    listed: bool = False
    """Whether some lines begin with a box."""
    lined: bool = False
    """Whether short lines to tick on stand before words."""
    ticked: bool = False
    """Whether several end with a typed tick."""
    tailed: bool = False
    """Whether boxes stand after their labels."""
    strayed: bool = False
    """Whether the boxes with lines of their own found no room behind their labels."""
    boxes: int = 0
    """How many boxes each line has after its label, where every option has a "yes" and a "no"."""
    phrases: bool = False
    """Whether its paragraphs are no sentences: options, each with a capital, whose rests begin small."""


def region(
    lines: Sequence[Line],
    left: float,
    right: float,
    padding: float,
    after: bool = False,
    *,
    over: bool = False,
) -> Region:
    """The room of a cell from `left` to `right`, whose text keeps `padding` from both.

    `after` tells whether boxes stand after their labels elsewhere on the page, `over` whether those
    with lines of their own stand over them.
    """
    own = min((line.x0 for line in lines), default=left) - left
    inner = right - max(min(own, padding), 0.0)
    reached = max((_reach(line, inner) for line in lines), default=inner)
    size = lines[0].size if lines else 10.0
    listed = any(line.marked for line in lines)
    near = sum(reached - line.x1 < 4 * size for line in lines)
    if len(lines) >= 8 and reached < inner - 2 * size and 3 * near >= len(lines) and not listed:
        # Many lines and none comes near: the text is set narrower than the cell.
        inner = reached + 0.5 * size
    texts = [line for line in lines if not LEADER.match(line.text)]
    full = sum(reached - line.x1 < 1 for line in texts)
    return Region(
        left,
        max(inner, reached),
        _pitch(lines),
        justified=len(texts) >= 5 and full >= 0.5 * len(texts) and inner - reached < 0.5 * size,
        listed=listed,
        lined=_are_lined(lines),
        ticked=sum(map(ends_ticked, lines)) > 1,
        tailed=_is_tailed(lines, after, max(inner, reached)) and not (over and _may_lead(lines)),
        strayed=_are_strayed(lines, max(inner, reached)),
        boxes=crossed(lines),
        phrases=len(lines) >= _PHRASES and _are_phrases(lines, max(inner, reached)),
    )


def _reach(line: Line, right: float) -> float:
    """Where a line's words end: a box at its end may hang over the edge of its cell."""
    last = line.inlines[-1]
    if line.x1 <= right or not isinstance(last, Mark) or last.place.box is None:
        return line.x1
    return max(last.place.box[0], right)


def ends_ticked(line: Line) -> bool:
    """Whether a tick was typed behind a line's words."""
    return line.last in _TICKS and not line.single and line.worded


def _are_lined(lines: Sequence[Line]) -> bool:
    """Whether lines to tick on stand before words, or alone where words stand below."""
    if lines and _LINE.fullmatch(lines[0].text):
        return True
    found = (_LINE.match(line.text) for line in lines if line.text[:1] == "_")
    return any(match is not None and match["words"] for match in found)


def _are_phrases(lines: Sequence[Line], right: float) -> bool:
    """Whether lines begin small where the one above is full, none ends a sentence or has a number."""
    if any(line.marked or is_bulleted(line) or _STOP.search(line.text) for line in lines):
        return False
    begun = rests = 0
    for last, line in pairwise(lines):
        full = last.x1 + BLANK * last.size + line.first_width > right
        small = line.text[:1].islower()
        if small and not full:
            return False
        rests += small
        begun += not full
    return begun > 1 and rests > 1


def crossed(lines: Sequence[Line]) -> int:
    """How many boxes stand after the label in each line, where it is several and the same in most.

    So does what is written beside them: other words are those of further options.
    """
    tails = [_tail(line) for line in lines if line.boxes > 1 and line.worded and not line.marked]
    if len(tails) < 2:
        return 0
    most = max(set(tails), key=tails.count)
    return most[0] if 2 * tails.count(most) > len(tails) else 0


def _tail(line: Line) -> tuple[int, tuple[str, ...]]:
    """How many boxes a line has, and the words from the first of them on."""
    first = next(at for at, inline in enumerate(line.inlines) if isinstance(inline, Mark))
    return line.boxes, tuple(
        inline.text.strip()
        for inline in line.inlines[first:]
        if isinstance(inline, Text) and inline.text.strip()
    )


def _is_tailed(lines: Sequence[Line], after: bool, right: float) -> bool:
    """Whether boxes stand after their labels, at the ends of lines or on lines of their own.

    Where they do elsewhere on the page (`after`), one box says enough.
    """
    if not any(line.worded for line in lines):
        return False
    if any(line.boxes and _TICK.match(line.text) for line in lines) and leads(lines):
        # "X Alfa   ☐ Beta   ☐": the X stands in place of a box, and the last one's words on the next line.
        return False
    before = any(line.marked and line.worded for line in lines)
    if after and before:
        marked = [at for at, line in enumerate(lines) if line.marked]
        if marked[0] == 0:
            return False
        return lines[-1].boxed or all(lacks_room(lines, at, right, TAB) for at in marked)
    if before or (lines[0].marked and not after):
        return False
    return _end_in_boxes(lines, after, right)


def _end_in_boxes(lines: Sequence[Line], after: bool, right: float) -> bool:
    """Whether enough lines end with boxes, or those alone on theirs had no room behind the words above."""
    tailed = sum(line.tailed for line in lines)
    count = sum(not LEADER.match(line.text) for line in lines)
    if not after:
        return 3 * tailed >= max(count, 6)
    lone = [at for at, line in enumerate(lines) if line.lone]
    return 5 * tailed >= count or (bool(lone) and all(lacks_room(lines, at, right) for at in lone))


def _may_lead(lines: Sequence[Line]) -> bool:
    """Whether every box stands alone on its line with words below it."""
    return lines[-1].worded and all(line.lone for line in lines if line.boxes)


def _are_strayed(lines: Sequence[Line], right: float) -> bool:
    """Whether each box alone on its line had no room behind the words above, and has room for those below."""
    lone = [at for at, line in enumerate(lines) if line.lone]
    return bool(lone) and all(at > 0 and _has_strayed(lines, at, right) for at in lone)


def _has_strayed(lines: Sequence[Line], at: int, right: float) -> bool:
    fits = at + 1 == len(lines) or lines[at].x1 + lines[at + 1].first_width <= right
    return fits and not lines[at - 1].boxes and lacks_room(lines, at, right)


def lacks_room(lines: Sequence[Line], at: int, right: float, gap: float = 0.0) -> bool:
    """Whether the box that begins a line had no room behind the words above it, `gap` away from them."""
    last, line = lines[at - 1], lines[at]
    gap = max(line.x0 - last.x0, gap, BLANK * last.size)
    return last.worded and not last.boxed and last.x1 + gap + min(line.first_width, line.size) > right


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines: the smallest that two neighbours have."""
    steps = [
        two.baseline - one.baseline
        for one, two in pairwise(lines)
        if two.baseline - one.baseline > 0.8 * one.size
    ]
    if not steps:
        return 0.0
    steps.sort()
    return steps[len(steps) // 4]
