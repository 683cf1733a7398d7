"""Reads the choice fields: which options stand where, which marks belong to them, what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.answers import Choice
from parsers.choices.crossings import Crossing, crossings
from parsers.choices.events import events_of
from parsers.choices.judging import (
    CONFLICT,
    JUDGED,
    added_told,
    boxless_told,
    bullets_told,
    by_deletion,
    by_dress,
    by_writing,
    displaced_told,
    dressed_told,
    is_struck,
    mixed_told,
    rejected_told,
)
from parsers.choices.options import box_beside, options_of, stands_alone, territory
from parsers.choices.pairing import Pairs, pair
from parsers.choices.signs import Foreign, Sign
from parsers.document import Method, Place, State
from parsers.finding.align import Alignment
from parsers.finding.govern import Headings
from parsers.finding.matches import Match, Span
from parsers.form import Field, Form, Option
from parsers.keys import key
from parsers.layout import Layout, shown
from parsers.lexicon import YES

CHOSEN_ALONE = 0.9
"""How sure a choice is whose words stand alone where its group's options would."""


@dataclass(frozen=True, slots=True)
class ChoiceReading:
    """One choice field as read."""

    field: str
    choices: tuple[Choice, ...]
    matches: tuple[Match, ...]
    """The options found, one a code, in reading order."""
    spans: tuple[Span, ...]
    """What of the document it explains: labels and marks."""
    loose: tuple[Sign, ...]
    """Ticks among the options that belong to none of them."""


def read_choices(
    form: Form, layout: Layout, alignment: Alignment, headings: Headings, labels: Sequence[Match]
) -> dict[str, ChoiceReading]:
    """All choice fields of a form, by field. `labels` are the form's labels that were found."""
    crossed = crossings(form, layout, alignment.candidates, labels, headings)
    options = options_of(form, layout, alignment, headings, crossed)
    readings = {
        field.id: _read_crossing(field, crossed[field.id], layout, headings)
        if field.id in crossed
        else _read_group(field, options[field.id], layout, headings)
        for field in form.fields
        if field.options
    }
    return _deletions_told(form, _without_others(readings))


def _without_others(readings: dict[str, ChoiceReading]) -> dict[str, ChoiceReading]:
    """The readings without the loose ticks that are those of another field's options."""
    if not any(one.loose for one in readings.values()):
        return readings
    owned = {span: field for field, one in readings.items() for span in one.spans}
    return {
        field: replace(one, loose=tuple(sign for sign in one.loose if owned.get(sign.span, field) == field))
        if one.loose
        else one
        for field, one in readings.items()
    }


def _deletions_told(form: Form, readings: dict[str, ChoiceReading]) -> dict[str, ChoiceReading]:
    """Who answered a group by deleting what does not apply, and ticked nothing, did so in the others too."""
    ways = [_ways(one) for one in readings.values()]
    if not any(ways) or (
        ways.count({Method.DELETION}) < 2 and {Method.DELETION} != set[Method]().union(*ways)
    ):
        return readings
    told = dict(readings)
    for field, one in readings.items():
        if one.loose or _ways(one):
            continue
        left = by_deletion(form.field(field), one.choices, boxed=False)
        told[field] = replace(one, choices=left) if left else one
    return told


def _ways(reading: ChoiceReading) -> set[Method]:
    """In which ways a group's options are ticked."""
    return {choice.method for choice in reading.choices if choice.state is not State.EMPTY}


def _read_group(
    field: Field, matches: tuple[Match, ...], layout: Layout, headings: Headings
) -> ChoiceReading:
    """What the marks beside a field's options say."""
    words = _words(field.options) | _torn(field, matches)
    events = events_of(matches, territory(field, matches, layout, headings), headings, words)
    pairs = pair(events, layout)
    foreign = any(isinstance(event, Foreign) for event in events)
    if len(matches) < len(field.options):
        foreign = foreign or any(box_beside(field, matches, layout, headings))
    reading = _reading(field, matches, pairs, layout, foreign)
    if len(matches) == 1 and not pairs.owned and not pairs.loose and not foreign:
        return _chosen_alone(field, reading, layout, headings)
    return reading


def _chosen_alone(field: Field, reading: ChoiceReading, layout: Layout, headings: Headings) -> ChoiceReading:
    """One option stands where the others are not, and no box: it was chosen from a list, or written."""
    match, choice = reading.matches[0], reading.choices[0]
    if match.likeness < 1 or not stands_alone(field, match, layout, headings):
        return reading
    told = replace(choice, state=State.TICKED, method=Method.TEXT, confidence=CHOSEN_ALONE, doubt="")
    return replace(reading, choices=(told,))


@lru_cache(maxsize=256)
def _words(options: tuple[Option, ...]) -> frozenset[str]:
    """The keys of a group's options, spellings included."""
    return frozenset(key(words) for option in options for words in (option.label, *option.spellings))


