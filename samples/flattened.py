"""What programs lose: fields, controls and symbols as the runs that are left of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from samples.bodies import VAL, W14, Step, every, is_sign, put, texts
from samples.marks import SYMBOL_STYLE
from samples.wordml import Element, clark, element, run


def dropped(body: Element, tags: Sequence[str]) -> None:
    """Takes elements out, with what they hold."""
    for one in every(body, *tags):
        put(one)


def unwrapped(body: Element, tags: Sequence[str]) -> None:
    """Takes elements out and leaves what they hold."""
    for one in every(body, *tags):
        put(one, *(child for child in one if not child.tag.endswith("Pr")))


def _plain_symbols(body: Element) -> None:
    """Symbols as letters of the private area in the symbol's font."""
    for one in every(body, "w:sym"):
        holder = one.getparent()
        font, code = one.get(clark("w:font"), ""), int(one.get(clark("w:char"), "0"), 16)
        if holder is not None:
            put(holder, run(chr(code if code > 0xFF else 0xF000 + code), font=font))


def _plain_fields(body: Element) -> None:
    """Fields as what they show."""
    instructions: list[bool] = []
    for one in every(body, "w:r"):
        mark = one.find(clark("w:fldChar"))
        kind = mark.get(clark("w:fldCharType")) if mark is not None else ""
        if kind == "begin":
            instructions.append(True)
        elif kind == "separate":
            instructions[-1] = False
        if mark is not None and (box := mark.find(f".//{clark('w:checkBox')}")) is not None:
            put(one, run("☒" if _ticked(box) else "☐", font="MS Gothic"))
        elif kind or (instructions and instructions[-1]):
            put(one)
        if kind == "end":
            instructions.pop()


def _ticked(box: Element) -> bool:
    """Whether a legacy check box is ticked: by its state, else by its default."""
    for tag in ("w:checked", "w:default"):
        found = box.find(clark(tag))
        if found is not None:
            return found.get(VAL, "1") in ("1", "true", "on")
    return False


def _plain_controls(body: Element, font: str = "MS Gothic") -> None:
    """Content controls as what they show, check boxes as their signs in a font."""
    for one in every(body, "w:sdt"):
        content = one.find(clark("w:sdtContent"))
        if content is not None:
            if is_box(one):
                for shown, words in texts(content):
                    if is_sign(words.text or ""):
                        put(shown, run(words.text or "", font=font))
            put(one, *content)


def is_box(sdt: Element) -> bool:
    """Whether a content control is a check box."""
    return sdt.find(f"{clark('w:sdtPr')}/{W14}checkbox") is not None


def _plain_styles(body: Element) -> None:
    """The style of boxes as the font that it stands for."""
    for style in every(body, "w:rStyle"):
        if style.get(VAL) == SYMBOL_STYLE:
            put(style, element("w:rFonts", ascii="Wingdings", hAnsi="Wingdings"))


WRAPPED = ("w:smartTag", "w:customXml")
PLAIN: Sequence[Step] = (
    partial(dropped, tags=("w:proofErr", "w:bookmarkStart", "w:bookmarkEnd")),
    partial(unwrapped, tags=WRAPPED),
    _plain_fields,
    _plain_controls,
    _plain_symbols,
    _plain_styles,
)
"""Nothing left but runs: what programs do that know no fields and no controls."""
