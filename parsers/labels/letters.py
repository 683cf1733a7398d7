"""Letters typed for boxes on a page: ``o Alfa`` and ``x Beta`` below one another.

The letter o is a word in many languages, and a bullet: it is a box only where two or more of it begin
the lines of one column, alone or before words, with an x ticked among them. A known form needs none of
this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parsers.document import Mark, Method, State
from parsers.labels.lines import Line
from parsers.labels.words import POINT

_LETTER = re.compile(rf"\s*(?:{POINT})?([oxX])(?=[ \u00a0\t]+\S|\s*$)")
_HINTS = ("o", "x", "X")
_SAME = 3.0
"""The letters of one column begin this near to one another, in points."""

_APART = 60.0
"""Letters of one list are no further apart than this, in points: a label may have some lines."""

_FEWEST = 2
"""Fewer letters o than these are no boxes."""


def with_letters(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the letters that are boxes as marks."""
    starts = {number: match for number, line in enumerate(lines) if (match := _start(line)) is not None}
    if not any(match[1] == "o" for match in starts.values()):
        return tuple(lines)
    boxes = {number for run in _lists(lines, starts) if _is_list(run, starts) for number in run}
    return tuple(
        _marked(line, starts[number]) if number in boxes else line for number, line in enumerate(lines)
    )


def _start(line: Line) -> re.Match[str] | None:
    """The letter that a line on a page begins with, if it is alone."""
    if line.marks or line.place.box is None or line.blank:
        return None
    return _LETTER.match(line.texts[0]) if any(hint in line.texts[0][:12] for hint in _HINTS) else None


def _lists(lines: Sequence[Line], numbers: Iterable[int]) -> list[list[int]]:
    """The lines below one another, near to one another."""
    runs: list[list[int]] = []
    for number in numbers:
        run = next((run for run in runs if _goes_on(lines[run[-1]], lines[number])), None)
        if run is None:
            runs.append([number])
        else:
            run.append(number)
    return runs


def _goes_on(one: Line, two: Line) -> bool:
    upper, lower = one.place.box, two.place.box
    if upper is None or lower is None or one.place.page != two.place.page:
        return False
    return abs(upper[0] - lower[0]) < _SAME and lower[1] - upper[1] > 0 and lower[1] - upper[3] < _APART


def _is_list(run: Sequence[int], starts: Mapping[int, re.Match[str]]) -> bool:
    letters = [starts[number][1] for number in run]
    return letters.count("o") >= _FEWEST and len(set(letters)) > 1


def _marked(line: Line, match: re.Match[str]) -> Line:
    """The line with its first letter as a mark."""
    state = State.EMPTY if match[1] == "o" else State.TICKED
    text = line.texts[0]
    mark = Mark(state, Method.TYPED_MARK, match[1], line.place)
    return Line((mark,), (text[: match.start(1)], text[match.end(1) :]), line.place)
