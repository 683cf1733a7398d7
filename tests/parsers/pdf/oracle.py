"""Where pdfplumber and our reader differ over a page, each difference with its reason.

The reasons are few, and each is a rule that a difference meets or not; what meets none is a difference
that nobody has explained.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pdfplumber.page import Page as Other

from parsers.document import Box, Method
from parsers.pdf.drawn.outlines import sides
from parsers.pdf.objects import Page, Rule, Sign, Way
from parsers.pdf.tables.grid import grids

NEAR = 1.6
"""Points by which the same line may lie apart: theirs are joined, ours are not."""

_SIGN = re.compile("[\ue000-\uf8ff\u2190-\u2bff]|[\U0001f000-\U0001faff]")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one of the two found on a page and the other did not."""

    ours: bool
    what: str
    box: Box
    reason: str
    """In a few words, or ``""`` where there is none."""


def characters(ours: Page, theirs: Other) -> Iterator[Difference]:
    """The characters that stand on the page for one of the two only: there is no reason for that."""
    mine = Counter("".join((*(word.text for word in ours.words), *(sign.raw for sign in _letters(ours)))))
    other = Counter("".join(char["text"] for char in theirs.chars if char["text"].strip()))
    for is_mine, more in ((True, mine - other), (False, other - mine)):
        for text in more.elements():
            yield Difference(is_mine, text, (0, 0, 0, 0), "")


def words(ours: Page, theirs: Other) -> Iterator[Difference]:
    """The words that one of the two does not have at that place.

    A sign glued to a word is a word of its own with us (``sign apart``). A word that the file writes in
    pieces stays in pieces here, and is put together with its line (``in pieces``).
    """
    read = [(word.text, (word.x0, word.top, word.x1, word.bottom)) for word in ours.words]
    read += [(sign.raw, sign.box) for sign in _letters(ours)]
    said = [
        (word["text"], (word["x0"], word["top"], word["x1"], word["bottom"]))
        for word in theirs.extract_words(x_tolerance=1.5)
    ]
    mine, other = _unmatched(read, said), _unmatched(said, read)
    for text, box in mine:
        yield Difference(True, text, box, _word_reason(text, box, other))
    for text, box in other:
        yield Difference(False, text, box, _word_reason(text, box, mine))


def _letters(ours: Page) -> list[Sign]:
    """The boxes that are letters of a lost font."""
    return [sign for sign in ours.boxes if sign.method is Method.SYMBOL]


def _unmatched(some: Sequence[tuple[str, Box]], others: Sequence[tuple[str, Box]]) -> list[tuple[str, Box]]:
    known: dict[str, list[Box]] = {}
    for text, box in others:
        known.setdefault(text, []).append(box)
    return [
        (text, box)
        for text, box in some
        if not any(abs(box[0] - one[0]) < NEAR and abs(box[1] - one[1]) < 4 for one in known.get(text, ()))
    ]


def _word_reason(text: str, box: Box, across: Sequence[tuple[str, Box]]) -> str:
    """Why a word is there for one only, told from what the other has instead at that place."""
    met = [pair for pair in across if pair[1][0] < box[2] and box[0] < pair[1][2] and _level(box, pair[1])]
    there = [one for one, _ in sorted(met, key=lambda pair: pair[1][0])]
    joined = "".join(there)
    if any(_SIGN.search(one) for one in (text, *there)) and (text in joined or joined in text):
        return "sign apart"
    if (len(there) > 1 and text == joined) or (len(there) == 1 and text in joined):
        return "in pieces"
    return ""


def _level(one: Box, other: Box) -> bool:
    return abs((one[1] + one[3]) - (other[1] + other[3])) < 8


def cells(ours: Page, theirs: Other) -> Iterator[Difference]:
    """The cells that one of the two does not have.

    A table of one cell is none with them (``lone cell``). One that goes on over the page break has no line
    there, and we close it (``page break``). A drawn box is as good as a cell where its lines meet the
    table's, and its side parts the cell that it stands in for one of the two (``drawn box``). A strip that
    has no room for a letter is a cell's margin with us (``strip``).
    """
    rules = [*ours.rules, *(side for shape in ours.shapes for side in sides(shape.box))]
    tables = [[cell.box for cell in table.cells] for table in grids(rules, ours.width, ours.height)]
    lone = [table[0] for table in tables if len(table) == 1]
    mine = [box for table in tables for box in table]
    other: list[Box] = [cell for table in theirs.find_tables() for cell in table.cells]
    for some, others, is_mine in ((mine, other, True), (other, mine, False)):
        for box in some:
            if not any(_alike(box, one) for one in others):
                reason = "lone cell" if box in lone else _cell_reason(box, others, ours, rules)
                yield Difference(is_mine, "cell", box, reason)


def _alike(one: Box, other: Box) -> bool:
    return all(abs(a - b) < NEAR for a, b in zip(one, other, strict=True))


def _cell_reason(box: Box, across: Sequence[Box], page: Page, rules: Sequence[Rule]) -> str:
    lacking = [at for at in (box[1], box[3]) if not _is_ruled(box, at, rules)]
    if lacking and all(_ends_text(at, page, rules) for at in lacking):
        return "page break"
    boxes = [shape.box for shape in page.shapes if max(_sides(shape.box)) <= 20]
    if any(_alike(box, one) for one in boxes):
        return "drawn box"
    if _is_strip(box) or any(_is_strip(other) and _inside(other, box) for other in across):
        return "strip"
    for other in across:
        apart = [at for at in range(4) if abs(box[at] - other[at]) >= NEAR]
        if len(apart) == 1 and any(_touches(one, box, other, apart[0]) for one in boxes):
            return "drawn box"
    return ""


def _is_strip(box: Box) -> bool:
    return min(_sides(box)) < 7


def _inside(inner: Box, outer: Box) -> bool:
    return all(outer[at] - NEAR <= inner[at] and inner[at + 2] <= outer[at + 2] + NEAR for at in (0, 1))


def _is_ruled(box: Box, at: float, rules: Sequence[Rule]) -> bool:
    """Whether lines run along most of a cell's side."""
    along = sum(
        min(rule.end, box[2]) - max(rule.start, box[0])
        for rule in rules
        if rule.way is Way.ACROSS and abs(rule.at - at) < NEAR and rule.start < box[2] and rule.end > box[0]
    )
    return along > 0.9 * (box[2] - box[0])


def _ends_text(at: float, page: Page, rules: Sequence[Rule]) -> bool:
    """Whether the lines down the page end there, above or below all others."""
    ends = [end for rule in rules if rule.way is Way.DOWN for end in (rule.start, rule.end)]
    return bool(ends) and (abs(at - min(ends)) < NEAR or abs(at - max(ends)) < NEAR)


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _touches(box: Box, cell: Box, other: Box, side: int) -> bool:
    """Whether a drawn box has a side where the two cells part."""
    way = side % 2
    return any(abs(box[at] - one) < NEAR for at in (way, way + 2) for one in (cell[side], other[side]))
