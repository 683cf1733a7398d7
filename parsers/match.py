"""Matches a document with a form's definition: the blank form is the map, what is left over is the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.align import align
from parsers.anchors import Anchor, Role, anchors
from parsers.answers import Answer, Answers, Stray
from parsers.choices import ChoiceReading, is_blank, options_of, place_of, read_choice
from parsers.document import Document, Image, Method, Place, State
from parsers.form import Field, Form, Kind
from parsers.govern import Headings, Tie
from parsers.layout import IMAGE, Layout, Line, as_it_stands, lay_out, shown
from parsers.matches import Match, Span
from parsers.placeholders import is_placeholder

SURE = 0.99
"""How sure a reading is that nothing speaks against."""
BY_ORDER = 0.95
"""The same, where only the reading order ties an answer to its label."""
UNCLEAR = 0.75
"""How sure an answer is whose end cannot be told."""
LOOSE = 0.5
"""How sure a choice is among whose options a tick stands that is none of theirs."""
KNOWN = 0.35
"""Less of the form's words than this, and the document is another one."""
MARGIN = 0.15
"""How clearly a form has to explain a document better than the next."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """No form explains the document well, or several do alike."""

    nearest: tuple[tuple[str, float], ...]
    """Form ids with the share of their words that is there, the best first; two where they are alike."""


def identify(document: Document, forms: Sequence[Form]) -> Answers | Unmatched:
    """The document read with the one form that explains it."""
    layout = lay_out(document)
    ranked = sorted((match_layout(layout, form) for form in forms), key=lambda read: -read.explained)
    best = ranked[0].explained
    alike = [read for read in ranked if best - read.explained < MARGIN] if best >= KNOWN else ranked[:1]
    if best < KNOWN or len(alike) > 1:
        return Unmatched(tuple((read.form, read.explained) for read in alike))
    return ranked[0]


def match(document: Document, form: Form) -> Answers:
    """The document read with this form."""
    return match_layout(lay_out(document), form)


def match_layout(layout: Layout, form: Form) -> Answers:
    """The same, for a document that is laid out already."""
    wanted = anchors(form)
    alignment = align(layout, wanted)
    marked = _headings(alignment.chained)
    headings = Headings(layout, marked)
    options = options_of(form, layout, alignment, headings)
    choices = {
        field.id: read_choice(field, options[field.id], layout, headings)
        for field in form.fields
        if field.options
    }
    reading = _Reading(form, layout, marked, headings, choices, end=alignment.end)
    return Answers(
        form.id,
        tuple(reading.answer(field) for field in form.fields),
        tuple(reading.strays()),
        _explained(wanted, marked, choices),
        several=alignment.end < len(layout.lines),
    )


def _headings(chained: Sequence[Match]) -> list[Match]:
    """What governs: all but the options; a field's own label only where the one it shares is not there."""
    marked = [match for match in chained if match.anchor.role is not Role.OPTION]
    shared = {field for match in marked if len(match.anchor.fields) > 1 for field in match.anchor.fields}
    return [m for m in marked if len(m.anchor.fields) != 1 or m.anchor.fields[0] not in shared]


def _explained(
    wanted: tuple[Anchor, ...], marked: Sequence[Match], choices: dict[str, ChoiceReading]
) -> float:
    """The share of the form's labels, prompts and options that is there, by weight."""
    shared = {field for anchor in wanted if len(anchor.fields) > 1 for field in anchor.fields}
    asked = [
        anchor
        for anchor in wanted
        if anchor.role in (Role.LABEL, Role.PROMPT, Role.OPTION)
        # What several fields share is asked once; each one's own label is only another way to ask.
        and not (anchor.role is Role.LABEL and len(anchor.fields) == 1 and anchor.fields[0] in shared)
    ]
    found = {m.anchor.order for m in marked}
    there = {(reading.field, m.anchor.option) for reading in choices.values() for m in reading.matches}
    held = sum(
        anchor.weight
        for anchor in asked
        if anchor.order in found or (anchor.option is not None and (anchor.fields[0], anchor.option) in there)
    )
    return held / sum(anchor.weight for anchor in asked)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What somebody wrote: a stretch that is none of the form's own."""

    line: Line
    text: str
    tie: Tie
    likeness: float


