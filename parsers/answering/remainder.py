"""What is left over of a document when the form's own words and marks are told, given to the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.answering.asides import stands_for_answer, without_own_words
from parsers.answering.endings import endings, torn_off
from parsers.answering.evidence import UNCLEAR, answer
from parsers.answering.given import given_nothing
from parsers.answering.leftover import by_line, left_over
from parsers.answering.pieces import Piece
from parsers.answering.sifting import sift
from parsers.answering.written import may_be_written, with_written
from parsers.answers import Answer, Stray
from parsers.choices.fields import ChoiceReading
from parsers.document import Aside, Image, State
from parsers.finding.anchors import Role
from parsers.finding.govern import Headings, Rule, Tie
from parsers.finding.matches import Match
from parsers.form import Field, Form, Kind
from parsers.keys import key
from parsers.layout import MARK, Layout, Line, Remark, shown

_NUMBER = re.compile(r"\s*(?:\(?\d{1,2}(?:[.)]\d{1,2}){0,3}|\(?[A-Za-z])[.)°]?\s*")
_REFERENCE = re.compile(r"\s*[(（]\d{1,2}[)）][\s:*.]*")
_SIGNED = re.compile(
    r"\W*(?:in fede\W+)?(?:(?:la|il)\W+)?"
    r"(?:firm|timbr|sottoscri|legale\W+rappr|signat|signed|stamp\b|unterschrift|stempel)",
    re.IGNORECASE,
)
_WORDS = 6
"""An option of fewer letters may be a part of other words."""


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
        self._lines = lines
        self._given = given_nothing(form, layout, marked, headings, choices)
        self._beside: dict[str, list[Piece]] = {}
        """What was written beside the labels of choice fields."""
        self._asking = _asking(form, choices)
        spans = [span for match in marked for span in match.spans]
        spans += (span for one in choices.values() for span in one.spans)
        options = (match for one in choices.values() for match in one.matches)
        own = by_line([*spans, *endings(layout.lines, (*marked, *options))])
        torn = torn_off(layout.lines, marked)
        for line in lines:
            for start, stop in left_over(line, own.get(line.index, [])):
                rest = torn and line.spot is not None and (line.spot, key(line.text[start:stop])) in torn
                if not (rest or self._numbers_a_label(line) or self._refers_from_a_label(line)):
                    self._give(line, start, stop)
            for at, image in line.images:
                self._give_image(line, at, image)
        self._read_written()
        sift(self._given)

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
            self._given.unclear.update(name for name in fields if self._form.field(name).options)
        blank = not any(self._given.pieces[name] for name in targets)
        if rule is not None and targets and blank and stands_for_answer(remark, rule):
            for name in targets:
                self._given.pieces[name].append(Piece(line, text, rule.tie, UNCLEAR))
        else:
            self._given.strays.append(Stray(text, aside.place, fields[0] if fields else "", aside.kind.value))

    def strays(self) -> Iterator[Stray]:
        """What belongs to no field."""
        yield from self._given.strays

    def answer(self, field: Field) -> Answer:
        """What was found for a field."""
        return answer(self._given, field)

    def _refers_from_a_label(self, line: Line) -> bool:
        """Whether a line in a label's cell holds no more than the number of a note, "(4):"."""
        if line.spot is None or not line.index or not _REFERENCE.fullmatch(line.text):
            return False
        above = self._layout.lines[line.index - 1]
        ends = (match.end[0] for match in self._given.marked if match.anchor.role is Role.LABEL)
        return above.spot is line.spot and any(end == above.index for end in ends)

    def _numbers_a_label(self, line: Line) -> bool:
        """Whether a cell holds no more than the number of the label in its row."""
        if line.spot is None or not _NUMBER.fullmatch(line.text):
            return False
        lines = self._layout.lines
        spots = (lines[match.spans[0].line].spot for match in self._given.marked)
        return any(
            spot is not None
            and spot.table == line.spot.table
            and spot.row == line.spot.row
            and spot.column > line.spot.column
            for spot in spots
        )

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
            self._given.unclear.update(f for f in rule.heading.anchor.fields if self._form.field(f).options)
        doubtful = (at for at, mark in line.marks if mark.conflict or mark.state is State.UNSURE)
        if any(start <= at < end for at in doubtful):
            self._given.unclear.update(targets)
        if _ends_in_a_box(line, start, end):
            # In a long answer it is part of what somebody tells, if there are words with it.
            alone = not any(map(str.isalnum, line.text))
            self._given.unclear.update(f for f in targets if alone or self._form.field(f).max_length is None)
        if rule is None or not targets or (line.title and rule.tie is not Tie.LINE):
            self._give_to_none(Piece(line, text, rule.tie if rule else Tie.BEFORE, 1.0), rule)
            return
        for field in (*self._sharing(rule), *targets):
            self._given.pieces[field].append(Piece(line, text, rule.tie, rule.heading.likeness))

    def _give_to_none(self, piece: Piece, rule: Rule | None) -> None:
        """A stretch that answers no text field: beside a choice's label it may be the choice itself."""
        fields = rule.heading.anchor.fields if rule is not None else ()
        boxed = any(piece.line.marks)
        asking = self._given.choices if boxed else fields
        self._given.unclear.update(name for name in asking if self._names_a_lost_option(name, piece.text))
        asked = rule is not None and may_be_written(piece, rule.heading.spans[-1].line)
        for field in fields if asked else ():
            if self._form.field(field).options:
                self._beside.setdefault(field, []).append(piece)
                return
        self._given.loose.append(Piece(piece.line, piece.text, Tie.BEFORE, 1.0))

    def _names_a_lost_option(self, field: str, text: str) -> bool:
        """Whether words that are left over hold an option that was not found, or begin it.

        A tick may be glued to it, or the page's end may have cut it off.
        """
        if field not in self._given.choices:
            return False
        words = key(text)
        found = {match.anchor.option for match in self._given.choices[field].matches}
        lost = [key(one.label) for one in self._form.field(field).options if one.code not in found]
        return any(
            (len(one) >= _WORDS and one in words)
            or (len(words) > _WORDS and one.startswith((words, words.removeprefix("x"))))
            for one in lost
        )

    def _read_written(self) -> None:
        """Choices that were written instead of ticked."""
        for name, pieces in self._beside.items():
            field = self._form.field(name)
            self._given.choices[name], left, against = with_written(field, self._given.choices[name], pieces)
            self._given.loose += left
            if against:
                self._given.unclear.add(name)

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
                        self._given.unclear.add(field.id)

    def _asked_in_line(self, line: Line, start: int) -> tuple[str, ...]:
        """The field that an option before this place in its line asks for, where no label says so."""
        return next(((asked,) for end, asked in self._asking.get(line.index, ()) if end <= start), ())

    def _asked_for(self, line: Line, start: int, field: Field) -> tuple[str, ...]:
        before = [m for m in self._given.choices[field.id].matches if m.position < (line.index, start)]
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
            if self._form.field(field).kind is Kind.IMAGES and not self._is_signature(rule, line, at):
                self._given.images[field].append((line, image))
                return
        self._given.strays.append(Stray("[image]", line.place))

    def _is_signature(self, rule: Rule | None, line: Line, at: int) -> bool:
        """Whether a picture stands behind a word such as "Firma" that comes after its heading."""
        if rule is None or rule.tie is not Tie.BEFORE:
            return False
        words, index = line.text[:at], line.index
        while not any(map(str.isalnum, words)) and index > rule.heading.spans[-1].line + 1:
            index -= 1
            words = self._layout.lines[index].text
        return index > rule.heading.spans[-1].line and _SIGNED.match(words) is not None


def _ends_in_a_box(line: Line, start: int, end: int) -> bool:
    """Whether a box stands at the end of a stretch, or is all of it: it may be the tick of an option.

    A list that somebody made begins its lines with boxes.
    """
    return line.text[start:end].rstrip().endswith(MARK)


def _asking(form: Form, choices: dict[str, ChoiceReading]) -> dict[int, list[tuple[int, str]]]:
    """By line where an option ends that asks for text, and the field it asks for."""
    found: dict[int, list[tuple[int, str]]] = {}
    for reading in choices.values():
        for match in reading.matches:
            asked = form.field(reading.field).option(match.anchor.option or "").asks_text
            if asked is not None:
                line, end = match.end
                found.setdefault(line, []).append((end, asked))
    return found
