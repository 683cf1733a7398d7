"""Options that are one line of text, as even gaps between them tell: those in columns stand unevenly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.text.tokens import Token, is_box

_EVEN = 0.7
"""How far gaps that are the same may differ, in points."""

_OPTIONS, _MOSTLY = 5, 0.8
"""So many options, and so large a share of them, stand evenly where they are one line of text."""


def even_gap(pages: Sequence[Sequence[Sequence[Token]]]) -> float:
    """How far boxes stand behind the option before, in points, where that is mostly the same; or 0.

    Options in columns end at all sorts of distances from the next one.
    """
    found: dict[int, float] = {}
    for rows in pages:
        for row in rows:
            boxes = [at for at, token in enumerate(row) if is_box(token)]
            found |= {
                round(row[at].box[0]): row[at].box[0] - row[at - 1].box[2]
                for before, at in pairwise(boxes)
                if at > before + 1
            }
    gaps = sorted(found.values())
    if len(gaps) < _OPTIONS:
        return 0.0
    even = gaps[len(gaps) // 2]
    same = sum(abs(one - even) <= _EVEN for one in gaps)
    return even if same >= _MOSTLY * len(gaps) else 0.0


def goes_on_evenly(row: Sequence[Token], at: int, even: float) -> bool:
    """Whether a box stands as far behind the option before it, or the rest of one, as all others do."""
    if not is_box(row[at]) or is_box(row[at - 1]):
        return False
    return abs(row[at].box[0] - row[at - 1].box[2] - even) <= _EVEN


def evenly(cut: list[list[Token]], even: float) -> list[list[Token]]:
    """A row cut at wide gaps, in one piece where options stand behind each other as all others do."""
    if not even or len(cut) < 2:
        return cut
    found = [cut[0]]
    for piece in cut[1:]:
        whole = [*found[-1], piece[0]]
        if goes_on_evenly(whole, len(whole) - 1, even):
            found[-1] += piece
        else:
            found.append(piece)
    return found
