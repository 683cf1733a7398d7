"""Puts marks into the paragraphs that drawn shapes lie on: boxes first, then what lies over them or words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Emphasis, Mark, Method, Paragraph, State
from parsers.word_drawn import LARGEST
from parsers.word_laid import (
    JUDGED,
    LIKELY,
    SURE,
    Laid,
    Tick,
    crossed,
    is_flat,
    is_upright,
    merged,
    own_state,
    sureness,
    told_apart,
)
from parsers.word_names import Element
from parsers.word_shapes import Figure
from parsers.word_strip import Put, Stop, Stroke, rewritten
from parsers.word_terrain import DOUBTED, GUESSED, Terrain, Under

_LONGEST = 480.0
"""How long in points an option's words may be; round words that go on a ring is no tick."""
_SIGNS = {Figure.CHECK: "✓", Figure.CROSS: "✗"}
_BOXES = {State.EMPTY: "☐", State.TICKED: "☒", State.UNSURE: "☐"}
_FREE = (Figure.CROSS, Figure.CHECK, Figure.PICTURE)
"""What is a mark wherever it stands; the others only over a box or round words."""
_PATTERN = 3
"""From how many on shapes that are all alike are a pattern."""
_REACH = 40.0
"""How far beside an option's words its mark may stand, in points."""


