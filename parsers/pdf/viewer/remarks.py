"""Notes stuck on a page, and what was said about things added to it, put where they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot

from parsers.document import Aside, AsideKind, Block, Box, Cell, Paragraph, Place, paragraphs_of
from parsers.pdf.objects import middle

_MOST = 500
"""Remarks kept of a file."""


def remark(text: str, page: int, box: Box) -> Aside:
    """A remark as the model has it."""
    return Aside(AsideKind.COMMENT, text, Place(page=page, box=box))


def with_remarks(blocks: tuple[Block, ...], remarks: Sequence[Aside]) -> tuple[Block, ...]:
    """The blocks with each remark at the end of the paragraph nearest to it."""
    paragraphs = list(paragraphs_of(blocks)) if remarks else []
    if not paragraphs:
        return blocks
    by: dict[int, list[Aside]] = {}
    for one in remarks[:_MOST]:
        by.setdefault(id(min(paragraphs, key=lambda known: _away(known, one))), []).append(one)
    return tuple(_rebuilt(blocks, by))


def _away(paragraph: Paragraph, one: Aside) -> tuple[bool, float]:
    box, other = paragraph.place.box, one.place.box
    if paragraph.place.page != one.place.page or box is None or other is None:
        return True, 0.0
    x, y = middle(other)
    return False, hypot(max(box[0] - x, x - box[2], 0.0) / 3, max(box[1] - y, y - box[3], 0.0))


def _rebuilt(blocks: Sequence[Block], by: dict[int, list[Aside]]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            more = by.get(id(block))
            yield block if more is None else replace(block, inlines=(*block.inlines, *more))
        else:
            yield replace(block, cells=tuple(_cell(cell, by) for cell in block.cells))


def _cell(cell: Cell, by: dict[int, list[Aside]]) -> Cell:
    return replace(cell, blocks=tuple(_rebuilt(cell.blocks, by)))
