"""What somebody wrote, piece by piece: which pieces are one answer, and how they go together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.document import Emphasis
from parsers.finding.govern import Tie
from parsers.form import Kind
from parsers.layout import Line

SURE = 0.99
"""How sure a reading is that nothing speaks against."""
BY_ORDER = 0.95
"""The same, where only the reading order ties an answer to its label."""
STRUCK = 0.7
"""The same, where a line runs through words of the answer."""

CONTACTS = {
    Kind.EMAIL: re.compile(r"\S@\S"),
    Kind.PHONES: re.compile(r"\+?\d(?:[ ./-]?\d){5,}"),
}
"""What an answer of such a kind looks like."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What somebody wrote: a stretch that is none of the form's own."""

    line: Line
    text: str
    tie: Tie
    likeness: float


def answering(kind: Kind, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that answer a field, and those that only stand where it governs.

    What was added to a label whose answer has a cell of its own is none; nor, for an answer of one
    line, is what stands in further cells or lines, as rows and notes that people add do.
    """
    if len(pieces) < 2:
        return pieces, []
    if kind in CONTACTS:
        return _without_what_follows(CONTACTS[kind], pieces)
    first = pieces[0]
    if first.tie is Tie.LINE and pieces[1].tie is Tie.BESIDE and not first.text.strip()[:1].isupper():
        kept, others = answering(kind, pieces[1:])
        return kept, [first, *others]
    if kind is Kind.LONG_TEXT:
        return _without_added_rows(pieces)
    end = 1
    while end < len(pieces) and _goes_on(pieces[end - 1], pieces[end], first):
        end += 1
    return pieces[:end], pieces[end:]


def _without_what_follows(sign: re.Pattern[str], pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What is written in a cell, and what comes after its table once the cell holds such a contact."""
    spot = pieces[0].line.spot
    if spot is None:
        return pieces, []
    end = 1
    while end < len(pieces):
        there = pieces[end].line.spot
        beyond = pieces[end].tie is Tie.BEFORE and (there is None or there.table != spot.table)
        if beyond and any(sign.search(piece.text) for piece in pieces[:end]):
            break
        end += 1
    return pieces[:end], pieces[end:]


def grounded(kind: Kind, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces without stamps and notes that float over an answer which stands in the page itself.

    A long text may go on in a text box.
    """
    if kind is Kind.LONG_TEXT or not any(piece.line.apart for piece in pieces):
        return pieces, []
    kept = [piece for piece in pieces if not piece.line.apart]
    return (kept, [piece for piece in pieces if piece.line.apart]) if kept else (pieces, [])


def is_parted(pieces: list[Piece]) -> bool:
    """Whether some of it floats over the page and some does not: one answer, or a stamp on it."""
    return len({piece.line.apart for piece in pieces}) > 1


def _without_added_rows(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """A long answer without the rows below it that begin further left: those have a label of their own."""
    answer = pieces[0].line.spot
    if answer is None:
        return pieces, []
    added = {
        (spot.table, spot.row)
        for spot in (piece.line.spot for piece in pieces)
        if spot is not None and spot.table == answer.table and spot.column < answer.column
    }
    kept: list[Piece] = []
    others: list[Piece] = []
    for piece in pieces:
        spot = piece.line.spot
        (others if spot is not None and (spot.table, spot.row) in added else kept).append(piece)
    return kept, others


def _goes_on(piece: Piece, following: Piece, first: Piece) -> bool:
    if piece.line is following.line:
        return True
    if piece.line.spot is not following.line.spot:
        return False
    if piece.line.spot is not None:
        return True
    return first.tie is not Tie.LINE and following.line.index == piece.line.index + 1


def follows(line: Line, following: Line) -> bool:
    """Whether a line stands right below or beside another one: it may be one answer with it."""
    here, there = line.spot, following.spot
    if here is None or there is None:
        return here is there and following.index == line.index + 1
    beside = here.table == there.table and here.row == there.row
    return beside and there.column == here.last_column + 1


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces of one line side by side, those of further lines below."""
    text: list[str] = []
    for index, piece in enumerate(pieces):
        if index:
            text.append(" " if pieces[index - 1].line is piece.line else "\n")
        text.append(piece.text)
    return "".join(text).strip("\n")


def sureness(piece: Piece) -> float:
    """How sure it is that a piece belongs to its label, and is meant: words in it may be struck out."""
    if _is_struck(piece):
        return STRUCK
    return min(SURE if piece.tie is not Tie.BEFORE else BY_ORDER, piece.likeness)


def _is_struck(piece: Piece) -> bool:
    """Whether a line runs through words of an answer."""
    lined = [(start, end) for start, end, dress in piece.line.dress if Emphasis.STRUCK in dress]
    at = piece.line.text.find(piece.text) if lined else -1
    return at >= 0 and any(
        any(map(str.isalnum, piece.line.text[max(start, at) : min(end, at + len(piece.text))]))
        for start, end in lined
    )
