"""Boxes left without a label though words stand right beside them on the page.

A table may hold the words and not the narrow column of boxes before them. The places tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Box, Document, Mark, Paragraph
from parsers.labels.rows import around, rows_of
from parsers.labels.words import clean, is_words
from parsers.pdf.objects import middle

_GAP = 20.0
"""Words stand this near to their box, in points."""

_MOST = 100
"""For no more boxes than this words are sought."""

_CENTRED = 0.4
"""By how much a box may miss the middle of its text, or of its first line, in heights of a line."""


def with_lost(document: Document, marks: Sequence[Mark], labels: Sequence[str]) -> list[str]:
    """The labels of the marks, with the words right behind each that has none."""
    missing = [not label and mark.place.page is not None for mark, label in zip(marks, labels, strict=True)]
    if not 0 < sum(missing) <= _MOST:
        return list(labels)
    used = set(labels)
    texts = [one for one in document.paragraphs() if not any(isinstance(i, Mark) for i in one.inlines)]
    found = list(labels)
    for at, (mark, lost) in enumerate(zip(marks, missing, strict=True)):
        label = _behind(mark, texts) if lost else ""
        if label and label not in used:
            found[at] = label
    return found


def _behind(mark: Mark, texts: Sequence[Paragraph]) -> str:
    """The label that stands right behind a mark on its page; "" where none or more than one does."""
    box = mark.place.box
    if box is None:
        return ""
    near = [one for one in texts if one.place.page == mark.place.page and _is_behind(box, one)]
    if len(near) != 1:
        return ""
    text = clean(" ".join(row.text for row in rows_of(near[0])))
    return text if is_words(text) else ""


def _is_behind(box: Box, text: Paragraph) -> bool:
    rows = rows_of(text)
    if not rows or not 0 <= rows[0].box[0] - box[2] < _GAP:
        return False
    height = rows[0].height
    return any(
        abs(middle(one)[1] - middle(box)[1]) < _CENTRED * height
        for one in (rows[0].box, around([row.box for row in rows]))
    )
