"""Puts marks into the paragraphs that drawn shapes lie on: boxes first, then what lies over them or words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Mark, Method, Paragraph, State
from parsers.word.drawn.laid import JUDGED, LIKELY, SURE, Laid, Tick, crossed, merged, own_state, told_apart
from parsers.word.drawn.over import FREE, Over
from parsers.word.drawn.puts import Puts
from parsers.word.drawn.strip import Put, Stop, rewritten
from parsers.word.drawn.terrain import DOUBTED, GUESSED, Terrain, Under
from parsers.word.names import Element

_BOXES = {State.EMPTY: "☐", State.TICKED: "☒", State.UNSURE: "☐"}
_PATTERN = 3
"""From how many on shapes that are all alike are a pattern."""


class Settling:
    """One settling of all drawings of a document."""

    def __init__(self, terrain: Terrain) -> None:
        self._terrain = terrain
        self._puts = Puts(terrain)
        self._over = Over(terrain, self._puts)

    def paragraphs(self) -> dict[int, Paragraph]:
        """The paragraphs that change, by the identity of what they were."""
        homes = self._terrain.homes()
        laid = [one for element, paragraph in homes for one in self._terrain.lay(element, paragraph)]
        boxes, over, kept = told_apart(laid, self._terrain.lies_on, self._puts.has_boxes())
        ticks, loose = merged(boxes, crossed(over))
        for box in boxes:
            self._put_box(box, ticks.get(box))
        ornaments = self._ornaments(loose)
        for one in loose:
            if one not in ornaments:
                self._over.put(one)
        touched = {
            **dict(homes),
            **{one: self._terrain.paragraphs[one] for one in (*self._puts.marks, *self._puts.strokes)},
        }
        return {id(one): self._changed(element, one, kept) for element, one in touched.items()}

    def _changed(self, element: Element, paragraph: Paragraph, kept: set[int]) -> Paragraph:
        gone = frozenset(
            at
            for at, inline in enumerate(paragraph.inlines)
            if id(inline) in self._terrain.held and id(inline) not in kept
        )
        puts, strokes = self._puts.marks.get(element, ()), self._puts.strokes.get(element, ())
        return replace(paragraph, inlines=rewritten(paragraph.inlines, puts, strokes, gone))

    def _ornaments(self, loose: Sequence[Laid]) -> set[Laid]:
        """Shapes all alike beside words without boxes, in a form that has boxes: nobody ticks like that."""
        alike: dict[object, list[Laid]] = defaultdict(list)
        for one in loose:
            shape = one.shape
            by_hand = shape.figure in FREE or shape.method is Method.INK
            if (
                one.corner.known
                and not by_hand
                and not self._puts.is_by_box(self._terrain.under(one).element)
            ):
                kind = (shape.figure, shape.dark, round(shape.width), round(shape.height))
                alike[kind].append(one)
        many = [one for group in alike.values() if len(group) >= _PATTERN for one in group]
        return set(many) if many and self._puts.has_boxes() else set()

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
            state, method, _BOXES[state], self._terrain.paragraphs[element].place, box.dress, sure, boxed=True
        )
        self._puts.marks[element].append(Put(*put, mark))
        self._puts.boxes[element].append(Stop(left, right, line, *put, put[1], boxed=True))

    def _gap(self, element: Element, line: int, x: float | None) -> tuple[tuple[int, int], float]:
        """Where between the words of a line a place across is, and how surely."""
        strip = self._terrain.strip(element)
        stops = strip.in_line(line)
        if not stops or x is None:
            # Blanks for a box may have pushed the words into the next line.
            later = next((stop for stop in strip.stops if stop.line >= line), None)
            return (later.index, later.start) if later else self._puts.end(
                element
            ), SURE if later is None else LIKELY
        after = next((at for at, stop in enumerate(stops) if stop.middle > x), len(stops))
        if after == len(stops):
            later = next((stop for stop in strip.stops if stop.line > line), None)
            return (later.index, later.start) if later else self._puts.end(element), SURE
        place = stops[after].index, stops[after].start
        if after == 0:
            return place, SURE
        # In the middle of a line the estimate must agree with room left free by blanks or a tab.
        room = stops[after].left - stops[after - 1].right
        return place, LIKELY if room > 8 and strip.placed else DOUBTED
