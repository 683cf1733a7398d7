"""Finds the form's words in a document: as they are, within lines or over several, and misspelt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise, zip_longest

from rapidfuzz import fuzz

from parsers.finding.anchors import Anchor, Role, by_words, denies
from parsers.finding.likeness import FUZZY, alike, distinct, likeness_beyond, nearness, siblings, standing_in
from parsers.finding.matches import Match, Span
from parsers.finding.numbering import list_number, quoted, without_ticks
from parsers.finding.prompts import retold
from parsers.finding.surroundings import SEPARATORS, SHORT, is_amid, quality_of
from parsers.keys import extent, key
from parsers.layout import Line

SURE = 0.85
"""Below this, a misspelt place is looked for as well."""
TRUST = 0.97
"""How much another spelling counts, so that the form's own words win where both stand."""
BORROWED = 0.7
"""The same, where the words are the form's own for something else."""
OTHERWISE = 0.1
"""By how much words have to be liker to an option than to its sibling where only one of them says no."""
SHORT_LINE = 30
"""Up to this length two lines of a cell may be one label."""
FURTHER_ON = 0.7
"""How well a label fits that follows an answer in its line."""
LONE = 60
"""Lines longer than this are never a part of words that go over several lines."""


_HEADS = (Role.LABEL, Role.SECTION)
_JOINING = re.compile(r"\s(?:e|ed|o|and|und|et)\s|\s*[,/;&+]\s*|\s[–-]\s")
_BESIDE = re.compile(r"\s*(?:\(\d\))?\s*[/|(–-]\s*(?=\w)")
_COLON = re.compile(r"[ \u00a0]*(?:\(\d\))?[ \u00a0]*[:：]")


