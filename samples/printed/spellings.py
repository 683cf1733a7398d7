"""How programs spell a line in a font's letters: ligatures, accents apart, capitals of two sizes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from samples.printed.leaves import Letter
from samples.printed.writers import words

Line: TypeAlias = Sequence[Letter]
Spelling: TypeAlias = Callable[[Line], Line]

_TIES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}

_SPACING = {"\u0300": "`", "\u0301": "´", "\u0302": "ˆ", "\u0308": "¨", "\u0303": "˜"}
"""Accents that take a place of their own, by those that lie over the letter before them."""


def as_is(line: Line) -> Line:
    """Letter for letter."""
    return line


def tied(line: Line) -> Line:
    """With ligatures, each a character of its own."""
    return list(_tied(line, single=True))


def tied_openly(line: Line) -> Line:
    """With ligatures that say which letters they are made of."""
    return list(_tied(line, single=False))


def _tied(line: Line, *, single: bool) -> Iterator[Letter]:
    at = 0
    while at < len(line):
        tie = next((tie for tie in _TIES if "".join(one.text for one in line[at : at + len(tie)]) == tie), "")
        part = line[at : at + max(len(tie), 1)]
        if tie and _together(part):
            end = part[-1].x + part[-1].advance
            yield replace(part[0], text=_TIES[tie] if single else tie, advance=end - part[0].x)
        else:
            yield from part
        at += len(part)


def _together(part: Line) -> bool:
    gaps = [two.x - one.x - one.advance for one, two in pairwise(part)]
    return all(abs(gap) < 0.1 * part[0].size for gap in gaps) and len({one.font for one in part}) == 1


def accents_over(line: Line) -> Line:
    """Each accent a letter of no width, written after the one it stands on."""
    return list(_parted(line, spacing=False))


def accents_first(line: Line) -> Line:
    """Each accent a letter of its own, written first and over the one that it stands on."""
    return list(_parted(line, spacing=True))


def _parted(line: Line, *, spacing: bool) -> Iterator[Letter]:
    for letter in line:
        base, *marks = unicodedata.normalize("NFD", letter.text)
        if len(marks) != 1 or marks[0] not in _SPACING:
            yield letter
        elif spacing:
            wide = 0.33 * letter.size
            middle = letter.x + (letter.advance - wide) / 2
            yield replace(letter, text=_SPACING[marks[0]], x=middle, advance=wide)
            yield replace(letter, text=base)
        else:
            yield replace(letter, text=base)
            yield replace(letter, text=marks[0], x=letter.x + letter.advance, advance=0.0)


def small_capitals(line: Line) -> Line:
    """Words of capitals with the first one large and the others small."""
    return [letter for word in words(line) for letter in _lowered(word)]


def _lowered(word: list[Letter]) -> Iterator[Letter]:
    """The word with small letters in the room of the large ones."""
    if len(word) > 2 and all(letter.text.isupper() for letter in word):
        yield word[0]
        yield from (replace(letter, size=round(0.8 * letter.size, 2)) for letter in word[1:])
    else:
        yield from word
