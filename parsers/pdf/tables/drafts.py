"""Cells, tables and pictures of pages while they are being filled and joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from parsers.document import Box, Paragraph
from parsers.pdf.objects import Picture
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.text.flow import Draft


@dataclass(slots=True)
class CellDraft:
    """A cell that is being filled."""

    cell: GridCell
    page: int
    blocks: list[BlockDraft] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its paragraphs' text, to compare."""
        return "\n".join(
            line.text for block in self.blocks if isinstance(block, Draft) for line in block.lines
        )


@dataclass(slots=True)
class TableDraft:
    """A table that is being filled."""

    box: Box
    page: int
    columns: tuple[float, ...]
    rows: int
    cells: list[CellDraft]
    ruled: bool = True
    """Whether lines part its cells."""


@dataclass(frozen=True, slots=True)
class PictureDraft:
    """A picture in its place."""

    page: int
    number: int
    """Among the page's pictures, from 1."""
    picture: Picture


BlockDraft: TypeAlias = Draft | TableDraft | PictureDraft | Paragraph


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it comes in a page's order: from the top, then from the left."""

    y: float
    x: float
    block: BlockDraft
