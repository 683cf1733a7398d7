"""Letters that were written one by one, or more than once, to words.

Some programs place each letter by itself; some paint a word twice, a little apart, to make it bold or to
give it a shadow; some set an accent as a letter of its own over another one. People see words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.objects import Rule, Way, Word

_LONE = 2
"""Pieces no longer than this are what is left of words that were placed letter by letter."""

_TOUCH = 0.1
"""How far apart two letters of one word may stand, in font sizes."""

_APART = 0.18
"""The same where the file has them one after the other, with no blank between."""

_OVERLAP = 0.3
"""By how much the letters of one word may lie over one another."""

_LEVEL = 0.05
"""By how much their baselines may differ."""

_SHADOW = 0.12
"""How far a letter's second painting may lie from its first, in font sizes."""

_CELL = 4.0
"""Words that begin so near to one another are one and the same, in points."""

ACCENTS = {"`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¨": "\u0308", "ˇ": "\u030c"}
"""Accents that are letters of their own, and those that lie over the letter before them."""

_LEFT, _RIGHT = 0.1, 0.25
"""How far before or behind the beginning of its letter an accent begins, in font sizes."""

_STRUCK, _UNDERLINED = 0.6, 0.35
"""How far above and below the baseline a line may strike letters or underline them, in font sizes."""

_SAME_LINE = 0.6
"""Lines of two letters no further apart than this are one, in points."""

_RAISED = 0.5
"""How far an accent may be raised, in font sizes."""

_OWN_ACCENT = re.compile(f"[{''.join(ACCENTS)}\u0300-\u036f]")
_DOTLESS = {"ı": "i", "ȷ": "j"}


