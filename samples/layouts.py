"""Layouts: where the pieces of the form stand, section by section, and how sections come together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from samples import blank
from samples.sheet import Question, Sheet
from samples.wordml import Element, Row, inlines, paragraph, row, run, said, slot, table

Section: TypeAlias = Callable[[Sheet], list[Row]]
Sections: TypeAlias = Mapping[str, Section]
Layout: TypeAlias = Callable[[Sheet, Sequence[str]], list[Element]]
"""From the sheet and the sections' order to the blocks of the document."""

GRID_COLUMNS = 20
"""Divides by the columns of every section of the blank form, so that one table can hold them all."""

PARTNERSHIPS = ("partnership_intenti", "partnership_economica")

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


# The sections as the blank form has them


def _cooperative(sheet: Sheet) -> list[Row]:
    name, logo, region, city = (
        sheet.question(field) for field in ("cooperativa", "logo", "regione", "citta")
    )
    return [
        row(name.label, name.answer, logo.label, logo.answer),
        row(region.label, region.answer, city.label, city.answer),
    ]


def _type(sheet: Sheet) -> list[Row]:
    options = [sheet.lines("tipologia", [code]) for code in blank.OPTIONS["tipologia"]]
    return [row(sheet.label("tipologia"), *options)]


def _named(sheet: Sheet) -> list[Row]:
    question = sheet.question("nome_progetto")
    return [row(question.label, question.answer)]


def _scope(sheet: Sheet) -> list[Row]:
    return [row(sheet.label("ambito"), sheet.prompt("ambito") + sheet.lines("ambito"))]


def _partnership(sheet: Sheet) -> list[Row]:
    headings = [slot(sheet.label(field), 2) for field in PARTNERSHIPS]
    halves = [
        sheet.lines(field, codes)
        for field in PARTNERSHIPS
        for codes in (tuple(blank.OPTIONS[field])[:4], tuple(blank.OPTIONS[field])[4:])
    ]
    return [
        row(slot(sheet.label("partnership"), 1, "restart"), *headings),
        row(slot([], 1, "continue"), *halves),
    ]


def _funding(sheet: Sheet) -> list[Row]:
    codes = tuple(blank.OPTIONS["finanziamento"])
    parts = (codes[:3], codes[3:6], codes[6:])
    return [row(sheet.label("finanziamento"), *(sheet.lines("finanziamento", part) for part in parts))]


def _long(sheet: Sheet, field: str) -> list[Row]:
    question = sheet.question(field)
    return [row(question.label, question.prompt), row([], question.answer)]


def _assessment(sheet: Sheet) -> list[Row]:
    impact = sheet.choice("valutazione_impatto")
    return [*_long(sheet, "valutazione"), row([], impact.label + impact.answer)]


def _contacts(sheet: Sheet) -> list[Row]:
    person = sheet.question("referente")
    first, *more = sheet.contact_questions()
    return [
        row(sheet.label("riferimenti"), person.label, person.answer, first.label, first.answer),
        *(row([], [], [], other.label, other.answer) for other in more),
    ]


def _photos(sheet: Sheet) -> list[Row]:
    question = sheet.question("foto")
    return [row(question.label + question.prompt), row(question.answer)]


def _notes(sheet: Sheet) -> list[Row]:
    return [row([], sheet.said(blank.NOTES))]


GRID: Sections = {
    "cooperative": _cooperative,
    "type": _type,
    "name": _named,
    "scope": _scope,
    "partnership": _partnership,
    "funding": _funding,
    "description": partial(_long, field="descrizione"),
    "innovation": partial(_long, field="elementi_innovazione"),
    "assessment": _assessment,
    "contacts": _contacts,
    "photos": _photos,
    "notes": _notes,
}


# Other ways to set single sections


def _partnership_rows(sheet: Sheet) -> list[Row]:
    """Each group a row of its own under the heading."""
    groups = [row(sheet.label(field), sheet.lines(field)) for field in PARTNERSHIPS]
    return [row(slot(sheet.label("partnership"), 2)), *groups]


def _partnership_stacked(sheet: Sheet) -> list[Row]:
    """Both groups in one cell, one below the other."""
    stacked = [block for field in PARTNERSHIPS for block in sheet.label(field) + sheet.lines(field)]
    return [row(sheet.label("partnership"), stacked)]


