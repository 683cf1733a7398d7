"""Aligns a document's lines with a form's anchors: which of the form's words stand where.

Every place where an anchor's words could stand is a candidate; the chain of candidates that explains
most of the form in its own order wins, and a step back in the form's order costs. Words that people
quote in their answers lose against the form's own by order and by what surrounds them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise, zip_longest
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from parsers.anchors import Anchor, Role
from parsers.keys import without_references
from parsers.layout import IMAGE, MARK, Layout, Line

STEP_BACK = 2.5
"""What a step back in the form's order costs: about one label, so that a moved section is followed
and a quoted label is not."""
STEP_ASIDE = 0.4
"""What a step back costs among groups with the same options."""
CERTAIN = 0.95
SURE = 0.85
"""Below this, a misspelt place is looked for as well."""
FUZZY = 0.84
"""From what likeness misspelt words are taken for the form's."""
TRUST = 0.97
"""How much another spelling counts, so that the form's own words win where both stand."""
SHORT = 5
"""Keys shorter than this turn up by chance in any text, and count in short lines only."""
SHORT_LINE = 30
"""Up to this length two lines of a cell may be one label."""
LONE = 60
"""Lines longer than this are never a part of words that go over several lines."""
LONG = 100
"""From this length on, a key is nobody's chance wording."""
TWO_FORMS = 6
"""From how many labels on that stand twice the form itself does."""
NEAR = 3
"""How many lines on the form's next words are looked for."""


class Span(NamedTuple):
    """A stretch of one line. A form has some hundreds of them, and a tuple is made and sorted faster."""

    line: int
    start: int
    end: int


class Match(NamedTuple):
    """An anchor's words found in the document."""

    anchor: Anchor
    spans: tuple[Span, ...]
    """Where: one stretch, or several where the words go over lines of one cell."""
    quality: float
    """0 to 1: how well the words and what surrounds them fit."""
    likeness: float = 1.0
    """0 to 1: how like the form's the words are."""
    boxed: bool = True
    """For an option: whether a mark stands in its line."""

    @property
    def gain(self) -> float:
        """What finding it adds to a chain; an option without a box may be anybody's word."""
        weight = self.quality * self.anchor.weight
        return weight if self.boxed or self.anchor.role is not Role.OPTION else 0.25 * weight

    @property
    def position(self) -> tuple[int, int]:
        """Line and offset of its beginning."""
        return self.spans[0].line, self.spans[0].start

    @property
    def end(self) -> tuple[int, int]:
        """Line and offset of its end."""
        return self.spans[-1].line, self.spans[-1].end


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
    text = _Text(layout.lines)
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


