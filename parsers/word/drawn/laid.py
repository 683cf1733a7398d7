"""Drawn shapes where they lie: which are boxes, which lie over one, and strokes that make one cross."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from parsers.document import Emphasis, State
from parsers.word.drawn.candidates import LARGEST, is_box_sized, written_state
from parsers.word.drawn.pictures import Look
from parsers.word.drawn.shapes import Figure, Shape
from parsers.word.names import Element

SURE, LIKELY, JUDGED = 0.95, 0.85, 0.6
RADIO = 18.0
"""How wide a circle for a box is at most, in points; larger ones are drawn round something."""


@dataclass(frozen=True, slots=True)
class Corner:
    """What shapes are counted from."""

    home: Element
    """The paragraph they are anchored in."""
    index: int
    """Of the stand-in among that paragraph's inlines; of the first, where several share the corner."""
    inline: bool
    known: bool
    """Whether it is the paragraph's own corner, so that what lies under them can be told."""
    across: bool
    """The same for their place across alone."""
    by_letter: bool = False
    """Whether it is the letter's that they are anchored at."""


@dataclass(eq=False, frozen=True, slots=True)
class Laid:
    """A shape where it lies, in points from its corner. Compared by identity."""

    shape: Shape
    corner: Corner
    dress: Emphasis
    over_text: bool
    """Whether the text runs on under it."""
    look: Look | None = None
    """For a picture: what is to be seen in it."""
    with_text: bool = False
    """Whether it is drawn beside text of its own, whose place is not kept."""
    stand_in: int = 0
    """The identity of its stand-in."""

    @property
    def floats(self) -> bool:
        """Whether it may lie on words."""
        return not self.corner.inline and not self.corner.by_letter and self.over_text


@dataclass(frozen=True, slots=True)
class Tick:
    """What lies over a drawn box."""

    over: Laid
    state: State
    sure: float


LiesOn: TypeAlias = Callable[[Laid, bool], bool]
"""Whether a shape lies on a box of the text or, if so asked, on its words."""


def told_apart(laid: Sequence[Laid], lies_on: LiesOn, typed: bool) -> tuple[list[Laid], list[Laid], set[int]]:
    """The boxes, what may lie over boxes or words, and the stand-ins of pictures that stay pictures.

    `typed` says whether the text has boxes of its own.
    """
    framed = by_corner(one for one in laid if _is_empty_box(one))
    empty = {
        one for group in framed.values() for one in group if not _is_ring(one, framed[one.corner], lies_on)
    }
    sizes = [one.shape for one in empty][:_MOST_SIZES]
    pictured = [one.shape for one in laid if one.look is Look.EMPTY][:_MOST_SIZES]
    unread = [one.shape for one in laid if one.look is Look.UNREADABLE][:_MOST_SIZES]
    boxes, over, kept = [one for one in laid if one in empty], list[Laid](), set[int]()
    for one in laid:
        if one in empty:
            continue
        if one.shape.figure is Figure.PICTURE:
            if _is_pictured_box(one, typed, pictured, unread):
                boxes.append(one)
            elif _is_pictured_tick(one, typed, pictured):
                over.append(one)
            else:
                kept.add(one.stand_in)
        elif not _is_filled(one.shape):
            if one.shape.outlined or one.shape.figure not in (Figure.SQUARE, Figure.ROUND):
                over.append(one)
        # Over a box a filling ticks it, among hollow boxes it is a ticked one; alone it is ornament.
        elif _fills(one, [box for box in framed.get(one.corner, ()) if box in empty], lies_on):
            over.append(one)
        elif is_box_sized(one.shape) and any(_alike(one.shape, size) for size in sizes):
            boxes.append(one)
    return boxes, over, kept


def _is_filled(shape: Shape) -> bool:
    return shape.dark and shape.figure in (Figure.SQUARE, Figure.ROUND)


def _fills(one: Laid, frames: Iterable[Laid], lies_on: LiesOn) -> bool:
    """Whether a filled shape lies on one of these frames, or on a box of the text."""
    if max(one.shape.width, one.shape.height) > LARGEST:
        return False
    return any(covers(one, box) for box in frames) or (one.floats and lies_on(one, False))


def by_corner(laid: Iterable[Laid]) -> dict[Corner, list[Laid]]:
    """Shapes by what they are counted from."""
    groups: dict[Corner, list[Laid]] = {}
    for one in laid:
        groups.setdefault(one.corner, []).append(one)
    return groups


_MOST_SIZES = 40
_NEAR = 40
"""How many shapes back the other stroke of a cross is looked for: people draw it next."""
_BOXES = (Look.EMPTY, Look.TICKED, Look.UNSURE)


def _is_empty_box(one: Laid) -> bool:
    """Whether it is a frame of a box's size, whatever may be written in it."""
    shape = one.shape
    framed = shape.figure in (Figure.SQUARE, Figure.ROUND) and shape.outlined and not shape.dark
    return framed and is_box_sized(shape)


def _is_ring(one: Laid, laid: Iterable[Laid], lies_on: LiesOn) -> bool:
    """Whether a small frame is drawn round something, and no box of its own."""
    if one.shape.words is not None or not one.floats:
        return False
    if one.shape.figure is Figure.SQUARE:
        return lies_on(one, False)
    if one.shape.width > RADIO and not one.corner.inline:
        return True
    others = (other for other in laid if other.shape.figure is Figure.SQUARE and _is_empty_box(other))
    return any(covers(one, other) for other in others) or lies_on(one, True)


