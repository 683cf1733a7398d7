"""Layouts: where the pieces of the form stand, section by section, and how sections come together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from samples import blank
from samples.matrices import (
    BOXES_IN_A_CELL,
    BOXES_LEFT_TWICE,
    BOXES_OVER,
    BOXES_RIGHT_TWICE,
    BOXES_UNDER,
    YES_NO_COLUMNS,
    YES_NO_INLINE,
    partnership_matrix,
    partnership_matrix_across,
    partnership_matrix_right,
    type_matrix,
)
from samples.sections import (
    GRID,
    NESTED,
    QUESTIONS,
    Section,
    Sections,
    above,
    above_apart,
    asked,
    boxed,
    contacts_in_a_row,
    cooperative_in_a_row,
    lined,
    partnership_columns,
    partnership_rows,
    partnership_stacked,
    two_columns,
)
from samples.sheet import Question, Sheet
from samples.wordml import Element, Row, inlines, paragraph, row, run, said, slot, table

Layout: TypeAlias = Callable[[Sheet, Sequence[str]], list[Element]]
"""From the sheet and the sections' order to the blocks of the document."""

GRID_COLUMNS = 20
"""Divides by the columns of every section of the blank form, so that one table can hold them all."""

_PRINTED = (
    "title",
    "introduction",
    "cooperative",
    "type",
    "name",
    "scope",
    "partnership",
    "funding",
    "description",
    "innovation",
    "assessment",
    "contacts",
    "photos",
    "notes",
)

ORDERS: Mapping[str, tuple[str, ...]] = {
    "as-printed": _PRINTED,
    "contacts-first": ("title", "contacts", *(name for name in _PRINTED[1:] if name != "contacts")),
    "photos-early": (*_PRINTED[:3], "photos", *(name for name in _PRINTED[3:] if name != "photos")),
    "texts-before-choices": (
        *_PRINTED[:3],
        "name",
        *("description", "innovation", "assessment"),
        *("type", "scope", "partnership", "funding"),
        *_PRINTED[-3:],
    ),
    "notes-first": (*_PRINTED[:2], "notes", *_PRINTED[2:-1]),
    "notes-deleted": _PRINTED[:-1],
    "questions-only": _PRINTED[2:-1],
}
"""The sections in the order they stand in; what is left out was deleted."""


# Putting sections together


def _front(sheet: Sheet, name: str) -> list[Element]:
    return sheet.said(blank.TITLE if name == "title" else (blank.INTRODUCTION,))


def _tables(sheet: Sheet, order: Sequence[str], sections: Sections) -> list[Element]:
    """A table a section."""
    made: list[Element] = []
    for name in order:
        if name in sections:
            made += [_table(sections[name](sheet)), paragraph()]
        else:
            made += _front(sheet, name)
    return made


def _one_table(sheet: Sheet, order: Sequence[str], sections: Sections) -> list[Element]:
    """One table for everything; title and introduction stand before it."""
    made = [block for name in order if name not in sections for block in _front(sheet, name)]
    rows = [line for name in order if name in sections for line in sections[name](sheet)]
    return [*made, _table(rows), paragraph()]


def _table(rows: Sequence[Row]) -> Element:
    """A table of rows with different numbers of columns: each is stretched over the same grid."""
    if len({_columns(line) for line in rows}) > 1:
        rows = [_stretched(line) for line in rows]
    return table(rows)


def _columns(line: Row) -> int:
    return sum(span for _, span, _ in line)


def _stretched(line: Row) -> Row:
    """The row over the whole grid; the last slot takes what does not divide."""
    each = GRID_COLUMNS // _columns(line)
    wide = [slot(blocks, span * each, merge) for blocks, span, merge in line]
    blocks, span, merge = wide[-1]
    rest = GRID_COLUMNS - sum(one[1] for one in wide)
    return (*wide[:-1], slot(blocks, span + rest, merge))


