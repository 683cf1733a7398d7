"""Rows of two groups side by side that stand apart from their heads: each holds an option of either group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from parsers.finding.matches import Match
from parsers.form import Form
from parsers.layout import MARK, Layout
from parsers.marks import typed


def dealt_by_row(form: Form, layout: Layout, governed: Mapping[str, Sequence[Match]]) -> Iterator[Match]:
    """The options that the second of two groups alike has twice in one row, and the first group lacks.

    Gives the left one of each such two, `governed` being what each group has, by field. Where a page's
    end parts a row from its heads, the whole of it seems to go on with the last group.
    """
    for first, second in pairwise(form.fields):
        if not first.options or first.options != second.options or not governed[first.id]:
            continue
        have = {match.anchor.option for match in governed[first.id]}
        lacking = [match for match in governed[second.id] if match.anchor.option not in have]
        for left, right in permutations(lacking, 2):
            if left.anchor.option == right.anchor.option and _stand_in_a_row(left, right, layout):
                yield left


def _stand_in_a_row(left: Match, right: Match, layout: Layout) -> bool:
    """Whether two options stand in neighbouring cells of a row, each alone there with a mark."""
    one, two = (layout.lines[match.position[0]].spot for match in (left, right))
    if one is None or two is None or (one.table, one.row) != (two.table, two.row):
        return False
    return one.last_column < two.column and _is_marked(left, layout) and _is_marked(right, layout)


def _is_marked(match: Match, layout: Layout) -> bool:
    """Whether an option's line holds, but for its words, nothing but a mark, drawn or typed."""
    line = layout.lines[match.position[0]]
    if match.likeness < 1 or len(match.spans) > 1:
        return False
    span = match.spans[0]
    rest = line.text[: span.start] + " " + line.text[span.end :]
    return typed(rest.strip(' \t\u00a0«»"“”.:;,')) is not None or rest.count(MARK) == 1
