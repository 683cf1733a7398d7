"""What people put on a page with a viewer's tools: typed text, strokes, shapes, stamps, notes.

Only what is there and where; what it means for a box or an answer is `pdf.viewer.added`'s.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from html import unescape

import pypdfium2.raw as pdfium

from parsers.document import Box, Method
from parsers.errors import TooLarge
from parsers.pdf.file import Sheet, View
from parsers.pdf.layers import is_off
from parsers.pdf.objects import Added, Picture, Style, Tool, area, around
from parsers.pdf.pictures import picture
from parsers.pdf.viewer.appearance import (
    Lettering,
    is_lettered,
    lettering,
    objects,
    rect,
    said_by,
    seen,
)
from parsers.pdf.viewer.appearance import strokes as strokes_shown
from parsers.pdf.viewer.colours import fill, hides, is_white, is_whitener
from parsers.pdf.viewer.highlighter import band, breadth
from parsers.pdf.viewer.points import parts_of, strokes_of
from parsers.pdf.viewer.traced import Layer, strokes

MOST_ANNOTATIONS = 2_000
"""On one page, fields and links included."""

MOST_STROKES = 3_000
"""On one page; a page written by hand has a thousand."""

_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_TOOLS = {
    pdfium.FPDF_ANNOT_TEXT: Tool.NOTE,
    pdfium.FPDF_ANNOT_CARET: Tool.NOTE,
    pdfium.FPDF_ANNOT_FILEATTACHMENT: Tool.NOTE,
    pdfium.FPDF_ANNOT_WATERMARK: Tool.NOTE,
    pdfium.FPDF_ANNOT_FREETEXT: Tool.TEXT,
    pdfium.FPDF_ANNOT_INK: Tool.STROKE,
    pdfium.FPDF_ANNOT_LINE: Tool.STROKE,
    pdfium.FPDF_ANNOT_POLYGON: Tool.STROKE,
    pdfium.FPDF_ANNOT_POLYLINE: Tool.STROKE,
    pdfium.FPDF_ANNOT_SQUARE: Tool.SHAPE,
    pdfium.FPDF_ANNOT_CIRCLE: Tool.SHAPE,
    pdfium.FPDF_ANNOT_STAMP: Tool.STAMP,
    pdfium.FPDF_ANNOT_HIGHLIGHT: Tool.HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE: Tool.UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY: Tool.UNDERLINE,
    pdfium.FPDF_ANNOT_STRIKEOUT: Tool.STRIKE,
    pdfium.FPDF_ANNOT_REDACT: Tool.STRIKE,
}
"""By the library's word for the kind; links, fields, windows of notes and films are left out."""

_TICKS = frozenset({"Check", "Checkmark", "Cross", "CrossHairs", "Star", "Circle", "RightPointer"})
"""Pictures of notes that people put on a box to tick it."""

_SHORT = 3
"""A stamp that shows no more letters is a sign that was typed."""

