"""Ticks typed over boxes, or set right above them as office programs print small letters over a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import Box, State
from parsers.pdf.drawn.inside import is_empty_box
from parsers.pdf.objects import Rule, Sign, Way, Word, holds, letter_middle, middle

_FROM, _TO = 0.7, 1.7
"""How far over its box a tick stands, from baseline to baseline, in font sizes."""

_FAR = 4.5
"""The same for the text of a drawn box at the most."""

_ALIGNED = 0.15
"""How far out of line the two may stand, in font sizes."""

_BESIDE = 4.0
"""How near to a box its words stand at the most, in font sizes."""

_WIDE = float("inf")

_CLEAR = 0.5
"""By how much farther from a tick the next words stand than from its box, in font sizes."""

_LEVEL = 0.4
"""By how much the baselines of one line differ at the most, in font sizes."""

_IN_ONE_GO = 3
"""Up to how many characters, as the library counts, lie between words that were set one after the other."""


def overtyped(words: list[Word], signs: list[Sign], rules: Sequence[Rule]) -> tuple[list[Word], list[Sign]]:
    """The words and boxes, with each tick that was typed over a box, or stands above it, made one with it.

    No ruling line parts a tick from its box.
    """
    ticks = [word for word in words if len(word.text) == 1 and _is_tick(word)]
    if not ticks:
        return words, signs
    boxes = [word for word in words if is_empty_box(word)]
    changed: dict[int, Word | None] = {}
    for tick in ticks:
        under = next((box for box in boxes if _covers(tick, box)), None)
        if under is not None:
            changed[id(tick)] = None
            changed[id(under)] = replace(under, look=State.TICKED)
    # What lies in a box that is no character is that one's: see `pdf.viewer.ink`.
    rest = [
        tick
        for tick in ticks
        if id(tick) not in changed and not any(holds(sign.box, *letter_middle(tick)) for sign in signs)
    ]
    empty = [_of_word(box) for box in boxes if id(box) not in changed]
    empty += [_of_sign(sign) for sign in signs if sign.state is State.EMPTY]
    states = _raised(rest, empty, words, rules)
    for tick, (box, state) in states:
        changed[id(tick)] = None
        if isinstance(box.token, Word):
            changed[id(box.token)] = replace(box.token, look=state)
    own = {id(box.token): state for _, (box, state) in states}
    kept = [changed.get(id(word), word) for word in words]
    return [word for word in kept if word is not None], [_with_state(sign, own) for sign in signs]


def _with_state(sign: Sign, states: dict[int, State]) -> Sign:
    state = states.get(id(sign))
    if state is None:
        return sign
    return replace(sign, state=state, raw="☒") if state is State.TICKED else replace(sign, state=state)


def _is_tick(word: Word) -> bool:
    look = marks.glyph(word.text, word.style.font)
    return word.text in "xXvV×√" or (look is not None and look.state is State.TICKED and not look.boxed)


def _covers(tick: Word, box: Word) -> bool:
    """Whether the two lie one over the other and not beside one another."""
    across = abs(middle(tick.box)[0] - middle(box.box)[0])
    return across < 0.3 * box.style.size and abs(tick.baseline - box.baseline) < 0.4 * box.style.size


@dataclass(frozen=True, slots=True)
class _Empty:
    """An empty box, as a character or drawn."""

    token: Word | Sign
    box: Box
    baseline: float
    size: float


def _of_word(word: Word) -> _Empty:
    return _Empty(word, word.box, word.baseline, word.style.size)


def _of_sign(sign: Sign) -> _Empty:
    return _Empty(sign, sign.box, sign.box[3], sign.box[3] - sign.box[1])


def _raised(
    ticks: Sequence[Word], boxes: Sequence[_Empty], words: Sequence[Word], rules: Sequence[Rule]
) -> list[tuple[Word, tuple[_Empty, State]]]:
    """The ticks that stand above a box, each with the box and what that says.

    Below another box a tick might be that one's: then it is this one's only where others on the page
    plainly stand above theirs, and else a doubt.
    """
    upright = [rule for rule in rules if rule.way is Way.DOWN]
    rules = [rule for rule in rules if rule.way is Way.ACROSS]
    found = [(tick, _below(tick, words, boxes, upright)) for tick in ticks]
    pairs = [
        (tick, box) for tick, box in found if box is not None and not _parted(_of_word(tick), box, rules)
    ]
    lone = [not any(_might_be(_of_word(tick), one, rules) for one in boxes) for tick, _ in pairs]
    states = [State.TICKED if sure or any(lone) else State.UNSURE for sure in lone]
    return [(tick, (box, state)) for (tick, box), state in zip(pairs, states, strict=True)]


def _below(
    tick: Word, words: Sequence[Word], boxes: Sequence[_Empty], upright: Sequence[Rule]
) -> _Empty | None:
    """The box with words beside it that a tick stands right above that is no part of its own line.

    A program that sets the text of a drawn box where the box's words begin puts it lines above.
    """
    over = [box for box in boxes if _is_above(tick.box, tick.baseline, box, _FAR)]
    for box in sorted(over, key=lambda one: one.baseline):
        beside = _nearest(box, words, upright)
        alone = beside <= _BESIDE * box.size
        alone = alone and _nearest(_of_word(tick), words, upright) > beside + _CLEAR * box.size
        if alone and _is_above(tick.box, tick.baseline, box) and not _is_at_tab(tick, words):
            return box
        if isinstance(box.token, Sign) and not _is_in_flow(tick, words):
            return box
    return None


def _might_be(tick: _Empty, box: _Empty, rules: Sequence[Rule]) -> bool:
    """Whether a tick might as well be that of a box above it."""
    return _is_above(box.box, box.baseline, tick) and not _parted(box, tick, rules)


def _parted(upper: _Empty, lower: _Empty, rules: Sequence[Rule]) -> bool:
    x = middle(lower.box)[0]
    return any(
        rule.start <= x <= rule.end and upper.baseline < rule.at < lower.baseline - 0.5 * lower.size
        for rule in rules
    )


def _is_above(upper: Box, baseline: float, lower: _Empty, most: float = _TO) -> bool:
    out = min(abs(upper[0] - lower.box[0]), abs(middle(upper)[0] - middle(lower.box)[0]))
    high = lower.baseline - baseline
    return out <= _ALIGNED * lower.size and _FROM * lower.size <= high <= most * lower.size


def _nearest(one: _Empty, words: Sequence[Word], upright: Sequence[Rule]) -> float:
    """How far the next word on its level is, to either side up to the line of its cell, in points."""
    x, y = middle(one.box)
    walls = [rule.at for rule in upright if rule.start <= y <= rule.end]
    left = max((at for at in walls if at <= x), default=-_WIDE)
    right = min((at for at in walls if at > x), default=_WIDE)
    gaps = [
        max(word.x0 - one.box[2], one.box[0] - word.x1, 0.0)
        for word in words
        if word is not one.token
        and abs(word.baseline - one.baseline) <= _LEVEL * one.size
        and left < (word.x0 + word.x1) / 2 < right
    ]
    return min(gaps, default=_WIDE)


def _is_at_tab(tick: Word, words: Sequence[Word]) -> bool:
    """Whether a tick was set right after words of its own line, however far from them."""
    return tick.at >= 0 and any(
        _follows(tick, word) and word.x1 <= tick.x0 for word in _on_its_level(tick, words)
    )


def _is_in_flow(tick: Word, words: Sequence[Word]) -> bool:
    """Whether a tick was set in one go with the words beside it, and not laid among them afterwards."""
    if tick.at < 0:
        return True
    return any(
        # What stands by a box of its own line is that one's.
        is_empty_box(word) or _follows(tick, word) or _follows(word, tick)
        for word in _on_its_level(tick, words)
        if word is not tick and max(word.x0 - tick.x1, tick.x0 - word.x1) <= tick.style.size
    )


def _on_its_level(tick: Word, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if abs(word.baseline - tick.baseline) <= _LEVEL * tick.style.size]


def _follows(word: Word, before: Word) -> bool:
    """Whether a word was set right after another one."""
    return 0 <= word.at - before.at - len(before.text) <= _IN_ONE_GO
