"""Finds the form's words where they are misspelt, shortened, joined with others or in another language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rapidfuzz import fuzz

from parsers.finding.anchors import TRUST, Anchor, Role, denies
from parsers.finding.likeness import FUZZY, alike, distinct, likeness_beyond, nearness, siblings, standing_in
from parsers.finding.matches import Match, Span
from parsers.finding.numbering import without_ticks
from parsers.finding.prompts import retold
from parsers.finding.search import SURE, Search, goes_on, places, whole_span
from parsers.finding.surroundings import SEPARATORS, quality_of
from parsers.keys import extent, key
from parsers.layout import Line

OTHERWISE = 0.1
"""By how much words have to be liker to an option than to its sibling where only one of them says no."""
SHORT_LINE = 30
"""Up to this length two lines of a cell may be one label."""
FURTHER_ON = 0.7
"""How well a label fits that follows an answer in its line."""

_HEADS = (Role.LABEL, Role.SECTION)
_JOINING = re.compile(r"\s(?:e|ed|o|and|und|et)\s|\s*[,/;&+]\s*|\s[–-]\s")
_COLON = re.compile(r"[ \u00a0]*(?:\(\d\))?[ \u00a0]*[:：]")


def find_alike(
    text: Search, anchors: list[Anchor], chained: tuple[Match, ...], all_anchors: tuple[Anchor, ...]
) -> Iterator[Match]:
    """Anchors not found as they are: lines, or their stretches between marks, that are like them."""
    taken = {(span.line, span.start) for match in chained if match.quality >= SURE for span in match.spans}
    words_of_others = {key for anchor in all_anchors for key in anchor.keys}
    words_of_others |= {key for anchor in anchors for key in anchor.foreign}
    wanted = [(anchor, distinct(anchor)) for anchor in anchors]
    every = sorted({key for _, keys in wanted for key in keys})
    stretches = [
        (spans, words, near, _standing(text, spans, words, standing_in(words, words_of_others)))
        for spans, words in _stretches(text)
        if (spans[0].line, spans[0].start) not in taken
        and words not in words_of_others
        and (near := alike(words, every))
    ]
    yield from _joint(text, anchors, all_anchors)
    for anchor, keys in wanted:
        yield from text.find_words(anchor, anchor.foreign)
        if anchor.role is Role.LABEL:
            yield from _further_on(text, anchor, chained)
        if anchor.role is Role.PROMPT:
            yield from _opening(text, anchor)
            yield from retold(anchor, text.lines, chained)
        for spans, words, near, held in stretches:
            likeness = likeness_beyond(words, held, anchor, {key: near[key] for key in keys if key in near})
            if not likeness:
                continue
            own = nearness(words, keys)
            if own < nearness(words, words_of_others) or _is_a_sibling_s(
                text, anchor, spans, own - nearness(words, siblings(anchor, all_anchors))
            ):
                continue
            if quality_of(text.lines, spans, words, anchor.role) > 0:
                boxed = bool(text.lines[spans[0].line].marks)
                yield Match(anchor, text.dressed(spans, anchor), 0.94 * likeness, likeness, boxed)


def _standing(text: Search, spans: tuple[Span, ...], words: str, held: str) -> str:
    """What of the form's words stands in these; "" also where it is no more than a part of a word.

    So "EE.LL" does not stand in "EE.LLL", which is misspelt.
    """
    if not held or len(spans) > 1:
        return held
    line, span = text.lines[spans[0].line], spans[0]
    first = bisect_left(line.offsets, span.start)
    start = first + words.find(held)
    end = start + len(held)
    torn = (start > first and goes_on(line, start)) or (end < first + len(words) and goes_on(line, end))
    # A tick that was typed beside them is no part of the last word: "Alfa SI".
    ticked = without_ticks(line.text, span.start, span.end) != (span.start, span.end)
    return "" if torn and not ticked else held


def _is_a_sibling_s(text: Search, anchor: Anchor, spans: tuple[Span, ...], margin: float) -> bool:
    """Whether words are as like to another option of the group: "Tipo C" is neither A nor B.

    Nor is "for-profit" a misspelt "no profit".
    """
    if anchor.role is not Role.OPTION or margin > OTHERWISE:
        return False
    words = " ".join(text.lines[span.line].text[span.start : span.end] for span in spans)
    return margin <= 0 or denies(words) != anchor.denies


def _stretches(text: Search) -> Iterator[tuple[tuple[Span, ...], str]]:
    """What may be an anchor's words misspelt: lines, parts of them, and pairs of short ones of a cell."""
    for line, following in zip_longest(text.lines, text.lines[1:]):
        if not 0 < len(line.key) <= 500:
            continue
        if line.index not in text.whole:
            for span, words in _parts_of(line):
                yield from _with_or_without_ticks(line, span, words)
        if (
            following is not None
            and line.spot is not None
            and line.spot is following.spot
            and 0 < len(following.key) <= SHORT_LINE
            and len(line.key) <= SHORT_LINE
            # What begins with a box or a typed tick begins anew.
            and not following.marks
            and not {line.index, following.index} <= text.whole
            and without_ticks(following.text, 0, len(following.text))[0] == 0
        ):
            pair = (whole_span(line), whole_span(following))
            yield pair, line.key + following.key


def _joint(text: Search, anchors: Iterable[Anchor], all_anchors: tuple[Anchor, ...]) -> Iterator[Match]:
    """Labels in a line that is nothing but labels, up to its colon: "Regione e città"."""
    labels = {key for a in all_anchors if a.role in _HEADS for key in (*a.keys, *a.foreign)}
    missing = [anchor for anchor in anchors if anchor.role in _HEADS]
    for line in text.short:
        if not _JOINING.search(line.text):
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


def _further_on(text: Search, anchor: Anchor, chained: Iterable[Match]) -> Iterator[Match]:
    """A label with its colon in the midst of a line that begins with another label and its colon."""
    heads = {
        match.end[0]
        for match in chained
        if match.anchor.role is Role.LABEL
        and match.spans[-1].start <= 4
        and _COLON.match(text.lines[match.end[0]].text, match.end[1])
    }
    for line in (text.lines[index] for index in sorted(heads)):
        for words in anchor.keys:
            for at in places(words, line.key):
                start, end = line.stretch(at, at + len(words))
                parted = start > 0 and not line.text[start - 1].isalnum() and line.text[start].isupper()
                if parted and _COLON.match(line.text, end):
                    yield Match(anchor, (Span(line.index, start, end),), FURTHER_ON)


def _opening(text: Search, anchor: Anchor) -> Iterator[Match]:
    """A long anchor, misspelt, at the beginning of a line that goes on with somebody's answer."""
    key = anchor.keys[0]
    for line in text.lines:
        if len(line.key) < 1.05 * len(key) or line.index in text.whole:
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


def _parts_of(line: Line) -> Iterator[tuple[Span, str]]:
    """The line, unless a mark parts it, and its text between marks, tabs, breaks and colons, with keys."""
    whole = whole_span(line)
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
