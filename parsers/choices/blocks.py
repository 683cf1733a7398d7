"""Groups with the same options whose labels stand side by side, with their options in blocks below.

A cell that was left out moves all that follows in its row, and the columns of a table that was redrawn
need not meet its labels' any more: then the order tells which block is whose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from parsers.finding.align import Alignment
from parsers.finding.anchors import Role
from parsers.finding.matches import Match, Span
from parsers.form import Field, Form
from parsers.layout import Layout, Spot

Blocks = tuple[tuple[Match, ...], ...]


def in_order(
    form: Form,
    layout: Layout,
    alignment: Alignment,
    governed: Mapping[str, list[Match]],
    crossed: Collection[str],
) -> dict[str, list[Match]]:
    """The options of groups whose labels' columns say otherwise than their order; mostly none.

    `governed` holds the options that labels govern; the groups in `crossed` are known already.
    """
    if not layout.tables:
        return {}
    told: dict[str, list[Match]] = {}
    for fields in _alike(form, crossed):
        heads = _side_by_side(fields, layout, alignment.chained)
        blocks = _blocks(fields[0], layout, alignment.candidates, heads[0]) if heads else ()
        if len(blocks) != len(fields):
            continue
        here = [{match.spans for match in block} for block in blocks]
        known = [{match.spans for match in governed[field.id]} for field in fields]
        if here != known:
            told |= {
                field.id: _of(field, own, alignment.candidates)
                for field, own in zip(fields, here, strict=True)
            }
    return told


def over_a_box(match: Match, layout: Layout) -> bool:
    """Whether its words go over lines with a box between them: those are two options that look like one."""
    if len(match.spans) == 1:
        # As most: asked of every option.
        return False
    return any(at < span.start for span in match.spans[1:] for at, _ in layout.lines[span.line].marks)


def _alike(form: Form, crossed: Collection[str]) -> Iterable[list[Field]]:
    """The choice fields next to one another that offer the same options."""
    choices = [field for field in form.fields if field.options and field.id not in crossed]
    for _, fields in groupby(choices, key=lambda field: field.options):
        group = list(fields)
        if len(group) > 1:
            yield group


def _side_by_side(fields: list[Field], layout: Layout, chained: Iterable[Match]) -> list[Spot]:
    """The cells of the fields' labels, where they stand in one row and in the fields' order."""
    heads: dict[str, Spot] = {}
    for match in chained:
        spot = layout.lines[match.spans[0].line].spot
        if match.anchor.role is Role.LABEL and len(match.anchor.fields) == 1 and spot is not None:
            heads.setdefault(match.anchor.fields[0], spot)
    spots = [heads[field.id] for field in fields if field.id in heads]
    if len(spots) < len(fields) or len({(spot.table, spot.row) for spot in spots}) > 1:
        return []
    columns = [spot.column for spot in spots]
    return spots if columns == sorted(set(columns)) else []


def _blocks(field: Field, layout: Layout, candidates: Iterable[Match], head: Spot) -> Blocks:
    """The cells of options below the labels, from left to right; a new block begins where one comes again.

    Nothing where options stand in the labels' own row, or a row below holds but some of a group's.
    """
    placed: dict[Spot, list[Match]] = {}
    for match in candidates:
        own = match.anchor.role is Role.OPTION and match.anchor.fields[0] == field.id
        if own and not over_a_box(match, layout):
            spot = _in_table(layout.lines[match.spans[0].line].spot, head.table)
            if spot is not None and spot.row >= head.row:
                placed.setdefault(spot, []).append(match)
    first = min((spot.row for spot in placed), default=head.row)
    if first == head.row:
        return ()
    placed = {spot: matches for spot, matches in placed.items() if spot.row == first}
    blocks: list[list[Match]] = []
    for spot in sorted(placed, key=lambda spot: spot.column):
        options = {match.anchor.option for match in placed[spot]}
        if not blocks or not options.isdisjoint(match.anchor.option for match in blocks[-1]):
            blocks.append([])
        blocks[-1] += placed[spot]
    whole = all(2 * len({match.anchor.option for match in block}) >= len(field.options) for block in blocks)
    return tuple(tuple(block) for block in blocks) if whole else ()


def _in_table(spot: Spot | None, table: int) -> Spot | None:
    """The cell of that table that a cell is, or lies in."""
    while spot is not None and spot.table != table:
        spot = spot.parent
    return spot


def _of(field: Field, places: Collection[tuple[Span, ...]], candidates: Iterable[Match]) -> list[Match]:
    """A field's own options at these places."""
    own = (match for match in candidates if match.anchor.role is Role.OPTION and match.spans in places)
    return [match for match in own if match.anchor.fields[0] == field.id]
