"""Which marks of a document are boxes to tick, and which only look like them.

Filled squares and ticks as bullets, brackets of code and prose, rows of squares to write digits in,
and boxes that an instruction talks about are signs of the text. A known form needs none of this: the
matcher knows where its boxes stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Mark, Method, State
from parsers.labels.fellows import FILLED, Fellows, Surroundings, is_bold, starts_filled, surroundings
from parsers.labels.lines import WRITTEN, Line, without
from parsers.labels.words import POINT, ends_with_answer, is_words

_DRAWN = frozenset((Method.DRAWING, Method.INK, Method.IMAGE))
_NOT_LISTED = (Fellows.NONE, Fellows.NEAR)
_CROSSES = frozenset("✕✖✗✘❌")
"""No list has these for bullets."""
_CIRCLES = frozenset("○◯〇")
_PLACEHOLDERS = _CIRCLES | {"□"}
_LONGEST = 12
"""So far back the start of a run of signs is looked for."""
_TITLE = 0.6
"""How sure a filled square at the start of a list of boxes is a ticked one."""
_COMB = re.compile(r"[ \u00a0]?[./\-–—|]?[ \u00a0]?$")
_COMB_LENGTH = 3
_SPACED_COMB_LENGTH = 5
"""Boxes with blanks between them may be a scale; so many are not."""
_CLOSE = 0.4
"""Rooms for digits are no further apart than this, in widths of one."""
_OPENING, _CLOSING = frozenset("\"'“„«‘`「『”"), frozenset("\"'”“»’`」』")
_EQUALS = frozenset("=＝")
_MEANING = re.compile(r"\s*(?:if|when|se|wenn|falls|indien)\s", re.I)
"""What follows a tick that a heading speaks of: ``✓ if under age``."""

_COPYRIGHT = re.compile(r"\s*c\s*\)?\s+(?:copyright\s+)?(?:(?:19|20)\d\d|MC?M[CDLXVI]+)\b", re.I)
"""What stands in a circle, and behind it, that is no box."""
_TICKING = re.compile(
    r"\b(?:tick|check|mark|cross|place an?|put an?|barra|segna|croce|contrassegn|spunta|kruis|vink|ankreuz"
    r"|kreuz|markier|coche|marque|marcar|marque)\w*|[打勾划选填画]",
    re.I,
)
_TICKING_AFTER = re.compile(r"[”\"』」]?[内中里]?.{0,3}[打划画勾]")
_SHORT = 90
"""What stands between two typed boxes is no longer than this; running text is."""
_PARTING = " \u00a0-–—/,;"
"""What parts one option from the next."""

_POINT = re.compile(rf"\s*(?:{POINT}|[-–•·▪➢*]\s+)")
"""The number or letter of a point that begins a line."""

_CODE = re.compile(
    r"\\[A-Za-z@]|\(\)|::|=>|->|==|</|/>|[A-Za-z0-9]_[A-Za-z0-9]\w*\(|\w\[\w|(?:\w\([^\s()]*\)|[\]}]);\s*$"
)
_BRACES = frozenset("{}")
_ROUND = frozenset("(（")
_TOUCHING = frozenset(("[]", "{}"))
_CODE_BEFORE = re.compile(r"[A-Za-z0-9_.<>\"'=]$")
_CODE_AFTER = re.compile(r"[\"']|\s*[\^=+<>|&*{}]")
_APART = re.compile(r"(?:[\t:：?？]|\s\s|[:：?？]\s)$")
_PROSE = 400
"""So many characters to each box bullet or tick: a report with a list, not a form."""
_STRONG = 5
"""A box or a line to write on says as much as so many of those."""
_FILL_IN = re.compile(r"_{3,}|…{2,}")


def boxes_only(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with what is no box put back into their text."""
    around = surroundings(lines)
    form = _is_form(lines)
    return tuple(
        _filtered(_seen(line, around.fellows[number], around, form)) if line.marks else line
        for number, line in enumerate(lines)
    )


def _is_bullet(mark: Mark) -> bool:
    """Whether it is a list's bullet: a sign that the paragraph's text does not hold."""
    return mark.method in (Method.SYMBOL, Method.IMAGE) and not mark.raw


