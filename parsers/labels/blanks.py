"""Short blanks typed for boxes: ``___ yes``, ``_X_ no``, ``| | maybe``, ``(...) never``.

A blank to write on looks alike: it is a box where others like it begin the lines around, or ask for
one of two answers, or where one like it is ticked. A known form needs none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.document import Mark, Method, State
from parsers.labels.lines import Line
from parsers.labels.words import POINT, is_answer

_SIGNS = r"[xXХх×✓✔✗✘]"
_BLANK = re.compile(
    rf"(?<![^\s(,;:])(?:_{{1,5}}(?P<low>{_SIGNS})?_{{1,5}}"
    rf"|\([.…]{{1,6}}(?:(?P<dots>{_SIGNS})[.…]{{1,6}})?\)"
    rf"|[|│][ \u00a0]{{1,6}}(?:(?P<bars>{_SIGNS})[ \u00a0]{{1,6}})?[|│])(?![^\s),;])"
)
_HINTS = ("__", "_X_", "_x_", "| ", "|\u00a0", "│ ", "(.", "(…")
"""No blank is without one of these."""

_BARS = "|│"
_COMB = re.compile(r"[|│](?:_{1,3}[|│]){2,}")
_POINT = re.compile(rf"\s*(?:(?![nN]\.){POINT}|[-–•·▪➢]\s+)?$")
_WORD = re.compile(r"[ \u00a0]*\w")
_LETTER = re.compile(r"[ \u00a0]*[^\W\d_]")
_ABBREVIATED = re.compile(r"\w\.\s*$")
"""What is written behind ``n.`` is no tick."""

_REACH = 3
"""So many lines away another blank begins a line of the same list."""


@dataclass(frozen=True, slots=True)
class _Blank:
    """A blank in a line's text, or one that was read as a mark already."""

    start: int
    end: int
    make: tuple[str, int]
    """Its first character, and its length without a tick."""
    ticked: bool
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its blanks; `text` holds what its marks looked like, too."""

    line: Line
    text: str = ""
    blanks: tuple[_Blank, ...] = ()

    @property
    def starts(self) -> bool:
        """Whether a blank begins it, and words follow."""
        first = self.blanks[0] if self.blanks else None
        return first is not None and self._begins(first) and _LETTER.match(self.text, first.end) is not None

    def _begins(self, blank: _Blank) -> bool:
        return _POINT.match(self.text[: blank.start]) is not None

    @property
    def ends(self) -> bool:
        """Whether its only blank stands behind its words."""
        one = len(self.blanks) == 1
        return (
            one
            and not self.text[self.blanks[0].end :].strip()
            and bool(self.text[: self.blanks[0].start].strip())
        )

    @property
    def alone(self) -> bool:
        """Whether a blank is all of it, or begins a line of digits."""
        if not self.blanks or not self._begins(self.blanks[0]):
            return False
        rest = self.text[self.blanks[0].end :]
        return not rest.strip() or _WORD.match(rest) is not None


def with_blanks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the blanks that are boxes as marks."""
    rows = [_row(line) for line in lines]
    if not any(row.blanks for row in rows):
        return tuple(lines)
    boxes = [_boxes(rows, number) for number in range(len(rows))]
    ticked = [one for row in rows for one in row.blanks if one.ticked and row.alone]
    known = [*(one for some in boxes for one in some if not one.ticked), *ticked]
    for number, row in enumerate(rows):
        if known and not boxes[number] and row.alone and _is_like(row.blanks[0], known):
            boxes[number] = [row.blanks[0]]
    return tuple(_marked(row, some) if some else row.line for row, some in zip(rows, boxes, strict=True))


def _row(line: Line) -> _Row:
    """A line with the blanks that are as short as a box."""
    if not any(hint in text for text in line.texts for hint in _HINTS):
        return _Row(line)
    text, blanks = line.texts[0], []
    for mark, following in zip(line.marks, line.texts[1:], strict=True):
        if mark.method is Method.TYPED_MARK and mark.boxed:
            ticked = mark.state is State.TICKED
            make = (mark.raw[:1], len(mark.raw) - ticked)
            blanks.append(_Blank(len(text), len(text) + len(mark.raw), make, ticked, mark))
        text += mark.raw + following
    if len(line.marks) > len(blanks):
        return _Row(line)
    blanks += _found(text, blanks)
    bars = sum(one.make[0] in _BARS for one in blanks)
    if bars and 2 * bars != sum(map(_COMB.sub("", text).count, _BARS)):
        # Strokes also stand between words.
        blanks = [one for one in blanks if one.mark is not None or one.make[0] not in _BARS]
    return _Row(line, text, tuple(sorted(blanks, key=lambda one: one.start)))


def _found(text: str, marks: Sequence[_Blank]) -> Iterator[_Blank]:
    """The blanks in a text, but for those that are marks."""
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if not any(mark.start < end and start < mark.end for mark in marks):
            ticked = match.lastgroup is not None
            yield _Blank(start, end, (match[0][0], end - start - ticked), ticked)


def _boxes(rows: Sequence[_Row], number: int) -> list[_Blank]:
    """Those of a line's blanks that are boxes, by what stands in it and in the lines around."""
    row = rows[number]
    new = [one for one in row.blanks if one.mark is None]
    ticked = [one for one in row.blanks if one.ticked]
    if not new:
        return []
    if ticked:
        return [
            one
            for one in new
            if one.ticked or (_is_like(one, ticked) and _ABBREVIATED.search(row.text[: one.start]) is None)
        ]
    around = rows[max(number - _REACH, 0) : number + _REACH + 1]
    near = [other.blanks[0] for other in around if other is not row and other.starts]
    first = row.blanks[:1]
    if row.starts and _is_like(first[0], near):
        return [one for one in new if _is_like(one, first) and _LETTER.match(row.text, one.end)]
    if row.ends and _is_like(
        first[0], [one for other in around if other.ends for one in other.blanks if one.ticked]
    ):
        return new
    return new if len(row.blanks) > 1 and _asks(row) else []


def _is_like(one: _Blank, others: Sequence[_Blank]) -> bool:
    """Whether a blank is of the same make and about as long as one of others."""
    sign, length = one.make
    return any(sign == other.make[0] and abs(length - other.make[1]) <= 1 for other in others)


def _asks(row: _Row) -> bool:
    """Whether an answer such as yes stands behind every blank, or right before every blank."""
    ends = [*(one.start for one in row.blanks[1:]), len(row.text)]
    behind = [row.text[one.end : end].split() for one, end in zip(row.blanks, ends, strict=True)]
    starts = [0, *(one.end for one in row.blanks[:-1])]
    before = [row.text[start : one.start].split() for one, start in zip(row.blanks, starts, strict=True)]
    last = all(words and is_answer(words[-1]) for words in before)
    return last or all(len(words) == 1 and is_answer(words[0]) for words in behind)


def _marked(row: _Row, boxes: Sequence[_Blank]) -> Line:
    """The line with these blanks as marks, between those that it has."""
    marks: list[Mark] = []
    texts: list[str] = []
    at = 0
    for one in row.blanks:
        if one.mark is None and one not in boxes:
            continue
        state = State.TICKED if one.ticked else State.EMPTY
        marks.append(
            one.mark or Mark(state, Method.TYPED_MARK, row.text[one.start : one.end], row.line.place)
        )
        texts.append(row.text[at : one.start])
        at = one.end
    return Line(tuple(marks), (*texts, row.text[at:]), row.line.place)
