"""What an option asks for, where it stands below the option: under the group, or in the cell underneath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.answering.given import Given
from parsers.answering.pieces import Piece
from parsers.choices.fields import ChoiceReading
from parsers.document import State
from parsers.layout import Line

_SHORT = 150
"""Up to how many characters what an option asks for is."""

_TICKED = re.compile(r"\s*[xXvV×✓✔✗✘√☒☑]\s+\S")
"""Words with a tick in front of them."""

_LINED = re.compile(r"^[._…]{2,}|[._…]{2,}$")
"""A line to write on."""

_SPREAD = 3
"""Options in so many cells have theirs underneath in the same column."""


def ask_below(given: Given) -> None:
    """Gives options that ask for text what is left over below them.

    What goes on in a further cell is in doubt: it may be a note of somebody. So is a text that begins with
    a tick, which may be the option's.
    """
    for reading in given.choices.values() if given.loose else ():
        _take_below(given, reading)
        _take_underneath(given, reading)
    given.unclear.update(_ticked(given))


def _ticked(given: Given) -> Iterator[str]:
    """The fields that options ask for whose text begins with a tick."""
    for field in given.form.fields:
        for asked in (option.asks_text for option in field.options if option.asks_text):
            pieces = given.pieces[asked]
            if pieces and _TICKED.match(pieces[0].text):
                yield asked


def _take_below(given: Given, reading: ChoiceReading) -> None:
    """For the one ticked option that asks for text, the only line between its group and a heading.

    So for the group's last option where none that asks is ticked, if the line is one to write on.
    """
    ticked = {choice.option for choice in reading.choices if choice.state is State.TICKED}
    asking = [
        asked
        for option in given.form.field(reading.field).options
        if option.code in ticked and (asked := _unanswered(given, reading, option.code))
    ]
    last = max(((match.end, match.anchor.option or "") for match in reading.matches), default=None)
    lined = _unanswered(given, reading, last[1]) if last is not None and not asking else None
    below = _below(given, reading) if len(asking) == 1 or lined else []
    if lined:
        below = [piece for piece in below if _LINED.search(piece.line.text.strip())]
    if len({piece.line.index for piece in below}) == 1:
        given.pieces[lined or asking[0]] += below
        given.loose = [piece for piece in given.loose if piece not in below]


def _unanswered(given: Given, reading: ChoiceReading, option: str) -> str | None:
    """The field that an option asks for, where nothing was given to it."""
    asked = given.form.field(reading.field).option(option).asks_text
    return asked if asked is not None and not given.pieces[asked] else None


def _below(given: Given, reading: ChoiceReading) -> list[Piece]:
    """What is left over between the last option of a group and the next heading or group."""
    end = max((match.end for match in reading.matches), default=None)
    if end is None:
        return []
    others = (match for one in given.choices.values() if one is not reading for match in one.matches)
    starts = [match.position for match in (*given.marked, *others) if match.position > end]
    stop = min(starts, default=(len(given.layout.lines), 0))[0]
    below = [piece for piece in given.loose if end[0] < piece.line.index < stop]
    short = sum(len(piece.text) for piece in below) <= _SHORT
    return below if short and not any(_comes_back(given, piece) for piece in below) else []


def _comes_back(given: Given, piece: Piece) -> bool:
    """Whether another line says the same: then it is the form's own, as the titles of its frames are."""
    return any(line.key == piece.line.key for line in given.layout.lines if line is not piece.line)


def _take_underneath(given: Given, reading: ChoiceReading) -> None:
    """Where options have a cell each, what stands alone in the cell under the one that asks for text."""
    lines = given.layout.lines
    spots = {id(lines[match.spans[0].line].spot) for match in reading.matches}
    for match in reading.matches if len(spots) >= _SPREAD else ():
        asked = given.form.field(reading.field).option(match.anchor.option or "").asks_text
        if asked is None:
            continue
        known = given.pieces[asked]
        under = _underneath(given, known[-1].line if known else lines[match.end[0]])
        if under and known:
            given.unclear.add(asked)
        known += under
        given.loose = [piece for piece in given.loose if piece not in under]


def _underneath(given: Given, last: Line) -> list[Piece]:
    """What is left over in the cell under a line's, where that holds nothing else."""
    spot = last.spot
    if spot is None:
        return []
    under = [
        piece
        for piece in given.loose
        if (there := piece.line.spot) is not None
        and (there.table, there.row) == (spot.table, spot.last_row + 1)
        and (there.column, there.last_column) == (spot.column, spot.last_column)
    ]
    cell = given.layout.by_spot[under[0].line.spot] if under and under[0].line.spot is not None else ()
    held = {piece.line.index for piece in under}
    alone = all(line.index in held and not line.marks for line in cell if line.key)
    return under if alone and not any(_comes_back(given, piece) for piece in under) else []
