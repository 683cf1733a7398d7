"""What may stand among a group's options, as events in reading order: signs, options, foreign words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document import Mark, Method, State
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

    @property
    def overlaid(self) -> bool:
        """Whether it is a tick drawn over whatever box is there."""
        return self.mark is not None and self.mark.method in (Method.DRAWING, Method.INK)


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
