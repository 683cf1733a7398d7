"""Pages of a PDF drawn with what the reader found on them: words, cells, boxes, pictures.

Only for looking at, when a reading is in doubt; nothing is read from these pictures.
"""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import ImageDraw
from PIL.PngImagePlugin import PngInfo

from ingest import names
from parsers.document import Block, Box, Document, Image, Mark, Place, State, Table
from parsers.pdf.file import stand_upright
from parsers.pdf.reader import read_pages

WORD, CELL, PICTURE = "#9a9a9a", "#1f5fd0", "#8a2be2"
STATES = {State.EMPTY: "#0a8f3c", State.TICKED: "#d81e1e", State.UNSURE: "#f08c00"}

_SCALE = 2.0  # pixels a point: 144 dots an inch
_LARGEST = 4000.0  # pixels on the longer side; a larger page is drawn smaller
_MAKER = ("Software", "schedario inspect")
_HEAD = 256  # bytes of a PNG in which its maker's name stands


@dataclass(frozen=True, slots=True)
class Outline:
    """A box to be drawn on a page."""

    page: int
    """From 1."""
    box: Box
    colour: str
    """As ``#rrggbb``."""
    thickness: int
    """In pixels."""


def pages(data: bytes, document: Document) -> tuple[bytes, ...]:
    """A PNG a page of the PDF, with outlines of its words and of what `document`, read from it, holds.

    Raises FileError or pypdfium2.PdfiumError where the file cannot be opened.
    """
    found = (*_words(data), *outlines(document))
    with pypdfium2.PdfDocument(data) as book:  # type: ignore[no-untyped-call]  # ships no types
        book.init_forms()  # without it the fields of a form are not shown
        return tuple(
            _png(book[index], [one for one in found if one.page == index + 1]) for index in range(len(book))
        )


def outlines(document: Document) -> tuple[Outline, ...]:
    """What to draw of cells, pictures and marks that have a place on a page; the marks last, on top."""
    inlines = [inline for paragraph in document.paragraphs() for inline in paragraph.inlines]
    found = (
        *(_outline(place, CELL, 2) for place in _cells(document.blocks)),
        *(_outline(one.place, PICTURE, 3) for one in inlines if isinstance(one, Image)),
        *(_outline(one.place, STATES[one.state], 3) for one in inlines if isinstance(one, Mark)),
    )
    return tuple(one for one in found if one is not None)


def save(folder: Path, file: str, pictures: Sequence[bytes], taken: Collection[Path]) -> tuple[Path, ...]:
    """Writes ``FILE-page-1.png`` and so on into `folder`, made if it is not there; gives their paths.

    A picture that an earlier `inspect` made is replaced. Where another file has the name, or it is
    among the paths `taken`, a number is added: ``FILE-page-1 (2).png``. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    saved = []
    for number, picture in enumerate(pictures, 1):
        wanted = f"{names.safe(file)}-page-{number}.png"
        path = next(p for p in (folder / name for name in names.numbered(wanted)) if _is_free(p, taken))
        path.write_bytes(picture)
        saved.append(path)
    return tuple(saved)


def _is_free(path: Path, taken: Collection[Path]) -> bool:
    if path in taken:
        return False
    if not os.path.lexists(path):
        return True
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return "\0".join(_MAKER).encode() in file.read(_HEAD)


def _words(data: bytes) -> Iterator[Outline]:
    # From the page and not from the document: what was left out of it, such as page numbers, is seen too.
    for page in read_pages(data).pages:
        yield from (Outline(page.number, word.box, WORD, 1) for word in page.words)
        yield from (Outline(page.number, entry.box, WORD, 1) for entry in page.entries if entry.value)


def _cells(blocks: Sequence[Block]) -> Iterator[Place]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield cell.place
                yield from _cells(cell.blocks)


def _outline(place: Place, colour: str, thickness: int) -> Outline | None:
    if place.page is None or place.box is None:
        return None
    return Outline(place.page, place.box, colour, thickness)


def _png(page: pypdfium2.PdfPage, found: Sequence[Outline]) -> bytes:
    stand_upright(page.raw)
    scale = min(_SCALE, _LARGEST / max(page.get_size()))  # type: ignore[no-untyped-call]
    drawn = page.render(scale=scale, may_draw_forms=True)  # type: ignore[no-untyped-call]
    image = drawn.to_pil().convert("RGB")
    canvas = ImageDraw.Draw(image)
    for one in found:
        left, top, right, bottom = (round(side * scale) for side in one.box)
        area = (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        canvas.rectangle(area, outline=one.colour, width=one.thickness)
    file, about = io.BytesIO(), PngInfo()
    about.add_text(*_MAKER)
    image.save(file, "PNG", pnginfo=about)
    return file.getvalue()
