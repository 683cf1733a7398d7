"""Sections whose boxes stand where a row crosses a column, or between the words yes and no."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from samples import blank
from samples.sections import GRID, PARTNERSHIPS, Section, Sections
from samples.sheet import Sheet
from samples.wordml import Element, Row, inlines, paragraph, row, run, slot, words

Choosing: TypeAlias = Callable[..., list[Row]]
"""A choice's section: of a sheet, and of a field by name."""


def partnership_matrix(sheet: Sheet) -> list[Row]:
    """Partners down, the two groups across, a box in each crossing."""
    columns = [sheet.boxed(field) for field in PARTNERSHIPS]
    rows = [row(sheet.label("partnership"), *(sheet.label(field) for field in PARTNERSHIPS))]
    for (first, partner), (second, _) in zip(*columns, strict=True):
        rows.append(row(partner, first, second))
    return rows


def partnership_matrix_right(sheet: Sheet) -> list[Row]:
    """The same with the partners' names on the right of the boxes."""
    return [line[1:] + line[:1] for line in partnership_matrix(sheet)]


def partnership_matrix_across(sheet: Sheet) -> list[Row]:
    """Partners across, the two groups down."""
    partners = [partner for _, partner in sheet.boxed(PARTNERSHIPS[0])]
    rows = [row(sheet.label("partnership"), *partners)]
    rows += [row(sheet.label(field), *(box for box, _ in sheet.boxed(field))) for field in PARTNERSHIPS]
    return rows


def type_matrix(sheet: Sheet) -> list[Row]:
    """The options across, their boxes in the row below."""
    pairs = sheet.boxed("tipologia")
    return [
        row(sheet.label("tipologia"), *(option for _, option in pairs)),
        row([], *(box for box, _ in pairs)),
    ]


def _yes_no_columns(sheet: Sheet, field: str) -> list[Row]:
    """An option a row, with a box under yes and one under no."""
    way = sheet.way_of(field)
    rows = [row(sheet.label(field) + sheet.prompt(field), [words("SÌ")], [words("NO")])]
    for code, (box, option) in zip(blank.OPTIONS[field], sheet.boxed(field), strict=True):
        denied = [paragraph(*way.box(code not in sheet.given.ticks[field]))]
        rows.append(row(option, box, denied))
    return rows


def _yes_no_lines(sheet: Sheet, field: str) -> list[Element]:
    """An option a line, with the two boxes behind it."""
    way, made = sheet.way_of(field), []
    for code, (_, option) in zip(blank.OPTIONS[field], sheet.boxed(field), strict=True):
        chosen = code in sheet.given.ticks[field]
        boxes = [*way.box(chosen), run(" sì   "), *way.box(not chosen), run(" no")]
        made += [paragraph(*inlines(option[0]), run("  "), *boxes), *option[1:]]
    return made


def _yes_no_inline(sheet: Sheet, field: str) -> list[Row]:
    return [row(sheet.label(field), sheet.prompt(field) + _yes_no_lines(sheet, field))]


def _boxes_in_a_cell(sheet: Sheet, field: str) -> list[Row]:
    """All boxes in one cell and all words in the next, line by line."""
    pairs = sheet.boxed(field)
    label = sheet.label(field) + sheet.prompt(field)
    return [row(label, [b for box, _ in pairs for b in box], [p for _, option in pairs for p in option])]


def _row_by_row(sheet: Sheet, field: str, over: bool) -> list[Row]:
    """The options side by side, their boxes in a row of their own under them or over them."""
    heading, pairs = sheet.label(field) + sheet.prompt(field), sheet.boxed(field)
    if not pairs:
        return [row(heading)]
    rows = [row(*(option for _, option in pairs)), row(*(box for box, _ in pairs))]
    return [row(slot(heading, len(pairs))), *(rows[::-1] if over else rows)]


def _twice_a_row(sheet: Sheet, field: str, right: bool) -> list[Row]:
    """Two options a row, each with its box in a cell beside it, on the left or on the right."""
    cells = [
        slot(part)
        for box, option in sheet.boxed(field)
        for part in ((option, box) if right else (box, option))
    ]
    cells += [slot([])] * (-len(cells) % 4)
    heading = sheet.label(field) + sheet.prompt(field)
    return [(slot([] if at else heading), *cells[at : at + 4]) for at in range(0, len(cells), 4)] or [
        row(heading)
    ]


def _partnership(sheet: Sheet, one: Section, other: Section, wide: int) -> list[Row]:
    return [row(slot(sheet.label("partnership"), wide)), *one(sheet), *other(sheet)]


YES_NO_COLUMNS: Sections = {
    **GRID,
    "partnership": partial(
        _partnership,
        one=partial(_yes_no_columns, field=PARTNERSHIPS[0]),
        other=partial(_yes_no_columns, field=PARTNERSHIPS[1]),
        wide=3,
    ),
    "funding": partial(_yes_no_columns, field="finanziamento"),
}

YES_NO_INLINE: Sections = {
    **GRID,
    "partnership": partial(
        _partnership,
        one=partial(_yes_no_inline, field=PARTNERSHIPS[0]),
        other=partial(_yes_no_inline, field=PARTNERSHIPS[1]),
        wide=2,
    ),
    "funding": partial(_yes_no_inline, field="finanziamento"),
}

BOXES_IN_A_CELL: Sections = {
    **GRID,
    "type": partial(_boxes_in_a_cell, field="tipologia"),
    "scope": partial(_boxes_in_a_cell, field="ambito"),
    "partnership": partial(
        _partnership,
        one=partial(_boxes_in_a_cell, field=PARTNERSHIPS[0]),
        other=partial(_boxes_in_a_cell, field=PARTNERSHIPS[1]),
        wide=3,
    ),
}


def _choices(section: Choosing, wide: int) -> Sections:
    """The choices of the grid all set in the same way."""
    return {
        **GRID,
        "type": partial(section, field="tipologia"),
        "scope": partial(section, field="ambito"),
        "partnership": partial(
            _partnership,
            one=partial(section, field=PARTNERSHIPS[0]),
            other=partial(section, field=PARTNERSHIPS[1]),
            wide=wide,
        ),
        "funding": partial(section, field="finanziamento"),
    }


BOXES_UNDER = _choices(partial(_row_by_row, over=False), 7)
BOXES_OVER = _choices(partial(_row_by_row, over=True), 7)
BOXES_LEFT_TWICE = _choices(partial(_twice_a_row, right=False), 5)
BOXES_RIGHT_TWICE = _choices(partial(_twice_a_row, right=True), 5)
