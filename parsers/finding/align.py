"""Aligns a document's lines with a form's anchors: which of the form's words stand where.

Every place where an anchor's words could stand is a candidate; the chain of candidates that explains
most of the form in its own order wins, and a step back in the form's order costs. Words that people
quote in their answers lose against the form's own by order and by what surrounds them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from parsers.finding.anchors import Anchor, Role
from parsers.finding.chain import chain
from parsers.finding.contents import contents_of
from parsers.finding.enumerated import enumerated
from parsers.finding.matches import Match, Span
from parsers.finding.misspelt import find_alike
from parsers.finding.search import SURE, Search
from parsers.finding.support import NEAR, TWICE, supported
from parsers.finding.surroundings import is_amid
from parsers.layout import Layout, Line

CERTAIN = 0.95
"""From this quality on, words stand alone and whole."""
TWO_FORMS = 6
"""From how many labels on that stand twice the form itself does."""
MOST_FORMS = 20
"""How many forms of one file are looked at."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which of the form's words stand where."""

    candidates: tuple[Match, ...]
    """Every place where an anchor could stand, in reading order."""
    chained: tuple[Match, ...]
    """The places that together explain the form, each anchor once, in reading order."""
    start: int
    """The line where the form begins: the first one, unless it is a later copy of the form."""
    end: int
    """The line where the form ends: all lines, or the one from which on it stands there again."""
    others: tuple[tuple[int, int], ...] = ()
    """The lines, from and up to, where the form stands again."""


def align(layout: Layout, anchors: tuple[Anchor, ...], within: tuple[int, int] | None = None) -> Alignment:
    """The document's words aligned with the form's; `within` some lines only, from and up to."""
    text = Search(layout.lines)
    whole = text.whole_lines(anchors)
    parts = [match for anchor in anchors for match in text.find(anchor)]
    parts = [*enumerated(layout.lines, anchors), *parts]
    # Whole lines lie inside something longer only where that goes over several lines.
    several = any(len(match.spans) > 1 for match in parts)
    candidates = [*_outermost(whole + parts)] if several else [*whole, *_outermost(parts)]
    contents = contents_of(layout.lines)
    if contents:
        candidates = [match for match in candidates if match.spans[0].line not in contents]
    found = supported(candidates, layout.lines)
    (start, end), *others = [within] if within else _forms(found, len(layout.lines))
    found = tuple(match for match in found if start <= match.spans[0].line < end)
    chained = chain(found)
    missing = _missing(anchors, chained, found)
    alike = list(find_alike(text, missing, chained, anchors)) if missing else []
    if alike:
        alike = [match for match in alike if match.spans[0].line not in contents]
        every = [m for m in (*candidates, *alike) if start <= m.spans[0].line < end]
        found = supported(_outermost(every), layout.lines)
        chained = chain(found)
    first = start if within else 0
    chained = _repeated(_rescued(chained, found), found, layout.lines)
    return Alignment(found, chained, first, end, tuple(others))


def _forms(found: tuple[Match, ...], lines: int) -> list[tuple[int, int]]:
    """The lines of each form, from and up to: one form, unless its labels stand there several times over.

    A table of contents holds them too, but hardly a prompt or an option: such a part is no form.
    """
    places: dict[int, list[int]] = {}
    for match in found:
        if match.anchor.role is Role.LABEL and match.quality >= TWICE:
            places.setdefault(match.anchor.order, []).append(match.spans[0].line)
    twice = [order for order, at in places.items() if len(at) > 1]
    if len(twice) < TWO_FORMS or len(twice) < 0.6 * len(places):
        return [(0, lines)]
    title = [m.spans[0].line for m in found if m.anchor.role is Role.TEXT]
    borders = [_with_title(line, title) for line in _beginnings(places, twice)]
    answers = [m.spans[0].line for m in found if m.anchor.role in (Role.PROMPT, Role.OPTION) and m.boxed]
    forms = list(pairwise([0, *borders, lines]))
    held = [sum(start <= line < end for line in answers) for start, end in forms]
    return [form for form, count in zip(forms, held, strict=True) if 3 * count >= max(held)][:MOST_FORMS]


def _beginnings(places: dict[int, list[int]], twice: list[int]) -> Iterator[int]:
    """Where the form begins again: its first label stands there once more, with most others after it."""
    first, *again = places[min(twice)]
    for line, following in pairwise([*again, sys.maxsize]):
        others = sum(any(line <= at < following for at in places[order]) for order in twice)
        before = sum(any(first <= at < line for at in places[order]) for order in twice)
        if min(others, before) >= 0.5 * len(twice):
            first = line
            yield line


def _with_title(border: int, title: list[int]) -> int:
    """The border with the title above the form's first label."""
    while any(border - NEAR <= line < border for line in title):
        border = min(line for line in title if border - NEAR <= line < border)
    return border


