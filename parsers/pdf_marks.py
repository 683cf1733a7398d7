"""Tells drawn boxes from ruling lines and shading, and whether anything stands in a box.

Characters that look like boxes are `marks`' business; here are squares and rings made of lines,
ticks drawn over any box, and the boxes of interactive forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import Box, Method, State
from parsers.pdf_added import Overlay, laid_over
from parsers.pdf_drawing import sides
from parsers.pdf_ink import drawn_over
from parsers.pdf_objects import Entry, Kind, Page, Rule, Shape, Sign, Way, Word, area, holds, middle

_LEAST, _MOST = 5.0, 20.0
"""The side of a drawn box, in points."""

_MOST_TEXT = 26.0
"""The side of a text field that serves as a box, in points."""

_MOST_RULES = 600
"""So many short rules are a drawing, and no boxes are looked for among them."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page's things by what they are."""

    words: tuple[Word, ...]
    signs: tuple[Sign, ...]
    rules: tuple[Rule, ...]
    tints: tuple[Box, ...]
    """Coloured areas: shading of cells, or marker over text."""
    over: Overlay | None = None
    """What was added with a viewer's tools and still has to be placed."""


def sort(page: Page) -> Sorted:
    """The page's words, boxes, ruling lines and coloured areas, each thing under one of them."""
    shapes, rules = _split_rules(page)
    outlines, others = _outlines(shapes, rules, page.words)
    used = {id(rule) for outline in outlines for rule in outline.rules}
    rules = [rule for rule in rules if id(rule) not in used]
    ink = [shape for shape in others if not shape.tinted and not (shape.upright and not shape.dark)]
    words, signs = list(_printed(page)), list(page.boxes)
    for outline in outlines:
        sign, words = _read(outline, ink, rules, words)
        signs.append(sign)
    taken: set[int] = set()
    if ink:
        words = [_overdrawn(word, ink) for word in words]
        looks = [word.box for word in words if word.look is not None]
        taken = {id(one) for one in ink if any(_crosses(one.box, box) for box in looks)}
    words = _overtyped(words)
    signs, words = _with_entries(page.entries, signs, words)
    free = [rule for rule in rules if not any(_inside(rule, sign.box) for sign in signs)]
    frames = [side for shape in others if _is_frame(shape) for side in sides(shape.box)]
    tints = tuple(shape.box for shape in others if shape.tinted)
    added = (*page.added, *drawn_over([one for one in ink if id(one) not in taken], words, signs))
    if not added:
        return Sorted(tuple(words), tuple(signs), (*free, *frames), tints)
    over = laid_over(words, signs, added)
    return Sorted(over.words, over.signs, (*free, *frames), tints, over)


def _printed(page: Page) -> Sequence[Word]:
    """The words without those that a viewer's tool put among them."""
    added = {one.word.at for one in page.added if one.word is not None}
    return [word for word in page.words if word.at not in added] if added else page.words


@dataclass(frozen=True, slots=True)
class _Outline:
    """The line around a box."""

    box: Box
    dark: bool
    rules: tuple[Rule, ...] = ()
    """The rules that make it, where it is made of rules."""


def _split_rules(page: Page) -> tuple[list[Shape], list[Rule]]:
    """The shapes, and the rules; squares side by side are a comb to write in, hence rules."""
    shapes, rules = [], list(page.rules)
    squares = [shape for shape in page.shapes if _is_square(shape)]
    for shape in page.shapes:
        if _is_square(shape) and any(_adjoin(shape.box, other.box) for other in squares):
            rules.extend(sides(shape.box))
        else:
            shapes.append(shape)
    return shapes, rules


def _is_square(shape: Shape) -> bool:
    sized = _box_sized(shape.box) or (shape.stroked and _is_tall(shape.box))
    return shape.upright and (shape.stroked or shape.dark) and sized


def _is_ring(shape: Shape) -> bool:
    """Whether a shape is the ring of a radio button, or a square with round corners."""
    return shape.closed and (shape.stroked or shape.dark) and _box_sized(shape.box)


def _box_sized(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        min(width, height) >= _LEAST
        and max(width, height) <= _MOST
        and max(width, height) < 1.4 * min(width, height)
    )


