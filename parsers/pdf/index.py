"""Whether a PDF's references hold: its table of contents, and what its objects say of each other.

The library takes a missing object for nothing at all, and says nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.pdf.parts import Parts

_TABLE = re.compile(rb"(?<!start)xref\s++((?:\d{1,10}+ \d{1,10}+\s++(?:\d{10} \d{5} [nf]\s*+)++)++)")
_SECTION = re.compile(rb"(\d{1,10}+) \d{1,10}+\s++((?:\d{10} \d{5} [nf]\s*+)++)")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10}+)\s++\d++\s++R\b")
_OBJECT = re.compile(rb"\d\s++obj\b")
_NAMED = re.compile(rb"/(\w++)\s*+\[?\s*+(\d{1,10}+)\s++\d++\s++R\b")
_HARMLESS = (b"Encoding", b"Fields", b"Parent", b"P", b"Dest", b"D", b"StructParent", b"Metadata", b"Info")
"""What may be gone without a loss: real files refer here to what they left out."""


def holds(data: bytes, found: Parts) -> bool:
    """Whether every object that is referred to is there, and where the table of contents says."""
    referred = {number for text in found.plain for number in _REFERENCE.findall(text)}
    known = {b"%d" % number for number in found.numbers()}
    lost = {number for number in referred - known if number.lstrip(b"0")}
    if lost and any(_misses(text, lost) for text in found.plain):
        return False
    if any(_is_broken(text) for text in found.plain):
        return False
    return not any(number in referred for number in _misplaced(data))


def _misses(text: bytes, lost: set[bytes]) -> bool:
    return any(number in lost and key not in _HARMLESS for key, number in _NAMED.findall(text))


def _is_broken(text: bytes) -> bool:
    """Whether an object without strings, which may hold anything, does not close what it opens."""
    bodies = _OBJECT.split(text)[1:]
    return any(
        body.count(b"<<") != body.count(b">>") or body.count(b"[") != body.count(b"]")
        for body in bodies
        if b"(" not in body and b")" not in body
    )


def _misplaced(data: bytes) -> Iterator[bytes]:
    """The numbers of objects that the table of contents places where they are not."""
    start = max(data.find(b"%PDF-"), 0)
    for table in _TABLE.finditer(data):
        for section in _SECTION.finditer(table[1]):
            for number, entry in enumerate(_ENTRY.finditer(section[2]), int(section[1])):
                place = start + int(entry[1])
                wanted = b"%d" % number
                if entry[2] == b"n" and not data[place : place + 24].lstrip().startswith(wanted + b" "):
                    yield wanted
