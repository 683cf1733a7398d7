"""Pairs marks with options: in which order a group's boxes and labels stand, and what is whose.

A sign goes with the option it shares a line with, then a cell, then by the order of box and label that
the group keeps. Where nothing tells, the pairing is doubtful and says so; a sign that stands by words
which are no option is nobody's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.choices.columns import columns_told, label_first_by_cells, side_by_side
from parsers.choices.signs import Event, Foreign, Sign, gap
from parsers.document import State
from parsers.finding.matches import Match, Span
from parsers.layout import Layout, Line, Spot


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which sign is whose."""

    owned: tuple[tuple[Sign, Match], ...]
    loose: tuple[Sign, ...]
    """Signs by words that are no option of the group."""
    heads: tuple[Span, ...] = ()
    """The "yes" and "no" over columns of boxes."""


def pair(events: list[Event], layout: Layout) -> Pairs:
    """Each sign with the option it belongs to; doubtful where it might be either neighbour's."""
    lined_up = side_by_side(events, layout)
    if lined_up is not None:
        beside, others = lined_up
        return Pairs(tuple(beside), tuple(others))
    label_first = _label_first(events, layout.lines)
    if label_first is None:
        label_first = label_first_by_cells(events, layout)
    owned: list[tuple[Sign, Match]] = []
    loose: list[Sign] = []
    for index, event in enumerate(events):
        if isinstance(event, Sign):
            around = _Around(event, events[:index][::-1], events[index + 1 :], layout.lines)
            foreign = around.by_foreign_words(label_first) or around.touches_foreign_words(label_first)
            owner = None if foreign else around.owner(label_first)
            if owner is None:
                loose.append(event)
            else:
                owned.append(owner)
    told, heads = columns_told(owned, layout)
    return Pairs(told, tuple(loose), heads)


