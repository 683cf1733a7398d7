"""Lines to paragraphs: where a line goes on in the next one, and how the two are joined.

The test is whether the next line's first word would still have fitted: a program that sets
text breaks a line only where it would not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Break, Inline, Mark, Paragraph, Place, Text
from parsers.pdf.objects import around
from parsers.pdf.text.addresses import tied
from parsers.pdf.text.lines import BLANK, Line, leads, trails
from parsers.pdf.text.seams import SMALL_WORDS, TIED, cut, last_word, parts_address, seam

_BULLET = re.compile(r"[•·●▪■◦‣∙○➢➤✓\uf0b7\uf0a7\uf0d8\uf076]\s|[•·▪◦‣\uf0b7\uf0a7]")
_DASHED = re.compile(r"[-–—*]\s")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_NUMBER = re.compile(r"(?:[^\w\s]\s*)?\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})[.)]|[A-Za-z\d] [-–]")
_LEADER = re.compile(r"[._…]{3,}|…{2,}")
"""Dots or a line to write on."""

_ITEM = r"(?:[A-ZÀ-Ù«“(]|(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:[.)]|\s[-–]\s))"
_TYPED = re.compile(
    rf"[xXvV](?:\s{_ITEM}|[A-ZÀ-Ù][a-zà-ù])|(?:[xv]|X(?![CDILMVX]+\b))[A-ZÀ-Ù]|[×✓✔✗✘√*]\s?{_ITEM}"
)
"""An option whose box was replaced by a typed mark, ``XPA`` without a blank, but not ``XIV``, a number."""

SHORT, LABEL_LINES = 80, 5
"""How many characters a label of several lines may have, and how many lines."""

_NOTED = re.compile(r"\(\d{1,2}\)\s?[:*]?$")
"""What a label that refers to a note ends with."""

_TAB = 35.4
"""How far a tab leads at the most, in points: the usual distance of tab stops."""

LEADING = 1.5
"""Lines of one paragraph are less than this apart, in font sizes."""

_TICKED = re.compile(r"[^\W_].*(?:(?: {3,}|\t)[xXvV×✓✔✗✘√]|\s_+[xXvV×✓✔✗✘√]?_+)$")
"""A tick that was typed behind an option, with a gap before it, or a short line to tick on."""

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
    strayed: bool = False
    """Whether the boxes with lines of their own found no room behind their labels."""
    boxes: int = 0
    """How many boxes each line has after its label, where every option has a "yes" and a "no"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as the lines it is made of."""

    lines: tuple[Line, ...]
    right: float
    """Where its lines must end at the latest."""
    breaks: frozenset[int] = frozenset()
    """The numbers of the lines that begin where somebody broke the line before, which was not full."""


def region(
    lines: Sequence[Line],
    left: float,
    right: float,
    padding: float,
    after: bool = False,
    *,
    over: bool = False,
) -> Region:
    """The room of a cell from `left` to `right`, whose text keeps `padding` from both.

    `after` tells whether boxes stand after their labels elsewhere on the page, `over` whether those
    with lines of their own stand over them.
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
    texts = [line for line in lines if not _LEADER.match(line.text)]
    full = sum(reached - line.x1 < 1 for line in texts)
    return Region(
        left,
        max(inner, reached),
        _pitch(lines),
        justified=len(texts) >= 5 and full >= 0.5 * len(texts),
        listed=listed,
        tailed=_is_tailed(lines, after, max(inner, reached)) and not (over and _may_lead(lines)),
        strayed=_are_strayed(lines, max(inner, reached)),
        boxes=crossed(lines),
    )


def crossed(lines: Sequence[Line]) -> int:
    """How many boxes stand after the label in each line, where it is several and the same in most.

    So does what is written beside them: other words are those of further options.
    """
    tails = [_tail(line) for line in lines if line.boxes > 1 and line.worded and not line.marked]
    if len(tails) < 2:
        return 0
    most = max(set(tails), key=tails.count)
    return most[0] if 2 * tails.count(most) > len(tails) else 0


def _tail(line: Line) -> tuple[int, tuple[str, ...]]:
    """How many boxes a line has, and the words from the first of them on."""
    first = next(at for at, inline in enumerate(line.inlines) if isinstance(inline, Mark))
    return line.boxes, tuple(
        inline.text.strip()
        for inline in line.inlines[first:]
        if isinstance(inline, Text) and inline.text.strip()
    )


