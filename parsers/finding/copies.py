"""A file that holds the form several times: which copy is read, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answers import Answer, Answers, Copies, Stray

FULLER = 2
"""By how many answers a later copy has to be fuller to be read in place of the first."""


def read_together(readings: Sequence[Answers]) -> Answers:
    """The fullest of the readings of one file's copies, the first where they are alike.

    What was written in the others, and is not in this one, is kept as strays.
    """
    counts = [sum(map(_is_answered, reading.answers)) for reading in readings]
    fullest = max(counts)
    first = next(at for at, count in enumerate(counts) if count + FULLER >= fullest)
    chosen = readings[first]
    known = {answer.text for answer in chosen.answers}
    others = [reading for reading in readings if reading is not chosen]
    strays = [stray for other in others for stray in _written(other) if stray.text not in known]
    copies = Copies(first + 1, len(readings), sum(count > 0 for count in counts))
    return replace(chosen, strays=(*chosen.strays, *strays), copies=copies)


def _is_answered(answer: Answer) -> bool:
    return bool(answer.text or answer.images)


def _written(reading: Answers) -> Iterator[Stray]:
    for answer in reading.answers:
        if answer.text.strip() and answer.place is not None:
            yield Stray(answer.text.strip(), answer.place)
    yield from reading.strays
