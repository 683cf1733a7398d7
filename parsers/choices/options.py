"""Where the options of each group stand in a document, and the lines that their marks are looked for in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from parsers.choices.blocks import in_order, over_a_box
from parsers.choices.columns import over_a_column
from parsers.choices.continued import continued
from parsers.choices.crossings import Crossing
from parsers.choices.reworded import reworded
from parsers.choices.rows_apart import dealt_by_row
from parsers.choices.unlabelled import is_another_s, unlabelled
from parsers.finding.align import Alignment
from parsers.finding.anchors import Role
from parsers.finding.govern import Headings, Tie
from parsers.finding.matches import Match
from parsers.form import Field, Form
from parsers.keys import key
from parsers.layout import MARK, Layout, Line, Spot
from parsers.marks import typed

_TYPED = re.compile(r"(?:[xX×Хх]{1,3}|[vV√✓])[ \t\u00a0]+")
_TYPED_BEHIND = re.compile(r"[ \t\u00a0]+(?:[xX×Хх]{1,3}|[vV√✓])$")
AROUND = 6
"""How many lines around its options a group's marks are looked for, where they have cells of their own."""


def options_of(
    form: Form,
    layout: Layout,
    alignment: Alignment,
    headings: Headings,
    crossed: Mapping[str, Crossing],
) -> dict[str, tuple[Match, ...]]:
    """For each choice field the places of its options, at most one an option, in reading order.

    An option belongs to the group whose heading governs it. Where headings govern nothing (a label
    was deleted, the form stands as plain lines), the order of the form decides. Those of the groups in
    `crossed` are known already.
    """
    governed = _governed(form, layout, alignment.candidates, headings)
    for field, crossing in crossed.items():
        governed[field] = list(crossing.matches)
    governed |= in_order(form, layout, alignment, governed, crossed)
    _deal_out(form, governed, crossed)
    for field, apart in unlabelled(form, layout, alignment, headings).items():
        _give_all(apart, field, governed)
    taken = {span for matches in governed.values() for match in matches for span in match.spans}
    free = (match for match in alignment.candidates if taken.isdisjoint(match.spans))
    for match in continued(form, layout, free, headings, governed):
        governed[match.anchor.fields[0]].append(match)
        taken.update(match.spans)
    for match in alignment.chained:
        field = match.anchor.fields[0] if match.anchor.fields else ""
        if match.anchor.role is not Role.OPTION or field in crossed or over_a_box(match, layout):
            continue
        if not taken.isdisjoint(match.spans) or is_another_s(match, form, layout, headings):
            continue
        if all(match.anchor.option != other.anchor.option for other in governed[field]):
            governed[field].append(match)
            taken.update(match.spans)
    for match in reworded(form, layout, headings, governed):
        if taken.isdisjoint(match.spans):
            governed[match.anchor.fields[0]].append(match)
    _deal_out_rows(form, layout, governed)
    trimmed = {field: [_trimmed(m, layout) for m in matches] for field, matches in governed.items()}
    return {field: _best(matches) for field, matches in trimmed.items()}


def _governed(
    form: Form, layout: Layout, found: Iterable[Match], headings: Headings
) -> dict[str, list[Match]]:
    governed: dict[str, list[Match]] = {field.id: [] for field in form.fields if field.options}
    for match in found:
        if match.anchor.role is not Role.OPTION or over_a_box(match, layout):
            continue
        line, offset = match.position
        rule = headings.governing(layout.lines[line], offset)
        field = match.anchor.fields[0]
        if rule is None or field not in rule.heading.anchor.fields:
            continue
        # One option stands once at a place, however many of its spellings do: as the best fitting one.
        same = [m for m in governed[field] if m.anchor is match.anchor and m.spans == match.spans]
        if all(match.quality > other.quality for other in same):
            governed[field] = [*(m for m in governed[field] if m not in same), match]
    return governed


