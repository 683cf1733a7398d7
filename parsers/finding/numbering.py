"""What stands at either end of the form's words and is none of them: list numbers, and typed marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.keys import key
from parsers.layout import Line
from parsers.lexicon import YES
from parsers.marks import typed

_BLANKS = " \u00a0\u3000\t"
_ENDS = frozenset(".)]°-–—:）．" + _BLANKS)
_ITEM = (
    r"[(\[（]?(\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-zＡ-Ｚａ-ｚ]|[ivIV]{2,4})"
    r"(?:[.)\]°）．]{1,2}[-–]?|[ \u00a0]?[-–—:](?=[ \u00a0]))[ \t\u00a0\u3000]*"
)
_NUMBER = re.compile(rf"(?:(?<![^\W_])(?<![(\[.,;+&/'’-])|(?<=\x01[xXvV])|(?<=\A[xXvV])){_ITEM}$")
_LEADING = re.compile(rf"[ \u00a0]*{_ITEM}(?![^\W\d_]\.)")
_BEFORE_TICKS = {
    "v": re.compile(r"(?:.{0,200}[^\w])?(?:u|ii|iii|iv)[.)\]°]", re.IGNORECASE),
    "x": re.compile(r"(?:.{0,200}[^\w])?(?:w|vii|viii|ix)[.)\]°]", re.IGNORECASE),
}
"""What stands before letters that are typed for a tick, where they are list numbers."""
_OPENING = frozenset("«“\"„‹‘'”’")
_CLOSING = frozenset("»”\"“›’'‘")
_PARTED = re.compile(r"[\x01\x02\t\n:]|[ \u00a0]{2,}")
_CROSS = "(?:[xX]{1,3}|[vV×√Хх])"
_GLUED = re.compile(rf"[_\W]*{_CROSS}[_\W]*(?=[^\W_])")
_GLUED_BEHIND = re.compile(rf"(?<=[^\W_])[_\W]*{_CROSS}[_\W]*$")
FAR = 24
"""How many lines back the item before may stand, where boxes and columns have lines of their own."""
WIDE = 2
"""From how many blanks on a line goes on with something new."""
_FOREMOST = 12
"""How far back a list number begins at most."""


def list_number(text: str, at: int, above: Sequence[Line] = ()) -> int:
    """Where the list number begins that stands right before `at`: "a)", "3.", "IV)"; `at` where none does.

    `above` is the lines before: below "u)" or "iv)", "v)" is a number, elsewhere it is a tick. What
    stood between may have been deleted, so that a Roman number shortly before it does as well.
    """
    if at == 0 or text[at - 1] not in _ENDS:
        return at
    found = _NUMBER.search(text, max(0, at - _FOREMOST), at)
    if found is None or not _counts(found[1].casefold(), text[: found.start()], above):
        return at
    last = text[: found.start()].rstrip(" \u00a0")
    if not last[-1:].isalnum() or found.start() - len(last) >= WIDE or _is_tick(_PARTED.split(last)[-1]):
        return found.start()
    # "Tipo A - Tipo B": what follows a word in its sentence is that word's.
    return at


def behind_number(text: str, start: int, end: int, above: Sequence[Line] = ()) -> int:
    """Where the words begin behind a list number that begins a stretch; `start` where none does."""
    found = _LEADING.match(text, start, end)
    return found.end() if found is not None and _counts(found[1].casefold(), text[:start], above) else start


def quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the quotation marks around it, where they stand at both of its ends."""
    if start > 0 and end < len(text) and text[end] in _CLOSING and text[start - 1] in _OPENING:
        return start - 1, end + 1
    return start, end


def _counts(number: str, before: str, above: Sequence[Line]) -> bool:
    """Whether a letter is a number: those that are typed for a tick only where they go on counting."""
    last = _BEFORE_TICKS.get(number)
    if last is None or last.search(before) is not None:
        return True
    return any(last.match(line.text) is not None for line in above[-FAR:])


def without_ticks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without what is typed for a tick at either end: "ok Alfa", "Alfa (sì)", "__X__Alfa"."""
    glued, behind = _GLUED.match(text, start, end), _GLUED_BEHIND.search(text, start, end)
    if glued is not None:
        start = glued.end()
    if behind is not None and start < behind.start():
        end = behind.start()
    return without_tick_words(text, start, end)


def without_tick_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same for words that stand apart, so that no word that only begins with such a letter is cut."""
    words = text[start:end].split()
    if len(words) < 2:
        return start, end
    if _is_tick(words[0]):
        start = text.index(words[1], text.index(words[0], start) + len(words[0]))
    if len(words) > 2 or not _is_tick(words[0]):
        last = text.rindex(words[-1], start, end)
        if last > start and _is_tick(words[-1]):
            end = last
            while end > start and text[end - 1] in _BLANKS + ":-–.,;(":
                end -= 1
    return start, end


def _is_tick(word: str) -> bool:
    """Whether a word is a typed mark, a yes, or a no in capitals or brackets."""
    bare = key(word)
    if bare.isdigit():
        return False
    return bare in YES or typed(word) is not None or (bare == "no" and not word.islower() and word != "No")
