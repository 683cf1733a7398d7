"""Options that go on below their group with no label beside them, as where a page's end cuts a row in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from parsers.finding.anchors import Role
from parsers.finding.govern import Headings
from parsers.finding.matches import Match
from parsers.form import Form
from parsers.keys import key
from parsers.layout import Layout, Line, Spot


def continued(
    form: Form,
    layout: Layout,
    found: Iterable[Match],
    headings: Headings,
    governed: Mapping[str, Sequence[Match]],
) -> Iterator[Match]:
    """The options that their group lacks and that stand right below it, in its column and the next row.

    `found` is what the document holds of the form's words, `governed` what each group has, by field.
    Only options of a table count, alone in their line, where nothing else is asked in their row.
    """
    lacking = {
        (field.id, option.code)
        for field in form.fields
        for option in field.options
        if governed[field.id] and all(one.anchor.option != option.code for one in governed[field.id])
    }
    if not lacking:
        return
    cells = {field: _cells(governed[field], layout) for field, _ in lacking}
    for match in found:
        anchor = match.anchor
        if anchor.role is not Role.OPTION or (anchor.fields[0], anchor.option) not in lacking:
            continue
        line = layout.lines[match.position[0]]
        below = any(_is_below(line.spot, cell) for cell in cells[anchor.fields[0]])
        if (
            below
            and match.likeness == 1
            and _is_alone(match, line)
            and not _is_asked(match, layout, headings)
        ):
            yield match


def _cells(matches: Iterable[Match], layout: Layout) -> frozenset[Spot]:
    """The cells that a group's options stand in."""
    spots = (layout.lines[match.position[0]].spot for match in matches)
    return frozenset(spot for spot in spots if spot is not None)


def _is_below(spot: Spot | None, cell: Spot) -> bool:
    """Whether a cell stands in the row right below another one and in its column."""
    return (
        spot is not None
        and (spot.table, spot.row, spot.column) == (cell.table, cell.last_row + 1, cell.column)
        and spot.last_column == cell.last_column
    )


def _is_alone(match: Match, line: Line) -> bool:
    """Whether an option's line holds nothing else."""
    words = "".join(key(line.text[span.start : span.end]) for span in match.spans)
    return len(match.spans) == 1 and words == line.key


def _is_asked(match: Match, layout: Layout, headings: Headings) -> bool:
    """Whether something else is asked in an option's own row."""
    line = layout.lines[match.position[0]]
    rule = headings.governing(line, 0)
    if rule is None or line.spot is None or match.anchor.fields[0] in rule.heading.anchor.fields:
        return False
    spot = layout.lines[rule.heading.position[0]].spot
    return spot is not None and spot.table == line.spot.table and spot.last_row >= line.spot.row
