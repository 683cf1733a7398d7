"""Sheets to pages: two pages printed on one sheet, and a page that is there twice. See `order`, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from parsers.document import Block, Box, Cell, Image, Inline, Leaf, Mark, Place, Table, Text
from parsers.pdf.objects import Added, Entry, Page, Picture, Rule, Shape, Sign, Way, Word, middle
from parsers.pdf.pages.order import by_sentences, keeps_sentences

_WIDE = 1.2
"""A sheet this many times as wide as it is high may hold two pages."""

_GUTTER = 6.0
"""How far from a sheet's middle everything stands, in points."""

_FEWEST = 20
"""Fewer words than these are no page."""

_ALIKE = 0.015
"""By how much of the sheet's width the two pages' margins may differ."""

_RIGHT = 1_000
"""What is added to the number of a sheet for the page on its right."""

Thing = TypeVar("Thing", Picture, Entry, Sign)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The pages as they are to be read."""

    pages: tuple[Page, ...]
    middles: tuple[tuple[int, float], ...] = ()
    """The sheets with two pages: their numbers, and where the right one begins, in points."""
    moved: bool = False
    """Whether they were put in another order than they are in the file."""


def arranged(sheets: Sequence[Page], asked: Sequence[Leaf] = ()) -> Arranged:
    """The pages on these sheets, each once, in the order in which their texts go on.

    That, or the order asked for, where it names each page once and tears no sentence apart.
    """
    single = _without_copies(sheets)
    halves = _all_halves(single)
    middles = tuple((sheet.number, sheet.width / 2) for sheet, two in zip(single, halves, strict=True) if two)
    if middles:
        split = [two or _left_alone(sheet) for sheet, two in zip(single, halves, strict=True)]
        single = [page for pages in split for page in pages if page.words or page.shapes or page.pictures]
    single = [page for page in single if _is_filled(page)] or single
    order = by_sentences(single)
    order = _asked(single, order, asked) if asked else order
    return Arranged(tuple(single[at] for at in order), middles, list(order) != sorted(order))


def _asked(pages: Sequence[Page], given: tuple[int, ...], asked: Sequence[Leaf]) -> tuple[int, ...]:
    """The numbers of the pages as they are asked for, or as they are given where that cannot be."""
    numbers = {page.number: at for at, page in enumerate(pages)}
    wanted = [number + (_RIGHT if right else 0) for number, right in asked]
    if not numbers.keys() >= set(wanted):
        return given
    order = [numbers[number] for number in wanted]
    # What holds no text, pictures alone say, stays behind the others.
    order += [at for at in given if at not in order]
    return tuple(order) if keeps_sentences(pages, given, order) else given


def _is_filled(page: Page) -> bool:
    """Whether there is anything on a page."""
    drawn = page.rules or page.shapes or page.pictures or page.covered
    return bool(page.words or drawn or page.entries or page.added)


def _without_copies(sheets: Sequence[Page]) -> list[Page]:
    """The pages without those that are there again, unless all of them are: that is another form."""
    kept: list[Page] = []
    for sheet in sheets:
        if not any(_is_copy(sheet, other) for other in kept):
            kept.append(sheet)
    once_more = 2 * len(kept) <= len(sheets) and list(sheets[: len(kept)]) == kept
    return list(sheets) if once_more else kept


def _is_copy(one: Page, two: Page) -> bool:
    if not one.words or len(one.words) != len(two.words) or one.words[-1].text != two.words[-1].text:
        return False
    return replace(one, number=0) == replace(two, number=0)


# Two pages on one sheet


def _all_halves(sheets: Sequence[Page]) -> list[tuple[Page, ...]]:
    """The two pages of each sheet, or nothing where it is one page.

    Where one sheet plainly holds two, so do others of its size: one page may hold a few words, or none.
    """
    halves = [_halves(sheet) for sheet in sheets]
    sizes = {(sheet.width, sheet.height) for sheet, two in zip(sheets, halves, strict=True) if two}
    if not sizes:
        return halves
    return [
        two or (_cut(sheet) if (sheet.width, sheet.height) in sizes and _is_parted(sheet) else ())
        for sheet, two in zip(sheets, halves, strict=True)
    ]


def _cut(sheet: Page) -> tuple[Page, ...]:
    return (_part(sheet, 0.0), _part(sheet, sheet.width / 2))


def _is_parted(sheet: Page) -> bool:
    """Whether a sheet is wide, and nothing stands across its middle."""
    at = sheet.width / 2
    if sheet.width < _WIDE * sheet.height:
        return False
    if any(word.x0 < at + _GUTTER and word.x1 > at - _GUTTER for word in sheet.words):
        return False
    crossed = any(_crosses(rule, at) for rule in sheet.rules)
    return not crossed and not any(_spans(shape.box, at) for shape in sheet.shapes)


def _halves(sheet: Page) -> tuple[Page, ...]:
    """The two pages of a sheet that plainly holds two, or nothing."""
    if len(sheet.words) < 2 * _FEWEST or not _is_parted(sheet):
        return ()
    at = sheet.width / 2
    left = [word for word in sheet.words if word.x0 < at]
    right = [word for word in sheet.words if word.x0 >= at]
    if min(len(left), len(right)) < _FEWEST:
        return ()
    begins = [rule.start for rule in sheet.rules if rule.way is Way.ACROSS]
    margins = (
        min((*(word.x0 for word in left), *(x for x in begins if x < at))),
        min((*(word.x0 for word in right), *(x for x in begins if x >= at))) - at,
    )
    return _cut(sheet) if abs(margins[0] - margins[1]) <= _ALIKE * sheet.width else ()


def _crosses(rule: Rule, at: float) -> bool:
    return rule.way is Way.ACROSS and rule.start < at - _GUTTER and rule.end > at + _GUTTER


def _spans(box: Box, at: float) -> bool:
    return box[0] < at - _GUTTER and box[2] > at + _GUTTER


def _left_alone(sheet: Page) -> tuple[Page, ...]:
    """The only page of a sheet that has room for two."""
    at = sheet.width / 2
    fits = sheet.width >= _WIDE * sheet.height and not any(word.x1 > at for word in sheet.words)
    return (_part(sheet, 0.0),) if fits else (sheet,)


def _part(sheet: Page, start: float) -> Page:
    """Half of a sheet as a page of its own, from that place on."""
    end = start + sheet.width / 2
    return replace(
        sheet,
        number=sheet.number + (_RIGHT if start else 0),
        width=sheet.width / 2,
        words=tuple(_word(word, start) for word in sheet.words if start <= word.x0 < end),
        rules=tuple(_rule(rule, start) for rule in sheet.rules if start <= _heart(rule) < end),
        shapes=tuple(_shape(shape, start) for shape in sheet.shapes if start <= middle(shape.box)[0] < end),
        pictures=_boxed(sheet.pictures, start, end),
        entries=_boxed(sheet.entries, start, end),
        boxes=_boxed(sheet.boxes, start, end),
        added=tuple(_addition(one, start) for one in sheet.added if start <= middle(one.box)[0] < end),
    )


def _heart(rule: Rule) -> float:
    return (rule.start + rule.end) / 2 if rule.way is Way.ACROSS else rule.at


def _word(word: Word, by: float) -> Word:
    return replace(word, x0=word.x0 - by, x1=word.x1 - by)


def _rule(rule: Rule, by: float) -> Rule:
    if rule.way is Way.ACROSS:
        return replace(rule, start=rule.start - by, end=rule.end - by)
    return replace(rule, at=rule.at - by)


def _shape(shape: Shape, by: float) -> Shape:
    points = tuple((x - by, y) for x, y in shape.points)
    return replace(shape, box=_shifted(shape.box, -by), points=points)


def _boxed(things: Sequence[Thing], start: float, end: float) -> tuple[Thing, ...]:
    found = [thing for thing in things if start <= middle(thing.box)[0] < end]
    return tuple(replace(thing, box=_shifted(thing.box, -start)) for thing in found)


def _addition(one: Added, by: float) -> Added:
    return replace(
        one,
        box=_shifted(one.box, -by),
        strokes=tuple(tuple((x - by, y) for x, y in stroke) for stroke in one.strokes),
        dots=tuple((x - by, y, length) for x, y, length in one.dots),
        parts=tuple(_shifted(part, -by) for part in one.parts),
        word=None if one.word is None else _word(one.word, by),
    )


def _shifted(box: Box, by: float) -> Box:
    return (box[0] + by, box[1], box[2] + by, box[3])


# The places of what was read, on the sheets


def replaced(blocks: Sequence[Block], middles: Sequence[tuple[int, float]]) -> tuple[Block, ...]:
    """The blocks with their places on the sheets that the file has."""
    return tuple(_block(block, dict(middles)) for block in blocks)


def _block(block: Block, middles: dict[int, float]) -> Block:
    place = _place(block.place, middles)
    if isinstance(block, Table):
        return Table(tuple(_cell(cell, middles) for cell in block.cells), place)
    by = middles.get((block.place.page or 0) - _RIGHT, 0.0)
    inlines = tuple(_inline(inline, middles, by) for inline in block.inlines)
    return replace(block, inlines=inlines, place=place)


def _cell(cell: Cell, middles: dict[int, float]) -> Cell:
    blocks = tuple(_block(block, middles) for block in cell.blocks)
    return replace(cell, blocks=blocks, place=_place(cell.place, middles))


def _inline(inline: Inline, middles: dict[int, float], by: float) -> Inline:
    if isinstance(inline, Text):
        return replace(inline, box=_shifted(inline.box, by)) if inline.box and by else inline
    if isinstance(inline, Mark | Image):
        return replace(inline, place=_place(inline.place, middles))
    return inline


def _place(place: Place, middles: dict[int, float]) -> Place:
    by = middles.get((place.page or 0) - _RIGHT)
    if by is None or place.page is None:
        return place
    return replace(place, page=place.page - _RIGHT, box=_shifted(place.box, by) if place.box else None)
