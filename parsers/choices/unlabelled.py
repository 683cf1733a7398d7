"""Groups of options whose label is gone, and that stand below another choice's: a group all the same."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.finding.align import Alignment
from parsers.finding.anchors import Role
from parsers.finding.govern import Headings, Tie
from parsers.finding.matches import Match
from parsers.form import Form
from parsers.layout import Layout

TOGETHER = 3
"""From how many options on they are a group of their own, whatever label stands before them."""


def unlabelled(
    form: Form, layout: Layout, alignment: Alignment, headings: Headings
) -> dict[str, list[Match]]:
    """By field the options of such groups: boxed, at least half of what it offers, side by side.

    Not of groups that offer what their neighbour does: which of the two they are, the label tells.
    """
    labelled = {field for m in alignment.chained if m.anchor.option is None for field in m.anchor.fields}
    missing = {field.id for field in form.fields if field.options} - labelled
    if not missing:
        return {}
    chained: dict[str, list[Match]] = {}
    for match in alignment.chained:
        if _belongs(match, missing) and is_another_s(match, form, layout, headings):
            chained.setdefault(match.anchor.fields[0], []).append(match)
    groups = {
        field: _with_the_others(matches, alignment.candidates)
        for field, matches in chained.items()
        if len(matches) >= TOGETHER
    }
    return {
        field: group for field, group in groups.items() if 2 * len(group) >= len(form.field(field).options)
    }


def _belongs(match: Match, missing: Iterable[str]) -> bool:
    anchor = match.anchor
    return anchor.role is Role.OPTION and not anchor.block and match.boxed and anchor.fields[0] in missing


def is_another_s(match: Match, form: Form, layout: Layout, headings: Headings) -> bool:
    """Whether an option stands beside another choice's label: "no" is a word of many groups."""
    line, offset = match.position
    rule = headings.governing(layout.lines[line], offset)
    if rule is None or rule.tie is Tie.BEFORE or match.anchor.fields[0] in rule.heading.anchor.fields:
        return False
    return any(form.field(field).options for field in rule.heading.anchor.fields)


def _with_the_others(chained: list[Match], candidates: Iterable[Match]) -> list[Match]:
    """The chain's options with those beside them that stand out of the form's order."""
    own = {match.anchor.option for match in chained}
    first, last = chained[0].spans[0].line - 1, chained[-1].end[0] + 1
    field = chained[0].anchor.fields
    others: dict[str | None, Match] = {}
    for match in candidates:
        within = match.anchor.fields == field and first <= match.spans[0].line <= last
        if within and match.boxed and match.anchor.option is not None and match.anchor.option not in own:
            known = others.get(match.anchor.option)
            others[match.anchor.option] = match if known is None or match.quality > known.quality else known
    return [*chained, *others.values()]
