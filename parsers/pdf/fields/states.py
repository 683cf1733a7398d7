"""Whether a box of an interactive form is on: by what it shows, and by what its field says.

What a box shows has the last word; where the field says otherwise a person must look.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_OFF = "Off"
_DENIALS = frozenset(("off", "false", "no", "0", "n", "none", "null", ""))
"""Names that a program without knowledge of a box's own states writes for a box that is off."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a box says of itself."""

    shown: str
    """The state that it is shown in, or nothing."""
    value: str
    """The value of its field, where box and field are one."""
    faces: bool
    """Whether it has pictures of its states."""


def facts(annotation: object) -> Facts:
    """What a box says, as the file has it: the library changes it where it draws the box."""
    faces = bool(pdfium.FPDFAnnot_HasKey(annotation, b"AP"))
    return Facts(string(annotation, b"AS"), string(annotation, b"V"), faces)


def state(handle: object, annotation: object, said: Facts) -> tuple[bool, str]:
    """Whether the box is on, and what contradicts that, else ``""``. It is in no certain state afterwards."""
    if not said.shown:
        return _by_value(annotation, said.value, said.faces)
    known = not said.faces or _is_known(handle, annotation, said.shown)
    ticked = said.shown != _OFF and (known or said.shown.strip().casefold() not in _DENIALS)
    if ticked and not known:
        return ticked, f"box shows no {said.shown}"
    if ticked and not said.faces and said.shown.casefold() in ("off", "false"):
        return False, f"box {said.shown}"
    if said.shown == said.value:
        # Some programs leave the picture of a tick to the viewer.
        return ticked, ""
    return ticked, _conflict(handle, annotation, ticked, said.value, said.faces)


def _by_value(annotation: object, value: str, faces: bool) -> tuple[bool, str]:
    """The state of a box that does not say which of its faces it shows."""
    up = bool(pdfium.FPDFAnnot_HasKey(annotation, b"Parent"))
    if not faces:
        return bool(value) and value != _OFF, "no state" if up and not value else ""
    if _is_chosen(annotation):
        return True, ""
    if not value or value == _OFF or value.strip().casefold() in _DENIALS:
        return False, ""
    # Where both faces look the same, or there is none for that value.
    return True, "" if _face(annotation, value) else f"box shows no {value}"


def _conflict(handle: object, annotation: object, ticked: bool, value: str, faces: bool) -> str:
    """Where the field's value says something else than the box shows."""
    if value and pdfium.FPDFAnnot_GetFormControlCount(handle, annotation) == 1:
        says = value != _OFF and (not faces or _is_chosen(annotation) or bool(_face(annotation, value)))
        return "" if says == ticked else f"box {'on' if ticked else 'off'}, value {value}"
    if ticked or not faces or not pdfium.FPDFAnnot_HasKey(annotation, b"Parent"):
        return ""
    return "box off, value on" if _is_chosen(annotation) else ""


def _is_known(handle: object, annotation: object, shown: str) -> bool:
    """Whether the state that the box is in has a face, as far as its other state has one."""
    if shown == _OFF or _shown_face(annotation):
        return True
    other = asked(pdfium.FPDFAnnot_GetFormFieldExportValue, handle, annotation)
    return other == shown or not _face(annotation, other)


def _is_chosen(annotation: object) -> bool:
    """Whether the field's value, its own or its parent's, is the state of this box that is not off.

    The library does not give a parent's value; but for a box in no state it takes the face that the
    value names.
    """
    return _face(annotation, "") != _face(annotation, _OFF)


def _face(annotation: object, name: str) -> str:
    """The picture of the box in a state, as its operators. The box is in that state afterwards."""
    wide = ctypes.create_string_buffer(name.encode("utf-16-le") + b"\0\0")
    pdfium.FPDFAnnot_SetStringValue(annotation, b"AS", ctypes.cast(wide, _WIDE))
    return _shown_face(annotation)


def _shown_face(annotation: object) -> str:
    def ask(_: object, annotation: object, buffer: object, length: int) -> int:
        return int(
            pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, buffer, length)
        )

    return asked(ask, None, annotation)


def string(annotation: object, key: bytes) -> str:
    """A name or string of an annotation's own."""

    def ask(_: object, annotation: object, buffer: object, length: int) -> int:
        return int(pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length))

    return asked(ask, None, annotation)


def asked(ask: Callable[[object, object, object, int], int], handle: object, annotation: object) -> str:
    """What the library answers with a text in a buffer of ours."""
    length = ask(handle, annotation, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(handle, annotation, ctypes.cast(buffer, _WIDE), length)
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]


_WIDE = ctypes.POINTER(ctypes.c_ushort)
