"""Which heading governs a place: the one before it in its line or cell, beside it, above it, or before it.

Headings are the labels, prompts, section titles and notes found in the document. Of a row's heading
and a column's heading the later in reading order governs, since a form's questions come before its answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from parsers.layout import Layout, Line, Spot
from parsers.matches import Match, Span

Position = tuple[int, int]
"""Line and offset."""


class Tie(IntEnum):
    """How a heading governs a place, the closest first."""

    LINE = 0
    CELL = 1
    BESIDE = 2
    BEFORE = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """The heading that governs a place, and how."""

    heading: Match
    tie: Tie


class Headings:
    """The headings found in a document, asked for the one that governs a place."""

    def __init__(self, layout: Layout, headings: Iterable[Match]) -> None:
        self._lines = layout.lines
        self._tables = layout.tables
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

    def in_line(self, line: Line) -> list[Span]:
        """Where headings stand in this line."""
        return self._in_line.get(line.index, [])

    @staticmethod
    def _before(headings: Iterable[Match], position: Position) -> Match | None:
        found = None
        for heading in headings:
            if heading.position < position:
                found = heading
        return found

    def _beside_of(self, spot: Spot) -> Match | None:
        """The last heading, in reading order, of the cells to the left and of those above."""
        if spot not in self._beside:
            found = [
                heading
                for other in self._tables[spot.table]
                if other is not spot and (_left_of(other, spot) or _above(other, spot))
                for heading in self._by_spot.get(other, ())
            ]
            self._beside[spot] = max(found, key=lambda match: match.position, default=None)
        return self._beside[spot]


def _left_of(other: Spot, spot: Spot) -> bool:
    overlap = other.row <= spot.last_row and spot.row <= other.last_row
    return overlap and other.last_column < spot.column


def _above(other: Spot, spot: Spot) -> bool:
    overlap = other.column <= spot.last_column and spot.column <= other.last_column
    return overlap and other.last_row < spot.row
