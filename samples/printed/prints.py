"""A print of LibreOffice's, taken to pieces page by page."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2.raw as pdfium

from samples.printed.leaves import Bar, Leaf, Path, Photo
from samples.printed.paths import drawn, matrix
from samples.printed.runs import lines


def leaves(data: bytes) -> tuple[Leaf, ...]:
    """The pages of a print of LibreOffice's."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        return tuple(_leaf(document, at) for at in range(pdfium.FPDF_GetPageCount(document)))
    finally:
        pdfium.FPDF_CloseDocument(document)


def _leaf(document: object, at: int) -> Leaf:
    page = pdfium.FPDF_LoadPage(document, at)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        bars, paths, photos = [], [], []
        for item in _objects(page):
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                found = drawn(item)
                bars += [one for one in found if isinstance(one, Bar)]
                paths += [one for one in found if isinstance(one, Path)]
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                photos.append(Photo(matrix(item)))
        size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return Leaf(*size, tuple(lines(text)), tuple(bars), tuple(paths), tuple(photos))
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _objects(page: object) -> Iterator[object]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, at)
