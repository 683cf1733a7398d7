"""Reads the choice fields: which options stand where, which marks belong to them, what they say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from parsers.align import Alignment
from parsers.anchors import Role
from parsers.answers import Choice
from parsers.document import Emphasis, Mark, Method, Place, State
from parsers.form import Field, Form, Kind
from parsers.govern import Headings, Tie
from parsers.layout import MARK, Layout, Line, shown
from parsers.marks import typed
from parsers.matches import Match, Span
from parsers.pairing import Foreign, Sign, events_of, pair

CHOSEN = Emphasis.BOLD | Emphasis.UNDERLINED | Emphasis.HIGHLIGHTED | Emphasis.COLOURED
CHECK_MARKS = frozenset("✓✔☑✅🗸🗹√")
CROSS_MARKS = frozenset("✗✘☒❌✕✖❎🗙🗵🗶×")
TYPED = Method.TYPED_MARK
AROUND = 6
"""How many lines around its options a group's marks are looked for, where they have cells of their own."""
BULLET_TOLD = 0.9
JUDGED = 0.6
"""How sure a reading is that rests on emphasis or on what was deleted."""


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


def options_of(
    form: Form, layout: Layout, alignment: Alignment, headings: Headings
) -> dict[str, tuple[Match, ...]]:
    """For each choice field the places of its options, at most one an option, in reading order.

    An option belongs to the group whose heading governs it. Where headings govern nothing (a label
    was deleted, the form stands as plain lines), the order of the form decides.
    """
    governed = _governed(form, layout, alignment.candidates, headings)
    _deal_out(form, governed)
    taken = {span for matches in governed.values() for match in matches for span in match.spans}
    for match in alignment.chained:
        field = match.anchor.fields[0] if match.anchor.fields else ""
        if match.anchor.role is not Role.OPTION or not taken.isdisjoint(match.spans):
            continue
        if all(match.anchor.option != other.anchor.option for other in governed[field]):
            governed[field].append(match)
            taken.update(match.spans)
    return {field: _best(matches) for field, matches in governed.items()}


def _governed(
    form: Form, layout: Layout, found: Iterable[Match], headings: Headings
) -> dict[str, list[Match]]:
    governed: dict[str, list[Match]] = {field.id: [] for field in form.fields if field.options}
    for match in found:
        if match.anchor.role is not Role.OPTION:
            continue
        line, offset = match.position
        rule = headings.governing(layout.lines[line], offset)
        if rule is not None and match.anchor.fields[0] in rule.heading.anchor.fields:
            governed[match.anchor.fields[0]].append(match)
    return governed


def _deal_out(form: Form, governed: dict[str, list[Match]]) -> None:
    """Groups alike whose headings stand together before all their options: dealt out in order.

    Then the last heading seems to govern every option, and each option stands there once a group.
    """
    choices = [field for field in form.fields if field.options]
    for index, field in enumerate(choices):
        group = [field]
        for other in reversed(choices[:index]):
            if other.options != field.options or governed[other.id]:
                break
            group.insert(0, other)
        if len(group) < 2:
            continue
        for option in field.options:
            same = [match for match in governed[field.id] if match.anchor.option == option.code]
            if len(same) != len(group):
                continue
            for other, match in zip(group, same, strict=True):
                if other is not field:
                    governed[field.id].remove(match)
                    anchor = replace(match.anchor, fields=(other.id,))
                    governed[other.id].append(match._replace(anchor=anchor))


def _best(matches: list[Match]) -> tuple[Match, ...]:
    best: dict[str | None, Match] = {}
    for match in sorted(matches, key=lambda match: match.position):
        known = best.get(match.anchor.option)
        if known is None or match.quality > known.quality:
            best[match.anchor.option] = match
    return tuple(sorted(best.values(), key=lambda match: match.position))


def read_choice(
    field: Field, matches: tuple[Match, ...], layout: Layout, headings: Headings
) -> ChoiceReading:
    """What the marks beside a field's options say."""
    events = events_of(matches, _territory(field, matches, layout, headings), headings)
    pairs = pair(events, layout)
    signs: dict[str | None, list[Sign]] = {match.anchor.option: [] for match in matches}
    for sign, owner in pairs.owned:
        signs[owner.anchor.option].append(sign)
    loose = tuple(sign for sign in pairs.loose if sign.state is not State.EMPTY)
    choices = tuple(_choice(match, tuple(signs[match.anchor.option]), layout) for match in matches)
    choices = _boxless_told(_mixed_told(_bullets_told(choices, layout)), signs)
    if choices and not loose and all(choice.state is State.EMPTY for choice in choices):
        foreign = any(isinstance(event, Foreign) for event in events)
        left = None if foreign else _by_deletion(field, choices)
        choices = _by_dress(matches, choices, layout) or left or choices
    spans = [span for match in matches for span in match.spans]
    spans += [sign.span for sign, _ in pairs.owned]
    return ChoiceReading(field.id, choices, matches, tuple(spans), loose)


def _territory(
    field: Field, matches: tuple[Match, ...], layout: Layout, headings: Headings
) -> tuple[Line, ...]:
    """The lines of the options, and those among them that the same heading governs."""
    own = {span.line for match in matches for span in match.spans}
    if not own:
        return ()
    spots = {layout.lines[line].spot for line in own} - {None}
    lines: list[Line] = []
    for line in layout.lines[max(0, min(own) - AROUND) :]:
        within = min(own) < line.index < max(own) or line.spot in spots
        if line.index > max(own) + AROUND and not within:
            break
        # Beyond the options only lines that hold nothing but marks can be theirs.
        if line.index in own:
            lines.append(line)
        elif line.text.strip() and not headings.in_line(line):
            if not within and line.key and typed(line.text.replace(MARK, " ")) is None:
                continue
            rule = headings.governing(line, 0)
            if rule is not None and field.id in rule.heading.anchor.fields and rule.tie is not Tie.LINE:
                lines.append(line)
    return tuple(lines)


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
    undone = state is State.TICKED and Emphasis.STRUCK in sign.mark.emphasis | _dress(match, layout)
    doubt = doubt or ("conflict" if sign.mark.conflict or undone else "")
    confidence = min(sure, sign.mark.confidence, JUDGED if doubt else 1.0)
    return Choice(option, state, sign.mark, sign.mark.method, confidence, raw, sign.mark.place, doubt)


