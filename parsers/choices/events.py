"""Reads what stands among a group's options: marks, letters typed for marks, yes and no, other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.choices.polar import resolved, written_for
from parsers.choices.signs import Event, Foreign, Sign, Word
from parsers.document import State
from parsers.finding.govern import Headings
from parsers.finding.matches import Match, Span
from parsers.keys import key, without_references
from parsers.layout import Line
from parsers.lexicon import LITTLE, NO, YES
from parsers.marks import typed

CROSSES = frozenset("XxХх×√✓✗")
"""Letters that among words, too, stand for a tick; the third and fourth are Cyrillic."""
BULLETS = frozenset("*+1")
"""Signs that tick when they stand alone, and only begin a line when words follow."""

_EXES = frozenset("XxХх")
_SAID = frozenset({"SI", "SÌ", "Sì", "sì", "OK", "YES"})
"""What ticks in front of words, too."""
_LETTERS = frozenset({"", "1", "s", "y"})
"""What ticks when it stands alone, but also ends a note."""
_NOTE_ENDS = frozenset(")]:*+;,-–")
"""What closes a note, so that a mark may follow."""


def events_of(
    matches: tuple[Match, ...],
    lines: tuple[Line, ...],
    headings: Headings,
    words: frozenset[str] = frozenset(),
) -> list[Event]:
    """The group's options, and the signs and foreign words of these lines, in reading order.

    `words` are the options' keys: "sì" ticks beside an option, but not in a group where it is one.
    """
    own: dict[int, list[tuple[Span, Match]]] = {}
    for match in matches:
        for span in match.spans:
            own.setdefault(span.line, []).append((span, match))
    events = [event for line in lines for event in _in_line(line, own.get(line.index, []), headings, words)]
    events = _without_fillers(events, lines)
    drawn = any(isinstance(event, Sign) and event.drawn for event in events)
    if drawn and any(isinstance(event, Sign) and event.worded for event in events):
        # Boxes without such a word stand by other options: so this one was written, for a tick.
        events = [written_for(event) if isinstance(event, Sign) else event for event in events]
    # Beside boxes of another kind, "(x)" is a cross in brackets and no box of its own.
    return [
        replace(event, boxed=False) if drawn and isinstance(event, Sign) and not event.drawn else event
        for event in events
    ]


def _without_fillers(events: list[Event], lines: tuple[Line, ...]) -> list[Event]:
    """Where some options have "*" and all the others X, the stars stand for empty boxes."""
    if not any(isinstance(event, Sign) and event.mark is None for event in events):
        return events
    text = {line.index: line.text for line in lines}
    signs = [event for event in events if isinstance(event, Sign) and event.state is State.TICKED]
    stars = [s for s in signs if s.mark is None and text[s.span.line][s.span.start : s.span.end] in BULLETS]
    options = sum(isinstance(event, Match) for event in events)
    if not stars or len(stars) == len(signs) or len(signs) != options:
        return events
    return [replace(event, state=State.EMPTY) if event in stars else event for event in events]


def _in_line(
    line: Line, own: list[tuple[Span, Match]], headings: Headings, words: frozenset[str]
) -> list[Event]:
    inside = [(span.start, span.end) for span, _ in own]
    signs = [
        Sign(Span(line.index, at, at + 1), mark.state, mark.boxed, mark)
        for at, mark in line.marks
        if not any(start <= at < end for start, end in inside)
    ]
    labels = [(span.start, span.end) for span in headings.in_line(line)]
    taken = sorted([*inside, *labels, *((sign.span.start, sign.span.end) for sign in signs)])
    placed: list[tuple[int, Event | Word]] = [(sign.span.start, sign) for sign in signs]
    placed += [(span.start, match) for span, match in own if span == match.spans[0]]
    placed += [(event.span.start, event) for event in _between(line, taken, words, inside)]
    return list(resolved([event for _, event in sorted(placed, key=lambda pair: pair[0])], line))


def _between(
    line: Line, taken: list[tuple[int, int]], words: frozenset[str], options: list[tuple[int, int]]
) -> Iterator[Sign | Word | Foreign]:
    """What stands between options and marks: typed in place of a mark, or foreign."""
    start = 0
    for first, last in [*taken, (len(line.text), len(line.text))]:
        for at, end in _pieces(line.text, start, first) if start < first else ():
            if key(line.text[at:end]) in words:
                yield Foreign(Span(line.index, at, end))
                continue
            # After a colon stands an answer, and an X in it is a letter.
            polar = not (words & YES and words & NO)
            behind = polar and any(last <= at for _, last in options)
            answer = ":" in line.text[start:at]
            yield from _read_piece(line, Span(line.index, at, end), answer, polar=polar, behind=behind)
        start = max(start, last)


def _read_piece(
    line: Line, piece: Span, answer: bool, *, polar: bool, behind: bool
) -> Iterator[Sign | Word | Foreign]:
    """A typed mark, yes or no, or words; a lone X at either end of words is a mark of its own.

    `behind` an option's words so may "ok" or "no" be, at the end of a note.
    """
    _, start, end = piece
    text = without_references(line.text)[start:end]
    if text.strip("().°- ") in BULLETS and line.key != key(text):
        # "1 Alfa", "* Beta": it begins the line of an option, and says nothing.
        return
    said = list(_said(text, line.index, start)) if polar else []
    if said:
        yield from said
        return
    state = typed(text)
    if state is not None:
        yield Sign(Span(line.index, start, end), state, False, None)
        return
    words = [] if answer else text.split()
    first, last = start, end
    if len(words) > 1 and (_is_cross(words[0]) or (polar and words[0] in _SAID and not text.isupper())):
        first = start + len(words[0])
        yield Sign(Span(line.index, start, first), State.TICKED, False, None)
    if len(words) > 1 and _is_cross(words[-1]):
        last = end - len(words[-1])
        yield Sign(Span(line.index, last, end), State.TICKED, False, None)
    elif len(words) > 1 and behind and (said_last := _at_last(words, line.index, end)) is not None:
        last = said_last.span.start
        yield said_last
    rest = line.text[first:last]
    if key(rest) and key(rest) not in LITTLE:
        first += len(rest) - len(rest.lstrip())
        yield Foreign(Span(line.index, first, first + len(rest.strip())))


def _at_last(words: list[str], line: int, end: int) -> Sign | Word | None:
    """The "ok", "sì" or "no" that a note behind an option ends with; doubtful where it may be the note's."""
    last, before = words[-1], words[-2]
    span = Span(line, end - len(last), end)
    apart = before[-1] in _NOTE_ENDS or last[0] in "([" or (len(last) > 1 and last != "si")
    word, ticked = key(last), typed(last) is State.TICKED
    if word in NO:
        return Word(span, False) if apart else None
    if not ticked or word in _LETTERS or last in BULLETS:
        return None
    return Sign(span, State.TICKED, False, None, doubtful=not apart)


