"""Aligns a document's lines with a form's anchors: which of the form's words stand where.

Every place where an anchor's words could stand is a candidate; the chain of candidates that explains
most of the form in its own order wins, and a step back in the form's order costs. Words that people
quote in their answers lose against the form's own by order and by what surrounds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from parsers.anchors import Anchor, Role
from parsers.layout import Layout
from parsers.matches import Match
from parsers.search import SURE, Search

STEP_BACK = 2.5
"""What a step back in the form's order costs: about one label, so that a moved section is followed
and a quoted label is not."""
STEP_ASIDE = 0.4
"""What a step back costs among groups with the same options."""
CERTAIN = 0.95
"""From this quality on, words stand alone and whole."""
LONG = 100
"""From this length on, a key is nobody's chance wording."""
TWO_FORMS = 6
"""From how many labels on that stand twice the form itself does."""
NEAR = 3
"""How many lines on the form's next words are looked for."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which of the form's words stand where."""

    candidates: tuple[Match, ...]
    """Every place where an anchor could stand, in reading order."""
    chained: tuple[Match, ...]
    """The places that together explain the form, each anchor once, in reading order."""
    end: int
    """The line where the form ends: all lines, or the one from which on it stands there again."""


def align(layout: Layout, anchors: tuple[Anchor, ...]) -> Alignment:
    """The document's words aligned with the form's."""
    text = Search(layout.lines)
    whole = text.whole_lines(anchors)
    parts = [match for anchor in anchors for match in text.find(anchor)]
    # Whole lines lie inside something longer only where that goes over several lines.
    several = any(len(match.spans) > 1 for match in parts)
    found = _supported(_outermost(whole + parts) if several else [*whole, *_outermost(parts)])
    start, end = _first_form(found, len(layout.lines))
    found = tuple(match for match in found if start <= match.spans[0].line < end)
    chained = chain(found)
    missing = _missing(anchors, chained)
    alike = tuple(text.find_alike(missing, chained, anchors)) if missing else ()
    if alike:
        within = [match for match in alike if start <= match.spans[0].line < end]
        found = _supported(_outermost([*found, *within]))
        chained = chain(found)
    return Alignment(found, _repeated(_rescued(chained, found), found), end)


def _first_form(found: tuple[Match, ...], lines: int) -> tuple[int, int]:
    """The lines of the form, from and up to, where its labels stand twice over.

    That is a second form in the file, or a table of contents before the form: a part in which hardly a
    prompt or an option stands is none.
    """
    places: dict[int, list[int]] = {}
    for match in found:
        if match.anchor.role is Role.LABEL and match.quality >= 0.75:
            places.setdefault(match.anchor.order, []).append(match.spans[0].line)
    twice = [order for order, at in places.items() if len(at) > 1]
    if len(twice) < TWO_FORMS or len(twice) < 0.6 * len(places):
        return 0, lines
    border = places[min(twice)][1]
    title = [m.spans[0].line for m in found if m.anchor.role is Role.TEXT]
    while any(border - NEAR <= line < border for line in title):
        border = min(line for line in title if border - NEAR <= line < border)
    answers = [m.spans[0].line for m in found if m.anchor.role in (Role.PROMPT, Role.OPTION) and m.boxed]
    before = sum(line < border for line in answers)
    return (border, lines) if 3 * before < len(answers) - before else (0, border)


def _missing(anchors: tuple[Anchor, ...], chained: tuple[Match, ...]) -> list[Anchor]:
    """The anchors not surely found, but for the own labels of fields whose shared label was."""
    sure = [match.anchor for match in chained if match.quality >= SURE]
    orders = {anchor.order for anchor in sure}
    shared = {fields for anchor in sure if len(anchor.fields) > 1 for fields in anchor.fields}
    return [
        anchor
        for anchor in anchors
        if anchor.order not in orders
        and not (anchor.role is Role.LABEL and len(anchor.fields) == 1 and anchor.fields[0] in shared)
    ]


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=attrgetter("spans")))


