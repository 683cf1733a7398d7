"""Where in a Word document something stands: paragraphs, tables, rows and cells as people count them."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.document import Place


@dataclass(slots=True)
class Spot:
    """Where blocks are being read, with its counters."""

    table: str | None = None
    row: int | None = None
    cell: int | None = None
    fixed: Place | None = None
    """The place of all that stands here: a cell's, or for a text box its anchor's."""
    apart: bool = False
    """Whether it is a text box."""
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self) -> Place:
        """The place of the next paragraph."""
        if self.table is not None and self.fixed is None:
            self.fixed = Place(self.table, self.row, self.cell)
        if self.fixed is not None:
            return self.fixed
        self.paragraphs += 1
        return Place(paragraph=self.paragraphs)

    def next_table(self) -> str:
        """The path of the next table."""
        self.tables += 1
        if self.table is not None:
            return f"{self.table}.{self.row}.{self.cell}/{self.tables}"
        if self.fixed is not None:
            return f"p{self.fixed.paragraph}/{self.tables}"
        return str(self.tables)

    def box(self, place: Place) -> Spot:
        """The spot inside a text box that is anchored at that place."""
        return Spot(place.table, place.row, place.cell, place, apart=True)
