"""Ways of ticking by Word's fields, buttons, saved controls and styles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from docx.oxml.parser import OxmlElement

from samples.activex import CONTROLS
from samples.ways import Way
from samples.wordml import (
    Element,
    clark,
    control,
    deleted,
    dressed,
    element,
    field,
    inserted,
    run,
    symbol,
    text,
)


def _instructed(instruction: str, *inside: Element) -> list[Element]:
    """A field that shows nothing but its instruction, and what stands in it."""
    begin, code, _, end = field(instruction, [])
    return [begin, code, *inside, end]


def _symbol_field(on: bool) -> list[Element]:
    return _instructed(f'SYMBOL {254 if on else 168} \\f "Wingdings" \\s 12')


def _symbol_shown(on: bool) -> list[Element]:
    sign = run("ý" if on else "o", font="Wingdings")
    return field(f"SYMBOL {253 if on else 111} \\f Wingdings", [sign])


def _equation(on: bool, instruction: str, tick: str) -> list[Element]:
    return _instructed(instruction.format(tick if on else ""))


def _equation_in_fonts(on: bool) -> list[Element]:
    """The signs of an overstrike in a symbol font, the instruction cut into runs for it."""
    pieces = ["eq \\o\\ac(", ("o", "Wingdings"), ",", ("ü" if on else "", "Wingdings"), ")"]
    runs: list[Element] = []
    for piece in pieces:
        words, font = piece if isinstance(piece, tuple) else (piece, "")
        runs.append(dressed([text(words, "w:instrText")], font=font))
    begin, _, _, end = field("", [])
    return [begin, *runs, end]


def _button(on: bool) -> list[Element]:
    name = "ToggleOff" if on else "ToggleOn"
    return _instructed(f"MACROBUTTON {name}", symbol("Wingdings", "F0FE" if on else "F0A8"))


def _button_with_sign(on: bool) -> list[Element]:
    return _instructed(f"MACROBUTTON {'Togli' if on else 'Metti'} {'☒' if on else '☐'}")


def _button_with_field(on: bool) -> list[Element]:
    return _instructed("MACROBUTTON Casella", *_symbol_field(on))


def _check_box(on: bool, *, whole: bool) -> list[Element]:
    """A legacy check box written in one element, or with its instruction in pieces."""
    value = element("w:checked") if on else element("w:default", val="0")
    data = element("w:ffData", element("w:checkBox", element("w:sizeAuto"), value))
    if whole:
        simple = element("w:fldSimple", data, instr=" FORMCHECKBOX ")
        return [simple]
    begin, _, separate, end = field("", [], data)
    parts = (dressed([text(part, "w:instrText")]) for part in (" FORM", "CHECK", "BOX "))
    return [begin, *parts, separate, end]


def _saved(on: bool, kind: str) -> list[Element]:
    """An ActiveX control; see `samples.activex`."""
    made = OxmlElement("w:control")
    made.set(clark("r:id"), CONTROLS[kind, on])
    made.set(clark("w:name"), "CheckBox1" if kind == "check" else "OptionButton1")
    return [dressed([element("w:object", made)])]


def _w14_box(on: bool, *content: Element) -> Element:
    box = OxmlElement("w14:checkbox")
    checked = OxmlElement("w14:checked")
    checked.set(clark("w14:val"), str(int(on)))
    box.append(checked)
    return control([box], *content)


def _nested(on: bool) -> list[Element]:
    """A check box control inside a plain one."""
    return [control([element("w:tag", val="gruppo")], _w14_box(on, run("☒" if on else "☐")))]


def _tracked_control(on: bool) -> list[Element]:
    """A control whose sign changed while changes were tracked."""
    return [_w14_box(on, deleted("☐"), inserted(run("☒"))) if on else _w14_box(on, run("☐"))]


def _tracked_symbol(on: bool) -> list[Element]:
    if not on:
        return [symbol("Wingdings", "F0A8")]
    gone = element("w:del", symbol("Wingdings", "F0A8"), id="903", author="Segreteria")
    return [gone, inserted(symbol("Wingdings", "F0FE"))]


def _untracked(on: bool) -> list[Element]:
    """A tick that a tracked change took out again: the box is empty."""
    return [run("☐"), run("X")] if on else [run("☐"), deleted("X")]


def _framed(on: bool) -> list[Element]:
    """A frame round hard blanks, in three runs."""
    border = {"val": "single", "sz": "6", "space": "0", "color": "auto"}
    return [run(part, element("w:bdr", **border)) for part in ("\u00a0", "X" if on else " ", "\u00a0")]


def _pasted_over(on: bool) -> list[Element]:
    """A control whose box was typed over: its state is the old one."""
    return [_w14_box(False, run("☒" if on else "☐"))]


def _emptied(on: bool) -> list[Element]:
    return [run("☐")]


def _styled(on: bool, label: str, style: str) -> list[Element]:
    return [run(label, element("w:rStyle", val=style)) if on else run(label)]


def _dressed(on: bool, label: str, tag: str, **values: str) -> list[Element]:
    return [run(label, element(tag, **values)) if on else run(label)]


def _pair(on: bool, empty: str, ticked: str) -> list[Element]:
    return [run(ticked if on else empty)]


def _ruby(on: bool) -> list[Element]:
    """A box, with an X in small letters over it where it is ticked."""
    if not on:
        return [run("☐")]
    over = element("w:ruby", element("w:rubyPr"), element("w:rt", run("X")), element("w:rubyBase", run("☐")))
    return [dressed([over])]


def _highlighted(on: bool) -> list[Element]:
    return [run("☐", *([element("w:highlight", val="yellow")] if on else []))]


def _greyed(on: bool, label: str) -> list[Element]:
    """The words, in grey where they do not apply."""
    return [run(label, *([] if on else [element("w:color", val="A6A6A6")]))]


WAYS: Mapping[str, Way] = {
    "full-width": Way(partial(_pair, empty="［　］", ticked="［Ｘ］")),
    "angles": Way(partial(_pair, empty="< >", ticked="<X>")),
    "green": Way(partial(_pair, empty="⚪", ticked="🟢")),
    "slashed": Way(partial(_pair, empty="□", ticked="□\u0338")),
    "ruby": Way(_ruby),
    "symbol-field": Way(_symbol_field),
    "symbol-field-shown": Way(_symbol_shown),
    "equation": Way(partial(_equation, instruction="eq \\o\\ac(□,{})", tick="√")),
    "equation-raised": Way(partial(_equation, instruction="EQ \\o \\al(□;\\s\\up 2({}))", tick="X")),
    "equation-frame": Way(partial(_equation, instruction="EQ \\x({})", tick="X")),
    "equation-fonts": Way(_equation_in_fonts),
    "button": Way(_button),
    "button-sign": Way(_button_with_sign),
    "button-field": Way(_button_with_field),
    "legacy-simple": Way(partial(_check_box, whole=True)),
    "legacy-cut": Way(partial(_check_box, whole=False)),
    "activex": Way(partial(_saved, kind="check")),
    "activex-option": Way(partial(_saved, kind="option")),
    "control-nested": Way(_nested),
    "tracked-control": Way(_tracked_control),
    "tracked-symbol": Way(_tracked_symbol),
    "tracked-back": Way(_untracked),
    "framed": Way(_framed),
}
"""Marks that are marks, and no judgement."""

JUDGED: Mapping[str, Way] = {
    "control-pasted-over": Way(_pasted_over),
    "strong": Way(_emptied, partial(_styled, style="Strong")),
    "intense": Way(_emptied, partial(_styled, style="IntenseEmphasis")),
    "shade": Way(_emptied, partial(_dressed, tag="w:shd", val="clear", color="auto", fill="FFFF00")),
    "coloured": Way(_emptied, partial(_dressed, tag="w:color", val="FF0000")),
    "greyed": Way(_emptied, _greyed),
    "box-highlighted": Way(_highlighted),
    "ringed": Way(_emptied, partial(_dressed, tag="w:bdr", val="single", sz="4", space="0")),
}
"""Marks whose meaning is a judgement, or whose two halves disagree."""

UNPRINTED = frozenset(
    name for name in WAYS if name.startswith(("equation", "button")) or name == "symbol-field"
)
"""Fields without a result: a program that does not know them saves nothing of them."""