class _Reading:
    """Everything left over, given to the fields that govern it."""

    def __init__(
        self,
        form: Form,
        layout: Layout,
        marked: Sequence[Match],
        headings: Headings,
        choices: dict[str, ChoiceReading],
        *,
        end: int,
    ) -> None:
        self._form = form
        self._layout = layout
        self._headings = headings
        self._choices = choices
        self._found = _found_fields(form, marked, choices)
        self._labels = {field: match for match in reversed(marked) for field in match.anchor.fields}
        self._pieces: dict[str, list[_Piece]] = {field.id: [] for field in form.fields}
        self._images: dict[str, list[tuple[Line, Image]]] = {field.id: [] for field in form.fields}
        self._strays: list[Stray] = []
        self._unclear: set[str] = set()
        """Choice fields with a tick that is none of their options', and others whose end is not clear."""
        own = _own_spans(marked, choices)
        for line in layout.lines[:end]:
            for start, stop in _left_over(line, own.get(line.index, [])):
                self._give(line, start, stop)
            for at, image in line.images:
                self._give_image(line, at, image)
        for field in form.fields:
            kept, others = _answering(field.kind, self._pieces[field.id])
            self._pieces[field.id] = kept
            if others and _follows(kept[-1].line, others[0].line):
                self._unclear.add(field.id)
            self._strays += [Stray(piece.text.strip(), piece.line.place) for piece in others]
        if end < len(layout.lines):
            self._strays.append(Stray(as_it_stands(layout.lines[end:]), layout.lines[end].place))

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
            _joined(pieces),
            (),
            tuple(image for _, image in images),
            method if lines else Method.NONE,
            min([_sure(piece) for piece in pieces] + [UNCLEAR if field.id in self._unclear else SURE]),
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
        targets = self._targets(line, start, rule.heading.anchor.fields) if rule is not None else ()
        if rule is not None and any(
            start <= at < end and mark.state is State.TICKED for at, mark in line.marks
        ):
            self._unclear.update(f for f in rule.heading.anchor.fields if self._form.field(f).options)
        if rule is None or not targets:
            self._strays.append(Stray(text.strip(), line.place))
            return
        for field in targets:
            self._pieces[field].append(_Piece(line, text, rule.tie, rule.heading.likeness))

    def _targets(self, line: Line, start: int, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The text fields a stretch goes to: its heading's, or the one an option before it asks for."""
        kinds = [self._form.field(field) for field in fields]
        if any(field.options for field in kinds):
            return self._asked_for(line, start, kinds[0])
        return tuple(field.id for field in kinds if field.kind is not Kind.IMAGES)

    def _asked_for(self, line: Line, start: int, field: Field) -> tuple[str, ...]:
        before = [m for m in self._choices[field.id].matches if m.position < (line.index, start)]
        if not before or not self._beside_option(before[-1], line):
            return ()
        asked = field.option(before[-1].anchor.option or "").asks_text
        return (asked,) if asked is not None else ()

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


def _answering(kind: Kind, pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """The pieces that answer a field, and those that only stand where it governs.

    What was added to a label whose answer has a cell of its own is none; nor, for an answer of one
    line, is what stands in further cells or lines, as rows and notes that people add do.
    """
    if len(pieces) < 2 or kind in (Kind.PHONES, Kind.EMAIL):
        return pieces, []
    first = pieces[0]
    if first.tie is Tie.LINE and pieces[1].tie is Tie.BESIDE and not first.text.strip()[:1].isupper():
        kept, others = _answering(kind, pieces[1:])
        return kept, [first, *others]
    if kind is Kind.LONG_TEXT:
        return _without_added_rows(pieces)
    end = 1
    while end < len(pieces) and _goes_on(pieces[end - 1], pieces[end], first):
        end += 1
    return pieces[:end], pieces[end:]


def _without_added_rows(pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """A long answer without the rows below it that begin further left: those have a label of their own."""
    answer = pieces[0].line.spot
    if answer is None:
        return pieces, []
    added = {
        (spot.table, spot.row)
        for spot in (piece.line.spot for piece in pieces)
        if spot is not None and spot.table == answer.table and spot.column < answer.column
    }
    kept: list[_Piece] = []
    others: list[_Piece] = []
    for piece in pieces:
        spot = piece.line.spot
        (others if spot is not None and (spot.table, spot.row) in added else kept).append(piece)
    return kept, others


def _goes_on(piece: _Piece, following: _Piece, first: _Piece) -> bool:
    if piece.line is following.line:
        return True
    if piece.line.spot is not following.line.spot:
        return False
    if piece.line.spot is not None:
        return True
    return first.tie is not Tie.LINE and following.line.index == piece.line.index + 1


def _follows(line: Line, following: Line) -> bool:
    """Whether a line stands right below or beside another one: it may be one answer with it."""
    here, there = line.spot, following.spot
    if here is None or there is None:
        return here is there and following.index == line.index + 1
    beside = here.table == there.table and here.row == there.row
    return beside and there.column == here.last_column + 1


def _found_fields(form: Form, marked: Sequence[Match], choices: dict[str, ChoiceReading]) -> frozenset[str]:
    found = {field for match in marked for field in match.anchor.fields}
    for reading in choices.values():
        if reading.matches:
            found.add(reading.field)
        asked = {form.field(reading.field).option(m.anchor.option or "").asks_text for m in reading.matches}
        found.update(field for field in asked if field is not None)
    return frozenset(found)


def _own_spans(
    marked: Sequence[Match], choices: dict[str, ChoiceReading]
) -> dict[int, list[tuple[int, int]]]:
    """The form's own words and the marks that were read, by line."""
    own: dict[int, list[tuple[int, int]]] = {}
    spans: list[Span] = [span for match in marked for span in match.spans]
    spans += [span for reading in choices.values() for span in reading.spans]
    for span in spans:
        own.setdefault(span.line, []).append((span.start, span.end))
    return {line: sorted(stretches) for line, stretches in own.items()}


_AFTER_OWN = re.compile(
    r"[ \t\u00a0]*(?:\(\d+\)|\*)*[ \t\u00a0]*(?:[:;.,?)]+|=(?=\s))?[ \t\u00a0]*(?:[-–—]+[ \t\u00a0]+)?"
)
_NUMBERING = re.compile(r"[ \t\u00a0]*(?:\(?\d{1,2}[.)°]?|\(?[A-Za-z][.)]|[-–—•·▪*])?[ \t\u00a0(“\"]*$")


def _left_over(line: Line, own: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are not the form's own, without numbering and colons beside it."""
    at = 0
    for start, end in own:
        if start > at and not (at == 0 and _NUMBERING.match(line.text[:start])):
            yield from _written(line, at, start)
        if end > at:
            found = _AFTER_OWN.match(line.text, end)
            at = found.end() if found is not None else end
    yield from _written(line, at, len(line.text))


def _written(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = line.text[start:end].replace(IMAGE, " ")
    if not is_blank(text) and not is_placeholder(text):
        yield start, end


def _joined(pieces: Sequence[_Piece]) -> str:
    """Pieces of one line side by side, those of further lines below."""
    text: list[str] = []
    for index, piece in enumerate(pieces):
        if index:
            text.append(" " if pieces[index - 1].line is piece.line else "\n")
        text.append(piece.text)
    return "".join(text).strip("\n")


def _sure(piece: _Piece) -> float:
    return min(SURE if piece.tie is not Tie.BEFORE else BY_ORDER, piece.likeness)


def _option_lines(reading: ChoiceReading, layout: Layout) -> list[Line]:
    return [layout.lines[line] for line in sorted({span.line for m in reading.matches for span in m.spans})]
