"""Word's legacy form fields: check boxes, text fields and drop-down lists, from their ``w:ffData``."""

from __future__ import annotations

import re

from parsers import marks
from parsers.document import Mark, Method, Place, State
from parsers.word.dress import DELETED, PLACEHOLDER, emphasis
from parsers.word.names import VAL, Element, W, is_on
from parsers.word.pieces import Piece, Span

_PROMPT = re.compile(
    r"\W*(scegli|selezion|inseri|scriv|digit|indic|clic|fa(i|re) clic|compil|specific|premere|"
    r"choose|select|click|enter|type|pick|please)",
    re.IGNORECASE,
)
"""How the words begin by which a form asks for an entry."""
_LEFT = 0.6
"""How sure an entry is that a list shows until another is chosen."""


def is_prompt(words: str) -> bool:
    """Whether an entry that a form offers by itself only asks for one: ``Scegliere…``, ``- - -``."""
    return _PROMPT.match(words) is not None or not any(char.isalnum() for char in words)


def words(pieces: list[Piece]) -> str:
    """The text of the pieces that was not taken out."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Span) and not piece.dress & DELETED)


def as_prompt(pieces: list[Piece]) -> list[Piece]:
    """The same pieces, their text dressed as a placeholder."""
    return [
        piece._replace(dress=piece.dress | PLACEHOLDER) if isinstance(piece, Span) else piece
        for piece in pieces
    ]


def check_box(data: Element | None, dress: int, result: list[Piece], place: Place) -> list[Piece]:
    """The mark of a legacy check box; what its result shows is compared and not read twice."""
    box = data.find(W + "checkBox") if data is not None else None
    text = words(result)
    font = next((piece.font for piece in result if isinstance(piece, Span) and piece.font), "")
    look = marks.glyph(text.strip(), font)
    seen = look.state if look is not None else marks.typed(text)
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
    if seen is None or seen is state:
        return [Mark(state, Method.LEGACY_FIELD, sign, place, emphasis(dress)), *rest]
    said = f"state {int(state is State.TICKED)}, text {text.strip()}"
    mark = Mark(seen, Method.LEGACY_FIELD, text.strip(), place, emphasis(dress), 0.5, conflict=said)
    return [mark, *rest]


def entered(data: Element | None, result: list[Piece]) -> list[Piece]:
    """The text of a text field; the wide blanks of an empty one and the prompt it came with are none."""
    text = words(result)
    if not text.strip() and all(isinstance(piece, Span) for piece in result):
        return []
    usual = data.find(f"{W}textInput/{W}default") if data is not None else None
    if usual is not None and usual.get(VAL, "").strip() == text.strip() and is_prompt(text):
        return as_prompt(result)
    return result


def chosen(data: Element | None, dress: int, result: list[Piece], place: Place) -> list[Piece]:
    """The chosen entry of a drop-down list, counted from 0.

    An entry that only asks for one comes as a placeholder. Where none was chosen Word shows the list's
    first entry: nobody knows whether it was left because it is right, which a mark before it says.
    """
    choices = data.find(W + "ddList") if data is not None else None
    if choices is None:
        return result
    entries = [entry.get(VAL, "") for entry in choices.iter(W + "listEntry")]
    number, touched = _number(choices, "result"), True
    if number is None:
        number = _number(choices, "default") or 0
        touched = number > 0
    entry = entries[number] if number < len(entries) else ""
    text = words(result).strip()
    if text and (text != entry or not entries):
        # Other programs write the entry they show, and not always its number.
        touched, entry = text not in entries[:1] or touched, text
    shown: list[Piece] = result if text else [Span(entry, dress)] if entry.strip() else []
    if not shown or not entry.strip() or is_prompt(entry):
        return as_prompt(shown)
    if touched:
        return shown
    said = "first entry of a list"
    left = Mark(
        State.TICKED, Method.LEGACY_FIELD, "", place, emphasis(dress), _LEFT, boxed=False, conflict=said
    )
    return [left, *shown]


def _number(choices: Element, name: str) -> int | None:
    """The number that an element of a list gives, or None."""
    element = choices.find(W + name)
    value = element.get(VAL, "0") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 6 else None
