"""Puts marks where shapes lie over words or over the boxes of the text, by what they lie on."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Emphasis, State
from parsers.word.drawn.candidates import LARGEST
from parsers.word.drawn.laid import JUDGED, LIKELY, SURE, Laid, is_flat, is_upright, sureness
from parsers.word.drawn.puts import Puts
from parsers.word.drawn.shapes import Figure
from parsers.word.drawn.strip import Stop, Stroke
from parsers.word.drawn.terrain import DOUBTED, GUESSED, Terrain, Under

_LONGEST = 480.0
"""How long in points an option's words may be; round words that go on a ring is no tick."""
FREE = (Figure.CROSS, Figure.CHECK, Figure.PICTURE)
"""What is a mark wherever it stands; the others only over a box or round words."""
_REACH = 40.0
"""How far beside an option's words its mark may stand, in points."""


class Over:
    """Finds what a shape lies over, and puts its mark there."""

    def __init__(self, terrain: Terrain, puts: Puts) -> None:
        self._terrain = terrain
        self._puts = puts

    def put(self, one: Laid) -> None:
        """Puts a mark before the box or the words it lies on; what lies on nothing is ornament."""
        corner, figure = one.corner, one.shape.figure
        if corner.inline:
            if figure in FREE or figure is Figure.SCRIBBLE:
                self._puts.mark(one, corner.home, (corner.index, 0), LIKELY)
        elif corner.by_letter and not is_flat(one.shape):
            self._put_by_letter(one)
        elif not corner.known:
            if figure not in (Figure.LINE, Figure.OTHER, Figure.SQUARE):
                self._puts.mark(one, corner.home, self._puts.first(corner.home), GUESSED)
        elif is_flat(one.shape):
            self._put_stroke(one)
        else:
            self._put_over(one, self._terrain.under(one))

    def _put_by_letter(self, one: Laid) -> None:
        """Puts a mark that is placed from the very letter it is anchored at."""
        corner = one.corner
        stops = sorted(
            [*self._puts.boxes[corner.home], *self._terrain.strip(corner.home).stops],
            key=lambda stop: stop.index,
        )
        before = [stop for stop in stops if stop.index < corner.index]
        after = [stop for stop in stops if stop.index >= corner.index]
        x = one.shape.middle[0]
        stop = after[0] if after and (x >= -3 or not before) else before[-1] if before else None
        near = (
            abs(x) <= _REACH
            and abs(one.shape.middle[1]) <= 1.5 * self._terrain.ground.setting(corner.home).line
        )
        place = (stop.index, stop.start) if stop else self._puts.end(corner.home)
        self._puts.mark(one, corner.home, place, min(sureness(one), SURE if near else GUESSED))

    def _put_over(self, one: Laid, under: Under) -> None:
        """Puts a mark that lies on a line of a paragraph."""
        element, figure = under.element, one.shape.figure
        strip = self._terrain.strip(element)
        own = [stop for stop in self._puts.boxes[element] if stop.line == under.line]
        stops = sorted([*own, *strip.in_line(under.line)], key=lambda stop: (stop.left, not stop.boxed))
        if not stops:
            stops = [*self._puts.boxes[element], *strip.stops]
        boxes = [stop for stop in stops if stop.boxed]
        if strip.wraps and any(stop.boxed and stop not in boxes for stop in strip.stops):
            # Which of several boxes stand in this line is a guess.
            boxes = [*boxes, *(stop for stop in strip.stops if stop.boxed and stop not in boxes)]
        if not stops:
            if figure in FREE or (figure is Figure.SCRIBBLE and one.shape.width <= 45):
                self._puts.mark(
                    one,
                    element,
                    self._puts.end(element),
                    min(under.sure, LIKELY if figure in FREE else JUDGED),
                )
            return
        left, _, right, _ = one.shape.frame
        touched = [stop for stop in stops if stop.left - 5 <= right and left <= stop.right + 5]
        if not one.corner.across:
            if touched or figure in FREE:
                self._puts.mark(
                    one,
                    element,
                    self._puts.first(element),
                    min(under.sure, LIKELY if len(boxes) < 2 else GUESSED),
                )
        elif len(boxes) == 1:
            self._put_over_single(one, under, boxes[0], stops, touched)
        elif boxes:
            self._put_over_several(one, under, boxes, touched)
        else:
            self._put_over_words(one, under, stops, touched)

    def _put_over_single(
        self, one: Laid, under: Under, box: Stop, stops: Sequence[Stop], touched: Sequence[Stop]
    ) -> None:
        """In a line with a single box: it is this box's mark, over the box or over its words."""
        on_box = box.left - 2 <= one.shape.middle[0] <= box.right + 2
        framed = one.shape.figure is Figure.SQUARE and not one.shape.dark
        needs_box = one.shape.figure in (Figure.OTHER, Figure.PICTURE) or is_upright(one.shape)
        if (not touched and one.shape.figure not in FREE) or (needs_box and not on_box):
            return
        x = one.shape.middle[0]
        near = bool(touched) or stops[0].left - _REACH <= x <= stops[-1].right + _REACH
        # A frame round an option may be its ornament, an upright stroke a mark of the page.
        sure = min(under.sure, sureness(one), SURE if near and not framed else JUDGED)
        state = State.UNSURE if is_upright(one.shape) or (framed and not touched) else State.TICKED
        self._puts.mark(one, under.element, (box.index, box.start), sure, state)

    def _put_over_several(
        self, one: Laid, under: Under, boxes: Sequence[Stop], touched: Sequence[Stop]
    ) -> None:
        """In a line with several boxes the nearest is meant, most likely."""
        x = one.shape.middle[0]
        if not touched and one.shape.figure not in FREE:
            return
        if touched and not any(stop.boxed for stop in touched):
            stop = touched[0]
        else:
            stop = min(boxes, key=lambda stop: abs(stop.middle - x))
        self._puts.mark(one, under.element, (stop.index, stop.start), min(under.sure, DOUBTED))

    def _put_over_words(
        self, one: Laid, under: Under, stops: Sequence[Stop], touched: Sequence[Stop]
    ) -> None:
        """In a line without boxes: before the first word it covers."""
        figure = one.shape.figure
        if figure in (Figure.OTHER, Figure.SQUARE) or is_upright(one.shape):
            return
        long = stops[-1].right - stops[0].left > _LONGEST
        if not touched:
            ringed = figure is Figure.ROUND and one.shape.width <= LARGEST
            if figure in FREE or ringed:
                x = one.shape.middle[0]
                after = next((stop for stop in stops if stop.middle > x), None)
                place = (after.index, after.start) if after else self._puts.end(under.element)
                outside = not ringed and (after is None or after is stops[0])
                self._puts.mark(one, under.element, place, min(under.sure, LIKELY if outside else JUDGED))
            return
        if long and figure not in FREE:
            return
        share = (touched[-1].right - touched[0].left) / max(stops[-1].right - stops[0].left, 1.0)
        whole = touched[0] is stops[0] and (share >= 0.6 or figure in FREE)
        sure = min(under.sure, sureness(one), LIKELY if whole and figure is not Figure.LINE else JUDGED)
        self._puts.mark(one, under.element, (touched[0].index, touched[0].start), sure)

    def _put_stroke(self, one: Laid) -> None:
        """A stroke along words strikes them out or underlines them; over a box it is for a person."""
        under = self._terrain.under(one)
        if not one.corner.across or not 0.15 <= under.rise <= 1.3:
            return
        strip = self._terrain.strip(under.element)
        left, _, right, _ = one.shape.frame
        stops = strip.in_line(under.line)
        boxes = [stop for stop in (*stops, *self._puts.boxes[under.element]) if stop.boxed]
        if strip.wraps and all(stop.boxed for stop in stops):
            # By the estimate its words stand in the next line, where no stroke is drawn beside a box.
            stops = strip.in_line(under.line + 1)
        touched = [stop for stop in stops if not stop.boxed and stop.left < right and left < stop.right]
        box = next((stop for stop in boxes if stop.left < right and left < stop.right), None)
        if touched and (box is None or right - touched[0].left >= 0.5 * _length(touched)):
            if right - left <= sum(_length(strip.in_line(line)) for line in range(strip.lines)) + 60:
                dress = Emphasis.STRUCK if under.rise < 0.8 else Emphasis.UNDERLINED
                first, last = _stretched(strip.stops, touched, right - left)
                self._puts.strokes[under.element].append(Stroke(first, last, dress))
        elif box is not None and right - left <= 3 * (box.right - box.left) and under.rise < 0.85:
            self._puts.mark(one, under.element, (box.index, box.start), JUDGED, State.UNSURE)


def _length(stops: Sequence[Stop]) -> float:
    """From the left of the first to the right of the last."""
    return stops[-1].right - stops[0].left if stops else 0.0


def _stretched(stops: Sequence[Stop], touched: Sequence[Stop], length: float) -> tuple[Stop, Stop]:
    """The words a stroke is meant for: all between two boxes, where it goes along a good part of them."""
    parts: list[list[Stop]] = [[]]
    for stop in stops:
        if stop.boxed:
            parts.append([])
        else:
            parts[-1].append(stop)
    part = next(part for part in parts if touched[0] in part)
    line = sum(stop.right - stop.left for stop in part if stop.line == touched[0].line)
    return (part[0], part[-1]) if length >= 0.4 * line else (touched[0], touched[-1])
