"""Keeps what is drawn in a Word document until it is known what it lies on.

A drawing floats: only its place ties it to an option. The walk leaves a stand-in where a drawing is
anchored; when all paragraphs are known, `Overlays.settled` puts marks where the shapes lie. Where the
place is a guess the mark is there all the same, and not sure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from parsers.document import Block, Image, Mark, Method, Paragraph, Place, State, Table
from parsers.word.drawn.ground import Ground
from parsers.word.drawn.settling import Settling
from parsers.word.drawn.shapes import Drawing
from parsers.word.drawn.terrain import GUESSED, Held, Terrain
from parsers.word.dress import emphasis
from parsers.word.names import Element

_MOST_SHAPES = 1_500
"""What lies beyond is kept where it is anchored, and not sure."""


class Overlays:
    """The drawings of a document as the walk meets them, until its paragraphs are known."""

    def __init__(self) -> None:
        self._paragraphs: list[tuple[Paragraph, Element]] = []
        self._held: dict[int, Held] = {}
        self._shapes = 0

    def paragraph(self, paragraph: Paragraph, element: Element) -> None:
        """Takes note of a paragraph that was read."""
        self._paragraphs.append((paragraph, element))

    def replaced(self, changed: Mapping[int, Paragraph]) -> None:
        """Takes note of paragraphs that have changed, by their former id."""
        self._paragraphs = [(changed.get(id(one), one), element) for one, element in self._paragraphs]

    def stand_in(self, drawing: Drawing, dress: int, place: Place) -> Mark:
        """What to put in the line for a drawing until it is known what it lies on."""
        self._shapes += len(drawing.shapes)
        if self._shapes > _MOST_SHAPES:
            return Mark(State.UNSURE, Method.DRAWING, "", place, emphasis(dress), GUESSED, boxed=False)
        mark = Mark(State.UNSURE, Method.DRAWING, "", place, confidence=GUESSED, boxed=False)
        self._held[id(mark)] = Held(mark, drawing, emphasis(dress))
        return mark

    def icon(self, picture: Image, drawing: Drawing, dress: int) -> None:
        """Takes note of a picture that is hardly larger than a box."""
        self._shapes += 1
        if self._shapes <= _MOST_SHAPES:
            self._held[id(picture)] = Held(picture, drawing, emphasis(dress))

    def settled(self, blocks: list[Block], styles: Callable[[], bytes | None]) -> list[Block]:
        """The blocks with marks where the drawings lie, and no stand-in; `styles` gives the styles part."""
        if not self._held:
            return blocks
        changed = Settling(Terrain(self._paragraphs, self._held, Ground(styles()))).paragraphs()
        return [rebuilt(block, changed) for block in blocks]


def rebuilt(block: Block, changed: Mapping[int, Paragraph]) -> Block:
    """A block with those of its paragraphs replaced that have changed, by their id."""
    if isinstance(block, Paragraph):
        return changed.get(id(block), block)
    cells = (
        replace(cell, blocks=tuple(rebuilt(one, changed) for one in cell.blocks)) for cell in block.cells
    )
    return Table(tuple(cells), block.place)
