"""Text as it goes into the dataset: white space and leaders tidied, words as typed, never cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from parsers.marks import find

_SPACE = re.compile(r"[^\S\n]+")
_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_LEADER = r"(?:_{2,}|(?:[.·]\s?){4,}|…\s?…[….\s]*)"
_LEADING = re.compile(rf"^{_LEADER}\s*")
_TRAILING = re.compile(rf"\s*{_LEADER}$|\s+(?:\.{{3,}}|…)$")
_LONG_LEADER = re.compile(rf"^{_LEADER}\s*|\s*(?:_{{3,}}|\.{{5,}}|…{{3,}})$")
_LEADERS, _TRAILERS = "_.·…", ("__", "..", "……")
"""What a long leader begins with, and how one ends."""
_PARTING = re.compile(r"^(?:[\s/:=;,]|\.{2,}|[-–—](?!\d))+|(?<!\.)\.{2}$")
_DOTTED = re.compile(r"(?:[.·…_]\s?){4,}|…\s?…+|_{2,}|\.{3,}|…")


def tidy(text: str) -> str:
    """The text in NFC: each line with single spaces and none at its ends, empty lines gone.

    Zero-width and control characters are dropped, and so are dots and underscores of the form
    that were left at a line's ends. A text of punctuation alone is no answer: ``""``.
    """
    return _lines(text, _undotted)


def tidy_long(text: str) -> str:
    """As `tidy`, for a text of many words, whose own dots stay: only what must be the form's goes."""
    return _lines(text, _unled)


def tidy_filled(text: str) -> str:
    """As `tidy`, for what was written over a dotted line or behind an option.

    What is left of the dots goes everywhere; a box before the text, what parts it from the option and
    brackets around the whole go too.
    """
    return _bare(_lines(text, lambda line: _SPACE.sub(" ", _DOTTED.sub(" ", line)).strip()))


def _bare(text: str) -> str:
    """A text without the box, the separator or the brackets that it stands behind or in."""
    marks = find(text)
    start = marks[0].end if marks and marks[0].start == 0 else 0
    bare = _PARTING.sub("", text[start:])
    whole = bare[:1] == "(" and bare[-1:] == ")" and "(" not in bare[1:] and ")" not in bare[:-1]
    return bare[1:-1].strip() if whole else bare


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, with an ellipsis where it is longer than `limit` characters."""
    line = " ".join(visible(text).split())
    return line if limit is None or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def is_blank(text: str) -> bool:
    """Whether there is no letter, digit or sign of worth in it: blank, dots, dashes, underscores."""
    return not any(char.isalnum() or unicodedata.category(char) in ("Sc", "So") for char in text)


def _unled(line: str) -> str:
    """A line without the leaders it begins or ends with; a long one is not searched for them in vain."""
    if line[:1] in _LEADERS or line[-2:] in _TRAILERS:
        return _LONG_LEADER.sub("", line).strip()
    return line


def _lines(text: str, clean: Callable[[str], str]) -> str:
    lines = (clean(" ".join(line.split())) for line in visible(text).split("\n"))
    kept = "\n".join(line for line in lines if line)
    return "" if is_blank(kept) else kept


def _undotted(line: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", line)).strip()


def visible(text: str) -> str:
    """The text in NFC without zero-width and control characters; every kind of line end is a line feed."""
    if text.replace("\n", "").isprintable():
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _ENDS.sub("\n", text)).translate(_SEEN)


class _Seen(dict[int, str]):
    """A translation table filled as characters turn up: what has no look of its own is dropped."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        unseen = unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn") and char not in "\n\t"
        self[code] = seen = "" if unseen else char
        return seen


_SEEN = _Seen()
