"""Lines printed one over the other, as where a text was too long for its field: nobody can read them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.pdf.objects import Word

_LEVEL, _OVER = 0.15, 0.7
"""Baselines no further apart than the first, in font sizes, are one line's; than the second, two lines' that
lie over one another."""

_ALIKE = 0.15
"""A figure that is raised is smaller than the words beside it, by more than this share."""

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