def _is_frame(shape: Shape) -> bool:
    return shape.upright and shape.stroked and not _box_sized(shape.box)


def _adjoin(one: Box, two: Box) -> bool:
    """Whether two squares stand side by side; boxes of a list may touch one above the other."""
    level = abs(one[1] - two[1]) < 1 and abs(one[3] - two[3]) < 1
    return level and min(abs(one[2] - two[0]), abs(two[2] - one[0])) < 1


def _outlines(
    shapes: Sequence[Shape], rules: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[_Outline], list[Shape]]:
    """The lines around boxes, the outermost of those that lie in one another; and all other shapes."""
    square = [shape for shape in shapes if _is_square(shape)]
    rings = [shape for shape in shapes if _is_ring(shape)]
    rings = _without_rounds(rings, square, words) if len(rings) > 1 else []
    found: list[_Outline] = []
    for shape in sorted(square + rings, key=lambda shape: -area(shape.box)):
        if not any(holds(known.box, *middle(shape.box)) for known in found):
            # Drawn twice, once for the area and once for the line: still one box.
            dark = shape.dark or any(_same(shape.box, other.box) and other.dark for other in square + rings)
            found.append(_Outline(shape.box, dark))
    # An area with no line is a box only where others like it have one.
    lined = [outline for outline in found if _has_line(outline, square + rings)]
    found = [one for one in found if one in lined or any(_alike(one.box, two.box) for two in lined)]
    found.extend(_from_rules(rules))
    spent = {id(shape) for shape in square + rings if any(_same(shape.box, outline.box) for outline in found)}
    return found, [shape for shape in shapes if id(shape) not in spent]


def _without_rounds(rings: Sequence[Shape], square: Sequence[Shape], words: Sequence[Word]) -> list[Shape]:
    """The rings without those that somebody drew round a box."""
    boxes = [shape.box for shape in square] + [word.box for word in words if _is_empty_box(word)]
    return [
        ring
        for ring in rings
        if not any(
            holds(ring.box, *middle(box)) and 1.2 * (box[2] - box[0]) < ring.box[2] - ring.box[0]
            for box in boxes
        )
    ]


def _same(one: Box, two: Box) -> bool:
    return all(abs(a - b) < 1 for a, b in zip(one, two, strict=True))


def _alike(one: Box, two: Box) -> bool:
    return abs(one[2] - one[0] - two[2] + two[0]) < 3 and abs(one[3] - one[1] - two[3] + two[1]) < 3


def _has_line(outline: _Outline, shapes: Sequence[Shape]) -> bool:
    return any(shape.stroked and _same(shape.box, outline.box) for shape in shapes)


def _from_rules(rules: Sequence[Rule]) -> list[_Outline]:
    """Boxes made of separate rules that meet at their ends and nowhere else."""
    parts = _joined([rule for rule in rules if rule.length <= _MOST])
    short = [rule for rule in parts if _LEAST <= rule.length <= _MOST]
    level = [rule for rule in short if rule.way is Way.ACROSS]
    upright = [rule for rule in short if rule.way is Way.DOWN]
    if len(level) < 2 or len(upright) < 2 or len(short) > _MOST_RULES:
        return []
    found: list[_Outline] = []
    for top in level:
        for bottom in level:
            if bottom.at > top.at and _near(top.start, bottom.start) and _near(top.end, bottom.end):
                found.extend(_closed(top, bottom, upright))
    found = [replace(one, rules=tuple(part for rule in one.rules for part in parts[rule])) for one in found]
    return [one for one in _merged(found) if not any(_adjoin(one.box, two.box) for two in found)]


def _joined(rules: Sequence[Rule]) -> dict[Rule, tuple[Rule, ...]]:
    """The rules with those that go on in one another as one, each with what it is made of.

    Some programs draw the border of words piece by piece.
    """
    found: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda one: (one.way.value, round(one.at * 4), one.start)):
        last, parts = found[-1] if found else (rule, [])
        level = last.way is rule.way is Way.ACROSS
        if parts and level and abs(last.at - rule.at) < 0.5 and abs(rule.start - last.end) < 0.5:
            found[-1] = (replace(last, end=max(rule.end, last.end)), [*parts, rule])
        else:
            found.append((rule, [rule]))
    joined: dict[Rule, tuple[Rule, ...]] = {rule: (rule,) for rule in rules}
    for rule, parts in found:
        joined[rule] = (*joined.get(rule, ()), *parts)
    return joined