def _partnership_columns(sheet: Sheet) -> list[Row]:
    """Each group one column of seven options, an option a row."""
    rows = [row(*(sheet.label(field) for field in PARTNERSHIPS))]
    columns = [sheet.lines(field) for field in PARTNERSHIPS]
    for at in range(max(len(column) for column in columns)):
        rows.append(row(*([column[at]] if at < len(column) else [] for column in columns)))
    return [row(slot(sheet.label("partnership"), 2)), *rows]


def _nested(sheet: Sheet, field: str, columns: int, width: int) -> list[Element]:
    """The options in a table of their own."""
    lines = sheet.lines(field)
    if not lines:
        return []
    rows = [lines[at : at + columns] for at in range(0, len(lines), columns)]
    cells = [[[line] for line in part] + [[]] * (columns - len(part)) for part in rows]
    return [table([row(*part) for part in cells], width)]


def _scope_nested(sheet: Sheet) -> list[Row]:
    return [row(sheet.label("ambito"), sheet.prompt("ambito") + _nested(sheet, "ambito", 1, 4800))]


def _type_nested(sheet: Sheet) -> list[Row]:
    return [row(sheet.label("tipologia"), _nested(sheet, "tipologia", 3, 4800))]


def _partnership_nested(sheet: Sheet) -> list[Row]:
    return [
        row(sheet.label("partnership"), *(sheet.label(field) for field in PARTNERSHIPS)),
        row([], *(_nested(sheet, field, 2, 3200) for field in PARTNERSHIPS)),
    ]


NESTED: Sections = {"type": _type_nested, "scope": _scope_nested, "partnership": _partnership_nested}


def _lined(between: str) -> Sections:
    """The choices with all options of a question on one line."""

    def choice(field: str) -> Section:
        return lambda sheet: [row(sheet.label(field), [*sheet.prompt(field), sheet.line(field, between)])]

    return {
        "type": choice("tipologia"),
        "scope": choice("ambito"),
        "partnership": lambda sheet: [
            row(slot(sheet.label("partnership"), 2)),
            *(row(sheet.label(field), [sheet.line(field, between)]) for field in PARTNERSHIPS),
        ],
        "funding": choice("finanziamento"),
    }


# Sections made of questions, all alike


Asking: TypeAlias = Callable[[Sheet], list[Question]]


def _open(*fields: str) -> Asking:
    return lambda sheet: [sheet.question(field) for field in fields]


def _closed(field: str) -> Asking:
    return lambda sheet: [sheet.choice(field)]


def _partnership_questions(sheet: Sheet) -> list[Question]:
    heading = Question(sheet.label("partnership"), [], [])
    return [heading, *(sheet.choice(field) for field in PARTNERSHIPS)]


def _assessment_questions(sheet: Sheet) -> list[Question]:
    return [sheet.question("valutazione"), sheet.choice("valutazione_impatto")]


def _contact_questions(sheet: Sheet) -> list[Question]:
    heading = Question(sheet.label("riferimenti"), [], [])
    return [heading, sheet.question("referente"), *sheet.contact_questions()]


QUESTIONS: Mapping[str, Asking] = {
    "cooperative": _open("cooperativa", "logo", "regione", "citta"),
    "type": _closed("tipologia"),
    "name": _open("nome_progetto"),
    "scope": _closed("ambito"),
    "partnership": _partnership_questions,
    "funding": _closed("finanziamento"),
    "description": _open("descrizione"),
    "innovation": _open("elementi_innovazione"),
    "assessment": _assessment_questions,
    "contacts": _contact_questions,
    "photos": _open("foto"),
}
"""The questions of each section; a heading is a question without an answer."""


def _two_columns(question: Question) -> list[Row]:
    return [row(question.label, question.prompt + question.answer)]


def _above(question: Question) -> list[Row]:
    return [row(question.label + question.prompt), row(question.answer)]


def _above_apart(question: Question) -> list[Row]:
    return [row(question.label), *([row(question.prompt)] if question.prompt else []), row(question.answer)]


def _asked(set_out: Callable[[Question], list[Row]], wide: int) -> Sections:
    """Every question set out in the same way, in rows of so many columns."""

    def section(name: str) -> Section:
        return lambda sheet: [line for question in QUESTIONS[name](sheet) for line in set_out(question)]

    made: dict[str, Section] = {name: section(name) for name in GRID if name != "notes"}
    made["notes"] = lambda sheet: [row(slot(sheet.said(blank.NOTES), wide))]
    return made


