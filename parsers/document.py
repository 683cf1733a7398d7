"""The one model that Word files, PDFs and scans are read into.

It says what stands where, not what it means: no form, field or answer is known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in points, from the top left corner of the page."""


Leaf: TypeAlias = tuple[int, bool]
"""A page: the number of its sheet, from 1, and whether it is the right one of two on that sheet."""


class State(StrEnum):
    """What a box says."""

    EMPTY = "empty"
    TICKED = "ticked"
    UNSURE = "unsure"


class Method(StrEnum):
    """How a value was read; the words of `method` in the program's output."""

    GLYPH = "glyph"
    CONTENT_CONTROL = "content-control"
    LEGACY_FIELD = "legacy-field"
    ACTIVEX = "activex"
    SYMBOL = "symbol"
    TYPED_MARK = "typed-mark"
    EMPHASIS = "emphasis"
    DELETION = "deletion"
    ACROFORM = "acroform"
    DRAWING = "drawing"
    ANNOTATION = "annotation"
    INK = "ink"
    OCR = "ocr"
    TEXT = "text"
    IMAGE = "image"
    NONE = "none"


class Emphasis(Flag):
    """How a stretch of text or a mark is dressed; revisions count as dress."""

    NONE = 0
    BOLD = auto()
    UNDERLINED = auto()
    HIGHLIGHTED = auto()
    COLOURED = auto()
    FAINT = auto()
    """Set in grey, as what does not apply may be."""
    STRUCK = auto()
    INSERTED = auto()
    """Put in by a tracked change: read as part of the text."""
    DELETED = auto()
    """Taken out by a tracked change: kept as evidence, not part of the text."""
    PLACEHOLDER = auto()
    """The program's own "click here to enter text": not an answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Word: `table` (top-level tables counted from 1, a nested one as a path such as
    ``3.2.1/1``), `row` and `cell` (real cells, from 1), or `paragraph` (top-level
    paragraphs, from 1). Pages: `page` (from 1) and `box` (points, from the top left).
    `part` is given only outside the main text: ``header`` or ``footer``.
    """

    table: str | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    page: int | None = None
    box: Box | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text of one dress. A tab is ``\\t``; it holds no line break."""

    text: str
    emphasis: Emphasis = Emphasis.NONE
    box: Box | None = None
    """Where it stands, for pages; the page is the paragraph's."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box found in the document, or a bare tick that stands like one."""

    state: State
    method: Method
    raw: str
    """What it looked like as text (``☒``, ``[x]``); part of the answer when it turns out to be text."""
    place: Place
    emphasis: Emphasis = Emphasis.NONE
    confidence: float = 1.0
    boxed: bool = True
    """False for a bare tick or cross with no box of its own, such as ``✓``."""
    conflict: str = ""
    """What contradicts the state, where something does: ``state 0, text ☒``."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the document, with its bytes as they are stored."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


class AsideKind(StrEnum):
    """What refers from the text to something that stands apart from it."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class Aside:
    """A comment or note, where the text refers to it. It takes no room in the text."""

    kind: AsideKind
    text: str
    """What it says, paragraphs and line breaks as line feeds, marks as they look."""
    place: Place
    """Of the paragraph that refers to it."""
    reach: int = 0
    """How many characters before it a comment is on: text as it is, all else counted as one."""
    wide: bool = False
    """Whether the comment is on more than its paragraph."""
    settled: bool = False
    """Whether the comment was marked as done with, or stands on what a tracked change took out."""
    ticked: bool = False
    """Whether a ticked box stands in it."""


Inline: TypeAlias = Text | Mark | Image | Break | Aside


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of inlines. Empty paragraphs are kept: they part others."""

    inlines: tuple[Inline, ...]
    place: Place = Place()
    apart: bool = False
    """Whether it stands in a frame that floats over the page, such as a text box or a drawn stamp."""
    title: bool = False
    """Whether it stands in the line of a frame, as the title of what is in it: no part of an answer."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's grid: row and column from 0, spans from 1. A cell merged down stands once."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: tuple[Block, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order (by row, then column)."""

    cells: tuple[Cell, ...]
    place: Place = Place()


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say of the file as a whole, by finding code (``macros``, ``damaged`` …)."""

    code: str
    detail: str = ""
    text: str = ""
    """What it is about, where that has a name."""


@dataclass(frozen=True, slots=True)
class Margin:
    """A page header or footer, which is the same on many pages and stands here once."""

    kind: str
    """``header`` or ``footer``."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found: blocks in reading order."""

    kind: str
    """``docx`` or ``pdf``."""
    blocks: tuple[Block, ...]
    pages: int | None = None
    """How many pages, for paged kinds."""
    notes: tuple[Note, ...] = ()
    margins: tuple[Margin, ...] = ()
    """Headers and footers, each once, where the reader tells them from the main text."""
    folds: tuple[tuple[int, float], ...] = ()
    """The sheets that hold two pages side by side: their numbers, and where the right one begins."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those in cells included."""
        return paragraphs_of(self.blocks)

    def marks(self) -> Iterator[Mark]:
        """Every mark in reading order, deleted ones included."""
        for paragraph in self.paragraphs():
            for inline in paragraph.inlines:
                if isinstance(inline, Mark):
                    yield inline


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph of these blocks in reading order, those in cells included."""
    found: list[Paragraph] = []
    _gather(blocks, found)
    return iter(found)


def _gather(blocks: Iterable[Block], found: list[Paragraph]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for cell in block.cells:
                _gather(cell.blocks, found)
