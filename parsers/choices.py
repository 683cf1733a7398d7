"""Reads the choice fields: which options stand where, which marks belong to them, what they say together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.align import Alignment, Match, Span
from parsers.anchors import Role
from parsers.answers import Choice
from parsers.document import Emphasis, Mark, Method, Place, State
from parsers.form import Field, Form, Kind
from parsers.govern import Headings, Tie
from parsers.keys import key, without_references
from parsers.layout import MARK, Layout, Line, shown
from parsers.marks import typed

CHOSEN = Emphasis.BOLD | Emphasis.UNDERLINED | Emphasis.HIGHLIGHTED | Emphasis.COLOURED
CROSSES = frozenset("XxХх×√✓✗")
"""Letters that among words, too, stand for a tick; the third and fourth are Cyrillic."""
BULLETS = frozenset("*+1")
"""Letters that tick when they stand by one option, and only begin a line when they stand by each."""
AROUND = 6
"""How many lines around its options a group's marks are looked for, where they have cells of their own."""
BULLET_TOLD = 0.9
JUDGED = 0.6
"""How sure a reading is that rests on emphasis or on what was deleted."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark, or letters typed in place of one, with where it stands."""

    span: Span
    state: State
    boxed: bool
    mark: Mark | None
    doubtful: bool = False
    """Whether it might as well be another option's."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words among the options that are none of them."""

    span: Span


Event = Sign | Match | Foreign


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
    events = _events(matches, _territory(field, matches, layout, headings), headings)
    owners = _owners(events, layout.lines)
    signs: dict[str | None, list[Sign]] = {match.anchor.option: [] for match in matches}
    loose: list[Sign] = []
    for sign, owner in owners:
        if owner is not None:
            signs[owner.anchor.option].append(sign)
        elif sign.state is not State.EMPTY:
            loose.append(sign)
    choices = tuple(_choice(match, tuple(signs[match.anchor.option]), layout) for match in matches)
    choices = _bullets_told(choices, layout)
    if choices and not loose and all(choice.state is State.EMPTY for choice in choices):
        foreign = any(isinstance(event, Foreign) for event in events)
        left = None if foreign else _by_deletion(field, choices)
        choices = _by_dress(matches, choices, layout) or left or choices
    spans = tuple(span for match in matches for span in match.spans)
    return ChoiceReading(field.id, choices, matches, spans + tuple(s.span for s, _ in owners), tuple(loose))


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


def _events(matches: tuple[Match, ...], lines: tuple[Line, ...], headings: Headings) -> list[Event]:
    """Options, signs and foreign words of these lines in reading order."""
    events = [event for line in lines for event in _events_of(line, matches, headings)]
    letters = [event for event in events if isinstance(event, Sign) and event.mark is None]
    words = {_letters(lines, sign) for sign in letters}
    if len(matches) > 1 and len(letters) >= len(matches) and len(words) == 1 and words <= BULLETS:
        # The same character before every option is a bullet, and says nothing.
        return [event for event in events if event not in letters]
    return events


def _events_of(line: Line, matches: tuple[Match, ...], headings: Headings) -> list[Event]:
    own = [(span, match) for match in matches for span in match.spans if span.line == line.index]
    inside = [(span.start, span.end) for span, _ in own]
    signs = [
        Sign(Span(line.index, at, at + 1), mark.state, mark.boxed, mark)
        for at, mark in line.marks
        if not any(start <= at < end for start, end in inside)
    ]
    labels = [(span.start, span.end) for span in headings.in_line(line)]
    taken = sorted([*inside, *labels, *((sign.span.start, sign.span.end) for sign in signs)])
    placed: list[tuple[int, Event]] = [(sign.span.start, sign) for sign in signs]
    placed += [(span.start, match) for span, match in own if span == match.spans[0]]
    placed += [(event.span.start, event) for event in _between(line, taken)]
    return [event for _, event in sorted(placed, key=lambda pair: pair[0])]


def _letters(lines: tuple[Line, ...], sign: Sign) -> str:
    """What was typed in place of a mark."""
    line = next(line for line in lines if line.index == sign.span.line)
    return line.text[sign.span.start : sign.span.end]


def _between(line: Line, taken: list[tuple[int, int]]) -> Iterator[Sign | Foreign]:
    """What stands between options and marks: typed in place of a mark, or foreign."""
    start = 0
    for first, last in [*taken, (len(line.text), len(line.text))]:
        for at, end in _pieces(line.text, start, first):
            yield from _read_piece(line, at, end)
        start = max(start, last)


