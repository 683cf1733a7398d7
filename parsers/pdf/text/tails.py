"""Boxes at the right of options that wrap: beside the first line they stand, behind the last they belong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.document import Inline, Mark, Text
from parsers.pdf.objects import around
from parsers.pdf.text.flow import LEADING
from parsers.pdf.text.lines import Line
from parsers.pdf.text.tokens import BLANK

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{2,5})[.)](?:\s|$)")
"""What an option of its own begins with, in a list that is numbered."""

_ALIGNED = 3.0
"""How far the boxes of a column may stand out of line, in points."""


def carried(lines: Sequence[Line]) -> list[Line]:
    """The lines of a cell or a column of text, each box behind the last line of its option.

    So it is where two boxes at least stand one below the other, behind their words.
    """
    found = list(lines)
    places = {at: _end(one) for at, one in enumerate(lines) if one.boxes == 1 and one.worded and one.tailed}
    if _are_at_stops(lines, places) or any(_ends_option(lines, at) for at in range(1, len(lines))):
        return found
    for at, x in places.items():
        if sum(abs(x - other) <= _ALIGNED for other in places.values()) < 2:
            continue
        last = at
        while last + 1 < len(found) and _goes_on(found[last], found[last + 1], found[at], x):
            last += 1
        if last > at:
            found[at], found[last] = _moved(found[at], found[last])
    return found


def may_be_carried(lines: Sequence[Line]) -> bool:
    """Whether some lines end with a box and others have none."""
    boxes = [one.boxes for one in lines]
    return 1 in boxes and 0 in boxes and sum(one.boxes == 1 and one.tailed for one in lines) > 1


def _are_at_stops(lines: Sequence[Line], places: Mapping[int, float]) -> bool:
    """Whether boxes stand at tab stops, in no column: in several places, each the first behind its words."""
    several = max(places.values(), default=0.0) - min(places.values(), default=0.0) > _ALIGNED
    return several and not any(
        _reach(lines[at], x) + _ALIGNED < stop < x - _ALIGNED
        for at, x in places.items()
        for stop in places.values()
    )


def _ends_option(lines: Sequence[Line], at: int) -> bool:
    """Whether a box stands behind the last line of its option: beside a rest in small letters, or alone."""
    above, one = lines[at - 1], lines[at]
    if above.boxes or one.boxes != 1 or not above.worded:
        return False
    full = above.x1 + BLANK * above.size + one.first_width > max(line.x1 for line in lines)
    return one.lone or (one.tailed and full and one.text[:1].islower())


def _end(one: Line) -> float:
    """Where a line's box begins."""
    mark = _mark(one)
    return mark.place.box[0] if mark is not None and mark.place.box is not None else one.x1


def _mark(one: Line) -> Mark | None:
    return next((inline for inline in reversed(one.inlines) if isinstance(inline, Mark)), None)


def _goes_on(above: Line, below: Line, first: Line, box: float) -> bool:
    """Whether a line with no box is the rest of the option above it: its first word found no more room."""
    near = 0 < below.baseline - above.baseline < LEADING * above.size
    if (
        below.boxes
        or not near
        or _NUMBERED.match(below.text)
        or below.text.endswith((":", "?"))
        or abs(below.size - first.size) > 1
        or below.bold != first.bold
    ):
        return False
    return (
        below.x0 > first.x0 - _ALIGNED
        and below.x1 < box
        and _reach(above, box) + BLANK * above.size + below.first_width > box - 2 * above.size
    )


def _reach(one: Line, box: float) -> float:
    """How far the words of a line reach that stand before its box."""
    words = [inline.box[2] for inline in one.inlines if isinstance(inline, Text) and inline.box is not None]
    return max((x for x in words if x <= box + _ALIGNED), default=one.x1)


def _moved(first: Line, last: Line) -> tuple[Line, Line]:
    """Two lines, the box of the first put behind the last one."""
    mark = _mark(first)
    kept: list[Inline] = [inline for inline in first.inlines if inline is not mark]
    while kept and isinstance(kept[-1], Text) and not kept[-1].text.strip():
        kept.pop()
    text = kept[-1]
    if isinstance(text, Text):
        kept[-1] = replace(text, text=text.text.rstrip())
    behind = () if mark is None else (Text("\t"), mark)
    box = around([last.box, (first.x1, last.box[1], first.x1, last.box[3])])
    return replace(first, inlines=tuple(kept)), replace(last, inlines=(*last.inlines, *behind), box=box)
