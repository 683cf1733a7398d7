"""Sheets to pages: two pages printed on one sheet, a page that is there twice, pages in the wrong order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations
from typing import TypeAlias, TypeVar

from parsers.document import Block, Box, Cell, Image, Inline, Mark, Place, Table, Text
from parsers.pdf.objects import Added, Entry, Page, Picture, Rule, Shape, Sign, Way, Word, middle

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

_MOST_ORDERED = 6
"""Of so many pages every order is tried."""

_PROVEN = 2
"""One sentence that seems to go on elsewhere may do so by chance, unless the file begins with its end."""

_PLAINLY = 5
"""So many words in a row are a sentence, or part of one."""

_TITLE = 1.2
"""How many times as large as all others the letters of a title are."""

_TOP = 0.15
"""The share of a page in which its title stands."""

_HANGING = 24.0
"""How far an option's first line may begin right of its others, its box before it, in points."""

_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"\(?\d{1,3}[.)]?(?:[^\W\d]|$)|[*†‡§]")
_ENDS = '.!?:;)…”»"'


Key: TypeAlias = tuple[str, int, int]
"""What a word says, and where."""

Thing = TypeVar("Thing", Picture, Entry, Sign)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The pages as they are to be read."""

    pages: tuple[Page, ...]
    middles: tuple[tuple[int, float], ...] = ()
    """The sheets with two pages: their numbers, and where the right one begins, in points."""
    moved: bool = False
    """Whether they were put in another order than they are in the file."""


def arranged(sheets: Sequence[Page]) -> Arranged:
    """The pages on these sheets, each once, in the order in which their texts go on."""
    single = _without_copies(sheets)
    halves = [_halves(sheet) for sheet in single]
    middles = tuple((sheet.number, sheet.width / 2) for sheet, two in zip(single, halves, strict=True) if two)
    if middles:
        split = [two or _left_alone(sheet) for sheet, two in zip(single, halves, strict=True)]
        single = [page for pages in split for page in pages if page.words or page.shapes or page.pictures]
    single = [page for page in single if _is_filled(page)] or single
    order = _order(single)
    return Arranged(tuple(single[at] for at in order), middles, list(order) != sorted(order))


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
    return kept if 2 * len(kept) > len(sheets) else list(sheets)


def _is_copy(one: Page, two: Page) -> bool:
    if not one.words or len(one.words) != len(two.words) or one.words[-1].text != two.words[-1].text:
        return False
    return replace(one, number=0) == replace(two, number=0)


# Two pages on one sheet


def _halves(sheet: Page) -> tuple[Page, ...]:
    """The two pages of a sheet, or nothing where it is one page."""
    if sheet.width < _WIDE * sheet.height or len(sheet.words) < 2 * _FEWEST:
        return ()
    at = sheet.width / 2
    if any(word.x0 < at + _GUTTER and word.x1 > at - _GUTTER for word in sheet.words):
        return ()
    if any(_crosses(rule, at) for rule in sheet.rules) or any(
        _spans(shape.box, at) for shape in sheet.shapes
    ):
        return ()
    left = [word for word in sheet.words if word.x0 < at]
    right = [word for word in sheet.words if word.x0 >= at]
    if min(len(left), len(right)) < _FEWEST:
        return ()
    margins = min(word.x0 for word in left), min(word.x0 for word in right) - at
    if abs(margins[0] - margins[1]) > _ALIKE * sheet.width:
        return ()
    return (_part(sheet, 0.0), _part(sheet, at))


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


# The order of pages


@dataclass(frozen=True, slots=True)
class _Ends:
    """How a page ends."""

    last: tuple[Word, ...]
    """Its last row of words, those left out that come back on other pages."""
    titled: float
    """The size of the largest letters on the page, in points."""


def _order(pages: Sequence[Page]) -> tuple[int, ...]:
    """The numbers of the pages as their sentences go on; as they are, if nothing is wrong."""
    given = tuple(range(len(pages)))
    if not 1 < len(pages) <= _MOST_ORDERED:
        return given
    begun = _titled(pages)
    if begun:
        return given[::-1] if begun == given[-1] else (begun, *(at for at in given if at != begun))
    heads = [_head(page, frozenset()) for page in pages]
    running = _running(pages) if len({_said(head) for head in heads}) < len(heads) else frozenset()
    if running:
        heads = [_head(page, running) for page in pages]
    begun_amid = [at for at, head in enumerate(heads) if _is_amid(head)]
    if all(at and _goes_on(_ends(pages[at - 1], running), heads[at]) for at in begun_amid):
        return given
    ends = [_ends(page, running) for page in pages]
    seams = {(one, two) for one in given for two in given if one != two and _goes_on(ends[one], heads[two])}
    # Below a note the page's last sentence is not seen: it may go on on the next page.
    seams |= {(one, one + 1) for one in given[:-1] if _is_noted(ends[one])}
    wrong = _faults(seams, given)
    if wrong == 0 or (wrong < _PROVEN and 0 not in begun_amid):
        return given
    large = max(one.titled for one in ends)
    best = min(
        permutations(given),
        key=lambda order: (_faults(seams, order), ends[order[0]].titled < large, order),
    )
    return given if _faults(seams, best) else best


def _titled(pages: Sequence[Page]) -> int:
    """The number of the page that a title stands on top of, where the first one begins within a table."""
    if not _begins_in_table(pages[0]):
        return 0
    sizes = [max((word.style.size for word in page.words), default=0.0) for page in pages]
    at = sizes.index(max(sizes))
    if sizes[at] < _TITLE * sizes[0] or _begins_in_table(pages[at]):
        return 0
    head = min(word.baseline for word in pages[at].words) + _TOP * pages[at].height
    return at if any(word.style.size == sizes[at] and word.baseline < head for word in pages[at].words) else 0


def _begins_in_table(page: Page) -> bool:
    """Whether upright rules stand beside the page's first row of words."""
    top = min((word.baseline for word in page.words), default=0.0)
    beside = [rule for rule in page.rules if rule.way is Way.DOWN and rule.start < top < rule.end]
    return len({round(rule.at) for rule in beside}) > 1


