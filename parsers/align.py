"""Aligns a document's lines with a form's anchors: which of the form's words stand where.

Every place where an anchor's words could stand is a candidate; the chain of candidates that explains
most of the form in its own order wins, and a step back in the form's order costs. Words that people
quote in their answers lose against the form's own by order and by what surrounds them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from rapidfuzz import fuzz

from parsers.anchors import Anchor, Role
from parsers.keys import without_references
from parsers.layout import IMAGE, MARK, Layout, Line

STEP_BACK = 2.0
"""What a step back in the form's order costs: about one label, so that a moved section is followed
and a quoted label is not."""
CERTAIN = 0.95
FUZZY = 0.84
"""From what likeness misspelt words are taken for the form's."""
SHORT = 5
"""Keys shorter than this turn up by chance in any text, and count in short lines only."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """An anchor's words found in the document."""

    anchor: Anchor
    spans: tuple[Span, ...]
    """Where: one stretch, or several where the words go over lines of one cell."""
    quality: float
    """0 to 1: how well the words and what surrounds them fit."""
    likeness: float = 1.0
    """0 to 1: how like the form's the words are."""

    @property
    def position(self) -> tuple[int, int]:
        """Line and offset of its beginning."""
        return self.spans[0].line, self.spans[0].start

    @property
    def end(self) -> tuple[int, int]:
        """Line and offset of its end."""
        return self.spans[-1].line, self.spans[-1].end


def candidates(layout: Layout, anchors: tuple[Anchor, ...]) -> tuple[Match, ...]:
    """Every place where an anchor could stand, in reading order; none inside a longer one."""
    text = _Text(layout.lines)
    found = [match for anchor in anchors for match in text.find(anchor)]
    sure = {match.anchor.order for match in found if match.quality >= CERTAIN}
    found += text.find_alike([anchor for anchor in anchors if anchor.order not in sure], found)
    return tuple(sorted(_outermost(found), key=lambda match: match.position))