class _Text:
    """The document as one key, with the way back from a place in it to a line and an offset."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.key = ""
        self.starts: list[int] = []
        self.short = tuple(line for line in lines if 0 < len(line.key) <= 60)
        self._whole: set[int] = set()
        self._known: dict[tuple[str, Role], tuple[tuple[tuple[Span, ...], float], ...]] = {}

    def whole_lines(self, anchors: tuple[Anchor, ...]) -> list[Match]:
        """Lines that are an anchor's words and no more, as most of a form's are."""
        wanted: dict[str, list[tuple[Anchor, float]]] = {}
        for anchor in anchors:
            for rank, words in enumerate(anchor.keys):
                wanted.setdefault(words, []).append((anchor, TRUST if rank else 1.0))
        found: list[Match] = []
        for line in self.lines:
            standing = wanted.get(line.key) if line.key else None
            if standing is None:
                continue
            self._whole.add(line.index)
            spans = (_whole_span(line),)
            amid, boxed = _amid(self.lines, line.index, ""), bool(line.marks)
            for anchor, trust in standing:
                quality = 0.8 if amid and anchor.role is Role.LABEL else 1.0
                found.append(Match(anchor, spans, quality * trust, 1.0, boxed))
        self._join()
        return found

    def _join(self) -> None:
        """The rest as one key; a long whole line (a note, a prompt) is done with and parts its neighbours."""
        keys = [
            "\n" if line.index in self._whole and len(line.key) > LONE else line.key for line in self.lines
        ]
        self.key = "".join(keys)
        self.starts = [0, *accumulate(map(len, keys))][:-1]

    def find(self, anchor: Anchor) -> Iterator[Match]:
        """Where an anchor's words stand otherwise: in a part of a line, or over several of one cell."""
        for rank, words in enumerate(anchor.keys):
            for spans, quality in self._fitting(words, anchor):
                boxed = bool(self.lines[spans[0].line].marks)
                yield Match(anchor, spans, quality * (TRUST if rank else 1.0), 1.0, boxed)

    def _fitting(self, words: str, anchor: Anchor) -> tuple[tuple[tuple[Span, ...], float], ...]:
        """Where a key stands and how well it fits; groups with the same options ask the same again."""
        known = self._known.get((words, anchor.role))
        if known is None:
            found = (
                (spans, _quality(self.lines, spans, words, anchor.role)) for spans in self._occurrences(words)
            )
            known = self._known[words, anchor.role] = tuple(fit for fit in found if fit[1] > 0)
        return known

    def _occurrences(self, key: str) -> Iterator[tuple[Span, ...]]:
        """Where a key stands, within a line or within lines of one cell."""
        return self._in_short_lines(key) if len(key) < SHORT else self._anywhere(key)

    def _together(self, spans: tuple[Span, ...]) -> bool:
        """Whether lines stand in one cell, or in cells of one column that a page end may have parted."""
        spots = [self.lines[span.line].spot for span in spans]
        return all(
            first is second
            or (
                first is not None
                and second is not None
                and first.table == second.table
                and first.column == second.column
                and second.row == first.last_row + 1
            )
            for first, second in pairwise(spots)
        )

    def _in_short_lines(self, key: str) -> Iterator[tuple[Span, ...]]:
        for line in self.short:
            if line.index in self._whole:
                continue
            for at in _places(key, line.key):
                yield self._spans(self.starts[line.index] + at, len(key))

    def _anywhere(self, key: str) -> Iterator[tuple[Span, ...]]:
        for at in _places(key, self.key):
            index = bisect_right(self.starts, at) - 1
            if index in self._whole and at + len(key) <= self.starts[index] + len(self.lines[index].key):
                continue
            spans = self._spans(at, len(key))
            if len(spans) == 1 or self._together(spans):
                yield spans

    def _spans(self, at: int, length: int) -> tuple[Span, ...]:
        spans: list[Span] = []
        index = bisect_right(self.starts, at) - 1
        while length:
            line = self.lines[index]
            first = at - self.starts[index]
            count = min(length, len(line.key) - first)
            if count > 0:
                spans.append(Span(index, *line.stretch(first, first + count)))
                at, length = at + count, length - count
            index += 1
        return tuple(spans)

    def find_alike(
        self, anchors: list[Anchor], chained: tuple[Match, ...], all_anchors: tuple[Anchor, ...]
    ) -> Iterator[Match]:
        """Anchors not found as they are: lines, or their stretches between marks, that are like them."""
        taken = {
            (span.line, span.start) for match in chained if match.quality >= SURE for span in match.spans
        }
        words_of_others = {key for anchor in all_anchors for key in anchor.keys}
        wanted = [(anchor, _distinct(anchor)) for anchor in anchors]
        sizes = {len(key) for _, keys in wanted for key in keys}
        stretches = [
            (spans, words)
            for spans, words in self._stretches()
            if (spans[0].line, spans[0].start) not in taken
            and words not in words_of_others
            and any(_alike(size, len(words)) for size in sizes)
            and not _holds_other_words(words, words_of_others)
        ]
        for anchor, keys in wanted:
            if anchor.role is Role.PROMPT:
                yield from self._opening(anchor)
            for spans, words in stretches:
                likeness = _likeness(words, keys)
                if likeness < FUZZY or likeness < _likeness(words, words_of_others):
                    # Not like it, or liker to another: an option's sibling, say.
                    continue
                if _quality(self.lines, spans, words, anchor.role) > 0:
                    boxed = bool(self.lines[spans[0].line].marks)
                    yield Match(anchor, spans, 0.94 * likeness, likeness, boxed)

    def _stretches(self) -> Iterator[tuple[tuple[Span, ...], str]]:
        """What may be an anchor's words misspelt: lines, parts of them, and pairs of short ones of a cell."""
        for line, following in zip_longest(self.lines, self.lines[1:]):
            if not 0 < len(line.key) <= 500:
                continue
            if line.index not in self._whole:
                for span, words in _stretches(line):
                    yield (span,), words
            if (
                following is not None
                and line.spot is not None
                and line.spot is following.spot
                and 0 < len(following.key) <= SHORT_LINE
                and len(line.key) <= SHORT_LINE
                and not {line.index, following.index} <= self._whole
            ):
                pair = (_whole_span(line), _whole_span(following))
                yield pair, line.key + following.key

    def _opening(self, anchor: Anchor) -> Iterator[Match]:
        """A long anchor, misspelt, at the beginning of a line that goes on with somebody's answer."""
        key = anchor.keys[0]
        for line in self.lines:
            if len(line.key) < 1.05 * len(key) or line.index in self._whole:
                continue
            head = line.key[: int(1.1 * len(key))]
            found = fuzz.partial_ratio_alignment(key, head, score_cutoff=100 * FUZZY)
            if found is None or found.dest_start > 3 or found.dest_end >= len(line.key):
                continue
            start, end = line.stretch(found.dest_start, found.dest_end)
            while end < len(line.text) and line.text[end].isalnum():
                end += 1
            likeness = found.score / 100
            yield Match(anchor, (Span(line.index, start, end),), 0.97 * likeness, likeness)


def _likeness(words: str, keys: Iterable[str]) -> float:
    """0 to 1: how like the nearest of these keys the words are; 0 for less than FUZZY."""
    return max((fuzz.ratio(key, words, score_cutoff=100 * FUZZY) / 100 for key in keys), default=0.0)


def _holds_other_words(words: str, keys: Iterable[str]) -> bool:
    """Whether most of it is one of these keys as it is; what is more there is somebody's."""
    return any(len(key) >= 0.6 * len(words) and key in words for key in keys)


