"""Ruling lines that words run across: no boundary of a cell there.

A table wider than the cell it stands in is printed over that cell's border, and its own lines
are cut off there. The border would part the wider table's words from one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parsers.pdf.objects import Rule, Way, Word

_OVER = 2.0
"""How far a word must reach beyond a rule on both sides to run across it, in points."""

_NEAR = 1.5
_LETTERS = re.compile(r"\w[^\W_]")
"""Dots and lines to write on run over many a border; they say nothing."""


@dataclass(frozen=True, slots=True)
class _Crossing:
    """A word that runs across an upright rule."""

    at: float
    """The rule's distance from the left."""
    y: float
    reach: float
    """Where the word ends."""
    word: Word


def uncrossed(rules: Sequence[Rule], words: Iterable[Word]) -> tuple[Rule, ...]:
    """The rules as they would be if no cell cut a table off.

    A border that level rules end at is moved to where the words find room; of any other that a
    word runs across, the part beside that word is left out.
    """
    words = tuple(words)
    crossings = _crossings(rules, words)
    if len(crossings) == 1 and _was_typed(crossings[0], words):
        crossings = []
    if not crossings:
        return tuple(rules)
    found = list(rules)
    for x in sorted({crossing.at for crossing in crossings}):
        here = [crossing for crossing in crossings if crossing.at == x]
        over = [crossing for crossing in here if _is_cut_off(crossing, rules)]
        found = _moved(found, x, over) if over else _parted(found, here)
    return tuple(found)


def _crossings(rules: Sequence[Rule], words: Iterable[Word]) -> list[_Crossing]:
    wide = [
        (word.x0 + _OVER, word.x1 - _OVER, word.baseline - 0.3 * word.style.size, word)
        for word in words
        if word.x1 - word.x0 > 2 * _OVER and _LETTERS.search(word.text)
    ]
    upright: dict[float, list[Rule]] = {}
    for rule in rules:
        if rule.way is Way.DOWN:
            upright.setdefault(rule.at, []).append(rule)
    return [
        _Crossing(x, y, end + _OVER, word)
        for x, some in upright.items()
        for start, end, y, word in wide
        if start < x < end and any(rule.start < y < rule.end for rule in some)
    ]


def _was_typed(crossing: _Crossing, words: Sequence[Word]) -> bool:
    """Whether the one word that runs over its cell's border was put there after the page was printed."""
    mine = crossing.word
    beyond = any(
        other.x0 > crossing.at and abs(other.baseline - mine.baseline) < mine.style.size for other in words
    )
    below = mine.baseline + 2 * mine.style.size
    late = any(0 <= other.at < mine.at and other.baseline > below for other in words)
    return late and not beyond and mine.x0 + mine.x1 < 2 * crossing.at


def _is_cut_off(crossing: _Crossing, rules: Sequence[Rule]) -> bool:
    """Whether the level rule above or below the word comes from the left and ends at the border."""
    met = [rule for rule in rules if rule.way is Way.ACROSS and _meets(rule, crossing.at)]
    above = max((rule.at for rule in met if rule.at <= crossing.y), default=None)
    below = min((rule.at for rule in met if rule.at > crossing.y), default=None)
    return any(
        all(rule.end <= crossing.at + _NEAR for rule in met if abs(rule.at - height) < _NEAR)
        for height in (above, below)
        if height is not None
    )


def _meets(rule: Rule, x: float) -> bool:
    return rule.start - _NEAR <= x <= rule.end + _NEAR


def _moved(rules: Sequence[Rule], x: float, crossings: Sequence[_Crossing]) -> list[Rule]:
    """The rules with the border at `x` moved to the right, and the level rules that end at it made longer."""
    heights = [crossing.y for crossing in crossings]
    border = [
        rule for rule in rules if _is_border(rule, x) and any(rule.start < y < rule.end for y in heights)
    ]
    if not border:
        # It was moved already, with the one right beside it.
        return list(rules)
    top, bottom = min(rule.start for rule in border), max(rule.end for rule in border)
    reach = max(crossing.reach for crossing in crossings)
    target = min(
        (
            rule.at
            for rule in rules
            if rule.way is Way.DOWN
            and rule.at > max(x + 3 * _NEAR, reach - 2 * _OVER)
            and any(rule.start < y < rule.end for y in heights)
        ),
        default=reach + _OVER,
    )
    found = []
    for rule in rules:
        inside = top - _NEAR <= rule.start and rule.end <= bottom + _NEAR
        if _is_border(rule, x) and inside:
            found.append(replace(rule, at=target))
        elif (
            rule.way is Way.ACROSS and top - _NEAR <= rule.at <= bottom + _NEAR and abs(rule.end - x) <= _NEAR
        ):
            found.append(replace(rule, end=target))
        else:
            found.append(rule)
    return found


def _is_border(rule: Rule, x: float) -> bool:
    return rule.way is Way.DOWN and abs(rule.at - x) <= _NEAR


def _parted(rules: Sequence[Rule], crossings: Sequence[_Crossing]) -> list[Rule]:
    """The rules without the parts beside the words, from one level rule to the next."""
    found = list(rules)
    for crossing in crossings:
        level = [rule.at for rule in rules if rule.way is Way.ACROSS and _meets(rule, crossing.at)]
        kept = []
        for rule in found:
            if rule.way is Way.DOWN and rule.at == crossing.at and rule.start < crossing.y < rule.end:
                top = max((y for y in level if y <= crossing.y), default=rule.start)
                bottom = min((y for y in level if y > crossing.y), default=rule.end)
                parts = ((rule.start, top), (bottom, rule.end))
                kept += [replace(rule, start=one, end=two) for one, two in parts if two - one > _NEAR]
            else:
                kept.append(rule)
        found = kept
    return found
