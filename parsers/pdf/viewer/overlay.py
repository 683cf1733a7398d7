"""A page's words and boxes as the things added to it with a viewer's tools leave them.

Where a text that was typed belongs, the page's tables tell: see `pdf.viewer.typed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.document import Box
from parsers.pdf.objects import Added, Sign, Tool, Word
from parsers.pdf.viewer.added import DRESS, Reading
from parsers.pdf.viewer.covers import between
from parsers.pdf.viewer.handwriting import unsigned
from parsers.pdf.viewer.pen import single
from parsers.pdf.viewer.under import is_copy, uncovered


@dataclass(frozen=True, slots=True)
class Overlay:
    """A page's words and boxes as the things added to it leave them, and what is still to be placed."""

    words: tuple[Word, ...]
    signs: tuple[Sign, ...]
    texts: tuple[Added, ...] = ()
    """What was typed, and ticks no box."""
    remarks: tuple[Added, ...] = ()
    """Notes, and what was said about other things."""
    unread: tuple[Box, ...] = ()
    """Where something was drawn that says nothing here: handwriting, perhaps."""


def laid_over(words: Sequence[Word], signs: Sequence[Sign], added: Sequence[Added]) -> Overlay:
    """The page's words and boxes with what was laid over them."""
    typed = [one for one in added if one.tool is Tool.TEXT and one.word is None]
    kept = [rest for word in words if (rest := uncovered(word, typed)) is not None]
    reading = Reading(kept, signs)
    for some in between(added):
        for one in single(some):
            reading.add(one)
    reading.finish()
    remarks = [one for one in added if one.remark and not (one.tool in DRESS and is_copy(one, kept))]
    remarks += [replace(one, remark=one.text) for one in added if one.tool is Tool.STAMP and one.text]
    remarks += reading.hidden
    return Overlay(
        tuple(reading.words()),
        tuple(reading.signs()),
        tuple(reading.texts),
        tuple(remarks),
        unsigned(reading.unread, kept),
    )
