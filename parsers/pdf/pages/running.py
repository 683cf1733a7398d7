"""Headers and footers: the lines and tables that come back at the same place on several pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TypeAlias

from parsers.document import Block, Margin, Paragraph, Place
from parsers.pdf.pages.bare import Bare
from parsers.pdf.tables.grid import Grid
from parsers.pdf.text.flow import Draft
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.paragraphs import paragraph
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tokens import Token

_DIGITS = re.compile(r"\d+")
_MARGIN = 0.16
"""The share of a page's height, at the top and at the bottom, where headers and footers stand."""

_SAME = 3.0
"""How far the same thing may lie apart on two pages, in points."""

_MOST_PAGES = 0.6
"""On this share of the pages, at least, a header or footer stands."""

_MOST_CELLS = 12
"""A table of more cells is no letterhead."""

_Text: TypeAlias = tuple[str, str, tuple[Block, ...]]
"""The margin that something repeated stands in, what it says, and its blocks."""


def without_running(pages: Sequence[Bare]) -> tuple[list[Bare], tuple[Margin, ...]]:
    """The pages without what several of them repeat, and that, each text once.

    Page numbers differ, so figures are not compared.
    """
    again = _again([_lines(page) for page in pages])
    lines = _outermost(pages, again)
    tables = _again([_tables(page) for page in pages])
    if not any(lines) and not any(tables):
        return list(pages), ()
    margins: dict[tuple[str, str], Margin] = {}
    found = []
    for page, gone, lost in zip(pages, lines, tables, strict=True):
        for kind, text, blocks in (*_margin_lines(page, gone), *_margin_tables(page, lost)):
            margins.setdefault((kind, text), Margin(kind, blocks))
        found.append(_without(page, gone, lost))
    return found, tuple(margins.values())


def _lines(page: Bare) -> dict[int, tuple[str, float, float]]:
    """The lines at a page's top and bottom by number: what they say, and where."""
    height = page.page.height
    return {
        at: (_DIGITS.sub("#", one.text), 0.0, one.baseline)
        for at, one in enumerate(page.outside)
        if _in_margin(one.baseline, one.baseline, height)
    }


def _outermost(pages: Sequence[Bare], again: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """Those of the pages' repeated lines that no other line stands between and the page's edge.

    Sentences that come back by chance have the rest of their text around them, or stand on few pages.
    """
    heads, feet = [], []
    for page, repeated in zip(pages, again, strict=True):
        order = sorted(range(len(page.outside)), key=lambda at: page.outside[at].baseline)
        heads.append(frozenset(takewhile(repeated.__contains__, order)))
        feet.append(frozenset(takewhile(repeated.__contains__, reversed(order))))
    return [head | foot for head, foot in zip(_on_most(heads), _on_most(feet), strict=True)]


def _on_most(pages: list[frozenset[int]]) -> list[frozenset[int]]:
    """The pages' lines, or none at all if too few pages have any."""
    return pages if sum(map(bool, pages)) >= _MOST_PAGES * len(pages) else [frozenset()] * len(pages)


def _tables(page: Bare) -> dict[int, tuple[str, float, float]]:
    """The same for tables."""
    found, at = {}, 0
    for number, table in enumerate(page.tables):
        cells = range(at, at + len(table.cells))
        at += len(table.cells)
        if len(cells) <= _MOST_CELLS and _in_margin(table.box[1], table.box[3], page.page.height):
            text = "\n".join(one.text for cell in cells for one in _cell(page, cell))
            if text:
                found[number] = (_DIGITS.sub("#", text), table.box[0], table.box[1])
    return found


def _in_margin(top: float, bottom: float, height: float) -> bool:
    return bottom < _MARGIN * height or top > (1 - _MARGIN) * height


def _cell(page: Bare, cell: int) -> list[Line]:
    return [line(row, page.page.number, page.dress) for row in rows(page.inside[cell])]


def _again(pages: Sequence[dict[int, tuple[str, float, float]]]) -> list[frozenset[int]]:
    """For each page the numbers of the things that another page has at the same place."""
    seen: dict[str, list[tuple[int, float, float]]] = {}
    for at, things in enumerate(pages):
        for text, x, y in things.values():
            seen.setdefault(text, []).append((at, x, y))
    return [
        frozenset(
            number
            for number, (text, x, y) in things.items()
            if any(other != at and abs(u - x) <= _SAME and abs(v - y) <= _SAME for other, u, v in seen[text])
        )
        for at, things in enumerate(pages)
    ]


def _margin_lines(page: Bare, gone: Iterable[int]) -> list[_Text]:
    """The repeated lines with the margin they stand in."""
    found: list[_Text] = []
    for at in sorted(gone):
        one = page.outside[at]
        found.append((_kind(page, one.baseline), _DIGITS.sub("#", one.text), (_paragraph(one),)))
    return found


def _margin_tables(page: Bare, lost: Iterable[int]) -> list[_Text]:
    """The repeated tables as the paragraphs of their cells."""
    found: list[_Text] = []
    for number in sorted(lost):
        first = sum(len(table.cells) for table in page.tables[:number])
        table = page.tables[number]
        lines = [one for at in range(len(table.cells)) for one in _cell(page, first + at)]
        text = _DIGITS.sub("#", "\n".join(one.text for one in lines))
        found.append((_kind(page, table.box[1]), text, tuple(map(_paragraph, lines))))
    return found


def _paragraph(one: Line) -> Paragraph:
    found = paragraph(Draft((one,), one.x1))
    return replace(found, place=Place(page=one.page, box=one.box))


def _kind(page: Bare, y: float) -> str:
    return "header" if y < page.page.height / 2 else "footer"


def _without(page: Bare, gone: frozenset[int], lost: frozenset[int]) -> Bare:
    kept = [at for at in range(len(page.outside)) if at not in gone]
    page = replace(
        page,
        outside=tuple(page.outside[at] for at in kept),
        free=tuple(page.free[at] for at in kept),
    )
    if not lost:
        return page
    tables: list[Grid] = []
    inside: dict[int, list[Token]] = {}
    at = 0
    for number, table in enumerate(page.tables):
        for _ in table.cells:
            if number not in lost:
                inside[len(inside)] = page.inside[at]
            at += 1
        if number not in lost:
            tables.append(table)
    return replace(page, tables=tuple(tables), inside=inside)
