"""Filled squares and ticks: ticked boxes among empty ones, or the bullets and titles of a text.

The empty boxes around one tell: in its line, before and behind it in its list, or near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from parsers.document import Emphasis, Mark, State
from parsers.labels.lines import Line

FILLED = frozenset("▪■◼◾⬛●⬤⚫◆")
_REACH = 12
"""So many lines from an empty box a filled one or a tick may be its ticked fellow."""


class Fellows(Enum):
    """What empty boxes stand around a line that may begin with a ticked one."""

    NONE = auto()
    NEAR = auto()
    """Some, not in the same list."""
    FIRST = auto()
    """It begins a list of them, as an option or as its title."""
    LAST = auto()
    """It ends a list of them."""
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the boxes of a document say of its filled signs."""

    fellows: Mapping[int, Fellows]
    """By line, for those with marks."""
    ticks: frozenset[str]
    """Filled signs met in places where only a box can stand."""
    titles: frozenset[str]
    """Filled signs that begin several lists, and are met in no such place."""


def surroundings(lines: Sequence[Line]) -> Surroundings:
    """What the boxes of these lines say."""
    empty = [number for number, line in enumerate(lines) if any(map(is_empty_box, line.marks))]
    fellows = {number: _fellows(lines, number, empty) for number, line in enumerate(lines) if line.marks}
    ticks: set[str] = set()
    begun: list[str] = []
    for number, around in fellows.items():
        line = lines[number]
        if _is_in_place_of_box(line, around):
            ticks.update(mark.raw for mark in line.marks if mark.raw in FILLED)
        if starts_filled(line) and around in (Fellows.FIRST, Fellows.BOTH):
            begun.append(line.marks[0].raw)
    titles = {sign for sign, times in Counter(begun).items() if times > 1}
    return Surroundings(fellows, frozenset(ticks), frozenset(titles - ticks))


def is_empty_box(mark: Mark) -> bool:
    """Whether it is an empty box beyond doubt."""
    return mark.state is State.EMPTY and mark.boxed


def starts_filled(line: Line) -> bool:
    """Whether a filled sign is the first thing in a line."""
    return line.marks[0].raw in FILLED and not line.texts[0].strip()


def is_bold(line: Line) -> bool:
    """Whether a line's first mark is bold, as titles are."""
    return bool(line.marks[0].emphasis & Emphasis.BOLD)


def _is_in_place_of_box(line: Line, around: Fellows) -> bool:
    """Whether filled signs of a line stand where only boxes can: among boxes, at a list's end, alone."""
    if line.alone or any(map(is_empty_box, line.marks)):
        return around is not Fellows.NONE
    return around is Fellows.LAST and starts_filled(line) and not is_bold(line)


def _fellows(lines: Sequence[Line], number: int, empty: Sequence[int]) -> Fellows:
    """What empty boxes stand around a line; `empty` are the lines that hold one."""
    at = bisect_left(empty, number - _REACH)
    if at == len(empty) or empty[at] > number + _REACH:
        return Fellows.NONE
    before, behind = (_leads_to_box(lines, number, step) for step in (-1, 1))
    if before and behind:
        return Fellows.BOTH
    return Fellows.FIRST if behind else Fellows.LAST if before else Fellows.NEAR


def _leads_to_box(lines: Sequence[Line], number: int, step: int) -> bool:
    """Whether the next line that way which does not start with a tick of its own starts with an empty box."""
    for at in range(number + step, number + step * _REACH, step):
        if not 0 <= at < len(lines):
            return False
        line = lines[at]
        if line.blank:
            continue
        if not line.marks or line.texts[0].strip():
            return False
        if is_empty_box(line.marks[0]):
            return True
    return False