class Search:
    """The document as one key, with the way back from a place in it to a line and an offset."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.key = ""
        self.starts: list[int] = []
        self.short = tuple(line for line in lines if 0 < len(line.key) <= 60)
        self._whole: set[int] = set()
        self._translated = False
        """Whether a line is the form's words in another language: then others may be parts of lines."""
        self._known: dict[tuple[str, Role], tuple[tuple[tuple[Span, ...], float], ...]] = {}

    def whole_lines(self, anchors: tuple[Anchor, ...]) -> list[Match]:
        """Lines that are an anchor's words and no more, as most of a form's are."""
        wanted = by_words(anchors)
        found: list[Match] = []
        for line in self.lines:
            standing = wanted.get(line.key) if line.key else None
            if standing is None:
                continue
            self._whole.add(line.index)
            spans = (_whole_span(line),)
            amid, boxed = is_amid(self.lines, line.index, ""), bool(line.marks)
            # What the form itself says somewhere is seldom another spelling of something else.
            trust = BORROWED if any(first for _, first in standing) else TRUST
            for anchor, first in standing:
                quality = 0.8 if amid and anchor.role is Role.LABEL else 1.0
                self._translated = self._translated or line.key in anchor.foreign
                found.append(Match(anchor, spans, quality if first else quality * trust, 1.0, boxed))
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
        for rank, words in enumerate((*anchor.keys, *anchor.foreign) if self._translated else anchor.keys):
            # Most words stand nowhere else.
            if self._fitting(words, anchor):
                yield from self._find(anchor, (words,), TRUST if rank else 1.0)

    def _find(self, anchor: Anchor, keys: Iterable[str], trust: float) -> Iterator[Match]:
        for words in keys:
            for fitting, quality in self._fitting(words, anchor):
                spans = self._in_both(self._completed(fitting, words, anchor.keys[0]), anchor)
                boxed = bool(self.lines[spans[0].line].marks)
                yield Match(anchor, self._dressed(spans, anchor), quality * trust, 1.0, boxed)

    def _dressed(self, spans: tuple[Span, ...], anchor: Anchor) -> tuple[Span, ...]:
        """An option with the list number before it and its quotation marks: "☐ a) Alfa", "☐ «Alfa»"."""
        first = spans[0]
        if anchor.role is not Role.OPTION or len(spans) > 1:
            return spans
        text = self.lines[first.line].text
        start, end = quoted(text, first.start, first.end)
        return (Span(first.line, list_number(text, start, self.lines[: first.line]), end),)

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
            if line.key.startswith(words, at) and (end == len(line.key) or not _goes_on(line, end)):
                return (*spans[:-1], Span(last.line, last.start, line.stretch(at, end)[1]))
        return spans

    def _fitting(self, words: str, anchor: Anchor) -> tuple[tuple[tuple[Span, ...], float], ...]:
        """Where a key stands and how well it fits; groups with the same options ask the same again."""
        known = self._known.get((words, anchor.role))
        if known is None:
            found: list[tuple[tuple[Span, ...], float]] = []
            for spans in self._occurrences(words):
                quality = quality_of(self.lines, spans, words, anchor.role)
                if quality > 0:
                    found.append((spans, quality))
            known = self._known[words, anchor.role] = tuple(found)
        return known

    def _occurrences(self, key: str) -> Iterable[tuple[Span, ...]]:
        """Where a key stands, within a line or within lines of one cell."""
        if len(key) < SHORT:
            return self._in_short_lines(key)
        places = _places(key, self.key)
        return self._among(places, len(key)) if places else ()

    def _together(self, spans: tuple[Span, ...]) -> bool:
        """Whether lines stand in one cell, or in cells of one column that a page end may have parted."""
        spots = [self.lines[span.line].spot for span in spans]
        pages = {self.lines[span.line].place.page for span in spans}
        if len(set(spots)) > 1 and len(pages) == 1 and self._whole.issuperset(span.line for span in spans):
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
            if line.index in self._whole:
                continue
            for at in _places(key, line.key):
                yield self._spans(self.starts[line.index] + at, len(key))

    def _among(self, places: list[int], length: int) -> Iterator[tuple[Span, ...]]:
        """The stretches that begin at these places, but for those within a line that is found whole."""
        for at in places:
            index = bisect_right(self.starts, at) - 1
            if index in self._whole and at + length <= self.starts[index] + len(self.lines[index].key):
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

    def find_alike(
        self, anchors: list[Anchor], chained: tuple[Match, ...], all_anchors: tuple[Anchor, ...]
    ) -> Iterator[Match]:
        """Anchors not found as they are: lines, or their stretches between marks, that are like them."""
        taken = {
            (span.line, span.start) for match in chained if match.quality >= SURE for span in match.spans
        }
        words_of_others = {key for anchor in all_anchors for key in anchor.keys}
        words_of_others |= {key for anchor in anchors for key in anchor.foreign}
        wanted = [(anchor, distinct(anchor)) for anchor in anchors]
        every = sorted({key for _, keys in wanted for key in keys})
        stretches = [
            (spans, words, near, self._standing(spans, words, standing_in(words, words_of_others)))
            for spans, words in self._stretches()
            if (spans[0].line, spans[0].start) not in taken
            and words not in words_of_others
            and (near := alike(words, every))
        ]
        yield from self._joint(anchors, all_anchors)
        for anchor, keys in wanted:
            yield from self._find(anchor, anchor.foreign, TRUST)
            if anchor.role is Role.LABEL:
                yield from self._further_on(anchor, chained)
            if anchor.role is Role.PROMPT:
                yield from self._opening(anchor)
                yield from retold(anchor, self.lines, chained)
            for spans, words, near, held in stretches:
                likeness = likeness_beyond(
                    words, held, anchor, {key: near[key] for key in keys if key in near}
                )
                if not likeness:
                    continue
                own = nearness(words, keys)
                if own < nearness(words, words_of_others) or self._is_a_sibling_s(
                    anchor, spans, own - nearness(words, siblings(anchor, all_anchors))
                ):
                    continue
                if quality_of(self.lines, spans, words, anchor.role) > 0:
                    boxed = bool(self.lines[spans[0].line].marks)
                    yield Match(anchor, self._dressed(spans, anchor), 0.94 * likeness, likeness, boxed)

    def _standing(self, spans: tuple[Span, ...], words: str, held: str) -> str:
        """What of the form's words stands in these; "" also where it is no more than a part of a word.

        So "EE.LL" does not stand in "EE.LLL", which is misspelt.
        """
        if not held or len(spans) > 1:
            return held
        line, span = self.lines[spans[0].line], spans[0]
        first = bisect_left(line.offsets, span.start)
        start = first + words.find(held)
        end = start + len(held)
        torn = (start > first and _goes_on(line, start)) or (end < first + len(words) and _goes_on(line, end))
        # A tick that was typed beside them is no part of the last word: "Alfa SI".
        ticked = without_ticks(line.text, span.start, span.end) != (span.start, span.end)
        return "" if torn and not ticked else held

    def _is_a_sibling_s(self, anchor: Anchor, spans: tuple[Span, ...], margin: float) -> bool:
        """Whether words are as like to another option of the group: "Tipo C" is neither A nor B.

        Nor is "for-profit" a misspelt "no profit".
        """
        if anchor.role is not Role.OPTION or margin > OTHERWISE:
            return False
        text = " ".join(self.lines[span.line].text[span.start : span.end] for span in spans)
        return margin <= 0 or denies(text) != anchor.denies

    def _stretches(self) -> Iterator[tuple[tuple[Span, ...], str]]:
        """What may be an anchor's words misspelt: lines, parts of them, and pairs of short ones of a cell."""
        for line, following in zip_longest(self.lines, self.lines[1:]):
            if not 0 < len(line.key) <= 500:
                continue
            if line.index not in self._whole:
                for span, words in _stretches(line):
                    yield from _with_or_without_ticks(line, span, words)
            if (
                following is not None
                and line.spot is not None
                and line.spot is following.spot
                and 0 < len(following.key) <= SHORT_LINE
                and len(line.key) <= SHORT_LINE
                # What begins with a box begins anew.
                and not following.marks
                and not {line.index, following.index} <= self._whole
            ):
                pair = (_whole_span(line), _whole_span(following))
                yield pair, line.key + following.key

    def _joint(self, anchors: Iterable[Anchor], all_anchors: tuple[Anchor, ...]) -> Iterator[Match]:
        """Labels in a line that is nothing but labels, up to its colon: "Regione e città"."""
        labels = {key for a in all_anchors if a.role in _HEADS for key in (*a.keys, *a.foreign)}
        missing = [anchor for anchor in anchors if anchor.role in _HEADS]
        for line in self.short:
            if line.index in self._whole or not _JOINING.search(line.text):
                continue
            parts = list(_parts(line.text.split(":")[0]))
            if len(parts) < 2 or not all(words in labels for _, _, words in parts):
                continue
            ends = [*(start for start, _, _ in parts[1:]), parts[-1][1]]
            stretches = [(part[0], end, part[2]) for part, end in zip(parts, ends, strict=True)]
            for anchor in missing:
                # Of a label in two languages all is one.
                own = [(s, e) for s, e, words in stretches if words in anchor.keys or words in anchor.foreign]
                if own:
                    yield Match(anchor, (Span(line.index, own[0][0], own[-1][1]),), TRUST)

    def _further_on(self, anchor: Anchor, chained: Iterable[Match]) -> Iterator[Match]:
        """A label with its colon in the midst of a line that begins with another label and its colon."""
        heads = {
            match.end[0]
            for match in chained
            if match.anchor.role is Role.LABEL
            and match.spans[-1].start <= 4
            and _COLON.match(self.lines[match.end[0]].text, match.end[1])
        }
        for line in (self.lines[index] for index in sorted(heads)):
            for words in anchor.keys:
                for at in _places(words, line.key):
                    start, end = line.stretch(at, at + len(words))
                    parted = start > 0 and not line.text[start - 1].isalnum() and line.text[start].isupper()
                    if parted and _COLON.match(line.text, end):
                        yield Match(anchor, (Span(line.index, start, end),), FURTHER_ON)

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


