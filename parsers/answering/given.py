"""What is left over of a document, by the question that it was given to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.answering.pieces import Piece
from parsers.answers import Stray
from parsers.choices.fields import ChoiceReading
from parsers.document import Image
from parsers.finding.govern import Headings
from parsers.finding.matches import Match
from parsers.form import Form
from parsers.layout import Layout, Line


@dataclass(slots=True)
class Given:
    """What each question of a form was given; it is filled piece by piece."""

    form: Form
    layout: Layout
    marked: Sequence[Match]
    """The headings found in the document."""
    headings: Headings
    choices: dict[str, ChoiceReading]
    found: frozenset[str]
    """The fields that are there."""
    labels: dict[str, Match]
    """The first heading of each field."""
    pieces: dict[str, list[Piece]]
    images: dict[str, list[tuple[Line, Image]]]
    loose: list[Piece] = field(default_factory=list)
    """What is left over and governed by no question that it can answer."""
    strays: list[Stray] = field(default_factory=list)
    """What belongs to no field."""
    unclear: set[str] = field(default_factory=set)
    """Choice fields with a tick that is none of their options', and others whose end is not clear."""


def given_nothing(
    form: Form,
    layout: Layout,
    marked: Sequence[Match],
    headings: Headings,
    choices: dict[str, ChoiceReading],
) -> Given:
    """What there is before anything is given."""
    return Given(
        form,
        layout,
        marked,
        headings,
        dict(choices),
        _found_fields(form, marked, choices),
        {field: match for match in reversed(marked) for field in match.anchor.fields},
        {field.id: [] for field in form.fields},
        {field.id: [] for field in form.fields},
    )


def _found_fields(form: Form, marked: Sequence[Match], choices: dict[str, ChoiceReading]) -> frozenset[str]:
    found = {field for match in marked for field in match.anchor.fields}
    for reading in choices.values():
        if reading.matches:
            found.add(reading.field)
        asked = {form.field(reading.field).option(m.anchor.option or "").asks_text for m in reading.matches}
        found.update(field for field in asked if field is not None)
    return frozenset(found)