def _read_piece(line: Line, start: int, end: int) -> Iterator[Sign | Foreign]:
    """A typed mark, or words; a lone X at either end of words is a mark of its own."""
    text = without_references(line.text)[start:end]
    state = typed(text)
    if state is not None:
        yield Sign(Span(line.index, start, end), state, False, None)
        return
    words = text.split()
    first, last = start, end
    if len(words) > 1 and _is_cross(words[0]):
        first = start + len(words[0])
        yield Sign(Span(line.index, start, first), State.TICKED, False, None)
    if len(words) > 1 and _is_cross(words[-1]):
        last = end - len(words[-1])
        yield Sign(Span(line.index, last, end), State.TICKED, False, None)
    if key(line.text[first:last]):
        yield Foreign(Span(line.index, first, last))


def _is_cross(word: str) -> bool:
    return word.strip("_|[]()") in CROSSES


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for piece in text[start:end].replace("\n", "\t").split("\t"):
        bare = piece.strip(" \u00a0-–:;,.")
        if bare:
            first = at + piece.index(bare)
            yield first, first + len(bare)
        at += len(piece) + 1


def _owners(events: list[Event], lines: tuple[Line, ...]) -> list[tuple[Sign, Match | None]]:
    """Each sign with the option it belongs to, or None where it stands by foreign words."""
    label_first = _label_first(events, lines)
    owners: list[tuple[Sign, Match | None]] = []
    for index, event in enumerate(events):
        if isinstance(event, Sign):
            before, after = events[:index][::-1], events[index + 1 :]
            if event.boxed and _by_foreign_words(event, before if label_first else after):
                owners.append((event, None))
            else:
                owners.append(_owned(event, before, after, label_first, lines[event.span.line]))
    return owners


def _by_foreign_words(sign: Sign, events: list[Event]) -> bool:
    beside = next((event for event in events if not isinstance(event, Sign)), None)
    return isinstance(beside, Foreign) and beside.span.line == sign.span.line


def _owned(
    sign: Sign, before: list[Event], after: list[Event], label_first: bool, line: Line
) -> tuple[Sign, Match | None]:
    """The sign, doubtful where it might be either neighbour's, with its owner."""
    last = next((event for event in before if isinstance(event, Match)), None)
    following = next((event for event in after if isinstance(event, Match)), None)
    in_last = last is not None and last.end[0] == line.index
    in_following = following is not None and following.position[0] == line.index
    if in_last and in_following and not sign.boxed:
        left, right = _gap(line, before[0], sign), _gap(line, sign, after[0])
        touched = before[0] if left < right else after[0]
        if (
            left == right
            and not label_first
            and isinstance(after[0], Sign)
            and not isinstance(before[0], Sign)
        ):
            # "☐ Alfa X ☐ Beta": nothing tells which of the two is meant.
            return replace(sign, doubtful=True), last
        if left != right and isinstance(touched, Match):
            return sign, touched
    if in_last != in_following and not (sign.boxed and _elsewhere(in_last, label_first)):
        return sign, last if in_last else following
    return sign, (last or following) if label_first else (following or last)


def _gap(line: Line, first: Event, second: Event) -> int:
    """How far two neighbours of a line are apart; a tab or break parts more than any blank."""
    start = first.end[1] if isinstance(first, Match) else first.span.end
    end = second.position[1] if isinstance(second, Match) else second.span.start
    between = line.text[start:end]
    return len(between) + 100 * (between.count("\t") + between.count("\n"))


def _elsewhere(in_before: bool, label_first: bool) -> bool:
    """Whether a box shares its line with the wrong neighbour for the group's order of box and label."""
    return in_before != label_first


def _label_first(events: list[Event], lines: tuple[Line, ...]) -> bool:
    """Whether in this group the label stands before its box.

    What shares a line decides; where boxes have cells of their own, what rows begin and end with;
    where they have lines of their own, what the group begins and ends with.
    """
    known = [event for event in events if not isinstance(event, Foreign)]
    ranks: tuple[Callable[[Event], object], ...] = (
        _line_of,
        lambda event: _row_of(lines[_line_of(event)]),
        lambda event: None,
    )
    for rank in ranks:
        before = after = 0
        for _, group in groupby(known, key=rank):
            kinds = [isinstance(event, Match) for event in group]
            if len(set(kinds)) == 2:
                before += not kinds[0]
                after += not kinds[-1]
        if before != after:
            return after > before
    return False


def _line_of(event: Event) -> int:
    return event.position[0] if isinstance(event, Match) else event.span.line


def _row_of(line: Line) -> tuple[int, int]:
    return (line.spot.table, line.spot.row) if line.spot is not None else (-1, line.index)


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
    doubt = doubt or ("conflict" if sign.mark.conflict else "")
    confidence = min(sure, sign.mark.confidence, JUDGED if doubt else 1.0)
    return Choice(option, state, sign.mark, sign.mark.method, confidence, raw, sign.mark.place, doubt)


def _together(signs: tuple[Sign, ...]) -> tuple[State, str]:
    """What several signs beside one option say: an X beside an empty box ticks it."""
    states = {sign.state for sign in signs}
    boxes = {sign.state for sign in signs if sign.boxed}
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
