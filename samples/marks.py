"""Ways of ticking: what a box looks like, empty and ticked, and how its words are dressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from docx.oxml.parser import OxmlElement

from samples import field_marks, shape_marks
from samples.ways import Way
from samples.wordml import Element, clark, control, deleted, element, field, inserted, joined, run, symbol


def glyphs(empty: str, ticked: str, font: str = "") -> Way:
    """Two characters, in a font of their own or in the label's."""
    return Way(lambda on: [run(ticked if on else empty, font=font)] if (ticked if on else empty) else [])


def symbols(font: str, empty: str, ticked: str) -> Way:
    """Two symbols of a font, by their hexadecimal places in it."""
    return Way(lambda on: [symbol(font, ticked if on else empty)])


def _w14(tag: str, **values: str) -> Element:
    made: Element = OxmlElement(f"w14:{tag}")
    for name, value in values.items():
        made.set(clark(f"w14:{name}"), value)
    return made


def _control(
    on: bool,
    states: Mapping[bool, str | None],
    content: Callable[[bool], Element],
    codes: tuple[str, str, str],
) -> list[Element]:
    font, checked, unchecked = codes
    box = _w14("checkbox")
    state = states[on]
    if state is not None:
        box.append(_w14("checked", **({"val": state} if state else {})))
    box.append(_w14("checkedState", val=checked, font=font))
    box.append(_w14("uncheckedState", val=unchecked, font=font))
    return [control([element("w:id", val="70012345"), box], content(on))]


GOTHIC = ("MS Gothic", "2612", "2610")


def _ballot(on: bool) -> Element:
    return run("☒" if on else "☐", font="MS Gothic")


def controls(
    states: tuple[str | None, str | None] = ("0", "1"),
    content: Callable[[bool], Element] = _ballot,
    codes: tuple[str, str, str] = GOTHIC,
) -> Way:
    """A check box content control.

    `states` are the values of ``w14:checked`` when empty and ticked: None for no such element, ""
    for one without a value. `codes` are the font and the characters ticked and empty.
    """
    return Way(partial(_control, states={False: states[0], True: states[1]}, content=content, codes=codes))


def _legacy(on: bool, states: tuple[Mapping[str, str], Mapping[str, str]], parted: bool) -> list[Element]:
    boxed = element("w:checkBox", element("w:sizeAuto"))
    for tag, value in states[on].items():
        boxed.append(element(f"w:{tag}", **({"val": value} if value else {})))
    data = element("w:ffData", element("w:name", val="Controllo1"), element("w:enabled"), boxed)
    begin, instruction, separator, end = field("FORMCHECKBOX", [], data)
    return [begin, instruction, separator, end] if parted else [begin, instruction, end]


def legacy(empty: Mapping[str, str], ticked: Mapping[str, str], parted: bool = True) -> Way:
    """A legacy check box field, with those elements (``checked``, ``default``) and their values."""
    return Way(partial(_legacy, states=(empty, ticked), parted=parted))


def _tracked(on: bool) -> list[Element]:
    return [deleted("☐"), inserted(run("☒"))] if on else [run("☐")]


def _tracked_behind(on: bool) -> list[Element]:
    return [run("☐"), inserted(run("X"))] if on else [run("☐")]


def _no_box(on: bool) -> list[Element]:
    return []


def _bordered(on: bool) -> list[Element]:
    return [run(" X " if on else "    ", element("w:bdr", val="single", sz="4", space="0", color="auto"))]


def _styled(on: bool) -> list[Element]:
    return [run("þ" if on else "¨", element("w:rStyle", val=SYMBOL_STYLE))]


SYMBOL_STYLE = "Casella"
"""A character style whose font is Wingdings."""

BULLETS: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "bullet-tick": (("Wingdings", "\uf0a8"), ("Wingdings", "\uf0fe")),
    "bullet-cross": (("Wingdings", "\uf06f"), ("Wingdings", "\uf0fd")),
    "bullet-ballot": (("MS Gothic", "☐"), ("MS Gothic", "☒")),
    "bullet-squares": (("Segoe UI Symbol", "□"), ("Segoe UI Symbol", "■")),
    "bullet-circles": (("Noto Sans Symbols", "○"), ("Noto Sans Symbols", "●")),
    "bullet-x": (("MS Gothic", "☐"), ("Calibri", "X")),
    "bullet-dot": (("Symbol", "\uf0b7"), ("Calibri", "X")),
}
"""Bullets of lists, empty and ticked: font and character."""


