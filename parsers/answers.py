"""What a document says to each field of a form, before anything is normalised or judged."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.document import Image, Leaf, Mark, Method, Place, State


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice field, as found in the document."""

    option: str
    """The option's code."""
    state: State
    mark: Mark | None
    """The mark that decided, where there was one."""
    method: Method
    confidence: float
    raw: str
    """Mark and label as they stand: ``☒Cooperativa tipo A``."""
    place: Place | None
    doubt: str = ""
    """Why the reading is a judgement, where it is one: ``emphasis``, ``conflict`` …"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for one field."""

    field: str
    found: bool
    """Whether the field's label, prompt or options are in the document."""
    text: str
    """What was written, paragraphs and line breaks as line feeds; for a choice field the ticked labels."""
    choices: tuple[Choice, ...]
    images: tuple[Image, ...]
    method: Method
    confidence: float
    place: Place | None
    context: str = ""
    """The cell (or paragraph) as it stands, marks and deleted text included, for the report."""
    struck: str = ""
    """What a tracked change took out, where one did."""
    places: tuple[Place, ...] = ()
    """For pages, everything that it was read from: each paragraph of a text, each tick."""

    @property
    def ticked(self) -> tuple[Choice, ...]:
        """The options that are ticked."""
        return tuple(choice for choice in self.choices if choice.state is State.TICKED)


@dataclass(frozen=True, slots=True)
class Stray:
    """Text that belongs to no field."""

    text: str
    place: Place
    field: str = ""
    """The field it stands by, where that says something."""
    source: str = ""
    """Where outside the main text it stands: ``comment``, ``footnote``, ``endnote``, ``header`` …"""


@dataclass(frozen=True, slots=True)
class Copies:
    """A document that holds the form several times: what was written in the others is kept as strays."""

    read: int
    """Which one was read, from 1."""
    count: int
    filled: int
    """How many have an answer at all."""


@dataclass(frozen=True, slots=True)
class Answers:
    """A document read with one form's definition."""

    form: str
    answers: tuple[Answer, ...]
    """One a field, in the form's order."""
    strays: tuple[Stray, ...]
    explained: float
    """The share of the form's own words that the document holds, 0 to 1."""
    copies: Copies | None = None
    """Where the document holds the form more than once: which one this is."""
    partial: bool = False
    """Whether the document holds only a part of the form, from one question to another."""
    telling: bool = False
    """Whether that part is surely this form's."""
    pages: tuple[Leaf, ...] = ()
    """The order that the form's words ask for, where the pages are in another."""

    @property
    def several(self) -> bool:
        """Whether the document holds the form more than once."""
        return self.copies is not None
