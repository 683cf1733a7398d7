"""What Word itself puts in, on a desk, in a browser, after a comparison, in its older versions."""

from __future__ import annotations

import copy

from docx.oxml.parser import parse_xml

from samples.bodies import PPR, W14, R, add_missing, every, is_sign, like, properties_of, put, texts
from samples.hands import by_words, cut
from samples.wordml import Element, clark, element, inlines, run, text


def symbol_signs(body: Element) -> None:
    """Boxes and ticks as Word writes what its symbol dialogue puts in: in the new way, then as text."""
    for _, words in texts(body):
        if is_sign(words.text or "") and len(words.text or "") == 1:
            made: Element = parse_xml(_SYMBOL.format(ord(words.text or ""), words.text))
            put(words, made)


_SYMBOL = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex">'
    '<mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="{0:X}"/></mc:Choice>'
    "<mc:Fallback><w:t>{1}</w:t></mc:Fallback></mc:AlternateContent>"
)


def page_breaks(body: Element) -> None:
    """The page ends of the last showing, in the middle of a word as often as not."""
    for one, words in texts(body)[::5]:
        said = words.text or ""
        half = len(said) // 2
        if half:
            broken = (text(said[:half]), element("w:lastRenderedPageBreak"), text(said[half:]))
            put(one, like(one, *broken))


def numbered_saves(body: Element) -> None:
    """The numbers of the saves that each piece was changed in."""
    for number, one in enumerate(every(body, "w:p", "w:r", "w:tr")):
        one.set(clark("w:rsidR"), f"00{number:06X}")
        if one.tag != R:
            one.set(f"{W14}paraId", f"{number:08X}")


def allowed(body: Element) -> None:
    """A range that may be edited, around the content of each paragraph."""
    for number, one in enumerate(every(body, "w:p")):
        start = 1 if one.find(PPR) is not None else 0
        one.insert(start, element("w:permStart", id=str(number), edGrp="everyone"))
        one.append(element("w:permEnd", id=str(number)))


def pasted(body: Element) -> None:
    """Text as it comes from the browser: named styles, and a run for the paragraph's end."""
    for one in every(body, "w:r"):
        add_missing(properties_of(one, "w:rPr"), element("w:rStyle", val="normaltextrun"))
    for one in every(body, "w:p"):
        if inlines(one):
            one.append(run(" ", element("w:rStyle", val="eop")))


def doubted(body: Element) -> None:
    """Every other word in a run of its own between the signs of the spelling check."""
    cut(body, by_words)
    for one, _ in texts(body)[::2]:
        ends = (element("w:proofErr", type="spellStart"), element("w:proofErr", type="spellEnd"))
        put(one, ends[0], copy.deepcopy(one), ends[1])


def once_otherwise(body: Element) -> None:
    """Every run and paragraph with the dress that it had before a comparison."""
    who = {"id": "907", "author": "Segreteria", "date": "2025-03-04T09:30:00Z"}
    before = ("w:b", "w:strike")
    for one in every(body, "w:r"):
        old = element("w:rPr", *(element(tag) for tag in before), element("w:highlight", val="yellow"))
        add_missing(properties_of(one, "w:rPr"), element("w:rPrChange", old, **who))
    for one in every(body, "w:p"):
        listed = element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val="901"))
        add_missing(properties_of(one, "w:pPr"), element("w:pPrChange", element("w:pPr", listed), **who))


def smart_tags(body: Element) -> None:
    """Every other run in two smart tags."""
    for one, _ in texts(body)[::2]:
        inner = element("w:smartTag", copy.deepcopy(one), element="place")
        put(one, element("w:smartTag", inner, element="City"))
