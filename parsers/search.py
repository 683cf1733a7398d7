"""Finds the form's words in a document: as they are, within lines or over several, and misspelt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise, zip_longest

from rapidfuzz import fuzz

from parsers.anchors import Anchor, Role
from parsers.layout import Line
from parsers.matches import Match, Span
from parsers.surroundings import SEPARATORS, SHORT, is_amid, quality_of

SURE = 0.85
"""Below this, a misspelt place is looked for as well."""
FUZZY = 0.84
"""From what likeness misspelt words are taken for the form's."""
TRUST = 0.97
"""How much another spelling counts, so that the form's own words win where both stand."""
SHORT_LINE = 30
"""Up to this length two lines of a cell may be one label."""
LONE = 60
"""Lines longer than this are never a part of words that go over several lines."""


class Search:
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
            amid, boxed = is_amid(self.lines, line.index, ""), bool(line.marks)
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
                (spans, quality_of(self.lines, spans, words, anchor.role))
                for spans in self._occurrences(words)
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
                if quality_of(self.lines, spans, words, anchor.role) > 0:
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


def _alike(size: int, other: int) -> bool:
    return abs(size - other) <= 0.2 * size


def _whole_span(line: Line) -> Span:
    return Span(line.index, *line.stretch(0, len(line.key)))


def _stretches(line: Line) -> Iterator[tuple[Span, str]]:
    """The line, and its text between marks, tabs, breaks and colons, each with its key."""
    yield _whole_span(line), line.key
    if SEPARATORS.isdisjoint(line.text):
        return
    offsets = line.offsets
    cuts = [at for at, char in enumerate(line.text) if char in SEPARATORS]
    colon = line.text.find(":")
    for begin, end in [(0, colon), *zip([0, *(at + 1 for at in cuts)], [*cuts, len(line.text)], strict=True)]:
        first, last = bisect_left(offsets, begin), bisect_left(offsets, end)
        if 0 < last - first < len(line.key):
            yield Span(line.index, offsets[first], offsets[last - 1] + 1), line.key[first:last]
