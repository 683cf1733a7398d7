"""What the boxes of a group mean together: bullets, checks and crosses, emphasis, strikes, deletions.

Every one of these readings is a judgement, and says so by its doubt and its confidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.answers import Choice
from parsers.choices.signs import Sign
from parsers.document import Emphasis, Mark, Method, State
from parsers.finding.matches import Match
from parsers.form import Field, Kind
from parsers.layout import Layout

CHOSEN = Emphasis.BOLD | Emphasis.UNDERLINED | Emphasis.HIGHLIGHTED | Emphasis.COLOURED
STANDING_OUT = Emphasis.UNDERLINED | Emphasis.HIGHLIGHTED
"""Dress that is hardly ever the form's own."""
CHECK_MARKS = frozenset("✓✔☑✅🗸🗹√")
CROSS_MARKS = frozenset("✗✘☒❌✕✖❎🗙🗵🗶×")
BULLET_TOLD = 0.9
CONFLICT = "conflict"
"""The doubt where an option's boxes contradict each other."""
JUDGED = 0.6
"""How sure a reading is that rests on emphasis or on what was deleted."""


def bullets_told(choices: tuple[Choice, ...], layout: Layout) -> tuple[Choice, ...]:
    """Signs that serve as bullets too are ticks where empty boxes stand by other options."""
    if State.EMPTY not in layout.states:
        return choices
    return tuple(
        replace(choice, confidence=BULLET_TOLD)
        if choice.method is Method.GLYPH and choice.confidence < BULLET_TOLD and not choice.doubt
        else choice
        for choice in choices
    )


def added_told(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], signs: Mapping[str | None, list[Sign]]
) -> tuple[Choice, ...]:
    """In "☐ Alfa ☒", where the others have but a box on the side of the empty one, the other ticks."""
    if all(choice.doubt != CONFLICT for choice in choices):
        return choices
    boxes = [[sign for sign in signs[match.anchor.option] if sign.drawn] for match in matches]
    sides = {_is_before(own[0], match) for own, match in zip(boxes, matches, strict=True) if len(own) == 1}
    if len(sides) != 1:
        return choices
    own_side = sides.pop()
    return tuple(
        replace(choice, doubt="", confidence=min(0.99, match.likeness))
        if choice.doubt == CONFLICT and _was_added(own, match, own_side)
        else choice
        for choice, own, match in zip(choices, boxes, matches, strict=True)
    )


def _was_added(boxes: list[Sign], match: Match, own_side: bool) -> bool:
    """Whether an option's own box is empty and a plainly ticked one stands behind its words, or before them.

    In another line it may be another option's.
    """
    lines = {span.line for span in match.spans}
    plain = all(sign.mark is None or not sign.mark.conflict for sign in boxes)
    apart = all(
        (_is_before(sign, match) == own_side) == (sign.state is State.EMPTY) and not sign.denied
        for sign in boxes
    )
    return len(boxes) == 2 and plain and apart and all(sign.span.line in lines for sign in boxes)


def _is_before(sign: Sign, match: Match) -> bool:
    return (sign.span.line, sign.span.start) < match.position


def boxless_told(
    choices: tuple[Choice, ...], signs: Mapping[str | None, list[Sign]], layout: Layout
) -> tuple[Choice, ...]:
    """An option without any sign, where most have their box: the box was lost, and its tick with it.

    On a page so may be those of more, where empty boxes like the ticked ones are drawn in other groups.
    """
    boxed = [choice for choice in choices if any(sign.boxed for sign in signs[choice.option])]
    empty = any(choice.state is State.EMPTY for choice in boxed)
    if not boxed or len(boxed) == len(choices):
        return choices
    most = empty and len(boxed) > 1 and 2 * len(boxed) > len(choices)
    if not most and (empty or not _are_drawn_empty(boxed, layout)):
        return choices
    return tuple(
        choice if signs[choice.option] else replace(choice, confidence=JUDGED, doubt="no-box")
        for choice in choices
    )


def _are_drawn_empty(boxed: Sequence[Choice], layout: Layout) -> bool:
    """Whether empty squares are drawn on the pages as large as each of these ticked ones."""
    marks = [choice.mark for choice in boxed]
    if not all(mark is not None and mark.method is Method.DRAWING and mark.place.box for mark in marks):
        return False
    drawn = (mark for line in layout.lines for _, mark in line.marks if mark.method is Method.DRAWING)
    sizes = [_size(mark) for mark in drawn if mark.state is State.EMPTY]
    wanted = [_size(mark) for mark in marks if mark is not None]
    return all(
        abs(w - h) < 1 and any(abs(w - x) < 0.5 and abs(h - y) < 0.5 for x, y in sizes) for w, h in wanted
    )


def _size(mark: Mark) -> tuple[float, float]:
    x0, top, x1, bottom = mark.place.box or (0.0, 0.0, 0.0, 0.0)
    return x1 - x0, bottom - top


def displaced_told(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], signs: Mapping[str | None, list[Sign]]
) -> tuple[Choice, ...]:
    """A tick from another line at an option with a box of its own, where a fellow has no sign at all.

    Its words may have broken, and the tick that stood before them went to the next option.
    """
    if all(signs[choice.option] for choice in choices):
        return choices
    over = {match.anchor.option for match in matches if _has_one_too_many(match, signs[match.anchor.option])}
    if not over:
        return choices
    return tuple(
        replace(choice, confidence=JUDGED, doubt="order")
        if choice.option in over or not signs[choice.option]
        else choice
        for choice in choices
    )


