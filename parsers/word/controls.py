"""Word's content controls: a check box's state, what it shows and whether the two agree; lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import Emphasis, Mark, Method, Place, State, Text
from parsers.word.dress import DELETED, PLACEHOLDER, emphasis
from parsers.word.form_fields import as_prompt, is_prompt, words
from parsers.word.names import Element, W, has, is_on
from parsers.word.pieces import Piece, Span, inlines

_DOUBT = 0.5
_BOXES = (Method.CONTENT_CONTROL, Method.LEGACY_FIELD)
_LISTS = (W + "dropDownList", W + "comboBox")


@dataclass(frozen=True, slots=True)
class Control:
    """A checkbox control's own say."""

    state: State
    checked: int
    """The code of the sign it shows when ticked."""
    unchecked: int
    checked_font: str = ""
    unchecked_font: str = ""


def control(properties: Element | None) -> Control | None:
    """The checkbox that a content control's properties (``w:sdtPr``) make it, or None."""
    if properties is None:
        return None
    box = _named(properties, "checkbox")
    if box is None:
        return None
    checked = _named(box, "checked")
    ticked = checked is not None and is_on(_value(checked, "val"))
    on, off = _named(box, "checkedState"), _named(box, "uncheckedState")
    return Control(
        State.TICKED if ticked else State.EMPTY,
        _code(on, 0x2612),
        _code(off, 0x2610),
        (_value(on, "font") if on is not None else "") or "",
        (_value(off, "font") if off is not None else "") or "",
    )


def placeholder(properties: Element | None) -> int:
    """PLACEHOLDER for a control that still shows its own prompt."""
    return PLACEHOLDER if has(properties, W + "showingPlcHdr") else 0


def _named(parent: Element, name: str) -> Element | None:
    """The child of that name in whichever namespace: each Word since 2010 has one of its own."""
    end = "}" + name
    return next((child for child in parent if isinstance(child.tag, str) and child.tag.endswith(end)), None)


def _value(element: Element, name: str) -> str | None:
    """The attribute of that name in whichever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def _code(element: Element | None, usual: int) -> int:
    """The code of a sign, by byte for a symbol font."""
    value = _value(element, "val") if element is not None else None
    try:
        return _byte(int(value, 16)) if value else usual
    except ValueError:
        return usual


def _byte(code: int) -> int:
    """A private code point as the byte it stands for."""
    return code - 0xF000 if 0xF000 <= code <= 0xF0FF else code


def picked(properties: Element | None, pieces: list[Piece]) -> list[Piece]:
    """The content of a list control; an entry that has no value or only asks for one is its prompt."""
    if properties is None:
        return pieces
    entries = next((child for child in properties if child.tag in _LISTS), None)
    text = words(pieces).strip()
    if entries is None or not text:
        return pieces
    for number, entry in enumerate(entries.iter(W + "listItem")):
        value = entry.get(W + "value", "")
        if (entry.get(W + "displayText") or value).strip() == text:
            empty = entry.get(W + "value") == ""
            return as_prompt(pieces) if empty or (not number and is_prompt(text)) else pieces
    return pieces


def ticked(box: Control, pieces: list[Piece], place: Place) -> list[Piece]:
    """A control's content with its sign made the control's mark; what else was typed in it stays."""
    live = [piece for piece in pieces if isinstance(piece, Span) and not piece.dress & DELETED]
    text = words(pieces).strip()
    inner = [piece for piece in pieces if isinstance(piece, Mark) and Emphasis.DELETED not in piece.emphasis]
    if inner:
        return [_agreed(box, piece) if piece is inner[0] else piece for piece in pieces]
    if len(text.rstrip("\ufe0e\ufe0f")) <= 1 or marks.typed(text) is not None:
        dressed = 0
        for span in live:
            dressed |= span.dress
        font = next((span.font for span in live if span.font), "")
        gone = not text and any(isinstance(piece, Span) and piece.dress & DELETED for piece in pieces)
        seen = _seen(box, text, font)
        sign = not text or seen is not None or marks.find(text)
        rest = [piece for piece in pieces if piece not in live] if sign else pieces
        if not text:
            return [*rest, _without_sign(box, gone, emphasis(dressed), place)]
        return [*rest, _mark(box, seen, text if not font else "", emphasis(dressed), place)]
    return _among(box, pieces, place)


def _agreed(box: Control, inner: Mark) -> Mark:
    """The box that stands inside a control, in doubt where the control says something else."""
    if inner.state is box.state or inner.conflict:
        return inner if inner.method in _BOXES else replace(inner, method=Method.CONTENT_CONTROL)
    said = f"state {int(box.state is State.TICKED)}, inside {inner.raw}"
    return replace(inner, confidence=_DOUBT, conflict=said)


def _seen(box: Control, text: str, font: str) -> State | None:
    """The state that the shown sign stands for: first by the control's own signs, then by its look."""
    if not text:
        return None
    if len(text) == 1:
        on, off = (
            (box.checked, marks.font_table(box.checked_font)),
            (box.unchecked, marks.font_table(box.unchecked_font)),
        )
        shown = (_byte(ord(text)), marks.font_table(font))
        if box.checked != box.unchecked:
            # The font is often lost on the way; where the codes differ they tell alone.
            on, off, shown = (on[0], ""), (off[0], ""), (shown[0], "")
        if shown in (on, off):
            return None if on == off else State.TICKED if shown == on else State.EMPTY
    look = marks.glyph(text, font)
    return look.state if look is not None else marks.typed(text)


