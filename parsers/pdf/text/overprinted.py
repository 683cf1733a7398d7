"""Lines printed one over the other, as where a text was too long for its field: nobody can read them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.objects import Word
from parsers.pdf.text.tokens import Token

_LEVEL, _OVER = 0.15, 0.7
"""Baselines no further apart than the first, in font sizes, are one line's; than the second, two lines' that
lie over one another."""

_ALIKE = 0.15
"""A figure that is raised is smaller than the words beside it, by more than this share."""

_WITHIN, _LETTERS = 1.0, 2
"""Words of so many letters that lie over one another by so much, in font sizes, are two texts'."""

_SEVERAL = 3
"""Fewer lines that come so near to one another are labels in the midst of their cells."""


def is_overprinted(words: Sequence[Word]) -> bool:
    """Whether lines of a page lie over one another. `words` stand as the page sets them, line after line."""
    found, left = 0, words[0].x0 if words else 0.0
    for last, word in pairwise(words):
        size = last.style.size
        step = abs(word.baseline - last.baseline)
        if step <= _LEVEL * size:
            continue
        alike = abs(word.style.size - size) <= _ALIKE * size
        if step < _OVER * size and alike and left < word.x1 and word.x0 < last.x0:
            found += 1
        left = word.x0
    return found >= _SEVERAL


def unmixed(row: Sequence[Token]) -> list[list[Token]]:
    """A row from the left, or the texts in it one by one where they are printed one over the other.

    Each text goes on to the right for as long as the page sets it.
    """
    words = [token for token in row if isinstance(token, Word) and token.at >= 0]
    if not any(_lies_over(one, two) for one, two in pairwise(words)):
        return [list(row)]
    found: list[list[Token]] = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.at):
        if not found or word.x0 < end - _WITHIN * word.style.size:
            found.append([])
        found[-1].append(word)
        end = word.x1
    placed = {id(word) for word in words}
    found[0] += [token for token in row if id(token) not in placed]
    return [sorted(text, key=lambda token: token.box[0]) for text in found]


def _lies_over(one: Word, two: Word) -> bool:
    over = min(one.x1, two.x1) - two.x0
    return over > _WITHIN * min(one.style.size, two.style.size) and _is_lettered(one) and _is_lettered(two)


def _is_lettered(word: Word) -> bool:
    return sum(map(str.isalnum, word.text)) >= _LETTERS