def _numbers(name: str) -> tuple[str, str]:
    """The numbers of a pair's two lists in the document."""
    first = 900 + 2 * list(BULLETS).index(name)
    return str(first), str(first + 1)


PAIRS: Mapping[str, tuple[str, str]] = {
    "ballot": ("☐", "☒"),
    "ballot-tick": ("☐", "☑"),
    "ballot-bold-tick": ("☐", "\U0001f5f9"),
    "ballot-x-box": ("☐", "⌧"),
    "ballot-filled": ("☐", "■"),
    "ballot-check": ("☐", "✔"),
    "squares": ("□", "■"),
    "square-inner": ("□", "▣"),
    "square-times": ("□", "⊠"),
    "square-check": ("□", "✓"),
    "square-cross": ("□", "✗"),
    "square-root": ("□", "√"),
    "medium": ("◻", "◼"),
    "medium-small": ("◽", "◾"),
    "small": ("▫", "▪"),
    "rounded": ("▢", "☑"),
    "large": ("⬜", "⬛"),
    "emoji": ("⬜", "✅"),
    "emoji-selector": ("☐\ufe0f", "☑\ufe0f"),
    "emoji-cross": ("☐", "❌"),
    "circles": ("○", "●"),
    "circles-large": ("◯", "⬤"),
    "fisheye": ("○", "◉"),
    "bullseye": ("○", "◎"),
    "circles-shadow": ("❍", "●"),
    "circled-dot": ("○", "⊙"),
    "radio-emoji": ("⚪", "\U0001f518"),
    "shadow-check": ("❏", "✔"),
    "shadow-cross": ("❑", "✘"),
    "shadow-heavy-x": ("❒", "✖"),
    "times": ("□", "×"),
    "enclosed": ("□", "X\u20de"),
}
"""Characters that are a box by themselves, empty and ticked."""

TYPED: Mapping[str, tuple[str, str]] = {
    "typed-x": ("☐", "X"),
    "typed-small-x": ("☐", "x"),
    "typed-cyrillic": ("□", "Х"),
    "typed-v": ("☐", "V"),
    "x-behind": ("☐", "☐X"),
    "x-behind-spaced": ("☐", "☐ X"),
    "x-before": ("☐", "X☐"),
    "x-before-spaced": ("☐", "X ☐"),
    "brackets": ("[ ]", "[X]"),
    "brackets-small": ("[  ]", "[x]"),
    "brackets-narrow": ("[]", "[X]"),
    "brackets-wide": ("[ ]", "[ X ]"),
    "rounds": ("( )", "(x)"),
    "rounds-capital": ("(\u00a0)", "(X)"),
    "pipes": ("|_|", "|X|"),
    "underlines": ("___", "_X_"),
}
"""What is typed on the keyboard."""

BARE: Mapping[str, tuple[str, str]] = {
    "bare-x": ("", "X"),
    "bare-check": ("", "✔"),
    "bare-emoji": ("", "✅"),
}
"""The boxes are gone, and what is chosen is marked."""

