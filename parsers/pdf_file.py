"""Opens a PDF and hands out its pages as handles of the PDF library, closing each in its turn.

The library is not safe for threads: one document at a time in a process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.errors import Encrypted, TooLarge, Unreadable

MOST_PAGES = 60
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


@contextmanager
def opened(data: bytes) -> Iterator[object]:
    """The document's handle, closed at the end.

    Raises Encrypted where a password is needed, Unreadable where the file is damaged beyond
    opening or has no page, TooLarge over `MOST_PAGES`.
    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
            raise Encrypted("password")
        raise Unreadable("damaged")
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages < 1:
            raise Unreadable("empty")
        if pages > MOST_PAGES:
            raise TooLarge("pages", pages=pages, limit=MOST_PAGES)
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def is_repaired(document: object) -> bool:
    """Whether the library had to find the file's parts by itself, as their index is damaged."""
    return not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document)


def sheets(document: object) -> Iterator[Sheet]:
    """The pages one after another, each closed when the next is asked for."""
    for index in range(pdfium.FPDF_GetPageCount(document)):
        with _sheet(document, index) as sheet:
            yield sheet


@contextmanager
def _sheet(document: object, index: int) -> Iterator[Sheet]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Unreadable("damaged")
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise Unreadable("damaged")
        try:
            yield Sheet(index + 1, document, page, text, _view(page))
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def _view(page: object) -> View:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return View(rect.left, rect.bottom, rect.right, rect.top, pdfium.FPDFPage_GetRotation(page) % 4)
