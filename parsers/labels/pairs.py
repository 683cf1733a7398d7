"""Boxes that stand alone beside a text on a page, put to the line that they stand beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Box, Inline, Paragraph, Text
from parsers.labels.centred import with_centred
from parsers.labels.rows import Row, around, rows_of, spaced
from parsers.pdf.objects import middle

_TAB = Text("\t")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A box alone with the text beside it."""

    box: int
    """The number of its paragraph."""
    text: int
    """The number of the text's paragraph."""
    row: int
    """The number of the text's line at its height."""
    behind: bool
    """Whether it stands behind the text."""


def paired(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with each box alone put to the text beside it; a text beside several is parted.

    A box with texts on both sides, and boxes side by side, are left as they are.
    """
    paragraphs = with_centred(paragraphs)
    lines = [rows_of(paragraph) for paragraph in paragraphs]
    pairs = _pairs(paragraphs, lines)
    taken = {pair.box for pair in pairs}
    for number, paragraph in enumerate(paragraphs):
        mine = sorted((pair for pair in pairs if pair.text == number), key=lambda pair: pair.row)
        if mine:
            yield from _joined(paragraph, lines[number], mine, paragraphs)
        elif number not in taken:
            yield paragraph


def _pairs(paragraphs: Sequence[Paragraph], lines: Sequence[Sequence[Row]]) -> list[_Pair]:
    alone = [
        at for at, rows in enumerate(lines) if len(rows) == 1 and rows[0].boxes == 1 and not rows[0].text
    ]
    texts = [at for at, rows in enumerate(lines) if rows and not any(row.boxes for row in rows)]
    if not alone or not texts:
        return []
    found = []
    for at in alone:
        box = lines[at][0].box
        page = paragraphs[at].place.page
        beside = [one for one in texts if paragraphs[one].place.page == page and _is_level(box, lines[one])]
        left = [one for one in beside if around([row.box for row in lines[one]])[2] <= box[0] + 1]
        right = [one for one in beside if around([row.box for row in lines[one]])[0] >= box[2] - 1]
        if len(left) + len(right) == 1:
            text = (left or right)[0]
            found.append(_Pair(at, text, _row_at(box, lines[text]), bool(left)))
    # Boxes side by side, or on both sides, share their text: the lines around say what each means.
    places = [(pair.text, pair.row) for pair in found]
    return [pair for pair, place in zip(found, places, strict=True) if places.count(place) == 1]


def _is_level(box: Box, rows: Sequence[Row]) -> bool:
    """Whether a box stands at the height of a text."""
    return rows[0].box[1] <= middle(box)[1] <= rows[-1].box[3]


def _row_at(box: Box, rows: Sequence[Row]) -> int:
    height = middle(box)[1]
    return next((at for at, row in enumerate(rows) if height <= row.box[3]), len(rows) - 1)


def _joined(
    paragraph: Paragraph, rows: Sequence[Row], pairs: Sequence[_Pair], paragraphs: Sequence[Paragraph]
) -> Iterator[Paragraph]:
    """A text with the boxes beside it, a paragraph to each box."""
    starts = [0, *(pair.row for pair in pairs[1:])]
    for pair, (start, end) in zip(pairs, pairwise([*starts, len(rows)]), strict=True):
        words: list[Inline] = [one for row in rows[start:end] for one in spaced(row.inlines)]
        box = list(paragraphs[pair.box].inlines)
        inlines = [*words, _TAB, *box] if pair.behind else [*box, _TAB, *words]
        place = around([row.box for row in rows[start:end]])
        yield replace(paragraph, inlines=tuple(inlines), place=replace(paragraph.place, box=place))
