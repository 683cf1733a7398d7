"""The chain of places that explains most of a form in its own order, each of its words once.

A document in the form's order is one chain; where sections were moved, a step back is taken at a cost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

from parsers.finding.matches import Match

STEP_BACK = 2.5
"""What a step back in the form's order costs: about one label, so that a moved section is followed
and a quoted label is not."""
STEP_ASIDE = 0.4
"""What a step back costs among groups with the same options."""
NOTED = 0.25
"""How much of it counts that the heading of a note was found where the words are a question's, too."""
_Chain = tuple[float, int]
"""What a chain explains, and the index of its last match."""


def chain(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that together explain most of the form, each anchor once, in reading order.

    A longest chain by weight: going on in the form's order is free, a step back costs STEP_BACK.
    """
    matches = tuple(matches)
    best: list[_Chain] = []
    start = (0.0, -1)
    by_order = _Forward(start)
    by_block: dict[str, _Chain] = {}
    top = start
    for _, group in groupby(enumerate(matches), key=lambda pair: pair[1].position):
        # Those that begin at one place are rivals: none of them comes after another.
        rivals = list(group)
        asked = len(rivals) > 1 and any(match.anchor.fields for _, match in rivals)
        here = [
            (index, match.anchor.order, match.anchor.block, _gain(match, asked)) for index, match in rivals
        ]
        for _, order, block, gain in here:
            before = max(by_order.before(order), (top[0] - STEP_BACK, top[1]))
            if block in by_block:
                before = max(before, (by_block[block][0] - STEP_ASIDE, by_block[block][1]))
            best.append((before[0] + gain, before[1]))
        for index, order, block, _ in here:
            by_order.add(order, (best[index][0], index))
            if block and best[index][0] > by_block.get(block, start)[0]:
                by_block[block] = (best[index][0], index)
            if best[index][0] > top[0]:
                top = (best[index][0], index)
    return _each_once(_walk(matches, best, top[1]))


def _gain(match: Match, asked: bool) -> float:
    """What a match adds to a chain; `asked` tells whether words of a question begin at its place."""
    return match.gain if match.anchor.fields or not asked else NOTED * match.gain


class _Forward:
    """The best chain that ends before each place in the form's order: asked for at every match.

    Only what no earlier place outdoes is kept in order, so that a search by halves finds it.
    """

    def __init__(self, start: _Chain) -> None:
        self._start = start
        self._known: dict[int, _Chain] = {}
        self._orders: list[int] = []
        self._chains: list[_Chain] = []

    def before(self, order: int) -> _Chain:
        """The best chain that ends at an earlier place."""
        at = bisect_left(self._orders, order)
        return self._chains[at - 1] if at else self._start

    def add(self, order: int, chain: _Chain) -> None:
        """A chain that ends there."""
        # Of two that say as much the earlier stays: questions come before what quotes them.
        if chain[0] <= self._known.get(order, self._start)[0]:
            return
        self._known[order] = chain
        at = end = bisect_left(self._orders, order)
        if at and self._chains[at - 1] > chain:
            return
        while end < len(self._chains) and self._chains[end] < chain:
            end += 1
        self._orders[at:end], self._chains[at:end] = [order], [chain]


def _walk(matches: tuple[Match, ...], best: list[_Chain], at: int) -> Iterator[Match]:
    path: list[Match] = []
    while at >= 0:
        path.append(matches[at])
        at = best[at][1]
    return reversed(path)


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Of each anchor the best place; of places as good the one beside its neighbour in the form."""
    path = tuple(matches)
    orders = [-1, *(match.anchor.order for match in path), -1]
    kept: dict[int, tuple[float, bool, Match]] = {}
    for index, match in enumerate(path, start=1):
        order = match.anchor.order
        beside = orders[index - 1] == order - 1 or orders[index + 1] == order + 1
        known = kept.get(order)
        if known is None or (match.quality, beside) > known[:2]:
            kept[order] = (match.quality, beside, match)
    return tuple(sorted((match for _, _, match in kept.values()), key=lambda match: match.position))
