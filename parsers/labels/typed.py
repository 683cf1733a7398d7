"""An X or a tick typed for a box or beside one, among a line's boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Mark, Method, Place, State
from parsers.labels.lines import Line
from parsers.labels.words import POINT

_POINT = rf"\s*(?P<point>{POINT}|[-–•·▪➢]\s+)?"
_COUNTED = re.compile(_POINT + "$")
_START = re.compile(_POINT + r"(?:[xX×Хх](?=\s+\S|[A-ZÀ-Ý])|[XХ](?=[^\W\d_])|[vV√](?=\s+\S))")
_BESIDE = re.compile(r"\s*(?:[xX×Хх√](?=\s|$)|[XХ](?=[A-ZÀ-Ý][a-zà-ÿ]))")
_BEFORE = re.compile(r"(?:(?:^|\s)(?P<touching>[xX×Хх✓✔√])|(?:^\s*|\s\s|\t)(?P<apart>[xX×Хх✓✔√])[ \u00a0])$")
_BETWEEN = re.compile(r"(?<=\s\s)([xX×Хх✓✔√])(?=\s+\S)|(?<=\t)([xX×Хх✓✔√])(?=\s+\S)")
_AMONG = re.compile(
    r"(?:(?<=[^\s\d])[ \u00a0]|(?<=\d)[ \u00a0](?=\S\s+[a-zà-ù]{2})|^\s*)([XХ✓✔])"
    r"(?=[,;]?\s+[^\W\d])"
)
_AMONG_NUMBERS = re.compile(
    r"(?:(?<=\S)[ \u00a0]|^\s*)([XХ])(?=\s+\d[\d.,/–-]*[ªº°]?(?:\s|$)(?!\s*(?:[cm]?m|m[tlq]|met\w+|€)\b))"
)
"""The same before options that are numbers; before a measure it is a product."""
_LAST = re.compile(r"(?<=[^\s\d])[ \u00a0]([XХ✓✔])(?=\s*$)")
_NUMERAL = re.compile(
    r"\b(?:raggi|fattore|gruppo|asse|classe|sezione|lettera|titolo|capo|art\.|tipo|factor|class|group|type|ray)$",
    re.I,
)
"""What an X that is a number or a name stands behind."""

_END = re.compile(r"(?<=\S)\s+[xX×Хх✓✔√]\s*$")
_SHORT, _SHORTEST = 60, 30
"""How long the text between an X and the boxes around it can be, and behind a line's only box."""

_WHOLE = re.compile(r"[xX×Хх]{1,3}|[✓✔✗✘√]|[|│]_*[xX×Хх]_*[|│]")


def folded(line: Line) -> Line:
    """The line with every tick typed beside one of its boxes, or among them, as a mark."""
    if not line.marks:
        return line
    line = _with_beside(line)
    return _with_between(line) if any(mark.boxed for mark in line.marks) else line


