"""Whether a printed line under an option begins another text, or goes on with the option's label."""

from __future__ import annotations

import re

from parsers.document import Emphasis, Mark, Text
from parsers.labels.rows import Row
from parsers.pdf.text.seams import SMALL_WORDS

POINT = re.compile(r"(?:\(?\d{1,2}|\(?[a-zA-Z])[.)](?:\s|$)|[•·▪➢-]\s")
"""What begins a point of a list."""

_QUESTION = re.compile(r"[A-ZÀ-Ý¿].*[:?]\s*\S*\s*$", re.S)
"""How a line begins that asks something; one word of its first answer may follow."""


def begins_anew(row: Row, below: Row, early: bool) -> bool:
    """Whether a line under an option is another text: `early` where the option's line had room for more."""
    heading = _begins_bold(below) and not _has_bold(row)
    return (
        heading
        or _asks(below)
        or _leads_to_boxes(below)
        or POINT.match(below.text) is not None
        or (below.text[:1].isupper() and (_is_closed(row, below) or _is_row_of_options(row, below)))
        or (early and not _is_open(row))
    )


def _has_bold(row: Row) -> bool:
    return any(
        isinstance(one, Text) and one.text.strip() and Emphasis.BOLD in one.emphasis for one in row.inlines
    )


def _begins_bold(row: Row) -> bool:
    """Whether a line begins with bold words, or with one in capitals."""
    first = next((one for one in row.inlines if not (isinstance(one, Text) and not one.text.strip())), None)
    if not isinstance(first, Text) or Emphasis.BOLD not in first.emphasis:
        return False
    return row.bold or first.text[:1].isupper()


def _asks(row: Row) -> bool:
    """Whether a line begins with a question or a heading, and its boxes follow."""
    before = ""
    for one in row.inlines:
        if isinstance(one, Mark):
            return _QUESTION.match(before) is not None
        if isinstance(one, Text):
            before += one.text if before else one.text.lstrip()
    return False


def _leads_to_boxes(row: Row) -> bool:
    """Whether the labels of a line stand before its boxes: it begins with a capital and ends with a box."""
    written = [one for one in row.inlines if not (isinstance(one, Text) and not one.text.strip())]
    return row.text[:1].isupper() and isinstance(written[0], Text) and isinstance(written[-1], Mark)


def _is_closed(row: Row, below: Row) -> bool:
    """Whether a line ends with its last box, and one with boxes of its own follows.

    Where its first words ask, that box may be one whose label stands below.
    """
    first = row.inlines[0]
    asks = isinstance(first, Text) and first.text.rstrip().endswith((":", "?"))
    return _leads_to_boxes(row) and not asks and below.boxes > 0 and not below.starts_with_mark


def _is_row_of_options(row: Row, below: Row) -> bool:
    """Whether a line is of options at tabs, and what is below begins far before the last of them."""
    last = max(at for at, one in enumerate(row.inlines) if isinstance(one, Mark)) if row.boxes > 1 else 0
    before = row.inlines[last - 1] if last else None
    at_tab = isinstance(before, Text) and before.text.endswith("\t")
    return at_tab and below.boxes == 0 and row.mark is not None and below.box[0] < row.mark - row.height


def _is_open(row: Row) -> bool:
    """Whether a line ends in the middle of a phrase."""
    return row.text.endswith(",") or row.text.rsplit(maxsplit=1)[-1].lower() in SMALL_WORDS


def first_width(row: Row) -> float:
    """About how wide a line's first word is."""
    for one in row.inlines:
        if isinstance(one, Mark):
            return row.height
        if isinstance(one, Text) and one.text.strip() and one.box is not None:
            word = one.text.split(maxsplit=1)[0]
            return (one.box[2] - one.box[0]) * len(word) / max(len(one.text.strip()), 1)
    return row.height
