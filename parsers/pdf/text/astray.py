"""The text of drawn boxes that its program set lines above its box: it is put where its box is.

LibreOffice sets a box drawn within a paragraph where it belongs, and the text in it at the height of the
paragraph's first line. It paints the two one after the other, and cuts the text at an area as large as
the box: that tells whose text it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Word
from parsers.pdf.text.clipped import room_of
from parsers.pdf.text.hidden import address, address_of
from parsers.pdf.text.lost import left_out
from parsers.pdf.text.words import word_of

_LONGEST = 2
"""So many letters stand in a box at the most."""

_SAME = 1.0
"""By how much the area that a text is cut at differs from its box at the most, in points."""

_BETWEEN = 5
"""Up to how many paths a text may be cut at."""


def put_back(sheet: Sheet, words: Sequence[Word], after: Sequence[tuple[object, Box]]) -> tuple[Word, ...]:
    """The words with those set away from their boxes put there.

    `after` are texts of the page, each with the outline painted right before it.
    """
    ways = {address_of(item): down for item, box in after if (down := _way(sheet, item, box))}
    if not ways:
        return tuple(words)
    letters = left_out(sheet, [item for item, _ in after if address_of(item) in ways])
    short = {word.at: address(sheet, word) for word in words if len(word.text) <= _LONGEST and word.at >= 0}
    return (
        *(_lowered(word, ways.get(short.get(word.at, 0), 0.0)) for word in words),
        *(_lowered(word_of(letter, sheet.view), ways[address_of(letter.item)]) for letter in letters),
    )


def _way(sheet: Sheet, item: object, box: Box) -> float:
    """How far below a text its box is, in points; 0 where it stands in it, or is no text of a box."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    parts = range(min(max(pdfium.FPDFClipPath_CountPaths(path), 0), _BETWEEN)) if path else range(0)
    for room in (room_of(sheet, path, at) for at in parts):
        if room is not None and all(
            abs(side) <= _SAME
            for side in (room[0] - box[0], room[2] - box[2], room[3] - room[1] - box[3] + box[1])
        ):
            return box[1] - room[1] if box[1] - room[1] > _SAME else 0.0
    return 0.0


def _lowered(word: Word, down: float) -> Word:
    if not down:
        return word
    return replace(word, top=word.top + down, bottom=word.bottom + down, baseline=word.baseline + down)
