"""Answers that hold words of a label beside them, lines of another place, or lack a line of their own.

Where no lines part the cells and labels stand in the middle of theirs, a line of one cell may
stand between two lines of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from parsers.answering.endings import found_key
from parsers.answering.given import Given
from parsers.answering.pieces import Piece, joined
from parsers.document import Box, Place
from parsers.form import Field, Kind
from parsers.keys import key, without_references
from parsers.layout import Line

_NEAR = 0.6
"""The gap between two lines of one answer is at the most so much of their height."""

_ALIKE = 3.0
"""How far apart the beginnings of two lines of a column may lie, in points."""

_LENGTH = 200
"""A longer answer may well hold a label's words."""

_BEGUN = 16
"""So many letters of a label's beginning are not met by chance where it is missing."""

_PROMPT, _LIKE = 6, 0.8
"""From how many letters on a word may be known again, and how like the printed one it must be."""

_WORD = re.compile(r"[^\W_]{2,}")


def slipped(given: Given) -> Iterator[str]:
    """The fields whose answers are in doubt for it."""
    strays = [stray.place for stray in given.strays]
    lost = _lost_labels(given)
    begun = tuple(words[:_BEGUN] for label in lost if len(words := key(label)) > _BEGUN)
    for field in given.form.fields:
        pieces = given.pieces[field.id]
        text = joined(pieces) if field.kind in (Kind.TEXT, Kind.LONG_TEXT) else ""
        if begun and any(key(line[:_LENGTH]).startswith(begun) for line in text.splitlines()[1:]):
            yield field.id
        if _is_interrupted(pieces):
            yield field.id
        if field.kind is not Kind.TEXT or not pieces or len(text) > _LENGTH:
            continue
        ends = (pieces[0].line, pieces[-1].line)
        if (
            any(_goes_on(given, line, place) for line in ends for place in strays)
            or not set(_WORD.findall(text)).isdisjoint(_rest_of_label(given, field))
            or _begins_with_prompt(given, field, text)
            or any(_is_edged(line, lost) for line in text.splitlines())
        ):
            yield field.id


def _is_interrupted(pieces: Sequence[Piece]) -> bool:
    """Whether an answer leaves its table and comes back to one: what stands between may be none of it."""
    held = [in_table for in_table, _ in groupby(pieces, lambda piece: piece.line.spot is not None)]
    return held[:3] == [True, False, True]


def _lost_labels(given: Given) -> tuple[str, ...]:
    """The labels that were not found in the document, as they are printed."""
    lost = (field.label for field in given.form.fields if field.id not in given.labels)
    return tuple(without_references(label).strip() for label in lost)


def _is_edged(line: str, labels: Iterable[str]) -> bool:
    """Whether a line begins or ends with one of these labels, and holds other words."""
    return any(line.startswith(label + " ") or line.endswith(" " + label) for label in labels)


def _rest_of_label(given: Given, field: Field) -> Iterator[str]:
    """The words of a field's label that are missing where the first ones were found."""
    match = given.labels.get(field.id)
    if match is None or match.anchor.keys[0] != key(field.label):
        return
    found = found_key(given.layout.lines, match)
    if len(found) < len(match.anchor.keys[0]) and match.anchor.keys[0].startswith(found):
        yield from (word for word in _WORD.findall(field.label) if key(word) not in found)


def _begins_with_prompt(given: Given, field: Field, text: str) -> bool:
    """Whether an answer that an option asks for begins much as the rest of the option's words does.

    "Altre, // specifficare un lascito": the prompt was printed otherwise, and not known again.
    """
    first = next(iter(_WORD.findall(text)), "").casefold()
    words = (word.casefold() for word in _prompts(given, field) if len(word) >= _PROMPT)
    return any(Levenshtein.normalized_similarity(first, word) >= _LIKE for word in words)


def _prompts(given: Given, field: Field) -> Iterator[str]:
    """The words of the option that asks for a field which were not found with its first ones."""
    for reading in given.choices.values():
        for match in reading.matches:
            option = given.form.field(reading.field).option(match.anchor.option or "")
            if option.asks_text == field.id:
                found = found_key(given.layout.lines, match)
                yield from (word for word in _WORD.findall(option.label) if key(word) not in found)


def _goes_on(given: Given, line: Line, lost: Place) -> bool:
    """Whether words that belong to no question stand right above or below a line, as one column with it."""
    here, there = line.place.box, lost.box
    if here is None or there is None or line.place.page != lost.page or abs(here[0] - there[0]) > _ALIKE:
        return False
    gap = max(there[1] - here[3], here[1] - there[3])
    height = min(there[3] - there[1], here[3] - here[1])
    return -height / 2 < gap < _NEAR * height and not _is_led(given, lost.page, there)


def _is_led(given: Given, page: int | None, box: Box) -> bool:
    """Whether something stands in the same row at the left, as the label of another question does."""
    middle, height = (box[1] + box[3]) / 2, box[3] - box[1]
    boxes = (line.place.box for line in given.layout.lines if line.key and line.place.page == page)
    return any(
        at[2] <= box[0] and abs((at[1] + at[3]) / 2 - middle) < height / 4 for at in boxes if at is not None
    )
