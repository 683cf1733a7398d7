"""How the form's own words end where only their beginning was found, as where a line breaks in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from parsers.finding.anchors import Anchor, Role
from parsers.finding.matches import Match, Span
from parsers.keys import key
from parsers.layout import Line, Spot

_LINES = 4
"""Over how many lines the rest of a prompt goes at the most."""


def endings(lines: Sequence[Line], matches: Iterable[Match]) -> Iterator[Span]:
    """Where the words stand that complete those found: "specificare" below "Altre,"."""
    for match in matches:
        wanted = match.anchor.keys if match.anchor.role is not Role.LABEL else match.anchor.keys[:1]
        # To fold what was found takes long, and most of it is all of a label.
        if match.likeness < 1 or _may_go_on(match.anchor):
            found = found_key(lines, match)
            rests = [words[len(found) :] for words in wanted if words.startswith(found)]
            for rest in sorted(filter(None, rests), key=len, reverse=True):
                spans = _spans(lines, match, rest)
                if spans:
                    yield from spans
                    break


@lru_cache(maxsize=1024)
def _may_go_on(anchor: Anchor) -> bool:
    """Whether some spelling of an anchor begins another one."""
    return any(words != other and words.startswith(other) for words in anchor.keys for other in anchor.keys)


def torn_off(lines: Sequence[Line], labels: Iterable[Match]) -> frozenset[tuple[Spot, str]]:
    """By cell the keys of what is missing of labels that are only begun there.

    Where the options stand beside a label of two lines, its rest may stand behind any of them.
    """
    found: set[tuple[Spot, str]] = set()
    for match in labels:
        spot, words = lines[match.end[0]].spot, match.anchor.keys[0]
        label = match.anchor.role is Role.LABEL and match.likeness == 1
        if label and spot is not None and _may_go_on(match.anchor):
            begun = found_key(lines, match)
            if words.startswith(begun) and len(words) > len(begun):
                found.add((spot, words[len(begun) :]))
    return frozenset(found)


def found_key(lines: Sequence[Line], match: Match) -> str:
    """The key of the words that a match stands for, as they are written in a document's lines."""
    return key("".join(lines[span.line].text[span.start : span.end] for span in match.spans))


def _spans(lines: Sequence[Line], match: Match, rest: str) -> list[Span]:
    """Where the rest of an anchor's words stands right behind those that were found, if all of it does.

    A label's stands on a further line of its cell: in the same one it may be somebody's answer. Each
    line of a prompt may have a frame of its own.
    """
    at, start = match.end
    first, spot = at, lines[at].spot
    spans: list[Span] = []
    prompts = match.anchor.role is Role.PROMPT
    while rest and at < len(lines) and at <= first + _LINES and (prompts or lines[at].spot is spot):
        line = lines[at]
        end = _reach(line, start, rest)
        words = key(line.text[start:end])
        if end is None or (words and at == first and match.anchor.role is Role.LABEL):
            return []
        if words:
            spans.append(Span(at, start, end))
            rest = rest[len(words) :]
        at, start = at + 1, 0
    return spans if not rest else []


def _reach(line: Line, start: int, rest: str) -> int | None:
    """Up to where a line holds what is wanted, from `start` on; None where it holds other words first."""
    first = sum(offset < start for offset in line.offsets)
    words = line.key[first:]
    if rest.startswith(words):
        return len(line.text)
    if not words.startswith(rest):
        return None
    end = line.offsets[first + len(rest) - 1] + 1
    return end if not line.text[end : end + 1].isalnum() else None