def _trimmed(match: Match, layout: Layout) -> Match:
    """A match without the X that was typed in place of a box, which misspelt words may have taken in."""
    if match.likeness == 1:
        return match
    first, last = match.spans[0], match.spans[-1]
    typed_before = _TYPED.match(layout.lines[first.line].text, first.start, first.end)
    if typed_before is not None:
        match = match._replace(spans=(first._replace(start=typed_before.end()), *match.spans[1:]))
        last = match.spans[-1]
    typed_behind = _TYPED_BEHIND.search(layout.lines[last.line].text[: last.end], last.start)
    if typed_behind is not None:
        match = match._replace(spans=(*match.spans[:-1], last._replace(end=typed_behind.start())))
    return match


def _give_all(matches: list[Match], field: str, governed: dict[str, list[Match]]) -> None:
    """These places to that field, and to no other that they seemed to be governed by."""
    spans = {match.spans for match in matches}
    for others in governed.values():
        others[:] = [other for other in others if other.spans not in spans]
    governed[field] = [*governed[field], *matches]


def _deal_out_rows(form: Form, layout: Layout, governed: dict[str, list[Match]]) -> None:
    """Rows apart from their heads: each left option to the group right before the one that seems its own."""
    ids = [field.id for field in form.fields]
    for match in list(dealt_by_row(form, layout, governed)):
        own = match.anchor.fields[0]
        before = ids[ids.index(own) - 1]
        governed[own] = [other for other in governed[own] if other is not match]
        governed[before].append(match._replace(anchor=replace(match.anchor, fields=(before,))))


def _deal_out(form: Form, governed: dict[str, list[Match]], crossed: Mapping[str, Crossing]) -> None:
    """Groups alike whose headings stand together before all their options: dealt out in order.

    Then the last heading seems to govern every option, and each option stands there once a group.
    """
    choices = [field for field in form.fields if field.options and field.id not in crossed]
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
    # Where options have boxes, one named without a box is somebody's answer.
    boxed = 2 * sum(match.boxed for match in matches) > len(matches)
    for match in sorted(matches, key=lambda match: match.position):
        known = best.get(match.anchor.option)
        if known is None or _rank(match, boxed) > _rank(known, boxed):
            best[match.anchor.option] = match
    return tuple(sorted(best.values(), key=lambda match: match.position))


def _rank(match: Match, boxed: bool) -> tuple[bool, float]:
    return match.boxed or not boxed, match.quality


def territory(
    field: Field, matches: tuple[Match, ...], layout: Layout, headings: Headings
) -> tuple[Line, ...]:
    """The lines of the options, and those among them that the same heading governs."""
    own = {span.line for match in matches for span in match.spans}
    if not own:
        return ()
    spots = {spot for line in own if (spot := layout.lines[line].spot) is not None}
    # Boxes may have a row under their labels' or over it, as long as that one.
    near = _in_rows_around(spots, layout)
    first, last = min(own), max(own)
    low, high = min([first - AROUND, *near]), max([last + AROUND, *near])
    lines: list[Line] = []
    for line in layout.lines[max(0, low) : high + 1]:
        within = first < line.index < last or line.spot in spots
        if line.index in own:
            lines.append(line)
        elif line.text.strip() and not headings.in_line(line):
            # Beyond the options only lines that hold nothing but marks can be theirs.
            polar = over_a_column(line)
            if not within and line.key and not polar and typed(line.text.replace(MARK, " ")) is None:
                continue
            if polar and not (
                within or _is_beside(line, spots) or _is_below(line, spots) or _is_over(line, spots)
            ):
                continue
            beside = _is_beside(line, spots)
            if _is_under(field, line, headings, beside) or (
                beside and not line.key and _is_over_the_group(field, line, matches[0], layout, headings)
            ):
                lines.append(line)
    return tuple(lines)


