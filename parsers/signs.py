"""What stands among a group's options: marks, letters typed for marks, yes and no, and foreign words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.document import Mark, Method, State
from parsers.govern import Headings
from parsers.keys import key, without_references
from parsers.layout import Line
from parsers.lexicon import LITTLE, NO, YES
from parsers.marks import typed
from parsers.matches import Match, Span

CROSSES = frozenset("XxХх×√✓✗")
"""Letters that among words, too, stand for a tick; the third and fourth are Cyrillic."""
BULLETS = frozenset("*+1")
"""Signs that tick when they stand alone, and only begin a line when words follow."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark, or letters typed in place of one, with where it stands."""

    span: Span
    state: State
    boxed: bool
    mark: Mark | None
    doubtful: bool = False
    """Whether it might as well be another option's, or mean something else."""
    denied: bool = False
    """Whether it says no in so many words: "NO" typed beside the option, a tick under "NO"."""

    @property
    def drawn(self) -> bool:
        """Whether it is a box of its own; brackets that are typed around an X are none."""
        return self.boxed and self.mark is not None and self.mark.method is not Method.TYPED_MARK

    @property
    def overlaid(self) -> bool:
        """Whether it is a tick drawn over whatever box is there."""
        return self.mark is not None and self.mark.method in (Method.DRAWING, Method.INK)


