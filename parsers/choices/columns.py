"""What cells side by side say: a column of boxes under "no", a cell of boxes beside a cell of labels."""

from __future__ import annotations

from dataclasses import replace

from parsers.choices.signs import Event, Sign
from parsers.document import State
from parsers.finding.matches import Match, Span
from parsers.layout import Layout, Line, Spot
from parsers.lexicon import NO, YES
from parsers.marks import typed

Owned = tuple[Sign, Match]

OVER_YES = YES | {"s", "y"}
OVER_NO = NO | {"n"}
"""Over a column one letter is enough."""


def columns_told(owned: list[Owned], layout: Layout) -> tuple[tuple[Owned, ...], tuple[Span, ...]]:
    """The pairs with what stands over their columns told, and where that stands.

    A tick under "no" is none. Where signs stand in several columns beside one column of labels and
    nothing says what the columns mean, their ticks are doubtful.
    """
    placed = [(sign, match, _away(sign, match, layout.lines)) for sign, match in owned]
    if not any(away for _, _, away in placed):
        return tuple(owned), ()
    rows = {(spot.table, spot.row) for spot in (_spot(m.position[0], layout.lines) for _, m in owned) if spot}
    heads = {
        id(sign): _head(layout.lines[sign.span.line].spot, rows, layout) for sign, _, away in placed if away
    }
    unnamed = {away for sign, _, away in placed if away and heads[id(sign)] is None}
    named = [head for head in heads.values() if head is not None]
    unclear = len(unnamed) > 1 or (unnamed and named)
    told = tuple((_under(sign, heads.get(id(sign)), bool(away and unclear)), m) for sign, m, away in placed)
    return told, tuple(dict.fromkeys(Span(line.index, 0, len(line.text)) for line in named))


def _under(sign: Sign, head: Line | None, unclear: bool) -> Sign:
    if head is None:
        return replace(sign, doubtful=True) if unclear and sign.state is State.TICKED else sign
    if head.key in OVER_YES or sign.denied:
        return sign
    denied = sign.state is State.TICKED
    # The box under "no" is none of the option's own, and does not contradict the one under "yes".
    return replace(sign, state=State.EMPTY, boxed=False, denied=denied)


def over_a_column(line: Line) -> bool:
    """Whether a line is the head of a column for yes or for no: one with a box of its own is an option."""
    return line.spot is not None and not line.marks and (line.key in OVER_YES or line.key in OVER_NO)


def _head(spot: Spot | None, rows: set[tuple[int, int]], layout: Layout) -> Line | None:
    """The "yes" or "no" over a cell, above all the group's options; None where something else stands."""
    if spot is None:
        return None
    above = [
        line
        for other in layout.tables[spot.table]
        if other.column <= spot.last_column and spot.column <= other.last_column
        if other.last_row < spot.row and (other.table, other.row) not in rows
        for line in layout.by_spot.get(other, ())
        if line.key and (over_a_column(line) or typed(line.text) is None)
    ]
    if not above or not over_a_column(above[-1]):
        return None
    # Where they stand row upon row, they are answers themselves.
    rows_of_them = {line.spot.last_row for line in above if line.spot and over_a_column(line)}
    at = above[-1].spot
    return above[-1] if at is not None and at.row - 1 not in rows_of_them else None


def _away(sign: Sign, match: Match, lines: tuple[Line, ...]) -> int:
    """How many columns to the right (or, negative, to the left) of its label's cell a sign's cell begins."""
    spot, label = _spot(sign.span.line, lines), _spot(match.position[0], lines)
    if spot is None or label is None or spot is label or spot.table != label.table or spot.row != label.row:
        return 0
    return spot.column - label.last_column if spot.column > label.column else spot.last_column - label.column


def _spot(line: int, lines: tuple[Line, ...]) -> Spot | None:
    return lines[line].spot


def side_by_side(events: list[Event], layout: Layout) -> tuple[list[Owned], list[Sign]] | None:
    """The pairs where boxes have one cell and their labels the next, line by line; None for anything else.

    With them the boxes of cells beside which no label of the group stands: the next group's, whose own
    label was not found.
    """
    signs: dict[Spot | None, list[Sign]] = {}
    labels: dict[Spot | None, list[Match]] = {}
    for event in events:
        if isinstance(event, Sign):
            signs.setdefault(_spot(event.span.line, layout.lines), []).append(event)
        elif isinstance(event, Match):
            labels.setdefault(_spot(event.position[0], layout.lines), []).append(event)
    if not signs.keys().isdisjoint(labels) or max(map(len, labels.values()), default=0) < 2:
        return None
    sides = {
        spot: [_neighbour(spot, labels, layout, right=right) for right in (False, True)] for spot in signs
    }
    known = {left is None for left, right in sides.values() if (left is None) != (right is None)}
    owned: list[Owned] = []
    others: list[Sign] = []
    for spot, (left, right) in sides.items():
        if left is None and right is None:
            others += signs[spot]
            continue
        unclear = left is not None and right is not None and len(known) != 1
        beside = (
            (right if True in known else left) if left is not None and right is not None else left or right
        )
        for sign, match in _line_by_line(signs[spot], labels[beside], layout):
            owned.append((_doubted(sign), match) if unclear else (sign, match))
    return (owned, others) if owned else None


