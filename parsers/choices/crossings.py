"""Groups whose boxes stand where a row crosses a column: options down and groups across, or the other way.

One label then serves several groups, and a box belongs to the option of its row and the group of its
column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parsers.finding.anchors import Role
from parsers.finding.govern import Headings
from parsers.finding.matches import Match
from parsers.form import Form
from parsers.layout import MARK, Layout, Line, Spot
from parsers.lexicon import NO, YES
from parsers.marks import typed

ENOUGH = 0.6
"""What share of the options a table holds has to have a crossing."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A group read where rows cross columns."""

    cells: tuple[tuple[Match, tuple[Line, ...]], ...]
    """Its options in reading order, each with the lines of the cell that is its box."""
    others: tuple[Line, ...]
    """What else stands in the group's column or row: the boxes of options that people added."""

    @property
    def matches(self) -> tuple[Match, ...]:
        """The options found."""
        return tuple(match for match, _ in self.cells)


def crossings(
    form: Form, layout: Layout, candidates: Iterable[Match], chained: Iterable[Match], headings: Headings
) -> Mapping[str, Crossing]:
    """The groups that stand so, by field. `chained` holds the labels that were found."""
    if not layout.tables:
        return {}
    heads = _heads(form, layout, chained)
    places: dict[str, list[tuple[Match, Spot]]] = {field: [] for field in heads}
    for match in candidates:
        head = heads.get(match.anchor.fields[0]) if match.anchor.role is Role.OPTION else None
        spot = layout.lines[match.spans[0].line].spot if head is not None else None
        if head is not None and spot is not None and spot.table == head.table and spot is not head:
            places[match.anchor.fields[0]].append((match, spot))
    found = {
        field: crossing
        for field, labels in places.items()
        if len(labels) > 1 and (crossing := _crossing(field, labels, heads, layout, headings)) is not None
    }
    if not any(_filled(crossing) for crossing in found.values()):
        return {}
    # A group that ticks nothing still shares its labels with one that does.
    labels = {match.spans for one in found.values() if _filled(one) for match in one.matches}
    return {
        field: one
        for field, one in found.items()
        if _filled(one) or any(match.spans in labels for match in one.matches)
    }


def _heads(form: Form, layout: Layout, chained: Iterable[Match]) -> dict[str, Spot]:
    """The cells of the choice fields' labels."""
    heads: dict[str, Spot] = {}
    for match in chained:
        spot = layout.lines[match.spans[0].line].spot
        field = match.anchor.fields[0] if match.anchor.fields else ""
        if match.anchor.role is Role.LABEL and field and form.field(field).options and spot is not None:
            heads.setdefault(field, spot)
    return heads


def _crossing(
    field: str,
    labels: list[tuple[Match, Spot]],
    heads: Mapping[str, Spot],
    layout: Layout,
    headings: Headings,
) -> Crossing | None:
    """The group's boxes, or None where its options do not stand across from its label."""
    head = heads[field]
    # What stands above the group's own label governs nothing below it any more.
    others = [
        spot
        for name, spot in heads.items()
        if name != field and spot.table == head.table and spot.row >= head.row
    ]
    cells: dict[str | None, tuple[Match, tuple[Line, ...]]] = {}
    taken: set[int] = set()
    used: set[Spot] = set()
    for match, spot in labels:
        crossed = _crossed(head, spot, layout)
        if crossed is None or crossed in used or _holds_marks(spot, layout) or _under(spot, others):
            continue
        lines = layout.by_spot.get(crossed, ())
        if not lines or not all(map(_is_box, lines)) or match.anchor.option in cells:
            continue
        rule = headings.governing(lines[0], 0)
        if rule is not None and field in rule.heading.anchor.fields:
            cells[match.anchor.option] = match, lines
            used.add(crossed)
            taken.update(line.index for line in lines)
    options = {match.anchor.option for match, _ in labels}
    if len(cells) < 2 or len(cells) < ENOUGH * len(options):
        return None
    return Crossing(tuple(cells.values()), tuple(_further(field, head, taken, layout, headings)))


def _further(field: str, head: Spot, taken: set[int], layout: Layout, headings: Headings) -> Iterable[Line]:
    """Lines in the group's own column or row that are no option's box."""
    for spot in layout.tables[head.table]:
        if spot is head or not (_same_columns(spot, head) or _same_rows(spot, head)):
            continue
        for line in layout.by_spot.get(spot, ()):
            rule = headings.governing(line, 0) if line.text.strip() and line.index not in taken else None
            if rule is not None and field in rule.heading.anchor.fields and _is_box(line):
                yield line


def _crossed(head: Spot, label: Spot, layout: Layout) -> Spot | None:
    """The cell where a label's row crosses its group's column, or its column the group's row below it."""
    if _same_columns(head, label):
        return None
    if head.last_row < label.row:
        return _cell(layout, label, head)
    if label.last_row < head.row:
        return _cell(layout, head, label)
    return None


def _cell(layout: Layout, row: Spot, column: Spot) -> Spot | None:
    """The cell in that row and that column."""
    for spot in layout.tables[row.table]:
        if _same_rows(spot, row) and _same_columns(spot, column) and spot is not row and spot is not column:
            return spot
    return None


def _same_rows(first: Spot, second: Spot) -> bool:
    return first.row <= second.last_row and second.row <= first.last_row


def _same_columns(first: Spot, second: Spot) -> bool:
    return first.column <= second.last_column and second.column <= first.last_column


def _under(label: Spot, heads: Iterable[Spot]) -> bool:
    """Whether a label stands below another group's label: then it is that group's."""
    return any(_same_columns(label, head) and head.last_row < label.row for head in heads)


def _holds_marks(spot: Spot, layout: Layout) -> bool:
    return any(line.marks for line in layout.by_spot.get(spot, ()))


def _is_box(line: Line) -> bool:
    """Whether a line holds a mark, or nothing: words may follow the mark."""
    text = line.text.strip()
    if not line.key or text[:1] == MARK or line.key in YES or line.key in NO:
        return True
    return typed(text.replace(MARK, " ")) is not None or typed(text.split()[0]) is not None


def _filled(crossing: Crossing) -> bool:
    """Whether something stands in one of the cells."""
    return any(line.text.strip() for _, lines in crossing.cells for line in lines)
