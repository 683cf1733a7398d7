"""The figures people ask for first: how many forms say what, and how completely they were filled in.

Everything is counted in the sheet for programs, so that anyone can count it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pandas import DataFrame

from ingest.texts import Texts
from output.labels import headings
from parsers.form import Field, Form, Kind

COLUMNS = ("section", "entry", "forms", "share")
_PICTURES = 4
"""So many charts stand beside the figures; more would hide each other."""
_BARS = 3
"""A question with fewer answers is told by its numbers."""


@dataclass(frozen=True, slots=True)
class Span:
    """Rows of the summary that belong together: `first` up to and with `last`, from 0."""

    title: str
    first: int
    last: int


def summary(codes: DataFrame, form: Form, words: Texts) -> DataFrame:
    """A row a figure: section, entry, how many forms, their share in percent of all forms.

    `codes` is the sheet for programs. Sections: the state of the forms, every question with closed
    answers, and for each question how many forms answer it.
    """
    rows = [row for section in _sections(codes, form, words) for row in section]
    total = len(codes)
    return DataFrame(
        [[*row, round(100 * row[2] / total, 1) if total else 0.0] for row in rows],
        columns=[words.say("column", name) for name in COLUMNS],
        dtype=object,
    )


def charted(frame: DataFrame, form: Form, words: Texts) -> tuple[Span, ...]:
    """The rows of the summary that a chart shows: the first questions with several answers."""
    titles = list(frame.iloc[:, 0])
    wanted = [headings(form, words)[field.id] for field in form.fields if _is_counted(field)]
    spans = [
        Span(title, titles.index(title), len(titles) - 1 - titles[::-1].index(title))
        for title in wanted
        if title in titles
    ]
    return tuple(span for span in spans if span.last - span.first >= _BARS - 1)[:_PICTURES]


_Row = tuple[str, str, int]


def _sections(codes: DataFrame, form: Form, words: Texts) -> Iterator[list[_Row]]:
    labels = headings(form, words)
    yield _states(codes, words)
    for field in form.fields:
        if _is_counted(field):
            yield _answers(codes, field, labels[field.id], words)
    yield _completeness(codes, form, labels, words)


def _is_counted(field: Field) -> bool:
    return field.kind.is_choice or field.kind is Kind.REGION


def _states(codes: DataFrame, words: Texts) -> list[_Row]:
    states = Counter(codes["status"])
    title = words.say("summary", "states")
    return [(title, words.say("status", state), states[state]) for state in ("ok", "review")]


def _answers(codes: DataFrame, field: Field, title: str, words: Texts) -> list[_Row]:
    rows = [(title, entry, count) for entry, count in _counts(codes, field, words)]
    blank = sum(cell == "" for cell in codes[field.id])
    return [*rows, (title, words.say("summary", "unanswered"), blank)]


def _counts(codes: DataFrame, field: Field, words: Texts) -> Iterator[tuple[str, int]]:
    if field.kind is Kind.ANY_OF:
        for option in field.options:
            yield option.label, sum(cell == 1 for cell in codes[f"{field.id}___{option.code}"])
        return
    counts = Counter(codes[field.id])
    if field.kind is Kind.YES_NO:
        yield words.say("answer", "yes"), counts[1]
        yield words.say("answer", "no"), counts[0]
    elif field.options:
        for option in field.options:
            yield option.label, counts[option.code]
    else:
        for name in sorted(name for name in counts if name != ""):
            yield str(name), counts[name]


def _completeness(codes: DataFrame, form: Form, labels: dict[str, str], words: Texts) -> list[_Row]:
    title = words.say("summary", "completeness")
    return [
        (title, labels[field.id], sum(cell not in _nothing(field) for cell in codes[field.id]))
        for field in form.fields
    ]


def _nothing(field: Field) -> Sequence[object]:
    """What stands in the cell of a form that does not answer: no picture is 0, no "no" is."""
    return ("", 0) if field.kind is Kind.IMAGES else ("",)
