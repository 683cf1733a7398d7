"""Fields for one letter each, side by side, as the one answer that they hold together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers import marks
from parsers.pdf.objects import Entry, Kind, around

_WIDEST = 26.0
"""Of a field for one letter, in points."""
_GAP = 6.0
"""Between two of them, at most, in points; less than one is wide."""
_FEWEST = 4


def spelt(entries: Sequence[Entry]) -> list[Entry]:
    """The fields with those that one answer was written into letter by letter as one."""
    letters = [entry for entry in entries if _is_letter(entry)]
    if len(letters) < _FEWEST:
        return list(entries)
    found = {id(entry): entry for entry in entries}
    for row in _rows(letters):
        if len(row) >= _FEWEST and not _are_ticks(row):
            for entry in row:
                del found[id(entry)]
            text = "".join(entry.value.strip() or " " for entry in row).strip()
            found[id(row[0])] = replace(row[0], value=text, box=around([entry.box for entry in row]))
    order = {id(entry): at for at, entry in enumerate(entries)}
    return [found[key] for key in sorted(found, key=order.__getitem__)]


def _is_letter(entry: Entry) -> bool:
    wide = entry.box[2] - entry.box[0]
    return entry.kind is Kind.TEXT and wide <= _WIDEST and len(entry.value.strip()) <= 1


def _rows(letters: Iterable[Entry]) -> list[list[Entry]]:
    """The fields that stand side by side, from the left."""
    rows: list[list[Entry]] = []
    for entry in sorted(letters, key=lambda one: (round(one.box[1]), one.box[0])):
        last = rows[-1][-1] if rows else None
        if last is not None and _adjoin(last, entry):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def _adjoin(one: Entry, two: Entry) -> bool:
    level = abs(one.box[1] - two.box[1]) < 2 and abs(one.box[3] - two.box[3]) < 2
    return level and -2 <= two.box[0] - one.box[2] < min(_GAP, one.box[2] - one.box[0])


def _are_ticks(row: Sequence[Entry]) -> bool:
    """Whether all that stands in them are ticks, or nothing: columns of boxes."""
    return all(marks.typed(entry.value) is not None for entry in row if entry.value.strip())
