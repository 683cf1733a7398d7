"""Where the texts of an interactive form's fields stand among what is printed.

What is printed only to be written upon (dots, a frame) goes where a field lies over it, and a field
that has its label below it follows that label.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.document import Box
from parsers.pdf.fields.spelt import rejoined
from parsers.pdf.objects import Entry, Kind, Page, Shape, Word, holds, middle
from parsers.pdf.tables.grid import Grid

_LEADERS = "._…‥-–—·"
_LEAST = 5
"""So many dots or the like are a line to write on."""
_TICK = 2
"""A sign that ticks a short line has no more letters."""
_SLACK = 4.0
"""How far what is drawn for a field may lie from it, in points."""
_TALL = 30.0
"""The height of a field for one line, at most, in points."""
_SMALL = 26.0
"""The width of a field that may serve as a box, in points."""
_ALIKE = 1.5
"""By how much the gaps between fields and their labels differ, in points."""
_NEAR = 8.0
"""How far below a field its label may stand, in points."""


def cleared(page: Page) -> Page:
    """The page without what is printed under its text fields to be written upon."""
    fields = [entry.box for entry in page.entries if entry.kind is Kind.TEXT]
    if not fields:
        return page
    words = [_trimmed(word, fields) for word in page.words]
    shapes = tuple(shape for shape in page.shapes if not _is_shade(shape, fields))
    return replace(page, words=tuple(word for word in words if word is not None), shapes=shapes)


def _trimmed(word: Word, fields: Sequence[Box]) -> Word | None:
    """The word without its leaders where they lie under a field; None where nothing is left."""
    bare = word.text.rstrip(_LEADERS)
    if len(word.text) - len(bare) < 2:
        return word
    under = [box for box in fields if box[1] - _SLACK < word.baseline < box[3] + _SLACK]
    under = [box for box in under if word.x0 < box[2] and box[0] < word.x1]
    if not under:
        return word
    return replace(word, text=bare, x1=max(word.x0 + 1, min(word.x1, under[0][0]))) if bare else None


def written_over(page: Page) -> Page:
    """The page of a form filled in, then printed: without leaders under answers, and without combs."""
    words = rejoined(page.words, page.shapes)
    page = page if words is page.words else replace(page, words=tuple(words))
    leaders = [word for word in page.words if _leaders(word) >= _LEAST]
    if not leaders:
        return page
    others = [word for word in page.words if _leaders(word) < _LEAST and len(word.text) > _TICK]
    bare = {id(word): _bare(word) for word in leaders if any(_lies_over(one, word) for one in others)}
    kept = (bare.get(id(word), word) for word in page.words) if bare else ()
    return replace(page, words=tuple(word for word in kept if word is not None)) if bare else page


def _leaders(word: Word) -> int:
    """How many dots or the like a word ends in."""
    return len(word.text) - len(word.text.rstrip(_LEADERS)) if word.text[-1:] in _LEADERS else 0


def _lies_over(one: Word, leaders: Word) -> bool:
    """Whether a word is printed over the leaders that another ends in."""
    share = (leaders.x1 - leaders.x0) * _leaders(leaders) / len(leaders.text)
    over = min(one.x1, leaders.x1) - max(one.x0, leaders.x1 - share)
    size = leaders.style.size
    return over > 2 and -0.8 * size < one.baseline - leaders.baseline < 0.4 * size


def _bare(word: Word) -> Word | None:
    """A word without its leaders; None where it is nothing else."""
    bare = word.text.rstrip(_LEADERS)
    wide = (word.x1 - word.x0) * len(bare) / len(word.text)
    return replace(word, text=bare, x1=word.x0 + wide) if bare else None


def _is_shade(shape: Shape, fields: Sequence[Box]) -> bool:
    return shape.tinted and not shape.stroked and any(_covers(shape.box, field) for field in fields)


def _covers(shade: Box, field: Box) -> bool:
    """Whether a coloured area is drawn for one field."""
    return all(abs(one - two) <= _SLACK for one, two in zip(shade, field, strict=True))


def without_frames(tables: Sequence[Grid], page: Page) -> tuple[Grid, ...]:
    """The tables but for those that hold fields for text and nothing else: frames, and combs."""
    return tuple(table for table in tables if not _holds_fields_only(table.box, page))


def _holds_fields_only(box: Box, page: Page) -> bool:
    fields = [entry for entry in page.entries if holds(box, *middle(entry.box))]
    if not fields or any(entry.kind is not Kind.TEXT for entry in fields):
        return False
    return not any(holds(box, *middle(word.box)) for word in page.words)


@dataclass(frozen=True, slots=True)
class _Gaps:
    """How far from a field the nearest text is, in points."""

    above: float
    below: float
    low: float
    """Where the text below ends."""


def under_captions(entries: Sequence[Entry], words: Sequence[Word]) -> Mapping[Box, Box]:
    """For the places of fields that have their label below them, the places right under those labels.

    One field alone may stand anywhere between two texts: what most of a page's fields do tells.
    """
    lines = [entry.box for entry in entries if entry.kind is Kind.TEXT and _is_low(entry.box)]
    gaps = {box: _gaps(box, words) for box in lines if not _is_led(box, lines, words)}
    below = {box: gap for box, gap in gaps.items() if gap.below < _NEAR and gap.above > 1.5 * gap.below + 2}
    if not below or 2 * len(below) <= len(gaps):
        return {}
    usual = sorted(gap.below for gap in below.values())[len(below) // 2]
    return {box: _moved(box, gap.low) for box, gap in gaps.items() if abs(gap.below - usual) < _ALIKE}


def _is_low(box: Box) -> bool:
    return box[3] - box[1] <= _TALL and box[2] - box[0] > _SMALL


def _moved(box: Box, low: float) -> Box:
    return (box[0], low + 0.5, box[2], low + 0.5 + min(box[3] - box[1], 1.0))


def _is_led(box: Box, fields: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether a text stands before a field on its level, with no other field between."""
    starts = [word for word in words if word.x1 <= box[0] + 2 and box[1] < word.baseline < box[3] + 3]
    if not starts:
        return False
    last = max(word.x1 for word in starts)
    return not any(
        last <= other[0] + 2 and other[2] <= box[0] + 2 and other[1] < box[3] and box[1] < other[3]
        for other in fields
    )


def _gaps(box: Box, words: Sequence[Word]) -> _Gaps:
    over = [word for word in words if word.x0 < box[2] and box[0] < word.x1]
    above = min((box[1] - word.bottom for word in over if word.baseline <= box[1] + 1), default=1000.0)
    beneath = [word for word in over if word.baseline > box[3] + 1]
    below = min((word.top - box[3] for word in beneath), default=1000.0)
    low = max((word.bottom for word in beneath if word.top - box[3] < below + 3), default=box[3])
    return _Gaps(above, below, low)
