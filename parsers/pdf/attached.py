"""Files that are attached to a PDF, and the PDF inside a portfolio: a PDF that is only their folder."""

from __future__ import annotations

import ctypes
import re

import pypdfium2.raw as pdfium

from parsers.errors import UnsupportedType
from parsers.pdf.parts import Parts, attached

_MOST_NAMED = 10
_LONGEST = 80
_COLLECTION = re.compile(rb"/Collection\s*+(?:<<|\d)")


def names(document: object) -> str:
    """The names of the files that are attached, joined by commas, or ``""`` where there is none."""
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    found = [_name(document, at) for at in range(min(count, _MOST_NAMED))]
    return ", ".join([name or "…" for name in found] + ["…"] * (count > _MOST_NAMED))


def _name(document: object, at: int) -> str:
    attachment = pdfium.FPDFDoc_GetAttachment(document, at)
    length = pdfium.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
    if not 0 < length <= 4096:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, _WIDE), length)
    name = buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
    return "".join(char if char.isprintable() else " " for char in name)[:_LONGEST]


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def is_portfolio(parts: Parts) -> bool:
    """Whether a PDF is a folder of files, and its pages only say so."""
    return any(_COLLECTION.search(text) for text in parts.plain)


def only_pdf(data: bytes) -> bytes:
    """The PDF in a portfolio that holds one. Raises UnsupportedType (``portfolio``) for none or several."""
    found = [one for one in attached(data) if b"%PDF-" in one[:1024]]
    if len(found) != 1:
        raise UnsupportedType("portfolio")
    return found[0]
