"""The order that the form's own words ask for, where a file's pages are out of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from parsers.document import Leaf
from parsers.finding.anchors import Anchor
from parsers.finding.matches import Match
from parsers.layout import Layout, Line

_MOST_TRIED = 6
"""Of so many pages every order is tried."""


@dataclass(frozen=True, slots=True)
class _Share:
    """Which of the questions that the document holds stand on a page: their numbers in the form's order."""

    leaf: Leaf
    questions: tuple[int, ...]
    """As they stand on the page, at least one."""

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last in the form's order."""
        return min(self.questions), max(self.questions)

    def goes_on(self, after: _Share) -> bool:
        """Whether the form goes on here from the end of that page."""
        return _surest(self.questions) - _surest(after.questions[::-1]) in (0, 1)


def page_order(layout: Layout, anchors: Sequence[Anchor], chained: Sequence[Match]) -> tuple[Leaf, ...]:
    """The pages in the form's order; nothing where they are in it, or where no order of pages is the form's.

    A page begins where the one before it ends, in the form's order, but where people moved sections: these
    begin and end within pages. `chained` are the form's words in reading order.
    """
    if len(chained) < 2 or layout.lines[chained[0].spans[0].line].place.page is None:
        return ()
    middles = dict(layout.folds)
    shares = _shares(layout.lines, anchors, chained, middles)
    wanted = _wanted(shares)
    if wanted == shares:
        return ()
    given = list(dict.fromkeys(_leaf(line, middles) for line in layout.lines))
    return tuple(_with_others(given, [share.leaf for share in shares], [share.leaf for share in wanted]))


def _surest(questions: Sequence[int]) -> int:
    """The first question, but for a lone one away from its neighbours: that is quoted, or by chance."""
    lone = len(questions) > 2 and abs(questions[0] - questions[1]) > 1 >= abs(questions[1] - questions[2])
    return questions[1] if lone else questions[0]


def _leaf(line: Line, middles: dict[int, float]) -> Leaf:
    page = line.place.page or 0
    middle = middles.get(page)
    return (page, middle is not None and line.place.box is not None and line.place.box[0] >= middle)


def _shares(
    lines: Sequence[Line], anchors: Sequence[Anchor], chained: Sequence[Match], middles: dict[int, float]
) -> list[_Share]:
    """What stands on each page that holds words of the form, as the pages are in the document."""
    begins = _beginnings(anchors)
    met = sorted({begins[match.anchor.order] for match in chained})
    numbers = {order: number for number, order in enumerate(met)}
    found: dict[Leaf, list[int]] = {}
    for match in chained:
        leaf = _leaf(lines[match.spans[0].line], middles)
        found.setdefault(leaf, []).append(numbers[begins[match.anchor.order]])
    return [_Share(leaf, tuple(questions)) for leaf, questions in found.items()]


def _beginnings(anchors: Sequence[Anchor]) -> dict[int, int]:
    """For each anchor the first one of its question: options may stand in any order."""
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for anchor in anchors:
        name = anchor.block or (anchor.fields[0] if anchor.fields else "")
        found[anchor.order] = first.setdefault(name, anchor.order) if name else anchor.order
    return found


def _wanted(shares: list[_Share]) -> list[_Share]:
    """The pages as the form goes on from one to the next; as they are, if in doubt."""
    breaks = _breaks(shares)
    if not breaks:
        return shares
    wanted = sorted(shares, key=lambda share: share.reach)
    if all(one.reach[1] <= two.reach[0] for one, two in pairwise(wanted)):
        return wanted
    if len(shares) > _MOST_TRIED:
        return shares
    best = min(map(list, permutations(shares)), key=lambda order: (_breaks(order), order[0].reach))
    # One break may be the border of a section that was moved.
    return best if _breaks(best) < min(breaks, 2) else shares


def _breaks(order: Sequence[_Share]) -> int:
    """How many pages do not go on where the one before them ends."""
    return sum(not two.goes_on(one) for one, two in pairwise(order))


def _with_others(given: list[Leaf], met: list[Leaf], wanted: list[Leaf]) -> list[Leaf]:
    """All pages: those without a word of the form stay behind the page that they follow.

    But where all were printed last to first, or each sheet's back before its front, they are, too.
    """
    swapped = [leaf for at in range(0, len(given), 2) for leaf in given[at : at + 2][::-1]]
    for order in (given[::-1], swapped):
        if [leaf for leaf in order if leaf in met] == wanted:
            return order
    before: list[Leaf] = []
    after: dict[Leaf, list[Leaf]] = {}
    behind = before
    for leaf in given:
        if leaf in met:
            behind = after.setdefault(leaf, [])
        behind.append(leaf)
    return [*before, *(leaf for page in wanted for leaf in after[page])]