def _padded(sections: Sections, above: bool, right: bool) -> Sections:
    """The sections with an empty row above each, or an empty column on the right."""

    def padded(section: Section, sheet: Sheet) -> list[Row]:
        rows = section(sheet)
        if right:
            rows = [(*line, slot([])) for line in rows]
        return [row(slot([], _columns(rows[0]))), *rows] if above else rows

    return {name: partial(padded, section) for name, section in sections.items()}


def _paragraphs(sheet: Sheet, order: Sequence[str], below: bool, between: str) -> list[Element]:
    """No table at all: short answers on the label's line or below it, options below or on one line."""
    made: list[Element] = []
    for name in order:
        if name in QUESTIONS:
            for question in QUESTIONS[name](sheet):
                made += _spoken(question, below, between)
        else:
            made += sheet.said(blank.NOTES) if name == "notes" else _front(sheet, name)
    return made


def _spoken(question: Question, below: bool, between: str) -> list[Element]:
    label, rest = question.label, question.prompt + question.answer
    if between and question.choice:
        line = [piece for block in question.answer for piece in (run(between), *inlines(block))]
        rest = [*question.prompt, paragraph(*line[1:])]
    if below or len(rest) != 1 or rest[0].tag != label[0].tag:
        return [*label, *rest]
    words = said(label[0]).rstrip(" :")
    return [paragraph(run(words + ": "), *inlines(rest[0]))]


def _in_tables(sections: Sections) -> Layout:
    return partial(_tables, sections=sections)


def _in_one_table(sections: Sections) -> Layout:
    return partial(_one_table, sections=sections)


LAYOUTS: Mapping[str, Layout] = {
    "original": _in_tables(GRID),
    "one-table": _in_one_table(GRID),
    "partnership-rows": _in_tables({**GRID, "partnership": partnership_rows}),
    "partnership-stacked": _in_tables({**GRID, "partnership": partnership_stacked}),
    "partnership-columns": _in_one_table({**GRID, "partnership": partnership_columns}),
    "options-nested": _in_tables({**GRID, **NESTED}),
    "options-on-a-line": _in_tables({**GRID, **lined("\t")}),
    "options-on-a-spaced-line": _in_tables({**GRID, **lined("     ")}),
    "two-columns": _in_one_table(asked(two_columns, 2)),
    "two-columns-apart": _in_tables(asked(two_columns, 2)),
    "labels-above": _in_one_table(asked(above, 1)),
    "labels-above-apart": _in_tables(asked(above_apart, 1)),
    "labels-in-a-row": _in_tables(
        {**GRID, "cooperative": cooperative_in_a_row, "contacts": contacts_in_a_row}
    ),
    "boxes-left": _in_one_table(boxed(right=False)),
    "boxes-right": _in_tables(boxed(right=True)),
    "matrix": _in_tables({**GRID, "partnership": partnership_matrix}),
    "matrix-right": _in_one_table({**GRID, "partnership": partnership_matrix_right}),
    "matrix-across": _in_tables({**GRID, "partnership": partnership_matrix_across}),
    "matrix-type": _in_tables({**GRID, "type": type_matrix}),
    "yes-no-columns": _in_tables(YES_NO_COLUMNS),
    "yes-no-inline": _in_one_table(YES_NO_INLINE),
    "boxes-under": _in_tables(BOXES_UNDER),
    "boxes-over": _in_tables(BOXES_OVER),
    "boxes-left-twice": _in_tables(BOXES_LEFT_TWICE),
    "boxes-right-twice": _in_tables(BOXES_RIGHT_TWICE),
    "boxes-in-a-cell": _in_tables(BOXES_IN_A_CELL),
    "empty-rows": _in_tables(_padded(GRID, above=True, right=False)),
    "empty-column": _in_one_table(_padded(GRID, above=False, right=True)),
    "paragraphs": partial(_paragraphs, below=False, between=""),
    "paragraphs-below": partial(_paragraphs, below=True, between=""),
    "paragraphs-lined": partial(_paragraphs, below=False, between="\t"),
}
"""Every one of these a person reads without a second thought."""
