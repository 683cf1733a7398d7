"""Word's fields: what a form field, a toggle button or an overstrike shows. Instructions are never text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from parsers import marks
from parsers.document import Mark, Place
from parsers.word.equations import equation
from parsers.word.form_fields import as_prompt, check_box, chosen, entered, words
from parsers.word.names import Element, W
from parsers.word.pieces import Piece, Span

_CHECK_BOX = "FORMCHECKBOX"
_MACRO = re.compile(r"\s*MACROBUTTON\s+\S+ ?", re.IGNORECASE)
_PROMPTED = re.compile(r"\s*MACROBUTTON\s+(no|do|accept|abc|edit)", re.IGNORECASE)
_PROMPT = re.compile(r'\s*FILLIN\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(?:(0x[0-9a-f]{1,5}|[0-9]{1,6})\b|\"?(\S)\"?\s)", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r'\\f\s*(?:"([^"]*)"|([^\\"]+))', re.IGNORECASE)
_QUOTED = re.compile(r'\s*QUOTE\s+"([^"]*)"', re.IGNORECASE)
_HIDDEN_MARK = 0.6


class Instruction(Span):
    """A stretch of a field's instruction."""

    __slots__ = ()


@dataclass(slots=True)
class Field:
    """A field being read: open until its end comes by."""

    data: Element | None
    """The ``w:ffData`` of a form field."""
    dress: int
    start: int = 0
    """Where its result starts among the paragraph's pieces."""
    paragraph: int = 0
    """The number of the paragraph that `start` counts in."""
    in_result: bool = False
    parts: list[Piece] = field(default_factory=list)
    """Its instruction, and the pieces that stand in it, in their order: a toggle button shows them."""

    @property
    def code(self) -> str:
        """The instruction as written."""
        return "".join([part.text for part in self.parts if isinstance(part, Instruction)])

    @property
    def kind(self) -> str:
        """The instruction's first word, upper case; for a form field what its data says."""
        found = self.code.split(None, 1)
        if found:
            return found[0].upper()
        return _CHECK_BOX if self.data is not None and self.data.find(W + "checkBox") is not None else ""

    @property
    def hidden(self) -> list[Piece]:
        """The pieces that stand in the instruction and are none of its words."""
        return [part for part in self.parts if not isinstance(part, Instruction)]


class Fields:
    """The fields that are open at a place of the walk, the innermost last.

    `pieces` are those of the paragraph, `paragraph` is its number.
    """

    def __init__(self) -> None:
        self.open: list[Field] = []

    def begin(self, data: Element | None, dress: int) -> None:
        """Opens a field."""
        self.open.append(Field(data, dress))

    def instruct(self, text: str | None, dress: int, font: str = "") -> None:
        """Adds to the innermost field's instruction, of which parts may stand in several runs."""
        if text and self.open and not self.open[-1].in_result:
            self.open[-1].parts.append(Instruction(text, dress, font))

    def separate(self, pieces: list[Piece], paragraph: int) -> None:
        """From here on the innermost field shows its result."""
        if self.open:
            inner = self.open[-1]
            inner.in_result = True
            inner.start, inner.paragraph = len(self.sink(pieces)), paragraph

    def end(self, pieces: list[Piece], paragraph: int, place: Place) -> None:
        """Puts what the innermost field shows in the place of its result."""
        if not self.open:
            return
        closed = self.open.pop()
        sink = self.sink(pieces)
        start = len(sink)
        if closed.in_result:
            start = min(closed.start, len(sink)) if closed.paragraph == paragraph else 0
        sink[start:] = shown(closed, sink[start:], place)

    def close_broken(self, pieces: list[Piece], paragraph: int, place: Place) -> None:
        """Ends the fields whose instruction does not end in its paragraph: they would hide the rest."""
        while self.open and (not self.open[-1].in_result or self.open[-1].kind == _CHECK_BOX):
            broken = self.open[-1]
            if broken.kind in _SHOWN:
                self.end(pieces, paragraph, place)
            else:
                self.open.pop()
            if broken.kind not in _SHOW_HIDDEN:
                pieces.extend(broken.hidden)

    def sink(self, pieces: list[Piece]) -> list[Piece]:
        """Where pieces go: to the paragraph, or to the field in whose instruction they stand."""
        for one in self.open:
            if not one.in_result:
                return one.parts
        return pieces


