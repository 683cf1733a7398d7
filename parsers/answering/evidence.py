"""From what a question was given to its answer, with the place, the method and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parsers.answering.given import Given
from parsers.answering.pieces import SURE, joined, sureness
from parsers.answers import Answer
from parsers.choices.fields import ChoiceReading, place_of
from parsers.document import Method, Place, State
from parsers.form import Field, Kind
from parsers.layout import Layout, Line, as_it_stands

UNCLEAR = 0.75
"""How sure an answer is whose end cannot be told."""
LOOSE = 0.5
"""How sure a choice is among whose options a tick stands that is none of theirs."""


def answer(given: Given, field: Field) -> Answer:
    """What was found for a field."""
    if field.options:
        return _choice_answer(given, field)
    pieces = given.pieces[field.id]
    images = given.images[field.id]
    lines = [piece.line for piece in pieces] or [line for line, _ in images]
    method = Method.IMAGE if field.kind is Kind.IMAGES else Method.TEXT
    return Answer(
        field.id,
        field.id in given.found,
        joined(pieces),
        (),
        tuple(image for _, image in images),
        method if lines else Method.NONE,
        min([sureness(piece) for piece in pieces] + [UNCLEAR if field.id in given.unclear else SURE]),
        lines[0].place if lines else _label_place(given, field),
        _context(given, lines),
        "\n".join(dict.fromkeys(line.struck for line in lines if line.struck)),
        _on_pages(line.place for line in lines),
    )


def _choice_answer(given: Given, field: Field) -> Answer:
    reading = given.choices[field.id]
    ticked = [choice for choice in reading.choices if choice.state is State.TICKED]
    deciding = ticked or list(reading.choices)
    confidence = min((choice.confidence for choice in reading.choices), default=SURE)
    return Answer(
        field.id,
        field.id in given.found,
        "; ".join(choice.raw for choice in ticked),
        reading.choices,
        (),
        ticked[0].method if ticked else Method.NONE,
        min(confidence, LOOSE) if reading.loose or field.id in given.unclear else confidence,
        deciding[0].place if deciding else _label_place(given, field),
        _context(given, _option_lines(reading, given.layout)),
        places=_on_pages(choice.place for choice in ticked),
    )


def _on_pages(places: Iterable[Place | None]) -> tuple[Place, ...]:
    """Those that are places on a page, each once."""
    return tuple(dict.fromkeys(place for place in places if place is not None and place.box is not None))


def _label_place(given: Given, field: Field) -> Place | None:
    label = given.labels.get(field.id)
    return place_of(given.layout, label) if label is not None else None


def _context(given: Given, lines: Sequence[Line]) -> str:
    """The cells these lines stand in, as they stand; outside tables the lines themselves."""
    cells = dict.fromkeys(line.spot for line in lines)
    around = [line for spot in cells if spot is not None for line in given.layout.by_spot[spot]]
    around += [line for line in lines if line.spot is None]
    return as_it_stands(around)


def _option_lines(reading: ChoiceReading, layout: Layout) -> list[Line]:
    return [layout.lines[line] for line in sorted({span.line for m in reading.matches for span in m.spans})]
