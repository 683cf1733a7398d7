"""What speaks for a place of the form's words by what stands near it: prompts near their labels, say."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from parsers.finding.anchors import Role
from parsers.finding.matches import Match
from parsers.finding.surroundings import is_amid
from parsers.keys import without_references
from parsers.layout import Line

TWICE = 0.75
"""From this quality on, a label is looked for a second time, or for its prompt."""
LONG = 100
"""From this length on, a key is nobody's chance wording."""
NEAR = 3
"""How many lines on the form's next words are looked for."""
FAR = 20
"""How many lines back the last words before a prompt are looked for."""
_HEADS = (Role.LABEL, Role.SECTION, Role.PROMPT)


def supported(matches: Iterable[Match], lines: tuple[Line, ...]) -> tuple[Match, ...]:
    """In reading order, without short titles and notes that stand alone and prompts that were quoted.

    People use such words too. A label whose prompt or options stand elsewhere loses some quality.
    """
    found = tuple(sorted(matches, key=attrgetter("spans")))
    support = _Support(found, lines)
    return tuple(support.weighed(match) for match in found if support.keeps(match))


class _Support:
    def __init__(self, found: tuple[Match, ...], lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._at: dict[int, list[int]] = {}
        """The lines where each anchor stands, by its order."""
        for match in found:
            self._at.setdefault(match.anchor.order, []).append(match.spans[0].line)
        titles = {match.spans for match in found if match.anchor.role is Role.TEXT}
        self._labelled = {
            match.anchor.order
            for match in found
            if match.anchor.role is Role.LABEL and match.quality >= TWICE and match.spans not in titles
        }
        self._asked = {m.anchor.order for m in found if m.anchor.role in (Role.PROMPT, Role.OPTION)}
        self._own: dict[int, list[int]] = {}
        """Where the form's own heads end, by line."""
        for match in found:
            if match.anchor.role in _HEADS:
                for span in match.spans:
                    self._own.setdefault(span.line, []).append(span.end)

    def keeps(self, match: Match) -> bool:
        """Whether a place counts at all."""
        order, role = match.anchor.order, match.anchor.role
        if role is Role.PROMPT:
            return not self._is_quoted(match)
        if role is Role.SECTION:
            return self._near(match, order + 1)
        if role is not Role.TEXT:
            return True
        alone = len(match.anchor.keys[0]) >= LONG and not is_amid(self._lines, match.spans[0].line, "")
        return alone or self._near(match, order - 1, order + 1)

    def _is_alone(self, match: Match) -> bool:
        return len(set(self._at[match.anchor.order])) == 1

    def weighed(self, match: Match) -> Match:
        """A label whose prompt or options stand elsewhere is somebody's word, or a table of contents."""
        following = match.anchor.order + 1
        if match.anchor.role is not Role.LABEL or following not in self._asked:
            return match
        if self._near(match, following) and not self._is_beaten(match, following):
            return match
        return match._replace(quality=0.85 * match.quality)

    def _near(self, match: Match, *orders: int) -> bool:
        here = match.spans[0].line
        return any(abs(at - here) <= NEAR for order in orders for at in self._at.get(order, ()))

    def _is_beaten(self, label: Match, following: int) -> bool:
        """Whether the same label stands nearer to all of its prompts or options near by."""
        here = label.spans[0].line
        others = [at for at in self._at.get(label.anchor.order, ()) if at != here]
        close = [at for at in self._at.get(following, ()) if abs(at - here) <= NEAR]
        return all(any(here < other <= at for other in others) for at in close)

    def _is_quoted(self, prompt: Match) -> bool:
        """Whether a prompt follows somebody's words, and its label is there without it."""
        if prompt.anchor.order - 1 not in self._labelled:
            return False
        line, start = self._lines[prompt.spans[0].line], prompt.spans[0].start
        if _letters(line.text[:start]):
            ends = [end for end in self._own.get(line.index, ()) if end <= start]
            return _letters(line.text[max(ends, default=0) : start])
        if (
            len(prompt.anchor.keys[0]) >= LONG
            and line.key == prompt.anchor.keys[0]
            and self._is_alone(prompt)
        ):
            # Somebody wrote above it: nobody quotes a whole line that stands nowhere else.
            return False
        previous = reversed(self._lines[max(0, line.index - FAR) : line.index])
        above = next((other for other in previous if other.key), None)
        if above is None or above.spot is not line.spot:
            return False
        return _letters(above.text[max(self._own.get(above.index, ()), default=0) :])


def _letters(text: str) -> bool:
    """Whether somebody's words stand there: more than a number or a sign."""
    return sum(map(str.isalnum, without_references(text))) > 3
