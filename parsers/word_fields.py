"""Word's fields: what a form field, a toggle button or an overstrike shows. Instructions are never text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from parsers import marks
from parsers.document import Mark, Method, Place, State
from parsers.word_names import VAL, Element, W, is_on
from parsers.word_runs import PLACEHOLDER, Piece, Span, emphasis

_OVERSTRIKE = re.compile(r"\\o[^(]*\((.*)\)", re.DOTALL)
_MACRO = re.compile(r"\s*MACROBUTTON\s+(\S+)\s?", re.IGNORECASE)
_PROMPT = re.compile(r'\s*FILLIN\s+"([^"]*)"', re.IGNORECASE)


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
    instruction: list[str] = field(default_factory=list)
    hidden: list[Piece] = field(default_factory=list)
    """Pieces that stand in the instruction: a toggle button shows them."""

    @property
    def code(self) -> str:
        """The instruction as written."""
        return "".join(self.instruction)

    @property
    def kind(self) -> str:
        """The instruction's first word, upper case; for a form field what its data says."""
        words = self.code.split(None, 1)
        if words:
            return words[0].upper()
        return "FORMCHECKBOX" if self.data is not None and self.data.find(W + "checkBox") is not None else ""


def shown(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What stands in the document for a field whose result is given."""
    kind = closed.kind
    if kind in _FORM_FIELDS:
        return _FORM_FIELDS[kind](closed, result, place)
    return result


def _words(pieces: list[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Span))


def _typed(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The text of a text field; the wide blanks of an empty one are none."""
    del closed, place
    blank = not _words(result).strip() and all(isinstance(piece, Span) for piece in result)
    return [] if blank else result


def _checkbox(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The mark of a legacy checkbox; what its result shows is compared and not read twice."""
    box = closed.data.find(W + "checkBox") if closed.data is not None else None
    text = _words(result)
    seen = marks.typed(text)
    rest = [] if seen is not None else result
    if box is None:
        state = seen or State.UNSURE
    else:
        element = box.find(W + "checked")
        if element is None:
            element = box.find(W + "default")
        ticked = element is not None and is_on(element.get(VAL))
        state = State.TICKED if ticked else State.EMPTY
    sign = {State.TICKED: "☒", State.EMPTY: "☐"}.get(state, text)
    dressed = emphasis(closed.dress)
    if seen is None or seen is state:
        mark = Mark(state, Method.LEGACY_FIELD, sign, place, dressed)
    else:
        said = f"state {int(state is State.TICKED)}, text {text.strip()}"
        mark = Mark(seen, Method.LEGACY_FIELD, text.strip(), place, dressed, 0.5, conflict=said)
    return [mark, *rest]


def _entry(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The chosen entry of a drop-down list: counted from 0, the first where nothing is said."""
    del place
    if _words(result).strip():
        return result
    choices = closed.data.find(W + "ddList") if closed.data is not None else None
    if choices is None:
        return []
    entries = [entry.get(VAL, "") for entry in choices.iter(W + "listEntry")]
    chosen = choices.find(W + "result")
    if chosen is None:
        chosen = choices.find(W + "default")
    number = chosen.get(VAL, "0") if chosen is not None else "0"
    index = int(number) if number.isdecimal() else 0
    return [Span(entries[index], closed.dress)] if index < len(entries) else []


def _button(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """What a macro button shows: the rest of its instruction; a prompt to click on is no answer."""
    del place
    match = _MACRO.match(closed.code)
    if match is None:
        return result
    text = closed.code[match.end() :].strip()
    prompt = PLACEHOLDER if match[1].lower() == "nomacro" else 0
    words: list[Piece] = [Span(text, closed.dress | prompt)] if text else []
    return [*words, *closed.hidden]


def _overstrike(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The mark of an equation that prints a tick over a box: ``EQ \\o\\ac(□,√)``."""
    match = _OVERSTRIKE.search(closed.code)
    if match is None:
        return result
    parts = [part.strip() for part in re.split("[,;]", match[1])]
    looks = [marks.glyph(part) for part in parts]
    if not any(look is not None and look.boxed for look in looks):
        return result
    ticked = any(marks.typed(part) is State.TICKED for part in parts)
    state, sign = (State.TICKED, "☒") if ticked else (State.EMPTY, "☐")
    return [Mark(state, Method.SYMBOL, sign, place, emphasis(closed.dress))]


def _filled(closed: Field, result: list[Piece], place: Place) -> list[Piece]:
    """The result of a fill-in field: no answer where it still is the prompt."""
    del place
    match = _PROMPT.match(closed.code)
    if match is None or match[1].strip() != _words(result).strip():
        return result
    return [
        Span(piece.text, piece.dress | PLACEHOLDER) if isinstance(piece, Span) else piece for piece in result
    ]


_FORM_FIELDS: dict[str, Callable[[Field, list[Piece], Place], list[Piece]]] = {
    "FORMCHECKBOX": _checkbox,
    "FORMTEXT": _typed,
    "FORMDROPDOWN": _entry,
    "MACROBUTTON": _button,
    "EQ": _overstrike,
    "FILLIN": _filled,
}
"""The fields that show something else than their result; all others show that."""