def _said(text: str, line: int, start: int) -> Iterator[Word | Sign]:
    """The words of a text that is nothing but yes, no and crosses; nothing for any other text."""
    whole = key(text)
    if (whole in YES or whole in NO) and all(map(key, text.split())):
        yield Word(Span(line, start, start + len(text)), whole in YES)
        return
    found: list[Word | Sign] = []
    at = 0
    for token in text.replace("/", " ").replace("|", " ").split():
        at = text.index(token, at)
        span = Span(line, start + at, start + at + len(token))
        at += len(token)
        word, state = key(token), typed(token)
        if word in YES or word in NO:
            found.append(Word(span, word in YES))
        elif state is not None:
            found.append(Sign(span, state, False, None))
        elif word:
            return
    if any(isinstance(event, Word) for event in found):
        yield from found


def _is_cross(word: str) -> bool:
    bare = word.strip("_|[]()")
    return bare in CROSSES or (1 < len(bare) <= 3 and set(bare) <= _EXES)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for piece in text[start:end].replace("\n", "\t").split("\t"):
        # "Is it so?  v": the question's mark is no part of what was typed.
        bare = piece.strip(" \u00a0-–:;,.=").lstrip("? \u00a0")
        if bare:
            first = at + piece.index(bare)
            yield first, first + len(bare)
        at += len(piece) + 1
