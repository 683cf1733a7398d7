"""ActiveX controls in a Word file: the check boxes, option buttons and entry fields of Forms 2.0.

The state stands in a binary stream of the control's own; the picture beside it may be stale and is
not looked at. [MS-OFORMS] 2.2.5
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from parsers import compound
from parsers.document import Emphasis, Mark, Method, Place, State
from parsers.errors import Unreadable
from parsers.markup import xml
from parsers.package import Package, Relationship
from parsers.word.names import Element, R, W, transitional
from parsers.word.pieces import Piece, Span

AX = "{http://schemas.microsoft.com/office/2006/activeX}"
_RELATIONSHIP = R + "id"

_BOXES = {
    "8BD21D40-EC42-11CE-9E0D-00AA006002F3": "☐☒",
    "8BD21D50-EC42-11CE-9E0D-00AA006002F3": "○◉",
    "8BD21D60-EC42-11CE-9E0D-00AA006002F3": "☐☒",
    "5512D116-5CC6-11CF-8D67-00AA00BDCE1D": "☐☒",
    "5512D118-5CC6-11CF-8D67-00AA00BDCE1D": "○◉",
}
"""Check box, option button and toggle button, and the first two as web pages have them: empty, ticked."""
_ENTRIES = {
    "8BD21D10-EC42-11CE-9E0D-00AA006002F3",
    "8BD21D20-EC42-11CE-9E0D-00AA006002F3",
    "8BD21D30-EC42-11CE-9E0D-00AA006002F3",
    "5512D11A-5CC6-11CF-8D67-00AA00BDCE1D",
    "5512D122-5CC6-11CF-8D67-00AA00BDCE1D",
    "5512D124-5CC6-11CF-8D67-00AA00BDCE1D",
}
"""Text box, list box and combo box; entry fields of web pages."""
_LABEL = "978C9E23-D4B0-11CE-BF2D-00AA003F40D0"
_NAMES = {
    "forms.checkbox.1": "8BD21D40-EC42-11CE-9E0D-00AA006002F3",
    "forms.optionbutton.1": "8BD21D50-EC42-11CE-9E0D-00AA006002F3",
    "forms.togglebutton.1": "8BD21D60-EC42-11CE-9E0D-00AA006002F3",
    "forms.textbox.1": "8BD21D10-EC42-11CE-9E0D-00AA006002F3",
    "forms.listbox.1": "8BD21D20-EC42-11CE-9E0D-00AA006002F3",
    "forms.combobox.1": "8BD21D30-EC42-11CE-9E0D-00AA006002F3",
    "forms.label.1": _LABEL,
    "forms.html:checkbox.1": "5512D116-5CC6-11CF-8D67-00AA00BDCE1D",
    "forms.html:option.1": "5512D118-5CC6-11CF-8D67-00AA00BDCE1D",
}
"""The classes by the names that embedded objects give them."""

_NAMED = re.compile("[A-Za-z]+")
"""The beginning of a control's own name, which Word makes from its class: ``CheckBox1``."""

_SIZES = (4, 4, 4, 4, 1, 1, 1, 1, 0, 2, 4, 2, 2, 2, 2, 2, 1, 1, 1, 0, 1, 1, 4, 4, 4, 4, 4, 2, 2, 2, 0, 0, 4)
"""Bytes that each property of the mask takes in the data block; 0 for those that stand elsewhere."""
_VALUE, _CAPTION, _GROUP, _SIZE = 22, 23, 32, 8
_LABEL_SIZES = (4, 4, 4, 4, 4, 0, 1, 4, 2, 2, 2, 2, 2)
_LABEL_CAPTION = 3
_PACKED = 0x8000_0000
_LONGEST = 65_536
_UNSURE = 0.5
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n"


@dataclass(frozen=True, slots=True)
class Control:
    """A control as it was saved."""

    kind: str
    """Its class, upper case, no braces."""
    value: str | None = None
    """None where its data could not be read."""
    caption: str = ""


def control(element: Element, relationships: Mapping[str, Relationship], package: Package) -> Control | None:
    """The control that a ``w:control`` or ``o:OLEObject`` stands for; None for other objects.

    One whose parts are damaged is known by its name only: the form is still to be read.
    """
    try:
        return _saved(element, relationships, package)
    except Unreadable:
        return _by_name(element)


def _by_name(element: Element) -> Control:
    """A control without its data."""
    named = _NAMED.match(element.get(W + "name", ""))
    return Control(_NAMES.get(f"forms.{named[0].lower()}.1", "") if named is not None else "")


