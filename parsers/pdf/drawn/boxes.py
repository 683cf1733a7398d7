"""Finds the lines around boxes among a page's shapes and rules: squares, rings, rules that close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.document import Box
from parsers.pdf.drawn.cells import cells_with_boxes
from parsers.pdf.drawn.inside import Outline, is_alike, is_empty_box, is_rim
from parsers.pdf.drawn.outlines import sides
from parsers.pdf.objects import Page, Rule, Shape, Way, Word, area, holds, middle

_LEAST, _MOST = 4.1, 21.0
"""The side of a drawn box, in points."""

_COMB, _CLOSE = 4, 0.5
"""So many boxes in a row, each nearer to the last than this, in sides of a box, are a comb."""

_MOST_FULL = 60
"""More filled squares than these are a picture: a square code, say."""

_OPEN = 3
"""So many rules make a box that lacks a side."""

_MOST_RULES = 600
"""So many short rules are a drawing, and no boxes are looked for among them."""


def split_rules(page: Page) -> tuple[list[Shape], list[Rule]]:
    """The shapes, and the rules; squares side by side are a comb to write in, hence rules."""
    shapes, rules = [], list(page.rules)
    squares = [shape for shape in page.shapes if _is_square(shape)]
    pictured = sum(shape.dark for shape in squares) > _MOST_FULL
    for shape in page.shapes:
        if _is_square(shape) and ((pictured and shape.dark) or not _is_on(page, shape.box)):
            continue
        if _is_square(shape) and any(_adjoin(shape.box, other.box) for other in squares):
            rules.extend(sides(shape.box))
        else:
            shapes.append(shape)
    return shapes, rules


def _is_on(page: Page, box: Box) -> bool:
    return holds((0, 0, page.width, page.height), *middle(box))


def _is_square(shape: Shape) -> bool:
    sized = is_box_sized(shape.box) or (shape.stroked and _is_tall(shape.box))
    return shape.upright and (shape.stroked or shape.dark) and sized


def _is_ring(shape: Shape) -> bool:
    """Whether a shape is the ring of a radio button, or a square with round corners."""
    return shape.closed and (shape.stroked or shape.dark) and is_box_sized(shape.box)


def is_box_sized(box: Box) -> bool:
    """Whether a box is about as high as wide, and as large as one to tick."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        min(width, height) >= _LEAST
        and max(width, height) <= _MOST
        and max(width, height) < 1.4 * min(width, height)
    )


def _adjoin(one: Box, two: Box) -> bool:
    """Whether two squares stand side by side; boxes of a list may touch one above the other."""
    level = abs(one[1] - two[1]) < 1 and abs(one[3] - two[3]) < 1
    return level and min(abs(one[2] - two[0]), abs(two[2] - one[0])) < 1


def boxes_among(
    shapes: Sequence[Shape], rules: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[Outline], list[Shape]]:
    """The lines around boxes, the outermost of those that lie in one another; and all other shapes."""
    square = [shape for shape in shapes if _is_square(shape)]
    rings = [shape for shape in shapes if _is_ring(shape)]
    # A lone ring may be anybody's, but not where a square as large is a box, or beside words.
    several = len(rings) > 1 or any(
        _is_by_words(ring.box, words) or any(is_alike(ring.box, one.box) for one in square) for ring in rings
    )
    rings = _without_rounds(rings, square, words) if several else []
    ruled = _from_rules(rules)
    places = [one.box for one in ruled] + [shape.box for shape in square]
    cells = cells_with_boxes(places, square + rings, words)
    if cells:
        ruled = [one for one in ruled if one.box not in cells]
        square = [shape for shape in square if shape.box not in cells]
    found: list[Outline] = []
    for shape in sorted(square + rings, key=lambda shape: -area(shape.box)):
        if not any(holds(known.box, *middle(shape.box)) for known in (*ruled, *found)):
            # Drawn twice, once for the area and once for the line: still one box.
            same = [shape, *(other for other in square + rings if _same(shape.box, other.box))]
            dark, tinted = any(one.dark for one in same), any(one.tinted for one in same)
            found.append(Outline(shape.box, dark, tinted=tinted))
    # An area with no line is a box only where others like it have one.
    lined = [outline for outline in found if _has_line(outline, square + rings)]
    found = [one for one in found if one in lined or any(is_alike(one.box, two.box) for two in lined)]
    for outline in ruled:
        dark = any(shape.dark and _covers_most(shape.box, outline.box) for shape in square)
        found.append(replace(outline, dark=dark))
    outlined = {id(shape) for shape in square + rings}
    spent = {
        id(shape)
        for shape in shapes
        if any(
            is_rim(shape, one.box) or (id(shape) in outlined and _same(shape.box, one.box)) for one in found
        )
    }
    found = _without_combs(found, words)
    return found, [shape for shape in shapes if id(shape) not in spent]


def _is_by_words(ring: Box, words: Sequence[Word]) -> bool:
    """Whether a ring stands on the level of words, and around none: it may have a cell of its own."""
    y = middle(ring)[1]
    level = [word for word in words if word.top < y < word.bottom and len(word.text) > 1]
    gaps = [max(word.x0 - ring[2], ring[0] - word.x1) for word in level]
    return bool(gaps) and min(gaps) >= 0