def _torn(field: Field, matches: tuple[Match, ...]) -> frozenset[str]:
    """Words that mean yes, of options that are not found: "presente" may be the rest of "Non presente"."""
    found = {match.anchor.option for match in matches}
    lost = (option.label for option in field.options if option.code not in found)
    return frozenset(word for label in lost for word in map(key, label.split()) if word in YES)


def _read_crossing(field: Field, crossing: Crossing, layout: Layout, headings: Headings) -> ChoiceReading:
    """What the boxes say that stand where a group's options cross its column or row."""
    owned = [
        (sign, match)
        for match, lines in crossing.cells
        for sign in events_of((), lines, headings)
        if isinstance(sign, Sign)
    ]
    further = [sign for sign in events_of((), crossing.others, headings) if isinstance(sign, Sign)]
    pairs = Pairs(tuple(owned), tuple(further))
    return _reading(field, crossing.matches, pairs, layout, bool(further))


def _reading(
    field: Field, matches: tuple[Match, ...], pairs: Pairs, layout: Layout, foreign: bool
) -> ChoiceReading:
    signs: dict[str | None, list[Sign]] = {match.anchor.option: [] for match in matches}
    for sign, owner in pairs.owned:
        signs[owner.anchor.option].append(sign)
    loose = tuple(sign for sign in pairs.loose if sign.state is not State.EMPTY)
    choices = tuple(_choice(match, tuple(signs[match.anchor.option]), layout) for match in matches)
    choices = added_told(matches, choices, signs)
    choices = boxless_told(mixed_told(bullets_told(choices, layout)), signs, layout)
    choices = displaced_told(matches, choices, signs)
    choices = dressed_told(matches, rejected_told(matches, choices, layout), layout)
    if choices and not loose and all(choice.state is State.EMPTY for choice in choices):
        boxed = bool(pairs.owned)
        left = by_writing(field, choices, boxed) if foreign else by_deletion(field, choices, boxed)
        choices = by_dress(matches, choices, layout) or left or choices
    spans = [span for match in matches for span in match.spans]
    spans += [*(sign.span for sign, _ in pairs.owned), *pairs.heads]
    return ChoiceReading(field.id, choices, matches, tuple(spans), loose)


def _choice(match: Match, signs: tuple[Sign, ...], layout: Layout) -> Choice:
    line = layout.lines[match.spans[0].line]
    raw = _raw(match, signs, layout)
    option = match.anchor.option or ""
    sure = min(0.99, match.likeness)
    if not signs:
        return Choice(option, State.EMPTY, None, Method.NONE, sure, raw, line.place)
    state, doubt = _together(signs)
    sign = next((s for s in signs if s.state is state), signs[0])
    if sign.mark is None:
        place = layout.lines[sign.span.line].place
        confidence = min(sure, JUDGED if doubt else 1.0)
        return Choice(option, state, None, Method.TYPED_MARK, confidence, raw, place, doubt)
    undone = state is State.TICKED and is_struck(match, sign.mark, layout)
    doubt = doubt or (CONFLICT if sign.mark.conflict or undone else "")
    confidence = min(sure, sign.mark.confidence, JUDGED if doubt else 1.0)
    return Choice(option, state, sign.mark, sign.mark.method, confidence, raw, sign.mark.place, doubt)


def _together(signs: tuple[Sign, ...]) -> tuple[State, str]:
    """What several signs beside one option say: an X beside an empty box ticks it."""
    if len(signs) == 1 and signs[0].state is State.EMPTY and not signs[0].doubtful:
        # By far the commonest: a box that nobody ticked.
        return State.EMPTY, ""
    states = {sign.state for sign in signs}
    # A typed "(X)" behind an empty box ticks it like a bare X; only two real boxes contradict each other.
    boxes = {s.state for s in signs if s.drawn and not (s.state is State.TICKED and s.lies_over(signs))}
    if any(sign.doubtful for sign in signs):
        return State.TICKED, "order"
    if State.UNSURE in states and State.TICKED not in states:
        return State.UNSURE, "faint"
    if State.TICKED not in states:
        return State.EMPTY, ""
    denied = any(sign.denied for sign in signs)
    return State.TICKED, CONFLICT if denied or {State.TICKED, State.EMPTY} <= boxes else ""


def _raw(match: Match, signs: tuple[Sign, ...], layout: Layout) -> str:
    line = layout.lines[match.spans[0].line]
    start, end, outside = match.spans[0].start, match.spans[0].end, ""
    for sign in signs:
        if sign.span.line == line.index:
            start, end = min(start, sign.span.start), max(end, sign.span.end)
        elif sign.mark is not None:
            outside += sign.mark.raw
    further = [shown(layout.lines[span.line], span.start, span.end) for span in match.spans[1:]]
    words = " ".join(further)
    return (outside + shown(line, start, end) + (" " + words if words else "")).strip()


def place_of(layout: Layout, match: Match) -> Place:
    """The place of the line a match begins in."""
    return layout.lines[match.spans[0].line].place
