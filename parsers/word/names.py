"""The names of WordprocessingML, and how its on/off values read."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element
"""An element of a parsed part."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W16SE = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix, like the others

VAL = W + "val"
VAL14 = W14 + "val"

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


def transitional(data: bytes) -> bytes:
    """A part with the namespaces of the Strict standard renamed to the usual ones."""
    if data[:4].count(b"\0"):
        data = _narrow(data)
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data


def _narrow(data: bytes) -> bytes:
    """A part written with two bytes a character, as UTF-8."""
    little = data.startswith(b"\xff\xfe") or data[1:2] == b"\0"
    text = data.decode("utf-16-le" if little else "utf-16-be", "replace").removeprefix("\ufeff")
    return _DECLARATION.sub("", text, count=1).encode()


def is_on(value: str | None) -> bool:
    """Whether an on/off value is on; an element without a value is."""
    return value is None or value.strip().lower() not in ("0", "false", "off")


def child_of(parent: Element, name: str) -> Element | None:
    """The first child of that name, in half the time that `find` takes: for what every cell is asked."""
    return next(parent.iterchildren(name), None)


def has(parent: Element | None, name: str) -> bool:
    """Whether an on/off element is there and on."""
    child = parent.find(name) if parent is not None else None
    return child is not None and is_on(child.get(VAL))
