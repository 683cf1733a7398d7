"""Word's checkbox content controls: their state, what they show, and whether the two agree."""

from __future__ import annotations

from dataclasses import dataclass

from parsers import marks
from parsers.document import Emphasis, Mark, Method, Place, State, Text
from parsers.word_names import VAL14, W14, Element, is_on
from parsers.word_runs import DELETED, Piece, Span, emphasis, inlines


@dataclass(frozen=True, slots=True)
class Control:
    """A checkbox control's own say."""

    state: State
    checked: int
    """The code of the sign it shows when ticked."""
    unchecked: int


def control(properties: Element | None) -> Control | None:
    """The checkbox that a content control's properties (``w:sdtPr``) make it, or None."""
    box = properties.find(W14 + "checkbox") if properties is not None else None
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    ticked = checked is not None and is_on(checked.get(VAL14))
    state = State.TICKED if ticked else State.EMPTY
    return Control(state, _code(box, "checkedState", 0x2612), _code(box, "uncheckedState", 0x2610))


def _code(box: Element, name: str, usual: int) -> int:
    """The code of a sign, by byte for a symbol font."""
    element = box.find(W14 + name)
    value = element.get(VAL14, "") if element is not None else ""
    try:
        return _byte(int(value, 16)) if value else usual
    except ValueError:
        return usual


def _byte(code: int) -> int:
    """A private code point as the byte it stands for."""
    return code - 0xF000 if 0xF000 <= code <= 0xF0FF else code


def ticked(box: Control, pieces: list[Piece], place: Place) -> list[Piece]:
    """A control's content with its sign made the control's mark; what else was typed in it stays."""
    live = [piece for piece in pieces if isinstance(piece, Span) and not piece.dress & DELETED]
    text = "".join(span.text for span in live).strip()
    dressed = 0
    for span in live:
        dressed |= span.dress
    if len(text.rstrip("\ufe0e\ufe0f")) <= 1 or marks.typed(text) is not None:
        seen = _seen(box, text, live[0].font if live else "")
        known = seen is not None or not text
        rest = [piece for piece in pieces if piece not in live] if known else pieces
        font = live[0].font if live else ""
        return [*rest, _mark(box, seen, text if not font else "", emphasis(dressed), place)]
    return _among(box, pieces, place)


def _seen(box: Control, text: str, font: str) -> State | None:
    """The state that the shown sign stands for: first by the control's own signs, then by its look."""
    if not text:
        return None
    if len(text) == 1 and box.checked != box.unchecked:
        code = _byte(ord(text))
        if code == box.checked:
            return State.TICKED
        if code == box.unchecked:
            return State.EMPTY
    look = marks.glyph(text, font)
    return look.state if look is not None else marks.typed(text)


def _mark(box: Control, seen: State | None, text: str, dressed: Emphasis, place: Place) -> Mark:
    """The control's mark. What is shown decides where it contradicts the stored state."""
    state = seen or box.state
    raw = text if text and seen is not None else marks.drawn(marks.Look(state, boxed=True))
    if state is box.state:
        return Mark(state, Method.CONTENT_CONTROL, raw, place, dressed)
    said = f"state {int(box.state is State.TICKED)}, text {raw}"
    return Mark(state, Method.CONTENT_CONTROL, raw, place, dressed, 0.5, conflict=said)


def _among(box: Control, pieces: list[Piece], place: Place) -> list[Piece]:
    """A control that holds more than its sign, such as the option's label."""
    found: list[Piece] = []
    done = False
    for inline in inlines(pieces, place):
        if isinstance(inline, Text):
            found.append(Span(inline.text, inline.emphasis.value))
        elif isinstance(inline, Mark) and not done and not inline.emphasis & Emphasis.DELETED:
            found.append(_mark(box, inline.state, inline.raw, inline.emphasis, place))
            done = True
        else:
            found.append(inline)
    return found if done else [_mark(box, None, "", Emphasis.NONE, place), *found]
