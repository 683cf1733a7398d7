"""What each column of the dataset means: the codebook, and the options with how often each was ticked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pandas import DataFrame

from ingest.texts import Texts
from output.labels import JOIN, Cell, headings
from output.returns import ABOUT
from parsers.form import Field, Form, Kind, Option

COLUMNS = ("name", "heading", "question", "kind", "required", "max_length", "allowed", "codes", "filled")

ALLOWED = {
    Kind.YES_NO: "yes_no",
    Kind.REGION: "regions",
    Kind.MUNICIPALITY: "municipalities",
    Kind.PHONES: "phones",
    Kind.EMAIL: "email",
    Kind.IMAGES: "images",
}
"""The kinds whose allowed values are told by a sentence."""

_ONE = ("too-many-choices", "ambiguous-mark")
_BY_KIND = {
    Kind.ONE_OF: _ONE,
    Kind.YES_NO: _ONE,
    Kind.ANY_OF: ("ambiguous-mark",),
    Kind.REGION: ("unknown-region",),
    Kind.MUNICIPALITY: ("unknown-city",),
    Kind.PHONES: ("invalid-phone",),
    Kind.EMAIL: ("invalid-email", "more-addresses"),
}
"""The findings that answers of a kind can give rise to."""

KINDS = {"id": "count", "findings": "count", "confidence_min": "count", "received_at": "date"}
SHOWN = {"id": "number", "status": "status", "file": "file", "findings": "findings"}
"""The columns about a form that stand in the sheet for people too, and the names of their headings."""


def codebook(codes: DataFrame, form: Form, words: Texts) -> DataFrame:
    """A row a column of `codes` (the sheet for programs), with its share of filled cells in percent."""
    pictures = {field.id for field in form.fields if field.kind is Kind.IMAGES}
    rows = [
        [name, *described, _filled(codes, position, 0 if name in pictures else "")]
        for position, (name, described) in enumerate(
            zip(codes.columns, _columns(form, words), strict=True),
        )
    ]
    return DataFrame(rows, columns=[words.say("column", name) for name in COLUMNS], dtype=object)


def options(ticks: Mapping[tuple[str, str], int], form: Form, words: Texts) -> DataFrame:
    """A row an option of the form: field, code, label, order from 1, count, other spellings.

    `ticks`: how many forms ticked an option, by field and option.
    """
    names = ("field", "label", "option", "option_label", "order", "count", "spellings")
    labels = headings(form, words)
    rows = [
        [
            *(field.id, labels[field.id], option.code, option.label, order),
            ticks.get((field.id, option.code), 0),
            JOIN.join(option.spellings),
        ]
        for field in form.fields
        for order, option in enumerate(field.options, 1)
    ]
    return DataFrame(rows, columns=[words.say("column", name) for name in names], dtype=object)


def _columns(form: Form, words: Texts) -> Iterator[list[Cell]]:
    """What is told of each column after its name, in the order of `COLUMNS` and of the sheet."""
    labels = headings(form, words)
    yield _about("id", words)
    for field in form.fields:
        yield _field(field, labels[field.id], words)
        if field.kind is Kind.ANY_OF:
            yield from (_option(field, option, words) for option in field.options)
    yield from (_about(name, words) for name in ABOUT)


def _field(field: Field, heading: str, words: Texts) -> list[Cell]:
    return [
        heading,
        " ".join([field.label, *field.prompts]),
        words.say("kind", field.kind.value),
        words.say("answer", "yes" if field.required else "no"),
        field.max_length or "",
        _allowed(field, words),
        JOIN.join(_codes(field)),
    ]


def _codes(field: Field) -> Iterator[str]:
    """The findings that an answer can give rise to, but for those that any can."""
    if field.required:
        yield "missing-required"
    yield from _BY_KIND.get(field.kind, ())
    if any(option.exclusive for option in field.options):
        yield "contradictory-choice"
    if any(option.asks_text for option in field.options):
        yield from ("other-without-text", "text-without-other")
    if field.max_length is not None:
        yield "over-length"
    if field.within is not None:
        yield "city-not-in-region"


def _option(field: Field, option: Option, words: Texts) -> list[Cell]:
    no = words.say("answer", "no")
    question = f"{field.label} {option.label}"
    return ["", question, words.say("column_kind", "marked"), no, "", words.say("allowed", "marked"), ""]


def _about(name: str, words: Texts) -> list[Cell]:
    heading = words.say("column", SHOWN[name]) if name in SHOWN else ""
    kind = words.say("column_kind", KINDS.get(name, "text"))
    return [heading, words.say("meaning", name), kind, "", "", "", ""]


def _allowed(field: Field, words: Texts) -> str:
    if field.kind in ALLOWED:
        return words.say("allowed", ALLOWED[field.kind])
    return JOIN.join(f"{option.code} = {option.label}" for option in field.options)


def _filled(codes: DataFrame, position: int, nothing: Cell) -> float:
    """The share in percent of cells that hold neither a blank nor `nothing`."""
    column = list(codes.iloc[:, position])
    filled = sum(cell not in ("", nothing) for cell in column)
    return round(100 * filled / len(column), 1) if column else 0.0
