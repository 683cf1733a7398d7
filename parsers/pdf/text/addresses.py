"""E-mail addresses too long for their cell: which lines are parts of one.

An office program breaks such a word where the line is full, and, where its dress changes in the
midst, there as well, however much room is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.pdf.text.lines import Line
from parsers.pdf.text.seams import BEFORE_ADDRESSES, DOMAINS, SMALL_WORDS

_PART = re.compile(r"(?=.*[a-z])[\w.%+-]*[\w%+-]|[a-z]\.", re.IGNORECASE | re.ASCII)
_NAME = re.compile(rf"[A-Z][a-z]+|.*\.(?i:{DOMAINS})", re.ASCII)
"""A name, or the end of an address."""

_BROKEN = re.compile(r"[-_]$|_|^[b-df-hj-np-tv-zi]$|[b-df-hj-np-tv-z]$|^[a-z]\.$", re.IGNORECASE)
"""What no Italian word ends with, or holds; or an initial."""

_GOES_ON = re.compile(r"(?:[._+]|@+)[^\W_]")
"""What no address begins with."""

_CUT_NAME = re.compile(r"[A-Z][a-z]{2,}[b-df-hj-np-tv-z]", re.ASCII)

_INITIAL = re.compile(r"[A-Z]\.?")
"""What an address begins with that was typed like a name or a sentence."""

_ABBREVIATED = frozenset("CEFMPTW")
"""Capital letters that stand for what follows: cellulare, e-mail, fax, mail, PEC, telefono, web."""


def tied(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom, each told whether an address goes on in the next one."""
    ties = set(_ties(lines))
    return [replace(line, tied=True) if at in ties else line for at, line in enumerate(lines)]


def _ties(lines: Sequence[Line]) -> Iterator[int]:
    for end, line in enumerate(lines):
        if "@" not in line.first[1:]:
            continue
        for at in range(end - 1, -1, -1):
            last, rest = lines[at], lines[at + 1].first
            if not (_leads(last, lines[at + 1]) and (_BROKEN.search(last.last) or _GOES_ON.match(rest))):
                break
            yield at
            if not last.single:
                break


def _leads(last: Line, line: Line) -> bool:
    """Whether a line's last word may be the beginning of the address in the next line."""
    word = last.last
    near = 0 < line.baseline - last.baseline < 1.6 * last.size
    if not near or last.marked or not (last.single or word[-1] in "-_"):
        return False
    capital = _INITIAL.fullmatch(word) is not None and word[0] not in _ABBREVIATED
    plain = _NAME.fullmatch(word) is None and word.lower() not in BEFORE_ADDRESSES
    alike = capital or word.isupper() == line.first.isupper()
    return plain and alike and _PART.fullmatch(word) is not None


def is_doubtful(lines: Sequence[Line], right: float) -> bool:
    """Whether a word alone on its line may be the beginning of the address below it, or a word of its own.

    Lines end at `right` at the latest.
    """
    return any(
        "@" in line.first[1:]
        and last.single
        and (_may_begin(last, line) or _is_cut_name(last, line))
        and last.x1 + line.first_width > right
        for last, line in pairwise(lines)
    )


def _may_begin(last: Line, line: Line) -> bool:
    """Whether a word may be the beginning of an address, and may as well be whole."""
    told = _BROKEN.search(last.last) or _GOES_ON.match(line.first)
    return _leads(last, line) and not told and last.last.lower() not in SMALL_WORDS


def _is_cut_name(last: Line, line: Line) -> bool:
    """Whether a word with a capital ends as few names do: "Segret", and "eria@" below it."""
    near = 0 < line.baseline - last.baseline < 1.6 * last.size
    return (
        near and not last.marked and _CUT_NAME.fullmatch(last.last) is not None and line.first[:1].islower()
    )