class Settling:
    """One settling of all drawings of a document."""

    def __init__(self, terrain: Terrain) -> None:
        self._terrain = terrain
        self._paragraphs = terrain.paragraphs
        self._puts: dict[Element, list[Put]] = defaultdict(list)
        self._strokes: dict[Element, list[Stroke]] = defaultdict(list)
        self._boxes: dict[Element, list[Stop]] = defaultdict(list)
        """Drawn boxes by the paragraph they were put in, as stops."""

    def paragraphs(self) -> dict[int, Paragraph]:
        """The paragraphs that change, by the identity of what they were."""
        homes = self._terrain.homes()
        laid = [one for element, paragraph in homes for one in self._terrain.lay(element, paragraph)]
        boxes, over, kept = told_apart(laid, self._terrain.lies_on)
        ticks, loose = merged(boxes, crossed(over))
        for box in boxes:
            self._put_box(box, ticks.get(box))
        ornaments = self._ornaments(loose)
        for one in loose:
            if one not in ornaments:
                self._put_mark(one)
        touched = {**dict(homes), **{one: self._paragraphs[one] for one in (*self._puts, *self._strokes)}}
        return {id(one): self._changed(element, one, kept) for element, one in touched.items()}

    def _changed(self, element: Element, paragraph: Paragraph, kept: set[int]) -> Paragraph:
        gone = frozenset(
            at
            for at, inline in enumerate(paragraph.inlines)
            if id(inline) in self._terrain.held and id(inline) not in kept
        )
        puts, strokes = self._puts.get(element, ()), self._strokes.get(element, ())
        return replace(paragraph, inlines=rewritten(paragraph.inlines, puts, strokes, gone))

    def _ornaments(self, loose: Sequence[Laid]) -> set[Laid]:
        """Shapes all alike beside words without boxes, in a form that has boxes: nobody ticks like that."""
        alike: dict[object, list[Laid]] = defaultdict(list)
        for one in loose:
            shape = one.shape
            by_hand = shape.figure in _FREE or shape.method is Method.INK
            if one.corner.known and not by_hand and not self._is_by_box(self._terrain.under(one).element):
                kind = (shape.figure, shape.dark, round(shape.width), round(shape.height))
                alike[kind].append(one)
        many = [one for group in alike.values() if len(group) >= _PATTERN for one in group]
        return set(many) if many and self._has_boxes() else set()

    def _is_by_box(self, element: Element) -> bool:
        """Whether a paragraph has a box, drawn or typed."""
        return bool(self._boxes[element]) or any(stop.boxed for stop in self._terrain.strip(element).stops)

    def _has_boxes(self) -> bool:
        """Whether boxes stand in the document, drawn or typed."""
        if any(self._boxes.values()):
            return True
        inlines = (inline for paragraph in self._paragraphs.values() for inline in paragraph.inlines)
        return any(isinstance(inline, Mark) and inline.boxed for inline in inlines)

    # Boxes

    def _put_box(self, box: Laid, tick: Tick | None) -> None:
        """Puts a drawn box before the words it stands by."""
        state, sure = own_state(box), SURE
        method = Method.DRAWING
        if tick is not None and state is not State.TICKED:
            state, sure, method = tick.state, tick.sure, tick.over.shape.method
        element, put = box.corner.home, (box.corner.index, 0)
        left, _, right, _ = box.shape.frame
        line = 0
        if box.corner.inline:
            left = self._terrain.strip(element).starts.get(box.corner.index, 0.0) + left
            right = left + box.shape.width
        else:
            under = self._terrain.under(box) if box.corner.known else Under(element, 0, 0.5, GUESSED)
            element, line = under.element, under.line
            put, clear = self._gap(element, under.line, (left + right) / 2 if box.corner.across else None)
            sure = min(sure, under.sure, clear)
        if box.with_text:
            sure = min(sure, JUDGED)
        mark = Mark(
            state, method, _BOXES[state], self._paragraphs[element].place, box.dress, sure, boxed=True
        )
        self._puts[element].append(Put(*put, mark))
        self._boxes[element].append(Stop(left, right, line, *put, put[1], boxed=True))

    def _gap(self, element: Element, line: int, x: float | None) -> tuple[tuple[int, int], float]:
        """Where between the words of a line a place across is, and how surely."""
        strip = self._terrain.strip(element)
        stops = strip.in_line(line)
        if not stops or x is None:
            # Blanks for a box may have pushed the words into the next line.
            later = next((stop for stop in strip.stops if stop.line >= line), None)
            return (later.index, later.start) if later else self._end(
                element
            ), SURE if later is None else LIKELY
        after = next((at for at, stop in enumerate(stops) if stop.middle > x), len(stops))
        if after == len(stops):
            later = next((stop for stop in strip.stops if stop.line > line), None)
            return (later.index, later.start) if later else self._end(element), SURE
        place = stops[after].index, stops[after].start
        if after == 0:
            return place, SURE
        # In the middle of a line the estimate must agree with room left free by blanks or a tab.
        room = stops[after].left - stops[after - 1].right
        return place, LIKELY if room > 8 and strip.placed else DOUBTED

    def _end(self, element: Element) -> tuple[int, int]:
        return len(self._paragraphs[element].inlines), 0

    # Marks over words and over the boxes of the text

    def _put_mark(self, one: Laid) -> None:
        """Puts a mark before the box or the words it lies on; what lies on nothing is ornament."""
        corner, figure = one.corner, one.shape.figure
        if corner.inline:
            if figure in _FREE or figure is Figure.SCRIBBLE:
                self._mark(one, corner.home, (corner.index, 0), LIKELY)
        elif corner.by_letter and not is_flat(one.shape):
            self._put_by_letter(one)
        elif not corner.known:
            if figure not in (Figure.LINE, Figure.OTHER, Figure.SQUARE):
                self._mark(one, corner.home, self._first(corner.home), GUESSED)
        elif is_flat(one.shape):
            self._put_stroke(one)
        else:
            self._put_over(one, self._terrain.under(one))

    def _put_by_letter(self, one: Laid) -> None:
        """Puts a mark that is placed from the very letter it is anchored at."""
        corner = one.corner
        stops = sorted(
            [*self._boxes[corner.home], *self._terrain.strip(corner.home).stops], key=lambda stop: stop.index
        )
        before = [stop for stop in stops if stop.index < corner.index]
        after = [stop for stop in stops if stop.index >= corner.index]
        x = one.shape.middle[0]
        stop = after[0] if after and (x >= -3 or not before) else before[-1] if before else None
        near = (
            abs(x) <= _REACH
            and abs(one.shape.middle[1]) <= 1.5 * self._terrain.ground.setting(corner.home).line
        )
        place = (stop.index, stop.start) if stop else self._end(corner.home)
        self._mark(one, corner.home, place, min(sureness(one), SURE if near else GUESSED))

    def _first(self, element: Element) -> tuple[int, int]:
        """The first box of a paragraph, else its first word."""
        stops = [*self._boxes[element], *self._terrain.strip(element).stops]
        stop = next((stop for stop in stops if stop.boxed), stops[0] if stops else None)
        return (stop.index, stop.start) if stop else self._end(element)

    def _put_over(self, one: Laid, under: Under) -> None:
        """Puts a mark that lies on a line of a paragraph."""
        element, figure = under.element, one.shape.figure
        strip = self._terrain.strip(element)
        own = [stop for stop in self._boxes[element] if stop.line == under.line]
        stops = sorted([*own, *strip.in_line(under.line)], key=lambda stop: (stop.left, not stop.boxed))
        if not stops:
            stops = [*self._boxes[element], *strip.stops]
        boxes = [stop for stop in stops if stop.boxed]
        if strip.wraps and any(stop.boxed and stop not in boxes for stop in strip.stops):
            # Which of several boxes stand in this line is a guess.
            boxes = [*boxes, *(stop for stop in strip.stops if stop.boxed and stop not in boxes)]
        if not stops:
            if figure in _FREE or (figure is Figure.SCRIBBLE and one.shape.width <= 45):
                self._mark(
                    one, element, self._end(element), min(under.sure, LIKELY if figure in _FREE else JUDGED)
                )
            return
        left, _, right, _ = one.shape.frame
        touched = [stop for stop in stops if stop.left - 5 <= right and left <= stop.right + 5]
        if not one.corner.across:
            if touched or figure in _FREE:
                self._mark(
                    one, element, self._first(element), min(under.sure, LIKELY if len(boxes) < 2 else GUESSED)
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
        if (not touched and one.shape.figure not in _FREE) or (needs_box and not on_box):
            return
        x = one.shape.middle[0]
        near = bool(touched) or stops[0].left - _REACH <= x <= stops[-1].right + _REACH
        sure = min(under.sure, sureness(one), SURE if near else JUDGED)
        # A frame round an option may be its ornament, an upright stroke a mark of the page.
        state = State.UNSURE if framed or is_upright(one.shape) else State.TICKED
        self._mark(one, under.element, (box.index, box.start), sure, state)

    def _put_over_several(
        self, one: Laid, under: Under, boxes: Sequence[Stop], touched: Sequence[Stop]
    ) -> None:
        """In a line with several boxes the nearest is meant, most likely."""
        x = one.shape.middle[0]
        if not touched and one.shape.figure not in _FREE:
            return
        if touched and not any(stop.boxed for stop in touched):
            stop = touched[0]
        else:
            stop = min(boxes, key=lambda stop: abs(stop.middle - x))
        self._mark(one, under.element, (stop.index, stop.start), min(under.sure, DOUBTED))

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
            if figure in _FREE or ringed:
                x = one.shape.middle[0]
                after = next((stop for stop in stops if stop.middle > x), None)
                place = (after.index, after.start) if after else self._end(under.element)
                outside = not ringed and (after is None or after is stops[0])
                self._mark(one, under.element, place, min(under.sure, LIKELY if outside else JUDGED))
            return
        if long and figure not in _FREE:
            return
        share = (touched[-1].right - touched[0].left) / max(stops[-1].right - stops[0].left, 1.0)
        whole = touched[0] is stops[0] and (share >= 0.6 or figure in _FREE)
        sure = min(under.sure, sureness(one), LIKELY if whole and figure is not Figure.LINE else JUDGED)
        self._mark(one, under.element, (touched[0].index, touched[0].start), sure)

    def _mark(
        self, one: Laid, element: Element, place: tuple[int, int], sure: float, state: State = State.TICKED
    ) -> None:
        """Puts a mark, but one only where several strokes make it."""
        known = next(
            (put for put in self._puts[element] if (put.index, put.start) == place and not put.mark.boxed),
            None,
        )
        if known is not None:
            if known.mark.confidence >= sure:
                return
            self._puts[element].remove(known)
        # What is drawn round or through the words of an answer is no part of them.
        sign = _SIGNS.get(one.shape.figure, "")
        where = self._paragraphs[element].place
        mark = Mark(state, one.shape.method, sign, where, one.dress, sure, boxed=False)
        self._puts[element].append(Put(*place, mark))

    def _put_stroke(self, one: Laid) -> None:
        """A stroke along words strikes them out or underlines them; over a box it is for a person."""
        under = self._terrain.under(one)
        if not one.corner.across or not 0.15 <= under.rise <= 1.3:
            return
        strip = self._terrain.strip(under.element)
        left, _, right, _ = one.shape.frame
        stops = strip.in_line(under.line)
        boxes = [stop for stop in (*stops, *self._boxes[under.element]) if stop.boxed]
        if strip.wraps and all(stop.boxed for stop in stops):
            # By the estimate its words stand in the next line, where no stroke is drawn beside a box.
            stops = strip.in_line(under.line + 1)
        touched = [stop for stop in stops if not stop.boxed and stop.left < right and left < stop.right]
        box = next((stop for stop in boxes if stop.left < right and left < stop.right), None)
        if touched and (box is None or right - touched[0].left >= 0.5 * _length(touched)):
            if right - left <= sum(_length(strip.in_line(line)) for line in range(strip.lines)) + 60:
                dress = Emphasis.STRUCK if under.rise < 0.8 else Emphasis.UNDERLINED
                first, last = _stretched(strip.stops, touched, right - left)
                self._strokes[under.element].append(Stroke(first, last, dress))
        elif box is not None and right - left <= 3 * (box.right - box.left) and under.rise < 0.85:
            self._mark(one, under.element, (box.index, box.start), JUDGED, State.UNSURE)


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