def chain(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that together explain most of the form, each anchor once, in reading order.

    A longest chain by weight: going on in the form's order is free, a step back costs STEP_BACK.
    """
    matches = tuple(matches)
    best: list[tuple[float, int]] = []
    by_order: dict[int, tuple[float, int]] = {}
    top = (0.0, -1)
    for _, rivals in groupby(enumerate(matches), key=lambda pair: pair[1].position):
        # Those that begin at one place are rivals: none of them comes after another.
        here = [(index, match.anchor.order, match) for index, match in rivals]
        for _, order, match in here:
            forward = max((sum for o, sum in by_order.items() if o < order), default=(0.0, -1))
            before = max(forward, (top[0] - STEP_BACK, top[1]))
            best.append((before[0] + match.quality * match.anchor.weight, before[1]))
        for index, order, _ in here:
            by_order[order] = max((best[index][0], index), by_order.get(order, (0.0, -1)))
            top = max(top, by_order[order])
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


def rescued(chosen: tuple[Match, ...], matches: Iterable[Match]) -> tuple[Match, ...]:
    """The chain, with those anchors added that it left out but that stand alone and whole somewhere.

    So a single label that was moved is still found. What it overlaps stays the chain's.
    """
    taken = {match.anchor.order for match in chosen}
    spans = {span for match in chosen for span in match.spans}
    added: dict[int, Match] = {}
    for match in matches:
        order = match.anchor.order
        if order in taken or match.quality < CERTAIN or match.anchor.role is Role.OPTION:
            continue
        if spans.isdisjoint(match.spans) and order not in added:
            added[order] = match
            spans.update(match.spans)
    return tuple(sorted((*chosen, *added.values()), key=lambda match: match.position))


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
    if other.quality < 0.4 or match is other:
        return False
    covers = other.position <= match.position and match.end <= other.end
    return covers and (other.position, other.end) != (match.position, match.end)


class _Text:
    """The document as one key, with the way back from a place in it to a line and an offset."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.key = "".join(line.key for line in lines)
        self.starts = [0, *accumulate(len(line.key) for line in lines)][:-1]
        self.short = tuple(line for line in lines if 0 < len(line.key) <= 60)

    def find(self, anchor: Anchor) -> Iterator[Match]:
        for rank, key in enumerate(anchor.keys):
            # Another spelling counts a little less, so that the form's own words win where both stand.
            trust = 1.0 if rank == 0 else 0.97
            for spans in self._occurrences(key):
                quality = _quality(self.lines, spans, anchor) * trust
                if quality > 0:
                    yield Match(anchor, spans, quality)

    def _occurrences(self, key: str) -> Iterator[tuple[Span, ...]]:
        if len(key) < SHORT:
            for line in self.short:
                at = line.key.find(key)
                while at >= 0:
                    yield self._spans(self.starts[line.index] + at, len(key))
                    at = line.key.find(key, at + 1)
            return
        at = self.key.find(key)
        while at >= 0:
            spans = self._spans(at, len(key))
            if len({id(self.lines[span.line].spot) for span in spans}) == 1:
                yield spans
            at = self.key.find(key, at + 1)

    def _spans(self, at: int, length: int) -> tuple[Span, ...]:
        spans: list[Span] = []
        index = bisect_right(self.starts, at) - 1
        while length:
            line = self.lines[index]
            first = at - self.starts[index]
            count = min(length, len(line.key) - first)
            if count > 0:
                spans.append(Span(index, line.offsets[first], line.offsets[first + count - 1] + 1))
                at, length = at + count, length - count
            index += 1
        return tuple(spans)

    def find_alike(self, anchors: list[Anchor], found: list[Match]) -> Iterator[Match]:
        """Anchors not found as they are: short lines (or their stretches between marks) like them."""
        taken = {span for match in found if match.quality >= CERTAIN for span in match.spans}
        stretches = [
            (span, line.key if whole else self._key(span))
            for line in self.lines
            if 0 < len(line.key) <= 400
            for span, whole in _stretches(line)
            if span not in taken
        ]
        for anchor in anchors:
            if len(anchor.keys[0]) < SHORT:
                continue
            for span, words in stretches:
                if abs(len(words) - len(anchor.keys[0])) > 0.3 * len(anchor.keys[0]):
                    continue
                likeness = max(fuzz.ratio(key, words, score_cutoff=100 * FUZZY) for key in anchor.keys) / 100
                if likeness >= FUZZY:
                    yield Match(anchor, (span,), 0.94 * likeness, likeness)

    def _key(self, span: Span) -> str:
        line = self.lines[span.line]
        return "".join(
            char for char, at in zip(line.key, line.offsets, strict=True) if span.start <= at < span.end
        )


_SEPARATORS = frozenset(MARK + IMAGE + "\t\n:")
_CLOSING = " \u00a0\t\n.:;,)"
_GLUED = frozenset("XxVv×√")
"""Letters typed over a box, that may touch the label: "XCooperativa"."""


def _stretches(line: Line) -> Iterator[tuple[Span, bool]]:
    """The line's text between marks, tabs, breaks and colons, and whether that is all of it."""
    text, start, several = line.text, 0, False
    for at, char in enumerate(text):
        if char in _SEPARATORS:
            if text[start:at].strip():
                several = True
                yield _trimmed(line, start, at), False
            start = at + 1
    if text[start:].strip():
        yield _trimmed(line, start, len(text)), not several


def _trimmed(line: Line, start: int, end: int) -> Span:
    """The stretch without what stands before its first and after its last letter or digit."""
    inside = [at for at in line.offsets if start <= at < end]
    return Span(line.index, inside[0], inside[-1] + 1) if inside else Span(line.index, start, end)


def _quality(lines: tuple[Line, ...], spans: tuple[Span, ...], anchor: Anchor) -> float:
    """How well what surrounds the words fits: 1 for a line of their own, 0 in the midst of a sentence."""
    first, last = spans[0], spans[-1]
    before = lines[first.line].text[: first.start]
    after = lines[last.line].text[last.end :]
    left, right = _left(before), _right(after)
    if len(spans) > 1 and min(left, right) < 1:
        return 0.0
    if len(anchor.keys[0]) < SHORT and min(left, right) < 0.7:
        return 0.0
    if anchor.role in (Role.SECTION, Role.TEXT) and without_references(after).strip(_CLOSING):
        return 0.0
    quality = left * right
    if anchor.role is Role.OPTION:
        return quality if quality >= 0.2 else 0.0
    return quality if left >= 0.6 and quality >= 0.4 else 0.0


def _left(before: str) -> float:
    """How well a text ends before the form's words begin."""
    rest = before.rstrip(" \u00a0")
    if not rest or rest[-1] in _SEPARATORS:
        return 1.0
    tail = rest[max(map(rest.rfind, _SEPARATORS)) + 1 :].strip(" \u00a0")
    if tail in _GLUED:
        return 1.0
    # Numbering, bullets and what is typed in place of a box: "1.", "a)", "-", "X".
    if len(tail) <= 3 and (len(rest) == len(tail) or not tail.isalpha() or len(tail) == 1):
        return 1.0 if before[-1:] != rest[-1:] or not tail[-1].isalnum() else 0.0
    if before[-1:].isalnum():
        return 0.0
    if len(before) - len(rest) >= 2:
        return 0.9
    return 0.7 if rest[-1] in ";,/|.)–-" else 0.3


def _right(after: str) -> float:
    """How well a text goes on after the form's words."""
    after = without_references(after)
    if not after.strip(" \u00a0.…_"):
        return 1.0
    if after.strip(" \u00a0") in _GLUED:
        return 1.0
    if after[0].isalnum():
        return 0.0
    rest = after.lstrip(" \u00a0)?.*")
    if not rest or rest[0] in _SEPARATORS or rest[0] in "…_":
        return 1.0
    if len(after) - len(after.lstrip(" \u00a0")) >= 2:
        return 0.9
    if rest[0] in ";,/|–-=(":
        return 0.7
    return 0.45 if rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"'«" else 0.25
