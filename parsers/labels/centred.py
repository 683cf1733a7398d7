"""Boxes that stand beside the middle of a text of several lines, put to all of it.

Where a table has no lines its cells may be centred: the text above the box, or below it, is then read
as a paragraph of its own, or goes with another box.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.document import Box, Mark, Paragraph, Text
from parsers.labels.rows import Row, around, centred_on, rows_of, spaced
from parsers.pdf.objects import middle

_TAB = Text("\t")
_REACH = 60.0
"""A text begins no further behind its box than this, in points."""

_SAME = 3.0
"""Boxes, or lines, of one column begin this near to one another, in points."""

_MOST = 400
"""More lines than these in one run are no list of boxes."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of one printed line, with the place of the line in its paragraph."""

    paragraph: int
    row: int
    words: Row
    mark: Mark | None
    """The box in it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A box with the lines that are centred on it."""

    mark: Mark
    behind: bool
    """Whether it stands behind them."""
    lines: tuple[_Line, ...]


def with_centred(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, every text that a box is centred on made one with it."""
    if len(paragraphs) < 2:
        return paragraphs
    rows = [rows_of(paragraph) for paragraph in paragraphs]
    boxes = list(_boxes(rows))
    if not boxes or sum(map(len, rows)) > _MOST:
        return paragraphs
    lines = [line for line in _lines(rows) if line.words.text]
    found: list[_Found] = []
    for mark, box in boxes:
        one = _centred(mark, box, lines, [other for _, other in boxes if other != box])
        if one is not None and not any(set(one.lines) & set(other.lines) for other in found):
            found.append(one)
    return list(_rebuilt(paragraphs, rows, found)) if found else paragraphs


def _boxes(rows: Sequence[Sequence[Row]]) -> Iterator[tuple[Mark, Box]]:
    """The boxes that are alone in their line, or begin or end it."""
    for row in (row for some in rows for row in some):
        marks = [one for one in row.inlines if isinstance(one, Mark)]
        if len(marks) == 1 and _is_outer(row) and marks[0].place.box is not None:
            yield marks[0], marks[0].place.box


def _is_outer(row: Row) -> bool:
    """Whether the only box of a line stands before its words or behind them."""
    held = [one for one in row.inlines if not (isinstance(one, Text) and not one.text.strip())]
    return bool(held) and (isinstance(held[0], Mark) or isinstance(held[-1], Mark))


def _lines(rows: Sequence[Sequence[Row]]) -> Iterator[_Line]:
    for paragraph, some in enumerate(rows):
        for at, row in enumerate(some):
            texts = tuple(one for one in row.inlines if not isinstance(one, Mark))
            places = [one.box for one in texts if isinstance(one, Text) and one.box and one.text.strip()]
            if places and (not row.boxes or (row.boxes == 1 and _is_outer(row))):
                mark = next((one for one in row.inlines if isinstance(one, Mark)), None)
                yield _Line(paragraph, at, Row(texts, around(places)), mark)


def _centred(mark: Mark, box: Box, lines: Sequence[_Line], others: Sequence[Box]) -> _Found | None:
    """A box with the lines beside it that are centred on it; none where it stands on the first."""
    height = middle(box)[1]
    after = [line for line in lines if box[2] - 1 <= line.words.box[0] < box[2] + _REACH]
    before = [line for line in lines if line.words.box[2] <= box[0] + 1]
    for beside, behind in ((after, False), (before, True)):
        level = [line for line in beside if line.words.box[1] - 2 <= height <= line.words.box[3] + 2]
        if not level:
            continue
        left = level[0].words.box[0]
        column = sorted(
            (line for line in beside if abs(line.words.box[0] - left) < _SAME),
            key=lambda line: line.words.box[1],
        )
        part = centred_on([line.words for line in column], height)
        chosen = tuple(column[part[0] : part[1]]) if part is not None else ()
        if not chosen or any(line.mark not in (None, mark) for line in chosen):
            return None
        top, bottom = chosen[0].words.box[1], chosen[-1].words.box[3]
        shared = any(top < middle(other)[1] < bottom and abs(other[0] - box[0]) < _SAME for other in others)
        return None if shared else _Found(mark, behind, chosen)
    return None


def _rebuilt(
    paragraphs: Sequence[Paragraph], rows: Sequence[Sequence[Row]], found: Sequence[_Found]
) -> Iterator[Paragraph]:
    """The paragraphs with each box and its lines as one, where the first of them stands."""
    taken = {(line.paragraph, line.row): one for one in found for line in one.lines}
    marks = {id(one.mark) for one in found}
    given: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        if not rows[number]:
            yield paragraph
        rest: list[Row] = []
        for at, row in enumerate(rows[number]):
            one = taken.get((number, at))
            if one is None:
                if not any(id(inline) in marks for inline in row.inlines):
                    rest.append(row)
                continue
            if rest:
                yield _part(paragraph, rest)
                rest = []
            if id(one) not in given:
                given.add(id(one))
                yield _whole(paragraph, one)
        if len(rest) == len(rows[number]) and rest:
            yield paragraph
        elif rest:
            yield _part(paragraph, rest)


def _part(paragraph: Paragraph, rows: Sequence[Row]) -> Paragraph:
    inlines = tuple(one for row in rows for one in row.inlines)
    return replace(
        paragraph, inlines=inlines, place=replace(paragraph.place, box=around([row.box for row in rows]))
    )


def _whole(paragraph: Paragraph, found: _Found) -> Paragraph:
    words = [one for line in found.lines for one in spaced(line.words.inlines)]
    inlines = (*words, _TAB, found.mark) if found.behind else (found.mark, _TAB, *words)
    place = replace(paragraph.place, box=around([line.words.box for line in found.lines]))
    return replace(paragraph, inlines=inlines, place=place)
