"""Small pictures that are boxes, or ticks over boxes: programs that save what others drew have those."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import product

import pypdfium2.raw as pdfium

from parsers.document import Box, Method, State
from parsers.pdf.drawn.gathered import Drawing, Small
from parsers.pdf.drawn.inside import is_empty_box
from parsers.pdf.drawn.pixels import Frame, Seen, seen
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Page, Rule, Shape, Sign, Way, Word, holds, middle, share_middle
from parsers.pdf.text.glyphs import SIDE, picture

_MOST = 200
"""Pictures looked at on one page."""

_LEAST_BOX, _MOST_BOX, _LONGEST_BOX = 4.1, 21.0, 1.4
"""The sides of a picture that may be a box, in points, and by how much one may be longer."""

_INK = 36
"""What is darker than white by this much, of 255, is ink."""

_LEAST_INK = 0.02
"""The share of a picture that its ink covers at least."""

_SAME = 0.5
"""By less than this the sides of equally large pictures differ, in points."""

_RIM = Seen(None)
_MOST_PIXELS = 40_000
_SURE = 0.9


def boxes(
    sheet: Sheet, small: Sequence[Small], shapes: Sequence[Shape]
) -> tuple[tuple[Sign, ...], tuple[Sign, ...]]:
    """The pictures that are boxes, and those that may be.

    One alone on its page may be an icon, and several that are all solid a list's bullets. A tick
    without a box, in one column or line with boxes, is one as well. So is what the white face of a form's
    box hides, or leaves the rim of, unless that face has a line of its own.
    """
    looks = [(one, _seen(sheet, one.box)) for one in small[:_MOST] if _is_sized(one.box)]
    lines = [shape.box for shape in shapes if _is_outline(shape)] if any(one.covered for one in small) else []
    looks = [(one, look) for one, look in looks if not (one.covered and _is_lined(one.box, lines))]
    found = [(one.box, look) for one, look in looks if look.frame is not None or one.covered]
    # Of one with a white face on it, what is painted on the face tells the state.
    signs = [_sign(box, look if look.frame is not None else _RIM) for box, look in found]
    if len(signs) < 2 or all(look.solid for _, look in found):
        return (), tuple(signs)
    for one, look in looks:
        bare = look.inked and look.frame is None and any(_in_line(one.box, box) for box, _ in found)
        if bare and not any(holds(sign.box, *middle(one.box)) for sign in signs):
            signs.append(Sign(one.box, State.TICKED, Method.DRAWING, "☒", _SURE))
    return tuple(signs), ()


def known_again(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with each picture that may be a box made one where such a box is on another page.

    That is as large and has another place. Solid ones alone may be bullets, on however many pages.
    """
    if not any(page.icons for page in pages):
        return tuple(pages)
    known = [(page.number, sign) for page in pages for sign in (*page.boxes, *page.icons)]
    plain = {id(sign) for page in pages for sign in page.boxes}
    plain |= {id(sign) for _, sign in known if sign.state is State.EMPTY}
    return tuple(_with_icons(page, [one for at, one in known if at != page.number], plain) for page in pages)


def _with_icons(page: Page, known: Sequence[Sign], plain: Set[int]) -> Page:
    own = [
        icon
        for icon in page.icons
        if any((id(icon) in plain or id(one) in plain) and _is_fellow(icon.box, one.box) for one in known)
    ]
    if not own:
        return page
    places = [icon.box for icon in own]
    pictures = tuple(one for one in page.pictures if one.box not in places)
    return replace(page, boxes=(*page.boxes, *own), pictures=pictures)


def _is_fellow(one: Box, two: Box) -> bool:
    """Whether two pictures of different pages are equally large; a letterhead's have the same place, too."""
    apart = [abs(a - b) for a, b in zip(one, two, strict=True)]
    sizes = abs(one[2] - one[0] - two[2] + two[0]), abs(one[3] - one[1] - two[3] + two[1])
    return max(sizes) < _SAME < max(apart)


def _in_line(one: Box, two: Box) -> bool:
    """Whether two pictures are of one size, and stand one under the other or side by side."""
    (x, y), (u, v) = middle(one), middle(two)
    wide, other = one[2] - one[0], two[2] - two[0]
    return max(wide, other) < 1.5 * min(wide, other) and min(abs(x - u), abs(y - v)) < 2


