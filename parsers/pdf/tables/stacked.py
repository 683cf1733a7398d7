"""Rows of tables with no lines whose cells each hold a bold label and, below it, the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from parsers.pdf.tables.cut import Row
from parsers.pdf.text.flow import LEADING, Draft
from parsers.pdf.text.lines import Line

_FAR = 1.25
"""Rows of the table are further apart than lines of a cell, by this factor at least."""

_ALIGNED = 3.0
"""How far the beginnings of one column may lie apart, in points."""


def are_stacked(rows: Sequence[Row]) -> bool:
    """Whether labels stand side by side over their answers, and none beside its answer.

    They do twice at least, unless one of them goes on beside the answer to another.
    """
    heads = [at for at, row in enumerate(rows) if _is_head(row) and not (at and _is_head(rows[at - 1]))]
    heads = [at for at in heads if any(not row.first.bold for row in rows[at + 1 : at + 4])]
    if not heads or any(_is_beside(row, above) for above, row in pairwise((*rows[:1], *rows))):
        return False
    return len(heads) > 1 or any(row.first.bold and not row.lines[-1].bold for row in rows[heads[0] :])


def _is_head(row: Row) -> bool:
    return len(row.lines) > 1 and all(one.bold for one in row.lines)


def _is_beside(row: Row, above: Row) -> bool:
    """Whether a row begins with a label that no label stands over, and goes on with what is none."""
    if not row.first.bold or all(one.bold for one in row.lines):
        return False
    over = next((one for one in above.lines if abs(one.x0 - row.first.x0) <= _ALIGNED), None)
    return over is None or not over.bold


def starts(rows: Sequence[Row], columns: Sequence[Mapping[int, Line]]) -> list[int]:
    """The numbers of the rows of text that a row of the table begins with; `columns` has each row's lines."""
    found = [0]
    answered: set[int] = set()
    steps = [0.0, *(row.first.baseline - above.first.baseline for above, row in pairwise(rows))]
    least = min((step for step in steps[1:] if step > 0), default=0.0)
    for at, own in enumerate(columns):
        bold = {column for column, one in own.items() if one.bold}
        far = steps[at] >= max(LEADING * rows[at].first.size, _FAR * least)
        if at and ((bold and (far or bold & answered)) or _is_boxed(rows[at])):
            found.append(at)
            answered = set()
        answered |= set(own) - bold
    return found


def _is_boxed(row: Row) -> bool:
    """Whether a row is an option whose box stands far behind it: then the next one has a row of its own."""
    last = row.lines[-1]
    return len(row.lines) > 1 and last.lone and not any(one.boxes or one.bold for one in row.lines[:-1])


def headed(found: Sequence[Draft]) -> list[Draft]:
    """The paragraphs of a cell, its label one of them however it was broken."""
    end = next((at for at, draft in enumerate(found) if not _is_label(draft)), len(found))
    if end < 2:
        return list(found)
    lines = [one for draft in found[:end] for one in draft.lines]
    begun, at = [], 0
    for draft in found[: end - 1]:
        at += len(draft.lines)
        begun.append(at)
    return [Draft(tuple(lines), found[0].right, frozenset(begun)), *found[end:]]


def _is_label(draft: Draft) -> bool:
    return all(one.bold and not one.boxes for one in draft.lines)