def _boxes_apart(sheet: Sheet, field: str, right: bool) -> list[Row]:
    """Label, box and words in three columns, an option a row; the box on the left or on the right."""
    rows = []
    label = sheet.label(field) + sheet.prompt(field)
    for number, (box, option) in enumerate(sheet.boxed(field)):
        first = slot([] if number else label, 1, "continue" if number else "restart")
        rows.append(row(first, option, box) if right else row(first, box, option))
    return rows or [row(label, [], [])]


def _boxed(right: bool) -> Sections:
    def section(*fields: str) -> Section:
        return lambda sheet: [line for field in fields for line in _boxes_apart(sheet, field, right)]

    def assessment(sheet: Sheet) -> list[Row]:
        return _long(sheet, "valutazione") + _boxes_apart(sheet, "valutazione_impatto", right)

    def partnership(sheet: Sheet) -> list[Row]:
        return [row(slot(sheet.label("partnership"), 3)), *section(*PARTNERSHIPS)(sheet)]

    return {
        **GRID,
        "type": section("tipologia"),
        "scope": section("ambito"),
        "partnership": lambda sheet: [
            row(slot(sheet.label("partnership"), 3)),
            *section(*PARTNERSHIPS)(sheet),
        ],
        "funding": section("finanziamento"),
        "assessment": assessment,
    }


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


def _cooperative_in_a_row(sheet: Sheet) -> list[Row]:
    """The labels in one row, the answers in the row below."""
    asked = [sheet.question(field) for field in ("cooperativa", "logo", "regione", "citta")]
    return [row(*(one.label for one in asked)), row(*(one.answer for one in asked))]


def _contacts_in_a_row(sheet: Sheet) -> list[Row]:
    asked = [sheet.question("referente"), *sheet.contact_questions()]
    return [
        row(slot(sheet.label("riferimenti"), len(asked))),
        row(*(one.label for one in asked)),
        row(*(one.answer for one in asked)),
    ]


def _partnership_matrix(sheet: Sheet) -> list[Row]:
    """Partners down, the two groups across, a box in each crossing."""
    columns = [sheet.boxed(field) for field in PARTNERSHIPS]
    rows = [row(sheet.label("partnership"), *(sheet.label(field) for field in PARTNERSHIPS))]
    for (first, partner), (second, _) in zip(*columns, strict=True):
        rows.append(row(partner, first, second))
    return rows


def _type_matrix(sheet: Sheet) -> list[Row]:
    """The options across, their boxes in the row below."""
    pairs = sheet.boxed("tipologia")
    return [
        row(sheet.label("tipologia"), *(option for _, option in pairs)),
        row([], *(box for box, _ in pairs)),
    ]


LAYOUTS: Mapping[str, Layout] = {
    "original": _in_tables(GRID),
    "one-table": _in_one_table(GRID),
    "partnership-rows": _in_tables({**GRID, "partnership": _partnership_rows}),
    "partnership-stacked": _in_tables({**GRID, "partnership": _partnership_stacked}),
    "partnership-columns": _in_one_table({**GRID, "partnership": _partnership_columns}),
    "options-nested": _in_tables({**GRID, **NESTED}),
    "options-on-a-line": _in_tables({**GRID, **_lined("\t")}),
    "options-on-a-spaced-line": _in_tables({**GRID, **_lined("     ")}),
    "two-columns": _in_one_table(_asked(_two_columns, 2)),
    "two-columns-apart": _in_tables(_asked(_two_columns, 2)),
    "labels-above": _in_one_table(_asked(_above, 1)),
    "labels-above-apart": _in_tables(_asked(_above_apart, 1)),
    "labels-in-a-row": _in_tables(
        {**GRID, "cooperative": _cooperative_in_a_row, "contacts": _contacts_in_a_row}
    ),
    "boxes-left": _in_one_table(_boxed(right=False)),
    "boxes-right": _in_tables(_boxed(right=True)),
    "empty-rows": _in_tables(_padded(GRID, above=True, right=False)),
    "empty-column": _in_one_table(_padded(GRID, above=False, right=True)),
    "paragraphs": partial(_paragraphs, below=False, between=""),
    "paragraphs-below": partial(_paragraphs, below=True, between=""),
    "paragraphs-lined": partial(_paragraphs, below=False, between="\t"),
}
"""Every one of these a person reads without a second thought."""

FAR: Mapping[str, Layout] = {
    "matrix": _in_tables({**GRID, "partnership": _partnership_matrix}),
    "matrix-type": _in_tables({**GRID, "type": _type_matrix}),
}
"""Layouts that people make who draw the form anew; not drawn unless asked for."""
