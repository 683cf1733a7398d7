"""Lines to paragraphs: where a line goes on in the next one, and how the two are joined.

The test is whether the next line's first word would still have fitted: a program that sets
text breaks a line only where it would not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Break, Inline, Paragraph, Place, Text
from parsers.pdf_addresses import tied
from parsers.pdf_lines import BLANK, Line
from parsers.pdf_objects import around
from parsers.pdf_seams import SMALL_WORDS, TIED, cut, last_word, seam

_BULLET = re.compile(r"[•·●▪■◦‣∙○➢➤✓\uf0b7\uf0a7\uf0d8\uf076]\s|[•·▪◦‣\uf0b7\uf0a7]")
_DASHED = re.compile(r"[-–—*]\s")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_LEADER = re.compile(r"[._…]{3,}|…{2,}")
"""Dots or a line to write on."""

_TYPED = re.compile(r"[xXvV×✓✔✗✘√*]\s?[A-ZÀ-Ù]")
"""An option whose box was replaced by a typed mark."""

_SHORT = 80
"""How many characters a label of two lines may have."""

_TOLERANCE = 0.5
"""How far a measure of width may be off, in points."""


@dataclass(frozen=True, slots=True)
class Region:
    """The room that lines are set in."""

    left: float
    right: float
    """Where a line must end at the latest."""
    pitch: float
    """The distance from line to line within a paragraph, in points; 0 where it is not known."""
    loose: bool = False
    """Whether the right limit is only a guess, as outside tables."""
    justified: bool = False
    """Whether full lines end exactly at the right limit."""
    listed: bool = False
    """Whether some lines begin with a box."""
    tailed: bool = False
    """Whether boxes stand after their labels."""
    boxes: int = 0
    """How many boxes each line has after its label, where every option has a "yes" and a "no"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as the lines it is made of."""

    lines: tuple[Line, ...]
    right: float
    """Where its lines must end at the latest."""
    broken: bool = False
    """Whether its lines were broken on purpose, and not where they were full."""


def region(lines: Sequence[Line], left: float, right: float, padding: float, after: bool = False) -> Region:
    """The room of a cell from `left` to `right`, whose text keeps `padding` from both.

    `after` tells whether boxes stand after their labels elsewhere on the page.
    """
    own = min((line.x0 for line in lines), default=left) - left
    inner = right - max(min(own, padding), 0.0)
    reached = max((line.x1 for line in lines), default=inner)
    size = lines[0].size if lines else 10.0
    listed = any(line.marked for line in lines)
    near = sum(reached - line.x1 < 4 * size for line in lines)
    if len(lines) >= 8 and reached < inner - 2 * size and 3 * near >= len(lines) and not listed:
        # Many lines and none comes near: the text is set narrower than the cell.
        inner = reached + 0.5 * size
    full = sum(reached - line.x1 < 1 for line in lines)
    return Region(
        left,
        max(inner, reached),
        _pitch(lines),
        justified=len(lines) >= 5 and full >= 0.5 * len(lines),
        listed=listed,
        tailed=_is_tailed(lines, after),
        boxes=crossed(lines),
    )


def crossed(lines: Sequence[Line]) -> int:
    """How many boxes stand after the label in each line, where it is several and the same in most."""
    counts = [line.boxes for line in lines if line.boxes > 1 and line.worded and not line.marked]
    if len(counts) < 2:
        return 0
    most = max(set(counts), key=counts.count)
    return most if 2 * counts.count(most) > len(counts) else 0


def _is_tailed(lines: Sequence[Line], after: bool) -> bool:
    """Whether boxes stand after their labels, at the ends of lines or on lines of their own.

    Where they do elsewhere on the page (`after`), one box says enough.
    """
    if not lines:
        return False
    before = any(line.marked and line.worded for line in lines)
    if after and before:
        return not lines[0].marked and lines[-1].boxed
    if before or (lines[0].marked and not after):
        return False
    tailed = sum(line.tailed for line in lines)
    return 5 * tailed >= len(lines) if after else 3 * tailed >= max(len(lines), 6)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines: the smallest that two neighbours have."""
    steps = [
        two.baseline - one.baseline
        for one, two in pairwise(lines)
        if two.baseline - one.baseline > 0.8 * one.size
    ]
    if not steps:
        return 0.0
    steps.sort()
    return steps[len(steps) // 4]


def drafts(lines: Sequence[Line], room: Region) -> list[Draft]:
    """The paragraphs that lines from top to bottom make."""
    found: list[list[Line]] = []
    for line in tied(lines) if any("@" in line.text for line in lines) else lines:
        if found and goes_on(found[-1], line, room):
            found[-1].append(line)
        else:
            found.append([line])
    return [Draft(tuple(group), room.right) for group in found]


def stacked(found: Sequence[Draft]) -> list[Draft]:
    """The paragraphs of a cell; two short lines close to one another are one, as in a label."""
    lines = [line for draft in found for line in draft.lines]
    close = all(two.baseline - one.baseline < 1.35 * one.size for one, two in pairwise(lines))
    short = len(lines) == len(found) == 2 and sum(len(line.text) for line in lines) < _SHORT
    plain = not any(line.boxes or line.marked or is_item(line) for line in lines)
    if short and close and plain and all(abs(line.x0 - lines[0].x0) < 3 for line in lines):
        return [Draft(tuple(lines), found[0].right, broken=True)]
    return list(found)


def goes_on(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line belongs to the paragraph that the lines before it make."""
    last = before[-1]
    step = line.baseline - last.baseline
    usual = room.pitch or 1.5 * last.size
    if _belong(last, line, room) and step < 2.7 * usual:
        return True
    if step > 1.35 * usual + 1 or _dedented(before, line, room):
        return False
    return flows(before, line, room)


def _belong(last: Line, line: Line, room: Region) -> bool:
    """Whether one of two lines is a box alone, and the other its label."""
    if room.tailed:
        return line.marked and not last.boxed
    return room.listed and is_box(last) and not line.marked


def flows(before: Sequence[Line], line: Line, room: Region) -> bool:
    """The same without a look at distances: for a line on the next page."""
    last = before[-1]
    if _begins_anew(before, line, room):
        return False
    if last.soft or last.tied or not _fits(last, line, room):
        return True
    return cut(last, last_word(before, room.right), line, room.right)


def _begins_anew(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line looks like the first one of a paragraph, however full the line before it is."""
    last = before[-1]
    if line.marked or (room.tailed and last.boxed) or _begins_item(before[0], line):
        return True
    if room.boxes and last.boxes >= room.boxes and line.worded:
        return True
    if last.worded and abs(last.size - line.size) > 0.15 * last.size:
        return True
    if all(one.bold for one in before) and not line.bold:
        return True
    if _LEADER.match(line.text) and not _LEADER.search(last.last):
        return True
    short = room.justified and room.right - last.x1 > 3
    return short or (room.listed and _TYPED.match(line.text) is not None)


def ends_in_mid_phrase(line: Line) -> bool:
    """Whether a line ends with a word that none ends with."""
    return line.last.lower() in SMALL_WORDS


def is_box(line: Line) -> bool:
    """Whether a line is a box alone: its label stands on another line."""
    return line.marked and not line.worded


def is_item(line: Line) -> bool:
    """Whether a line is an option, or the place to write on under one."""
    return (
        line.marked
        or line.tailed
        or _TYPED.match(line.text) is not None
        or _LEADER.match(line.text) is not None
    )


def _fits(last: Line, line: Line, room: Region) -> bool:
    """Whether the line's first word would have had its place on the line before."""
    blank = 0.0 if TIED.search(last.last) else BLANK * last.size
    if last.x1 + blank + line.first_width > room.right - _TOLERANCE:
        return False
    # Where the limit is a guess, a long line that ends in mid-sentence goes on.
    prose = last.x1 - last.x0 > 20 * last.size and line.text[:1].islower() and last.text[-1:] not in ".:;!?"
    return not (room.loose and prose)


def _begins_item(first: Line, line: Line) -> bool:
    """Whether a line begins an item of a list; dashes and numbers count where the paragraph has one too."""
    if _BULLET.match(line.text):
        return True
    return any(kind.match(line.text) and kind.match(first.text) for kind in (_DASHED, _NUMBERED))


def _dedented(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line is indented otherwise than the lines of the paragraph are."""
    last = before[-1]
    shift = line.x0 - last.x0
    if abs(shift) <= 3 or (_centred(last, room) and _centred(line, room)):
        return False
    if len(before) > 1:
        return True
    item = _BULLET.match(last.text) or _DASHED.match(last.text) or _NUMBERED.match(last.text)
    if shift > 0:
        # A hanging indent belongs to items and boxes; else a paragraph's first line is indented.
        return not (last.marked or item)
    return bool(item)


def _centred(line: Line, room: Region) -> bool:
    return abs((line.x0 - room.left) - (room.right - line.x1)) < 6 and line.x0 - room.left > 12


def paragraph(draft: Draft) -> Paragraph:
    """The paragraph of a draft; its place is on the page where it begins."""
    first = draft.lines[0]
    inlines: list[Inline] = list(first.inlines)
    word = first.last
    for last, line in pairwise(draft.lines):
        if last.soft:
            _drop_hyphen(inlines)
        blank = seam(last, word, line, draft.right)
        word = word + line.last if line.single and not blank else line.last
        if draft.broken:
            inlines.append(Break())
        else:
            _append(inlines, blank)
        inlines.extend(line.inlines if line.page == first.page else _unplaced(line.inlines))
    box = around([line.box for line in draft.lines if line.page == first.page])
    return Paragraph(_merged(inlines), Place(page=first.page, box=box))


def _drop_hyphen(inlines: list[Inline]) -> None:
    last = inlines[-1]
    if isinstance(last, Text) and last.text.endswith("-"):
        inlines[-1] = replace(last, text=last.text[:-1])


def _append(inlines: list[Inline], blank: str) -> None:
    last = inlines[-1]
    if not blank:
        return
    if isinstance(last, Text):
        inlines[-1] = replace(last, text=last.text + blank)
    else:
        inlines.append(Text(blank))


def _unplaced(inlines: Sequence[Inline]) -> list[Inline]:
    """Text of a further page: a text's box is one of its paragraph's page."""
    return [replace(inline, box=None) if isinstance(inline, Text) else inline for inline in inlines]


def _merged(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Bare blanks put to the text before them, empty texts left out."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            last = found[-1] if found else None
            if not inline.text.strip() and isinstance(last, Text):
                found[-1] = replace(last, text=last.text + inline.text)
                continue
        found.append(inline)
    return tuple(found)
