"""What the fields of a fillable form have in common, however each is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from samples.fillable_file import Book, literal
from samples.fillable_pages import Blank, Box


@dataclass(frozen=True, slots=True)
class Made:
    """Objects of a form: those that stand on a page, those that the form lists, those that are painted."""

    widgets: Sequence[tuple[int, int]] = ()
    """Page and number."""
    fields: Sequence[int] = ()
    pictures: Sequence[tuple[int, Box, int]] = ()
    """Page, place, and the number of the stream that is shown there."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all fields of a form have in common."""

    book: Book
    rect: Callable[[Box], str]
    """A place as the file counts."""
    fonts: str
    """Resources."""
    state: str = "Yes"
    """The name of a box that is on, as the file writes it."""
    caption: str = "4"
    tooltips: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A box of a question, ticked or not."""

    blank: Blank
    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A text field with what was typed."""

    blank: Blank
    name: str
    text: str


Boxes: TypeAlias = Callable[[Setting, Sequence[Tick]], Made]
"""From the boxes of one question to objects."""
Writes: TypeAlias = Callable[[Setting, Said], Made]


def joined(parts: Sequence[Made]) -> Made:
    """All of it together."""
    return Made(
        [one for part in parts for one in part.widgets],
        [one for part in parts for one in part.fields],
        [one for part in parts for one in part.pictures],
    )


def head_of(setting: Setting, blank: Blank, name: str) -> str:
    """What every widget says first."""
    hint = f"/TU{literal(blank.label)}" if setting.tooltips and blank.label else ""
    turned = f"/R {setting.turn}" if setting.turn else ""
    title = f"/T{literal(name)}" if name else ""
    return (
        f"<</Type/Annot/Subtype/Widget{title}{hint}/F 4/Rect{setting.rect(blank.box)}"
        f"/MK<</BC[0 0 0]/CA({setting.caption}){turned}>>"
    )
