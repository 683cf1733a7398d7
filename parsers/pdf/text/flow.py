"""Lines to paragraphs: where a line goes on in the next one.

The test is whether the next line's first word would still have fitted: a program that sets
text breaks a line only where it would not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.document import Text
from parsers.pdf.text.addresses import tied
from parsers.pdf.text.items import LEADER, TYPED, begins_item, ends_in_number, is_bulleted
from parsers.pdf.text.lines import Line, leads, trails
from parsers.pdf.text.region import TAB, Region, ends_ticked, lacks_room
from parsers.pdf.text.seams import BEFORE_ADDRESSES, SMALL_WORDS, TIED, cut, last_word, parts_address
from parsers.pdf.text.tokens import BLANK

SHORT, LABEL_LINES = 80, 5
"""How many characters a label of several lines may have, and how many lines."""

_NOTED = re.compile(r"\(\d{1,2}\)\s?[:*]?$")
"""What a label that refers to a note ends with."""

LEADING = 1.5
"""Lines of one paragraph are less than this apart, in font sizes."""

_TICKED = re.compile(r"[^\W_].*(?:(?: {3,}|\t)[xXvV×✓✔✗✘√]|\s_+[xXvV×✓✔✗✘√]?_+)$")
"""A tick that was typed behind an option, with a gap before it, or a short line to tick on."""

_TICK = re.compile(r"[xXvV×✓✔✗✘√]|_+[xXvV]?_+")
"""A typed tick alone, or a line to tick on: the words behind it found no room beside it."""

_OPENING, _CLOSING = tuple("«“"), tuple("»”")
"""What a quotation begins and ends with; right behind one another they are two options."""

_TOLERANCE = 0.5
"""How far a measure of width may be off, in points."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as the lines it is made of."""

    lines: tuple[Line, ...]
    right: float
    """Where its lines must end at the latest."""
    breaks: frozenset[int] = frozenset()
    """The numbers of the lines that begin where somebody broke the line before, which was not full."""


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
    if not line.marked and ends_in_number(last):
        return True
    if room.tailed or (room.strayed and line.lone):
        return line.marked and not last.boxed
    if line.marked and last.boxes and trails(before):
        # "Alfa ☐   Beta": its box stands on the next line.
        return lacks_room((last, line), 1, room.right, TAB)
    return room.listed and not room.strayed and last.lone and line.worded and not line.marked


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
    if line.marked or (room.tailed and last.boxed) or begins_item(before[0], line):
        return True
    ticks = _are_ticks(last, line) or _is_tick_at_tab(before, line) or _follows_tick(last, line, room)
    if ticks or _is_closed(before, room) or (room.boxes and last.boxes >= room.boxes and line.worded):
        return True
    if _is_label(before, line) or (last.worded and abs(last.size - line.size) > 0.15 * last.size):
        return True
    if (all(one.bold for one in before) and not line.bold) or _answers_italics(before, line):
        return True
    quoted = last.text[-1:] in _CLOSING and line.text[:1] in _OPENING
    if (
        quoted
        or (LEADER.match(line.text) and not LEADER.search(last.last))
        or _begins_phrase(before, line, room)
    ):
        return True
    short = room.justified and room.right - last.x1 > 3
    lone = not room.tailed and _TICK.fullmatch(line.text) is not None
    return (
        short
        or (room.listed and TYPED.match(line.text) is not None)
        or (lone and (room.listed or room.lined))
    )


def _is_label(before: Sequence[Line], line: Line) -> bool:
    """Whether lines are a label with a note, or one alone above an address that found no room beside it."""
    last = before[-1]
    if "@" in line.first:
        return len(before) == 1 and last.single and last.first.lower() in BEFORE_ADDRESSES
    noted = len(before) <= LABEL_LINES and _NOTED.search(last.text) is not None
    return noted and line.text[:1].isupper()


def _begins_phrase(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a capital begins an option among others whose rests begin small."""
    if not room.phrases or not line.text[:1].isupper():
        return False
    last = before[-1]
    halved = (room.tailed and not last.boxed) or _is_open(" ".join(one.text for one in before))
    return not (halved or last.soft or last.tied or ends_in_mid_phrase(last))


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket goes on behind some text."""
    return any(text.count(left) > text.count(right) for left, right in ("()", "[]", "«»", "“”"))


def _answers_italics(before: Sequence[Line], line: Line) -> bool:
    """Whether what was asked in italics is answered in upright letters."""
    last = before[-1]
    asked = before[0].slanted and last.slanted and (len(before) > 1 or last.text[-1:] in ".:)?")
    return asked and not line.slanted and line.worded


def _is_closed(before: Sequence[Line], room: Region) -> bool:
    """Whether the one box of some lines, or an X typed apart, stands behind all their words.

    Where lines to tick on stand before their words, the last one's words are on the next line.
    """
    last = before[-1]
    if isinstance(last.inlines[-1], Text):
        text = "".join(inline.text for inline in last.inlines if isinstance(inline, Text))
        short = sum(len(line.text) for line in before) < SHORT
        return short and not room.lined and _TICKED.search(text) is not None
    return last.worded and not before[0].marked and sum(line.boxes for line in before) == 1


def _are_ticks(last: Line, line: Line) -> bool:
    """Whether two lines are typed ticks and boxes alone, as in a cell of their own."""
    return not line.worded and not last.worded


def _follows_tick(last: Line, line: Line, room: Region) -> bool:
    """Whether an option begins behind a typed tick, as others there end."""
    ticked = room.ticked and not room.lined
    return ticked and line.text[:1].isupper() and line.worded and ends_ticked(last)


def _is_tick_at_tab(before: Sequence[Line], line: Line) -> bool:
    """Whether a typed tick stands alone at a tab: it found no room behind the words above."""
    last = before[-1]
    return len(before) == 1 and not last.worded and not last.boxes and last.x0 - line.x0 > last.size


def ends_in_mid_phrase(line: Line) -> bool:
    """Whether a line ends with a word that none ends with."""
    return line.last.lower() in SMALL_WORDS


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


def _dedented(before: Sequence[Line], line: Line, room: Region) -> bool:
    """Whether a line is indented otherwise than the lines of the paragraph are."""
    last = before[-1]
    shift = line.x0 - last.x0
    if before[0].lone and abs(line.x0 - before[0].x0) <= 3:
        return False
    if abs(shift) <= 3 or (_centred(last, room) and _centred(line, room)):
        return False
    if len(before) > 1:
        return True
    item = is_bulleted(last)
    if shift > 0:
        # A hanging indent belongs to items and boxes; else a paragraph's first line is indented.
        return not (last.marked or item)
    return item and not last.marked


def _centred(line: Line, room: Region) -> bool:
    return abs((line.x0 - room.left) - (room.right - line.x1)) < 6 and line.x0 - room.left > 12
