"""Paragraphs that are one: parts of a label, and lines with no room between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.text.flow import LABEL_LINES, LEADING, SHORT, Draft, fits
from parsers.pdf.text.items import is_bulleted, is_item
from parsers.pdf.text.lines import Line
from parsers.pdf.text.region import Region
from parsers.pdf.text.seams import TIED


def stacked(found: Sequence[Draft]) -> list[Draft]:
    """The paragraphs of a cell; two short ones close to one another are one, as in a label."""
    lines = [line for draft in found for line in draft.lines]
    close = all(two.baseline - one.baseline < 1.35 * one.size for one, two in pairwise(lines))
    short = len(found) == 2 and len(lines) <= LABEL_LINES and sum(len(line.text) for line in lines) < SHORT
    plain = not any(line.boxes or line.marked or is_item(line) for line in lines)
    if short and close and plain and all(abs(line.x0 - lines[0].x0) < 3 for line in lines):
        return [Draft(tuple(lines), found[0].right, frozenset({len(found[0].lines)}))]
    return list(found)


def closed(found: Sequence[Draft], right: float | None = None) -> list[Draft]:
    """Paragraphs of a text whose paragraphs have room between them: those that have none are one.

    Between two of them the line was broken on purpose; where lines end is taken to be `right`, if given.
    """
    whole = list(found[:1])
    for draft in found[1:]:
        last = whole[-1]
        if is_close(last.lines, draft.lines[0]):
            number = len(last.lines)
            end = last.lines[-1]
            full = end.tied or TIED.search(end.last) is not None
            full = full or (right is not None and not fits(end, draft.lines[0], Region(0, right, 0)))
            breaks = {*last.breaks, *(() if full else (number,)), *(at + number for at in draft.breaks)}
            whole[-1] = Draft((*last.lines, *draft.lines), right or last.right, frozenset(breaks))
        else:
            whole.append(draft)
    return whole


def is_close(before: Sequence[Line], line: Line) -> bool:
    """Whether a line is as close to a paragraph's last one as its lines are, and begins no item of a list."""
    last = before[-1]
    near = 0 < line.baseline - last.baseline < LEADING * min(last.size, line.size)
    if not near or is_item(line) or is_bulleted(line) or (last.boxed and not last.marked):
        return False
    return abs(last.size - line.size) <= 0.15 * last.size and (
        line.bold or not all(one.bold for one in before)
    )
