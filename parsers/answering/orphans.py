"""Answers whose label is gone: what is left over, given to the questions that were not found.

By what they hold (an address can only be the e-mail) and by the form's order: what stands between two
questions that were found answers those between them, if it is neither more nor less. Each such reading
is a judgement, and its likeness says so.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.answering.pieces import CONTACTS, Piece
from parsers.form import Field, Form, Kind
from parsers.keys import key
from parsers.layout import Line

JUDGED = 0.5
"""How sure such a reading is."""
LABEL = 60
"""Up to how many characters words may be a label that nobody knows."""

Position = tuple[int, int]
"""Line and offset."""
Row = tuple[int, int]
"""Table and row."""


def adopted(
    form: Form, found: Collection[str], places: Mapping[str, Position], pieces: Sequence[Piece]
) -> dict[str, tuple[Piece, ...]]:
    """By field the left-over pieces that answer it; `places` is where the questions found begin."""
    missing = [field for field in form.fields if field.id not in found and _is_written(field)]
    words = _own_words(form) if missing else frozenset()
    pieces = [piece for piece in pieces if piece.line.key not in words] if missing else []
    groups = list(_groups(pieces))
    given: dict[str, tuple[Piece, ...]] = {}
    contacts: list[tuple[Piece, ...]] = []
    for field in missing:
        sign = CONTACTS.get(field.kind)
        if sign is not None:
            held = [group for group in groups if any(sign.search(piece.text) for piece in group)]
            contacts += held[:1]
            if held:
                given[field.id] = _judged([piece for piece in held[0] if _is_contact(piece)])
    rest = [left for group in groups if (left := _without_contacts(group) if group in contacts else group)]
    for run, start, end in _runs(form, missing, places):
        between = [group for group in rest if start < _position(group) < end]
        if len(between) == 2 * len(run) and all(_is_short(group) for group in between[::2]):
            between = between[1::2]
        if len(between) == len(run):
            given |= {field.id: _judged(group) for field, group in zip(run, between, strict=True)}
    return given


@lru_cache(maxsize=64)
def _own_words(form: Form) -> frozenset[str]:
    """The keys of labels and headings: left over they are no answer."""
    return frozenset(key(words) for field in form.fields for words in (field.label, field.section) if words)


def _without_contacts(group: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in group if not _is_contact(piece))


def _is_contact(piece: Piece) -> bool:
    return any(sign.search(piece.text) for sign in CONTACTS.values())


def swallowing(form: Form, found: Collection[str]) -> frozenset[str]:
    """The fields whose next question was not found: its answer may seem to be theirs."""
    pairs = zip(form.fields, form.fields[1:], strict=False)
    return frozenset(
        field.id
        for field, following in pairs
        if field.id in found and following.id not in found and following.required
    )


def own_pieces(
    pieces: list[Piece], open_ended: bool, headed: frozenset[Row]
) -> tuple[list[Piece], list[Piece]]:
    """An answer without what stands in rows that another question heads, and those pieces.

    Such a piece is a label that nobody knows. Where the next question was not found, what stands in
    further tables is none of the answer either.
    """
    if len(pieces) < 2:
        return pieces, []
    table, row = _outermost(pieces[0]), row_of(pieces[0].line)
    added = _added_rows(pieces, table) if table is not None else frozenset()
    apart = [
        piece
        for piece in pieces[1:]
        if (row_of(piece.line) in (headed | added) and row_of(piece.line) != row)
        or (open_ended and table is not None and _outermost(piece) not in (None, table))
    ]
    return ([piece for piece in pieces if piece not in apart], apart) if apart else (pieces, [])


def _added_rows(pieces: list[Piece], table: int) -> frozenset[Row]:
    """The rows of further tables with a few words and then another cell: "Durata | 24 mesi"."""
    rows: dict[Row, list[Piece]] = {}
    for piece in pieces:
        spot = piece.line.spot
        if spot is not None and spot.parent is None and spot.table != table:
            rows.setdefault((spot.table, spot.row), []).append(piece)
    return frozenset(
        row
        for row, (first, *others) in rows.items()
        if _is_short((first,)) and others and all(other.line.spot is not first.line.spot for other in others)
    )


def row_of(line: Line) -> Row | None:
    """The table and row a line stands in."""
    return (line.spot.table, line.spot.row) if line.spot is not None else None


def _outermost(piece: Piece) -> int | None:
    """The number of the table that a piece stands in, of nested ones the outermost."""
    spot = piece.line.spot
    while spot is not None and spot.parent is not None:
        spot = spot.parent
    return spot.table if spot is not None else None


def _is_written(field: Field) -> bool:
    return field.required and not field.options and field.kind is not Kind.IMAGES


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Pieces of one cell, or of lines that follow each other outside tables."""
    group: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.line.index):
        if group and not _together(group[-1], piece):
            yield tuple(group)
            group = []
        group.append(piece)
    if group:
        yield tuple(group)


def _together(piece: Piece, following: Piece) -> bool:
    if piece.line.spot is not following.line.spot:
        return False
    return piece.line.spot is not None or following.line.index <= piece.line.index + 1


def _runs(
    form: Form, missing: Sequence[Field], places: Mapping[str, Position]
) -> Iterator[tuple[list[Field], Position, Position]]:
    """The missing fields that follow each other, with where the questions before and after them stand."""
    absent = {field.id for field in missing if field.kind not in CONTACTS}
    run: list[Field] = []
    before: Position | None = (-1, 0)
    for field in form.fields:
        if field.id in absent:
            run.append(field)
        elif field.id in places:
            if run and before is not None:
                yield run, before, places[field.id]
            run, before = [], places[field.id]
        elif field.options:
            # What stands around it may be the rest of this question.
            run, before = [], None
    if run and before is not None:
        yield run, before, (sys.maxsize, 0)


def _position(group: Sequence[Piece]) -> Position:
    return group[0].line.index, 0


def _is_short(group: Sequence[Piece]) -> bool:
    return sum(len(piece.text) for piece in group) <= LABEL


def _judged(group: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(replace(piece, likeness=JUDGED) for piece in group)