def _saved(element: Element, relationships: Mapping[str, Relationship], package: Package) -> Control | None:
    """The control as its parts say. Raises Unreadable for damaged ones."""
    name = element.get("ProgID", "").lower()
    found = relationships.get(element.get(_RELATIONSHIP, ""))
    data = package.part(found.target) if found is not None and not found.external else None
    if name:
        return _read(_NAMES[name], data or b"") if name in _NAMES else None
    if data is not None and not data.lstrip(_BEFORE_XML).startswith(b"<"):
        # The object of another program, such as a sheet or a formula.
        return None
    if found is None or data is None:
        return _by_name(element)
    root = xml(transitional(data))
    kind = root.get(AX + "classid", "").strip("{} ").upper()
    bag = {one.get(AX + "name", "").lower(): one.get(AX + "value", "") for one in root.iter(AX + "ocxPr")}
    if bag:
        # A form on a web page calls it "checked", Forms 2.0 "value".
        value = bag.get("value", bag.get("checked", ""))
        return Control(kind, value, bag.get("caption", ""))
    stored = {one.id: one for one in package.relationships(found.target)}
    binary = stored.get(root.get(_RELATIONSHIP, ""))
    content = package.part(binary.target) if binary is not None and not binary.external else None
    return _read(kind, content or b"")


def shown(found: Control, place: Place, dress: Emphasis) -> list[Piece]:
    """What stands in the document for a control: its mark and its caption, or what was entered.

    A check box whose state cannot be read is a mark in doubt. Nothing for buttons and pictures.
    """
    caption = [Span(f" {found.caption}", dress.value)] if found.caption.strip() else []
    if found.kind in _BOXES:
        state, sure = _state(found.value)
        sign = _BOXES[found.kind][state is State.TICKED]
        return [Mark(state, Method.ACTIVEX, sign, place, dress, sure), *caption]
    if found.kind == _LABEL:
        return list(caption)
    if found.kind in _ENTRIES and found.value is not None:
        return [Span(found.value.replace("\r\n", "\n").replace("\n", " "), dress.value)]
    return []


def _state(value: str | None) -> tuple[State, float]:
    """A box's state, and how sure it is: a third state and a lost one are in doubt."""
    word = value.strip().casefold() if value is not None else None
    if word in ("1", "-1", "true", "checked"):
        return State.TICKED, 1.0
    if word in ("0", "false"):
        return State.EMPTY, 1.0
    return State.UNSURE, _UNSURE


def _read(kind: str, data: bytes) -> Control:
    """The control of that class from its binary data: a stream, or a compound file that holds one."""
    stream = compound.streams(data).get("contents", b"") if data.startswith(compound.START) else data
    for start in (0, 16):
        # A bare stream has the class before it.
        if stream[start : start + 2] == b"\x00\x02":
            try:
                return _parsed(kind, stream[start : start + _LONGEST])
            except (struct.error, UnicodeDecodeError):
                break
    return Control(kind)


def _parsed(kind: str, data: bytes) -> Control:
    """The value and the caption of a Forms 2.0 control. Raises struct.error where it is cut short."""
    if kind == _LABEL:
        (mask,) = struct.unpack_from("<I", data, 4)
        return Control(kind, "", _label(data, mask))
    (mask,) = struct.unpack_from("<Q", data, 4)
    lengths: dict[int, int] = {}
    at = _fields(data, 12, mask, _SIZES, lengths)
    at += 8 if mask >> _SIZE & 1 else 0
    texts: dict[int, str] = {}
    for number in (_VALUE, _CAPTION, _GROUP):
        texts[number], at = _string(data, at, lengths.get(number, 0))
    return Control(kind, texts[_VALUE], texts[_CAPTION])


def _label(data: bytes, mask: int) -> str:
    """A label's caption: the first text behind its data block."""
    lengths: dict[int, int] = {}
    at = _fields(data, 8, mask, _LABEL_SIZES, lengths)
    return _string(data, at, lengths.get(_LABEL_CAPTION, 0))[0]


def _fields(data: bytes, at: int, mask: int, sizes: tuple[int, ...], found: dict[int, int]) -> int:
    """Reads the data block's four-byte properties into `found`; gives where the next block starts."""
    start = at
    for number, size in enumerate(sizes):
        if not size or not mask >> number & 1:
            continue
        at += -(at - start) % size
        if size == 4:
            (found[number],) = struct.unpack_from("<I", data, at)
        at += size
    return at + -(at - start) % 4


def _string(data: bytes, at: int, length: int) -> tuple[str, int]:
    """A text of that counted length, a byte or two a character, and where the next one starts."""
    size = length & ~_PACKED
    if size > len(data) - at:
        raise struct.error("text beyond the end")
    content = data[at : at + size]
    text = content.decode("latin-1" if length & _PACKED else "utf-16-le")
    return text.rstrip("\0"), at + size + -size % 4
