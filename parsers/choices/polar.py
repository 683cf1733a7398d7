"""Yes and no beside boxes: which of them was printed with its box, and which was written for a tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.choices.signs import Event, Sign, Word, gap
from parsers.document import State
from parsers.finding.matches import Match, Span
from parsers.layout import Line


def resolved(events: list[Event | Word], line: Line) -> Iterator[Event]:
    """The events of a line with yes and no told: each run of boxes and such words becomes one sign."""
    if not any(isinstance(event, Word) for event in events):
        yield from (event for event in events if not isinstance(event, Word))
        return
    run: list[Sign | Word] = []
    before: Event | None = None
    for event in events:
        if isinstance(event, Sign | Word):
            run.append(event)
            continue
        yield from _beside(run, before, event, events, line)
        run, before = [], event
        yield event
    yield from _beside(run, before, None, events, line)


def _beside(
    run: list[Sign | Word], before: Event | None, after: Event | None, events: list[Event | Word], line: Line
) -> Iterator[Sign]:
    """What a run says, between the words before and after it: "☐ Alfa SI   ☐ Beta" are two signs.

    Where boxes come first, as the line's own first one does, a word that is nearer to the words before
    it is theirs; and the other way round.
    """
    if len(run) != 2 or isinstance(run[0], Word) is isinstance(run[1], Word):
        yield from _told(run, line)
        return
    first, second = run
    far = (before, first) if isinstance(first, Word) else (second, after)
    told = [event for event in events if not isinstance(event, Word)]
    end = told[0] if isinstance(first, Word) else told[-1]
    apart = far[0] is not None and far[1] is not None and gap(line, far[0], far[1]) < gap(line, first, second)
    if apart and before is not None and after is not None and isinstance(end, Sign) and end.boxed:
        yield from _told([first], line)
        yield from _told([second], line)
        return
    # The word stands for a tick where box and words belong together all the same.
    own = isinstance(after, Match) and (before is None or (isinstance(told[0], Sign) and not apart))
    yield from (sign if own else replace(sign, worded=False) for sign in _told(run, line))


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
        worded = yes and len(signs) == len(words) == 1 and signs[0].boxed
        yield replace(signs[0], span=span, boxed=False, state=State.UNSURE, worded=worded)


def written_for(sign: Sign) -> Sign:
    """An empty box with "yes" beside it, ticked by that word."""
    return replace(sign, boxed=True, state=State.TICKED, mark=None, worded=False) if sign.worded else sign


def _typed_over(run: list[Sign | Word]) -> list[Sign | Word]:
    """The run with an empty box and the X beside it made one ticked box, and so two alike that touch.

    Those are a box that was struck out and the one put in its place.
    """
    made: list[Sign | Word] = []
    for event in run:
        last = made[-1] if made else None
        if isinstance(event, Sign) and isinstance(last, Sign):
            span = Span(last.span.line, last.span.start, event.span.end)
            if last.state is event.state and last.span.end == event.span.start:
                made[-1] = replace(event, span=span)
                continue
            box, cross = (last, event) if last.boxed else (event, last)
            parts = last.boxed is not event.boxed
            if parts and box.state is State.EMPTY and cross.state is State.TICKED:
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
