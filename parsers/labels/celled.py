"""What is drawn like a box and is none: a cell for a digit or round a typed box, a bar of a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from parsers.document import Block, Box, Document, Mark, Method, Paragraph, State, Table, Text
from parsers.pdf.objects import middle

_Spot: TypeAlias = tuple[int | None, int, int]
_Square: TypeAlias = tuple[int | None, int, int, int]
"""A page, two heights and a width, in whole points."""

_LARGEST = 40.0
"""The side of a square round a typed box, in points."""

_SLIM = 1.6
"""So many times as high as wide, or as wide as high, no box is that has no like on its page."""

_ALIKE = 1.5
"""Boxes of one kind differ in width and height by no more than this, in points."""

_FELLOWS = 2
"""So many blank cells of its size at its height make a square one of theirs."""


def without_cells(document: Document) -> Document:
    """The same document without the drawn squares that are cells; only pages have such."""
    if document.kind != "pdf":
        return document
    drawn = [mark for mark in document.marks() if mark.method is Method.DRAWING]
    if not drawn:
        return document
    sizes = Counter(_rounded(mark) for mark in drawn)
    cells = {id(mark) for mark in drawn if _is_slim(mark) and sizes[_rounded(mark)] == 1}
    drawn = [mark for mark in drawn if _may_be_cell(mark)]
    typed = {_spot(mark) for mark in document.marks() if mark.method is Method.TYPED_MARK}
    blank = Counter(_blank_cells(document.blocks))
    cells |= {id(mark) for mark in drawn if _holds(mark, typed) or _is_of_row(mark, blank)}
    return replace(document, blocks=tuple(_kept(document.blocks, cells))) if cells else document


def _is_slim(mark: Mark) -> bool:
    """Whether a box is far from square."""
    wide, high = _size(mark)
    return high > _SLIM * wide or wide > _SLIM * high


def _size(mark: Mark) -> tuple[float, float]:
    box = mark.place.box
    return (box[2] - box[0], box[3] - box[1]) if box is not None else (1.0, 1.0)


def _rounded(mark: Mark) -> tuple[int, int]:
    wide, high = _size(mark)
    return round(wide / _ALIKE), round(high / _ALIKE)


def _may_be_cell(mark: Mark) -> bool:
    return mark.method is Method.DRAWING and mark.state is State.EMPTY and mark.place.box is not None


def _spot(mark: Mark) -> _Spot:
    """The page of a mark and about where its middle is."""
    box = mark.place.box or (0.0, 0.0, 0.0, 0.0)
    x, y = middle(box)
    return mark.place.page, round(x), round(y)


def _holds(mark: Mark, typed: Collection[_Spot]) -> bool:
    """Whether a typed box stands in a square."""
    box = mark.place.box
    if box is None or not typed or max(_size(mark)) > _LARGEST:
        return False
    across, down = range(round(box[0]) + 1, round(box[2])), range(round(box[1]) + 1, round(box[3]))
    return any((mark.place.page, x, y) in typed for x in across for y in down)


def _is_of_row(mark: Mark, blank: Mapping[_Square, int]) -> bool:
    """Whether blank cells of the same size stand at the height of a square."""
    if mark.place.box is None:
        return False
    page, top, bottom, wide = _square(mark.place.page, mark.place.box)
    near = product((-1, 0, 1), repeat=3)
    return sum(blank.get((page, top + a, bottom + b, wide + c), 0) for a, b, c in near) >= _FELLOWS


def _square(page: int | None, box: Box) -> _Square:
    """Where a square is from top to bottom, and how wide."""
    return page, round(box[1]), round(box[3]), round(box[2] - box[0])


def _blank_cells(blocks: Sequence[Block]) -> Iterator[_Square]:
    """Where every cell is that nothing stands in."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if cell.place.box is not None and not any(_is_written(one) for one in cell.blocks):
                    yield _square(cell.place.page, cell.place.box)
                yield from _blank_cells(cell.blocks)


def _is_written(block: Block) -> bool:
    return isinstance(block, Table) or any(
        isinstance(one, Mark) or (isinstance(one, Text) and one.text.strip()) for one in block.inlines
    )


def _kept(blocks: Sequence[Block], cells: Collection[int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            inlines = tuple(one for one in block.inlines if id(one) not in cells)
            yield block if len(inlines) == len(block.inlines) else replace(block, inlines=inlines)
        else:
            held = [replace(cell, blocks=tuple(_kept(cell.blocks, cells))) for cell in block.cells]
            yield replace(block, cells=tuple(held))
