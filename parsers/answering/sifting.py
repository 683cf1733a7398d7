"""Sorts what questions were given: what answers them, what stands too far off, what an option asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.answering.below import ask_below
from parsers.answering.given import Given
from parsers.answering.orphans import adopted, own_pieces, row_of, swallowing
from parsers.answering.pieces import answering, follows, grounded, is_parted
from parsers.answering.slipped import slipped
from parsers.answers import Stray
from parsers.finding.anchors import Role, is_prose
from parsers.finding.govern import Tie
from parsers.finding.matches import Match
from parsers.form import Field, Kind


def sift(given: Given) -> None:
    """Leaves each question what answers it; the rest goes where it is asked for, or is a stray."""
    open_ended = swallowing(given.form, given.labels)
    for field in given.form.fields:
        _sift_field(given, field, field.id in open_ended)
    ask_below(given)
    _adopt(given, open_ended)
    given.unclear.update(_parted_by_quotations(given))
    given.unclear.update(slipped(given))


def _sift_field(given: Given, field: Field, open_ended: bool) -> None:
    kept, afloat = grounded(field.kind, given.pieces[field.id])
    given.loose += afloat
    kept, others = answering(field.kind, kept)
    if field.kind is Kind.LONG_TEXT:
        if is_parted(kept):
            given.unclear.add(field.id)
        headed = _rows_of_others(given, field) if len(kept) > 1 else frozenset()
        kept, apart = own_pieces(kept, open_ended, headed)
        others = [*others, *apart]
    given.pieces[field.id] = kept
    if others and follows(kept[-1].line, others[0].line):
        given.unclear.add(field.id)
    given.loose += others


def _rows_of_others(given: Given, field: Field) -> frozenset[tuple[int, int]]:
    """The rows of tables that the labels and prompts of other questions stand in."""
    lines = given.layout.lines
    rows = (
        (row_of(lines[span.line]), match.anchor.fields)
        for match in given.marked
        for span in match.spans
        if match.anchor.fields
    )
    return frozenset(row for row, fields in rows if row is not None and field.id not in fields)


def _adopt(given: Given, open_ended: frozenset[str]) -> None:
    """Loose pieces to the questions whose label is gone; the others are strays."""
    places = {field: label.position for field, label in given.labels.items()}
    for reading in given.choices.values():
        for match in reading.matches[:1]:
            places.setdefault(reading.field, match.position)
    taken = adopted(given.form, given.found, places, given.loose)
    for field, pieces in taken.items():
        given.pieces[field] = list(pieces)
    lines = {piece.line.index for pieces in taken.values() for piece in pieces}
    # What two questions share, such as a cell for all contacts, is left over by both.
    loose = dict.fromkeys(given.loose)
    kept = {piece for pieces in given.pieces.values() for piece in pieces} if loose else ()
    for piece in loose:
        if piece.line.index not in lines and piece not in kept and not is_prose(piece.text, given.form):
            given.strays.append(Stray(piece.text.strip(), piece.line.place))
    given.unclear.update(field for field in open_ended if len(given.pieces[field]) > 1)


def _parted_by_quotations(given: Given) -> Iterator[str]:
    """Fields with a label in the midst of an answer, where labels have cells of their own elsewhere.

    It may be the form's, or a heading in somebody's text: then both answers are in doubt. One right
    above all its options is the form's.
    """
    labels = [match for match in given.marked if match.anchor.role is Role.LABEL]
    amid = [match for match in labels if _stands_in_an_answer(given, match)]
    amid = [match for match in amid if not _heads_its_options(given, match)]
    for label in amid if 4 * len(amid) <= len(labels) else ():
        above = given.layout.lines[label.spans[0].line - 1]
        rule = given.headings.governing(above, len(above.text))
        before = rule.heading.anchor.fields if rule is not None else ()
        lines = rule is not None and rule.tie is not Tie.BEFORE and not _is_long(given, before)
        # Below an answer of one line stands the next question.
        yield from () if lines else (*label.anchor.fields, *before)


def _heads_its_options(given: Given, label: Match) -> bool:
    """Whether all the options of what a label asks stand right below it, in its cell, one a line."""
    head = label.spans[-1].line
    for name in label.anchor.fields:
        reading = given.choices.get(name)
        below = [match.spans[0].line for match in reading.matches] if reading is not None else []
        whole = len(below) > 1 and len(below) == len(given.form.field(name).options)
        inside = all(given.layout.lines[line].spot is given.layout.lines[head].spot for line in below)
        if whole and inside and sorted(below) == [head + 1 + at for at in range(len(below))]:
            return True
    return False


def _is_long(given: Given, fields: Sequence[str]) -> bool:
    return any(given.form.field(field).kind is Kind.LONG_TEXT for field in fields)


def _stands_in_an_answer(given: Given, label: Match) -> bool:
    """Whether what stands above a label in its cell is somebody's text."""
    index = label.spans[0].line - 1
    line, above = given.layout.lines[index + 1], given.layout.lines[index]
    if index < 0 or line.spot is None or above.spot is not line.spot or not above.key:
        return False
    written = (*given.pieces.values(), given.loose)
    return any(piece.line is above for pieces in written for piece in pieces)
