"""What is typed or noted beside a ticked box to take the tick back: "NO", "errore"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.document import Box
from parsers.pdf.objects import Added, Word, middle
from parsers.pdf.viewer.pen import beside, meet
from parsers.pdf.viewer.targets import Target

_REFUSAL = re.compile(
    r"\W*(?:(?:non questa|non vale|non valid[oa]|no|non|errore|errato|sbagliato|annullat[oa])\b\W*){1,3}",
    re.IGNORECASE,
)

_BLANK = 1.6
"""How far apart the words of one option stand at the most, in font sizes."""

_BEHIND = 30.0
"""How far behind an option's words it may be typed, in points."""


def is_refusal(text: str) -> bool:
    """Whether a text says no more than that something is not meant."""
    return _REFUSAL.fullmatch(text) is not None


def near_to(one: Added, words: Sequence[Word], targets: Sequence[Target]) -> list[int]:
    """The boxes that a text stands right beside, else that of the option whose words it stands behind."""
    near = [at for _, at in beside(one, targets)]
    near = near or [at for at, target in enumerate(targets) if meet(one.box, target.box)]
    return near or _of_option(one, words, targets)


def _of_option(one: Added, words: Sequence[Word], targets: Sequence[Target]) -> list[int]:
    """The box before the words that end where a text begins."""
    x, y = one.box[0], middle(one.box)[1]
    row = sorted((word for word in words if word.top - 2 < y < word.bottom + 2), key=lambda word: -word.x0)
    room = _BEHIND
    for word in row:
        if word.x0 < one.box[0]:
            if x - word.x1 > room:
                break
            x, room = word.x0, _BLANK * word.style.size
    return [at for at, target in enumerate(targets) if _is_before(target.box, x, y, room)]


def _is_before(box: Box, x: float, y: float, room: float) -> bool:
    """Whether a box stands on a level, right before a place."""
    return -3.0 < x - box[2] <= room and box[1] - 2 < y < box[3] + 2
