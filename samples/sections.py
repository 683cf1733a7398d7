"""Sections: how the questions of a part of the form stand in rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from samples import blank
from samples.sheet import Question, Sheet
from samples.wordml import Element, Row, row, slot, table

Section: TypeAlias = Callable[[Sheet], list[Row]]
Sections: TypeAlias = Mapping[str, Section]

PARTNERSHIPS = ("partnership_intenti", "partnership_economica")

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


def partnership_rows(sheet: Sheet) -> list[Row]:
    """Each group a row of its own under the heading."""
    groups = [row(sheet.label(field), sheet.lines(field)) for field in PARTNERSHIPS]
    return [row(slot(sheet.label("partnership"), 2)), *groups]


def partnership_stacked(sheet: Sheet) -> list[Row]:
    """Both groups in one cell, one below the other."""
    stacked = [block for field in PARTNERSHIPS for block in sheet.label(field) + sheet.lines(field)]
    return [row(sheet.label("partnership"), stacked)]


def partnership_columns(sheet: Sheet) -> list[Row]:
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


def lined(between: str) -> Sections:
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


def two_columns(question: Question) -> list[Row]:
    """The label on the left, prompt and answer on the right."""
    return [row(question.label, question.prompt + question.answer)]


def above(question: Question) -> list[Row]:
    """Label and prompt in one row, the answer in the row below."""
    return [row(question.label + question.prompt), row(question.answer)]


def above_apart(question: Question) -> list[Row]:
    """Label, prompt and answer each in a row of its own."""
    return [row(question.label), *([row(question.prompt)] if question.prompt else []), row(question.answer)]


def asked(set_out: Callable[[Question], list[Row]], wide: int) -> Sections:
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


def boxed(right: bool) -> Sections:
    """The choices with every box in a cell of its own, on the right of the words or on the left."""

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
        "partnership": partnership,
        "funding": section("finanziamento"),
        "assessment": assessment,
    }


def cooperative_in_a_row(sheet: Sheet) -> list[Row]:
    """The labels in one row, the answers in the row below."""
    asked = [sheet.question(field) for field in ("cooperativa", "logo", "regione", "citta")]
    return [row(*(one.label for one in asked)), row(*(one.answer for one in asked))]


def contacts_in_a_row(sheet: Sheet) -> list[Row]:
    """Who to ask and how: the labels in one row, the answers in the row below."""
    asked = [sheet.question("referente"), *sheet.contact_questions()]
    return [
        row(slot(sheet.label("riferimenti"), len(asked))),
        row(*(one.label for one in asked)),
        row(*(one.answer for one in asked)),
    ]