def chain(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that together explain most of the form, each anchor once, in reading order.

    A longest chain by weight: going on in the form's order is free, a step back costs STEP_BACK.
    """
    matches = tuple(matches)
    best: list[tuple[float, int]] = []
    start = (0.0, -1)
    by_order = [start] * (1 + max((match.anchor.order for match in matches), default=0))
    by_block: dict[str, tuple[float, int]] = {}
    top = start
    for _, rivals in groupby(enumerate(matches), key=lambda pair: pair[1].position):
        # Those that begin at one place are rivals: none of them comes after another.
        here = [(index, match.anchor.order, match.anchor.block, match.gain) for index, match in rivals]
        for _, order, block, gain in here:
            forward = max(by_order[:order], default=start)
            before = max(forward, (top[0] - STEP_BACK, top[1]))
            if block in by_block:
                before = max(before, (by_block[block][0] - STEP_ASIDE, by_block[block][1]))
            best.append((before[0] + gain, before[1]))
        for index, order, block, _ in here:
            # Of two that say as much the earlier stays: questions come before what quotes them.
            if best[index][0] > by_order[order][0]:
                by_order[order] = (best[index][0], index)
            if block and best[index][0] > by_block.get(block, start)[0]:
                by_block[block] = (best[index][0], index)
            if best[index][0] > top[0]:
                top = (best[index][0], index)
    return _each_once(_walk(matches, best, top[1]))


def _walk(matches: tuple[Match, ...], best: list[tuple[float, int]], at: int) -> Iterator[Match]:
    path: list[Match] = []
    while at >= 0:
        path.append(matches[at])
        at = best[at][1]
    return reversed(path)


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    kept: dict[int, Match] = {}
    for match in matches:
        known = kept.get(match.anchor.order)
        if known is None or match.quality > known.quality:
            kept[match.anchor.order] = match
    return tuple(sorted(kept.values(), key=lambda match: match.position))


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


def _repeated(chosen: tuple[Match, ...], matches: Iterable[Match]) -> tuple[Match, ...]:
    """With the prompts that stand there again, and the labels beside them: a table's repeated head."""
    spans = {span for match in chosen for span in match.spans}
    again = [m for m in matches if m.quality >= CERTAIN and spans.isdisjoint(m.spans)]
    prompts = [match for match in again if match.anchor.role is Role.PROMPT]
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


def _supported(matches: Iterable[Match]) -> tuple[Match, ...]:
    """In reading order, without short titles and notes that stand alone: people use such words too."""
    matches = _sorted(matches)
    lines: dict[int, list[int]] = {}
    for match in matches:
        lines.setdefault(match.anchor.order, []).append(match.spans[0].line)

    def near(match: Match, *orders: int) -> bool:
        here = match.spans[0].line
        return any(abs(line - here) <= NEAR for order in orders for line in lines.get(order, ()))

    def kept(match: Match) -> bool:
        order, role = match.anchor.order, match.anchor.role
        if role is Role.SECTION:
            return near(match, order + 1)
        if role is Role.TEXT and len(match.anchor.keys[0]) < LONG:
            return near(match, order - 1, order + 1)
        return True

    def weighed(match: Match) -> Match:
        # A label whose prompt or options stand elsewhere is somebody's word, or a table of contents.
        following = match.anchor.order + 1
        if match.anchor.role is not Role.LABEL or following not in asked or near(match, following):
            return match
        return match._replace(quality=0.85 * match.quality)

    asked = {m.anchor.order for m in matches if m.anchor.role in (Role.PROMPT, Role.OPTION)}
    return tuple(weighed(match) for match in matches if kept(match))


def _outermost(matches: list[Match]) -> Iterator[Match]:
    """Those that do not lie inside a longer one of any anchor."""
    by_line: dict[int, list[Match]] = {}
    for match in matches:
        by_line.setdefault(match.spans[0].line, []).append(match)
    for same_line in by_line.values():
        for match in same_line:
            if not any(_inside(match, other) for other in same_line):
                yield match


def _inside(match: Match, other: Match) -> bool:
    if match is other or (other.quality < 0.4 and other.anchor is not match.anchor):
        return False
    if other.likeness < match.likeness:
        return False
    covers = other.position <= match.position and match.end <= other.end
    return covers and (other.position, other.end) != (match.position, match.end)
