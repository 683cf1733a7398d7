"""Where the words and boxes of a paragraph stand along its lines, by estimate; and marks put among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.document import Break, Emphasis, Image, Inline, Mark, Paragraph, Text
from parsers.word.drawn.setting import Setting, width_of

_WORD = re.compile(r"\t|[^\S\t]+|\S+")
_TAB = 36.0
_GONE = Emphasis.DELETED | Emphasis.PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Stop:
    """A word or box in its line."""

    left: float
    right: float
    """In points from the left of the paragraph's text area."""
    line: int
    """From 0."""
    index: int
    """Of its inline in the paragraph."""
    start: int
    """Where in that inline's text it begins; 0 for a mark."""
    end: int
    boxed: bool

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Strip:
    """The stops of a paragraph."""

    stops: tuple[Stop, ...]
    lines: int
    wraps: bool
    """Whether a line is fuller than the estimate can tell, so that words may stand a line further down."""
    setting: Setting
    placed: bool
    """Whether the left of its lines is known: not for what is centred or set to the right."""
    starts: Mapping[int, float]
    """Where along its line each inline begins."""

    def in_line(self, line: int) -> tuple[Stop, ...]:
        """The stops of a line."""
        return tuple(stop for stop in self.stops if stop.line == line)


def strip(paragraph: Paragraph, setting: Setting, room: float, widths: Mapping[int, float]) -> Strip:
    """The stops of a paragraph in a text area of that width.

    `widths` are those of drawings in the line, by the index of their stand-in; 0 for what floats.
    """
    stops: list[Stop] = []
    starts: dict[int, float] = {}
    x, line, wraps = setting.left + setting.first, 0, False
    for index, inline in enumerate(paragraph.inlines):
        starts[index] = x
        if isinstance(inline, Break):
            x, line = setting.left, line + 1
        elif isinstance(inline, Text) and not inline.emphasis & _GONE:
            for word in _WORD.finditer(inline.text):
                width = _advance(word[0], x, setting.size)
                blank = word[0].isspace()
                if x + width > room + 4 and x > setting.left and not blank:
                    # The line is full: from here on the place is a guess.
                    wraps, line, x = True, line + 1, setting.left
                if not blank:
                    stops.append(Stop(x, x + width, line, index, word.start(), word.end(), False))
                x += width
        elif isinstance(inline, Mark | Image):
            width = widths.get(index, setting.size * 0.9)
            if isinstance(inline, Mark) and index not in widths:
                stops.append(Stop(x, x + width, line, index, 0, 0, inline.boxed))
            x += width
    placed = setting.aligned not in ("center", "right", "end")
    return Strip(tuple(stops), line + 1, wraps, setting, placed, starts)


def _advance(word: str, x: float, size: float) -> float:
    """How far a word or blanks that begin at `x` take the line on."""
    return (x // _TAB + 1) * _TAB - x if word == "\t" else width_of(word, size)


@dataclass(frozen=True, slots=True)
class Put:
    """A mark to be put before a place in a paragraph."""

    index: int
    start: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn along words, from one up to another, and the dress it gives them."""

    first: Stop
    last: Stop
    dress: Emphasis


def rewritten(
    inlines: Sequence[Inline], puts: Sequence[Put], strokes: Sequence[Stroke], gone: frozenset[int]
) -> tuple[Inline, ...]:
    """The inlines with marks put in, words dressed, and those of the indices `gone` left out."""
    made: list[Inline] = []
    for index, inline in enumerate(inlines):
        own = sorted((put for put in puts if put.index == index), key=lambda put: put.start)
        if isinstance(inline, Text):
            made += _cut(inline, index, own, strokes)
        else:
            made += (put.mark for put in own)
            if index not in gone:
                made.append(inline)
    made += (put.mark for put in puts if put.index >= len(inlines))
    return tuple(made)


def _cut(text: Text, index: int, puts: Sequence[Put], strokes: Sequence[Stroke]) -> Iterator[Inline]:
    """A text in the pieces that marks and dress cut it into."""
    reaches = [reach for stroke in strokes if (reach := _reach(stroke, index, len(text.text))) is not None]
    cuts = {0, len(text.text), *(put.start for put in puts)}
    cuts.update(edge for start, end, _ in reaches for edge in (start, end))
    edges = sorted(edge for edge in cuts if 0 <= edge <= len(text.text))
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        yield from (put.mark for put in puts if put.start == start)
        if end is not None:
            dress = text.emphasis
            for first, last, added in reaches:
                dress |= added if first <= start and end <= last else Emphasis.NONE
            yield replace(text, text=text.text[start:end], emphasis=dress)


def _reach(stroke: Stroke, index: int, length: int) -> tuple[int, int, Emphasis] | None:
    """From where to where in an inline's text a stroke goes."""
    if not stroke.first.index <= index <= stroke.last.index:
        return None
    start = stroke.first.start if index == stroke.first.index else 0
    return start, stroke.last.end if index == stroke.last.index else length, stroke.dress
