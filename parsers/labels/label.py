"""The text a person would take each box of a document to belong to, form or not.

Used to show what a reader saw; the answers to a known form are found by the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.document import Document, Mark, Method, State
from parsers.labels.blanks import with_blanks
from parsers.labels.boxes import boxes_only
from parsers.labels.celled import without_cells
from parsers.labels.cells import Content, Kind, beside
from parsers.labels.codes import without_keys
from parsers.labels.headed import heads
from parsers.labels.letters import with_letters
from parsers.labels.lines import Frame, FrameCell, Line, Piece, outline
from parsers.labels.lost import with_lost
from parsers.labels.pages import as_set
from parsers.labels.sides import labels, leanings, may_hold_question
from parsers.labels.typed import before_boxes, beside_boxes, folded, whole, with_end, with_start
from parsers.labels.words import before_heading, clean, columns, is_heading
from parsers.pdf.objects import middle

_SURE = 0.8
"""A mark below this confidence is shown as unsure."""


_SHORT_START = 4
"""The label of a box at the end of the line above has no more words than this."""

_LETTER = re.compile(r"\(\s*m\s*(?:/|o|or)\s*f\s*\)?$", re.I)
"""What asks for one of two letters, not for a tick: ``sex (M or F)``."""


@dataclass(frozen=True, slots=True)
class LabelledMark:
    """A mark and the text it belongs to, "" where there is none."""

    mark: Mark
    label: str


def labelled(document: Document) -> tuple[LabelledMark, ...]:
    """Every mark with its label, in reading order.

    What a tracked change took out is left out, and so are signs that only look like boxes. A lone X
    or V before a text whose neighbours start with boxes is a mark too, and so is an X beside an empty
    box. A mark that was read with little confidence is unsure, and so is one that its line and the lines
    around leave two labels for: the label given is the likelier one.
    """
    seen = as_set(without_cells(document))
    found = outline(seen)
    lines = tuple(folded(line) for line in with_letters(with_blanks(boxes_only(without_keys(found.lines)))))
    marks = tuple(_in_blocks(found.blocks, lines, False))
    held = [one.mark for one in marks]
    texts = with_lost(seen, held, heads(seen, held, [one.label for one in marks]))
    marks = tuple(replace(one, label=text) for one, text in zip(marks, texts, strict=True))
    return tuple(one for one in marks if not _may_be_picture(one.mark) or not _is_none(one))


def _in_blocks(blocks: Sequence[Piece], lines: Sequence[Line], listed: bool) -> Iterator[LabelledMark]:
    """The marks of a cell or of the whole document; `listed` where an X may stand for a box."""
    group: list[Line] = []
    for block in blocks:
        if isinstance(block, int):
            group.append(lines[block])
        else:
            yield from _in_group(group, listed)
            group = []
            yield from _in_frame(block, lines)
    yield from _in_group(group, listed)


def _in_group(group: Sequence[Line], listed: bool) -> Iterator[LabelledMark]:
    """The marks of paragraphs that follow one another."""
    written = [line for line in group if not line.blank]
    lines = [
        with_start(line) if listed or near else with_end(line) if behind else line
        for line, near, behind in zip(written, beside_boxes(written), before_boxes(written), strict=True)
    ]
    header: Line | None = None
    after = (*lines[1:], None)[: len(lines)]
    for line, lean, neighbour, following in zip(
        lines, leanings(lines), _neighbours(lines), after, strict=True
    ):
        if line.alone:
            found = _spread(neighbour.words if neighbour else "", len(line.marks))
        elif lean.amount > 0 and header is not None and (below := _below_header(line, header)):
            found = below
        else:
            found = labels(line, lean.amount)
            if lean.amount < 0 and len(found) > 1 and line.texts[0].strip() and not line.texts[-1].strip():
                found[-1] = _begun(following) or found[-1]
            elif _goes_on_below(line, following):
                found = [_begun(following)]
        if not line.marks:
            header = line
        sure = [lean.sure] * len(found)
        if lean.amount > 0 and line.marks and may_hold_question(found):
            sure[0] = False
        for mark, text, told in zip(line.marks, found, sure, strict=True):
            yield LabelledMark(_judged(mark) if told else replace(mark, state=State.UNSURE), text)


def _begun(line: Line | None) -> str:
    """The words that a line begins with: the label of a box at the end of the line above."""
    return clean(before_heading(line.texts[0])) if line is not None else ""


def _goes_on_below(line: Line, following: Line | None) -> bool:
    """Whether a line asks something and ends with a box whose label begins the next line of boxes."""
    if following is None or len(line.marks) != 1 or not is_heading(line.texts[0]) or line.texts[1].strip():
        return False
    first, last = following.texts[0], following.texts[-1]
    short = 0 < len(first.split()) <= _SHORT_START and not is_heading(first)
    return bool(following.marks) and short and bool(last.strip())


def _is_none(one: LabelledMark) -> bool:
    """Whether what is drawn on a page is no box: no text is near, or one that asks for a letter."""
    return not one.label or (one.mark.state is State.EMPTY and _LETTER.search(one.label) is not None)


def _may_be_picture(mark: Mark) -> bool:
    """Whether a mark may be something drawn on a page that is no box."""
    return mark.method is Method.DRAWING and mark.place.page is not None


def _judged(mark: Mark) -> Mark:
    """The mark as it is shown: unsure where its reading is."""
    return mark if mark.confidence >= _SURE else replace(mark, state=State.UNSURE)


def _neighbours(lines: Sequence[Line]) -> list[Line | None]:
    """For each line of boxes alone the line of words that it belongs to.

    Boxes and words take turns: the run of them begins with the boxes or with the words. A run that
    begins and ends with words is boxes before words with a heading above.
    """
    found: list[Line | None] = [None] * len(lines)
    ends_with_boxes = False
    for number in reversed(range(len(lines))):
        line = lines[number]
        before = lines[number - 1] if number and not lines[number - 1].marks else None
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is None or not _take_turns(line, after):
            ends_with_boxes = line.alone
        if after is not None and after.marks:
            after = None
        found[number] = before if before is not None and (ends_with_boxes or after is None) else after
    return found


def _take_turns(line: Line, following: Line) -> bool:
    """Whether one of two lines holds boxes alone and the other words alone."""
    return line.alone is not following.alone and not (line if following.alone else following).marks


def _spread(text: str, marks: int) -> list[str]:
    """A line's words for the marks below or above it: a column each, or all of it for all of them."""
    parts = columns(text)
    if marks > 1 and len(parts) == marks:
        return [clean(part) for part in parts]
    return [clean(text)] * marks