def _missing(
    anchors: tuple[Anchor, ...], chained: tuple[Match, ...], found: tuple[Match, ...]
) -> list[Anchor]:
    """The anchors not surely found, but for the own labels of fields whose shared label was.

    Nor are options missed that stand by boxes as often as groups offer them, in whatever order.
    """
    sure = [match.anchor for match in chained if match.quality >= SURE]
    orders = {anchor.order for anchor in sure}
    shared = {fields for anchor in sure if len(anchor.fields) > 1 for fields in anchor.fields}
    missing = [
        anchor
        for anchor in anchors
        if anchor.order not in orders
        and not (anchor.role is Role.LABEL and len(anchor.fields) == 1 and anchor.fields[0] in shared)
    ]
    if all(anchor.role is not Role.OPTION for anchor in missing):
        return missing
    places: dict[int, set[tuple[Span, ...]]] = {}
    for match in found:
        if match.anchor.role is Role.OPTION and match.boxed and match.quality >= SURE:
            places.setdefault(match.anchor.order, set()).add(match.spans)
    alike = Counter(anchor.keys[0] for anchor in anchors if anchor.role is Role.OPTION)
    return [
        anchor
        for anchor in missing
        if anchor.role is not Role.OPTION or len(places.get(anchor.order, ())) < alike[anchor.keys[0]]
    ]


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=attrgetter("spans")))


def _rescued(chosen: tuple[Match, ...], matches: Iterable[Match]) -> tuple[Match, ...]:
    """The chain, with those labels and prompts added that it left out but that stand whole somewhere.

    So a single label that was moved is still found. What it overlaps stays the chain's.
    """
    taken = {match.anchor.order for match in chosen}
    spans = {span for match in chosen for span in match.spans}
    added: dict[int, Match] = {}
    for match in matches:
        order = match.anchor.order
        if order in taken or match.quality < CERTAIN or match.anchor.role not in (Role.LABEL, Role.PROMPT):
            continue
        if spans.isdisjoint(match.spans) and order not in added:
            added[order] = match
            spans.update(match.spans)
    return _sorted((*chosen, *added.values()))


def _repeated(
    chosen: tuple[Match, ...], matches: Iterable[Match], lines: tuple[Line, ...]
) -> tuple[Match, ...]:
    """With the prompts that stand there again, and the labels beside them: a table's repeated head.

    It begins a cell in the midst of its own question's answer; elsewhere it is somebody's quotation.
    """
    spans = {span for match in chosen for span in match.spans}
    again = [m for m in matches if m.quality >= CERTAIN and spans.isdisjoint(m.spans)]
    whole = (m for m in matches if m.anchor.role is Role.LABEL and m.likeness == 1)
    once_more = [m for m in whole if spans.isdisjoint(m.spans) and _same(m, chosen, lines)]
    chosen = _sorted((*chosen, *once_more))
    prompts = [
        match
        for match in again
        if match.anchor.role is Role.PROMPT
        and not is_amid(lines, match.spans[0].line, "")
        and _goes_on_with(match, chosen)
    ]
    if not prompts:
        return chosen
    labels = [
        match
        for match in again
        if match.anchor.role is Role.LABEL
        and any(
            0 <= prompt.spans[0].line - match.spans[0].line <= NEAR
            and prompt.anchor.fields == match.anchor.fields
            for prompt in prompts
        )
    ]
    return _sorted((*chosen, *prompts, *labels))


def _same(match: Match, chosen: tuple[Match, ...], lines: tuple[Line, ...]) -> bool:
    """Whether a label stands once more in other words, right below itself or below its answer.

    So do labels in two languages, and a row each for two numbers.
    """
    spot = lines[match.spans[0].line].spot
    for other in chosen:
        there = lines[other.end[0]].spot
        if other.anchor is not match.anchor or spot is None or there is None:
            continue
        words = lines[match.spans[0].line].key
        if words == lines[other.end[0]].key or words not in (*match.anchor.keys, *match.anchor.foreign):
            return False
        if spot is there:
            return match.spans[0].line == other.end[0] + 1
        if (spot.table, spot.row, spot.column) == (there.table, there.last_row + 1, there.column):
            return not is_amid(lines, match.spans[0].line, "")
    return False


def _goes_on_with(match: Match, chosen: tuple[Match, ...]) -> bool:
    """Whether the question that stands last before a place is the same one."""
    before = [other for other in chosen if other.anchor.fields and other.position < match.position]
    return bool(before) and before[-1].anchor.fields == match.anchor.fields


def _outermost(matches: list[Match]) -> Iterator[Match]:
    """Those that do not lie inside a longer one of any anchor."""
    by_line: dict[int, list[Match]] = {}
    for match in matches:
        for span in match.spans:
            by_line.setdefault(span.line, []).append(match)
    for match in matches:
        if not any(_inside(match, other) for other in by_line[match.spans[0].line]):
            yield match


def _inside(match: Match, other: Match) -> bool:
    if match is other or (other.quality < 0.4 and other.anchor is not match.anchor):
        return False
    if other.likeness < match.likeness:
        return False
    covers = other.position <= match.position and match.end <= other.end
    return covers and (other.position, other.end) != (match.position, match.end)