WAYS: Mapping[str, Way] = {
    **{name: glyphs(*pair) for name, pair in {**PAIRS, **TYPED, **BARE}.items()},
    "ballot-gothic": glyphs("☐", "☒", "MS Gothic"),
    "ballot-symbols": glyphs("☐", "☑", "Segoe UI Symbol"),
    "control": controls(),
    "control-words": controls(("false", "true")),
    "control-on-off": controls(("off", "on")),
    "control-absent": controls((None, "")),
    "control-wingdings": controls(
        content=lambda on: symbol("Wingdings", "F0FE" if on else "F0A8"), codes=("Wingdings", "00FE", "00A8")
    ),
    "control-wingdings-2": controls(
        content=lambda on: run("R" if on else "£", font="Wingdings 2"), codes=("Wingdings 2", "0052", "00A3")
    ),
    "control-squares": controls(
        content=lambda on: run("■" if on else "□"), codes=("Arial Unicode MS", "25A0", "25A1")
    ),
    "legacy": legacy({"default": "0", "checked": "0"}, {"default": "0", "checked": "1"}),
    "legacy-valueless": legacy({"default": "0"}, {"default": "0", "checked": ""}),
    "legacy-default": legacy({"default": "0"}, {"default": "1"}),
    "legacy-cleared": legacy({"default": "1", "checked": "0"}, {"default": "1"}),
    "legacy-words": legacy({"default": "false"}, {"default": "false", "checked": "true"}, parted=False),
    "symbol-tick": symbols("Wingdings", "F0A8", "F0FE"),
    "symbol-cross": symbols("Wingdings", "F06F", "F0FD"),
    "symbol-x": symbols("Wingdings", "F071", "F078"),
    "symbol-filled": symbols("Wingdings", "F06F", "F06E"),
    "symbol-low": symbols("Wingdings", "00A8", "00FE"),
    "symbol-circle": symbols("Wingdings", "F0A1", "F06C"),
    "symbol-2-tick": symbols("Wingdings 2", "F0A3", "F052"),
    "symbol-2-cross": symbols("Wingdings 2", "00A3", "0054"),
    "symbol-webdings": symbols("Webdings", "F063", "F067"),
    "font-tick": glyphs("¨", "þ", "Wingdings"),
    "font-cross": glyphs("o", "ý", "Wingdings"),
    "font-x": glyphs("q", "x", "Wingdings"),
    "font-private": glyphs("\uf0a8", "\uf0fe", "Wingdings"),
    "font-2": glyphs("£", "R", "Wingdings 2"),
    "font-2-cross": glyphs("£", "S", "Wingdings 2"),
    **{name: Way(_no_box, numbering=_numbers(name)) for name in BULLETS},
    "bordered": Way(_bordered),
    "font-by-style": Way(_styled),
    "tracked": Way(_tracked),
    "tracked-x-behind": Way(_tracked_behind),
    **field_marks.WAYS,
    **shape_marks.WAYS,
}
"""Marks that are marks, and no judgement: every one of them is read, with no finding."""


def _struck(on: bool, label: str) -> list[Element]:
    return [run(label) if on else run(label, element("w:strike"))]


def _dressed(on: bool, label: str, tag: str, **values: str) -> list[Element]:
    return [run(label, element(tag, **values)) if on else run(label)]


def _deleted(on: bool, label: str) -> list[Element]:
    return [run(label)] if on else [deleted(label)]


def _empty(on: bool) -> list[Element]:
    return [run("☐")]


def _deleted_box(on: bool) -> list[Element]:
    return [run("☐")] if on else [deleted("☐")]


def _left(on: bool) -> bool:
    return on


JUDGED: Mapping[str, Way] = {
    "bold": Way(_empty, partial(_dressed, tag="w:b")),
    "underline": Way(_empty, partial(_dressed, tag="w:u", val="single")),
    "highlight": Way(_empty, partial(_dressed, tag="w:highlight", val="yellow")),
    "strike-others": Way(_empty, _struck),
    "deleted-others": Way(_deleted_box, _deleted),
    "removed-others": Way(_empty, shown=_left),
    **field_marks.JUDGED,
    **shape_marks.JUDGED,
}
"""Marks whose meaning is a judgement: the value is right, and each group gets `ambiguous-mark`."""


SAME_RUN = "same-run"

JOINTS: Mapping[str, str] = {
    "nothing": "",
    "space": " ",
    "two-spaces": "  ",
    "hard-space": "\u00a0",
    "tab": "\t",
    "same-run": "",
    "same-run-space": " ",
}
"""What stands between a box and its words."""


def option(way: Way, ticked: bool, label: str, joint: str, after: bool = False) -> list[Element]:
    """The inlines of one option: box and words, or words and box."""
    box, words = way.box(ticked), way.words(ticked, label)
    if not box:
        return words
    between = [run(JOINTS[joint])] if JOINTS[joint] else []
    inlines = [*words, *between, *box] if after else [*box, *between, *words]
    return joined(inlines) if joint.startswith(SAME_RUN) else inlines
