"""What office programs other than Word put in: dress for every run, fonts, borders, empty runs."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable, Sequence

from samples.bodies import W14, P, T, add_missing, every, is_sign, like, properties_of, put, texts
from samples.flattened import dropped, is_box
from samples.wordml import Element, clark, control, dressed, element, inlines, run, symbol, text


def runs_dressed(body: Element, dress: Callable[[], Sequence[Element]]) -> None:
    """Every run with further properties, where it does not say otherwise itself."""
    for one in every(body, "w:r"):
        add_missing(properties_of(one, "w:rPr"), *dress())


def paragraphs_dressed(body: Element, dress: Callable[[], Sequence[Element]]) -> None:
    """Every paragraph with further properties, where it does not say otherwise itself."""
    for one in every(body, "w:p"):
        add_missing(properties_of(one, "w:pPr"), *dress())


def signs_in(body: Element, font: str, hint: str = "default") -> None:
    """Boxes and ticks that have characters of their own in a font of their own."""
    for one, words in texts(body):
        if is_sign(words.text or ""):
            fonts = element("w:rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font, hint=hint)
            properties = properties_of(one, "w:rPr")
            for old in properties.findall(clark("w:rFonts")):
                properties.remove(old)
            properties.insert(0, fonts)


def cut(body: Element, size: Callable[[str], Sequence[str]]) -> None:
    """Runs cut into several, each in the same dress."""
    for one, words in texts(body):
        pieces = size(words.text or "")
        if len(pieces) > 1:
            put(one, *(like(one, text(piece)) for piece in pieces))


def by_words(words: str) -> list[str]:
    """Each word with the spaces after it."""
    pieces: list[str] = []
    for number, word in enumerate(words.split(" ")):
        if number:
            pieces[-1] += " "
        pieces.append(word)
    return [piece for piece in pieces if piece]


def by_threes(words: str) -> list[str]:
    """Three letters at a time."""
    return [words[at : at + 3] for at in range(0, len(words), 3)]


def tables_redrawn(body: Element, *more: Callable[[], Element]) -> None:
    """Tables with borders of their own and no style."""
    for one in every(body, "w:tbl"):
        properties = properties_of(one, "w:tblPr")
        for style in properties.findall(clark("w:tblStyle")):
            properties.remove(style)
        add_missing(properties, borders(), element("w:tblLayout", type="fixed"), *(make() for make in more))


def borders() -> Element:
    """Thin black lines on all sides."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (element(f"w:{side}", val="single", sz="4", space="0", color="000000") for side in sides)
    return element("w:tblBorders", *lines)


def decomposed(body: Element) -> None:
    """Accents as signs of their own, as names of files and texts are on a Mac."""
    for one in every(body, "w:t"):
        one.text = unicodedata.normalize("NFD", one.text or "")


def _google_tag(*content: Element, locked: bool = False) -> Element:
    lock = [element("w:lock", val="contentLocked")] if locked else []
    return control([*lock, element("w:id", val="-37523784"), element("w:tag", val="goog_rdk_0")], *content)


def google_dress() -> Sequence[Element]:
    """Every property said outright, the ones that are off as well."""
    off = (element(f"w:{name}", val="0") for name in ("b", "i", "smallCaps", "strike"))
    return (
        *off,
        element("w:color", val="000000"),
        element("w:u", val="none"),
        element("w:shd", fill="auto", val="clear"),
        element("w:vertAlign", val="baseline"),
        element("w:rtl", val="0"),
    )


def google_signs(body: Element) -> None:
    """Runs whose font lacks a character are wrapped, and set in one that has it."""
    for one, words in texts(body):
        if any(ord(char) > 0x20FF for char in words.text or ""):
            tagged = _google_tag(copy.deepcopy(one))
            put(one, tagged)
    signs_in(body, "Arial Unicode MS")


def google_ends(body: Element) -> None:
    """Empty paragraphs with an empty run in them."""
    for one in every(body, "w:p"):
        if not inlines(one):
            one.append(dressed([], element("w:rtl", val="0")))


