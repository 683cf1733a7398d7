"""Boxes whose symbol font was lost on the way: ``¨ Alfa``, ``þ Beta``, ``q Gamma`` are boxes still.

A form pasted or saved by a program without the font keeps the letters that drew the boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.document import (
    Block,
    Cell,
    Emphasis,
    Inline,
    Mark,
    Method,
    Paragraph,
    Table,
    Text,
    paragraphs_of,
)
from parsers.lost_letters import ALIKE, ALONE, EMPTIES, FEWEST, PARTNERS, POUND, SURE

_BLANKS = " \t\u00a0"
_FIRST = frozenset([*ALIKE, *_BLANKS])
_SIGNS = re.compile(f"[{ALONE}{POUND}]")


def restored(blocks: list[Block]) -> list[Block]:
    """The blocks with such letters made the marks they stand for, in doubt."""
    if not any(map(_worth_a_look, paragraphs_of(blocks))):
        return blocks
    edges = "".join(map(_edges, paragraphs_of(blocks)))
    # Without a single tick lines that begin with "o" are a list, typed as people do.
    empties = "".join(sign for sign in EMPTIES if sign != "o" or set(edges) & set(PARTNERS[sign]))
    ours = _wanted((block for block in blocks if isinstance(block, Paragraph)), empties)
    return [_block(block, ours, empties) for block in blocks]


def _worth_a_look(paragraph: Paragraph) -> bool:
    """Whether anything in it may be a lost box: asked of every paragraph, so quick to say no."""
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            text = inline.text
            if text[:1] in _FIRST and _leads(text):
                return True
            if text[-1:] in _FIRST and _trails(text):
                return True
            if not text.isascii() and _SIGNS.search(text):
                return True
    return False


def _block(block: Block, letters: str, empties: str) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, letters)
    if not any(_edges(paragraph) or _alone(paragraph) for paragraph in paragraphs_of((block,))):
        return block
    # Boxes may have cells of their own, one a row: then the table's cells are the neighbours.
    around = _wanted(_firsts(block), empties)
    cells = [_cell(cell, around, empties) for cell in block.cells]
    return replace(block, cells=tuple(cells))


def _cell(cell: Cell, around: str, empties: str) -> Cell:
    letters = around + _wanted((block for block in cell.blocks if isinstance(block, Paragraph)), empties)
    return replace(cell, blocks=tuple(_block(block, letters, empties) for block in cell.blocks))


def _firsts(table: Table) -> Iterator[Paragraph]:
    for cell in table.cells:
        first = cell.blocks[0] if cell.blocks else None
        if isinstance(first, Paragraph):
            yield first


def _edges(paragraph: Paragraph) -> str:
    """The lone letters that a paragraph begins and ends with, where they may be lost boxes."""
    inlines = paragraph.inlines
    if not inlines:
        return ""
    first, last = inlines[0], inlines[-1]
    leads = isinstance(first, Text) and _leads(first.text)
    trails = isinstance(last, Text) and _trails(last.text)
    found = ""
    if leads and isinstance(first, Text):
        found = first.text.lstrip(_BLANKS)[0]
    if trails and isinstance(last, Text) and not (leads and len(_words(paragraph)) == 1):
        found += last.text.rstrip(_BLANKS)[-1]
    return found


def _leads(text: str) -> bool:
    """Whether a text begins with such a letter: alone, or glued to a word as in ``oAlfa``."""
    if text[:1] not in ALIKE:
        text = text.lstrip(_BLANKS)
        if text[:1] not in ALIKE:
            return False
    return len(text) == 1 or text[1] in _BLANKS or (text[1].isupper() and text[2:3].islower())


def _trails(text: str) -> bool:
    """Whether a text ends with such a letter: alone, or glued where it is none of ours."""
    if text[-1:] not in ALIKE:
        text = text.rstrip(_BLANKS)
        if text[-1:] not in ALIKE:
            return False
    if len(text) == 1 or text[-2] in _BLANKS:
        return True
    return (text[-2].islower() and text[-1].isupper()) or (not text[-1].isascii() and text[-2].isalnum())


def _alone(paragraph: Paragraph) -> bool:
    """Whether a sign stands in it that says enough by itself."""
    texts = (inline.text for inline in paragraph.inlines if isinstance(inline, Text))
    return any(not text.isascii() and _SIGNS.search(text) for text in texts)


def _words(paragraph: Paragraph) -> str:
    return "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text)).strip(_BLANKS)


def _wanted(paragraphs: Iterable[Paragraph], empties: str) -> str:
    """The letters that are boxes among these paragraphs, by what they begin or end with."""
    letters = "".join(map(_edges, paragraphs))
    found = ""
    for empty in empties if letters else "":
        ticks = [letter for letter in letters if letter in PARTNERS[empty]]
        count = letters.count(empty)
        if count >= FEWEST or (count == FEWEST - 1 and ticks):
            found += empty + PARTNERS[empty]
    return found


def _paragraph(paragraph: Paragraph, letters: str) -> Paragraph:
    edges = _edges(paragraph)
    if not any(letter in letters for letter in edges) and not _alone(paragraph):
        return paragraph
    inlines = paragraph.inlines
    text = _words(paragraph)
    if any(_before_words(text, at) for at, sign in enumerate(text) if sign == POUND):
        letters += POUND + PARTNERS[POUND]
    found: list[Inline] = []
    for number, inline in enumerate(inlines):
        if isinstance(inline, Text) and Emphasis.DELETED not in inline.emphasis:
            ends = (number == 0, number == len(inlines) - 1)
            found.extend(_cut(inline, paragraph, letters, ends))
        else:
            found.append(inline)
    return replace(paragraph, inlines=tuple(found))


def _cut(inline: Text, paragraph: Paragraph, letters: str, ends: tuple[bool, bool]) -> Iterator[Inline]:
    """A text with the lost boxes in it made marks; `ends` says whether it is the first and the last."""
    text, at = inline.text, 0
    leading = len(text) - len(text.lstrip(_BLANKS)) if ends[0] and _leads(text) else -1
    trailing = len(text.rstrip(_BLANKS)) - 1 if ends[1] and _trails(text) else -1
    for place, sign in enumerate(text):
        if sign not in ALIKE:
            continue
        lost = sign in letters and (place in (leading, trailing) or _in_line(text, place))
        if not lost and not (sign in ALONE and _stands_alone(text, place)):
            continue
        if place > at:
            yield replace(inline, text=text[at:place])
        state, boxed = ALIKE[sign]
        yield Mark(state, Method.SYMBOL, sign, paragraph.place, inline.emphasis, SURE, boxed)
        at = place + 1
    if at < len(text):
        yield replace(inline, text=text[at:])


def _in_line(text: str, at: int) -> bool:
    """Whether the sign stands among words as the boxes of a line do; never the letter "o"."""
    if text[at] == POUND:
        return _before_words(text, at)
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    return text[at] not in "or" and before in _BLANKS and after in _BLANKS


def _before_words(text: str, at: int) -> bool:
    """Whether a word follows the sign and no number stands before it."""
    after, before = text[at + 1 :].lstrip(_BLANKS)[:1], text[:at].rstrip(_BLANKS)[-1:]
    return after.isalpha() and not before.isdigit()


def _stands_alone(text: str, at: int) -> bool:
    """Whether no letter stands right before the sign, and a blank or a capital behind it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return not before.isalnum() and (not after or after.isspace() or after.isupper())