_SIZE = re.compile(r"([\d.]+)\s+Tf|font[^;]*?([\d.]+)\s*pt")
_FONT = re.compile(r"/(\S+)\s+[\d.]+\s+Tf")
_FONTS = {
    "zadb": "ZapfDingbats",
    "zapfdingbats": "ZapfDingbats",
    "wingdings": "Wingdings",
    "symbol": "Symbol",
}
_BREAKS = re.compile(r"</(?:p|div|li)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_PAGE_LIKE = 0.2
"""A stamp that takes more of the page than this may be what a pen wrote on it."""

_USUAL = 10.0
"""The font size where none is said."""

_RISE = 1.0
"""How far the first baseline of a typed text lies below its box's top, in font sizes."""


def is_annotated(sheet: Sheet) -> bool:
    """Whether there is anything on the page beside its content: fields and links count."""
    return bool(pdfium.FPDFPage_GetAnnotCount(sheet.page))


def added(sheet: Sheet) -> tuple[Added, ...]:
    """What was added to a page, in the order it is stored; hidden things are left out. Raises TooLarge."""
    found, strokes = [], 0
    for annotation in _annotations(sheet):
        for one in _read(sheet, annotation):
            found.append(one)
            strokes += len(one.strokes)
            if strokes > MOST_STROKES:
                raise TooLarge("objects", limit=MOST_STROKES)
    return tuple(found)


def stamped(sheet: Sheet) -> tuple[Picture, ...]:
    """The pictures that stamps are made of. Ask only for a page that has stamps."""
    found: list[Picture] = []
    for annotation in _annotations(sheet):
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STAMP:
            box = _rect(sheet.view, annotation)
            for item in objects(annotation) if box is not None else ():
                if _is_picture(item) and box is not None:
                    shown = picture(item, box)
                    found.extend([shown] if shown is not None else [])
    return tuple(found)


def _annotations(sheet: Sheet) -> Iterator[object]:
    """The handles of a page's visible annotations, each closed when the next is asked for."""
    count = pdfium.FPDFPage_GetAnnotCount(sheet.page)
    if count > MOST_ANNOTATIONS:
        raise TooLarge("objects", limit=MOST_ANNOTATIONS)
    for at in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(sheet.page, at)
        if not annotation:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN and not is_off(sheet, annotation):
                yield annotation
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _read(sheet: Sheet, annotation: object) -> Iterator[Added]:
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    tool = _TOOLS.get(kind)
    box = _rect(sheet.view, annotation) if tool is not None else None
    if tool is None or box is None or said_by(annotation, b"StateModel") or _is_unseen(annotation, tool):
        return
    remark = _said(annotation)
    reply = bool(pdfium.FPDFAnnot_HasKey(annotation, b"IRT"))
    if tool is Tool.TEXT:
        yield _typed(sheet, annotation, box)
    elif tool is Tool.NOTE or reply:
        yield from _noted(annotation, kind, box, remark, reply)
    elif tool is Tool.STROKE:
        yield _drawn(sheet.view, annotation, kind, box, remark)
    elif tool is Tool.STAMP:
        yield from _written(sheet, annotation, box) or (_stamp(sheet.view, annotation, box, remark),)
    else:
        parts = tuple(parts_of(sheet.view, annotation)) or (box,)
        filled, blank = fill(annotation) if tool is Tool.SHAPE else (False, False)
        yield Added(tool, box, parts=parts, filled=filled, blank=blank, remark=remark)


def _is_unseen(annotation: object, tool: Tool) -> bool:
    """Whether nothing of a drawing is to be seen: no lines and no picture, or colours that hide nothing."""
    if tool is Tool.NOTE or pdfium.FPDFAnnot_HasKey(annotation, b"AP"):
        return False
    lineless = pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_INK
    if lineless and not pdfium.FPDFAnnot_GetInkListCount(annotation):
        return True
    opaque = ctypes.c_float(1.0)
    said = pdfium.FPDFAnnot_GetNumberValue(annotation, b"CA", opaque)
    return bool(said) and opaque.value <= 0 and tool is not Tool.TEXT


def _noted(annotation: object, kind: int, box: Box, remark: str, reply: bool) -> Iterator[Added]:
    """A note, or an answer to another one; its picture may be a tick."""
    name = said_by(annotation, b"Name")
    if kind == pdfium.FPDF_ANNOT_TEXT and not reply and name in _TICKS:
        yield Added(Tool.STAMP, box, remark=remark)
    elif remark or kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
        yield Added(Tool.NOTE, box, remark=remark or name)


def _drawn(view: View, annotation: object, kind: int, box: Box, remark: str) -> Added:
    """What a pen or a line tool drew."""
    strokes = tuple(strokes_of(view, annotation, kind)) or tuple(strokes_shown(view, annotation, box))
    seen_box = around([(*point, *point) for stroke in strokes for point in stroke]) if strokes else box
    if kind == pdfium.FPDF_ANNOT_POLYGON and fill(annotation)[1]:
        return Added(Tool.SHAPE, seen_box, blank=True, remark=remark)
    broad = breadth(annotation, box, seen_box)
    if broad and strokes:
        bands = tuple(band(stroke, broad) for stroke in strokes)
        if is_white(annotation):
            return Added(Tool.SHAPE, around(list(bands)), blank=True, remark=remark)
        return Added(Tool.HIGHLIGHT, around(list(bands)), parts=bands, remark=remark)
    method = Method.INK if kind == pdfium.FPDF_ANNOT_INK else Method.ANNOTATION
    return Added(Tool.STROKE, seen_box, method, strokes=strokes, remark=remark)


def _written(sheet: Sheet, annotation: object, box: Box) -> tuple[Added, ...]:
    """The strokes of a pen that a stamp over much of the page is the picture of."""
    if area(box) < _PAGE_LIKE * sheet.view.width * sheet.view.height:
        return ()
    layers = (Layer(box, rect(annotation), item) for item in objects(annotation) if _is_picture(item))
    return tuple(one for layer in layers for one in strokes(sheet, layer))


def _is_picture(item: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE)


def _stamp(view: View, annotation: object, box: Box, remark: str) -> Added:
    """A stamp: what it says, or the lines that it shows."""
    shown = lettering(annotation)
    said = remark or shown.text
    if not remark and 0 < len(said) <= _SHORT:
        style = Style(_font("", shown), max(box[3] - box[1], 1.0))
        return Added(Tool.TEXT, seen(view, annotation, box), text=said, style=style)
    pictured = any(
        pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH for item in objects(annotation)
    )
    if not pictured and not said and is_whitener(annotation):
        return Added(Tool.SHAPE, box, blank=True)
    strokes = () if pictured or said else tuple(strokes_shown(view, annotation, box))
    if strokes:
        lines = around([(*point, *point) for stroke in strokes for point in stroke])
        return Added(Tool.STROKE, lines, strokes=strokes)
    return Added(Tool.STAMP, seen(view, annotation, box), text=said, parts=(box,))


def _rect(view: View, annotation: object) -> Box | None:
    """Where an annotation stands, or None where it has no place on the page."""
    left, bottom, right, top = rect(annotation)
    box = view.box(left, bottom, right, top)
    away = box[2] < 0 or box[3] < 0 or box[0] > view.width or box[1] > view.height
    return None if away or not all(-5000 < side < 10000 for side in box) else box


def _said(annotation: object) -> str:
    """What an annotation's author wrote, plain or rich."""
    text = said_by(annotation, b"Contents") or said_by(annotation, b"RC")
    if text.lstrip().startswith(("<?xml", "<body")):
        text = unescape(_TAG.sub("", _BREAKS.sub("\n", text)))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").strip()


def _typed(sheet: Sheet, annotation: object, box: Box) -> Added:
    """A text typed over the page, with its place as exactly as it is known."""
    said = _said(annotation)
    shown = lettering(annotation)
    text = said or shown.text
    if not text and is_lettered(annotation):
        # Letters that only their own font can tell: something is written there.
        return Added(Tool.STROKE, seen(sheet.view, annotation, box))
    default = said_by(annotation, b"DA")
    sizes = [size for size in _SIZE.findall(default) + _SIZE.findall(said_by(annotation, b"DS")) if any(size)]
    size = min(max(float("".join(sizes[0]) or 0), 0.0), 72.0) if sizes and _is_number(sizes[0]) else 0.0
    letters = seen(sheet.view, annotation, box)
    if letters == box and said_by(annotation, b"IT") != "FreeTextCallout":
        size = size or min(_USUAL, (box[3] - box[1]) / (1.2 * (text.count("\n") + 1)))
        letters = _laid_out(annotation, box, text, size)
    style = Style(_font(default, shown), size or _USUAL)
    return Added(Tool.TEXT, letters, text=text, style=style, parts=(box,), blank=hides(annotation))


def _is_number(found: tuple[str, str]) -> bool:
    return "".join(found).count(".") < 2 and "".join(found) != "."


def _font(default: str, shown: Lettering) -> str:
    """The symbol font that a text is set in, or none."""
    found = _FONT.search(default)
    names = [name.lower() for name in (shown.font, found[1] if found else "")]
    return next((font for key, font in _FONTS.items() for name in names if name.startswith(key)), "")


def _laid_out(annotation: object, box: Box, text: str, size: float) -> Box:
    """About where the letters of a text stand that has no picture of its own."""
    number = ctypes.c_float()
    pdfium.FPDFAnnot_GetNumberValue(annotation, b"Q", number)
    wide = max(len(line) for line in text.split("\n")) * size * 0.52
    room = box[2] - box[0]
    if wide >= room - 4:
        return box
    left = {1: (room - wide) / 2, 2: room - wide - 2}.get(int(number.value), 2.0)
    height = min(box[3] - box[1], (text.count("\n") + 1) * 1.2 * size)
    # A low box holds its one line in the middle, whatever the size says.
    top = box[1] if box[3] - box[1] > 1.8 * size else (box[1] + box[3] - height) / 2
    return (box[0] + left, top, box[0] + left + wide, top + height)
