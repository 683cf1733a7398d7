"""What page headers and footers mean to a form: mostly letterheads, at times its first or last table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from parsers.answering.asides import without_own_words
from parsers.answers import Answer, Answers, Stray
from parsers.document import Block, Document, Margin, Place, Table
from parsers.finding.anchors import Role, anchors
from parsers.form import Form
from parsers.keys import key
from parsers.layout import Line, lay_out, shown

UNCLEAR = 0.75
"""How sure an answer is that stands in a margin which may be a letterhead."""
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|·•.]*(?:(?:pagina|page|pag|pg|p|foglio|seite)\b[.\s]*)?(?:n[.°]\s*)?\d{0,4}"
    r"\s*(?:(?:di|of|su|von|/|-)\s*\d{1,4})?[\s\-–—|·•.]*(?:pagina|page)?[\s\-–—|·•.]*",
    re.IGNORECASE,
)


def with_margins(
    document: Document, form: Form, read: Answers, again: Callable[[Document], Answers]
) -> Answers:
    """A reading of the main text with what headers and footers hold: questions of the form, or strays.

    They are read as the form's only where they ask what the main text does not; `again` reads a document.
    """
    margins = _distinct(document.margins, form)
    asking = [margin for margin in margins if _asks(margin, form, read)]
    if asking:
        whole = replace(document, blocks=tuple(_together(document, asking)), margins=())
        fuller = again(whole)
        if _found(fuller) > _found(read):
            read = replace(fuller, answers=tuple(_judged(answer, asking) for answer in fuller.answers))
            margins = [margin for margin in margins if margin not in asking]
    strays = [
        Stray(text, _place(margin), source=margin.kind)
        for margin in margins
        if (text := without_own_words(said(margin.blocks), form))
    ]
    return replace(read, strays=(*read.strays, *strays)) if strays else read


def said(blocks: tuple[Block, ...]) -> str:
    """The lines of a margin, page numbers left out."""
    lines = lay_out(Document("", blocks)).lines
    texts = (shown(line, 0, len(line.text)).strip() for line in lines)
    return "\n".join(text for text in texts if text and not _PAGE_NUMBER.fullmatch(text))


def _distinct(margins: Sequence[Margin], form: Form) -> list[Margin]:
    """The margins that say something, each text once."""
    found: dict[str, Margin] = {}
    for margin in margins:
        words = key(said(margin.blocks))
        if words:
            found.setdefault(words, margin)
    return list(found.values())


def _asks(margin: Margin, form: Form, read: Answers) -> bool:
    """Whether a line of it begins with a label that the main text lacks."""
    found = {answer.field for answer in read.answers if answer.found}
    missing = [
        word
        for anchor in anchors(form)
        if anchor.role is Role.LABEL and found.isdisjoint(anchor.fields)
        for word in anchor.keys
    ]
    return any(_begins(line, missing) for line in lay_out(Document("", margin.blocks)).lines)


def _begins(line: Line, labels: Sequence[str]) -> bool:
    """Whether a line is a label, alone or with a colon and an answer behind it."""
    head = key(line.text.partition(":")[0]) if ":" in line.text else line.key
    return bool(head) and head in labels


def _together(document: Document, asking: Sequence[Margin]) -> Iterator[Block]:
    for margin in asking:
        if margin.kind == "header":
            yield from margin.blocks
    yield from document.blocks
    for margin in asking:
        if margin.kind != "header":
            yield from margin.blocks


def _found(read: Answers) -> int:
    return sum(answer.found for answer in read.answers)


def _judged(answer: Answer, asking: Sequence[Margin]) -> Answer:
    """An answer from a margin without a table may be part of a letterhead: that is for a person."""
    place = answer.place
    if place is None or place.part is None:
        return answer
    tabled = any(isinstance(block, Table) for margin in asking for block in margin.blocks)
    sure = tabled and place.part == "header"
    return answer if sure else replace(answer, confidence=min(answer.confidence, UNCLEAR))


def _place(margin: Margin) -> Place:
    return Place(part=margin.kind)
