"""Boxes and radio buttons of a fillable form, their state kept in many ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samples.fillable_fields import Boxes, Made, Said, Setting, Tick, head_of, joined
from samples.fillable_file import literal, refs
from samples.fillable_pages import Box
from samples.fillable_texts import shown


def _faces(setting: Setting, box: Box) -> tuple[int, int]:
    """The pictures of a box that is on, and of one that is off."""
    wide, high = box[2] - box[0], box[3] - box[1]
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {wide:.2f} {high:.2f}]/Resources<<{setting.fonts}>>"
    frame = f"q 0.6 w 0.5 0.5 {wide - 1:.2f} {high - 1:.2f} re S Q"
    size = 0.8 * high
    sign = f"q BT /F3 {size:.1f} Tf 0 g 1 0 0 1 {wide * 0.15:.1f} {high * 0.22:.1f} Tm"
    on = setting.book.stream(head, f"{frame} {sign} ({setting.caption}) Tj ET Q")
    return on, setting.book.stream(head, frame)


def _pictures(setting: Setting, tick: Tick, state: str, off: bool = True) -> tuple[str, tuple[int, Box, int]]:
    """A box's pictures as it lists them, and the one that shows."""
    on, blank = _faces(setting, tick.blank.box)
    listed = f"/AP<</N<</{state} {on} 0 R{f'/Off {blank} 0 R' if off else ''}>>>>"
    return listed, (tick.blank.page, tick.blank.box, on if tick.on else blank)


@dataclass(frozen=True, slots=True)
class Check:
    """Check boxes, a field each: which of the things that say their state are there."""

    value: bool = True
    shown: bool = True
    faces: bool = True
    off_face: bool = True
    parent: bool = False
    """Whether the field is another object, which holds the kind and the value."""
    button: str = "/FT/Btn"

    def __call__(self, setting: Setting, ticks: Sequence[Tick]) -> Made:
        """The boxes of a question."""
        return joined([self._one(setting, tick) for tick in ticks])

    def _one(self, setting: Setting, tick: Tick) -> Made:
        now, before = (self._said(setting, replace(tick, on=on)) for on in (tick.on, False))
        faces, picture = "", (tick.blank.page, tick.blank.box, 0)
        if self.faces:
            faces, picture = _pictures(setting, tick, setting.state, self.off_face)
        head = head_of(setting, tick.blank, "" if self.parent else tick.name)
        number = setting.book.add()
        pictures = [picture] if self.faces else []
        if not self.parent:
            setting.book.set(
                number, *(f"{head}{self.button}{said[0]}{said[1]}{faces}>>" for said in (now, before))
            )
            return Made([(tick.blank.page, number)], [number], pictures)
        up = setting.book.add()
        tail = f"{faces}/Parent {up} 0 R>>"
        setting.book.set(number, head + now[1] + tail, head + before[1] + tail)
        title = f"<</T{literal(tick.name)}{self.button}/Kids[{number} 0 R]"
        setting.book.set(up, f"{title}{now[0]}>>", f"{title}{before[0]}>>")
        return Made([(tick.blank.page, number)], [up], pictures)

    def _said(self, setting: Setting, tick: Tick) -> tuple[str, str]:
        """The value, and the state that is shown."""
        state = setting.state if tick.on else "Off"
        return (f"/V/{state}" if self.value else "", f"/AS/{state}" if self.shown else "")