def _without_combs(found: list[Outline], words: Sequence[Word]) -> list[Outline]:
    """The outlines without the squares in a row, close to one another, that a code is written in."""
    if len(found) < _COMB:
        return found
    gone: set[int] = set()
    row: list[Outline] = []
    for outline in (*sorted(found, key=lambda one: (round(one.box[1]), one.box[0])), None):
        if outline is None or not row or not _follows(row[-1].box, outline.box, words):
            if len(row) >= _COMB:
                gone.update(id(one) for one in row)
            row = []
        if outline is not None:
            row.append(outline)
    return [outline for outline in found if id(outline) not in gone] if gone else found


def _follows(one: Box, two: Box, words: Sequence[Word]) -> bool:
    """Whether a box comes right after another one on its level, with no word between."""
    gap = two[0] - one[2]
    if not (abs(one[1] - two[1]) < 1 and is_alike(one, two) and -1 < gap < _CLOSE * (one[2] - one[0])):
        return False
    between = (one[2], one[1], two[0], one[3])
    return not any(holds(between, *middle(word.box)) for word in words)


def _without_rounds(rings: Sequence[Shape], square: Sequence[Shape], words: Sequence[Word]) -> list[Shape]:
    """The rings without those that somebody drew round a box."""
    boxes = [shape.box for shape in square if shape.stroked] + [
        word.box for word in words if is_empty_box(word)
    ]
    return [
        ring
        for ring in rings
        if not any(
            holds(ring.box, *middle(box)) and 1.2 * (box[2] - box[0]) < ring.box[2] - ring.box[0]
            for box in boxes
        )
    ]


def _covers_most(inner: Box, outer: Box) -> bool:
    return holds(outer, *middle(inner)) and area(inner) > 0.5 * area(outer)


def _same(one: Box, two: Box) -> bool:
    return all(abs(a - b) < 1 for a, b in zip(one, two, strict=True))


def _has_line(outline: Outline, shapes: Sequence[Shape]) -> bool:
    return any(shape.stroked and _same(shape.box, outline.box) for shape in shapes)


def _from_rules(rules: Sequence[Rule]) -> list[Outline]:
    """Boxes made of separate rules that meet at their ends and nowhere else."""
    parts = _joined([rule for rule in rules if rule.length <= _MOST])
    short = [rule for rule in parts if _LEAST <= rule.length <= _MOST]
    level = [rule for rule in short if rule.way is Way.ACROSS]
    upright = [rule for rule in short if rule.way is Way.DOWN]
    if len(level) < 2 or len(upright) < 2 or len(short) > _MOST_RULES:
        return []
    found: list[Outline] = []
    for top in level:
        for bottom in level:
            if bottom.at > top.at and _near(top.start, bottom.start) and _near(top.end, bottom.end):
                found.extend(_closed(top, bottom, upright))
    closed = [one for one in found if len(one.rules) > _OPEN or is_box_sized(one.box)]
    found = [one for one in found if one in closed or any(_as_tall(one.box, two.box) for two in closed)]
    found += _cut_off(closed, upright, [rule for rule in parts if rule.length < _LEAST])
    found = [replace(one, rules=tuple(part for rule in one.rules for part in parts[rule])) for one in found]
    return [one for one in _merged(found) if not any(_adjoin(one.box, two.box) for two in found)]


def _cut_off(whole: Sequence[Outline], upright: Sequence[Rule], rules: Sequence[Rule]) -> Iterator[Outline]:
    """The beginnings of boxes as high as others: the border of a blank is cut where its line ends.

    One with all its sides is the rest of a box that goes on in the next line.
    """
    heights = [one.box[3] - one.box[1] for one in whole if _is_tall(one.box)]
    level = [rule for rule in rules if rule.way is Way.ACROSS] if heights else []
    for left in upright if level else ():
        if not any(abs(left.length - height) < 1 for height in heights):
            continue
        begun = [rule for rule in level if _meets(rule.start, left.at)]
        tops = [rule for rule in begun if _meets(rule.at, left.start)]
        bottoms = [rule for rule in begun if _meets(rule.at, left.end)]
        if tops and bottoms and _meets(tops[0].end, bottoms[0].end):
            box = (left.at, tops[0].at, tops[0].end, bottoms[0].at)
            if not any(_spans(rule, tops[0].end, box) for rule in upright if rule is not left):
                yield Outline(box, dark=False, rules=(tops[0], bottoms[0], left))


def _meets(one: float, two: float) -> bool:
    return abs(one - two) < 0.8


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


def _closed(top: Rule, bottom: Rule, upright: Sequence[Rule]) -> Iterator[Outline]:
    """The box that two level rules make with the upright ones at their ends.

    One of these may be missing: a program leaves out the side that lies on a cell's line. A box as high
    as a line is one then only where others like it have both.
    """
    box = (top.start, top.at, top.end, bottom.at)
    if is_box_sized(box) or _is_tall(box):
        ends = [rule for x in (top.start, top.end) for rule in upright if _spans(rule, x, box)]
        if ends:
            yield Outline(box, dark=False, rules=(top, bottom, *ends))


def _as_tall(one: Box, two: Box) -> bool:
    """Whether two boxes have the same height, and a side in line: the left, the right or the upper one."""
    return abs(one[3] - one[1] - two[3] + two[1]) < 1 and any(abs(one[at] - two[at]) < 1 for at in (0, 1, 2))


def _is_tall(box: Box) -> bool:
    """Whether a box is as high as a line: the border of a blank."""
    width, height = box[2] - box[0], box[3] - box[1]
    return _LEAST <= width < height <= _MOST and height < 2.4 * width and not is_box_sized(box)


def _merged(outlines: Sequence[Outline]) -> list[Outline]:
    """The outlines with those that lie over one another taken as one: boxes in a row share sides."""
    found: list[Outline] = []
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
