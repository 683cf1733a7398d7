"""Optional layers of a PDF that are off: which annotations and fields stand on one, and are not seen.

The library paints by layers and lists annotations without them. So what is off is read from the file's
own words, and an annotation is known again there by its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.file import Sheet
from parsers.pdf.parts import Parts

_MOST = 5_000
"""Annotations on layers that are looked at."""

_SAME = 0.1
"""Up to which the sides of one place differ, in points."""

_REFERENCE = re.compile(rb"(\d{1,10}+)\s++\d++\s++R\b")
_PROPERTIES = re.compile(rb"/OCProperties\s*+(?:(\d{1,10}+)\s++\d++\s++R\b|<<)")
_USUAL = re.compile(rb"/D\s*+(?:(\d{1,10}+)\s++\d++\s++R\b|<<)")
_LIST = rb"\s*+(\[[^\]]*+\]|\d{1,10}+\s++\d++\s++R\b)"
_OFF, _ON, _GROUPS = (re.compile(b"/" + key + _LIST) for key in (b"OFF", b"ON", b"OCGs"))
_ALL_OFF = re.compile(rb"/BaseState\s*+/OFF\b")
_LAYER = re.compile(rb"/OC\s++(\d{1,10}+)\s++\d++\s++R\b")
_RECT = re.compile(rb"/Rect\s*+\[([^\]]*+)\]")
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")


def unseen(parts: Parts) -> tuple[Box, ...]:
    """The places, as the file counts, of the annotations on layers that are off."""
    if not any(b"/OCProperties" in text for text in parts.plain):
        return ()
    bodies = parts.bodies(last=True)
    off = _off(bodies)
    found = []
    for body in bodies.values() if off else ():
        layer = _LAYER.search(body)
        place = _RECT.search(body)
        if layer is not None and place is not None and _is_off(int(layer[1]), off, bodies):
            sides = [float(side) for side in _NUMBER.findall(place[1])[:4]]
            if len(sides) == 4:
                found.append(_box(*sides))
    return tuple(found[:_MOST])


def is_off(sheet: Sheet, annotation: object) -> bool:
    """Whether an annotation of a page stands on a layer that is off."""
    if not sheet.unseen or not pdfium.FPDFAnnot_HasKey(annotation, b"OC"):
        return False
    found = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, found)
    here = _box(found.left, found.bottom, found.right, found.top)
    return any(max(abs(a - b) for a, b in zip(here, box, strict=True)) < _SAME for box in sheet.unseen)


def _box(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A rectangle, whichever two of its corners the file names."""
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _off(bodies: Mapping[int, bytes]) -> frozenset[int]:
    """The layers that are off, by the numbers of their objects."""
    for body in bodies.values():
        said = _PROPERTIES.search(body)
        if said is not None:
            words = bodies.get(int(said[1]), b"") if said[1] else body[said.start() :]
            usual = _USUAL.search(words)
            if usual is None:
                return frozenset()
            setting = bodies.get(int(usual[1]), b"") if usual[1] else words[usual.start() :]
            if _ALL_OFF.search(setting):
                return _listed(_GROUPS, words, bodies) - _listed(_ON, setting, bodies)
            return _listed(_OFF, setting, bodies)
    return frozenset()


def _listed(key: re.Pattern[bytes], words: bytes, bodies: Mapping[int, bytes]) -> frozenset[int]:
    """The numbers in a list, which may be an object of its own."""
    found = key.search(words)
    if found is None:
        return frozenset()
    numbers = [int(number) for number in _REFERENCE.findall(found[1])]
    if not found[1].startswith(b"[") and b"[" in bodies.get(numbers[0], b""):
        numbers = [int(number) for number in _REFERENCE.findall(bodies[numbers[0]])]
    return frozenset(numbers)


def _is_off(layer: int, off: frozenset[int], bodies: Mapping[int, bytes]) -> bool:
    """Whether a layer is off, or all those of a set of layers are."""
    together = _listed(_GROUPS, bodies.get(layer, b""), bodies)
    return layer in off or (bool(together) and together <= off)
