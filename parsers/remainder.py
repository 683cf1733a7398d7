"""What is left over of a document when the form's own words and marks are told, given to the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.anchors import Role
from parsers.answers import Answer, Stray
from parsers.asides import stands_for_answer, without_own_words
from parsers.choices import ChoiceReading, place_of
from parsers.document import Aside, Image, Method, Place, State
from parsers.form import Field, Form, Kind
from parsers.govern import Headings, Rule, Tie
from parsers.keys import key
from parsers.layout import Layout, Line, Remark, as_it_stands, shown
from parsers.leftover import by_line, left_over
from parsers.matches import Match
from parsers.orphans import adopted, own_pieces, row_of, swallowing
from parsers.pieces import SURE, Piece, answering, follows, joined, sureness
from parsers.written import may_be_written, with_written

UNCLEAR = 0.75
"""How sure an answer is whose end cannot be told."""
_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}(?:[.)]\d{1,2}){0,3}|\(?[A-Za-z])[.)°]?\s*")
LOOSE = 0.5
"""How sure a choice is among whose options a tick stands that is none of theirs."""


class Remainder:
    """Everything left over, given to the fields that govern it."""

    def __init__(
        self,
        form: Form,
        layout: Layout,
        marked: Sequence[Match],
        headings: Headings,
        choices: dict[str, ChoiceReading],
        *,
        lines: Sequence[Line],
    ) -> None:
        self._form = form
        self._layout = layout
        self._headings = headings
        self._choices = dict(choices)
        self._lines = lines
        self._marked = marked
        self._found = _found_fields(form, marked, choices)
        self._labels = {field: match for match in reversed(marked) for field in match.anchor.fields}
        self._pieces: dict[str, list[Piece]] = {field.id: [] for field in form.fields}
        self._images: dict[str, list[tuple[Line, Image]]] = {field.id: [] for field in form.fields}
        self._strays: list[Stray] = []
        self._beside: dict[str, list[Piece]] = {}
        """What was written beside the labels of choice fields."""
        self._loose: list[Piece] = []
        """What is left over and governed by no question that it can answer."""
        self._unclear: set[str] = set()
        """Choice fields with a tick that is none of their options', and others whose end is not clear."""
        spans = [span for match in marked for span in match.spans]
        own = by_line([*spans, *(span for one in choices.values() for span in one.spans)])
        for line in lines:
            for start, stop in left_over(line, own.get(line.index, [])):
                if not self._numbers_a_label(line):
                    self._give(line, start, stop)
            for at, image in line.images:
                self._give_image(line, at, image)
        self._read_written()
        open_ended = swallowing(form, self._labels)
        for field in form.fields:
            kept, others = answering(field.kind, self._pieces[field.id])
            if field.kind is Kind.LONG_TEXT:
                kept, apart = own_pieces(kept, field.id in open_ended, self._rows_of_others(field))
                others = [*others, *apart]
            self._pieces[field.id] = kept
            if others and follows(kept[-1].line, others[0].line):
                self._unclear.add(field.id)
            self._loose += others
        self._adopt(open_ended)
        self._unclear.update(self._parted_by_quotations())

    def _parted_by_quotations(self) -> Iterator[str]:
        """Fields with a label in the midst of an answer, where labels have cells of their own elsewhere.

        It may be the form's, or a heading in somebody's text: then both answers are in doubt.
        """
        labels = [match for match in self._marked if match.anchor.role is Role.LABEL]
        amid = [match for match in labels if self._stands_in_an_answer(match)]
        for label in amid if 4 * len(amid) <= len(labels) else ():
            above = self._layout.lines[label.spans[0].line - 1]
            rule = self._headings.governing(above, len(above.text))
            before = rule.heading.anchor.fields if rule is not None else ()
            lines = rule is not None and rule.tie is not Tie.BEFORE and not self._is_long(before)
            # Below an answer of one line stands the next question.
            yield from () if lines else (*label.anchor.fields, *before)

    def _is_long(self, fields: Sequence[str]) -> bool:
        return any(self._form.field(field).kind is Kind.LONG_TEXT for field in fields)

    def _stands_in_an_answer(self, label: Match) -> bool:
        """Whether what stands above a label in its cell is somebody's text."""
        index = label.spans[0].line - 1
        line, above = self._layout.lines[index + 1], self._layout.lines[index]
        if index < 0 or line.spot is None or above.spot is not line.spot or not above.key:
            return False
        written = (*self._pieces.values(), self._loose)
        return any(piece.line is above for pieces in written for piece in pieces)

    def _numbers_a_label(self, line: Line) -> bool:
        """Whether a cell holds no more than the number of the label in its row."""
        if line.spot is None or not _NUMBER.fullmatch(line.text):
            return False
        lines = self._layout.lines
        spots = (lines[match.spans[0].line].spot for match in self._marked)
        return any(
            spot is not None
            and spot.table == line.spot.table
            and spot.row == line.spot.row
            and spot.column > line.spot.column
            for spot in spots
        )

    def _rows_of_others(self, field: Field) -> frozenset[tuple[int, int]]:
        """The rows of tables that the labels and prompts of other questions stand in."""
        lines = self._layout.lines
        rows = (
            (row_of(lines[span.line]), match.anchor.fields)
            for match in self._marked
            for span in match.spans
            if match.anchor.fields
        )
        return frozenset(row for row, fields in rows if row is not None and field.id not in fields)

    def _adopt(self, open_ended: frozenset[str]) -> None:
        """Loose pieces to the questions whose label is gone; the others are strays."""
        places = {field: label.position for field, label in self._labels.items()}
        for reading in self._choices.values():
            for match in reading.matches[:1]:
                places.setdefault(reading.field, match.position)
        given = adopted(self._form, self._found, places, self._loose)
        for field, pieces in given.items():
            self._pieces[field] = list(pieces)
        lines = {piece.line.index for pieces in given.values() for piece in pieces}
        for piece in self._loose:
            if piece.line.index not in lines:
                self._strays.append(Stray(piece.text.strip(), piece.line.place))
        self._unclear.update(field for field in open_ended if len(self._pieces[field]) > 1)

    def hear(self, used: Sequence[Aside]) -> None:
        """Comments and notes that became no ticks: an answer where none was written, else strays."""
        for remark in self._layout.remarks:
            text = without_own_words(remark.aside.text, self._form)
            if remark.line in self._lines and text and all(remark.aside is not one for one in used):
                self._give_aside(remark, text)

    def _give_aside(self, remark: Remark, text: str) -> None:
        line, aside = remark.line, remark.aside
        rule = self._headings.governing(line, remark.at)
        fields = rule.heading.anchor.fields if rule is not None else ()
        targets = self._targets(line, remark.at, fields) if fields else ()
        if aside.ticked:
            self._unclear.update(name for name in fields if self._form.field(name).options)
        blank = not any(self._pieces[name] for name in targets)
        if rule is not None and targets and blank and stands_for_answer(remark, rule):
            for name in targets:
                self._pieces[name].append(Piece(line, text, rule.tie, UNCLEAR))
        else:
            self._strays.append(Stray(text, aside.place, fields[0] if fields else "", aside.kind.value))

    def strays(self) -> Iterator[Stray]:
        """What belongs to no field."""
        yield from self._strays

    def answer(self, field: Field) -> Answer:
        """What was found for a field."""
        if field.options:
            return self._choice_answer(field)
        pieces = self._pieces[field.id]
        images = self._images[field.id]
        lines = [piece.line for piece in pieces] or [line for line, _ in images]
        method = Method.IMAGE if field.kind is Kind.IMAGES else Method.TEXT
        return Answer(
            field.id,
            field.id in self._found,
            joined(pieces),
            (),
            tuple(image for _, image in images),
            method if lines else Method.NONE,
            min([sureness(piece) for piece in pieces] + [UNCLEAR if field.id in self._unclear else SURE]),
            lines[0].place if lines else self._label_place(field),
            self._context(lines),
            "\n".join(dict.fromkeys(line.struck for line in lines if line.struck)),
        )

    def _choice_answer(self, field: Field) -> Answer:
        reading = self._choices[field.id]
        ticked = [choice for choice in reading.choices if choice.state is State.TICKED]
        deciding = ticked or list(reading.choices)
        confidence = min((choice.confidence for choice in reading.choices), default=SURE)
        return Answer(
            field.id,
            field.id in self._found,
            "; ".join(choice.raw for choice in ticked),
            reading.choices,
            (),
            ticked[0].method if ticked else Method.NONE,
            min(confidence, LOOSE) if reading.loose or field.id in self._unclear else confidence,
            deciding[0].place if deciding else self._label_place(field),
            self._context(_option_lines(reading, self._layout)),
        )

    def _label_place(self, field: Field) -> Place | None:
        label = self._labels.get(field.id)
        return place_of(self._layout, label) if label is not None else None

    def _context(self, lines: Sequence[Line]) -> str:
        """The cells these lines stand in, as they stand; outside tables the lines themselves."""
        cells = dict.fromkeys(line.spot for line in lines)
        around = [line for spot in cells if spot is not None for line in self._layout.by_spot[spot]]
        around += [line for line in lines if line.spot is None]
        return as_it_stands(around)

    def _give(self, line: Line, start: int, end: int) -> None:
        """A stretch to the field that governs it."""
        text = shown(line, start, end)
        rule = self._headings.governing(line, start)
        targets = self._asked_in_line(line, start) if rule is None or rule.tie is not Tie.LINE else ()
        if not targets and rule is not None:
            targets = self._targets(line, start, rule.heading.anchor.fields)
        if rule is not None and any(
            start <= at < end and mark.state is State.TICKED for at, mark in line.marks
        ):
            self._unclear.update(f for f in rule.heading.anchor.fields if self._form.field(f).options)
        if rule is None or not targets:
            self._give_to_none(Piece(line, text, rule.tie if rule else Tie.BEFORE, 1.0), rule)
            return
        for field in (*self._sharing(rule), *targets):
            self._pieces[field].append(Piece(line, text, rule.tie, rule.heading.likeness))

    def _give_to_none(self, piece: Piece, rule: Rule | None) -> None:
        """A stretch that answers no text field: beside a choice's label it may be the choice itself."""
        fields = rule.heading.anchor.fields if rule is not None else ()
        asked = rule is not None and may_be_written(piece, rule.heading.spans[-1].line)
        for field in fields if asked else ():
            if self._form.field(field).options:
                self._beside.setdefault(field, []).append(piece)
                return
        self._loose.append(Piece(piece.line, piece.text, Tie.BEFORE, 1.0))

    def _read_written(self) -> None:
        """Choices that were written instead of ticked."""
        for name, pieces in self._beside.items():
            field = self._form.field(name)
            self._choices[name], left, against = with_written(field, self._choices[name], pieces)
            self._strays += [Stray(piece.text.strip(), piece.line.place) for piece in left]
            if against:
                self._unclear.add(name)

    def _targets(self, line: Line, start: int, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The text fields a stretch goes to: its heading's, or the one an option before it asks for."""
        kinds = [self._form.field(field) for field in fields]
        if any(field.options for field in kinds):
            return self._asked_for(line, start, kinds[0])
        return tuple(field.id for field in kinds if field.kind is not Kind.IMAGES)

    def _sharing(self, rule: Rule) -> Iterator[str]:
        """The further fields that a label asks for together with its own."""
        for label in self._headings.sharing(rule):
            for field in map(self._form.field, label.anchor.fields):
                if not field.options and field.kind is not Kind.IMAGES:
                    yield field.id
                    if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                        self._unclear.add(field.id)

    def _asked_in_line(self, line: Line, start: int) -> tuple[str, ...]:
        """The field that an option before this place in its line asks for, where no label says so."""
        for reading in self._choices.values():
            for match in reading.matches:
                if match.end[0] == line.index and match.end[1] <= start:
                    asked = self._form.field(reading.field).option(match.anchor.option or "").asks_text
                    if asked is not None:
                        return (asked,)
        return ()

    def _asked_for(self, line: Line, start: int, field: Field) -> tuple[str, ...]:
        before = [m for m in self._choices[field.id].matches if m.position < (line.index, start)]
        if not before or not self._beside_option(before[-1], line):
            return ()
        asked = field.option(before[-1].anchor.option or "").asks_text
        again = key(line.text[start:]) in before[-1].anchor.keys
        return (asked,) if asked is not None and not again else ()

    def _beside_option(self, match: Match, line: Line) -> bool:
        """Whether a line stands in an option's cell, in the next cell or below, or follows its line."""
        option = self._layout.lines[match.end[0]]
        here, there = option.spot, line.spot
        if here is None or there is None:
            between = self._layout.lines[option.index + 1 : line.index]
            return here is there and not any(other.key for other in between)
        if here is there:
            return True
        beside = here.row <= there.last_row and there.row <= here.last_row
        below = there.row == here.last_row + 1 and there.column == here.column
        return here.table == there.table and (beside or below)

    def _give_image(self, line: Line, at: int, image: Image) -> None:
        rule = self._headings.governing(line, at)
        fields = rule.heading.anchor.fields if rule is not None else ()
        for field in fields:
            if self._form.field(field).kind is Kind.IMAGES:
                self._images[field].append((line, image))
                return
        self._strays.append(Stray("[image]", line.place))


def _found_fields(form: Form, marked: Sequence[Match], choices: dict[str, ChoiceReading]) -> frozenset[str]:
    found = {field for match in marked for field in match.anchor.fields}
    for reading in choices.values():
        if reading.matches:
            found.add(reading.field)
        asked = {form.field(reading.field).option(m.anchor.option or "").asks_text for m in reading.matches}
        found.update(field for field in asked if field is not None)
    return frozenset(found)


def _option_lines(reading: ChoiceReading, layout: Layout) -> list[Line]:
    return [layout.lines[line] for line in sorted({span.line for m in reading.matches for span in m.spans})]
