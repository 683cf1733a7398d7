"""What may stand among a group's options, as events in reading order: signs, options, foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.document import Mark, Method, Place, State
from parsers.finding.matches import Match, Span
from parsers.layout import Line

_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark, or letters typed in place of one, with where it stands."""

    span: Span
    state: State
    boxed: bool
    mark: Mark | None
    doubtful: bool = False
    """Whether it might as well be another option's, or mean something else."""
    denied: bool = False
    """Whether it says no in so many words: "NO" typed beside the option, a tick under "NO"."""
    worded: bool = False
    """Whether it is an empty box with "yes" beside it: the word's own box, or a tick that was written."""

    @property
    def drawn(self) -> bool:
        """Whether it is a box of its own; brackets that are typed around an X are none."""
        return self.boxed and self.mark is not None and self.mark.method is not Method.TYPED_MARK

    def lies_over(self, others: Iterable[Sign]) -> bool:
        """Whether it is drawn over the box of one of the others; apart from them it is a box itself."""
        if self.mark is None or self.mark.method not in (Method.DRAWING, Method.INK):
            return False
        own = self.mark.place
        places = [other.mark.place for other in others if other is not self and other.mark is not None]
        return own.box is None or any(_meet(own, place) for place in places)


def _meet(one: Place, two: Place) -> bool:
    """Whether two places on pages lie over one another; so may any whose box is not known."""
    if one.box is None or two.box is None:
        return True
    across = one.box[0] < two.box[2] and two.box[0] < one.box[2]
    return one.page == two.page and across and one.box[1] < two.box[3] and two.box[1] < one.box[3]


@dataclass(frozen=True, slots=True)
class Word:
    """A "yes" or a "no"."""

    span: Span
    yes: bool


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words among the options that are none of them."""

    span: Span


Event = Sign | Match | Foreign


def gap(line: Line, first: Event | Word, second: Event | Word) -> int:
    """How far two neighbours of a line are apart; a tab is wider than any blank, a break than tabs."""
    start = first.end[1] if isinstance(first, Match) else first.span.end
    end = second.position[1] if isinstance(second, Match) else second.span.start
    between = line.text[start:end]
    blanks = max(map(len, _WORDS.split(between)))
    return blanks + 100 * between.count("\t") + 10_000 * between.count("\n")
