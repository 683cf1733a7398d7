"""Boxes side by side that share one label, given the words that stand above each of them on the page.

A scale or a row of answers is often headed once, without lines that would make the heads cells of
their own, and every row of boxes below has the same heads. The places of the words tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from parsers.document import Document, Mark, Text
from parsers.labels.rows import Row, rows_of
from parsers.labels.words import clean, columns
from parsers.pdf.objects import middle

_LEVEL = 4.0
"""Boxes of one row, or of one column, differ by no more than this, in points."""

_NEAR = 40.0
"""The heads stand no further above the first row of boxes than this, in points."""

_CHARACTER = 0.5
"""About how wide a character is, in heights of its line."""

_ROWS = 200
"""No more lines than this are looked at above a row of boxes."""

_SINGLE = re.compile(r"\S+")
_MOST = 14
"""Heads of no more words than this are looked at."""

_REACH = 0.75
"""How far the middle of a head may be from that of its box, in distances between boxes."""

_WIDEST = 60.0
"""No further than this either, in points."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or several that no wide gap parts, and where it stands from left to right."""

    text: str
    left: float
    right: float
    start: float | None = None
    """Of a single word: where the words begin that no wide gap parts from it."""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands at one height of a page: its words from left to right, and the middles of its boxes."""

    top: float
    bottom: float
    words: tuple[_Word, ...]
    boxes: tuple[float, ...]


def heads(document: Document, marks: Sequence[Mark], labels: Sequence[str]) -> list[str]:
    """The labels of the marks of a document, with heads for what shares a label side by side.

    The marks are in reading order, each with its label.
    """
    found = list(labels)
    runs = [run for run in _runs(marks, labels) if _width(run, marks) > 0]
    levels: dict[int, list[_Level]] = {}
    known: _Heads | None = None
    for run in runs:
        page = marks[run[0]].place.page or 0
        if page not in levels:
            levels[page] = _levels(document, page)
        boxes, height = [_middle(marks[at]) for at in run], _height(marks[run[0]])
        own = _at(height, levels[page])
        if own is None or _between(boxes, levels[page][own]):
            continue
        texts = _above(boxes, own, levels[page])
        if not texts:
            known = known or _Heads(marks, labels)
            texts = known.of(run)
        for at, text in zip(run, texts, strict=False):
            found[at] = text
    return found


class _Heads:
    """The heads that columns of boxes have from their tables, for rows further down that have none."""

    def __init__(self, marks: Sequence[Mark], labels: Sequence[str]) -> None:
        rows: list[list[int]] = []
        for at, mark in enumerate(marks):
            if mark.place.box is None:
                continue
            if rows and _follows(mark, marks[rows[-1][-1]]):
                rows[-1].append(at)
            else:
                rows.append([at])
        texts = [(row, tuple(labels[at] for at in row)) for row in rows]
        self._rows = [
            (one, upper)
            for (one, upper), (two, lower) in pairwise(texts)
            if upper == lower and len(set(upper)) == len(upper)
        ]

    def of(self, run: Sequence[int]) -> Sequence[str]:
        """The heads of the last rows of as many boxes above a row: two or more that have them alike."""
        above = (texts for row, texts in reversed(self._rows) if row[-1] < run[0] and len(texts) == len(run))
        return next(above, ())


def _runs(marks: Sequence[Mark], labels: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of marks that follow one another on one level and have the same label."""
    run: list[int] = []
    for at, (mark, label) in enumerate(zip(marks, labels, strict=True)):
        if mark.place.box is None or mark.place.page is None:
            continue
        last = marks[run[-1]] if run else None
        if last is not None and labels[run[-1]] == label and _follows(mark, last):
            run.append(at)
            continue
        if len(run) > 1:
            yield run
        run = [at]
    if len(run) > 1:
        yield run


def _follows(mark: Mark, last: Mark) -> bool:
    level = mark.place.page == last.place.page and abs(_height(mark) - _height(last)) < _LEVEL
    return level and _middle(mark) > _middle(last)


def _width(run: Sequence[int], marks: Sequence[Mark]) -> float:
    return _middle(marks[run[-1]]) - _middle(marks[run[0]])


def _middle(mark: Mark) -> float:
    box = mark.place.box
    return middle(box)[0] if box is not None else 0.0


def _height(mark: Mark) -> float:
    box = mark.place.box
    return middle(box)[1] if box is not None else 0.0


