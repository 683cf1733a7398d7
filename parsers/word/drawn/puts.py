"""The marks, strokes and boxes that drawings come to, by the paragraph they are put in."""

from __future__ import annotations

from collections import defaultdict

from parsers.document import Mark, State
from parsers.word.drawn.laid import Laid
from parsers.word.drawn.shapes import Figure
from parsers.word.drawn.strip import Put, Stop, Stroke
from parsers.word.drawn.terrain import Terrain
from parsers.word.names import Element

_SIGNS = {Figure.CHECK: "✓", Figure.CROSS: "✗"}


class Puts:
    """What is put into the paragraphs of a document."""

    def __init__(self, terrain: Terrain) -> None:
        self._terrain = terrain
        self.marks: dict[Element, list[Put]] = defaultdict(list)
        self.strokes: dict[Element, list[Stroke]] = defaultdict(list)
        self.boxes: dict[Element, list[Stop]] = defaultdict(list)
        """Drawn boxes, as stops."""

    def mark(
        self, one: Laid, element: Element, place: tuple[int, int], sure: float, state: State = State.TICKED
    ) -> None:
        """Puts a mark, but one only where several strokes make it."""
        known = next(
            (put for put in self.marks[element] if (put.index, put.start) == place and not put.mark.boxed),
            None,
        )
        if known is not None:
            if known.mark.confidence >= sure:
                return
            self.marks[element].remove(known)
        # What is drawn round or through the words of an answer is no part of them.
        sign = _SIGNS.get(one.shape.figure, "")
        where = self._terrain.paragraphs[element].place
        mark = Mark(state, one.shape.method, sign, where, one.dress, sure, boxed=False)
        self.marks[element].append(Put(*place, mark))

    def first(self, element: Element) -> tuple[int, int]:
        """The first box of a paragraph, else its first word."""
        stops = [*self.boxes[element], *self._terrain.strip(element).stops]
        stop = next((stop for stop in stops if stop.boxed), stops[0] if stops else None)
        return (stop.index, stop.start) if stop else self.end(element)

    def end(self, element: Element) -> tuple[int, int]:
        """Behind all that stands in a paragraph."""
        return len(self._terrain.paragraphs[element].inlines), 0

    def is_by_box(self, element: Element) -> bool:
        """Whether a paragraph has a box, drawn or typed."""
        return bool(self.boxes[element]) or any(stop.boxed for stop in self._terrain.strip(element).stops)

    def has_boxes(self) -> bool:
        """Whether boxes stand in the document, drawn or typed."""
        if any(self.boxes.values()):
            return True
        inlines = (inline for paragraph in self._terrain.paragraphs.values() for inline in paragraph.inlines)
        return any(isinstance(inline, Mark) and inline.boxed for inline in inlines)