def _is_tailed(lines: Sequence[Line], after: bool, right: float) -> bool:
    """Whether boxes stand after their labels, at the ends of lines or on lines of their own.

    Where they do elsewhere on the page (`after`), one box says enough.
    """
    if not any(line.worded for line in lines):
        return False
    before = any(line.marked and line.worded for line in lines)
    if after and before:
        marked = [at for at, line in enumerate(lines) if line.marked]
        if marked[0] == 0:
            return False
        return lines[-1].boxed or all(_lacks_room(lines, at, right, _TAB) for at in marked)
    if before or (lines[0].marked and not after):
        return False
    tailed = sum(line.tailed for line in lines)
    count = sum(not _LEADER.match(line.text) for line in lines)
    return 5 * tailed >= count if after else 3 * tailed >= max(count, 6)


def _may_lead(lines: Sequence[Line]) -> bool:
    """Whether every box stands alone on its line with words below it."""
    return lines[-1].worded and all(is_box(line) for line in lines if line.boxes)


def _are_strayed(lines: Sequence[Line], right: float) -> bool:
    """Whether each box alone on its line had no room behind the words above, and has room for those below."""
    lone = [at for at, line in enumerate(lines) if is_box(line)]
    return bool(lone) and all(at > 0 and _has_strayed(lines, at, right) for at in lone)


def _has_strayed(lines: Sequence[Line], at: int, right: float) -> bool:
    fits = at + 1 == len(lines) or lines[at].x1 + lines[at + 1].first_width <= right
    return fits and not lines[at - 1].boxes and _lacks_room(lines, at, right)


def _lacks_room(lines: Sequence[Line], at: int, right: float, gap: float = 0.0) -> bool:
    """Whether the box that begins a line had no room behind the words above it, `gap` away from them."""
    last, line = lines[at - 1], lines[at]
    gap = max(line.x0 - last.x0, gap)
    return last.worded and not last.boxed and last.x1 + gap + min(line.first_width, line.size) > right


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


