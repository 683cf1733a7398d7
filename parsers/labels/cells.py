"""The label of a box that stands alone in its cell: the words in the cells around it.

A table is read as people read it: a column of boxes goes with the words on one side of it, boxes
side by side go with the headers above them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from parsers.labels.words import is_answer, is_enumerator, is_heading


class Kind(Enum):
    """What a cell holds."""

    BLANK = auto()
    BOXES = auto()
    """Marks and nothing else."""
    WORDS = auto()
    """Text and no mark."""
    MIXED = auto()


@dataclass(frozen=True, slots=True)
class Content:
    """A cell of the grid, from 0, with what it holds."""

    row: int
    column: int
    rows: int
    columns: int
    kind: Kind
    text: str = ""
    """The words, a line each."""


def beside(cells: Sequence[Content]) -> Mapping[tuple[int, int], str]:
    """The text that each cell of boxes goes with, by row and column; "" where nothing is near."""
    rows = _rows(cells)
    columns = sorted({cell.column for cell in cells if cell.kind is Kind.BOXES})
    votes = _votes(rows)
    above: dict[int, str] = {}
    below = _below(rows, columns)
    found: dict[tuple[int, int], str] = {}
    boxes_lead = bool(rows) and all(cell.kind is Kind.BOXES for cell in rows[min(rows)])

    def heads(cell: Content) -> str:
        """The words above the cell, below it where the table begins with boxes."""
        words = above.get(cell.column, ""), below.get((cell.row, cell.column), "")
        return (words[1] or words[0]) if boxes_lead else (words[0] or words[1])

    for number in sorted(rows):
        row = rows[number]
        for start, end in _runs(row):
            run = [cell for cell in row[start:end] if cell.row == number]
            headers = [heads(cell) for cell in run]
            if len(run) > 1 and all(headers) and len(set(headers)) > 1:
                found.update(((cell.row, cell.column), text) for cell, text in zip(run, headers, strict=True))
                continue
            for cell in run:
                text = _sideways(row, start, end, votes.get(cell.column, 0))
                if is_answer(text) and above.get(cell.column) and len(run) == len(_boxes_of(row)):
                    # Under a head such as "enclosed" the box is the row's, whatever stands between.
                    text = _name(row) or text
                found[cell.row, cell.column] = text or heads(cell)
        _note_headers(row, number, columns, above)
    return found


def _rows(cells: Sequence[Content]) -> dict[int, list[Content]]:
    """What stands in each row from left to right, without blank cells; a cell over rows stands in each.

    The number of a point before the words of its row is left out; numbers in a row are words.
    """
    rows: dict[int, list[Content]] = {}
    for cell in cells:
        if cell.kind is Kind.BLANK:
            continue
        for row in range(cell.row, cell.row + cell.rows):
            rows.setdefault(row, []).append(cell)
    for row, held in rows.items():
        held.sort(key=lambda cell: cell.column)
        words = [cell.text for cell in held if cell.kind is Kind.WORDS]
        counted = len(words) > 1 and is_enumerator(words[0]) and not is_enumerator(words[1])
        if counted and held[0].kind is Kind.WORDS:
            rows[row] = held[1:]
    return rows


def _name(row: Sequence[Content]) -> str:
    """The first words of a row that are no answer; "" where there are none."""
    return next((one.text for one in row if _is_name(one.text) and not is_answer(one.text)), "")


def _boxes_of(row: Sequence[Content]) -> list[Content]:
    return [cell for cell in row if cell.kind is Kind.BOXES]


def _runs(row: Sequence[Content]) -> Iterator[tuple[int, int]]:
    """Where cells of boxes stand side by side in a row: from the first up to the last."""
    start = -1
    for at, cell in enumerate(row):
        if cell.kind is Kind.BOXES and start < 0:
            start = at
        if cell.kind is not Kind.BOXES and start >= 0:
            yield start, at
            start = -1
    if start >= 0:
        yield start, len(row)


def _votes(rows: Mapping[int, Sequence[Content]]) -> dict[int, int]:
    """How columns of boxes go with their rows: above zero with the words on the left."""
    votes: dict[int, int] = {}
    for row in rows.values():
        for start, end in _runs(row):
            side = _plain_side(row, start, end)
            for cell in row[start:end] if side else ():
                votes[cell.column] = votes.get(cell.column, 0) + side
    return votes


def _plain_side(row: Sequence[Content], start: int, end: int) -> int:
    """1 where the words can only stand on the left, -1 where only on the right, 0 otherwise."""
    left, right = _left(row, start), _right(row, end)
    if bool(left) is bool(right):
        return 1 if right.rstrip().endswith((":", "：")) else 0
    return 1 if left else -1


def _left(row: Sequence[Content], start: int) -> str:
    """The words before: in the next cell, or in the first of several before the only boxes of the row."""
    if not start or row[start - 1].kind is not Kind.WORDS:
        return ""
    near = row[start - 1]
    first = start - 1
    while first and row[first - 1].kind is Kind.WORDS:
        first -= 1
    if is_answer(near.text) or sum(1 for _ in _runs(row)) > 1:
        return near.text
    named = (cell.text for cell in row[first:start] if cell.rows <= near.rows and _is_name(cell.text))
    return next(named, near.text)


def _is_name(text: str) -> bool:
    """Whether a text names something: a word is in it."""
    return any(sum(map(str.isalpha, word)) > 1 for word in text.split())


def _right(row: Sequence[Content], end: int) -> str:
    """The words in the cell after."""
    return row[end].text if end < len(row) and row[end].kind is Kind.WORDS else ""


def _sideways(row: Sequence[Content], start: int, end: int, vote: int) -> str:
    """The words that boxes at that place of a row go with."""
    left, right = _left(row, start), _right(row, end)
    if not left and not right:
        return next((cell.text for cell in row[start::-1] if cell.kind is Kind.WORDS), "")
    side = _plain_side(row, start, end) or vote or _usual_side(row, start)
    return (left or right) if side > 0 else (right or left)


def _usual_side(row: Sequence[Content], start: int) -> int:
    """The side of boxes with words on both sides, where no other row says it.

    A row that begins with words and ends with a box has words first all through, and one with a single
    place for boxes has a remark behind them. Else it is a question with boxes and words in turns.
    """
    question = row[start - 1]
    if row[0].kind is Kind.WORDS and row[-1].kind is Kind.BOXES:
        return 1
    single = sum(1 for _ in _runs(row)) == 1
    return 1 if single and question.rows == 1 and not is_heading(question.text) else -1


def _note_headers(row: Sequence[Content], number: int, columns: Sequence[int], above: dict[int, str]) -> None:
    """Notes the words of a row as what stands above its columns; a title across boxes is no header."""
    for cell in row:
        if cell.row != number or cell.kind is not Kind.WORDS:
            continue
        first, end = (bisect_left(columns, at) for at in (cell.column, cell.column + cell.columns))
        covered = columns[first:end]
        if len(covered) > 1 and any(column in above for column in covered):
            continue
        above.update(dict.fromkeys(covered, cell.text))


def _below(rows: Mapping[int, Sequence[Content]], columns: Sequence[int]) -> dict[tuple[int, int], str]:
    """The words right below each cell of boxes."""
    found: dict[tuple[int, int], str] = {}
    wanted = set(columns)
    for number, row in rows.items():
        held = (cell for cell in row if cell.kind is Kind.WORDS and cell.row == number)
        words = {cell.column: cell.text for cell in held}
        for cell in rows.get(number - 1, ()):
            if cell.kind is Kind.BOXES and cell.column in wanted and cell.column in words:
                found[cell.row, cell.column] = words[cell.column]
    return found