def _places(key: str, text: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + 1)


def _distinct(anchor: Anchor) -> tuple[str, ...]:
    """The anchor's keys that are long enough to be told when misspelt."""
    return tuple(key for rank, key in enumerate(anchor.keys) if len(key) >= (SHORT if rank == 0 else 12))


_SEPARATORS = frozenset(MARK + IMAGE + "\t\n:")
_APOSTROPHES = frozenset("'’`´")
_CLOSING = " \u00a0\t\n.:;,)"
_BLANK = frozenset(" \u00a0")
_GLUED = frozenset("XxХхVv×√")
"""Letters typed over a box, that may touch the label: "XCooperativa"."""


def _alike(size: int, other: int) -> bool:
    return abs(size - other) <= 0.2 * size


def _whole_span(line: Line) -> Span:
    return Span(line.index, *line.stretch(0, len(line.key)))


def _stretches(line: Line) -> Iterator[tuple[Span, str]]:
    """The line, and its text between marks, tabs, breaks and colons, each with its key."""
    yield _whole_span(line), line.key
    if _SEPARATORS.isdisjoint(line.text):
        return
    offsets = line.offsets
    cuts = [at for at, char in enumerate(line.text) if char in _SEPARATORS]
    colon = line.text.find(":")
    for begin, end in [(0, colon), *zip([0, *(at + 1 for at in cuts)], [*cuts, len(line.text)], strict=True)]:
        first, last = bisect_left(offsets, begin), bisect_left(offsets, end)
        if 0 < last - first < len(line.key):
            yield Span(line.index, offsets[first], offsets[last - 1] + 1), line.key[first:last]


def _quality(lines: tuple[Line, ...], spans: tuple[Span, ...], words: str, role: Role) -> float:
    """How well what surrounds the words fits: 1 for a line of their own, 0 in the midst of a sentence."""
    first, last = spans[0], spans[-1]
    before = lines[first.line].text[: first.start]
    after = lines[last.line].text[last.end :]
    left, right = _left(before), _right(after)
    if len(spans) > 1 and min(left, right) < 1:
        return 0.0
    if len(words) < SHORT and min(left, right) < 0.7:
        return 0.0
    if role in (Role.SECTION, Role.TEXT) and without_references(after).strip(_CLOSING):
        return 0.0
    quality = left * right
    if role is Role.OPTION:
        # What follows an option at the beginning of a line may be the respondent's addition to it.
        quality = max(quality, 0.5) if left == 1 else quality
        return quality if quality >= 0.2 else 0.0
    if role is Role.LABEL and _amid(lines, first.line, before):
        quality *= 0.8
    return quality if left >= 0.6 and quality >= 0.3 else 0.0


def _amid(lines: tuple[Line, ...], index: int, before: str) -> bool:
    """Whether other words stand before these in the same line or cell: a label mostly begins its cell."""
    if sum(map(str.isalnum, before)) > 3:
        return True
    spot = lines[index].spot
    while spot is not None and index > 0 and lines[index - 1].spot is spot:
        index -= 1
        if lines[index].key:
            return True
    return False


_STRETCH = re.compile(f"[{MARK}{IMAGE}\\t\\n:]|[ \u00a0]{{2,}}")


def _left(before: str) -> float:
    """How well a text ends before the form's words begin."""
    if not before or before[-1] in _SEPARATORS:
        return 1.0
    tail = _STRETCH.split(before)[-1]
    bare = tail.strip(" \u00a0")
    if not bare or bare in _GLUED:
        return 1.0
    if tail != bare and bare[-1] in _GLUED and bare[-2:-1] in _BLANK and tail[-1] in _BLANK:
        # An X between two options of one line: "sì X no".
        return 0.7
    # Numbering, bullets and what is typed in place of a box: "1.", "a)", "-", "XX".
    if len(bare) <= 3 and (len(bare) == len(before.strip(" \u00a0")) or not bare.isalpha()):
        return 0.0 if tail[-1].isalnum() else 1.0
    if tail[-1].isalnum():
        return 0.0
    return 0.7 if bare[-1] in ";,/|.)–-" else 0.3


def _right(after: str) -> float:
    """How well a text goes on after the form's words."""
    if not after:
        return 1.0
    after = without_references(after)
    if after[:1] in _APOSTROPHES and not after[1:2].isalnum():
        # An apostrophe for an accent: "si'".
        after = after[1:]
    if after[:1].isalnum():
        return 1.0 if after.strip(" \u00a0") in _GLUED else 0.0
    rest = after.lstrip(" \u00a0)?.*")
    if _ends(rest):
        return 1.0
    if len(after) - len(after.lstrip(" \u00a0")) >= 2:
        return 0.9
    if rest[0] in ";,/|–-=(":
        return 0.7
    return 0.45 if rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"'«" else 0.25


def _ends(rest: str) -> bool:
    """Whether what follows is nothing, a mark, a break, leaders, or an X typed as a mark."""
    if not rest.strip(" \u00a0.…_") or rest[0] in _SEPARATORS or rest[0] in "…_":
        return True
    return rest[0] in _GLUED and not rest[1:2].isalnum()
