"""The paragraph of a draft: how its lines are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.document import Break, Inline, Paragraph, Place, Text
from parsers.pdf.objects import around
from parsers.pdf.text.flow import Draft
from parsers.pdf.text.seams import seam


def paragraph(draft: Draft) -> Paragraph:
    """The paragraph of a draft; its place is on the page where it begins."""
    first = draft.lines[0]
    inlines: list[Inline] = list(first.inlines)
    word = first.last
    for at, (last, line) in enumerate(pairwise(draft.lines), 1):
        if last.soft:
            _drop_hyphen(inlines)
        blank = seam(last, word, line, draft.right)
        word = word + line.last if line.single and not blank else line.last
        if at in draft.breaks:
            inlines.append(Break())
        else:
            _append(inlines, blank)
        inlines.extend(line.inlines if line.page == first.page else _unplaced(line.inlines))
    box = around([line.box for line in draft.lines if line.page == first.page])
    return Paragraph(_merged(inlines), Place(page=first.page, box=box))


def _drop_hyphen(inlines: list[Inline]) -> None:
    last = inlines[-1]
    if isinstance(last, Text) and last.text.endswith("-"):
        inlines[-1] = replace(last, text=last.text[:-1])


def _append(inlines: list[Inline], blank: str) -> None:
    last = inlines[-1]
    if not blank:
        return
    if isinstance(last, Text):
        inlines[-1] = replace(last, text=last.text + blank)
    else:
        inlines.append(Text(blank))


def _unplaced(inlines: Sequence[Inline]) -> list[Inline]:
    """Text of a further page: a text's box is one of its paragraph's page."""
    return [replace(inline, box=None) if isinstance(inline, Text) else inline for inline in inlines]


def _merged(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Bare blanks put to the text before them, empty texts left out."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            last = found[-1] if found else None
            if not inline.text.strip() and isinstance(last, Text):
                found[-1] = replace(last, text=last.text + inline.text)
                continue
        found.append(inline)
    return tuple(found)
