"""Choices that were written instead of ticked: "Tipologia: A", "Sì, certamente" beside the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.pieces import Piece
from parsers.answers import Choice
from parsers.choices.fields import ChoiceReading
from parsers.choices.judging import JUDGED
from parsers.choices.wording import Fit, named_all
from parsers.document import Method, State
from parsers.finding.govern import Tie
from parsers.form import Field, Kind

WRITTEN = 0.9
"""How sure a choice is that was written where no options stand."""


def with_written(
    field: Field, reading: ChoiceReading, pieces: Sequence[Piece]
) -> tuple[ChoiceReading, tuple[Piece, ...], bool]:
    """The group with what was written beside it.

    Returns the reading, the pieces that say nothing, and whether one contradicts what is ticked.
    """
    named = [(piece, told) for piece in pieces if (told := named_all(field, piece.text)) is not None]
    if not named or reading.loose:
        return reading, tuple(pieces), False
    codes = tuple(dict.fromkeys(code for _, (codes, _) in named for code in codes))
    said = {choice.option for choice in reading.choices if choice.state is not State.EMPTY}
    if said:
        return reading, tuple(pieces), not said.issuperset(codes)
    if field.kind is not Kind.ANY_OF and len(codes) > 1:
        return reading, tuple(pieces), True
    used = [piece for piece, _ in named]
    if any(_stands_by_another(reading, piece, codes) for piece in used):
        return reading, tuple(pieces), True
    sure = not reading.choices and all(fit is Fit.WHOLE for _, (_, fit) in named)
    choices = _chosen(reading, codes, used[0], sure)
    left = tuple(piece for piece in pieces if piece not in used)
    return replace(reading, choices=choices), left, False


def _stands_by_another(reading: ChoiceReading, piece: Piece, codes: tuple[str, ...]) -> bool:
    """Whether what was written stands in the line of another option: "SI no" may well be a tick on no."""
    there = {m.anchor.option for m in reading.matches for span in m.spans if span.line == piece.line.index}
    return bool(there) and there.isdisjoint(codes)


def _chosen(reading: ChoiceReading, codes: tuple[str, ...], piece: Piece, sure: bool) -> tuple[Choice, ...]:
    """The options with those ticked that were written; where options are printed, that is a judgement."""
    doubt = "" if sure else "written"
    confidence = min(piece.likeness, WRITTEN if sure else JUDGED)
    chosen = {
        code: Choice(
            code, State.TICKED, None, Method.TEXT, confidence, piece.text.strip(), piece.line.place, doubt
        )
        for code in codes
    }
    kept = [chosen.pop(choice.option, choice) for choice in reading.choices]
    return (*kept, *chosen.values())


def may_be_written(piece: Piece, label_line: int | None) -> bool:
    """Whether a piece stands where a question's answer does: beside its label, or in the line below it."""
    return piece.tie is not Tie.BEFORE or (label_line is not None and piece.line.index == label_line + 1)