def _mark(box: Control, seen: State | None, text: str, dressed: Emphasis, place: Place) -> Mark:
    """The control's mark. What is shown decides where it contradicts the stored state."""
    state = seen or box.state
    raw = text if text and seen is not None else marks.drawn(marks.Look(state, boxed=True))
    if seen is None and state is State.TICKED:
        said = f"state 1, text {text or '-'}"
        return Mark(state, Method.CONTENT_CONTROL, raw, place, dressed, _DOUBT, conflict=said)
    if state is box.state:
        return Mark(state, Method.CONTENT_CONTROL, raw, place, dressed)
    said = f"state {int(box.state is State.TICKED)}, text {raw}"
    return Mark(state, Method.CONTENT_CONTROL, raw, place, dressed, _DOUBT, conflict=said)


def _without_sign(box: Control, gone: bool, dressed: Emphasis, place: Place) -> Mark:
    """The mark of a control whose sign is missing; a ticked one whose sign was taken out is not ticked."""
    if not gone:
        return _mark(box, None, "", dressed, place)
    said = "state 1, sign deleted" if box.state is State.TICKED else ""
    sure = _DOUBT if said else 1.0
    return Mark(State.EMPTY, Method.CONTENT_CONTROL, "☐", place, dressed, sure, conflict=said)


def _among(box: Control, pieces: list[Piece], place: Place) -> list[Piece]:
    """A control that holds more than its sign, such as the option's label."""
    found: list[Piece] = []
    done = False
    for inline in inlines(pieces, place):
        if isinstance(inline, Text):
            found.append(Span(inline.text, inline.emphasis.value))
        elif isinstance(inline, Mark) and not done and Emphasis.DELETED not in inline.emphasis:
            found.append(_mark(box, inline.state, inline.raw, inline.emphasis, place))
            done = True
        else:
            found.append(inline)
    return found if done else [_mark(box, None, "", Emphasis.NONE, place), *found]


def shows_sign(content: Element, box: Control) -> Element | None:
    """Of the paragraphs in a control around blocks, rows or cells the one that shows its sign.

    The first that holds any box, else the first of all; None where there is none.
    """
    first: Element | None = None
    for paragraph in content.iter(W + "p"):
        if first is None:
            first = paragraph
        text = "".join(part.text or "" for part in paragraph.iter(W + "t")).strip()
        own = len(text) == 1 and _byte(ord(text)) in (box.checked, box.unchecked)
        if own or marks.find(text) or next(paragraph.iter(W + "sym", W + "fldChar"), None) is not None:
            return paragraph
    return first
