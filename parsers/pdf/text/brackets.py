"""Typed boxes that a line's end cut in two: ``[`` here and ``]`` on the next line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from parsers import marks
from parsers.pdf.objects import Sign, Word

_OPEN = re.compile(r"(?:[\[(<{［（‹][^\s\])>}］）›]{0,2}|(?<![_|│])[|│])$")
_CLOSE = re.compile(r"[^\s\[(<{［（‹]{0,2}[\])>}］）›|│]")
_BARS = "|│"
"""Between these no blank stands."""


def mended(rows: Iterable[list[Word | Sign]]) -> list[list[Word | Sign]]:
    """The rows with such boxes whole: before the words that follow on the next row, else where they began."""
    found: list[list[Word | Sign]] = []
    for row in rows:
        box = _parts(found[-1][-1], row[0]) if found else None
        if box is None:
            found.append(row)
            continue
        (end, start), (tail, head) = box
        rest = start.text.removeprefix(head)
        whole = replace(end if len(row) == 1 and not rest else start, text=_whole(tail, head) + rest)
        kept = [*found[-1][:-1], *_without(end, tail)]
        if len(row) == 1 and not rest:
            found[-1] = [*kept, whole]
        else:
            found[-1:] = [kept] if kept else []
            found.append([whole, *row[1:]])
    return found


def are_parts(end: Word | Sign, start: Word | Sign) -> bool:
    """Whether one ends with the left half of a typed box, and the other begins with its right half."""
    return _parts(end, start) is not None


def _parts(end: Word | Sign, start: Word | Sign) -> tuple[tuple[Word, Word], tuple[str, str]] | None:
    """The words that end and begin two rows, and their parts of a box; None where they make none."""
    if not isinstance(end, Word) or not isinstance(start, Word):
        return None
    tail = _OPEN.search(end.text)
    head = _CLOSE.match(start.text) if tail is not None else None
    if tail is None or head is None:
        return None
    whole = _whole(tail[0], head[0])
    spans = [(found.start, found.end) for found in marks.find(whole)]
    return ((end, start), (tail[0], head[0])) if spans == [(0, len(whole))] else None


def _whole(tail: str, head: str) -> str:
    return tail + head if tail in _BARS else f"{tail} {head}"


def _without(word: Word, tail: str) -> list[Word]:
    """What is left of a word without the bracket at its end."""
    text = word.text.removesuffix(tail)
    share = len(text) / len(word.text)
    return [replace(word, text=text, x1=word.x0 + share * (word.x1 - word.x0))] if text else []