def _together(signs: tuple[Sign, ...]) -> tuple[State, str]:
    """What several signs beside one option say: an X beside an empty box ticks it."""
    states = {sign.state for sign in signs}
    # A typed "(X)" behind an empty box ticks it like a bare X; only two real boxes contradict each other.
    boxes = {sign.state for sign in signs if sign.mark and sign.boxed and sign.mark.method is not TYPED}
    if any(sign.doubtful for sign in signs):
        return State.TICKED, "order"
    if State.UNSURE in states and State.TICKED not in states:
        return State.UNSURE, "faint"
    if State.TICKED not in states:
        return State.EMPTY, ""
    return State.TICKED, "conflict" if {State.TICKED, State.EMPTY} <= boxes else ""


def _raw(match: Match, signs: tuple[Sign, ...], layout: Layout) -> str:
    line = layout.lines[match.spans[0].line]
    inside = [s.span for s in signs if s.span.line == line.index]
    start = min([match.spans[0].start, *(span.start for span in inside)])
    end = max([match.spans[0].end, *(span.end for span in inside)])
    words = " ".join(shown(layout.lines[span.line], span.start, span.end) for span in match.spans[1:])
    outside = "".join(s.mark.raw for s in signs if s.mark is not None and s.span.line != line.index)
    return (outside + shown(line, start, end) + (" " + words if words else "")).strip()


def _bullets_told(choices: tuple[Choice, ...], layout: Layout) -> tuple[Choice, ...]:
    """Signs that serve as bullets too are ticks where empty boxes stand by other options."""
    if State.EMPTY not in layout.states:
        return choices
    return tuple(
        replace(choice, confidence=BULLET_TOLD)
        if choice.method is Method.GLYPH and choice.confidence < BULLET_TOLD and not choice.doubt
        else choice
        for choice in choices
    )


def _boxless_told(choices: tuple[Choice, ...], signs: Mapping[str | None, list[Sign]]) -> tuple[Choice, ...]:
    """An option without any sign, where most have their box: the box was lost, and its tick with it."""
    boxed = [choice for choice in choices if any(sign.boxed for sign in signs[choice.option])]
    empty = any(choice.state is State.EMPTY for choice in boxed)
    if not empty or len(boxed) < 2 or 2 * len(boxed) <= len(choices):
        return choices
    return tuple(
        choice if signs[choice.option] else replace(choice, confidence=JUDGED, doubt="no-box")
        for choice in choices
    )


def _mixed_told(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Checks by some options and crosses by all the others may mean yes and no: that is for a person."""
    looks = {_kind_of_tick(choice.mark) for choice in choices}
    if looks != {"check", "cross"}:
        return choices
    return tuple(replace(choice, confidence=JUDGED, doubt="mixed") for choice in choices)


def _kind_of_tick(mark: Mark | None) -> str:
    if mark is None or mark.state is not State.TICKED:
        return ""
    return "check" if mark.raw[:1] in CHECK_MARKS else "cross" if mark.raw[:1] in CROSS_MARKS else ""


def _by_dress(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], layout: Layout
) -> tuple[Choice, ...] | None:
    """No box is ticked: some labels bold, underlined or highlighted, or the others struck out."""
    dress = [_dress(match, layout) for match in matches]
    struck = [Emphasis.STRUCK in emphasis for emphasis in dress]
    if any(struck) and not all(struck):
        chosen = [not out for out in struck]
    else:
        chosen = [bool(emphasis & CHOSEN) for emphasis in dress]
        if not any(chosen) or all(chosen):
            return None
    return tuple(
        _judged(choice, yes, Method.EMPHASIS, "emphasis") for choice, yes in zip(choices, chosen, strict=True)
    )


def _dress(match: Match, layout: Layout) -> Emphasis:
    common = layout.lines[match.spans[0].line].emphasis(match.spans[0].start, match.spans[0].end)
    for span in match.spans[1:]:
        common &= layout.lines[span.line].emphasis(span.start, span.end)
    return common


def _by_deletion(field: Field, choices: tuple[Choice, ...]) -> tuple[Choice, ...] | None:
    """No box is ticked and most options are gone: what was left standing is meant."""
    limit = len(field.options) // 2 if field.kind is Kind.ANY_OF else 1
    if len(choices) > limit or len(choices) == len(field.options):
        return None
    return tuple(_judged(choice, True, Method.DELETION, "deletion") for choice in choices)


def _judged(choice: Choice, ticked: bool, method: Method, doubt: str) -> Choice:
    state = State.TICKED if ticked else State.EMPTY
    return replace(choice, state=state, method=method, confidence=JUDGED, doubt=doubt)


def place_of(layout: Layout, match: Match) -> Place:
    """The place of the line a match begins in."""
    return layout.lines[match.spans[0].line].place


def is_blank(text: str) -> bool:
    """Whether a stretch holds nothing a person wrote: leaders, rules, punctuation, no mark."""
    return not any(char.isalnum() or char == MARK or ord(char) > 0x2FFF for char in text)
