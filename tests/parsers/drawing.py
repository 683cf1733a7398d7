"""Documents drawn in a few lines of text, for tests of what works on the model alone.

A line is a paragraph; ``a | b`` is a row of cells and rows that follow each other are one table;
``a // b`` inside a cell are two paragraphs, ``\\n`` a line break. Glyphs become marks as a reader makes them.
``^`` alone in a cell: it is merged with the one above; ``<``: with the one to the left.
"""

from __future__ import annotations

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


def draw(text: str) -> Document:
    """The document a drawing stands for."""
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in text.strip("\n").split("\n"):
        if "|" in line:
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            blocks.append(_table(rows, str(len(blocks) + 1)))
            rows = []
        blocks.append(Paragraph(_inlines(line.strip(), Place(paragraph=len(blocks) + 1))))
    if rows:
        blocks.append(_table(rows, str(len(blocks) + 1)))
    return Document("docx", tuple(blocks))


def _table(rows: list[list[str]], name: str) -> Table:
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            right = next((i for i in range(c + 1, len(row)) if row[i] != "<"), len(row))
            down = next(
                (i for i in range(r + 1, len(rows)) if c >= len(rows[i]) or rows[i][c] != "^"), len(rows)
            )
            place = Place(table=name, row=r + 1, cell=c + 1)
            paragraphs = tuple(Paragraph(_inlines(p.strip(), place), place) for p in text.split("//"))
            cells.append(Cell(r, c, down - r, right - c, paragraphs, place))
    return Table(tuple(cells), Place(table=name))


def _inlines(text: str, place: Place) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for index, piece in enumerate(text.replace("\\n", "\n").split("\n")):
        if index:
            inlines.append(Break())
        for count, stretch in enumerate(piece.split(PICTURE)):
            if count:
                inlines.append(Image("picture.png", "image/png", b"picture", place))
            inlines.extend(_marked(stretch, place))
    return tuple(inlines)


def _marked(text: str, place: Place) -> list[Inline]:
    inlines: list[Inline] = []
    at = 0
    for found in find(text):
        inlines += _dressed(text[at : found.start])
        raw = text[found.start : found.end]
        inlines.append(Mark(found.state, found.method, raw, place, boxed=found.boxed))
        at = found.end
    return inlines + _dressed(text[at:])


def _dressed(text: str) -> list[Inline]:
    """Text with ``*bold*`` and ``~struck~`` stretches."""
    inlines: list[Inline] = []
    for index, part in enumerate(text.replace("~", "*~").split("*")):
        struck = part.startswith("~")
        if part.strip("~"):
            dress = Emphasis.STRUCK if struck and index % 2 else Emphasis.BOLD if index % 2 else Emphasis.NONE
            inlines.append(Text(part.lstrip("~"), dress))
    return inlines
