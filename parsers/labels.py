"""The text a person would take each box of a document to belong to, form or not.

Used to show what a reader saw; the answers to a known form are found by the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from parsers.document import (
    Block,
    Break,
    Cell,
    Document,
    Emphasis,
    Mark,
    Method,
    Paragraph,
    State,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True)
class LabelledMark:
    """A mark and the text it belongs to, "" where there is none."""

    mark: Mark
    label: str


_Token: TypeAlias = str | Mark
"""Text, ``\\n`` for a line break, or a mark."""

_TYPED_START = re.compile(r"\s*(?:[xX×Хх](?=\s+\S|[A-ZÀ-Ý])|[XХ](?=[^\W\d_])|[vV√](?=\s+\S))")
_BESIDE = re.compile(r"\s*([xX×Хх])(?=\s)")
_LINE_END = "\n"
_BEFORE_LABEL = " \t\n-–—:.·•"
_AFTER_LABEL = " \t\n-–—:"


def labelled(document: Document) -> tuple[LabelledMark, ...]:
    """Every mark with its label, in reading order.

    What a tracked change took out is left out. A lone X or V before a text whose neighbours start
    with boxes is a mark too, and so is an X between an empty box and its label.
    """
    return tuple(_in_blocks(document.blocks, "", False))


def _in_blocks(blocks: Sequence[Block], beside: str, typed: bool) -> Iterator[LabelledMark]:
    """The marks of a cell or of the whole document; `beside` is the label of a box that stands alone."""
    group: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            group.append(block)
        else:
            yield from _in_group(group, beside, typed)
            group = []
            yield from _in_table(block)
    yield from _in_group(group, beside, typed)


def _in_group(group: list[Paragraph], beside: str, typed: bool) -> Iterator[LabelledMark]:
    """The marks of paragraphs that follow one another."""
    typed = typed or any(map(_starts_with_box, group))
    lines = [tokens for paragraph in group if (tokens := _tokens(paragraph, typed))]
    before = bool(lines) and not _has_mark(lines[0]) and _is_alone(lines[-1])
    for number, tokens in enumerate(lines):
        if not _is_alone(tokens):
            yield from _in_line(tokens)
            continue
        neighbour = number - 1 if before else number + 1
        outside = not 0 <= neighbour < len(lines) or _has_mark(lines[neighbour])
        label = beside if outside else _label(lines[neighbour], _BEFORE_LABEL, _AFTER_LABEL)
        for token in tokens:
            if isinstance(token, Mark):
                yield LabelledMark(token, label)


def _in_line(tokens: list[_Token]) -> Iterator[LabelledMark]:
    """The marks of one paragraph: labels follow, unless every line of it ends with its mark."""
    first = _is_label_first(tokens)
    for number, token in enumerate(tokens):
        if not isinstance(token, Mark):
            continue
        if first:
            stretch = _until(reversed(tokens[:number]), _LINE_END)[::-1]
        else:
            stretch = _until(iter(tokens[number + 1 :]), "")
        yield LabelledMark(token, _label(stretch, _BEFORE_LABEL, _AFTER_LABEL))


def _until(tokens: Iterator[_Token], end: str) -> list[_Token]:
    """The text up to the next mark, or to the next token that is `end`."""
    found: list[_Token] = []
    for token in tokens:
        if isinstance(token, Mark) or (end and token == end):
            break
        found.append(token)
    return found


def _is_label_first(tokens: list[_Token]) -> bool:
    """Whether each line with marks begins with text and ends with a mark."""
    lines: list[list[_Token]] = [[]]
    for token in tokens:
        if token == _LINE_END:
            lines.append([])
        elif isinstance(token, Mark) or token.strip():
            lines[-1].append(token)
    marked = [line for line in lines if _has_mark(line)]
    return all(isinstance(line[0], str) and isinstance(line[-1], Mark) for line in marked)


def _label(tokens: Sequence[_Token], before: str, after: str) -> str:
    """The words of the tokens, without the separators at both ends."""
    words = " ".join("".join(token for token in tokens if isinstance(token, str)).split())
    return words.lstrip(before).rstrip(after)


def _has_mark(tokens: Sequence[_Token]) -> bool:
    """Whether a mark is among them."""
    return any(isinstance(token, Mark) for token in tokens)


def _is_alone(tokens: Sequence[_Token]) -> bool:
    """Whether nothing but marks is there."""
    return not any(isinstance(token, str) and token.strip() for token in tokens)


def _tokens(paragraph: Paragraph, typed: bool) -> list[_Token]:
    """What stands in a paragraph, nothing for an empty one; `typed` where an X may stand for a box."""
    found: list[_Token] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Break):
            found.append(_LINE_END)
        elif isinstance(inline, Text | Mark) and not inline.emphasis & Emphasis.DELETED:
            _append(found, inline.text if isinstance(inline, Text) else inline)
    if typed and found and not _has_mark(found):
        found = _with_typed(found, paragraph)
    return [] if _is_alone(found) and not _has_mark(found) else _with_beside(found)


def _append(found: list[_Token], token: _Token) -> None:
    """Adds a token; text joins the text before it, whatever its dress."""
    last = found[-1] if found else None
    if isinstance(token, str) and isinstance(last, str) and last != _LINE_END:
        found[-1] = last + token
    else:
        found.append(token)


def _with_typed(tokens: list[_Token], paragraph: Paragraph) -> list[_Token]:
    """The tokens with a leading lone X or V as the mark it is."""
    first = tokens[0]
    match = _TYPED_START.match(first) if isinstance(first, str) else None
    if match is None or not isinstance(first, str):
        return tokens
    mark = Mark(State.TICKED, Method.TYPED_MARK, match[0].strip(), paragraph.place, boxed=False)
    return [mark, first[match.end() :], *tokens[1:]]


def _with_beside(tokens: list[_Token]) -> list[_Token]:
    """The tokens with an empty box and the X or tick right after it made one ticked mark."""
    found: list[_Token] = []
    for token in tokens:
        at = len(found) - 1
        if isinstance(token, Mark) and at > 0 and isinstance(found[at], str) and _is_alone(found[at:]):
            at -= 1
        box = found[at] if found else None
        if not isinstance(box, Mark) or box.state is not State.EMPTY:
            found.append(token)
        elif isinstance(token, str):
            match = _BESIDE.match(token)
            if match is not None:
                raw = box.raw + match[0]
                found[at] = replace(box, state=State.TICKED, method=Method.TYPED_MARK, raw=raw)
            found.append(token[match.end() :] if match is not None else token)
        elif token.state is State.TICKED and not token.boxed:
            found[at:] = [replace(token, raw=box.raw + token.raw, boxed=True)]
        else:
            found.append(token)
    return found


def _starts_with_box(paragraph: Paragraph) -> bool:
    """Whether the first thing in a paragraph is a box."""
    for inline in paragraph.inlines:
        if isinstance(inline, Mark):
            return inline.boxed
        if isinstance(inline, Text) and inline.text.strip():
            return False
    return False


def _in_table(table: Table) -> Iterator[LabelledMark]:
    """The marks of a table, cell by cell."""
    boxed = [cell for cell in table.cells if any(map(_starts_with_box, _paragraphs(cell)))]
    rows, columns = {cell.row for cell in boxed}, {cell.column for cell in boxed}
    for cell in table.cells:
        typed = cell.row in rows or cell.column in columns
        yield from _in_blocks(cell.blocks, _beside(table, cell) if cell in boxed else "", typed)


def _paragraphs(cell: Cell) -> list[Paragraph]:
    """The paragraphs that stand directly in a cell."""
    return [block for block in cell.blocks if isinstance(block, Paragraph)]


def _beside(table: Table, cell: Cell) -> str:
    """The label of a cell that holds nothing but marks, from the cells around it.

    The cell to the right; where the row ends with a box, the nearest text to the left; else the
    nearest text above in the same column.
    """
    row = [other for other in table.cells if other.row <= cell.row < other.row + other.row_span]
    row.sort(key=lambda other: other.column)
    right = [other for other in row if other.column > cell.column]
    left = [other for other in reversed(row) if other.column < cell.column]
    written = [other for other in row if any(_tokens(paragraph, False) for paragraph in _paragraphs(other))]
    if right and not (written and any(map(_starts_with_box, _paragraphs(written[-1])))):
        label = _words(right[0])
        if label:
            return label
    above = [
        other
        for other in reversed(table.cells)
        if other.row < cell.row and other.column <= cell.column < other.column + other.column_span
    ]
    return next((label for other in (*left, *above) if (label := _words(other))), "")


def _words(cell: Cell) -> str:
    """The text of a cell without marks of its own, else ""."""
    lines = [_tokens(paragraph, False) for paragraph in _paragraphs(cell)]
    if any(map(_has_mark, lines)):
        return ""
    joined: list[_Token] = []
    for line in lines:
        joined.extend((*line, _LINE_END))
    return _label(joined, _BEFORE_LABEL, _AFTER_LABEL)
