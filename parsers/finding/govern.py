"""Which heading governs a place: the one before it in its line or cell, beside it, above it, or before it.

Headings are the labels, prompts, section titles and notes found in the document. Of a row's heading
and a column's heading the later in reading order governs, since a form's questions come before its answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

from parsers.finding.anchors import Role
from parsers.finding.matches import Match, Span
from parsers.layout import Layout, Line, Spot

Position = tuple[int, int]
"""Line and offset."""
MOST_SHARERS = 3
_JOINT = re.compile(r"\s*(?:\(\d\))?\s*(?:[,/;&+–-]|e|ed|o|and|und|et)\s*")
"""What may stand between labels that ask together."""
CONTINUED = 3
"""Over how many empty cells a label reaches down."""


class Tie(IntEnum):
    """How a heading governs a place, the closest first."""

    LINE = 0
    CELL = 1
    BESIDE = 2
    BEFORE = 3


class Rule(NamedTuple):
    """The heading that governs a place, and how. One is made for every stretch that is asked for."""

    heading: Match
    tie: Tie


class Headings:
    """The headings found in a document, asked for the one that governs a place."""

    def __init__(self, layout: Layout, headings: Iterable[Match]) -> None:
        self._lines = layout.lines
        self._tables = layout.tables
        self._written = layout.by_spot
        self._all = sorted(headings, key=lambda match: match.position)
        self._positions = [match.position for match in self._all]
        self._by_spot: dict[Spot | None, list[Match]] = {}
        for match in self._all:
            self._by_spot.setdefault(layout.lines[match.spans[0].line].spot, []).append(match)
        self._beside: dict[Spot, Match | None] = {}
        self._in_line: dict[int, list[Span]] = {}
        for match in self._all:
            for span in match.spans:
                self._in_line.setdefault(span.line, []).append(span)

    def governing(self, line: Line, offset: int) -> Rule | None:
        """The heading that governs this place, or None where the form has not begun."""
        position = (line.index, offset)
        spot = line.spot
        if spot is not None:
            inside = self._before(self._by_spot.get(spot, ()), position)
            if inside is not None:
                same = inside.spans[-1].line == line.index
                return Rule(inside, Tie.LINE if same else Tie.CELL)
        while spot is not None:
            beside = self._beside_of(spot)
            if beside is not None:
                return Rule(beside, Tie.BESIDE)
            if spot.parent is not None:
                above = self._before(self._by_spot.get(spot.parent, ()), (spot.start, 0))
                if above is not None:
                    return Rule(above, Tie.BESIDE)
            earlier = bisect_left(self._positions, position) - 1
            if earlier >= 0 and self._positions[earlier] >= (spot.start, 0):
                return Rule(self._all[earlier], Tie.BEFORE)
            position = (spot.start, 0)
            spot = spot.parent
        index = bisect_left(self._positions, position) - 1
        if index < 0:
            return None
        heading = self._all[index]
        same = heading.spans[-1].line == line.index
        return Rule(heading, Tie.LINE if same else Tie.BEFORE)

    def sharing(self, rule: Rule) -> tuple[Match, ...]:
        """The labels that share a place with the one that governs it: "Regione e città: …".

        They stand in its line with no more than a joining word between, or together in a cell beside.
        """
        found: list[Match] = []
        heading = rule.heading
        if heading.anchor.role is not Role.LABEL:
            return ()
        at = bisect_left(self._positions, heading.position)
        for before in reversed(self._all[max(0, at - MOST_SHARERS) : at]):
            if before.anchor.role is not Role.LABEL or not self._joins(before, heading, rule.tie):
                break
            if before.anchor.fields != rule.heading.anchor.fields:
                found.append(before)
            heading = before
        return tuple(found)

    def _joins(self, before: Match, heading: Match, tie: Tie) -> bool:
        (line, end), (index, start) = before.end, heading.position
        if line == index:
            return end == start or _JOINT.fullmatch(self._lines[line].text, end, start) is not None
        spot = self._lines[line].spot
        if tie is not Tie.BESIDE or spot is None or self._lines[index].spot is not spot:
            return False
        between = self._lines[line].text[end:] + self._lines[index].text[:start]
        return index == line + 1 and not any(map(str.isalnum, between))

    def in_line(self, line: Line) -> list[Span]:
        """Where headings stand in this line."""
        return self._in_line.get(line.index, [])

    @staticmethod
    def _before(headings: Iterable[Match], position: Position) -> Match | None:
        """The last of these headings, in reading order, before a place."""
        found = None
        for heading in headings:
            if heading.position >= position:
                break
            found = heading
        return found

    def _beside_of(self, spot: Spot) -> Match | None:
        """The last heading, in reading order, of the cells to the left and of those above."""
        if spot not in self._beside:
            left, above = self._before_cell(spot)
            left += [up for other in left if self._is_empty(other) for up in self._continued(other)]
            left = left or self._left_above(spot)
            beside, over = self._last_of(left), self._last_of(above)
            if beside is None or over is None:
                self._beside[spot] = beside or over
            elif self._is_column(over, spot) and self._is_columns_own(beside):
                self._beside[spot] = over
            else:
                self._beside[spot] = max(beside, over, key=lambda match: match.position)
        return self._beside[spot]

    def _before_cell(self, spot: Spot) -> tuple[list[Spot], list[Spot]]:
        """The cells to the left of a cell and those above it. Asked for every cell of a form."""
        row, last_row, column, last_column = spot.row, spot.last_row, spot.column, spot.last_column
        left: list[Spot] = []
        above: list[Spot] = []
        for other in self._tables[spot.table]:
            if other.last_column < column:
                if other.row <= last_row and row <= other.last_row:
                    left.append(other)
            elif other.last_row < row and other.column <= last_column:
                above.append(other)
        return left, above

    def _left_above(self, spot: Spot) -> list[Spot]:
        """The cells to the left in the row above, where a row has none there: as if merged with it."""
        return [
            other
            for other in self._tables[spot.table]
            if other.last_column < spot.column and other.last_row == spot.row - 1
        ]

    def _last_of(self, spots: Iterable[Spot]) -> Match | None:
        found = [heading for spot in spots if spot in self._by_spot for heading in self._by_spot[spot]]
        return max(found, key=attrgetter("position")) if found else None

    def _is_empty(self, spot: Spot) -> bool:
        return not any(line.text.strip() for line in self._written.get(spot, ()))

    def _continued(self, spot: Spot) -> list[Spot]:
        """The cell that an empty one stands below: as if the two were merged."""
        above = [other for other in self._tables[spot.table] if _above(other, spot)]
        for _ in range(CONTINUED):
            near = max(above, key=lambda other: other.last_row, default=None)
            if near is None or not self._is_empty(near):
                return [near] if near is not None else []
            above = [other for other in above if other.last_row < near.row]
        return []

    def _is_column(self, heading: Match, spot: Spot) -> bool:
        """Whether a heading is a label right above this cell, in a column of its own."""
        over = self._lines[heading.spans[0].line].spot
        return (
            heading.anchor.role is Role.LABEL
            and over is not None
            and over.last_row == spot.row - 1
            and (over.column, over.last_column) == (spot.column, spot.last_column)
        )

    def _is_columns_own(self, heading: Match) -> bool:
        """Whether a heading is a prompt below its label: it asks for what stands in its column."""
        spot = self._lines[heading.spans[0].line].spot
        if spot is None or heading.anchor.role is not Role.PROMPT:
            return False
        over = self._last_of(other for other in self._tables[spot.table] if _above(other, spot))
        return (
            over is not None and over.anchor.fields == heading.anchor.fields and self._is_column(over, spot)
        )


def _above(other: Spot, spot: Spot) -> bool:
    overlap = other.column <= spot.last_column and spot.column <= other.last_column
    return overlap and other.last_row < spot.row
