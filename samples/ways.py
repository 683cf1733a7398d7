"""What a way of ticking is: a box, and how its words are dressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from samples.wordml import Element, run

Box: TypeAlias = Callable[[bool], list[Element]]
Words: TypeAlias = Callable[[bool, str], list[Element]]


def _plain_words(ticked: bool, label: str) -> list[Element]:
    return [run(label)]


def _always(ticked: bool) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Way:
    """A way of ticking."""

    box: Box
    """The box, empty or ticked; nothing where there is none."""
    words: Words = _plain_words
    """The option's words, in the dress that its being chosen or not gives them."""
    shown: Callable[[bool], bool] = _always
    """Whether an option so answered is left in the document."""
    numbering: tuple[str, str] | None = None
    """The lists whose bullets are the box, empty and ticked; see `BULLETS`."""
