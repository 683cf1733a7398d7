"""How a page dresses its words: what is drawn under, through and behind them."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.document import Box, Emphasis
from parsers.pdf.objects import Rule, Way, Word, middle


@dataclass(frozen=True, slots=True)
class Dress:
    """What is drawn under, through and behind the text of a page."""

    rules: tuple[Rule, ...]
    """Level rules that are no table's."""
    tints: tuple[Box, ...]

    def of(self, word: Word, line: Box) -> Emphasis:
        """How the page dresses a word of a line."""
        dress = Emphasis.BOLD if word.style.bold else Emphasis.NONE
        if word.style.coloured:
            dress |= Emphasis.COLOURED
        if word.dress is not Emphasis.NONE:
            dress |= word.dress
        for rule in self.rules:
            below = (rule.at - word.baseline) / word.style.size
            if -0.5 < below < 0.38 and _runs_along(rule, word, line):
                if below > 0:
                    dress |= Emphasis.UNDERLINED
                elif below < -0.15:
                    dress |= Emphasis.STRUCK
        if word.style.coloured and Emphasis.STRUCK in dress:
            # Office programs show what a tracked change took out so: struck, in its author's colour.
            dress |= Emphasis.DELETED
        if self.tints and any(_marks(tint, word, line) for tint in self.tints):
            dress |= Emphasis.HIGHLIGHTED
        return dress


def _runs_along(rule: Rule, word: Word, line: Box) -> bool:
    """Whether a rule runs along the word and belongs to its line, not to a table."""
    if not line[0] - 3 <= rule.start or not rule.end <= line[2] + 3 or rule.way is not Way.ACROSS:
        return False
    return min(rule.end, word.x1) - max(rule.start, word.x0) > 0.6 * (word.x1 - word.x0)


def _marks(tint: Box, word: Word, line: Box) -> bool:
    """Whether a coloured area lies behind the word and ends with its line."""
    x, y = middle(word.box)
    over = tint[0] <= x <= tint[2] and tint[1] <= y <= tint[3]
    return (
        over
        and line[0] - 4 <= tint[0]
        and tint[2] <= line[2] + 4
        and tint[3] - tint[1] < 2.5 * word.style.size
    )


PLAIN = Dress((), ())