def _is_sized(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    short, long = min(width, height), max(width, height)
    return short >= _LEAST_BOX and long <= min(_MOST_BOX, _LONGEST_BOX * short)


def _seen(sheet: Sheet, box: Box) -> Seen:
    scale = SIDE / max(box[2] - box[0], box[3] - box[1])
    width, height = round((box[2] - box[0]) * scale), round((box[3] - box[1]) * scale)
    return seen(picture(sheet, box), SIDE, width, height)


def _sign(box: Box, look: Seen) -> Sign:
    state = State.TICKED if look.full else State.EMPTY
    ring = look.frame is Frame.RING
    return Sign(
        box, state, Method.DRAWING, ("◉" if ring else "☒") if look.full else "○" if ring else "☐", _SURE
    )


def over_boxes(drawn: Drawing, words: Sequence[Word], icons: Sequence[Sign]) -> tuple[Small, ...]:
    """The small pictures that are no boxes, and lie over one: drawn, a character, or a picture as well."""
    known = [icon.box for icon in icons]
    places = known + [shape.box for shape in drawn.shapes if _is_outline(shape)]
    places += [word.box for word in words if is_empty_box(word)]
    places += [_around(rule) for rule in drawn.rules if rule.length <= _MOST_BOX]
    rest = [one for one in drawn.small[:_MOST] if one.box not in known and not one.covered]
    return tuple(one for one in rest if any(share_middle(one.box, box) for box in places))


def _is_outline(shape: Shape) -> bool:
    return shape.stroked and (shape.upright or shape.closed) and _is_sized(shape.box)


def _is_lined(box: Box, lines: Sequence[Box]) -> bool:
    return any(share_middle(box, line) for line in lines)


def _around(rule: Rule) -> Box:
    """The box that a rule may be the middle or a side of."""
    half = rule.length / 2
    if rule.way is Way.ACROSS:
        return (rule.start, rule.at - half, rule.end, rule.at + half)
    return (rule.at - half, rule.start, rule.at + half, rule.end)


def stain(sheet: Sheet, one: Small) -> Shape | None:
    """What a picture over a box shows, as one area, or None where it shows nothing, or an empty box."""
    ink = _ink(sheet, one)
    if ink is None or _is_empty(sheet, one.box):
        return None
    x0, top, x1, bottom = ink
    # The way from corner to corner stands for whatever it is.
    return Shape(ink, False, False, dark=True, points=((x0, top), (x1, bottom)))


def _is_empty(sheet: Sheet, box: Box) -> bool:
    look = _seen(sheet, box)
    return _is_sized(box) and look.frame is not None and not look.full


def _ink(sheet: Sheet, one: Small) -> Box | None:
    """Where a picture is not white, or None where there is hardly any ink."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(sheet.document, sheet.page, one.item)
    if not bitmap:
        return None
    try:
        return _inked(bitmap, one.box)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _inked(bitmap: object, box: Box) -> Box | None:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA or width * height > _MOST_PIXELS:
        return None
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    dark = [
        (x, y)
        for y, x in product(range(height), range(width))
        if _darkness(data[y * stride + 4 * x : y * stride + 4 * x + 4]) > _INK
    ]
    if len(dark) < _LEAST_INK * width * height:
        return None
    across, down = (box[2] - box[0]) / width, (box[3] - box[1]) / height
    return (
        box[0] + min(x for x, _ in dark) * across,
        box[1] + min(y for _, y in dark) * down,
        box[0] + (max(x for x, _ in dark) + 1) * across,
        box[1] + (max(y for _, y in dark) + 1) * down,
    )


def _darkness(pixel: bytes) -> float:
    """How much darker than white paper a pixel makes it, of 255."""
    return (255 - min(pixel[:3])) * pixel[3] / 255


def without_icons(signs: Sequence[Sign], icons: Sequence[Sign]) -> list[Sign]:
    """All boxes, but for those drawn where a picture is one already: the picture shows what is drawn too."""
    return [*icons, *(sign for sign in signs if not any(holds(one.box, *middle(sign.box)) for one in icons))]