def _is_over_the_group(field: Field, line: Line, match: Match, layout: Layout, headings: Headings) -> bool:
    """Whether what governs a line stands in a row above the field's label: it governs no box below that."""
    at, offset = match.position
    own = headings.governing(layout.lines[at], offset)
    other = headings.governing(line, 0)
    if own is None or other is None or field.id not in own.heading.anchor.fields:
        return False
    head, spot = (layout.lines[rule.heading.position[0]].spot for rule in (own, other))
    return head is not None and spot is not None and spot.table == head.table and spot.last_row < head.row


def box_beside(
    field: Field, matches: tuple[Match, ...], layout: Layout, headings: Headings
) -> Iterator[Line]:
    """Lines right before and behind the options that hold a box with words: options in other words."""
    own = {span.line for match in matches for span in match.spans}
    for index in (min(own) - 1, max(own) + 1) if own else ():
        line = layout.lines[index] if 0 <= index < len(layout.lines) else None
        if line is not None and line.marks and line.key and _is_under(field, line, headings, False):
            yield line


def stands_alone(field: Field, match: Match, layout: Layout, headings: Headings) -> bool:
    """Whether an option is all that its field's label governs near by, and nothing was deleted there."""
    own = {span.line for span in match.spans}
    low, high = max(0, min(own) - AROUND), max(own) + AROUND
    for line in layout.lines[low : high + 1]:
        rule = headings.governing(line, len(line.text)) if line.key or line.struck or line.marks else None
        if rule is None or field.id not in rule.heading.anchor.fields:
            continue
        spans = [*headings.in_line(line), *(span for span in match.spans if span.line == line.index)]
        rest = len(line.key) - sum(len(key(line.text[span.start : span.end])) for span in spans)
        if line.struck or line.marks or (rest > 0 and not _is_in_another_row(line, layout.lines[min(own)])):
            return False
    return True


def _is_in_another_row(line: Line, other: Line) -> bool:
    """Whether two lines stand in cells of one table and of different rows."""
    one, two = line.spot, other.spot
    if one is None or two is None or one.table != two.table:
        return False
    return one.last_row < two.row or two.last_row < one.row


def _in_rows_around(spots: Iterable[Spot], layout: Layout) -> frozenset[int]:
    """The lines of all cells in the rows of these, in those right before and in those right behind."""
    rows = {(spot.table, row) for spot in spots for row in range(spot.row - 1, spot.row + 2)}
    tables = {spot.table for spot in spots}
    cells = [cell for table in tables for cell in layout.tables[table] if (table, cell.row) in rows]
    return frozenset(line.index for cell in cells for line in layout.by_spot.get(cell, ()))


def _is_beside(line: Line, spots: Iterable[Spot]) -> bool:
    """Whether a line stands in a cell that begins in the row of a cell of options."""
    spot = line.spot
    return spot is not None and any((spot.table, spot.row) == (cell.table, cell.row) for cell in spots)


def _is_below(line: Line, spots: Iterable[Spot]) -> bool:
    """Whether a line stands in the row below a cell of options."""
    spot = line.spot
    return spot is not None and any(
        spot.table == cell.table and spot.row == cell.last_row + 1 and spot.column <= cell.last_column
        for cell in spots
    )


def _is_over(line: Line, spots: Iterable[Spot]) -> bool:
    """Whether a line stands right over one of several options that stand side by side."""
    spot = line.spot
    row = [cell for cell in spots if spot and (cell.table, cell.row) == (spot.table, spot.last_row + 1)]
    return len(row) > 1 and any(spot is not None and cell.column == spot.column for cell in row)


def _is_under(field: Field, line: Line, headings: Headings, beside: bool) -> bool:
    """Whether the field's label governs a line; beside an option a section's title may stand over it."""
    rule = headings.governing(line, 0)
    if rule is None or rule.tie is Tie.LINE:
        return False
    return field.id in rule.heading.anchor.fields or (beside and not rule.heading.anchor.fields)
