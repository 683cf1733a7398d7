"""A paged file whose pages are out of order, read once more in the order that the form's words ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.answers import Answers
from parsers.document import Document
from parsers.form import Form
from parsers.match import Unmatched, identify
from parsers.readers import read_in_order

_AS_MUCH = 0.05
"""By how much less of the form the pages may hold in another order: a torn label more, say."""


def in_order(
    data: bytes, document: Document, answers: Answers | Unmatched, forms: Sequence[Form]
) -> tuple[Document, Answers | Unmatched]:
    """The document and what it says, in the form's order where that says something else.

    `data` are the bytes that the document was read from. Raises FileError as its reader does.
    """
    if isinstance(answers, Unmatched) or not answers.pages:
        return document, answers
    again = read_in_order(data, answers.pages)
    other = identify(again, forms)
    if isinstance(other, Unmatched) or other.form != answers.form or not _is_better(answers, other):
        return document, answers
    return again, other


def _is_better(given: Answers, other: Answers) -> bool:
    """Whether the other order says something else, and holds as much of the form."""
    as_much = other.explained >= given.explained - _AS_MUCH
    return as_much and sorted(_said(given)) != sorted(_said(other))


def _said(answers: Answers) -> Iterator[tuple[str, ...]]:
    for answer in answers.answers:
        ticked = (choice.option for choice in answer.ticked)
        yield (answer.field, answer.text, str(len(answer.images)), *ticked)
