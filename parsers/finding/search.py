"""Finds the words of the form in a document as they are, within lines or over several. See `misspelt`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from rapidfuzz import fuzz

from parsers.finding.anchors import TRUST, Anchor, Role, by_words
from parsers.finding.likeness import FUZZY
from parsers.finding.matches import Match, Span
from parsers.finding.numbering import list_number, quoted
from parsers.finding.surroundings import SHORT, is_amid, quality_of
from parsers.layout import Line

SURE = 0.85
"""Below this, a misspelt place is looked for as well."""
LONE = 60
"""Lines longer than this are never a part of words that go over several lines, nor hold short ones."""


_BESIDE = re.compile(r"\s*(?:\(\d\))?\s*[/|(–-]\s*(?=\w)")


class Search:
    """The document as one key, with the way back from a place in it to a line and an offset."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.key = ""
        self.starts: list[int] = []
        self.whole: set[int] = set()
        """The lines that are an anchor's words and no more, by number."""
        self.short: tuple[Line, ...] = ()
        """The short ones among the others."""
        self._translated = False
        """Whether a line is the form's words in another language: then others may be parts of lines."""
        self._known: dict[tuple[str, Role, tuple[str, ...]], tuple[tuple[tuple[Span, ...], float], ...]] = {}

    def whole_lines(self, anchors: tuple[Anchor, ...]) -> list[Match]:
        """Lines that are an anchor's words and no more, as most of a form's are."""
        wanted = by_words(anchors)
        found: list[Match] = []
        for line in self.lines:
            standing = wanted.get(line.key) if line.key else None
            if standing is None:
                continue
            self.whole.add(line.index)
            spans = (whole_span(line),)
            amid, boxed = is_amid(self.lines, line.index, ""), bool(line.marks)
            for anchor, trust in standing:
                quality = 0.8 if amid and anchor.role is Role.LABEL else 1.0
                self._translated = self._translated or line.key in anchor.foreign
                found.append(Match(anchor, spans, quality * trust, 1.0, boxed))
        self._join()
        return found

    def _join(self) -> None:
        """The rest as one key; a long whole line (a note, a prompt) is done with and parts its neighbours."""
        keys = [
            "\n" if line.index in self.whole and len(line.key) > LONE else line.key for line in self.lines
        ]
        self.key = "".join(keys)
        self.starts = [0, *accumulate(map(len, keys))][:-1]
        others = (line for line in self.lines if line.index not in self.whole)
        self.short = tuple(line for line in others if 0 < len(line.key) <= LONE)

    def find(self, anchor: Anchor) -> Iterator[Match]:
        """Where an anchor's words stand otherwise: in a part of a line, or over several of one cell."""
        for rank, words in enumerate((*anchor.keys, *anchor.foreign) if self._translated else anchor.keys):
            # Most words stand nowhere at all, or nowhere else.
            if words in self.key and self._fitting(words, anchor):
                yield from self.find_words(anchor, (words,), TRUST if rank else 1.0)

    def find_words(self, anchor: Anchor, keys: Iterable[str], trust: float = TRUST) -> Iterator[Match]:
        """Where one of these words for an anchor stands in a part of a line, or over several."""
        for words in keys:
            for fitting, quality in self._fitting(words, anchor):
                spans = self._in_both(self._completed(fitting, words, anchor.keys[0]), anchor)
                boxed = bool(self.lines[spans[0].line].marks)
                yield Match(anchor, self.dressed(spans, anchor), quality * trust, 1.0, boxed)

    def dressed(self, spans: tuple[Span, ...], anchor: Anchor) -> tuple[Span, ...]:
        """An option with the list number before it and its quotation marks: "☐ a) Alfa", "☐ «Alfa»"."""
        if anchor.role is not Role.OPTION:
            return spans
        first, *more = spans
        text = self.lines[first.line].text
        start, end = (first.start, first.end) if more else quoted(text, first.start, first.end)
        return (Span(first.line, list_number(text, start, self.lines[: first.line]), end), *more)

    def _completed(self, spans: tuple[Span, ...], words: str, whole: str) -> tuple[Span, ...]:
        """A short spelling with the rest of the form's own words, where that follows misspelt."""
        rest = whole[len(words) :]
        if len(rest) < SHORT or not whole.startswith(words):
            return spans
        last = spans[-1]
        line = self.lines[last.line]
        at = bisect_left(line.offsets, last.end)
        following = line.key[at : at + len(rest) + 1]
        if len(following) < len(rest) - 1:
            return spans
        sizes = range(len(rest) - 1, len(following) + 1)
        likeness, more = max((fuzz.ratio(rest, following[:size]), size) for size in sizes)
        if likeness < 100 * FUZZY:
            return spans
        return (*spans[:-1], Span(last.line, last.start, line.stretch(at, at + more)[1]))

    def _in_both(self, spans: tuple[Span, ...], anchor: Anchor) -> tuple[Span, ...]:
        """The form's own words with what they are in another language behind them: "Banche / Banken"."""
        last = spans[-1]
        line = self.lines[last.line]
        joint = _BESIDE.match(line.text, last.end)
        if joint is None or not anchor.foreign:
            return spans
        at = bisect_left(line.offsets, last.end)
        for words in sorted((*anchor.foreign, anchor.keys[0]), key=len, reverse=True):
            end = at + len(words)
            if line.key.startswith(words, at) and (end == len(line.key) or not goes_on(line, end)):
                return (*spans[:-1], Span(last.line, last.start, line.stretch(at, end)[1]))
        return spans

    def _fitting(self, words: str, anchor: Anchor) -> tuple[tuple[tuple[Span, ...], float], ...]:
        """Where a key stands and how well it fits; groups with the same options ask the same again."""
        known = self._known.get((words, anchor.role, anchor.foreign))
        if known is None:
            found: list[tuple[tuple[Span, ...], float]] = []
            for stretch in self._occurrences(words):
                # Over several lines nothing may follow but the same in another language.
                spans = self._in_both(stretch, anchor) if len(stretch) > 1 else stretch
                quality = quality_of(self.lines, spans, words, anchor.role)
                if quality > 0:
                    found.append((spans, quality))
            known = self._known[words, anchor.role, anchor.foreign] = tuple(found)
        return known

    def _occurrences(self, key: str) -> Iterable[tuple[Span, ...]]:
        """Where a key stands, within a line or within lines of one cell."""
        if len(key) < SHORT:
            return self._in_short_lines(key)
        starts = places(key, self.key)
        return self._among(starts, len(key)) if starts else ()

    def _together(self, spans: tuple[Span, ...]) -> bool:
        """Whether lines stand in one cell, or in cells of one column that a page end may have parted."""
        spots = [self.lines[span.line].spot for span in spans]
        pages = {self.lines[span.line].place.page for span in spans}
        if len(set(spots)) > 1 and len(pages) == 1 and self.whole.issuperset(span.line for span in spans):
            # Words of the form each: "E-mail" in the row below an empty answer to "Telefono".
            return False
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
            for at in places(key, line.key):
                yield self._spans(self.starts[line.index] + at, len(key))

    def _among(self, starts: list[int], length: int) -> Iterator[tuple[Span, ...]]:
        """The stretches that begin at these places, but for those within a line that is found whole."""
        for at in starts:
            index = bisect_right(self.starts, at) - 1
            if index in self.whole and at + length <= self.starts[index] + len(self.lines[index].key):
                continue
            spans = self._spans(at, length)
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


def goes_on(line: Line, at: int) -> bool:
    """Whether a word goes on over this letter of the line's key."""
    return line.offsets[at] == line.offsets[at - 1] + 1


def places(key: str, text: str) -> list[int]:
    """Where a key stands in a text, from left to right, overlapping places too."""
    found: list[int] = []
    at = text.find(key)
    while at >= 0:
        found.append(at)
        at = text.find(key, at + 1)
    return found


def whole_span(line: Line) -> Span:
    """All of a line that its key is made of."""
    return Span(line.index, *line.stretch(0, len(line.key)))
