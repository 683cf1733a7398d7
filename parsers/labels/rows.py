"""The printed lines of a page's paragraphs, by the places of what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Box, Emphasis, Inline, Mark, Paragraph, Text
from parsers.pdf.objects import middle

GOES_ON = re.compile(r"[^\W\d_A-ZÀ-Ý]|[,;)]")
"""How a text begins that is the rest of another."""

ENDS = tuple(".;:!?")
"""How a text ends that none goes on with."""

CLOSE = 0.9
"""A line follows another this near, in heights of a line."""

_TIGHT = 1.0
"""Lines of one text differ in distance by no more than this, in points."""

_CENTRED = 0.35
"""By how much a box may miss the middle of its text, in heights of a line."""

_STRAIGHT = 3.0
"""The lines of one text begin this near to one another, in points."""


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line of a paragraph."""

    inlines: tuple[Inline, ...]
    box: Box

    @property
    def height(self) -> float:
        """From its top to its bottom, in points."""
        return self.box[3] - self.box[1]

    @property
    def boxes(self) -> int:
        """How many boxes stand in it."""
        return sum(isinstance(one, Mark) for one in self.inlines)

    @property
    def mark(self) -> float | None:
        """Where the last box in it begins."""
        places = [one.place.box for one in self.inlines if isinstance(one, Mark)]
        return places[-1][0] if places and places[-1] is not None else None

    @property
    def starts_with_mark(self) -> bool:
        """Whether a box is the first thing in it."""
        first = next(
            (one for one in self.inlines if not (isinstance(one, Text) and not one.text.strip())), None
        )
        return isinstance(first, Mark)

    @property
    def bold(self) -> bool:
        """Whether all its words are."""
        texts = [one for one in self.inlines if isinstance(one, Text) and one.text.strip()]
        return bool(texts) and all(Emphasis.BOLD in one.emphasis for one in texts)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(one.text for one in self.inlines if isinstance(one, Text)).strip()


def rows_of(paragraph: Paragraph) -> list[Row]:
    """The printed lines of a paragraph; nothing where its places are not known."""
    found: list[tuple[list[Inline], list[Box]]] = []
    for one in paragraph.inlines:
        box = one.box if isinstance(one, Text) else one.place.box if isinstance(one, Mark) else None
        if box is None:
            if found:
                found[-1][0].append(one)
            continue
        last = found[-1][1] if found else []
        if not last or _is_below(box, last[-1]):
            found.append(([], []))
        found[-1][0].append(one)
        found[-1][1].append(box)
    return [Row(tuple(inlines), around(boxes)) for inlines, boxes in found]


def is_box(rows: Sequence[Row]) -> bool:
    """Whether printed lines are one box and nothing else."""
    return len(rows) == 1 and rows[0].boxes == 1 and not rows[0].text


def _is_below(box: Box, last: Box) -> bool:
    """Whether a stretch of text begins a new line."""
    lower = middle(box)[1] > last[3] - 0.1 * (last[3] - last[1])
    return lower and box[0] < last[2]


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them. There must be one."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def spaced(inlines: Sequence[Inline]) -> list[Inline]:
    """What stands in a line, with a blank at its end: another follows."""
    last = inlines[-1]
    if isinstance(last, Text) and not last.text.endswith((" ", "-")):
        return [*inlines[:-1], replace(last, text=last.text + " ")]
    return list(inlines)


def are_halves(upper: Row, lower: Row) -> bool:
    """Whether two lines are of one text: the lower goes on right below the upper."""
    near = -2 < lower.box[1] - upper.box[3] < CLOSE * upper.height
    straight = abs(lower.box[0] - upper.box[0]) < _STRAIGHT
    return near and straight and GOES_ON.match(lower.text) is not None and not upper.text.endswith(ENDS)


def centred_on(rows: Sequence[Row], height: float) -> tuple[int, int] | None:
    """The lines of one text, two or more, whose middle is at a height: from the first up to the last.

    `rows` are lines of words one below the other. Nothing where none are.
    """
    gaps = [lower.box[1] - upper.box[3] for upper, lower in pairwise(rows)]
    if not gaps:
        return None
    tight = min(gaps) + _TIGHT
    start = min(range(len(rows)), key=lambda at: abs(middle(rows[at].box)[1] - height))
    end = start
    while start and gaps[start - 1] <= tight and are_halves(rows[start - 1], rows[start]):
        start -= 1
    while end < len(gaps) and gaps[end] <= tight and are_halves(rows[end], rows[end + 1]):
        end += 1
    centre = (rows[start].box[1] + rows[end].box[3]) / 2
    return (start, end + 1) if start < end and abs(centre - height) < _CENTRED * rows[start].height else None