def _below_header(line: Line, header: Line) -> list[str]:
    """The columns of a header line for a line that ends with boxes side by side, nothing for any other."""
    if len(line.marks) < 2 or any(text.strip() for text in line.texts[1:]):
        return []
    parts = columns(header.words)[-len(line.marks) :]
    return [clean(part) for part in parts] if len(parts) == len(line.marks) else []


@dataclass(frozen=True, slots=True)
class _Held:
    """A cell with what it holds."""

    cell: FrameCell
    content: Content
    marks: tuple[Mark, ...]
    """Where it holds nothing but boxes: its marks."""
    listed: bool
    """Whether a cell of its row or column starts with a box."""


def _in_frame(frame: Frame, lines: Sequence[Line]) -> Iterator[LabelledMark]:
    """The marks of a table, cell by cell."""
    cells = _held(frame, lines)
    boxes = any(one.content.kind is Kind.BOXES for one in cells)
    near = beside([one.content for one in cells]) if boxes else {}
    for one in cells:
        if one.content.kind is Kind.BOXES:
            text = _columned(one, cells) or near.get((one.content.row, one.content.column), "")
            for mark, label in zip(one.marks, _dealt(text, len(one.marks)), strict=True):
                yield LabelledMark(_judged(mark), label)
        else:
            yield from _in_blocks(one.cell.blocks, lines, one.listed)


def _columned(held: _Held, cells: Sequence[_Held]) -> str:
    """The words above boxes side by side in one cell, a line for each box; else nothing."""
    own = held.content
    if len(held.marks) < 2 or (len(held.cell.blocks) > 1 and not _are_level(held.marks)):
        return ""
    above = [one for one in cells if one.content.kind is Kind.WORDS and one.content.row < own.row]
    over = [_over(mark, above) for mark in held.marks]
    if None not in over and len({id(one) for one in over}) == len(over):
        return "\n".join(" ".join(one.content.text.split()) for one in over if one is not None)
    words = [one.content.text.split() for one in above if one.content.column == own.column]
    return "\n".join(words[-1]) if words and len(words[-1]) == len(held.marks) else ""


def _over(mark: Mark, above: Sequence[_Held]) -> _Held | None:
    """The nearest of the cells above that stands right over a mark on a page."""
    box = mark.place.box
    places = [(one, one.cell.cell.place.box) for one in above]
    x = middle(box)[0] if box is not None else 0.0
    return next((one for one, cell in reversed(places) if box and cell and cell[0] <= x <= cell[2]), None)


def _are_level(marks: Sequence[Mark]) -> bool:
    """Whether marks stand side by side on a page."""
    boxes = [mark.place.box for mark in marks]
    heights = [middle(box)[1] for box in boxes if box is not None]
    return len(heights) == len(boxes) and max(heights) - min(heights) < 4


def _dealt(text: str, marks: int) -> list[str]:
    """The lines of a cell for the boxes beside it, one each; all of it for all where lines are too few."""
    parts = [part for part in text.split("\n") if part.strip()]
    if 1 < marks <= len(parts):
        return [clean(part) for part in parts[:marks]]
    return _spread(text, marks)


def _held(frame: Frame, lines: Sequence[Line]) -> list[_Held]:
    """The cells of a table; one with an X typed among boxes holds a mark."""
    own = [[lines[block] for block in cell.blocks if isinstance(block, int)] for cell in frame.cells]
    boxed = [
        one.cell
        for one, cell in zip(frame.cells, own, strict=True)
        if any(line.starts_with_box() for line in cell)
    ]
    rows, down = {cell.row for cell in boxed}, {cell.column for cell in boxed}
    found: list[_Held] = []
    for one, cell in zip(frame.cells, own, strict=True):
        listed = one.cell.row in rows or one.cell.column in down
        content = _content(one, cell)
        marks = tuple(mark for line in cell for mark in line.marks)
        typed = whole(content.text, one.cell.place) if listed and content.kind is Kind.WORDS else None
        if typed is not None:
            content, marks = replace(content, kind=Kind.BOXES, text=""), (typed,)
        found.append(_Held(one, content, marks, listed))
    return found


def _content(found: FrameCell, lines: Sequence[Line]) -> Content:
    """What a cell holds, as far as it may be the label of another."""
    cell = found.cell
    written = [line for line in lines if not line.blank]
    if len(lines) < len(found.blocks):
        kind = Kind.MIXED
    elif not written:
        kind = Kind.BLANK
    elif all(line.alone for line in written):
        kind = Kind.BOXES
    else:
        kind = Kind.MIXED if any(line.marks for line in written) else Kind.WORDS
    text = "\n".join(line.words for line in written) if kind is Kind.WORDS else ""
    return Content(cell.row, cell.column, cell.row_span, cell.column_span, kind, text)
