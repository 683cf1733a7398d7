"""What a PDF carries beside its pages: forms of another technique (XFA), signatures, attached files."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium
from lxml import etree

from parsers.document import Note
from parsers.pdf.attached import names
from parsers.pdf.objects import Kind, Page

_MOST_DATA = 4_000_000
"""Bytes of a form's own data; a larger one is not compared."""

_SPELLING = re.compile(r"LibreOffice (\d{1,2})\.(\d{1,2})")
_LONGEST_NAME = 200
"""Bytes."""

_WAITING = 120
"""Words on a page that only asks to be opened in another program, at most."""


def has_xfa(document: object) -> bool:
    """Whether the file holds a form in XFA, beside its pages or instead of them."""
    return pdfium.FPDF_GetFormType(document) in (
        pdfium.FORMTYPE_XFA_FULL,
        pdfium.FORMTYPE_XFA_FOREGROUND,
    )


def spells_out(document: object) -> bool:
    """Whether the program that made the file says what each sign stands for where its font draws them alike.

    LibreOffice does, since 6.1.
    """
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    length = pdfium.FPDF_GetMetaText(document, b"Producer", buffer, _LONGEST_NAME)
    version = _SPELLING.match(buffer.raw[: max(length, 0)].decode("utf-16-le", "replace"))
    return version is not None and (int(version[1]), int(version[2])) >= (6, 1)


def is_stand_in(pages: Sequence[Page]) -> bool:
    """Whether the pages of an XFA form only say that another program is needed."""
    fields = any(page.entries for page in pages)
    return not fields and sum(len(page.words) for page in pages) <= _WAITING


def notes(document: object, xfa: bytes, pages: Sequence[Page]) -> tuple[Note, ...]:
    """What to say of the file for what it carries."""
    found = [Note("signature-not-verified")] if _is_signed(document) else []
    if attachments := names(document):
        found.append(Note("unexpected-content", "attachment", attachments))
    if xfa and _differs(xfa, pages):
        found.append(Note("low-confidence", "xfa"))
    return tuple(found)


def _is_signed(document: object) -> bool:
    """Whether a field for signatures holds one."""
    count = max(pdfium.FPDF_GetSignatureCount(document), 0)
    return any(
        pdfium.FPDFSignatureObj_GetContents(pdfium.FPDF_GetSignatureObject(document, at), None, 0) > 0
        for at in range(min(count, 100))
    )


def datasets(document: object) -> bytes:
    """The XFA form's data, or nothing."""
    for at in range(min(max(pdfium.FPDF_GetXFAPacketCount(document), 0), 100)):
        name = ctypes.create_string_buffer(64)
        pdfium.FPDF_GetXFAPacketName(document, at, name, 64)
        if name.value != b"datasets":
            continue
        length = ctypes.c_ulong()
        pdfium.FPDF_GetXFAPacketContent(document, at, None, 0, length)
        if 0 < length.value <= _MOST_DATA:
            buffer = ctypes.create_string_buffer(length.value)
            pdfium.FPDF_GetXFAPacketContent(document, at, buffer, length.value, length)
            return buffer.raw
    return b""


def _differs(xfa: bytes, pages: Sequence[Page]) -> bool:
    """Whether a text in the pages' fields is not among the XFA form's, which has others."""
    texts = {_bare(entry.value) for page in pages for entry in page.entries if entry.kind is Kind.TEXT}
    data = {_bare(text) for text in _leaves(xfa)}
    return bool(texts - data - {""}) and bool(data - texts - {""})


def _leaves(xfa: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(xfa, parser)
    for element in root.iter() if root is not None else ():
        if isinstance(element.tag, str) and not len(element) and element.text:
            yield element.text


def _bare(text: str) -> str:
    return "".join(text.split())