def goes_on(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line belongs to the paragraph that the lines before it make."""
    last = before[-1]
    step = line.baseline - last.baseline
    usual = room.pitch or 1.5 * last.size
    if _belong(before, line, room) and step < 2.7 * usual:
        return True
    if step > 1.35 * usual + 1 or _dedented(before, line, room):
        return False
    return flows(before, line, room)


def _belong(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether one of two lines is a box alone, and the other its label."""
    last = before[-1]
    if last.boxed and last.worded and not line.marked and leads(before):
        # "☐ Alfa   ☐ Beta   ☐": the words of the last one stand on the next line.
        return True
    if not line.marked and _ends_in_number(last):
        return True
    if room.tailed or (room.strayed and is_box(line)):
        return line.marked and not last.boxed
    if line.marked and last.boxes and trails(before):
        # "Alfa ☐   Beta": its box stands on the next line.
        return _lacks_room((last, line), 1, room.right, _TAB)
    return room.listed and not room.strayed and is_box(last) and line.worded and not line.marked


def flows(before: Sequence[Line], line: Line, room: Region) -> bool:
    """The same without a look at distances: for a line on the next page."""
    last = before[-1]
    if _begins_anew(before, line, room):
        return False
    if last.soft or last.tied or not fits(last, line, room):
        return True
    head = last_word(before, room.right)
    return cut(last, head, line, room.right) or parts_address(head, line)


def _begins_anew(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line looks like the first one of a paragraph, however full the line before it is."""
    last = before[-1]
    if line.marked or (room.tailed and last.boxed) or _is_closed(before) or _begins_item(before[0], line):
        return True
    if _are_ticks(last, line) or (room.boxes and last.boxes >= room.boxes and line.worded):
        return True
    noted = len(before) <= LABEL_LINES and _NOTED.search(last.text) and line.text[:1].isupper()
    if noted or (last.worded and abs(last.size - line.size) > 0.15 * last.size):
        return True
    if (all(one.bold for one in before) and not line.bold) or _answers_italics(before, line):
        return True
    if _LEADER.match(line.text) and not _LEADER.search(last.last):
        return True
    short = room.justified and room.right - last.x1 > 3
    return short or (room.listed and _TYPED.match(line.text) is not None)


def _answers_italics(before: Sequence[Line], line: Line) -> bool:
    """Whether what was asked in italics is answered in upright letters."""
    last = before[-1]
    asked = before[0].slanted and last.slanted and (len(before) > 1 or last.text[-1:] in ".:)?")
    return asked and not line.slanted and line.worded


def _is_closed(before: Sequence[Line]) -> bool:
    """Whether the one box of some lines, or an X typed apart, stands behind all their words."""
    last = before[-1]
    if isinstance(last.inlines[-1], Text):
        text = "".join(inline.text for inline in last.inlines if isinstance(inline, Text))
        return sum(len(line.text) for line in before) < SHORT and _TICKED.search(text) is not None
    return last.worded and not before[0].marked and sum(line.boxes for line in before) == 1


def _ends_in_number(line: Line) -> bool:
    """Whether a line ends with a box and the number of its option, whose words stand on the next line."""
    if len(line.inlines) < 2 or not isinstance(line.inlines[-2], Mark):
        return False
    number = line.inlines[-1]
    return isinstance(number, Text) and is_number(number.text.strip())


def _are_ticks(last: Line, line: Line) -> bool:
    """Whether two lines are typed ticks and boxes alone, as in a cell of their own."""
    return not line.worded and not last.worded


def ends_in_mid_phrase(line: Line) -> bool:
    """Whether a line ends with a word that none ends with."""
    return line.last.lower() in SMALL_WORDS


def is_box(line: Line) -> bool:
    """Whether a line is a box alone: its label stands on another line."""
    return line.marked and not line.worded


def is_number(text: str) -> bool:
    """Whether a text is a list's number alone, behind its box perhaps: "c)", "☐ 3.", "IV)"."""
    return _NUMBER.fullmatch(text) is not None


def is_item(line: Line) -> bool:
    """Whether a line is an option, or the place to write on under one."""
    return (
        line.marked
        or line.tailed
        or _TYPED.match(line.text) is not None
        or _LEADER.match(line.text) is not None
    )


def is_bulleted(line: Line) -> bool:
    """Whether a line is the first of an item of a list."""
    return any(kind.match(line.text) for kind in (_BULLET, _DASHED, _NUMBERED))


def fits(last: Line, line: Line, room: Region) -> bool:
    """Whether the line's first word would have had its place on the line before."""
    blank = 0.0 if TIED.search(last.last) else BLANK * last.size
    if last.x1 + blank + _least_width(line, room) > room.right - _TOLERANCE:
        return False
    # Where the limit is a guess, a long line that ends in mid-sentence goes on.
    prose = last.x1 - last.x0 > 20 * last.size and line.text[:1].islower() and last.text[-1:] not in ".:;!?"
    return not (room.loose and prose)


def _least_width(line: Line, room: Region) -> float:
    """How wide the part of a line is that cannot be parted: its first word, with a box that is tied to it."""
    word = line.inlines[0]
    alone = isinstance(word, Text) and " " not in word.text.strip()
    tied = room.tailed and alone and line.tailed and len(line.inlines) == 2
    return line.x1 - line.x0 if tied else line.first_width


def _begins_item(first: Line, line: Line) -> bool:
    """Whether a line begins an item of a list, or is the heading below one.

    Dashes and numbers count where the paragraph has one too.
    """
    heading = first.marked and line.text[:1].isupper() and line.text[-1:] == ":"
    if heading or _BULLET.match(line.text):
        return True
    return any(kind.match(line.text) and kind.match(first.text) for kind in (_DASHED, _NUMBERED))


def _dedented(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line is indented otherwise than the lines of the paragraph are."""
    last = before[-1]
    shift = line.x0 - last.x0
    if is_box(before[0]) and abs(line.x0 - before[0].x0) <= 3:
        return False
    if abs(shift) <= 3 or (_centred(last, room) and _centred(line, room)):
        return False
    if len(before) > 1:
        return True
    item = _BULLET.match(last.text) or _DASHED.match(last.text) or _NUMBERED.match(last.text)
    if shift > 0:
        # A hanging indent belongs to items and boxes; else a paragraph's first line is indented.
        return not (last.marked or item)
    return bool(item) and not last.marked


def _centred(line: Line, room: Region) -> bool:
    return abs((line.x0 - room.left) - (room.right - line.x1)) < 6 and line.x0 - room.left > 12


def paragraph(draft: Draft) -> Paragraph:
    """The paragraph of a draft; its place is on the page where it begins."""
    first = draft.lines[0]
    inlines: list[Inline] = list(first.inlines)
    word = first.last
    for at, (last, line) in enumerate(pairwise(draft.lines), 1):
        if last.soft:
            _drop_hyphen(inlines)
        blank = seam(last, word, line, draft.right)
        word = word + line.last if line.single and not blank else line.last
        if at in draft.breaks:
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
