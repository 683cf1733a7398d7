"""A document as labels are sought in it: lines of marks and the texts between them, in cells or not.

It leaves out what is not shown (deleted text, prompts to click on) and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from parsers.document import (
    Block,
    Box,
    Break,
    Cell,
    Document,
    Emphasis,
    Inline,
    Mark,
    Method,
    Paragraph,
    Place,
    Text,
)
from parsers.pdf.objects import middle

_FARTHER = 1.6
"""By how much the words before a box must be farther from it than those behind."""

_LEAST = 1.5
"""They are so much farther at least, in points."""

_NOT_SHOWN = Emphasis.DELETED | Emphasis.PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `texts` has one more member than `marks`, the text before each mark and after the last.

    A line break inside the paragraph is a line feed.
    """

    marks: tuple[Mark, ...]
    texts: tuple[str, ...]
    place: Place

    @property
    def alone(self) -> bool:
        """Whether nothing but marks is there."""
        return bool(self.marks) and not any(text.strip() for text in self.texts)

    @property
    def blank(self) -> bool:
        """Whether nothing is there."""
        return not self.marks and not self.texts[0].strip()

    @property
    def words(self) -> str:
        """All its text."""
        return "".join(self.texts)

    def starts_with_box(self) -> bool:
        """Whether the first thing in it is a box."""
        return bool(self.marks) and self.marks[0].boxed and not self.texts[0].strip()


@dataclass(frozen=True, slots=True)
class FrameCell:
    """A cell with what stands in it."""

    cell: Cell
    blocks: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's cells in reading order."""

    cells: tuple[FrameCell, ...]


Piece: TypeAlias = int | Frame
"""The number of a line, or a table."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines in reading order, and how they stand in tables."""

    lines: tuple[Line, ...]
    blocks: tuple[Piece, ...]


def outline(document: Document) -> Outline:
    """The lines of a document and its tables."""
    lines: list[Line] = []
    blocks = tuple(_pieces(document.blocks, lines))
    return Outline(tuple(lines), blocks)


def _pieces(blocks: Sequence[Block], lines: list[Line]) -> Iterator[Piece]:
    """The blocks as pieces; their lines are added to `lines`."""
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(_line(block))
            yield len(lines) - 1
        else:
            yield Frame(tuple(FrameCell(cell, tuple(_pieces(cell.blocks, lines))) for cell in block.cells))


def _line(paragraph: Paragraph) -> Line:
    """A paragraph's marks and the texts between them."""
    marks: list[Mark] = []
    texts: list[list[str]] = [[]]
    for inline in _with_sides(paragraph.inlines):
        if isinstance(inline, Break):
            texts[-1].append("\n")
        elif isinstance(inline, Text) and not inline.emphasis & _NOT_SHOWN:
            texts[-1].append(inline.text)
        elif isinstance(inline, Mark) and not inline.emphasis & Emphasis.DELETED:
            # A circle that is set round the blank before it leaves that blank.
            texts[-1].append(inline.raw[: len(inline.raw) - len(inline.raw.lstrip())])
            marks.append(inline)
            texts.append([])
    return Line(tuple(marks), tuple("".join(parts) for parts in texts), paragraph.place)


def _with_sides(inlines: Sequence[Inline]) -> Sequence[Inline]:
    """The inlines with one blank more before a box on a page that is clearly nearer to the words behind it.

    A box nearer to those before says nothing: many a sign has a blank of its own at its right.
    """
    found = list(inlines)
    for at, one in enumerate(inlines):
        text = inlines[at - 1] if at else None
        if not isinstance(one, Mark) or one.place.box is None or not isinstance(text, Text):
            continue
        before, behind = _gap(reversed(inlines[:at]), one.place.box), _gap(inlines[at + 1 :], one.place.box)
        if before is not None and behind is not None and before > max(_FARTHER * behind, behind + _LEAST):
            found[at - 1] = replace(text, text=text.text + " ")
    return found


def _gap(beside: Iterable[Inline], box: Box) -> float | None:
    """How far the words beside a box are, in points; nothing where none stand on its line."""
    for one in beside:
        if not isinstance(one, Text):
            return None
        if one.text.strip():
            level = one.box is not None and one.box[1] <= middle(box)[1] <= one.box[3]
            return max(one.box[0] - box[2], box[0] - one.box[2]) if one.box is not None and level else None
    return None


WRITTEN = frozenset((Method.GLYPH, Method.SYMBOL, Method.TYPED_MARK))
"""Marks that are characters; controls, fields, drawings and the like are not."""


def without(line: Line, dropped: Sequence[bool]) -> Line:
    """The line with the marks that are `dropped` as the text they were written in."""
    marks: list[Mark] = []
    texts = [line.texts[0]]
    for mark, text, drop in zip(line.marks, line.texts[1:], dropped, strict=True):
        if drop:
            texts[-1] += (mark.raw if mark.method in WRITTEN else "") + text
        else:
            marks.append(mark)
            texts.append(text)
    return Line(tuple(marks), tuple(texts), line.place)
