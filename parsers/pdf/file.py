"""Opens a PDF and hands out its pages as handles of the PDF library, closing each in its turn.

The library is not safe for threads: one document at a time in a process.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.errors import Encrypted, TooLarge, Unreadable
from parsers.pdf.replaced import Sign, take_off

MOST_PAGES = 60
_LONGEST = 20_000.0
"""A page's longer side, in points: what measures more is no page, and takes memory by its size."""

_TAIL = 1024
"""A file may have other bytes after its end, up to here."""

_SAMPLES, _FEWEST = 24, 8
"""So many letters are asked which way up they stand; fewer than the second number say nothing."""

_AGREED = 0.7
"""The share of them that has to agree."""

_PASSWORD, _SECURITY = 4, 5


@dataclass(frozen=True, slots=True)
class View:
    """How a page's own coordinates (from the bottom left, unturned) come to be those shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns clockwise, 0 to 3."""

    @property
    def width(self) -> float:
        """As shown, in points."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """As shown, in points."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as shown, from the top left."""
        if self.turns == 0:
            return (x - self.left, self.top - y)
        if self.turns == 1:
            return (y - self.bottom, x - self.left)
        if self.turns == 2:
            return (self.right - x, y - self.bottom)
        return (self.top - y, self.right - x)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page as shown, from the top left."""
        if self.turns == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        x0, y0 = self.point(left, top)
        x1, y1 = self.point(right, bottom)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is open: the library's handles and how it is shown."""

    number: int
    document: object
    page: object
    text: object
    view: View
    unseen: tuple[Box, ...] = ()
    """Where annotations stand, as the file counts, that are on a layer which is off."""
    signs: tuple[Sign, ...] | None = None
    """Signs that the file names beside what it shows for them; None where it names nothing."""


@contextmanager
def opened(data: bytes) -> Iterator[object]:
    """The document's handle, closed at the end.

    Raises Encrypted where a password is needed, Unreadable where the file is damaged beyond
    opening (``truncated`` where its end is missing) or has no page, TooLarge over `MOST_PAGES`.
    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
            raise Encrypted("password")
        raise Unreadable("truncated" if _is_cut_short(data) else "damaged")
    try:
        pages = page_count(document)
        if pages < 1:
            raise Unreadable("empty")
        if pages > MOST_PAGES:
            raise TooLarge("pages", pages=pages, limit=MOST_PAGES)
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _is_cut_short(data: bytes) -> bool:
    """Whether a file's objects are there, and the words that end it are not."""
    return b"endobj" in data and b"%%EOF" not in data[-_TAIL:]


def page_count(document: object) -> int:
    """How many pages the file says that it has."""
    return int(pdfium.FPDF_GetPageCount(document))


def is_repaired(document: object) -> bool:
    """Whether the library had to find the file's parts by itself, as their index is damaged."""
    return not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document)


def sheets(document: object, *, replaced: bool = False, unseen: tuple[Box, ...] = ()) -> Iterator[Sheet]:
    """The pages one after another, each closed when the next is asked for.

    `replaced` says whether the file says texts in other words than their letters, `unseen` where, as the
    file counts, annotations stand on a layer that is off. A page that is not there, or is damaged beyond
    opening, is left out. Raises TooLarge for one without measure, Unreadable where no page is left.
    """
    left = 0
    for index in range(page_count(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        if page:
            left += 1
            signs = take_off(document, page, index) if replaced else None
            with _sheet(document, page, index, unseen, signs) as sheet:
                yield sheet
    if not left:
        raise Unreadable("damaged")


@contextmanager
def _sheet(
    document: object, page: object, index: int, unseen: tuple[Box, ...], signs: tuple[Sign, ...] | None
) -> Iterator[Sheet]:
    try:
        view = _view(page)
        if max(view.width, view.height) > _LONGEST:
            raise TooLarge("page-size")
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise Unreadable("damaged")
        try:
            yield Sheet(index + 1, document, page, text, _upright(view, page, text), unseen, signs)
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def _view(page: object) -> View:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return View(rect.left, rect.bottom, rect.right, rect.top, pdfium.FPDFPage_GetRotation(page) % 4)


def stand_upright(page: object) -> None:
    """Turns an open page as it is read, so that places on it are where a picture of it has them."""
    text = pdfium.FPDFText_LoadPage(page)
    if text:
        try:
            _upright(_view(page), page, text)
        finally:
            pdfium.FPDFText_ClosePage(text)


def _upright(view: View, page: object, text: object) -> View:
    """The page turned so that its letters stand upright, where most of them agree: people turn it so."""
    count = pdfium.FPDFText_CountChars(text)
    asked = range(0, count, max(count // _SAMPLES, 1))
    ways = [_quarters(text, at) for at in asked if pdfium.FPDFText_IsGenerated(text, at) == 0]
    found = max(set(ways), key=ways.count, default=view.turns)
    if found == view.turns or ways.count(found) < _AGREED * len(ways) or len(ways) < _FEWEST:
        return view
    pdfium.FPDFPage_SetRotation(page, found)
    return replace(view, turns=found)


def _quarters(text: object, at: int) -> int:
    """The quarter turns clockwise that set a letter upright."""
    angle: float = pdfium.FPDFText_GetCharAngle(text, at)
    return -round(2 * angle / math.pi) % 4 if math.isfinite(angle) else 0
