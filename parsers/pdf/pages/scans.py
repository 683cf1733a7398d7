"""Pages that are one picture: a scan, whose text nobody has read, or a photograph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from parsers.pdf.file import Sheet
from parsers.pdf.objects import Page, Picture
from parsers.pdf.pictures import png
from parsers.pdf.text.glyphs import SIDE, picture

_STAMP = 30
"""Words that stand on a scan at most, set there when it was made: a number, a date, a name."""

_PAPER = 190
"""The light of paper in a scan, 0 to 255."""

_MOSTLY = 0.5
_DOTS = 1.5
"""Pixels a point in which a photograph is kept."""


def is_scanned(page: Page) -> bool:
    """Whether a page is a picture with no more on it than a stamp."""
    seen = sum(not word.style.hidden for word in page.words)
    return page.covered and not page.entries and seen == len(page.words) <= _STAMP


def has_scans(pages: Sequence[Page]) -> bool:
    """Whether some page is a scan; where others are written over such a picture it is letter paper."""
    return any(map(is_scanned, pages)) and not any(_is_written_over(page) for page in pages)


def _is_written_over(page: Page) -> bool:
    return page.covered and sum(not word.style.hidden for word in page.words) > _STAMP


def are_scans(pages: Sequence[Page]) -> bool:
    """Whether there is nothing to read: every page is a picture."""
    return all(is_scanned(page) for page in pages)


def looked_at(sheet: Sheet, page: Page) -> Page:
    """A page that is a picture alone: as it is where that is of paper, else with it as a photograph."""
    if page.words or not is_scanned(page) or _is_paper(sheet):
        return page
    whole = (0.0, 0.0, page.width, page.height)
    return replace(page, covered=False, pictures=(*page.pictures, Picture(whole, "image/png", _drawn(sheet))))


def _is_paper(sheet: Sheet) -> bool:
    """Whether most of a page is as light as paper."""
    width, height = sheet.view.width, sheet.view.height
    light = picture(sheet, (0.0, 0.0, width, height))
    scale = SIDE / max(width, height)
    across, down = max(int(width * scale), 1), max(int(height * scale), 1)
    seen = [light[y * SIDE + x] for y in range(down) for x in range(across)]
    return sum(one >= _PAPER for one in seen) >= _MOSTLY * len(seen)


def _drawn(sheet: Sheet) -> bytes:
    """The page as PNG."""
    scale = min(_DOTS, 3000 / max(sheet.view.width, sheet.view.height))
    width, height = max(int(sheet.view.width * scale), 1), max(int(sheet.view.height * scale), 1)
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, sheet.page, 0, 0, width, height, 0, 0)
        return png(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