def _neighbour(
    spot: Spot | None, labels: dict[Spot | None, list[Match]], layout: Layout, *, right: bool
) -> Spot | None:
    """The cell of labels beside a cell, on its right or on its left.

    Empty cells may stand between the two, but no column for yes or for no.
    """
    for other in labels:
        if spot is None or other is None or other.table != spot.table:
            continue
        one, two = (spot, other) if right else (other, spot)
        if one.last_column >= two.column or not _share_a_row(one, two):
            continue
        between = [
            cell
            for cell in layout.tables[spot.table]
            if one.last_column < cell.column < two.column and _share_a_row(cell, one)
        ]
        rows = {(spot.table, spot.row)}
        if not between or (
            all(_is_empty(cell, layout) for cell in between)
            and all(_head(cell, rows, layout) is None for cell in (spot, *between))
        ):
            return other
    return None


def _share_a_row(one: Spot, two: Spot) -> bool:
    return one.row <= two.last_row and two.row <= one.last_row


def _is_empty(spot: Spot, layout: Layout) -> bool:
    return not any(line.text.strip() for line in layout.by_spot.get(spot, ()))


def _line_by_line(signs: list[Sign], matches: list[Match], layout: Layout) -> list[Owned]:
    """The signs of the one cell with the labels of the other."""
    heights = {id(sign): _row_in_cell(sign, layout) for sign in signs}
    rows = sorted(set(heights.values()))
    if len(rows) == len(matches):
        return [(sign, matches[rows.index(heights[id(sign)])]) for sign in signs]
    if len(rows) == 1 and len(signs) == len(matches):
        # Boxes all on one line: only the order ties them to the labels.
        return [(_doubted(sign), match) for sign, match in zip(signs, matches, strict=True)]
    return [_by_height(sign, matches, layout) for sign in signs]


def _doubted(sign: Sign) -> Sign:
    """A tick that may be another option's; an empty box ticks none of them."""
    return replace(sign, doubtful=sign.state is State.TICKED)


def _by_height(sign: Sign, matches: list[Match], layout: Layout) -> Owned:
    """A sign with the label of the same line of the next cell; doubtful where the cells differ in lines."""
    height = _row_in_cell(sign, layout)
    same = next((match for match in matches if _row_in_cell(match, layout) == height), None)
    alike = _rows(sign, layout) == _rows(matches[0], layout)
    if same is None or not alike:
        return _doubted(sign), same or matches[0]
    return sign, same


def label_first_by_cells(events: list[Event], layout: Layout) -> bool | None:
    """Whether labels stand before their boxes, told by the cells beside them that could hold a box.

    Of options side by side, as in "sì | X | no | ", all have such a cell on the one side and not all on
    the other; None where nothing tells.
    """
    spots = [
        spot
        for event in events
        if isinstance(event, Match)
        if (spot := _spot(event.position[0], layout.lines))
    ]
    options = set(spots)
    if len(options) < 2 or len(options) < sum(isinstance(event, Match) for event in events):
        return None
    if len({spot.table for spot in spots}) > 1 or len({spot.row for spot in spots}) == len(spots):
        return None
    free = [
        spot for spot in layout.tables[spots[0].table] if spot not in options and _may_be_box(spot, layout)
    ]
    before = all(any(_touches(box, spot) for box in free) for spot in spots)
    after = all(any(_touches(spot, box) for box in free) for spot in spots)
    return after if before != after else None


def _touches(left: Spot, right: Spot) -> bool:
    overlap = left.row <= right.last_row and right.row <= left.last_row
    return overlap and left.last_column + 1 == right.column


def _may_be_box(spot: Spot, layout: Layout) -> bool:
    """Whether a cell holds marks alone, or nothing."""
    lines = layout.by_spot.get(spot, ())
    return not any(line.key and typed(line.text) is None for line in lines)


def _line_of(event: Sign | Match) -> int:
    return event.position[0] if isinstance(event, Match) else event.span.line


def _row_in_cell(event: Sign | Match, layout: Layout) -> int:
    """On which line of its cell it stands, from 0; line breaks count."""
    line = layout.lines[_line_of(event)]
    offset = event.position[1] if isinstance(event, Match) else event.span.start
    above = layout.by_spot[line.spot] if line.spot is not None else ()
    return sum(1 + other.text.count("\n") for other in above if other.index < line.index) + line.text.count(
        "\n", 0, offset
    )


def _rows(event: Sign | Match, layout: Layout) -> int:
    spot = layout.lines[_line_of(event)].spot
    lines = layout.by_spot[spot] if spot is not None else ()
    return sum(1 + line.text.count("\n") for line in lines)