def _is_pictured_box(one: Laid, typed: bool, empty: Sequence[Shape], unread: Sequence[Shape]) -> bool:
    """Whether a small picture is a box: icons are none, so others of its kind or boxes must be there."""
    if not is_box_sized(one.shape):
        return False
    if one.look in _BOXES:
        return typed or any(_as_large(one.shape, other) for other in empty)
    alike = sum(_as_large(one.shape, other) for other in unread)
    return one.look is Look.UNREADABLE and (typed or alike > 1)


def _is_pictured_tick(one: Laid, typed: bool, empty: Sequence[Shape]) -> bool:
    """Whether a small picture of strokes is a tick: beside pictures of boxes, or laid over a typed one."""
    return one.look is Look.BARE and bool(empty or (typed and one.floats))


def _as_large(shape: Shape, other: Shape) -> bool:
    """Whether two pictures are about as large, as those of empty and ticked boxes are."""
    return abs(shape.width - other.width) <= 3 and abs(shape.height - other.height) <= 3


def _alike(shape: Shape, other: Shape) -> bool:
    """Whether two shapes are of the same figure and size, as those are that differ in filling only."""
    near = abs(shape.width - other.width) < 0.5 and abs(shape.height - other.height) < 0.5
    return near and shape.figure is other.figure


def crossed(over: Sequence[Laid]) -> list[Laid]:
    """The same with two strokes that cross made one cross."""
    made: list[Laid] = []
    for group in by_corner(over).values():
        crosses: list[Laid] = []
        for one in group:
            at = next((at for at, other in enumerate(crosses[-_NEAR:]) if _cross(one, other)), None)
            if at is None:
                crosses.append(one)
            else:
                at += max(len(crosses) - _NEAR, 0)
                crosses[at] = _joined(one, crosses[at])
        made += crosses
    return made


def _joined(one: Laid, other: Laid) -> Laid:
    """The cross of two strokes."""
    (left, top, right, bottom), (x0, y0, x1, y1) = one.shape.frame, other.shape.frame
    frame = (min(left, x0), min(top, y0), max(right, x1), max(bottom, y1))
    return replace(other, shape=replace(other.shape, figure=Figure.CROSS, frame=frame))


def _cross(one: Laid, other: Laid) -> bool:
    """Whether two strokes cross near the middle of both."""
    if not is_slanted(one.shape) or not is_slanted(other.shape) or one.shape.falls == other.shape.falls:
        return False
    (x, y), (other_x, other_y) = one.shape.middle, other.shape.middle
    reach = 0.4 * max(one.shape.width, other.shape.width, one.shape.height, other.shape.height)
    return abs(x - other_x) <= reach and abs(y - other_y) <= reach


def is_slanted(shape: Shape) -> bool:
    """Whether it is a stroke that neither lies nor stands."""
    return shape.figure is Figure.LINE and not is_flat(shape) and not is_upright(shape)


def is_flat(shape: Shape) -> bool:
    """Whether it is a stroke along the line of writing."""
    return shape.figure is Figure.LINE and shape.height <= 0.25 * shape.width


def is_upright(shape: Shape) -> bool:
    """Whether it is a stroke across the line of writing."""
    return shape.figure is Figure.LINE and shape.width <= 0.25 * shape.height


def covers(one: Laid, box: Laid) -> bool:
    """Whether a shape lies over a drawn box that is counted from the same corner."""
    return one is not box and one.corner == box.corner and distance(one.shape, box.shape) <= 1


def distance(shape: Shape, box: Shape) -> float:
    """How far a shape's middle is from a box's: up to 1 it lies on it; infinite where it is far larger."""
    if shape.width > 4 * box.width + 8 or shape.height > 4 * box.height + 8:
        return float("inf")
    (x, y), (box_x, box_y) = shape.middle, box.middle
    # A tick drawn by hand begins in the box and ends beyond it.
    wide, high = 0.55 * box.width + 0.3 * shape.width, 0.55 * box.height + 0.3 * shape.height
    return max(abs(x - box_x) / wide, abs(y - box_y) / high)


def merged(boxes: Sequence[Laid], over: Sequence[Laid]) -> tuple[dict[Laid, Tick], list[Laid]]:
    """What lies over which drawn box, and what lies over none of them."""
    ticks: dict[Laid, Tick] = {}
    loose: list[Laid] = []
    around = by_corner(boxes)
    for one in over:
        near = around.get(one.corner, [])
        ranked = sorted(
            (distance(one.shape, box.shape), at) for at, box in enumerate(near) if covers(one, box)
        )
        if not ranked:
            loose.append(one)
            continue
        box = near[ranked[0][1]]
        clear = len(ranked) == 1 or ranked[1][0] > 1.5 * ranked[0][0] + 0.1
        state = State.UNSURE if is_flat(one.shape) or is_upright(one.shape) else State.TICKED
        tick = Tick(one, state, min(sureness(one), SURE if clear else JUDGED))
        if box not in ticks or ticks[box].sure < tick.sure:
            ticks[box] = tick
    return ticks, loose


def sureness(one: Laid) -> float:
    """How surely a shape over a box is a tick."""
    match one.shape.figure:
        case Figure.OTHER | Figure.PICTURE | Figure.SQUARE if not one.shape.dark:
            return JUDGED if one.look is not Look.BARE else LIKELY
        case Figure.LINE:
            return LIKELY
        case _:
            return SURE


def own_state(box: Laid) -> State:
    """What a drawn box says by itself: by its filling, the words in it or what a picture shows."""
    match box.look:
        case Look.EMPTY:
            return State.EMPTY
        case Look.TICKED:
            return State.TICKED
        case Look.UNSURE | Look.UNREADABLE:
            return State.UNSURE
        case _:
            pass
    written = written_state(box.shape)
    if written is not None:
        return written
    return State.TICKED if box.shape.dark else State.EMPTY
