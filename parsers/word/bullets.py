"""Bullets that are boxes only beside others: ○ against ●, □ against ■, a dot against an X.

A list of nothing but discs is an ordinary list. Where the bullets of one group differ in such a way,
somebody chose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.document import Block, Mark, Method, Paragraph, Place, State, Text, paragraphs_of
from parsers.word.dress import emphasis
from parsers.word.numbering import Bullet, Bullets, Key, Shape

_CHOSEN = {
    Shape.FILLED: frozenset((Shape.HOLLOW,)),
    Shape.TYPED: frozenset((Shape.HOLLOW, Shape.FILLED, Shape.DOT)),
}
"""What a bullet has to stand beside to say that its item was chosen."""
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph that is an item of a list."""

    key: Key
    bullet: Bullet
    dress: int
    place: Place


class Items:
    """The items of a part's lists as the walk meets them, until all are known."""

    def __init__(self) -> None:
        self._items: dict[int, _Item] = {}
        self._shapes: set[Shape] = set()
        self._next: _Item | None = None

    def mark(
        self, bullets: Bullets, item: tuple[str, str], style: str, dress: int, place: Place
    ) -> Mark | None:
        """The mark before an item of that list and level, its paragraph being of that style; or None."""
        found = bullets.of(item, style)
        if found is None:
            return None
        key, bullet = found
        self._next = _Item(key, bullet, dress, place)
        if bullet.look is None:
            return None
        # A bullet is no text: with a sign of its own it would come back in people's answers.
        look = bullet.look
        return Mark(look.state, bullet.method, "", place, emphasis(dress), look.confidence, look.boxed)

    def paragraph(self, paragraph: Paragraph) -> None:
        """Takes note of the paragraph that the bullet met last belongs to."""
        if self._next is not None:
            self._items[id(paragraph)] = self._next
            self._shapes.add(self._next.bullet.shape)
            self._next = None

    def changed(self, blocks: list[Block]) -> dict[int, Paragraph]:
        """By the id of a paragraph the same with a mark, where its bullet says something beside others."""
        if not any(self._shapes & beside for shape, beside in _CHOSEN.items() if shape in self._shapes):
            return {}
        chosen = dict(pair for run in self._runs(blocks) for pair in _chosen(run))
        found = ((paragraph, self._items.get(id(paragraph))) for paragraph in paragraphs_of(blocks))
        return {
            id(paragraph): _marked(paragraph, item, chosen[item.key])
            for paragraph, item in (found if chosen else ())
            if item is not None and item.key in chosen and item.bullet.look is None
        }

    def _runs(self, blocks: list[Block]) -> Iterator[list[_Item]]:
        """Items one after the other, whatever cells they stand in."""
        run: list[_Item] = []
        for paragraph in paragraphs_of(blocks):
            item = self._items.get(id(paragraph))
            if item is not None:
                run.append(item)
            elif any(not isinstance(inline, Text) or inline.text.strip() for inline in paragraph.inlines):
                yield run
                run = []
        yield run


def _marked(paragraph: Paragraph, item: _Item, state: State) -> Paragraph:
    boxed = item.bullet.shape is not Shape.TYPED
    mark = Mark(state, Method.SYMBOL, "", item.place, emphasis(item.dress), _SURE, boxed)
    return replace(paragraph, inlines=(mark, *paragraph.inlines))


def _chosen(run: list[_Item]) -> Iterator[tuple[Key, State]]:
    """What the two bullets of a run say, where one of them says that its item was chosen."""
    shapes = {item.bullet.shape for item in run}
    levels = {item.key[1] for item in run}
    for shape, beside in _CHOSEN.items():
        if len(shapes) == 2 and len(levels) == 1 and shape in shapes and shapes & beside:
            for item in run:
                ticked = item.bullet.shape is shape
                # A dot is no box: where it stands nothing was written.
                if ticked or item.bullet.shape is Shape.HOLLOW:
                    yield item.key, State.TICKED if ticked else State.EMPTY
            return