@dataclass(frozen=True, slots=True)
class Word:
    """A "yes" or a "no"."""

    span: Span
    yes: bool


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words among the options that are none of them."""

    span: Span


Event = Sign | Match | Foreign


def events_of(
    matches: tuple[Match, ...],
    lines: tuple[Line, ...],
    headings: Headings,
    words: frozenset[str] = frozenset(),
) -> list[Event]:
    """The group's options, and the signs and foreign words of these lines, in reading order.

    `words` are the options' keys: "sì" ticks beside an option, but not in a group where it is one.
    """
    events = [event for line in lines for event in _in_line(line, matches, headings, words)]
    drawn = any(isinstance(event, Sign) and event.drawn for event in events)
    # Beside boxes of another kind, "(x)" is a cross in brackets and no box of its own.
    return [
        replace(event, boxed=False) if drawn and isinstance(event, Sign) and not event.drawn else event
        for event in events
    ]


def _in_line(
    line: Line, matches: tuple[Match, ...], headings: Headings, words: frozenset[str]
) -> list[Event]:
    own = [(span, match) for match in matches for span in match.spans if span.line == line.index]
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
    placed += [(event.span.start, event) for event in _between(line, taken, words)]
    return list(_resolved([event for _, event in sorted(placed, key=lambda pair: pair[0])], line))


def _between(
    line: Line, taken: list[tuple[int, int]], words: frozenset[str]
) -> Iterator[Sign | Word | Foreign]:
    """What stands between options and marks: typed in place of a mark, or foreign."""
    start = 0
    for first, last in [*taken, (len(line.text), len(line.text))]:
        for at, end in _pieces(line.text, start, first):
            if key(line.text[at:end]) in words:
                yield Foreign(Span(line.index, at, end))
                continue
            # After a colon stands an answer, and an X in it is a letter.
            polar = not (words & YES and words & NO)
            yield from _read_piece(line, at, end, ":" in line.text[start:at], polar)
        start = max(start, last)


def _read_piece(
    line: Line, start: int, end: int, answer: bool, polar: bool
) -> Iterator[Sign | Word | Foreign]:
    """A typed mark, yes or no, or words; a lone X at either end of words is a mark of its own."""
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
    if len(words) > 1 and _is_cross(words[0]):
        first = start + len(words[0])
        yield Sign(Span(line.index, start, first), State.TICKED, False, None)
    if len(words) > 1 and _is_cross(words[-1]):
        last = end - len(words[-1])
        yield Sign(Span(line.index, last, end), State.TICKED, False, None)
    if key(line.text[first:last]) and key(line.text[first:last]) not in LITTLE:
        yield Foreign(Span(line.index, first, last))


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
    return word.strip("_|[]()") in CROSSES


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for piece in text[start:end].replace("\n", "\t").split("\t"):
        bare = piece.strip(" \u00a0-–:;,.=")
        if bare:
            first = at + piece.index(bare)
            yield first, first + len(bare)
        at += len(piece) + 1


def _resolved(events: list[Event | Word], line: Line) -> Iterator[Event]:
    """The events of a line with yes and no told: each run of boxes and such words becomes one sign."""
    run: list[Sign | Word] = []
    for event in events:
        if isinstance(event, Sign | Word):
            run.append(event)
            continue
        yield from _told(run, line)
        run = []
        yield event
    yield from _told(run, line)


def _told(run: list[Sign | Word], line: Line) -> Iterator[Sign]:
    words = [event for event in run if isinstance(event, Word)]
    signs = [event for event in run if isinstance(event, Sign)]
    if not words:
        yield from signs
        return
    run = _typed_over(run)
    signs = [event for event in run if isinstance(event, Sign)]
    if {word.yes for word in words} == {True, False}:
        yield _of_both(run, words, signs)
        return
    yes = words[0].yes
    span = Span(line.index, run[0].span.start, run[-1].span.end)
    if not signs:
        yield Sign(span, State.TICKED if yes else State.EMPTY, False, None, denied=not yes)
    elif {sign.state for sign in signs} == {State.TICKED if yes else State.EMPTY}:
        yield replace(signs[0], span=span, boxed=False, denied=not yes)
    else:
        # "Alfa ☐ sì": the box may be that of the word, or the word may stand for its tick.
        yield replace(signs[0], span=span, boxed=False, state=State.UNSURE)


def _typed_over(run: list[Sign | Word]) -> list[Sign | Word]:
    """The run with an empty box and the X beside it made one ticked box."""
    made: list[Sign | Word] = []
    for event in run:
        last = made[-1] if made else None
        if isinstance(event, Sign) and isinstance(last, Sign) and {event.boxed, last.boxed} == {True, False}:
            box, cross = (last, event) if last.boxed else (event, last)
            if box.state is State.EMPTY and cross.state is State.TICKED:
                span = Span(last.span.line, last.span.start, event.span.end)
                made[-1] = replace(box, span=span, state=State.TICKED, mark=cross.mark)
                continue
        made.append(event)
    return made


def _of_both(run: list[Sign | Word], words: list[Word], signs: list[Sign]) -> Sign:
    """What "☒ sì ☐ no" says: whether the option holds."""
    span = Span(run[0].span.line, run[0].span.start, run[-1].span.end)
    pairs = _paired(run, words, signs)
    if pairs is None:
        return Sign(span, State.UNSURE, False, signs[0].mark)
    yes = [sign for sign, word in pairs if word.yes]
    no = [sign for sign, word in pairs if not word.yes]
    chosen = any(sign.state is State.TICKED for sign in yes)
    denied = any(sign.state is State.TICKED for sign in no)
    unsure = any(sign.state is State.UNSURE for sign, _ in pairs) or (chosen and denied)
    state = State.UNSURE if unsure else State.TICKED if chosen else State.EMPTY
    deciding = next(iter(yes or no), None)
    return Sign(span, state, False, deciding.mark if deciding else None, denied=denied and not unsure)


def _paired(run: list[Sign | Word], words: list[Word], signs: list[Sign]) -> list[tuple[Sign, Word]] | None:
    """Each box with its word, None where that cannot be told."""
    first = isinstance(run[0], Sign)
    alternating = all(isinstance(event, Sign) == (first == (at % 2 == 0)) for at, event in enumerate(run))
    if not signs or (len(signs) == len(words) and alternating):
        return list(zip(signs, words, strict=False))
    if len(signs) == 1 and first:
        return [(signs[0], words[0])]
    if len(signs) == 1 and isinstance(run[-1], Sign):
        return [(signs[0], words[-1])]
    return None
