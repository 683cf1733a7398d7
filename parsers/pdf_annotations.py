"""What people put on a page with a viewer's tools: typed text, strokes, shapes, stamps, notes.

Only what is there and where; what it means for a box or an answer is `pdf_added`'s.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from html import unescape

import pypdfium2.raw as pdfium

from parsers.document import Box, Method
from parsers.errors import TooLarge
from parsers.pdf_file import Sheet, View
from parsers.pdf_objects import Added, Picture, Point, Style, Tool, area, around
from parsers.pdf_pictures import picture

MOST_ANNOTATIONS = 2_000
"""On one page, fields and links included."""

MOST_STROKES = 3_000
"""On one page; a page written by hand has a thousand."""

_MOST_POINTS = 20_000
"""Of one annotation; of more only the outline is kept."""

_ENOUGH = 500
"""Points of one stroke that are kept, evenly; no hand needs more for a mark."""

_MOST_OBJECTS = 300
"""Of one annotation's picture."""

_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_TOOLS = {
    pdfium.FPDF_ANNOT_TEXT: Tool.NOTE,
    pdfium.FPDF_ANNOT_CARET: Tool.NOTE,
    pdfium.FPDF_ANNOT_FILEATTACHMENT: Tool.NOTE,
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

_SIZE = re.compile(r"([\d.]+)\s+Tf|font[^;]*?([\d.]+)\s*pt")
_FONT = re.compile(r"/(\S+)\s+[\d.]+\s+Tf")
_FONTS = {
    "zadb": "ZapfDingbats",
    "zapfdingbats": "ZapfDingbats",
    "wingdings": "Wingdings",
    "symbol": "Symbol",
}
_SHOWN = re.compile(rb"\(((?:\\.|[^\\()])*)\)\s*Tj", re.DOTALL)
_FONT_SHOWN = re.compile(rb"/(\S+)\s+[-\d.]+\s+Tf")
_BREAKS = re.compile(r"</(?:p|div|li)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
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
            for item in _objects(annotation) if box is not None else ():
                if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE and box is not None:
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
            if not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                yield annotation
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _read(sheet: Sheet, annotation: object) -> Iterator[Added]:
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    tool = _TOOLS.get(kind)
    box = _rect(sheet.view, annotation) if tool is not None else None
    if tool is None or box is None or _string(annotation, b"StateModel"):
        return
    if tool is Tool.TEXT:
        yield _typed(sheet, annotation, box)
        return
    remark = _said(annotation)
    if tool is Tool.NOTE or pdfium.FPDFAnnot_HasKey(annotation, b"IRT"):
        if remark or kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            yield Added(Tool.NOTE, box, remark=remark or _string(annotation, b"Name"))
        return
    if tool is Tool.STROKE:
        strokes = tuple(_strokes(sheet.view, annotation, kind))
        seen = around([(x, y, x, y) for stroke in strokes for x, y in stroke]) if strokes else box
        method = Method.INK if kind == pdfium.FPDF_ANNOT_INK else Method.ANNOTATION
        yield Added(tool, seen, method, strokes=strokes, remark=remark)
        return
    parts = tuple(_parts(sheet.view, annotation)) or (box,)
    filled, blank = _fill(annotation) if tool is Tool.SHAPE else (False, False)
    seen = _seen(sheet.view, annotation, box) if tool is Tool.STAMP else box
    text = remark if tool is Tool.STAMP else ""
    yield Added(tool, seen, text=text, parts=parts, filled=filled, blank=blank, remark="" if text else remark)


def _rect(view: View, annotation: object) -> Box | None:
    """Where an annotation stands, or None where it has no place on the page."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    low, high = sorted((rect.bottom, rect.top))
    box = view.box(left, low, right, high)
    away = box[2] < 0 or box[3] < 0 or box[0] > view.width or box[1] > view.height
    return None if away or not all(-5000 < side < 10000 for side in box) else box


def _said(annotation: object) -> str:
    """What an annotation's author wrote, plain or rich."""
    text = _string(annotation, b"Contents") or _string(annotation, b"RC")
    if text.lstrip().startswith(("<?xml", "<body")):
        text = unescape(_TAG.sub("", _BREAKS.sub("\n", text)))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").strip()


def _typed(sheet: Sheet, annotation: object, box: Box) -> Added:
    """A text typed over the page, with its place as exactly as it is known."""
    shown = _shown(annotation)
    text = _said(annotation) or shown[0]
    default = _string(annotation, b"DA")
    sizes = [size for size in _SIZE.findall(default) + _SIZE.findall(_string(annotation, b"DS")) if any(size)]
    size = min(max(float("".join(sizes[0]) or 0), 0.0), 72.0) if sizes and _is_number(sizes[0]) else 0.0
    font = _font(_FONT.search(default), shown[1])
    seen = _seen(sheet.view, annotation, box)
    lines = text.count("\n") + 1
    if seen == box:
        size = size or min(_USUAL, (box[3] - box[1]) / (1.2 * lines))
        seen = _laid_out(annotation, box, text, size)
    return Added(
        Tool.TEXT,
        seen,
        text=text,
        style=Style(font, size or _USUAL),
        blank=_fill(annotation)[1],
    )


def _is_number(found: tuple[str, str]) -> bool:
    return "".join(found).count(".") < 2 and "".join(found) != "."


def _font(default: re.Match[str] | None, shown: str) -> str:
    name = (default[1] if default else shown).lower()
    return next((font for key, font in _FONTS.items() if name.startswith(key)), "")


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


def _shown(annotation: object) -> tuple[str, str]:
    """The letters in an annotation's picture, as far as they stand there plainly, and their font's key."""
    if _string(annotation, b"Contents"):
        return "", ""
    length = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    if not 2 < length < 100_000:
        return "", ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetAP(
        annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, ctypes.cast(buffer, _WIDE), length
    )
    raw = _decoded(buffer).encode("cp1252", "ignore")
    text = "\n".join(
        re.sub(rb"\\(.)", rb"\1", part).decode("cp1252", "ignore") for part in _SHOWN.findall(raw)
    )
    font = _FONT_SHOWN.search(raw)
    return text.strip(), font[1].decode("ascii", "ignore") if font else ""


def _seen(view: View, annotation: object, box: Box) -> Box:
    """What is seen of an annotation: its letters, or else its lines and pictures, where it has them.

    The library gives them in the picture's own measure, and not how that is laid on the page: mostly
    from the box's lower left corner, or in the page's own measure.
    """
    bounds = [_bounds(item) for item in _objects(annotation) if _is_text(item)] or [
        _bounds(item) for item in _objects(annotation)
    ]
    boxes = [bound for bound in bounds if bound is not None]
    if not boxes:
        return box
    x0, low, x1, high = around(boxes)
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    left, bottom = min(rect.left, rect.right), min(rect.bottom, rect.top)
    for dx, dy in ((0.0, 0.0), (left, bottom)):
        found = view.box(x0 + dx, low + dy, x1 + dx, high + dy)
        if _lies_in(found, box):
            return found
    return box


def _lies_in(inner: Box, outer: Box) -> bool:
    slack = 3.0
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def _objects(annotation: object) -> Iterator[object]:
    count = min(pdfium.FPDFAnnot_GetObjectCount(annotation), _MOST_OBJECTS)
    for at in range(count):
        item = pdfium.FPDFAnnot_GetObject(annotation, at)
        if item:
            yield item


def _is_text(item: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT)


def _bounds(item: object) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    box = (left.value, bottom.value, right.value, top.value)
    return box if area(box) > 0 else None


def _fill(annotation: object) -> tuple[bool, bool]:
    """Whether an annotation's area is filled: with a colour, with white."""
    colours = [colour for item in _objects(annotation) if (colour := _filled_with(item)) is not None]
    if not colours:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        inside = pdfium.FPDFANNOT_COLORTYPE_InteriorColor
        if not pdfium.FPDFAnnot_HasKey(annotation, b"IC") or not pdfium.FPDFAnnot_GetColor(
            annotation, inside, red, green, blue, alpha
        ):
            return False, False
        colours = [min(red.value, green.value, blue.value)]
    return min(colours) < 235, min(colours) >= 235


def _filled_with(item: object) -> int | None:
    """The least of a filled path's colours, 0 to 255, or None where nothing opaque is filled."""
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not fill.value or not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return None
    return min(red.value, green.value, blue.value) if alpha.value > 100 else None


def _parts(view: View, annotation: object) -> Iterator[Box]:
    quad = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 500)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield view.box(min(xs), min(ys), max(xs), max(ys))


def _strokes(view: View, annotation: object, kind: int) -> Iterator[tuple[Point, ...]]:
    if kind == pdfium.FPDF_ANNOT_LINE:
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        if pdfium.FPDFAnnot_GetLine(annotation, start, end):
            yield (view.point(start.x, start.y), view.point(end.x, end.y))
    elif kind == pdfium.FPDF_ANNOT_INK:
        left = _MOST_POINTS
        for at in range(min(pdfium.FPDFAnnot_GetInkListCount(annotation), 1_000)):
            length = pdfium.FPDFAnnot_GetInkListPath(annotation, at, None, 0)
            left -= length
            if length > 0 and left >= 0:
                points = (pdfium.FS_POINTF * length)()
                pdfium.FPDFAnnot_GetInkListPath(annotation, at, points, length)
                yield tuple(view.point(points[n].x, points[n].y) for n in _some(length))
    else:
        length = pdfium.FPDFAnnot_GetVertices(annotation, None, 0)
        if 0 < length <= _MOST_POINTS:
            points = (pdfium.FS_POINTF * length)()
            pdfium.FPDFAnnot_GetVertices(annotation, points, length)
            found = tuple(view.point(points[n].x, points[n].y) for n in _some(length))
            yield (*found, found[0]) if kind == pdfium.FPDF_ANNOT_POLYGON else found


def _some(length: int) -> list[int]:
    """The numbers of the points to keep of so many: all, or evenly some, the last one included."""
    return [*range(0, length - 1, max(-(-length // _ENOUGH), 1)), length - 1]


def _string(annotation: object, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, _WIDE), length)
    return _decoded(buffer)


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def _decoded(buffer: ctypes.Array[ctypes.c_char]) -> str:
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
