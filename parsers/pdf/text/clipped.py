"""Text in a page's margins that its program cut off there: nobody sees it.

Browsers paint the line that a page begins with on the page before as well, and cut it off at the margin.
"""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Word

_MARGIN = 0.09
"""The share of a page's height that may be margin, above and below."""

_MOST = 8
_FAR = 30_000.0


def is_clipped(sheet: Sheet, word: Word) -> bool:
    """Whether a word stands in a margin, and outside of what its program lets be seen there."""
    height = sheet.view.height
    if word.at < 0 or _MARGIN * height < word.baseline < (1 - _MARGIN) * height:
        return False
    item = pdfium.FPDFText_GetTextObject(sheet.text, word.at)
    path = pdfium.FPDFPageObj_GetClipPath(item) if item else None
    if not path:
        return False
    # The letters' own height: what they keep above and below them may be cut.
    y = word.baseline - 0.3 * word.style.size
    x = (word.x0 + word.x1) / 2
    parts = range(min(max(pdfium.FPDFClipPath_CountPaths(path), 0), _MOST))
    rooms = [room for at in parts if (room := room_of(sheet, path, at)) is not None and _is_wide(room, sheet)]
    return any(not (left <= x <= right and top <= y <= bottom) for left, top, right, bottom in rooms)


def _is_wide(room: Box, sheet: Sheet) -> bool:
    """Whether a room is the page's, about; what a form shows has one of its own, in its own measure."""
    return room[2] - room[0] > 0.4 * sheet.view.width and room[3] - room[1] > 0.4 * sheet.view.height


def room_of(sheet: Sheet, path: object, at: int) -> Box | None:
    """The box around one of the outlines that text is cut at, on the page as shown."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(min(pdfium.FPDFClipPath_CountPathSegments(path, at), 50)):
        segment = pdfium.FPDFClipPath_GetPathSegment(path, at, number)
        if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(sheet.view.point(max(min(x.value, _FAR), -_FAR), max(min(y.value, _FAR), -_FAR)))
    if len(points) < 3:
        return None
    across, down = [one for one, _ in points], [two for _, two in points]
    return (min(across), min(down), max(across), max(down))
