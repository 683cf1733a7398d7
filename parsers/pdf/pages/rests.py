"""Whether the first text of a page is the rest of the last one of the page before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf.tables.drafts import BlockDraft, CellDraft
from parsers.pdf.text.flow import Draft, flows
from parsers.pdf.text.items import is_number
from parsers.pdf.text.region import Region

_LEADER = re.compile(r"[._…]{5,}\s*$")
"""What a line to write on ends in."""

_ROOM = 40.0
"""A text that may go on this far beyond where another ends, in points, is not of its column."""


def in_mid_sentence(before: str, after: str) -> bool:
    """Whether a text plainly goes on: over a page's end a full line says too little by itself."""
    return before[-1:] not in ".!?:;)…" or after[:1].islower() or is_number(before)


def whole(last: Draft, first: Draft, lone: bool) -> Draft | None:
    """The paragraph that the last of one cell and the first of its rest make, or None where they are two."""
    room = Region(last.lines[0].x0, last.right, 0)
    if last.lines[-1].lone and len(last.lines) == 1 and not first.lines[0].marked:
        return Draft((*last.lines, *first.lines), last.right)
    plain = lone or in_mid_sentence(last.lines[-1].text, first.lines[0].text)
    if plain and not _is_shut(last, first) and flows(last.lines, first.lines[0], room):
        return Draft((*last.lines, *first.lines), last.right)
    return None


def is_own_row(above: Sequence[CellDraft], below: Sequence[CellDraft]) -> bool:
    """Whether a row is a label with a box alone in each cell beside it, below the words over those boxes."""
    words, boxes = [*above, below[0]], below[1:]
    return (
        bool(boxes)
        and all(_is_plain(cell.blocks) for cell in words)
        and all(_is_box(cell.blocks) for cell in boxes)
        and not below[0].text[:1].islower()
    )


def _is_plain(blocks: Sequence[BlockDraft]) -> bool:
    """Whether there are words in a cell, and no boxes."""
    return bool(blocks) and all(
        isinstance(block, Draft) and not any(line.boxes for line in block.lines) for block in blocks
    )


def _is_box(blocks: Sequence[BlockDraft]) -> bool:
    """Whether there is a box alone in a cell."""
    return len(blocks) == 1 and isinstance(blocks[0], Draft) and all(line.lone for line in blocks[0].lines)


def _is_shut(last: Draft, first: Draft) -> bool:
    """Whether a text begins anew: below an option that has less room for its lines, or a line to write on."""
    end = last.lines[-1]
    if not first.lines[0].text[:1].isupper() or first.lines[0].boxes:
        return False
    return _LEADER.search(end.text) is not None or (end.boxes > 0 and first.right > last.right + _ROOM)
