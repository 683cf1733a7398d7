"""Documents drawn in a few lines of text, for tests of what works on the model alone.

A line is a paragraph; ``a | b`` is a row of cells and rows that follow each other are one table;
``a // b`` inside a cell are two paragraphs, ``\\n`` a line break, ``\\t`` a tab. Glyphs become marks as a
reader makes them. ``^`` alone in a cell: it is merged with the one above; ``<``: with the one to the left.
``*bold*``, ``~struck~``, ``{_underlined_}``, ``{=highlighted=}``, ``{-deleted-}``, ``{+inserted+}``,
``{?placeholder?}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from parsers.document import (
    Block,
    Break,
    Cell,
    Document,
    Emphasis,
    Image,
    Inline,
    Mark,
    Paragraph,
    Place,
    Table,
    Text,
)
from parsers.marks import find

PICTURE = "{picture}"

Content: TypeAlias = "str | Table | tuple[str | Table, ...]"
"""What a cell holds: paragraphs as text, a table, or several of both."""

_DRESS = {
    "*": Emphasis.BOLD,
    "~": Emphasis.STRUCK,
    "{_": Emphasis.UNDERLINED,
    "{=": Emphasis.HIGHLIGHTED,
    "{-": Emphasis.DELETED,
    "{+": Emphasis.INSERTED,
    "{?": Emphasis.PLACEHOLDER,
}
_DRESSED = re.compile(r"(?P<open>\*|~|\{[_=\-+?])(?P<words>.+?)(?:(?<!\{)[_=\-+?]\}|\*|~)")


def draw(text: str) -> Document:
    """The document a drawing stands for."""
    blocks: list[Block] = []
    rows: list[tuple[Content, ...]] = []
    for line in text.strip("\n").split("\n"):
        if "|" in line:
            rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
            continue
        if rows:
            blocks.append(grid(*rows, name=str(len(blocks) + 1)))
            rows = []
        blocks.append(Paragraph(_inlines(line.strip(), Place(paragraph=len(blocks) + 1))))
    if rows:
        blocks.append(grid(*rows, name=str(len(blocks) + 1)))
    return Document("docx", tuple(blocks))


def drawn(*blocks: Block) -> Document:
    """A document of blocks made one by one."""
    return Document("docx", blocks)


def grid(*rows: tuple[Content, ...], name: str = "1") -> Table:
    """A table of rows of cells."""
    cells = []
    for r, row in enumerate(rows):
        for c, content in enumerate(row):
            if content in ("^", "<"):
                continue
            right = next((i for i in range(c + 1, len(row)) if row[i] != "<"), len(row))
            down = next(
                (i for i in range(r + 1, len(rows)) if c >= len(rows[i]) or rows[i][c] != "^"), len(rows)
            )
            place = Place(table=name, row=r + 1, cell=c + 1)
            cells.append(Cell(r, c, down - r, right - c, tuple(_blocks(content, place)), place))
    return Table(tuple(cells), Place(table=name))


def _blocks(content: Content, place: Place) -> Iterator[Block]:
    for part in content if isinstance(content, tuple) else (content,):
        if isinstance(part, Table):
            yield part
        else:
            yield from (Paragraph(_inlines(text.strip(), place), place) for text in part.split("//"))


def _inlines(text: str, place: Place) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for index, piece in enumerate(text.replace("\\n", "\n").replace("\\t", "\t").split("\n")):
        if index:
            inlines.append(Break())
        for count, stretch in enumerate(piece.split(PICTURE)):
            if count:
                inlines.append(Image("picture.png", "image/png", b"picture", place))
            inlines.extend(_dressed(stretch, place))
    return tuple(inlines)


def _dressed(text: str, place: Place) -> Iterator[Inline]:
    at = 0
    for found in _DRESSED.finditer(text):
        yield from _marked(text[at : found.start()], place, Emphasis.NONE)
        yield from _marked(found["words"], place, _DRESS[found["open"]])
        at = found.end()
    yield from _marked(text[at:], place, Emphasis.NONE)


def _marked(text: str, place: Place, dress: Emphasis) -> Iterator[Inline]:
    at = 0
    for found in find(text):
        if found.start > at:
            yield Text(text[at : found.start], dress)
        raw = text[found.start : found.end]
        yield Mark(found.state, found.method, raw, place, dress, found.confidence, found.boxed)
        at = found.end
    if at < len(text):
        yield Text(text[at:], dress)
