"""Words that a white area hides which was painted over them: whitener, as a viewer's tools leave it.

Many programs paint a white ground and then the words on it: only the order tells the two apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import count

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.drawn.inside import is_empty_box
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Added, Tool, Word, around, holds

_LARGEST_FACE = 24.0
"""A white area no larger than this, in points, is the face of a form's box."""

_DEEPEST = 8
_MOST_OBJECTS = 40_000


def uncovered(
    sheet: Sheet, words: Sequence[Word], whites: Sequence[tuple[int, Box]]
) -> tuple[tuple[Word, ...], tuple[Added, ...]]:
    """The words that can be seen, and what the others said as remarks.

    `whites` are white areas with their numbers among the page's things, counted from 1 as they are painted.
    """
    under = [word for word in words if any(_is_under(word, box) for _, box in whites)]
    if not under:
        return tuple(words), ()
    numbers = _numbers(sheet)
    hidden: dict[int, list[Word]] = {}
    for word in under:
        painted = numbers.get(address(sheet, word), _MOST_OBJECTS)
        last = max((number for number, box in whites if _is_under(word, box)), default=0)
        if painted < last:
            hidden.setdefault(last, []).append(word)
    gone = {word.at for some in hidden.values() for word in some}
    return tuple(word for word in words if word.at not in gone), tuple(map(said, hidden.values()))


def said(words: Sequence[Word]) -> Added:
    """What hidden words said, as a remark at their place."""
    box = around([word.box for word in words])
    return Added(Tool.NOTE, box, remark=" ".join(word.text for word in words))


def address(sheet: Sheet, word: Word) -> int:
    """The address of the text object that a word is part of; 0 where there is none."""
    item = pdfium.FPDFText_GetTextObject(sheet.text, word.at)
    return address_of(item) if item else 0


def _is_under(word: Word, box: Box) -> bool:
    size = word.style.size
    if max(box[2] - box[0], box[3] - box[1]) <= _LARGEST_FACE and _is_box(word):
        # It is still the box that the face stands for, and what is painted on the face ticks it.
        return False
    return holds(box, (word.x0 + word.x1) / 2, word.baseline - 0.3 * size) and (
        box[1] - 1 <= word.baseline - 0.6 * size
    )


def _is_box(word: Word) -> bool:
    """Whether a word is the character of an empty box, or the brackets of one."""
    return is_empty_box(word) or not word.text.strip("[]()")


def _numbers(sheet: Sheet) -> dict[int, int]:
    """The text objects' numbers by their addresses, in the order of `pdf.drawn.drawing`."""
    items = (
        pdfium.FPDFPage_GetObject(sheet.page, at) for at in range(pdfium.FPDFPage_CountObjects(sheet.page))
    )
    return dict(_counted(items, count(1), 0))


def _counted(items: Iterator[object], numbers: Iterator[int], depth: int) -> Iterator[tuple[int, int]]:
    for item in items:
        number = next(numbers)
        kind = pdfium.FPDFPageObj_GetType(item)
        if number > _MOST_OBJECTS:
            return
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield address_of(item), number
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = range(pdfium.FPDFFormObj_CountObjects(item))
            inner = (pdfium.FPDFFormObj_GetObject(item, at) for at in inside)
            yield from _counted(inner, numbers, depth + 1)


def address_of(item: object) -> int:
    """The library's object behind a handle."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