class _Around:
    """A sign with what stands before and after it, the nearest first."""

    def __init__(self, sign: Sign, before: list[Event], after: list[Event], lines: tuple[Line, ...]) -> None:
        self.sign = sign
        self.before, self.after = before, after
        self.lines = lines
        self.line = lines[sign.span.line]
        self.last = next((event for event in before if isinstance(event, Match)), None)
        self.next = next((event for event in after if isinstance(event, Match)), None)
        self.in_last = self.last is not None and self.last.end[0] == self.line.index
        self.in_next = self.next is not None and self.next.position[0] == self.line.index

    def by_foreign_words(self, label_first: bool | None) -> bool:
        """Whether the sign stands by words that are none of the options."""
        if not self.in_last and not self.in_next:
            return any(
                isinstance(event, Foreign) and event.span.line == self.line.index
                for event in (*self.before, *self.after)
            )
        if not self.sign.boxed:
            return False
        words = self.before if label_first else self.after
        beside = next((event for event in words if not isinstance(event, Sign)), None)
        if not isinstance(beside, Foreign) or beside.span.line != self.line.index:
            return False
        return not (self._by_a_note(words, beside) or (label_first and self._ends_row(words, beside)))

    def touches_foreign_words(self, label_first: bool | None) -> bool:
        """Whether an X stands nearer to words that are no option than to anything else in its line.

        Where the group's marks stand on that side of their words, it is their option's all the same.
        """
        own = self.last if label_first else self.next
        beside = self.before if label_first else self.after
        if self.sign.boxed or (label_first is not None and own is not None and beside[0] is own):
            return False
        sides = []
        for events, forward in ((self.before, False), (self.after, True)):
            near = events[0] if events else None
            if near is not None and self._in_line(near):
                ends = (self.sign, near) if forward else (near, self.sign)
                sides.append((gap(self.line, *ends), events))
        if not any(isinstance(events[0], Foreign) for _, events in sides):
            return False
        least = min(distance for distance, _ in sides)
        nearest = [events for distance, events in sides if distance == least]
        if len(nearest) > 1 or not isinstance(nearest[0][0], Foreign):
            return False
        # Behind "Alfa (dal 2020)" it is Alfa's.
        beyond = nearest[0][1] if len(nearest[0]) > 1 else None
        return not (isinstance(beyond, Match) and self._in_line(beyond))

    def _in_line(self, event: Event) -> bool:
        if isinstance(event, Match):
            return self.line.index in (event.position[0], event.end[0])
        return event.span.line == self.line.index

    def _by_a_note(self, words: list[Event], note: Foreign) -> bool:
        """Whether nothing but a note stands between the sign and its option: "Alfa (dal 2020) ☒"."""
        if len(words) < 2 or words[0] is not note or not isinstance(words[1], Match):
            return False
        start = min(words[1].position, (self.line.index, self.sign.span.start))
        end = max(words[1].end, (self.line.index, self.sign.span.end))
        between = self.line.text[start[1] : end[1]]
        return start[0] == end[0] and "\t" not in between and "\n" not in between

    def _ends_row(self, words: list[Event], note: Foreign) -> bool:
        """Whether the sign ends a line that holds one option and what was written behind it.

        "Altre: un lascito     ☒", as all boxes of the group stand at the right.
        """
        if len(words) < 2 or words[0] is not note or not isinstance(words[1], Match):
            return False
        mine = [event for event in (*words[2:], *self.after) if self._in_line(event)]
        start, end = words[1].end, self.sign.span
        return not mine and start[0] == end.line and "\n" not in self.line.text[note.span.end : end.start]

    def owner(self, label_first: bool | None) -> tuple[Sign, Match] | None:
        """The sign's option; None in a group without options."""
        lone = not self.in_last and not self.in_next
        option = self._in_column() if lone else None
        if option is not None:
            return self.sign, option
        if self.last is None or self.next is None:
            only = self.last or self.next
            found = (self.sign, only) if only is not None else None
            return self._beyond(found) if lone and found is not None else found
        if self.in_last and self.in_next:
            return self._between(self.last, self.next, label_first)
        if self.in_last != self.in_next:
            return self._at_the_edge(self.last, self.next, label_first)
        return self._beyond(self._apart(self.last, self.next, label_first))

    def _beyond(self, found: tuple[Sign, Match]) -> tuple[Sign, Match]:
        """The same, a tick doubted where a sign on a line between it and its option stands in its cell."""
        sign, option = found
        between = (self.before if option is self.last else self.after)[0]
        if not isinstance(between, Sign) or sign.state is not State.TICKED:
            return found
        line = self.lines[between.span.line]
        own = line is self.line or line.index in (option.position[0], option.end[0])
        return found if own or line.spot is not self.line.spot else (replace(sign, doubtful=True), option)

    def _between(self, last: Match, following: Match, label_first: bool | None) -> tuple[Sign, Match]:
        """Between two options of one line."""
        left = gap(self.line, self.before[0], self.sign)
        right = gap(self.line, self.sign, self.after[0])
        near, far = (right, left) if label_first else (left, right)
        if self._is_second(label_first) and near <= far:
            doubtful = near == far and self.sign.state is State.TICKED
            return replace(self.sign, doubtful=doubtful), following if label_first else last
        told = label_first is not None and self._stands_alone(last, following, label_first)
        if told or (self.sign.boxed and (label_first is not None or left == right)):
            return self.sign, last if label_first else following
        touched = self.before[0] if left < right else self.after[0]
        if left != right and isinstance(touched, Match):
            return self.sign, touched
        if isinstance(self.after[0], Sign) and not isinstance(self.before[0], Sign) and not label_first:
            # "☐ Alfa X ☐ Beta": nothing tells which of the two is meant, unless it touches the box.
            near = right < left and right <= 1
            return (self.sign, following) if near else (replace(self.sign, doubtful=True), last)
        if label_first is None and left == right:
            return replace(self.sign, doubtful=True), last
        return self.sign, last if label_first else following

    def _stands_alone(self, last: Match, following: Match, label_first: bool) -> bool:
        """Whether an X stands alone between two options, one with a sign of its own, the other without.

        "Alfa X Beta ☐": it stands in place of Alfa's box, however close it came to Beta.
        """
        if self.before[0] is not last or self.after[0] is not following:
            return False
        beyond = self.after[1:2] if label_first else self.before[1:2]
        line = (following if label_first else last).position[0]
        return bool(beyond) and isinstance(beyond[0], Sign) and beyond[0].span.line == line

    def _is_second(self, label_first: bool | None) -> bool:
        """Whether the neighbour that a box is for has one of its own, and the other's words it stands behind.

        "☐ Alfa ☒   ☐ Beta": the one in the middle was put behind Alfa.
        """
        near, far = (self.after[0], self.before[0]) if label_first else (self.before[0], self.after[0])
        return self.sign.boxed and isinstance(near, Match) and self._is_box(far, self.line.index)

    @staticmethod
    def _is_box(event: Event, line: int) -> bool:
        return isinstance(event, Sign) and event.boxed and event.span.line == line

    def _at_the_edge(self, last: Match, following: Match, label_first: bool | None) -> tuple[Sign, Match]:
        """Before the first or behind the last option of its line."""
        if label_first is False and self.in_last and self._has_wrapped(last, following):
            return self.sign, following
        if not self.sign.boxed or label_first is None or self.in_last == label_first:
            return self.sign, last if self.in_last else following
        beyond, there = (
            (self.after[0], following.position[0]) if self.in_last else (self.before[0], last.end[0])
        )
        if self._is_box(beyond, there):
            # "Alfa ☒", and in the next line "☐ Beta": that one has a box of its own.
            return self.sign, last if self.in_last else following
        boxes = [event for event in self.before if isinstance(event, Sign) and event.boxed]
        if self.in_last and any(box.span.line == self.line.index for box in boxes):
            # "☐ Alfa ☒": the box before the words is theirs, and so is the one behind them.
            return self.sign, last
        return self.sign, last if label_first else following

    def _has_wrapped(self, last: Match, following: Match) -> bool:
        """Whether a mark was left behind at a line's end by its words, which found no room there.

        "☐ Alfa   ☐ Beta   ☐", and the next line begins with Gamma, which has no mark of its own.
        """
        if self.before[0] is not last or self.after[0] is not following or following.position[1] > 0:
            return False
        if len(self.before) < 2 or following.position[0] != self.line.index + 1:
            return False
        own = self.before[1]
        beside = isinstance(own, Sign) and own.span.line == last.position[0] == self.line.index
        return beside and gap(self.line, last, self.sign) > gap(self.line, own, last)

    def _apart(self, last: Match, following: Match, label_first: bool | None) -> tuple[Sign, Match]:
        """In a line or cell of its own."""
        spots = (self._spot(last), self._spot(following))
        if self.line.spot is not None and self.line.spot in spots and spots[0] is not spots[1]:
            # A sign does not leave its cell.
            return self.sign, last if self.line.spot is spots[0] else following
        boxed_already = (
            not self.sign.boxed
            and isinstance(self.before[0], Match)
            and isinstance(self.after[0], Sign)
            and self.after[0].boxed
            and self.after[0].span.line == following.position[0]
        )
        undecided = label_first is None and self.sign.state is State.TICKED
        if boxed_already or undecided:
            return replace(self.sign, doubtful=True), last
        return self.sign, last if label_first else following

    def _in_column(self) -> Match | None:
        """The option above, where signs have a row under the options' (or below, where signs come first)."""
        spot = self.line.spot
        if spot is None:
            return None
        matches = [event for event in (*self.before[::-1], *self.after) if isinstance(event, Match)]
        placed = [(match, self._spot(match)) for match in matches]
        same = [(m, s) for m, s in placed if s is not None and s.table == spot.table]
        if any(s.row <= spot.row <= s.last_row for _, s in same):
            return None
        column = [(m, s) for m, s in same if s.column <= spot.last_column and spot.column <= s.last_column]
        rows = {s.row for _, s in same}
        if len(rows) == len(same):
            # One option a row: then signs have rows of their own only by chance.
            return None
        over = [m for m, s in column if s.last_row < spot.row]
        under = [m for m, s in column if s.row > spot.row]
        first_is_option = bool(self.before) and isinstance(self.before[-1], Match)
        return (over[-1] if over else None) if first_is_option else (under[0] if under else None)

    def _spot(self, match: Match) -> Spot | None:
        return self.lines[match.position[0]].spot


def _label_first(events: list[Event], lines: tuple[Line, ...]) -> bool | None:
    """Whether in this group the label stands before its box; None where nothing tells.

    What shares a line decides; where boxes have cells of their own, what rows begin and end with;
    where they have lines of their own, what the group begins and ends with.
    """
    known = [event for event in events if not isinstance(event, Foreign)]
    ranks: tuple[Callable[[Event], object], ...] = (
        _line_of,
        lambda event: _row_of(lines[_line_of(event)]),
        lambda event: None,
    )
    for rank in ranks:
        before = after = 0
        for _, group in groupby(known, key=rank):
            kinds = [isinstance(event, Match) for event in group]
            if len(set(kinds)) == 2:
                before += not kinds[0]
                after += not kinds[-1]
        if before != after:
            return after > before
    return None


def _line_of(event: Event) -> int:
    return event.position[0] if isinstance(event, Match) else event.span.line


def _row_of(line: Line) -> tuple[int, int]:
    return (line.spot.table, line.spot.row) if line.spot is not None else (-1, line.index)
