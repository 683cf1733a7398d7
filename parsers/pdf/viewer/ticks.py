"""What marks say of one box, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import Box, Method, State
from parsers.pdf.objects import Added, Sign
from parsers.pdf.viewer.targets import Target

SURE = 0.95
"""How sure a tick in its box is."""

_DOUBTFUL = 0.6

COVERED, SCRIBBLED, REFUSED = "covered", "scribbled over", "a typed no beside it"
"""How a tick is taken back."""


@dataclass(frozen=True, slots=True)
class Tick:
    """What one mark says of one box."""

    state: State
    confidence: float
    method: Method
    conflict: str = ""
    ring: bool = False
    """Whether the mark is a ring round the box."""


def together(found: Sequence[Tick], target: Target) -> Tick:
    """What several marks say of one box, in their order: the surest counts, but for one taken back."""
    if found[-1].conflict in (COVERED, SCRIBBLED, REFUSED):
        return found[-1]
    best = max(found, key=lambda tick: (tick.state is State.TICKED, tick.confidence))
    doubted = any(tick.state is State.UNSURE and tick.method is best.method for tick in found)
    if doubted and best.state is not State.UNSURE and best.confidence < SURE:
        best = replace(best, confidence=_DOUBTFUL)
    if any(tick.ring for tick in found) and not all(tick.ring for tick in found):
        # Some put a ring round the right answer, and others round the wrong one.
        return replace(best, conflict=best.conflict or "ticked, and a ring round it")
    if target.state is State.TICKED and best.state is State.TICKED and not best.conflict:
        return replace(best, conflict="ticked in print, marked again")
    return best


def as_sign(box: Box, tick: Tick, conflict: str = "") -> Sign:
    """The box as the marks on it say."""
    raw = "☒" if tick.state is State.TICKED else "☐"
    return Sign(box, tick.state, tick.method, raw, tick.confidence, tick.conflict or conflict)


def shown(one: Added) -> Added:
    """A tick that lies by no box, as a sign of any font."""
    sign = marks.glyph(one.text, one.style.font)
    text = "✗" if sign is not None and one.text.isascii() else one.text
    return replace(one, text=text, style=replace(one.style, font=""))
