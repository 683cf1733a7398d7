"""Finds a table of contents: its lines name the form's questions, and are no place for answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.layout import Line

FEWEST = 4
"""How many lines with rising page numbers make a table of contents."""
_ENTRY = re.compile(
    r"[^\W\d_][^\t]{0,200}?(?:[ \u00a0]*\t[ \u00a0.\t]*|[ \u00a0]*[.…_]{3,}[ \u00a0]*)(\d{1,3})\s*"
)


def contents_of(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of tables of contents: words, a tab or leaders, a page number, several in a row."""
    found: set[int] = set()
    run: list[int] = []
    last = 0
    for line in lines:
        page = _page(line)
        if page is not None and page >= last:
            run.append(line.index)
            last = page
            continue
        if page is None and not line.key:
            continue
        found.update(run if len(run) >= FEWEST else ())
        run, last = ([line.index], page) if page is not None else ([], 0)
    found.update(run if len(run) >= FEWEST else ())
    return frozenset(found)


def _page(line: Line) -> int | None:
    """The page number that ends a line outside tables; None for lines that are no entries."""
    if line.spot is not None or not line.text[-1:].isdigit():
        return None
    entry = _ENTRY.fullmatch(line.text)
    return int(entry[1]) if entry is not None else None
