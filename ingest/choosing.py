"""The value of a choice field: which options its boxes say, and when that is a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.record import Finding, Value, finding
from parsers.answers import Answer, Choice
from parsers.document import State
from parsers.form import Field, Kind

YES = "yes"


def choose(field: Field, answer: Answer) -> tuple[Value, tuple[Finding, ...]]:
    """The value of a choice field, with a finding where the boxes leave a doubt.

    A box that is unsure counts as not ticked; where one answer is allowed, none is then given.
    """
    ticked = _codes(field, answer.choices, State.TICKED)
    doubts = tuple(_doubts(field, answer, ticked))
    if field.kind is Kind.ANY_OF:
        return ticked, doubts
    if len(ticked) > 1:
        labels = "; ".join(_label(field, code) for code in ticked)
        return None, (finding("too-many-choices", field.id, answer.place, choices=labels), *doubts)
    if len(ticked) != 1 or _codes(field, answer.choices, State.UNSURE):
        return None, doubts
    return (ticked[0] == YES if field.kind is Kind.YES_NO else ticked[0]), doubts


def raw(answer: Answer) -> str:
    """The boxes that say something, as they stand, joined by ``; ``."""
    return "; ".join(choice.raw for choice in answer.choices if choice.state is not State.EMPTY)


def _codes(field: Field, choices: Iterable[Choice], state: State) -> tuple[str, ...]:
    """The codes of the options in that state, in the form's order."""
    found = {choice.option for choice in choices if choice.state is state}
    return tuple(option.code for option in field.options if option.code in found)


def _doubts(field: Field, answer: Answer, ticked: tuple[str, ...]) -> Iterator[Finding]:
    unsure = [
        choice
        for choice in answer.choices
        if choice.doubt or (choice.state is State.UNSURE and choice.option not in ticked)
    ]
    if unsure:
        # A judgement is made of a group as a whole; what it came to is what a person has to check.
        shown = [choice for choice in unsure if choice.state is not State.EMPTY] or unsure
        labels = "; ".join(dict.fromkeys(_label(field, choice.option) for choice in shown))
        why = next((choice.doubt for choice in unsure if choice.doubt), "")
        place = next((choice.place for choice in unsure if choice.place), answer.place)
        yield finding("ambiguous-mark", field.id, place, choices=labels, doubt=why)


def _label(field: Field, code: str) -> str:
    return next((" ".join(option.label.split()) for option in field.options if option.code == code), code)
