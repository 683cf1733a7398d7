"""Numbers behind boxes that are keys for whoever types the form in: ``Widowed ☐ 3   Single ☐ 4``.

Such a number is no label, and what stands behind it is the next box's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.labels.lines import Line
from parsers.labels.words import is_heading, is_words

_KEY = re.compile(r"\s*(\d{1,2})(?![\d.,)°ºª/-])")


def without_keys(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without the keys behind their boxes: numbers that count up, words before each box."""
    found = list(lines)
    last = 0
    for number, line in enumerate(lines):
        if not line.marks:
            continue
        keys = _keys(line)
        if _count_up(keys) and (
            len(keys) > 1 or keys[0] == last + 1 > 1 or (keys == [1] and _goes_on(lines[number + 1 :]))
        ):
            found[number] = replace(line, texts=(line.texts[0], *(_bare(text) for text in line.texts[1:])))
            last = keys[-1]
        else:
            last = 0
    return tuple(found)


def _keys(line: Line) -> list[int]:
    """The number behind each box of a line whose labels stand before them; nothing where one has none."""
    first, *rest = line.texts
    if not is_words(first) or is_heading(first):
        return []
    matches = [_KEY.match(text) for text in rest]
    keyed = bool(matches) and all(matches) and not _bare(rest[-1]).strip()
    worded = all(is_words(_bare(text)) for text in rest[:-1])
    return [int(match[1]) for match in matches if match is not None] if keyed and worded else []


def _count_up(keys: Sequence[int]) -> bool:
    return bool(keys) and all(two == one + 1 for one, two in pairwise(keys))


def _goes_on(following: Sequence[Line]) -> bool:
    """Whether the next line of boxes has the key 2: that before it is the first."""
    after = next((line for line in following if line.marks), None)
    return after is not None and _keys(after)[:1] == [2]


def _bare(text: str) -> str:
    return _KEY.sub("", text, count=1) if _KEY.match(text) else text
