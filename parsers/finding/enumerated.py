"""Lines that are nothing but options one after the other, as where the lines of a narrow cell became one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from parsers.finding.anchors import Anchor, Role
from parsers.finding.matches import Match, Span
from parsers.layout import Line

QUALITY = 0.85
"""How well an option fits that stands among others with nothing between them."""
_MOST = 200
"""Lines with longer keys are texts."""
_TYPED = re.compile(r"\s*[xXvV]\s")
"""A tick typed before the first of them."""
_LISTED = re.compile(r"[,;/&]|\s[–-]\s")
"""What stands between options that somebody enumerated in an answer."""


def enumerated(lines: Iterable[Line], anchors: tuple[Anchor, ...]) -> Iterator[Match]:
    """The options of such lines, each with where it stands; those that a mark parts are found without."""
    wanted = _options(anchors)
    pattern = _pattern(anchors)
    for line in lines:
        if not 0 < len(line.key) <= _MOST:
            continue
        start = 1 if line.key[0] in "xv" and _TYPED.match(line.text) else 0
        if pattern.fullmatch(line.key, start) is None:
            continue
        parts = _parts(line, start, wanted)
        if len(parts) < 2 or len(line.marks) >= len(parts):
            continue
        spans = [Span(line.index, *line.stretch(first, last)) for first, last in parts]
        if _are_apart(line, spans):
            for (first, last), span in zip(parts, spans, strict=True):
                for anchor in wanted[line.key[first:last]]:
                    yield Match(anchor, (span,), QUALITY, 1.0, bool(line.marks))


@lru_cache(maxsize=64)
def _options(anchors: tuple[Anchor, ...]) -> dict[str, tuple[Anchor, ...]]:
    """The options by their keys."""
    found: dict[str, tuple[Anchor, ...]] = {}
    for anchor in anchors:
        for words in (*anchor.keys, *anchor.foreign) if anchor.role is Role.OPTION else ():
            found[words] = (*found.get(words, ()), anchor)
    return found


@lru_cache(maxsize=64)
def _pattern(anchors: tuple[Anchor, ...]) -> re.Pattern[str]:
    words = sorted(filter(None, _options(anchors)), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}){{2,}}" if words else r"(?!)")


def _parts(line: Line, start: int, wanted: dict[str, tuple[Anchor, ...]]) -> tuple[tuple[int, int], ...]:
    """The options from a letter of the key on, each from and up to which letter; none where it is not so."""
    for end in range(len(line.key), start, -1):
        if line.key[start:end] not in wanted or (end < len(line.key) and _is_inside_word(line, end)):
            continue
        if end == len(line.key):
            return ((start, end),)
        rest = _parts(line, end, wanted)
        if rest:
            return ((start, end), *rest)
    return ()


def _is_inside_word(line: Line, at: int) -> bool:
    return line.offsets[at] == line.offsets[at - 1] + 1


def _are_apart(line: Line, spans: list[Span]) -> bool:
    """Whether only blanks, marks and brackets part the options, and no mark stands within one."""
    if any(span.start < at < span.end for span in spans for at, _ in line.marks):
        return False
    return not any(_LISTED.search(line.text[one.end : two.start]) for one, two in pairwise(spans))