def shown(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What stands in the document for a field whose result is given."""
    read = _SHOWN.get(closed.kind)
    found = read(closed, result, place) if read is not None else result
    if read is not None or any(isinstance(piece, Mark) for piece in found):
        return found
    # A box that stands in an instruction may be printed or not: better in doubt than lost.
    return [
        *(replace(part, confidence=_HIDDEN_MARK) for part in closed.hidden if isinstance(part, Mark)),
        *found,
    ]


def _check_box(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    return check_box(closed.data, closed.dress, result, place)


def _entered(closed: Field, result: list[Piece], _: Place) -> list[Piece]:
    return entered(closed.data, result)


def _chosen(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    return chosen(closed.data, closed.dress, result, place)


def _equation(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What an equation prints; a result that another program wrote is the same again."""
    return equation(closed.parts, place) or result


def _button(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What a macro button shows: the rest of its instruction; a prompt to click on is no answer."""
    del place
    match = _MACRO.match(closed.code)
    if match is None:
        return result
    found: list[Piece] = []
    left = match.end()
    for part in closed.parts:
        if isinstance(part, Instruction):
            text, left = part.text[left:], max(left - len(part.text), 0)
            if text:
                found.append(Span(text, part.dress | closed.dress, part.font))
        else:
            found.append(part)
    text = words(found).strip()
    signs = any(isinstance(part, Mark) or (isinstance(part, Span) and part.font) for part in found)
    asks = _PROMPTED.match(closed.code) is not None or text.startswith(("[", "<", "«"))
    if asks and not signs and not marks.find(text) and marks.typed(text) is None:
        found = as_prompt(found)
    return _trimmed(found)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the blanks that end an instruction."""
    last = pieces[-1] if pieces else None
    if not isinstance(last, Span):
        return pieces
    text = last.text.rstrip()
    return [*pieces[:-1], last._replace(text=text)] if text else pieces[:-1]


def _symbol(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The character that a symbol field names; what another program made of it may have lost its font."""
    del place
    match = _SYMBOL.match(closed.code)
    if match is None:
        return result
    code = ord(match[2]) if match[2] else int(match[1], 0)
    named = _SYMBOL_FONT.search(closed.code)
    font = (named[1] or named[2] or "").strip() if named is not None else ""
    if code < 0x20 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return result
    if marks.font_table(font):
        return [Span(chr(code if code > 0xFF else 0xF000 + code), closed.dress, font)]
    if result:
        return result
    sign = bytes([code]).decode("cp1252", "replace") if code <= 0xFF else chr(code)
    return [Span(sign, closed.dress)]


def _filled(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The result of a fill-in field: no answer where it still is the prompt."""
    del place
    match = _PROMPT.match(closed.code)
    if match is None or (match[1] or match[2] or "").strip() != words(result).strip():
        return result
    return as_prompt(result)


def _quoted(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What a field quotes, where no program has printed it yet."""
    del place
    match = _QUOTED.match(closed.code)
    return result if result or match is None else [Span(match[1], closed.dress), *closed.hidden]


_SHOWN: dict[str, Callable[[Field, list[Piece], Place], list[Piece]]] = {
    _CHECK_BOX: _check_box,
    "FORMTEXT": _entered,
    "FORMDROPDOWN": _chosen,
    "MACROBUTTON": _button,
    "SYMBOL": _symbol,
    "EQ": _equation,
    "FILLIN": _filled,
    "QUOTE": _quoted,
}
"""The fields that show something else than their result; all others show that."""
_SHOW_HIDDEN = ("MACROBUTTON", "EQ")
"""Those that show what stands in their instruction."""
