"""What the line of a list, an option or a place to write on begins with."""

from __future__ import annotations

import re

from parsers.document import Mark, Text
from parsers.pdf.text.lines import Line

BULLET = re.compile(r"[•·●▪■◦‣∙○➢➤✓\uf0b7\uf0a7\uf0d8\uf076]\s|[•·▪◦‣\uf0b7\uf0a7]")
DASHED = re.compile(r"[-–—*]\s")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NUMBER = re.compile(r"(?:[^\w\s]\s*)?\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})[.)]|[A-Za-z\d] [-–]")
LEADER = re.compile(r"[._…]{3,}|…{2,}")
"""Dots or a line to write on."""

_ITEM = r"(?:[A-ZÀ-Ù«“(]|(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:[.)]|\s[-–]\s))"
TYPED = re.compile(
    rf"[xXvV](?:\s{_ITEM}|[A-ZÀ-Ù][a-zà-ù])|(?:[xv]|X(?![CDILMVX]+\b))[A-ZÀ-Ù]|[×✓✔✗✘√*]\s?{_ITEM}"
)
"""An option whose box was replaced by a typed mark, ``XPA`` without a blank, but not ``XIV``, a number."""


def is_number(text: str) -> bool:
    """Whether a text is a list's number alone, behind its box perhaps: "c)", "☐ 3.", "IV)"."""
    return _NUMBER.fullmatch(text) is not None


def ends_in_number(line: Line) -> bool:
    """Whether a line ends with a box and the number of its option, whose words stand on the next line."""
    if len(line.inlines) < 2 or not isinstance(line.inlines[-2], Mark):
        return False
    number = line.inlines[-1]
    return isinstance(number, Text) and is_number(number.text.strip())


def is_item(line: Line) -> bool:
    """Whether a line is an option, or the place to write on under one."""
    return (
        line.marked
        or line.tailed
        or TYPED.match(line.text) is not None
        or LEADER.match(line.text) is not None
    )


def is_bulleted(line: Line) -> bool:
    """Whether a line is the first of an item of a list."""
    return any(kind.match(line.text) for kind in (BULLET, DASHED, NUMBERED))


def begins_item(first: Line, line: Line) -> bool:
    """Whether a line begins an item of a list, or is the heading below one.

    Dashes and numbers count where the paragraph has one too.
    """
    heading = first.marked and line.text[:1].isupper() and line.text[-1:] == ":"
    if heading or BULLET.match(line.text):
        return True
    return any(kind.match(line.text) and kind.match(first.text) for kind in (DASHED, NUMBERED))
