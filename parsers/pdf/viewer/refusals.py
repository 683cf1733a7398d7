"""What is typed or noted beside a ticked box to take the tick back: "NO", "errore"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.document import Box
from parsers.pdf.objects import Added, Tool, Word, middle
from parsers.pdf.viewer.pen import beside, meet
from parsers.pdf.viewer.targets import Target

_REFUSAL = re.compile(
    r"\W*(?:(?:non questa|non vale|non valid[oa]|no|non|errore|errat[oa]|sbagliat[oa]"
    r"|(?:da )?annulla(?:t[oa]|re)?|da (?:togliere|cancellare))\b\W*){1,3}",
    re.IGNORECASE,
)

_ANSWER = re.compile(r"\W*non?\W*", re.IGNORECASE)

_BLANK = 1.6
"""How far apart the words of one option stand at the most, in font sizes."""

_CORNER = 3.0
"""How far a note's sign may stand from the corner of a box, in points."""

_BEHIND = 30.0
"""How far behind an option's words it may be typed, in points."""


def is_refusal(text: str) -> bool:
    """Whether a text says no more than that something is not meant."""
    return _REFUSAL.fullmatch(text) is not None


def near_to(one: Added, words: Sequence[Word], targets: Sequence[Target]) -> list[int]:
    """The boxes that a text stands right beside, and that of the option whose words it stands behind."""
    near = [at for _, at in beside(one, targets)]
    if one.tool is Tool.NOTE:
        # A note's sign is put by the corner of what it is about.
        x0, top, x1, bottom = one.box
        sign = (x0 - _CORNER, top - _CORNER, x1 + _CORNER, bottom + _CORNER)
        near += [at for at, target in enumerate(targets) if meet(sign, target.box)]
    near += [at for at, target in enumerate(targets) if meet(one.box, target.box)]
    # The box that it stands beside may be the next option's.
    return [*near, *_of_option(one, words, targets)] or _on_level(one, targets)


def _on_level(one: Added, targets: Sequence[Target]) -> list[int]:
    """The boxes on a text's level, for one that can be no answer."""
    if _ANSWER.fullmatch(one.text or one.remark):
        return []
    y = middle(one.box)[1]
    return [at for at, target in enumerate(targets) if target.box[1] - 2 < y < target.box[3] + 2]


def _of_option(one: Added, words: Sequence[Word], targets: Sequence[Target]) -> list[int]:
    """The box before the words that end where a text begins."""
    x, y = one.box[0], middle(one.box)[1]
    boxed = {cut[0] for target in targets for cut in target.cuts if cut[1] == 0}
    row = [word for at, word in enumerate(words) if at not in boxed and word.top - 2 < y < word.bottom + 2]
    row.sort(key=lambda word: -word.x0)
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