def _is_form(lines: Sequence[Line]) -> bool:
    """Whether box-shaped bullets and ticks in cells are meant for ticking: not in running text.

    A form has boxes of another kind and lines to write on, or little text to each of those.
    """
    weak = strong = size = 0
    for line in lines:
        size += len(line.words)
        strong += _FILL_IN.search(line.words) is not None
        for mark in line.marks:
            if mark.boxed and not _is_bullet(mark):
                strong += 1
            else:
                weak += 1
    return size <= (weak + _STRONG * strong) * _PROSE


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line with marks, and what is to be known of it to judge them."""

    line: Line
    fellows: Fellows
    around: Surroundings
    form: bool
    alone: bool
    choice: frozenset[int]
    """The numbers of the typed brackets in it that have words, and no more than some, up to the next one."""

    @property
    def lone(self) -> bool:
        """Whether it has but one mark."""
        return len(self.line.marks) == 1


def _seen(line: Line, fellows: Fellows, around: Surroundings, form: bool) -> _Seen:
    """A line with marks and what stands around it."""
    return _Seen(line, fellows, around, form, line.alone, frozenset(_choice(line)))


def _choice(line: Line) -> Iterator[int]:
    """The typed brackets of a line with few words up to the one before or the next."""
    for number, (one, two) in enumerate(pairwise(line.marks)):
        between = _FILL_IN.sub("", line.texts[number + 1])
        typed = one.method is Method.TYPED_MARK and two.method is Method.TYPED_MARK
        if typed and len(between) <= _SHORT and is_words(between.strip(_PARTING)):
            yield from (number, number + 1)


def _filtered(seen: _Seen) -> Line:
    """A line without the marks that are no boxes."""
    line = seen.line
    dropped = [_is_sign(seen, number) for number in range(len(line.marks))]
    for start, end in _combs(line):
        dropped[start:end] = [True] * (end - start)
    if starts_filled(line) and _may_be_title(seen):
        line = replace(line, marks=(replace(line.marks[0], confidence=_TITLE), *line.marks[1:]))
    return without(line, dropped) if any(dropped) else line


def _may_be_title(seen: _Seen) -> bool:
    """Whether a filled sign that starts a line may be that of a title: an option, or the text above some."""
    far = seen.fellows is Fellows.NONE and seen.lone and not seen.alone
    return far or is_bold(seen.line) or seen.line.marks[0].raw in seen.around.titles


def _is_sign(seen: _Seen, number: int) -> bool:
    """Whether one mark of a line is but a sign of its text."""
    line, mark = seen.line, seen.line.marks[number]
    if _is_bullet(mark):
        return seen.fellows in _NOT_LISTED if mark.state is State.TICKED else not seen.form
    if mark.method not in WRITTEN:
        return _is_circled(line, number) or _is_ornament(mark, seen.fellows) or _is_example(line, mark)
    if _is_told_of(line, number) or _is_in_instruction(line) or _is_placeholder(line, number):
        return True
    if mark.method is Method.TYPED_MARK:
        return _is_numeral(seen, number) or not _stands_like_box(seen, number)
    if seen.alone:
        return not mark.boxed and not seen.form
    return (not mark.boxed or mark.raw in FILLED) and _is_filled_sign(seen, number)


def _is_filled_sign(seen: _Seen, number: int) -> bool:
    """Whether a filled sign or a tick is a bullet or an ornament: no empty boxes are where it stands.

    One that starts its line wants them in its list, or others of its kind in the place of boxes.
    """
    if seen.line.marks[number].raw in seen.around.ticks:
        return False
    starts = seen.lone and not seen.line.texts[0].strip() and seen.line.marks[number].raw not in _CROSSES
    return seen.fellows in _NOT_LISTED if starts else seen.fellows is Fellows.NONE


def _is_ornament(mark: Mark, fellows: Fellows) -> bool:
    """Whether it is a picture or a line in a Word file, where no box is near; on a page its place says it."""
    drawn = mark.method in _DRAWN and mark.place.page is None
    return drawn and mark.state is not State.EMPTY and fellows is Fellows.NONE


def _is_example(line: Line, mark: Mark) -> bool:
    """Whether a drawn box that is ticked shows how to tick, and says no condition."""
    shown = mark.state is not State.EMPTY and _is_in_instruction(line)
    return shown and _MEANING.match(" " + line.texts[1]) is None


def _is_told_of(line: Line, number: int) -> bool:
    """Whether the text speaks of the sign: it stands between quotes, or what it means follows."""
    before, after = line.texts[number], line.texts[number + 1]
    quoted = before[-1:] in _OPENING and after[:1] in _CLOSING
    meant = not line.marks[number].boxed and _MEANING.match(after) is not None
    return quoted or meant or _is_circled(line, number) or after.lstrip()[:1] in _EQUALS


def _is_circled(line: Line, number: int) -> bool:
    """Whether it is the ring of a copyright sign."""
    return line.marks[number].state is State.EMPTY and _COPYRIGHT.match(line.texts[number + 1]) is not None


def _is_in_instruction(line: Line) -> bool:
    """Whether the line's only mark stands in the middle of a sentence that says how to tick."""
    if len(line.marks) > 1:
        return False
    before, after = line.texts
    if not before.strip() or not (after.strip(' .)）。”"') or before.rstrip().endswith(("(", "（"))):
        return False
    if before.rstrip().endswith((":", "：", "?", "？")):
        return False
    return bool(_TICKING.search(before[-40:]) or _TICKING_AFTER.match(after))


