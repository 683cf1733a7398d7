"""Tables turned over: answers on the left of their labels, or above them; set as the form has them.

A document is turned only where answers are missing, and what it says then is taken only where more
questions have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from parsers.answers import Answers
from parsers.document import Block, Cell, Document, Table
from parsers.finding.align import Alignment
from parsers.finding.anchors import Role
from parsers.finding.matches import Match, Span
from parsers.finding.support import TWICE
from parsers.form import Form
from parsers.layout import Layout, Spot

EVIDENCE = 2
"""How many rows have to begin with an answer and end with a label."""
UPSIDE = 3
"""How many labels have to stand below their answers."""
_WORDS = 2
"""From how many letters on a cell holds words."""


def is_short_of_answers(read: Answers, form: Form) -> bool:
    """Whether a question that is there has no answer while something is left over or misplaced."""
    there = [a for a in read.answers if a.found and form.field(a.field).required and not a.choices]
    return any(not answer.text for answer in there) and any(answer.text for answer in there)


def fuller(read: Answers, turned: Answers) -> Answers:
    """The one that has more answers; the document as it stands where they are alike."""
    counts = [sum(bool(answer.text) for answer in one.answers) for one in (read, turned)]
    return turned if counts[1] > counts[0] else read


def turned(document: Document, layout: Layout, alignment: Alignment) -> Document | None:
    """The document with such tables set right; None where there are none."""
    # A label that the form's order left out is a label all the same.
    labels = [m for m in alignment.candidates if m.anchor.role is Role.LABEL and m.quality >= TWICE]
    kinds = _kinds(layout, (*alignment.chained, *labels))
    rows, upside = _mirrored(layout, kinds), _upside_down(layout, kinds)
    if len(rows) < EVIDENCE:
        rows = frozenset()
    if not rows and not upside:
        return None
    tables = _Tables(rows, upside)
    return replace(document, blocks=tuple(tables.blocks(document.blocks)))


def _kinds(layout: Layout, found: Iterable[Match]) -> dict[Spot, str]:
    """What each cell holds: a ``label``, other words of the form, ``text`` of a person, or nothing."""
    kinds: dict[Spot, str] = {}
    for spot, lines in layout.by_spot.items():
        letters = sum(len(line.key) for line in lines)
        kinds[spot] = "text" if letters >= _WORDS else "form" if any(line.marks for line in lines) else ""
    own: dict[Spot, set[Span]] = {}
    labels: set[Spot] = set()
    for match in found:
        inside = layout.lines[match.spans[0].line].spot
        if inside is not None:
            own.setdefault(inside, set()).update(match.spans)
            if match.anchor.role is Role.LABEL:
                labels.add(inside)
    for cell, spans in own.items():
        label = cell in labels and _holds_nothing_else(layout, cell, spans)
        kinds[cell] = "label" if label else "form"
    return kinds


def _holds_nothing_else(layout: Layout, spot: Spot, spans: Iterable[Span]) -> bool:
    """Whether a cell's words are a label, with its prompt or without, and no answer."""
    lines = layout.by_spot[spot]
    letters = sum(len(line.key) for line in lines)
    own = sum(span.end - span.start for span in spans)
    return letters <= own + 3 and not any(line.marks for line in lines)


def _mirrored(layout: Layout, kinds: Mapping[Spot, str]) -> frozenset[tuple[int, int]]:
    """The rows (table and row) that begin with an answer and end with a label."""
    found: set[tuple[int, int]] = set()
    for number, spots in enumerate(layout.tables):
        rows: dict[int, list[Spot]] = {}
        for spot in spots:
            rows.setdefault(spot.row, []).append(spot)
        for row, cells in rows.items():
            told = [kinds.get(cell, "") for cell in cells]
            one_high = all(cell.row == cell.last_row for cell in cells)
            if one_high and len(cells) > 1 and told[0] in ("text", "form") and told[-1] == "label":
                found.add((number, row))
    return frozenset(found)


def _upside_down(layout: Layout, kinds: Mapping[Spot, str]) -> frozenset[int]:
    """The tables of one column that begin with an answer, end with a label and have them by turns."""
    found: set[int] = set()
    for number, spots in enumerate(layout.tables):
        if len({(spot.column, spot.last_column) for spot in spots}) != 1:
            continue
        told = [kind for kind in (kinds.get(spot, "") for spot in spots) if kind]
        labels = told.count("label")
        if labels >= UPSIDE and told[0] == "text" and told[-1] == "label" and 2 * labels <= len(told) + 1:
            found.add(number)
    return frozenset(found)


class _Tables:
    """Turns tables, which it counts as the layout does: outer ones before those in their cells."""

    def __init__(self, rows: frozenset[tuple[int, int]], upside: frozenset[int]) -> None:
        self._rows, self._upside = rows, upside
        self._count = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks with their tables turned."""
        for block in blocks:
            yield self._table(block) if isinstance(block, Table) else block

    def _table(self, table: Table) -> Table:
        number = self._count
        self._count += 1
        cells = [replace(cell, blocks=tuple(self.blocks(cell.blocks))) for cell in table.cells]
        width = max((cell.column + cell.column_span for cell in cells), default=0)
        height = max((cell.row + cell.row_span for cell in cells), default=0)
        cells = [_to_the_left(c, width) if (number, c.row) in self._rows else c for c in cells]
        if number in self._upside:
            cells = [replace(cell, row=height - cell.row - cell.row_span) for cell in cells]
        return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _to_the_left(cell: Cell, width: int) -> Cell:
    return replace(cell, column=width - cell.column - cell.column_span)