def _head(page: Page, running: frozenset[Key]) -> tuple[Word, ...]:
    """A page's first row of words, those left out that come back on other pages."""
    words = [word for word in page.words if _key(word) not in running] if running else page.words
    top = min((word.baseline for word in words), default=0.0)
    return _row(words, top)


def _said(row: Sequence[Word]) -> str:
    return _DIGITS.sub("#", " ".join(word.text for word in row))


def _running(pages: Sequence[Page]) -> frozenset[Key]:
    """What stands at the same place on several pages."""
    seen = Counter(key for page in pages for key in {_key(word) for word in page.words})
    return frozenset(key for key, count in seen.items() if count > 1)


def _key(word: Word) -> Key:
    return (_DIGITS.sub("#", word.text), round(word.x0 / 3), round(word.baseline / 3))


def _ends(page: Page, running: frozenset[Key]) -> _Ends:
    words = [word for word in page.words if _key(word) not in running]
    if not words:
        return _Ends((), 0.0)
    bottom = max(word.baseline for word in words)
    return _Ends(_row(words, bottom), max(word.style.size for word in words))


def _row(words: Sequence[Word], y: float) -> tuple[Word, ...]:
    return tuple(sorted((word for word in words if abs(word.baseline - y) < 2), key=lambda word: word.x0))


def _goes_on(one: _Ends, head: Sequence[Word]) -> bool:
    """Whether a page's last sentence plainly goes on on a page that begins so."""
    last = one.last
    if len(last) < _PLAINLY or not _is_amid(head) or last[-1].text[-1] in _ENDS:
        return False
    shift = last[0].x0 - head[0].x0
    return -4 < shift < _HANGING and last[0].style.size == head[0].style.size


def _is_noted(one: _Ends) -> bool:
    """Whether a note stands at a page's foot."""
    return bool(one.last) and _NOTE.match(one.last[0].text) is not None


def _is_amid(head: Sequence[Word]) -> bool:
    """Whether a page's first row of words is the middle of a sentence."""
    return len(head) >= _PLAINLY and head[0].text[0].islower()


def _faults(seams: set[tuple[int, int]], order: Sequence[int]) -> int:
    """How many pages go on with a sentence that the page before them did not begin."""
    met = set(pairwise(order))
    return len({two for _, two in seams} - {two for _, two in seams & met})