def _closed(top: Rule, bottom: Rule, upright: Sequence[Rule]) -> Iterator[_Outline]:
    """The box that two level rules make with the upright ones at their ends.

    One of these may be missing: a program leaves out the side that lies on a cell's line.
    """
    box = (top.start, top.at, top.end, bottom.at)
    if _box_sized(box) or _is_tall(box):
        ends = [rule for x in (top.start, top.end) for rule in upright if _spans(rule, x, box)]
        if len(ends) > 1 or (ends and not _is_tall(box)):
            yield _Outline(box, dark=False, rules=(top, bottom, *ends))


def _is_tall(box: Box) -> bool:
    """Whether a box is as high as a line: the border of a blank."""
    width, height = box[2] - box[0], box[3] - box[1]
    return _LEAST <= width < height <= _MOST and height < 2.4 * width and not _box_sized(box)


def _merged(outlines: Sequence[_Outline]) -> list[_Outline]:
    """The outlines with those that lie over one another taken as one: boxes in a row share sides."""
    found: list[_Outline] = []
    for outline in sorted(outlines, key=lambda one: -len(one.rules)):
        x, y = middle(outline.box)
        at = next((at for at, known in enumerate(found) if holds(known.box, x, y, -1)), None)
        if at is None:
            found.append(outline)
        else:
            found[at] = replace(found[at], rules=(*found[at].rules, *outline.rules))
    return found


def _near(one: float, two: float) -> bool:
    return abs(one - two) < 1.5


def _spans(rule: Rule, x: float, box: Box) -> bool:
    return _near(rule.at, x) and _near(rule.start, box[1]) and _near(rule.end, box[3])


def _read(
    outline: _Outline, ink: Sequence[Shape], rules: Sequence[Rule], words: list[Word]
) -> tuple[Sign, list[Word]]:
    """The box with its state, and the words without the one that stands in it."""
    for word in words:
        if len(word.text) <= 2 and holds(outline.box, *middle(word.box)):
            look = marks.glyph(word.text, word.style.font)
            state = look.state if look is not None else marks.typed(word.text)
            if state is State.TICKED:
                rest = [other for other in words if other is not word]
                return Sign(outline.box, state, Method.DRAWING, "☒"), rest
    if outline.dark or _drawn_in(outline.box, ink) or any(_inside(rule, outline.box) for rule in rules):
        return Sign(outline.box, State.TICKED, Method.DRAWING, "☒"), words
    if any(_crosses(shape.box, outline.box) for shape in ink):
        return Sign(outline.box, State.UNSURE, Method.DRAWING, "☐", 0.5), words
    return Sign(outline.box, State.EMPTY, Method.DRAWING, "☐"), words


def _drawn_in(box: Box, ink: Sequence[Shape]) -> bool:
    """Whether a stroke or an area lies in the box; one may stick out by half the box."""
    reach = 2 * max(box[2] - box[0], box[3] - box[1])
    return any(
        holds(box, *middle(shape.box))
        and max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]) <= reach
        and max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]) >= 2
        for shape in ink
    )


def _crosses(stroke: Box, box: Box) -> bool:
    """Whether a stroke that is not much larger than the box goes through its middle part."""
    inset = (box[2] - box[0]) / 4
    over = stroke[0] < box[2] - inset and stroke[2] > box[0] + inset
    down = stroke[1] < box[3] - inset and stroke[3] > box[1] + inset
    return over and down and max(stroke[2] - stroke[0], stroke[3] - stroke[1]) <= 4 * (box[2] - box[0])