def _has_one_too_many(match: Match, signs: Sequence[Sign]) -> bool:
    """Whether an option has a box in its own line, and a tick in another one."""
    if len(signs) < 2:
        return False
    lines = {span.line for span in match.spans}
    own = any(sign.drawn and sign.span.line in lines for sign in signs)
    return own and any(sign.state is State.TICKED and sign.span.line not in lines for sign in signs)


def mixed_told(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Checks by some options and crosses by all the others may mean yes and no: that is for a person."""
    looks = {_kind_of_tick(choice.mark) for choice in choices}
    if looks != {"check", "cross"}:
        return choices
    return tuple(replace(choice, confidence=JUDGED, doubt="mixed") for choice in choices)


def _kind_of_tick(mark: Mark | None) -> str:
    if mark is None or mark.state is not State.TICKED:
        return ""
    return "check" if mark.raw[:1] in CHECK_MARKS else "cross" if mark.raw[:1] in CROSS_MARKS else ""


def by_dress(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], layout: Layout
) -> tuple[Choice, ...] | None:
    """No box is ticked: some labels bold, underlined or highlighted, or the others struck out."""
    words = [dress(match, layout) for match in matches]
    boxes = [choice.mark.emphasis if choice.mark is not None else Emphasis.NONE for choice in choices]
    for out, meant in (
        ([Emphasis.STRUCK in one for one in words], False),
        ([bool(one & CHOSEN) for one in words], True),
        ([Emphasis.FAINT in one for one in words], False),
        # A line through the box itself crosses it.
        ([bool(one & (CHOSEN | Emphasis.STRUCK)) for one in boxes], True),
    ):
        if any(out) and not all(out):
            return tuple(
                _judged(choice, said is meant, Method.EMPHASIS, "emphasis")
                for choice, said in zip(choices, out, strict=True)
            )
    return None


def dress(match: Match, layout: Layout) -> Emphasis:
    """What the whole of an option's words carries."""
    common = layout.lines[match.spans[0].line].emphasis(match.spans[0].start, match.spans[0].end)
    for span in match.spans[1:]:
        common &= layout.lines[span.line].emphasis(span.start, span.end)
    return common


def by_deletion(field: Field, choices: tuple[Choice, ...], boxed: bool) -> tuple[Choice, ...] | None:
    """No box is ticked and options are gone: what was left standing is meant.

    Where boxes stand by the options that are left, most must be gone; without boxes they read like an
    answer that was written.
    """
    several = len(field.options) // 2 if boxed else len(field.options) - 1
    limit = several if field.kind is Kind.ANY_OF else 1
    if len(choices) > limit or len(choices) == len(field.options):
        return None
    return tuple(_judged(choice, True, Method.DELETION, "deletion") for choice in choices)


def by_writing(field: Field, choices: tuple[Choice, ...], boxed: bool) -> tuple[Choice, ...] | None:
    """No box is there, and of yes and no one is left with more words: "Sì, certamente"."""
    if boxed or field.kind is not Kind.YES_NO or len(choices) != 1:
        return None
    return (_judged(choices[0], True, Method.TEXT, "written"),)


def rejected_told(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], layout: Layout
) -> tuple[Choice, ...]:
    """A tick that is struck out counts for nothing where another one is not; for a person to check."""
    undone = [
        choice.state is State.TICKED and choice.mark is not None and is_struck(match, choice.mark, layout)
        for match, choice in zip(matches, choices, strict=True)
    ]
    if all(undone[at] for at, choice in enumerate(choices) if choice.state is State.TICKED):
        return choices
    return tuple(
        replace(choice, state=State.EMPTY) if out else choice
        for choice, out in zip(choices, undone, strict=True)
    )


def is_struck(match: Match, mark: Mark, layout: Layout) -> bool:
    """Whether a line goes through a mark or through its option's words."""
    return Emphasis.STRUCK in mark.emphasis or Emphasis.STRUCK in dress(match, layout)


def dressed_told(
    matches: tuple[Match, ...], choices: tuple[Choice, ...], layout: Layout
) -> tuple[Choice, ...]:
    """An option that is highlighted while others are ticked may be meant too: that is for a person.

    Many that are underlined may be so on the blank form.
    """
    if all(choice.state is not State.TICKED for choice in choices):
        return choices
    dresses = [dress(match, layout) for match in matches]
    if not any(dresses):
        return choices
    standing = [bool(one & STANDING_OUT) for one in dresses]
    apart = [out and choice.state is State.EMPTY for out, choice in zip(standing, choices, strict=True)]
    lined = [out and Emphasis.HIGHLIGHTED not in one for out, one in zip(apart, dresses, strict=True)]
    if sum(apart) != sum(standing) or 3 * sum(lined) > len(choices):
        return choices
    return tuple(
        replace(choice, confidence=JUDGED, doubt="emphasis") if out else choice
        for choice, out in zip(choices, apart, strict=True)
    )


def _judged(choice: Choice, ticked: bool, method: Method, doubt: str) -> Choice:
    state = State.TICKED if ticked else State.EMPTY
    return replace(choice, state=state, method=method, confidence=JUDGED, doubt=doubt)
