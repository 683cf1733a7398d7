"""What people read on the screen of ``read`` and ``inspect``: plain text, no JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.messages import failure_message, message
from ingest.record import Outcome, Record, Value
from ingest.session import counted
from ingest.texts import Texts
from parsers.document import Aside, Block, Break, Cell, Document, Image, Mark, Paragraph, State, Text
from parsers.form import Form

if TYPE_CHECKING:
    from parsers.labels.label import LabelledMark

_WIDTH = 100  # columns
_LABEL = 28
_BOXES = {State.EMPTY: "☐", State.TICKED: "☒", State.UNSURE: "☐?"}


def of_outcome(file: str, outcome: Outcome, form: Form | None, texts: Texts) -> Iterator[str]:
    """A form's values by label, then its findings; or why it could not be read."""
    yield f"{file} – {texts.say('read', outcome.status.value)}"
    if outcome.failure is not None:
        yield f"  {failure_message(outcome.failure, texts)}"
    if outcome.record is not None:
        yield from _values(outcome.record, form, texts)
    if outcome.findings:
        yield f"  {texts.say('read', 'findings')}"
    for finding in outcome.findings:
        severity = texts.say("read", finding.severity.value)
        yield from _folded(f"  - {severity}: {message(finding, form, texts)}", "    ")
    yield ""


def of_document(file: str, document: Document, found: Sequence[LabelledMark], texts: Texts) -> Iterator[str]:
    """The blocks in reading order with their boxes, then the boxes found with their labels."""
    parts = [document.kind]
    if document.pages is not None:
        parts.append(counted(texts, "inspect", "page", document.pages))
    parts.append(counted(texts, "inspect", "mark", len(found)))
    yield f"{file} – {', '.join(parts)}"
    yield from _blocks(document.blocks, 1, texts)
    for margin in document.margins:
        yield f"  {texts.say('inspect', margin.kind)}"
        yield from _blocks(margin.blocks, 2, texts)
    if found:
        yield f"  {texts.say('inspect', 'marks')}"
    for one in found:
        state = texts.say("inspect", one.mark.state.value)
        yield f"    {_BOXES[one.mark.state]} {state} ({one.mark.method.value}): {_printable(one.label)}"
    yield ""


def _values(record: Record, form: Form | None, texts: Texts) -> Iterator[str]:
    known = {field.id: field for field in form.fields} if form else {}
    for name, value in record.values().items():
        field = known.get(name)
        label = field.label if field else name
        labels = {option.code: option.label for option in field.options} if field else {}
        head = textwrap.shorten(_printable(label), _LABEL, placeholder="…").ljust(_LABEL)
        yield from _folded(f"  {head}  {_printable(_said(value, labels, texts))}", " " * (_LABEL + 4))


def _said(value: Value, labels: dict[str, str], texts: Texts) -> str:
    if isinstance(value, bool):
        return texts.say("read", "yes" if value else "no")
    if isinstance(value, tuple):
        value = "; ".join(labels.get(code, code) for code in value)
    if value is None or value == "":
        return texts.say("read", "nothing")
    return labels.get(value, value) if isinstance(value, str) else str(value)


def _folded(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _blocks(blocks: Sequence[Block], depth: int, texts: Texts) -> Iterator[str]:
    indent = "  " * depth
    for block in blocks:
        if isinstance(block, Paragraph):
            line = _line(block, texts)
            if line.strip():
                yield from _folded(indent + line, indent + "  ")
            continue
        yield indent + texts.say("inspect", "table", place=block.place.table or block.place.page or "")
        for cell in block.cells:
            yield f"{indent}  [{_cell(cell, texts)}]"
            yield from _blocks(cell.blocks, depth + 2, texts)


def _cell(cell: Cell, texts: Texts) -> str:
    row = cell.place.row or cell.row + 1
    return texts.say("inspect", "cell", row=row, cell=cell.place.cell or cell.column + 1)


def _line(paragraph: Paragraph, texts: Texts) -> str:
    parts: list[str] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, Mark):
            parts.append(_BOXES[inline.state] + " ")
        elif isinstance(inline, Image):
            parts.append(f"[{texts.say('inspect', 'image', name=inline.name)}]")
        elif isinstance(inline, Aside):
            parts.append(f"[{texts.say('inspect', inline.kind.value, text=inline.text)}]")
        elif isinstance(inline, Break):
            parts.append(" / ")
    return _printable("".join(parts))


def _printable(text: str) -> str:
    """One line without what would steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
