"""Finds the options of a group that people wrote in other words: "☒ Coop. A", "☒ Altro: sponsor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parsers.choices.wording import named, nearest
from parsers.finding.anchors import Anchor, Role, anchors
from parsers.finding.govern import Headings
from parsers.finding.matches import Match, Span
from parsers.finding.numbering import behind_number, list_number, without_tick_words
from parsers.form import Field, Form
from parsers.keys import key
from parsers.layout import MARK, Layout, Line
from parsers.lexicon import NO, YES

REWORDED = 0.85
"""How like the form's own the words count as."""
MOST = 60
"""Options longer than this are nobody's shortened or completed ones."""
_STRETCH = re.compile(rf"[^{MARK}\n\t]+")
_HEAD = re.compile(r"\s*[^\W_]+(?=\s*[:(/–-]|\s)")


def reworded(
    form: Form, layout: Layout, headings: Headings, known: Mapping[str, Iterable[Match]]
) -> Iterator[Match]:
    """Options not found so far that stand beside a box in their group's place, in other words."""
    missing = {
        field.id: frozenset(option.code for option in field.options)
        - {match.anchor.option for match in known[field.id]}
        for field in form.fields
        if field.id in known
    }
    if not any(missing.values()):
        return
    own = {
        (anchor.fields[0], anchor.option): anchor for anchor in anchors(form) if anchor.role is Role.OPTION
    }
    taken = {span.line for matches in known.values() for match in matches for span in match.spans}
    for line in layout.lines:
        if not line.key or not _boxed(line, layout) or headings.in_line(line):
            continue
        rule = headings.governing(line, 0)
        for field in rule.heading.anchor.fields if rule is not None else ():
            if missing.get(field):
                whole = line.index not in taken
                yield from _in_line(
                    line,
                    form.field(field),
                    missing[field],
                    own,
                    whole=whole,
                    above=layout.lines[: line.index],
                )


def _boxed(line: Line, layout: Layout) -> bool:
    """Whether a mark stands in the line, or alone in the cell beside it."""
    if line.marks or without_tick_words(line.text, 0, len(line.text)) != (0, len(line.text)):
        return True
    spot = line.spot
    if spot is None:
        return False
    return any(
        other.row <= spot.last_row
        and spot.row <= other.last_row
        and (other.last_column + 1 == spot.column or spot.last_column + 1 == other.column)
        and any(beside.marks and not beside.key for beside in layout.by_spot.get(other, ()))
        for other in layout.tables[spot.table]
    )


def _in_line(
    line: Line,
    field: Field,
    missing: frozenset[str],
    own: Mapping[tuple[str, str | None], Anchor],
    *,
    whole: bool,
    above: Sequence[Line],
) -> Iterator[Match]:
    """The options of a line; in one that holds an option already, those that are parted by boxes."""
    if not whole and len(line.marks) < 2:
        return
    for stretch in _STRETCH.finditer(line.text):
        start, end = without_tick_words(line.text, *stretch.span())
        start = behind_number(line.text, start, end, above)
        words = line.text[start:end].strip(" \u00a0.,;:_")
        if not words or len(words) > MOST or key(words) in YES or key(words) in NO:
            continue
        start = line.text.index(words, start)
        found = named(field, words, missing)
        end = start + len(words)
        if found is None or field.option(found[0]).asks_text:
            # "Altro: sponsor": the option is its first word, the rest is what it asks for.
            head = _HEAD.match(words)
            first = named(field, head[0], missing) if head is not None else None
            if head is not None and first is not None and field.option(first[0]).asks_text:
                found, end = first, start + head.end()
        code = found[0] if found is not None else nearest(field, words, missing)
        if code is not None:
            span = Span(line.index, list_number(line.text, start, above), end)
            yield Match(own[field.id, code], (span,), REWORDED, REWORDED, bool(line.marks))
