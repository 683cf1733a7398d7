"""Cuttings of the original for the report: what stands at a place, drawn from the archived PDF and marked."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdfium2
from PIL import ImageDraw
from PIL.Image import Image

from ingest.filed import Filed
from ingest.workspace import Workspace
from parsers.document import Box, Place
from parsers.pdf.file import stand_upright

_MARGIN = 9.0  # points around the places, so that the eye finds its bearings
_SCALE = 1.5  # pixels a point: 108 dots an inch, enough to tell a tick
_WIDEST = 3000.0  # points; a page larger than that is not drawn
_NARROWEST = 300.0  # points; beside a lone box stands what it belongs to, before it or after it
_TALLEST = 480.0  # points
_FRAME = (214, 96, 0)  # the colour around what was read
_COLOURS = 32  # of the picture: a page has few, and the report holds many pictures


def cutter(workspace: Workspace) -> Callable[[Filed, Sequence[Place]], bytes | None]:
    """A function that draws the part of a file's original at places with a box on one page, as PNG.

    What stands at the places is framed. It gives None where the original is gone or is no PDF. The last
    page drawn is kept.
    """
    kept: dict[tuple[str, int], Image | None] = {}

    def crop(filed: Filed, places: Sequence[Place]) -> bytes | None:
        page, boxes = places[0].page, [place.box for place in places if place.box is not None]
        if page is None or not boxes:
            return None
        key = (filed.archived, page)
        if key not in kept:
            kept.clear()
            kept[key] = _page(workspace, *key)
        drawn = kept[key]
        return None if drawn is None else _png(drawn, boxes)

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
            stand_upright(page.raw)
            image = page.render(scale=_SCALE, may_draw_forms=True).to_pil()
            return image if isinstance(image, Image) else None
    except pypdfium2.PdfiumError:
        return None


def _png(page: Image, boxes: Sequence[Box]) -> bytes | None:
    area = _area(page, boxes)
    if area[0] >= area[2] or area[1] >= area[3]:
        return None
    cut = page.crop(area).convert("RGB")
    pen = ImageDraw.Draw(cut)
    for left, top, right, bottom in boxes:
        corner = (left * _SCALE - area[0] - 3, top * _SCALE - area[1] - 3)
        other = (right * _SCALE - area[0] + 3, bottom * _SCALE - area[1] + 3)
        if corner[0] < other[0] and corner[1] < other[1]:
            pen.rectangle((*corner, *other), outline=_FRAME, width=2)
    file = io.BytesIO()
    cut.quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _area(page: Image, boxes: Sequence[Box]) -> tuple[int, int, int, int]:
    """What is cut out, in pixels: all the boxes with some room around them, within the page."""
    left, right = min(box[0] for box in boxes) - _MARGIN, max(box[2] for box in boxes) + _MARGIN
    top, bottom = min(box[1] for box in boxes) - _MARGIN, max(box[3] for box in boxes) + _MARGIN
    spare = max(_NARROWEST - (right - left), 0.0) / 2
    return (
        max(0, round((left - spare) * _SCALE)),
        max(0, round(top * _SCALE)),
        min(page.width, round((right + spare) * _SCALE)),
        min(page.height, round(min(bottom, top + _TALLEST) * _SCALE)),
    )
