"""Matches a document with a form's definition: the blank form is the map, what is left over is the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.answering.asides import heard
from parsers.answering.margins import with_margins
from parsers.answering.remainder import Remainder
from parsers.answers import Answers
from parsers.choices.fields import read_choices
from parsers.document import Document
from parsers.finding.align import Alignment, align
from parsers.finding.anchors import Anchor, Role, anchors
from parsers.finding.copies import read_together
from parsers.finding.govern import Headings
from parsers.finding.matches import Match
from parsers.finding.page_order import page_order
from parsers.finding.share import share_of
from parsers.finding.turned import fuller, is_short_of_answers, turned
from parsers.form import Form
from parsers.layout import Layout, lay_out
from parsers.pasted import plain

KNOWN = 0.35
"""Less of the form's words than this, and the document is another one."""
MARGIN = 0.15
"""How clearly a form has to explain a document better than the next."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """No form explains the document well, or several do alike."""

    nearest: tuple[tuple[str, float], ...]
    """Form ids with the share of their words that is there, the best first; two where they are alike."""


def identify(document: Document, forms: Sequence[Form]) -> Answers | Unmatched:
    """The document read with the one form that explains it."""
    layout = lay_out(plain(document))
    ranked = sorted((_whole(document, layout, form) for form in forms), key=lambda read: -read.explained)
    best = ranked[0].explained
    parts = [read for read in ranked if read.partial and read.telling] if best < KNOWN else []
    if len(parts) == 1:
        return parts[0]
    alike = [read for read in ranked if best - read.explained < MARGIN] if best >= KNOWN else ranked[:1]
    if best < KNOWN or len(alike) > 1:
        return Unmatched(tuple((read.form, read.explained) for read in alike))
    return ranked[0]


def match(document: Document, form: Form) -> Answers:
    """The document read with this form."""
    return _whole(document, lay_out(plain(document)), form)


def _whole(document: Document, layout: Layout, form: Form) -> Answers:
    """The main text read with this form, and with what headers and footers hold of it."""
    read = match_layout(layout, form)
    if is_short_of_answers(read, form):
        other = turned(document, layout, align(layout, anchors(form)))
        read = read if other is None else fuller(read, match_layout(lay_out(other), form))
    return with_margins(document, form, read, lambda whole: match(whole, form)) if document.margins else read


def match_layout(layout: Layout, form: Form) -> Answers:
    """The same, for a document that is laid out already."""
    wanted = anchors(form)
    alignment = align(layout, wanted)
    first = _read(layout, form, wanted, alignment)
    if not alignment.others:
        return first
    further = (_read(layout, form, wanted, align(layout, wanted, lines)) for lines in alignment.others)
    return read_together((first, *further))


def _read(layout: Layout, form: Form, wanted: tuple[Anchor, ...], alignment: Alignment) -> Answers:
    """What the aligned lines say."""
    marked = _headings(alignment.chained)
    headings = Headings(layout, marked)
    choices = read_choices(form, layout, alignment, headings, marked)
    choices, used = heard(choices, form, layout, headings) if layout.remarks else (choices, ())
    lines = layout.lines[alignment.start : alignment.end]
    reading = Remainder(form, layout, marked, headings, choices, lines=lines)
    reading.hear(used)
    there = {(choice.field, m.anchor.option) for choice in choices.values() for m in choice.matches}
    share = share_of(form, wanted, marked, there)
    return Answers(
        form.id,
        tuple(reading.answer(field) for field in form.fields),
        tuple(reading.strays()),
        share.explained,
        partial=share.partial,
        telling=share.telling,
        pages=() if alignment.others else page_order(layout, wanted, alignment.chained),
    )


def _headings(chained: Sequence[Match]) -> list[Match]:
    """What governs: all but the options; a field's own label only where the one it shares is not there."""
    marked = [match for match in chained if match.anchor.role is not Role.OPTION]
    shared = {field for match in marked if len(match.anchor.fields) > 1 for field in match.anchor.fields}
    return [m for m in marked if len(m.anchor.fields) != 1 or m.anchor.fields[0] not in shared]
