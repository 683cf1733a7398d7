"""How far the printed lines of a page may reach, and what stands beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from parsers.document import Box, Document
from parsers.labels.rows import rows_of
from parsers.pdf.objects import middle

MARGIN = 15.0
"""A line may reach beyond its limit by this, in points."""

_PADDING, _FAR = 3.0, 40.0
_WIDTHS = (595.0, 612.0, 792.0, 842.0)
"""The usual widths of pages, in points."""


class Limits:
    """How far the lines of each page may reach: to what stands beside them, or to where all others end."""

    def __init__(self, document: Document) -> None:
        self._starts: dict[int, list[tuple[float, Box]]] = {}
        self._right: dict[int, float] = {}
        self._marks: dict[int, list[tuple[float, float]]] = {}
        for paragraph in document.paragraphs():
            page = paragraph.place.page or 0
            for row in rows_of(paragraph):
                self._starts.setdefault(page, []).append((row.box[1], row.box))
                self._right[page] = max(self._right.get(page, 0.0), row.box[2])
                if row.mark is not None and row.starts_with_mark:
                    self._marks.setdefault(page, []).append((middle(row.box)[1], row.mark))
        for page, found in self._starts.items():
            found.sort()
            left = min(box[0] for _, box in found)
            width = next((one for one in _WIDTHS if one > self._right[page] + MARGIN), 0.0)
            self._right[page] = max(self._right[page], width - left)

    def of(self, page: int, box: Box, cell: Box | None) -> float:
        """The limit of the line in a box."""
        right = cell[2] - _PADDING if cell is not None else self._right.get(page, box[2])
        for other in self._near(page, box):
            beside = other[1] < box[3] - 1 and other[3] > box[1] + 1
            if beside and box[2] <= other[0] < right:
                right = other[0] - _PADDING
        return max(right, box[2])

    def has_text_between(self, page: int, above: Box, box: Box) -> bool:
        """Whether the line in a box, below another, goes on with words that stand below that one as well."""
        return box[1] > above[3] - 2 and any(
            other[1] < middle(box)[1] < other[3] and above[0] - 2 <= other[0] and other[2] <= box[0] + 1
            for other in self._near(page, box)
        )

    def has_box_before(self, page: int, box: Box) -> bool:
        """Whether another line begins with a box, on the level of the line in a box and left of it."""
        return any(box[1] < y < box[3] and x < box[0] - 1 for y, x in self._marks.get(page, ()))

    def _near(self, page: int, box: Box) -> Iterator[Box]:
        """The lines that begin above the end of the one in a box, and not far above it."""
        found = self._starts.get(page, [])
        for at in range(bisect_left(found, (box[1] - _FAR, box)), len(found)):
            start, other = found[at]
            if start >= box[3]:
                return
            yield other