def are_doubled(words: Sequence[Word]) -> bool:
    """Whether some of a page's words begin where others do."""
    half, count = _CELL / 2, len(words)
    return (
        len({(word.x0 // _CELL, word.baseline // _CELL) for word in words}) < count
        or len({((word.x0 + half) // _CELL, (word.baseline + half) // _CELL) for word in words}) < count
    )


def has_accents(text: str) -> bool:
    """Whether an accent stands in a page's text as a letter of its own."""
    return "`" in text or (not text.isascii() and _OWN_ACCENT.search(text) is not None)


def rewritten(letters: Sequence[Word], rules: Sequence[Rule] = ()) -> tuple[Word, ...]:
    """The words that a page's letters make, each letter taken once and with its accent."""
    return merged(_accented(_once(letters)), rules)


def _once(letters: Sequence[Word]) -> list[Word]:
    """The letters without those that were painted again a little apart: what was painted last is seen."""
    kept: list[Word] = []
    places: dict[tuple[str, int, int], list[int]] = {}
    for letter in letters:
        x, y = int(letter.x0 // _CELL), int(letter.baseline // _CELL)
        near = (
            at
            for u in (x - 1, x, x + 1)
            for v in (y - 1, y, y + 1)
            for at in places.get((letter.text, u, v), ())
        )
        again = next((at for at in near if _is_again(letter, kept[at])), None)
        if again is None:
            places.setdefault((letter.text, x, y), []).append(len(kept))
            kept.append(letter)
        else:
            kept[again] = replace(kept[again], style=letter.style)
    return kept


def _is_again(one: Word, two: Word) -> bool:
    """Whether a letter is another one painted anew, and not the next one of the same ligature."""
    reach = _SHADOW * two.style.size
    tied = one.x0 == two.x0 and one.at - two.at == 1
    return not tied and abs(one.x0 - two.x0) <= reach and abs(one.baseline - two.baseline) <= reach


def merged(words: Sequence[Word], rules: Sequence[Rule] = ()) -> tuple[Word, ...]:
    """The words with those made one that were placed letter by letter.

    `rules` are the lines of the page: where one under or through the letters ends, a word ends too.
    """
    joins = [_adjoin(one, two) for one, two in pairwise(words)]
    if not any(joins):
        return tuple(words)
    level = sorted((rule for rule in rules if rule.way is Way.ACROSS), key=_height)
    found: list[Word] = []
    parts: list[Word] = [words[0]]
    for word, joined in zip(words[1:], joins, strict=True):
        if not joined or (level and _is_parted(parts[-1], word, level)):
            found.append(_whole(parts))
            parts = []
        parts.append(word)
    found.append(_whole(parts))
    return tuple(found)


def _height(rule: Rule) -> float:
    return rule.at


def _adjoin(one: Word, two: Word) -> bool:
    """Whether two pieces are letters of one word, one of them at least placed by itself."""
    if min(len(one.text), len(two.text)) > _LONE or two.style != one.style:
        return False
    size, gap = one.style.size, two.x0 - one.x1
    follows = gap <= (_APART if two.at == one.at + len(one.text) else _TOUCH) * size
    level = abs(two.baseline - one.baseline) <= _LEVEL * size
    return -_OVERLAP * size <= gap and follows and level and _is_plain(one) and _is_plain(two)


def _is_parted(one: Word, two: Word, level: Sequence[Rule]) -> bool:
    """Whether one of two pieces is struck or underlined and the other is not: a tracked change, say."""
    size, seam = one.style.size, (one.x1 + two.x0) / 2
    first = bisect_left(level, one.baseline - _STRUCK * size, key=_height)
    last = bisect_left(level, one.baseline + _UNDERLINED * size, key=_height)
    near = [rule for rule in level[first:last] if rule.start < seam + 1 and seam - 1 < rule.end]
    left = [rule.at for rule in near if rule.start < seam - 1]
    right = [rule.at for rule in near if rule.end > seam + 1]
    return any(
        all(abs(here - there) > _SAME_LINE for there in others)
        for some, others in ((left, right), (right, left))
        for here in some
    )


def _is_plain(word: Word) -> bool:
    """Whether a piece is letters, and no sign that stands alone, such as a box."""
    return not word.soft and all(char < "\u2190" or "\ufb00" <= char <= "\uffef" for char in word.text)


def _whole(parts: Sequence[Word]) -> Word:
    if len(parts) == 1:
        return parts[0]
    text = "".join(part.text for part in parts)
    return replace(parts[0], text=text, x1=max(part.x1 for part in parts))


def _accented(letters: Sequence[Word]) -> list[Word]:
    """The letters with each accent put on the one that it lies over."""
    found: list[Word] = []
    following: Word | None = None
    for at, letter in enumerate(letters):
        if following is not None:
            found.append(following)
            following = None
            continue
        base = _base(letter, found[-1:], letters[at + 1 : at + 2]) if _is_accent(letter) else None
        if base is None:
            found.append(letter)
            continue
        whole = replace(base, text=_composed(base.text, letter.text))
        if found and base is found[-1]:
            found[-1] = whole
        else:
            following = whole
    return found


def _is_accent(word: Word) -> bool:
    return word.text in ACCENTS or unicodedata.combining(word.text[0]) > 0


def _base(accent: Word, before: Sequence[Word], after: Sequence[Word]) -> Word | None:
    """The letter that an accent lies over, or None: one that takes no room follows its letter."""
    fit = [one for one in (*before, *after) if _composed(one.text, accent.text) and _lies_over(accent, one)]
    if accent.text in ACCENTS:
        return min(fit, key=lambda one: abs(one.x0 - accent.x0), default=None)
    return next(iter(fit), None)


def _composed(base: str, accent: str) -> str:
    """The one character that a letter and an accent are together, or nothing."""
    letter = _DOTLESS.get(base, base)
    whole = unicodedata.normalize("NFC", letter + ACCENTS.get(accent, accent)) if letter.isalpha() else ""
    return whole if len(whole) == 1 else ""


def _lies_over(accent: Word, base: Word) -> bool:
    size = base.style.size
    if abs(accent.baseline - base.baseline) > _RAISED * size:
        return False
    if accent.text in ACCENTS:
        return -_LEFT * size <= accent.x0 - base.x0 <= _RIGHT * size
    return base.x0 - 0.2 * size <= accent.x0 <= base.x1 + 0.2 * size