def beside_boxes(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it stands in a list of boxes, before one or after one."""
    found = [False] * len(lines)
    for numbers in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        listed = False
        for number in numbers:
            line = lines[number]
            found[number] = found[number] or listed
            typed = not line.marks and _START.match(line.texts[0]) is not None
            listed = _starts_with_box(line) or (listed and typed)
    return found


def before_boxes(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it stands in a list of words with boxes behind them."""
    ends = [_ends_with_box(line) for line in lines]
    return [ends[max(at - 1, 0)] or ends[min(at + 1, len(lines) - 1)] for at in range(len(lines))]


def _starts_with_box(line: Line) -> bool:
    return bool(line.marks) and line.marks[0].boxed and _COUNTED.match(line.texts[0]) is not None


def _ends_with_box(line: Line) -> bool:
    one = len(line.marks) == 1 and line.marks[0].boxed
    return one and not line.texts[1].strip() and _COUNTED.match(line.texts[0]) is None


def whole(text: str, place: Place) -> Mark | None:
    """The mark that a cell of boxes holds where somebody typed an X into it for the box."""
    sign = "".join(text.split())
    if _WHOLE.fullmatch(sign) is None:
        return None
    return Mark(State.TICKED, Method.TYPED_MARK, sign, place, boxed=False)


def with_start(line: Line) -> Line:
    """A line of a list of boxes with a lone X or V at its start as the mark it is."""
    text = line.texts[0]
    match = _START.match(text) if not line.marks else None
    if match is None:
        return line
    point = match["point"] or ""
    mark = _typed(match[0].strip().removeprefix(point), line)
    return _with_between(Line((mark,), (point, text[match.end() :]), line.place))


def with_end(line: Line) -> Line:
    """A line of a list with boxes behind the words with a lone X at its end as the mark it is."""
    text = line.texts[0]
    match = _END.search(text) if not line.marks else None
    if match is None or _NUMERAL.search(text[: match.start()]):
        return line
    return Line((_typed(match[0].strip(), line),), (text[: match.start()] + " ", ""), line.place)


def _typed(sign: str, line: Line) -> Mark:
    return Mark(State.TICKED, Method.TYPED_MARK, sign, line.place, boxed=False)


def _with_beside(line: Line) -> Line:
    """Empty boxes with the X or the tick right beside them, made one ticked mark."""
    marks: list[Mark] = []
    texts = [line.texts[0]]
    for mark, text in zip(line.marks, line.texts[1:], strict=True):
        after = text
        box = marks[-1] if marks else None
        if box is not None and _is_empty(box) and _is_bare(mark) and not texts[-1].strip():
            marks[-1] = replace(mark, raw=box.raw + mark.raw, boxed=True)
            texts[-1] = after
            continue
        before = _BEFORE.search(texts[-1]) if _is_empty(mark) else None
        beside = _BESIDE.match(after) if _is_empty(mark) else None
        if before is not None:
            sign = before.lastgroup or ""
            marks.append(_ticked(mark, before[sign] + mark.raw))
            texts[-1] = texts[-1][: before.start(sign)]
        elif beside is not None:
            marks.append(_ticked(mark, mark.raw + beside[0]))
            after = after[beside.end() :]
        else:
            marks.append(mark)
        texts.append(after)
    return Line(tuple(marks), tuple(texts), line.place)


def _is_empty(mark: Mark) -> bool:
    return mark.state is State.EMPTY and mark.boxed


def _is_bare(mark: Mark) -> bool:
    return mark.state is State.TICKED and not mark.boxed


def _ticked(box: Mark, raw: str) -> Mark:
    return replace(box, state=State.TICKED, method=Method.TYPED_MARK, raw=raw)


def _ticks(text: str, line: Line, number: int) -> list[re.Match[str]]:
    """The lone ticks in a text beside boxes, the one before a line's mark of that number."""
    found = list(_BETWEEN.finditer(text))
    ends = number == len(line.marks)
    longest = _SHORTEST if len(line.marks) == 1 and ends else _SHORT
    numbers = any(one.lstrip()[:1].isdigit() for one in line.texts[1:])
    more = [*_AMONG.finditer(text), *(_AMONG_NUMBERS.finditer(text) if numbers else ())]
    more += _LAST.finditer(text) if ends else ()
    for one in more:
        near = (
            not number or one.start() <= longest or any(one.start() - two.end() <= longest for two in found)
        )
        if near and not _NUMERAL.search(text[: one.start()]):
            found.append(one)
    return sorted(found, key=re.Match.start)


def _with_between(line: Line) -> Line:
    """A lone X between a line's boxes: it was typed for one of them."""
    marks: list[Mark] = []
    texts: list[str] = []
    for number, text in enumerate(line.texts):
        if number:
            marks.append(line.marks[number - 1])
        at = 0
        for match in _ticks(text, line, number):
            if match.start() < at:
                continue
            sign = next(part for part in match.groups() if part)
            marks.append(_typed(sign, line))
            # The blank before it stays: the gaps of a line tell where its labels stand.
            texts.append(text[at : match.end() - len(sign)])
            at = match.end()
        texts.append(text[at:])
    return Line(tuple(marks), tuple(texts), line.place)