def _levels(document: Document, page: int) -> list[_Level]:
    """What stands at each height of a page, from top to bottom."""
    rows = [
        row
        for paragraph in document.paragraphs()
        if paragraph.place.page == page
        for row in rows_of(paragraph)
    ]
    rows.sort(key=lambda row: middle(row.box)[1])
    groups: list[list[Row]] = []
    for row in rows:
        if groups and middle(row.box)[1] - middle(groups[-1][-1].box)[1] < _LEVEL:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_level(group) for group in groups]


def _level(rows: Sequence[Row]) -> _Level:
    words = [word for row in rows for one in row.inlines if isinstance(one, Text) for word in _words(one)]
    boxes = sorted(_middle(one) for row in rows for one in row.inlines if isinstance(one, Mark))
    top, bottom = min(row.box[1] for row in rows), max(row.box[3] for row in rows)
    return _Level(top, bottom, tuple(sorted(words, key=lambda word: word.left)), tuple(boxes))


def _words(text: Text) -> Iterator[_Word]:
    """The parts of a stretch of text that wide gaps part; where those stand is but known about."""
    if text.box is None or not text.text.strip():
        return
    parts = columns(text.text)
    left, top, right, bottom = text.box
    size, gaps = sum(map(len, parts)), len(parts) - 1
    wide = min(_CHARACTER * (bottom - top), (right - left) / size) if gaps else (right - left) / size
    gap = (right - left - wide * size) / gaps if gaps else 0.0
    for part in parts:
        yield _Word(part, left, left + wide * len(part))
        left += wide * len(part) + gap


def _split(words: Sequence[_Word]) -> Iterator[_Word]:
    """Single words."""
    for word in words:
        wide = (word.right - word.left) / len(word.text)
        for match in _SINGLE.finditer(word.text):
            yield _Word(match[0], word.left + wide * match.start(), word.left + wide * match.end(), word.left)


def _at(height: float, levels: Sequence[_Level]) -> int | None:
    """The number of what stands at a height."""
    return next((at for at, one in enumerate(levels) if one.top - 1 <= height <= one.bottom + 1), None)


def _above(boxes: Sequence[float], own: int, levels: Sequence[_Level]) -> Sequence[str]:
    """The words above each of the boxes of a level, nothing where that is not so of all of them."""
    first = levels[own].top
    for level in reversed(levels[max(own - _ROWS, 0) : own]):
        over = [word for word in level.words if boxes[0] - _WIDEST < word.middle < boxes[-1] + _WIDEST]
        if all(any(abs(one - box) < _LEVEL for one in level.boxes) for box in boxes):
            if any(boxes[0] < word.middle < boxes[-1] for word in over):
                return []
            first = level.top
        elif first - level.bottom > _NEAR or level.boxes:
            return []
        elif any(word.right > boxes[0] for word in over):
            return _dealt(boxes, level.words) or _dealt(boxes, tuple(_split(level.words)))
    return []


def _between(boxes: Sequence[float], level: _Level) -> bool:
    """Whether words stand between boxes: these are options of another kind."""
    return any(boxes[0] < word.middle < boxes[-1] for word in level.words)


def _is_title(words: Sequence[_Word], box: float) -> bool:
    """Whether the first of the words before a box are those of the row and not its head."""
    first, *rest = words
    single = first.start is not None and first.start == rest[-1].start
    return not single and abs(_centre(rest) - box) < abs(_centre(words) - box)


def _dealt(boxes: Sequence[float], words: Sequence[_Word]) -> list[str]:
    """Words given to the nearest boxes, from left to right; nothing where a box is left without."""
    step = min(*(two - one for one, two in pairwise(boxes)), _WIDEST)
    if any((word.start or word.left) < boxes[0] - step and word.right > boxes[0] for word in words):
        return []
    near = [word for word in words if boxes[0] - step < word.right and word.left < boxes[-1] + step]
    if not len(boxes) <= len(near) <= _MOST:
        return []
    cuts = combinations(range(1, len(near)), len(boxes) - 1)
    found = min((_parted(near, cut) for cut in cuts), key=lambda parts: _distance(parts, boxes))
    while len(found[0]) > 1 and _is_title(found[0], boxes[0]):
        del found[0][0]
    if any(abs(_centre(own) - box) > _REACH * step for own, box in zip(found, boxes, strict=True)):
        return []
    return [clean(" ".join(word.text for word in own)) for own in found]


def _parted(words: Sequence[_Word], cuts: Sequence[int]) -> list[list[_Word]]:
    return [list(words[start:end]) for start, end in pairwise((0, *cuts, len(words)))]


def _centre(words: Sequence[_Word]) -> float:
    return (words[0].left + words[-1].right) / 2


def _distance(parts: Sequence[Sequence[_Word]], boxes: Sequence[float]) -> float:
    return sum(abs(_centre(own) - box) for own, box in zip(parts, boxes, strict=True))