def _inside(rule: Rule, box: Box) -> bool:
    """Whether a rule lies within a box and touches none of its sides along them."""
    if rule.way is Way.ACROSS:
        ends, at, low, high = (box[0], box[2]), rule.at, box[1], box[3]
    else:
        ends, at, low, high = (box[1], box[3]), rule.at, box[0], box[2]
    return (
        low + 1.5 < at < high - 1.5
        and ends[0] - 2 <= rule.start
        and rule.end <= ends[1] + 2
        and rule.length > 2
    )


def _overdrawn(word: Word, ink: Sequence[Shape]) -> Word:
    """A character that is an empty box, ticked where a stroke lies over it."""
    if len(word.text) != 1 or word.text.isalnum():
        return word
    look = marks.glyph(word.text, word.style.font)
    if look is None or look.state is not State.EMPTY:
        return word
    if _drawn_in(word.box, ink):
        return replace(word, look=State.TICKED)
    return replace(word, look=State.UNSURE) if any(_crosses(one.box, word.box) for one in ink) else word


def _overtyped(words: list[Word]) -> list[Word]:
    """The words, with a tick typed over a box's character made one with it."""
    ticks = [word for word in words if len(word.text) == 1 and _is_tick(word)]
    if not ticks:
        return words
    changed: dict[int, Word | None] = {}
    boxes = [word for word in words if _is_empty_box(word)]
    for tick in ticks:
        under = next((box for box in boxes if _covers(tick, box)), None)
        if under is not None:
            changed[id(tick)] = None
            changed[id(under)] = replace(under, look=State.TICKED)
    kept = [changed.get(id(word), word) for word in words]
    return [word for word in kept if word is not None]


def _is_tick(word: Word) -> bool:
    look = marks.glyph(word.text, word.style.font)
    return word.text in "xXvV×√" or (look is not None and look.state is State.TICKED and not look.boxed)


def _is_empty_box(word: Word) -> bool:
    if len(word.text) != 1 or word.text.isascii():
        return False
    look = marks.glyph(word.text, word.style.font)
    return look is not None and look.state is State.EMPTY


def _covers(tick: Word, box: Word) -> bool:
    """Whether the two lie one over the other and not beside one another."""
    across = abs(middle(tick.box)[0] - middle(box.box)[0])
    return across < 0.3 * box.style.size and abs(tick.baseline - box.baseline) < 0.4 * box.style.size


def _with_entries(
    entries: Sequence[Entry], signs: list[Sign], words: list[Word]
) -> tuple[list[Sign], list[Word]]:
    """The form's own boxes put in; what is printed under them goes."""
    boxes = [_as_box(entry) for entry in entries if entry.kind is not Kind.TEXT or is_box(entry)]
    if not boxes:
        return signs, words
    mine = [_of_entry(entry, signs) for entry in boxes]
    signs = [sign for sign in signs if not any(holds(one.box, *middle(sign.box), 2) for one in mine)]
    kept = [
        word
        for word in words
        if len(word.text) > 2
        or not any(holds(one.box, *middle(word.box)) for one in mine)
        or (marks.glyph(word.text, word.style.font) is None and marks.typed(word.text) is None)
    ]
    return signs + mine, kept


def is_box(entry: Entry) -> bool:
    """Whether a text field is used as a box: no larger than one, with a tick in it."""
    x0, top, x1, bottom = entry.box
    small = x1 - x0 <= _MOST_TEXT and bottom - top <= _MOST_TEXT
    return small and entry.kind is Kind.TEXT and marks.typed(entry.value) is State.TICKED


def _as_box(entry: Entry) -> Entry:
    return entry if entry.kind is not Kind.TEXT else replace(entry, kind=Kind.CHECK, value="", ticked=True)


def _of_entry(entry: Entry, signs: Sequence[Sign]) -> Sign:
    state = State.TICKED if entry.ticked else State.EMPTY
    drawn = any(holds(entry.box, *middle(sign.box), 2) and sign.state is State.TICKED for sign in signs)
    conflict = entry.conflict or ("field off, a tick is drawn" if drawn and not entry.ticked else "")
    if drawn and not entry.ticked:
        state = State.TICKED
    raw = "☒" if state is State.TICKED else "☐"
    return Sign(entry.box, state, Method.ACROFORM, raw, 0.7 if conflict else 1.0, conflict)