def google_tables(body: Element) -> None:
    """Each table of the body in a control that locks it."""
    for one in [child for child in body if child.tag == clark("w:tbl")]:
        put(one, _google_tag(copy.deepcopy(one), locked=True))


def office_dress() -> Sequence[Element]:
    """Properties that are named and say nothing."""
    return element("w:pBdr"), element("w:spacing"), element("w:ind"), element("w:rPr")


def empty_runs(body: Element) -> None:
    """Two empty runs at the end of every paragraph."""
    for one in every(body, "w:p"):
        one.extend([element("w:r"), element("w:r", element("w:rPr"))])


def eastern_dress() -> Sequence[Element]:
    """The hints for Chinese that a program writes whatever the language."""
    return (
        element("w:rFonts", hint="eastAsia"),
        element("w:vertAlign", val="baseline"),
        element("w:lang", val="it-IT", eastAsia="zh-CN"),
    )


def eastern_boxes(body: Element) -> None:
    """Check box controls with that program's signs, a box and a ticked box of Wingdings 2."""
    for one in every(body, "w:sdt"):
        content = one.find(clark("w:sdtContent"))
        shown = "".join(part.text or "" for part in content.iter(T)) if content is not None else ""
        if content is not None and is_box(one) and shown in ("☐", "☒"):
            for state, code in (("checkedState", "0052"), ("uncheckedState", "00A3")):
                found = one.find(f".//{W14}{state}")
                if found is not None:
                    found.set(f"{W14}val", code)
                    found.set(f"{W14}font", "Wingdings 2")
            content[:] = [symbol("Wingdings 2", "0052" if shown == "☒" else "00A3")]


def row_exceptions(body: Element) -> None:
    """Every row with borders of its own."""
    for one in every(body, "w:tr"):
        one.insert(0, element("w:tblPrEx", borders(), element("w:tblLayout", type="fixed")))


def shaded_heads(body: Element) -> None:
    """The first row of each table on grey."""
    for one in every(body, "w:tbl"):
        first = next(one.iter(clark("w:tr")))
        for properties in first.iter(clark("w:tcPr")):
            add_missing(properties, element("w:shd", val="clear", color="auto", fill="BDC0BF"))


def hard_blanks(body: Element) -> None:
    """Empty paragraphs with a hard space in them, and every other white space one space."""
    for one in every(body, "w:t"):
        one.text = _folded(one.text or "")
    for one in every(body, "w:p"):
        if not inlines(one):
            one.append(run("\u00a0"))


def _folded(words: str) -> str:
    head, tail = words[:1] == " ", words[-1:] == " "
    inside = " ".join(part for part in words.split(" ") if part)
    return f"{' ' if head else ''}{inside}{' ' if tail and inside else ''}"


def bare(body: Element) -> None:
    """Tables and paragraphs with none of the properties that a program may leave out."""
    dropped(body, ("w:tblGrid", "w:tcW", "w:tblStyle", "w:tblW"))
    for one in every(body, "w:tcPr", "w:rPr", "w:tblPr"):
        if not len(one):
            put(one)


def fitted(body: Element) -> None:
    """Runs of three letters, each stretched and moved a little; paragraphs in frames outside the tables."""
    cut(body, by_threes)
    for number, (one, _) in enumerate(texts(body)):
        stretch = (element("w:spacing", val=str(number % 5 - 2)), element("w:w", val="98"))
        add_missing(properties_of(one, "w:rPr"), *stretch, element("w:position", val="1"))
    for one in body:
        if one.tag == P:
            frame = element("w:framePr", w="9800", wrap="around", hAnchor="page")
            add_missing(properties_of(one, "w:pPr"), frame)


def off(*tags: str) -> Callable[[], Sequence[Element]]:
    """Properties that are named in order to be off."""
    return lambda: [element(tag, val="0") for tag in tags]


def greys() -> Sequence[Element]:
    """Grey letters on white."""
    return element("w:color", val="222222"), element("w:shd", val="clear", color="auto", fill="FFFFFF")