@dataclass(frozen=True, slots=True)
class Radio:
    """One field for all boxes of a question, each with a state of its own."""

    flags: int = 49152
    shown: bool = True
    faces: bool = True
    off_face: bool = True
    value: bool = True
    options: bool = False
    """Whether the states are numbers, and what they stand for is listed apart."""
    words: bool = False
    """Whether the states are named by the options' words."""

    def __call__(self, setting: Setting, ticks: Sequence[Tick]) -> Made:
        """The boxes of a question."""
        book, up = setting.book, setting.book.add()
        states = [self._state(at, tick) for at, tick in enumerate(ticks)]
        widgets, pictures = [], []
        for state, tick in zip(states, ticks, strict=True):
            faces, picture = _pictures(setting, tick, state, self.off_face) if self.faces else ("", None)
            head, tail = head_of(setting, tick.blank, ""), f"{faces}/Parent {up} 0 R>>"
            number = book.add()
            seen = [f"/AS/{state if on else 'Off'}" if self.shown else "" for on in (tick.on, False)]
            book.set(number, f"{head}{seen[0]}{tail}", f"{head}{seen[1]}{tail}")
            widgets.append((tick.blank.page, number))
            pictures += [picture] if picture else []
        chosen = next((state for state, tick in zip(states, ticks, strict=True) if tick.on), "Off")
        listed = "".join(literal(tick.blank.label) for tick in ticks) if self.options else ""
        opt = f"/Opt[{listed}]" if listed else ""
        name = literal(f"Gruppo {ticks[0].name}")
        field = f"<</FT/Btn/Ff {self.flags}/T{name}{opt}/Kids[{refs([n for _, n in widgets])}]"
        value = f"/V/{chosen}" if self.value else ""
        book.set(up, f"{field}{value}>>", f"{field}>>")
        return Made(widgets, [up], pictures)

    def _state(self, at: int, tick: Tick) -> str:
        if self.options:
            return str(at)
        if self.words:
            return "".join(map(_in_name, tick.blank.label))
        return f"Choice{at + 1}"


def _in_name(char: str) -> str:
    plain = char.isascii() and char.isalnum()
    return char if plain else "".join(f"#{byte:02X}" for byte in char.encode())


def text_boxes(setting: Setting, ticks: Sequence[Tick]) -> Made:
    """Small text fields with an X."""
    made = []
    for tick in ticks:
        head = head_of(setting, tick.blank, tick.name)
        number = setting.book.add()
        body = f"{head}/FT/Tx/MaxLen 1/DA(/F1 0 Tf 0 g)"
        setting.book.set(number, f"{body}{'/V(X)' if tick.on else ''}>>", f"{body}>>")
        stream = shown(setting, Said(tick.blank, "", "X" if tick.on else ""))
        made.append(Made([(tick.blank.page, number)], [number], [(tick.blank.page, tick.blank.box, stream)]))
    return joined(made)


CHECKS: Mapping[str, Boxes] = {
    "check": Check(),
    "check-no-off": Check(off_face=False),
    "check-bare": Check(faces=False),
    "check-shown": Check(value=False),
    "check-value": Check(shown=False),
    "check-value-bare": Check(shown=False, faces=False),
    "check-parent": Check(parent=True),
    "check-parent-value": Check(parent=True, shown=False),
    "check-parent-no-off": Check(parent=True, shown=False, off_face=False),
    "text-x": text_boxes,
}
"""For questions of any kind."""

SINGLE: Mapping[str, Boxes] = {
    "radio": Radio(),
    "radio-unison": Radio(flags=33603584),
    "radio-options": Radio(options=True),
    "radio-words": Radio(words=True),
    "radio-value": Radio(shown=False),
    "radio-value-no-off": Radio(shown=False, off_face=False),
    "radio-options-value": Radio(shown=False, options=True),
    "radio-shown": Radio(value=False),
    "radio-bare": Radio(faces=False),
    "same-name": Radio(flags=0),
    "same-name-options": Radio(flags=0, options=True),
}
"""For questions that take one answer."""

STATES = (
    *("Yes", "On", "1", "0", "No", "N", "Y", "Ja", "Oui", "S#EC", "S#C3#AC", "Choice1", "Value8"),
    *("#20STE#20", "off", "OFF", "Off#20", "Opzione#201", "#FE#FFS#EC", "true", "false", "X"),
)
"""Names of a box that is on."""
