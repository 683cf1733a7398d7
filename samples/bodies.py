"""The body of a document taken apart and put together again: the tools of the hands that programs write."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from samples.wordml import Element, clark, element

Step: TypeAlias = Callable[[Element], None]
"""Changes a body in place."""

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
VAL = clark("w:val")
R, T, RPR, P, PPR = (clark(f"w:{name}") for name in ("r", "t", "rPr", "p", "pPr"))


def every(body: Element, *tags: str) -> list[Element]:
    """All elements of those names, in order; the list outlives changes to the body."""
    return list(body.iter(*(clark(tag) for tag in tags)))


def properties_of(one: Element, tag: str) -> Element:
    """The properties of a run or paragraph, made where there are none."""
    found = one.find(clark(tag))
    if found is None:
        found = element(tag)
        one.insert(0, found)
    return found


def add_missing(properties: Element, *more: Element) -> None:
    """Adds those properties that are not there."""
    for one in more:
        if properties.find(one.tag) is None:
            properties.append(one)


def put(old: Element, *new: Element) -> None:
    """Puts elements in the place of another; with none it is taken out."""
    parent = old.getparent()
    if parent is None:
        return
    place = parent.index(old)
    parent.remove(old)
    for number, one in enumerate(new):
        parent.insert(place + number, one)


def texts(body: Element) -> list[tuple[Element, Element]]:
    """The runs that hold nothing but one text, each with that text."""
    found = []
    for one in every(body, "w:r"):
        pieces = [child for child in one if child.tag != RPR]
        if len(pieces) == 1 and pieces[0].tag == T and pieces[0].text:
            found.append((one, pieces[0]))
    return found


def is_sign(words: str) -> bool:
    """Whether a text is a box or a tick with a character of its own, which letters' fonts lack."""
    bare = words.strip().rstrip("\ufe0f")
    return len(bare) == 1 and ord(bare) > 0x2000 and unicodedata.category(bare) in ("So", "Sm")


def like(one: Element, *pieces: Element) -> Element:
    """A run of those pieces in the dress of another."""
    made = element("w:r", *pieces)
    if (properties := one.find(RPR)) is not None:
        made.insert(0, copy.deepcopy(properties))
    return made
