"""Cuttings of the original for the report: what stands at a place, drawn from the archived PDF."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
from PIL.Image import Image

from ingest.filed import Filed
from ingest.workspace import Workspace
from parsers.document import Place

_MARGIN = 6.0  # points around the place, so that the eye finds its bearings
_SCALE = 1.5  # pixels a point: 108 dots an inch, enough to tell a tick
_WIDEST = 3000.0  # points; a page larger than that is not drawn


def cutter(workspace: Workspace) -> Callable[[Filed, Place], bytes | None]:
    """A function that draws the part of a file's original at a place with page and box, as PNG.

    It gives None where the original is gone or is no PDF. The last page drawn is kept.
    """
    kept: dict[tuple[str, int], Image | None] = {}

    def crop(filed: Filed, place: Place) -> bytes | None:
        if place.page is None or place.box is None:
            return None
        key = (filed.archived, place.page)
        if key not in kept:
            kept.clear()
            kept[key] = _page(workspace, filed.archived, place.page)
        page = kept[key]
        return None if page is None else _png(page, place.box)

    return crop


def _page(workspace: Workspace, archived: str, number: int) -> Image | None:
    path = workspace.folder / archived
    if not archived or not path.is_file():
        return None
    try:
        with pypdfium2.PdfDocument(path) as document:  # type: ignore[no-untyped-call]  # ships no types
            if number > len(document):
                return None
            # Without it pdfium leaves filled-in fields out of the picture.
            document.init_forms()
            page = document[number - 1]
            if max(page.get_size()) > _WIDEST:
                return None
            image = page.render(scale=_SCALE, may_draw_forms=True).to_pil()
            return image if isinstance(image, Image) else None
    except pypdfium2.PdfiumError:
        return None


def _png(page: Image, box: tuple[float, float, float, float]) -> bytes | None:
    left, top, right, bottom = box
    area = (
        max(0, round((left - _MARGIN) * _SCALE)),
        max(0, round((top - _MARGIN) * _SCALE)),
        min(page.width, round((right + _MARGIN) * _SCALE)),
        min(page.height, round((bottom + _MARGIN) * _SCALE)),
    )
    if area[0] >= area[2] or area[1] >= area[3]:
        return None
    file = io.BytesIO()
    page.crop(area).save(file, "PNG", optimize=True)
    return file.getvalue()
