"""A document laid out for matching: its paragraphs in reading order, and what stands beside and above what.

Deleted text and placeholders are set apart; marks and pictures stand in the text as one character each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parsers.document import (
    Aside,
    Block,
    Break,
    Document,
    Emphasis,
    Image,
    Mark,
    Paragraph,
    Place,
    State,
    Table,
    Text,
)
from parsers.keys import extent, key, offsets

MARK = "\x01"
IMAGE = "\x02"


@dataclass(eq=False, slots=True)
class Spot:
    """A cell of a table, with where its table stands. Compared by identity."""

    table: int
    row: int
    column: int
    last_row: int
    last_column: int
    parent: Spot | None
    start: int
    """The index of the first paragraph of the table it lies in."""


@dataclass(eq=False, slots=True)
class Line:
    """A paragraph as the matcher sees it. Compared by identity."""

    index: int
    text: str
    marks: tuple[tuple[int, Mark], ...]
    """Marks with their offsets in the text."""
    images: tuple[tuple[int, Image], ...]
    dress: tuple[tuple[int, int, Emphasis], ...]
    """Stretches of text that carry emphasis: start, end, which."""
    struck: str
    """What tracked changes took out of it."""
    spot: Spot | None
    place: Place
    key: str
    asides: tuple[tuple[int, Aside], ...] = ()
    """Comments and notes with the offsets in the text where it refers to them."""
    apart: bool = False
    """Whether it stands in a frame that floats over the page."""
    title: bool = False
    """Whether it stands in the line of a frame, as its title."""
    _offsets: list[int] | None = field(default=None)

    @property
    def offsets(self) -> list[int]:
        """For every character of the key its offset in the text."""
        if self._offsets is None:
            self._offsets = offsets(self.text)
        return self._offsets

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """From where to where in the text the letters `first` up to `last` of the key stand."""
        if first == 0 and last == len(self.key):
            # A whole line, such as a long note: no need to place every letter.
            return extent(self.text)
        return self.offsets[first], self.offsets[last - 1] + 1

    def emphasis(self, start: int, end: int) -> Emphasis:
        """What the whole stretch carries: the dress that every letter of it has."""
        if not self.dress:
            return Emphasis.NONE
        common: Emphasis | None = None
        covered = 0
        for first, last, dress in self.dress:
            overlap = min(end, last) - max(start, first)
            if overlap > 0 and self.text[max(start, first) : min(end, last)].strip():
                common = dress if common is None else common & dress
                covered += overlap
        bare = len(self.text[start:end].replace(" ", "").replace("\t", ""))
        return common if common is not None and covered >= bare else Emphasis.NONE


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or note with the line and the offset in its text where it is referred to."""

    line: Line
    at: int
    aside: Aside


@dataclass(frozen=True, slots=True)
class Layout:
    """All lines in reading order, and the cells of each table."""

    lines: tuple[Line, ...]
    tables: tuple[tuple[Spot, ...], ...]
    states: frozenset[State]
    """What its marks say, all together."""
    by_spot: Mapping[Spot, tuple[Line, ...]]
    """The lines of each cell itself."""
    remarks: tuple[Remark, ...] = ()
    """The comments and notes in reading order."""
    folds: tuple[tuple[int, float], ...] = ()
    """The sheets that hold two pages, as in the document."""


def lay_out(document: Document) -> Layout:
    """The document laid out for matching."""
    builder = _Builder()
    builder.blocks(document.blocks, None)
    remarks = tuple(Remark(line, at, aside) for line in builder.lines for at, aside in line.asides)
    states = frozenset(mark.state for line in builder.lines for _, mark in line.marks)
    by_spot: dict[Spot, list[Line]] = {}
    for line in builder.lines:
        if line.spot is not None:
            by_spot.setdefault(line.spot, []).append(line)
    return Layout(
        tuple(builder.lines),
        tuple(tuple(spots) for spots in builder.tables),
        states,
        {spot: tuple(lines) for spot, lines in by_spot.items()},
        remarks,
        document.folds,
    )


class _Builder:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[list[Spot]] = []

    def blocks(self, blocks: tuple[Block, ...], spot: Spot | None) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.lines.append(_line(block, len(self.lines), spot))
            else:
                self.table(block, spot)

    def table(self, table: Table, parent: Spot | None) -> None:
        number, start = len(self.tables), len(self.lines)
        spots: list[Spot] = []
        self.tables.append(spots)
        for cell in table.cells:
            spot = Spot(
                number,
                cell.row,
                cell.column,
                cell.row + cell.row_span - 1,
                cell.column + cell.column_span - 1,
                parent,
                start,
            )
            spots.append(spot)
            self.blocks(cell.blocks, spot)


def _line(paragraph: Paragraph, index: int, spot: Spot | None) -> Line:
    parts: list[str] = []
    marks: list[tuple[int, Mark]] = []
    images: list[tuple[int, Image]] = []
    dress: list[tuple[int, int, Emphasis]] = []
    struck: list[str] = []
    asides: list[tuple[int, Aside]] = []
    at = 0
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            piece, emphasis = inline.text, inline.emphasis
            if emphasis is not Emphasis.NONE:
                if Emphasis.DELETED in emphasis:
                    struck.append(piece)
                    continue
                if Emphasis.PLACEHOLDER in emphasis:
                    # It is the program's own "click here": nobody wrote it.
                    piece = ""
                dress.append((at, at + len(piece), emphasis))
        elif isinstance(inline, Mark):
            if inline.emphasis is not Emphasis.NONE and Emphasis.DELETED in inline.emphasis:
                struck.append(inline.raw)
                continue
            marks.append((at, inline))
            piece = MARK
        elif isinstance(inline, Break):
            piece = "\n"
        elif isinstance(inline, Image):
            images.append((at, inline))
            piece = IMAGE
        else:
            asides.append((at, inline))
            piece = ""
        parts.append(piece)
        at += len(piece)
    text = "".join(parts)
    return Line(
        index,
        text,
        tuple(marks),
        tuple(images),
        tuple(dress),
        "".join(struck),
        spot,
        paragraph.place,
        key(text),
        tuple(asides),
        paragraph.apart,
        paragraph.title,
    )


def as_it_stands(lines: Iterable[Line]) -> str:
    """Lines as a person sees them, marks as they look, deleted text in ``[-…-]``."""
    return "\n".join(_shown(line) for line in lines).strip("\n")


def shown(line: Line, start: int, end: int) -> str:
    """A stretch of a line with its marks as they look; pictures are left out."""
    if not line.marks and not line.images:
        return line.text[start:end]
    pieces: list[str] = []
    for at, mark in line.marks:
        if start <= at < end:
            pieces += line.text[start:at], mark.raw
            start = at + 1
    pieces.append(line.text[start:end])
    return "".join(pieces).replace(IMAGE, "")


def _shown(line: Line) -> str:
    text = shown(line, 0, len(line.text))
    return f"[-{line.struck}-]{text}" if line.struck else text
