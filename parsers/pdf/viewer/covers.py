"""What whitener hides: the marks made before it lie under it, and a box may be drawn anew over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.pdf.objects import Added, Tool
from parsers.pdf.viewer.ticks import COVERED, Tick


def between(added: Sequence[Added]) -> Iterator[Sequence[Added]]:
    """What was added in its order, parted where something was hidden: marks made before that are under it."""
    start = 0
    for at, one in enumerate(added):
        if one.blank:
            yield added[start:at]
            yield (one,)
            start = at + 1
    yield added[start:]


def is_redrawn(one: Added, under: Sequence[Sequence[Tick]]) -> bool:
    """Whether a thing is a box drawn anew where whitener took one away, and no ring round it.

    `under` is what was said, in its order, of each box in it.
    """
    frame = one.tool is Tool.SHAPE and not one.filled and len(under) == 1
    return frame and any(tick.conflict == COVERED for tick in under[0][-1:])