def _goes_on(line: Line, at: int) -> bool:
    """Whether a word goes on over this letter of the line's key."""
    return line.offsets[at] == line.offsets[at - 1] + 1


def _parts(text: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a line between joining words: from and up to where, and their keys."""
    at = 0
    for found in (*_JOINING.finditer(text), None):
        end = found.start() if found is not None else len(text)
        words = text[at:end]
        if key(words):
            first, last = extent(words)
            yield at + first, at + last, key(words)
        at = found.end() if found is not None else end


def _places(key: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(key)
    while at >= 0:
        found.append(at)
        at = text.find(key, at + 1)
    return found


def _whole_span(line: Line) -> Span:
    return Span(line.index, *line.stretch(0, len(line.key)))


def _with_or_without_ticks(line: Line, span: Span, words: str) -> Iterator[tuple[tuple[Span, ...], str]]:
    """A stretch, and what is left of it without a typed tick at either end.

    A tick that stands apart is never kept: the longer of two places wins, and would swallow it. A
    letter that touches a word may belong to it: "Vallutazione" is no V beside a word.
    """
    start, end = without_ticks(line.text, span.start, span.end)
    ticked = (start, end) != (span.start, span.end)
    glued = (start > span.start and line.text[start - 1].isalpha()) or (
        end < span.end and line.text[end].isalpha()
    )
    if glued or not ticked:
        yield (span,), words
    if ticked:
        yield (Span(line.index, start, end),), key(line.text[start:end])


def _stretches(line: Line) -> Iterator[tuple[Span, str]]:
    """The line, unless a mark parts it, and its text between marks, tabs, breaks and colons, with keys."""
    whole = _whole_span(line)
    if not any(whole.start < at < whole.end for at, _ in line.marks):
        yield whole, line.key
    if SEPARATORS.isdisjoint(line.text):
        return
    offsets = line.offsets
    cuts = [at for at, char in enumerate(line.text) if char in SEPARATORS]
    colon = line.text.find(":")
    for begin, end in [(0, colon), *zip([0, *(at + 1 for at in cuts)], [*cuts, len(line.text)], strict=True)]:
        first, last = bisect_left(offsets, begin), bisect_left(offsets, end)
        if 0 < last - first < len(line.key):
            yield Span(line.index, offsets[first], offsets[last - 1] + 1), line.key[first:last]