def _is_placeholder(line: Line, number: int) -> bool:
    """Whether a sign stands directly beside its like: what is put for a name left out (``○○``).

    Squares do so in a word only. A letter o is no sign, nor is any amid words.
    """
    raw = line.marks[number].raw
    if raw not in _PLACEHOLDERS:
        before, after = line.texts[number], line.texts[number + 1]
        amid = before[-1:].isalpha() or (len(line.marks) == 1 and is_words(before) and after.strip())
        return raw == "o" or (len(raw) == 1 and raw <= "\xff" and bool(amid))
    start = number
    while start > max(number - _LONGEST, 0) and not line.texts[start] and line.marks[start - 1].raw == raw:
        start -= 1
    follows = (
        number + 1 < len(line.marks) and not line.texts[number + 1] and line.marks[number + 1].raw == raw
    )
    return (start < number or follows) and (raw in _CIRCLES or line.texts[start][-1:].isalnum())


def _is_numeral(seen: _Seen, number: int) -> bool:
    """Whether a lone ``(x)`` or ``(v)`` far from boxes is the number of a point."""
    mark = seen.line.marks[number]
    lone = mark.state is State.TICKED and seen.lone and seen.fellows is Fellows.NONE
    return lone and mark.raw[:1] in _ROUND


def _stands_like_box(seen: _Seen, number: int) -> bool:
    """Whether typed brackets stand where boxes do, and not in a sentence or in code."""
    line = seen.line
    mark, before, after = line.marks[number], line.texts[number], line.texts[number + 1]
    if (_CODE_BEFORE.search(before[-1:]) and not _is_next(seen, number)) or _CODE_AFTER.match(after):
        return False
    if _is_code(line):
        return False
    if not _FILL_IN.sub("", before).strip() or (not number and _POINT.fullmatch(before) is not None):
        return bool(number or after.strip() or seen.alone)
    if number in seen.choice:
        return mark.raw != "{}"
    # A lone one ends its line, or stands apart from what goes before.
    return mark.raw not in _TOUCHING and (not after.strip() or _APART.search(before[-2:]) is not None)


def _is_next(seen: _Seen, number: int) -> bool:
    """Whether a typed box stands right behind an answer: ``M[ ] F[X]``, ``[ ] YES[X] NO``."""
    return number in seen.choice and ends_with_answer(seen.line.texts[number])


def _is_code(line: Line) -> bool:
    """Whether a line with typed brackets is one of a program, or of a manual on one."""
    whole = line.texts[0]
    for mark, text in zip(line.marks, line.texts[1:], strict=True):
        whole += (" " if ends_with_answer(whole) else "") + mark.raw + text
    return _CODE.search(whole) is not None or any(_BRACES & set(text) for text in line.texts)


def _combs(line: Line) -> Iterator[tuple[int, int]]:
    """Runs of empty boxes side by side: places for digits, from the first up to the last."""
    start = 0
    for number in range(1, len(line.marks) + 1):
        if number < len(line.marks) and _COMB.match(line.texts[number]) is not None:
            continue
        run = line.marks[start:number]
        spaced = any(text.isspace() for text in line.texts[start + 1 : number])
        wanted = _SPACED_COMB_LENGTH if spaced else _COMB_LENGTH
        if (len(run) >= wanted and all(map(_is_comb, run))) or _are_rooms(run):
            yield start, number
        start = number


def _is_comb(mark: Mark) -> bool:
    return mark.method in WRITTEN and mark.state is State.EMPTY and not _is_bullet(mark)


def _are_rooms(run: Sequence[Mark]) -> bool:
    """Whether drawn squares stand closer to one another on a page than boxes do, each to one beside it."""
    places = [mark.place.box for mark in run if mark.method is Method.DRAWING and mark.state is State.EMPTY]
    boxes = [box for box in places if box is not None]
    if len(boxes) < len(run) or len(run) < 2:
        return False
    near = [two[0] - one[2] < _CLOSE * (one[2] - one[0]) for one, two in pairwise(boxes)]
    return all(one or two for one, two in pairwise([False, *near, False]))
