"""Tells drawn boxes from ruling lines and shading, and whether anything stands in a box.

Characters that look like boxes are `marks`' business; here are squares and rings made of lines,
ticks drawn over any box, and the boxes of interactive forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import Box, Method, State
from parsers.pdf.drawn.boxes import boxes_among, is_box_sized, split_rules
from parsers.pdf.drawn.icons import without_icons
from parsers.pdf.drawn.illustrations import parts_of_drawings
from parsers.pdf.drawn.inside import Inside, is_inside, signs_in
from parsers.pdf.drawn.outlines import sides
from parsers.pdf.drawn.rings import as_added, rings
from parsers.pdf.objects import (
    Added,
    Entry,
    Kind,
    Page,
    Rule,
    Shape,
    Sign,
    Word,
    holds,
    middle,
    share_middle,
)
from parsers.pdf.viewer.crosses import crosses
from parsers.pdf.viewer.ink import (
    dashes,
    drawn_over,
    is_taken_out,
    overshooting,
    refusals,
    strikes,
    typed_over,
    without_letters,
)
from parsers.pdf.viewer.overlay import Overlay, laid_over
from parsers.pdf.viewer.overtyped import overtyped

_SEVERAL = 3
"""So many small fields with nothing in them are boxes."""

_MOST_TEXT = 26.0
"""The side of a text field that serves as a box, in points."""


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
    shapes, rules = split_rules(page)
    drawn_round = rings(shapes, page.boxes, page.words)
    if drawn_round:
        shapes = [shape for shape in shapes if shape not in drawn_round]
    outlines, others = boxes_among(shapes, rules, page.words)
    strange = parts_of_drawings([one.box for one in outlines], shapes, rules, page.words)
    outlines = [one for one in outlines if one.box not in strange]
    used = {id(rule) for outline in outlines for rule in outline.rules}
    rules = [rule for rule in rules if id(rule) not in used]
    ink = [shape for shape in others if not shape.tinted and not (shape.upright and not shape.dark)]
    loose = overshooting(ink, [one.box for one in outlines])
    held = tuple(shape for shape in ink if id(shape) not in loose)
    inside = Inside(held, tuple(rules), tuple(shape for shape in others if shape.tinted))
    signs, words = signs_in(outlines, inside, _printed(page))
    signs = without_icons(signs, without_letters(page.boxes, words))
    words, signs = overtyped(words, signs, rules)
    signs = [*signs, *crosses(ink, words, signs)]
    signs, words = _with_entries(page.entries, signs, words)
    free = [rule for rule in rules if not any(is_inside(rule, sign.box) for sign in signs)]
    frames = [side for shape in others if _is_frame(shape) for side in sides(shape.box)]
    tints = tuple(shape.box for shape in others if shape.tinted)
    typed = (*typed_over(words, signs), *refusals(words, signs))
    typed = tuple(one for one in typed if one.word is None or not is_taken_out(one.word, free))
    if typed:
        words = _without(typed, words)
    # What is part of the page lies under what was put on it.
    ringed = map(as_added, drawn_round)
    lines = (*dashes(free, words), *strikes(free, words, signs))
    added = (*typed, *drawn_over(ink, words, signs), *lines, *ringed, *page.added)
    if not added:
        return Sorted(tuple(words), tuple(signs), (*free, *frames), tints)
    over = laid_over(words, signs, added)
    return Sorted(over.words, over.signs, (*free, *frames), tints, over)


def _printed(page: Page) -> Sequence[Word]:
    """The words without those that a viewer's tool put among them."""
    return _without(page.added, page.words) if page.added else page.words


def _without(added: Sequence[Added], words: Sequence[Word]) -> list[Word]:
    """The words that were not put on the page afterwards."""
    gone = {one.word.at for one in added if one.word is not None}
    return [word for word in words if word.at not in gone]


def _is_frame(shape: Shape) -> bool:
    return shape.upright and shape.stroked and not is_box_sized(shape.box)


def _with_entries(
    entries: Sequence[Entry], signs: list[Sign], words: list[Word]
) -> tuple[list[Sign], list[Word]]:
    """The form's own boxes put in; what is printed under them goes."""
    boxes = [_as_box(entry) for entry in entries if entry.kind is not Kind.TEXT or is_box(entry)]
    boxes += _unticked(entries, signs)
    if not boxes:
        return signs, words
    mine = [_of_entry(entry, signs) for entry in boxes]
    signs = [sign for sign in signs if not any(holds(one.box, *middle(sign.box), 2) for one in mine)]
    kept = [
        word
        for word in words
        if len(word.text) > 2
        or not any(share_middle(one.box, word.box) for one in mine)
        or (marks.glyph(word.text, word.style.font) is None and marks.typed(word.text) is None)
    ]
    return signs + mine, kept


def _unticked(entries: Sequence[Entry], signs: Sequence[Sign]) -> list[Entry]:
    """The empty text fields that are boxes like others on the page, but for those over a printed box."""
    small = [entry for entry in entries if entry.kind is Kind.TEXT and _is_small(entry.box)]
    if any(entry.kind is not Kind.TEXT for entry in entries):
        # A form with check boxes has small fields for days, months and cents.
        small = [
            entry for entry in small if any(is_box(other) and _alike(entry.box, other.box) for other in small)
        ]
    return [
        replace(entry, kind=Kind.CHECK)
        for entry in small
        if not entry.value.strip()
        and _are_boxes([other for other in small if _alike(entry.box, other.box)])
        and not any(holds(entry.box, *middle(sign.box), 2) for sign in signs)
    ]


def _are_boxes(fields: Sequence[Entry]) -> bool:
    """Whether small fields are boxes: one is ticked, or several are empty and no row to write letters in."""
    if any(is_box(field) for field in fields):
        return True
    empty = len(fields) >= _SEVERAL and not any(field.value.strip() for field in fields)
    empty = empty and all(is_box_sized(field.box) for field in fields)
    places = [field.box for field in fields] if empty else []
    return empty and not any(
        abs(one[2] - two[0]) < 3 and abs(one[1] - two[1]) < 3 for one in places for two in places
    )


def _is_small(box: Box) -> bool:
    return box[2] - box[0] <= _MOST_TEXT and box[3] - box[1] <= _MOST_TEXT


def _alike(one: Box, two: Box) -> bool:
    return abs(one[2] - one[0] - two[2] + two[0]) < 2 and abs(one[3] - one[1] - two[3] + two[1]) < 2


def is_box(entry: Entry) -> bool:
    """Whether a text field is used as a box: no larger than one, with a tick in it."""
    small = entry.kind is Kind.TEXT and _is_small(entry.box)
    return small and marks.typed(entry.value) is State.TICKED and not entry.value.strip().isdecimal()


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
