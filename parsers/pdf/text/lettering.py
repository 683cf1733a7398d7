"""What characters are by their code and by their picture together, over all the pages of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import State
from parsers.pdf.drawn.pixels import Frame, Seen
from parsers.pdf.objects import Page, Word
from parsers.pdf.text.glyphs import Glimpse, is_box
from parsers.pdf.text.strangers import UNNAMED

_SURE = 0.8
"""A code that says less surely what it is may be of either of two fonts."""

_NEAR = 0.3
"""No further from a box than this, in font sizes, stands what belongs to it."""


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes of boxes in a file."""

    full: dict[tuple[str, str], set[bool]]
    """By font and code whether anything stands in what is drawn for it: several where that differs."""
    known: set[str]
    """The codes of all fonts."""
    exact: bool
    """Whether one code never stands for two signs."""


def decided(
    pages: Sequence[Page], looks: Sequence[Sequence[Glimpse]], *, exact: bool = False
) -> tuple[Page, ...]:
    """The pages with a state on each character whose picture says other than its code does.

    Characters that no letter stands for become the signs that they show, or go. Where codes are `exact`
    those that a font draws alike are told apart.
    """
    full: dict[tuple[str, str], set[bool]] = {}
    framed: set[str] = set()
    for page, found in zip(pages, looks, strict=True):
        for glimpse in found:
            word = page.words[glimpse.word]
            if glimpse.coded:
                full.setdefault((word.style.font, word.text), set()).add(glimpse.seen.full)
            if glimpse.seen.frame is not None and not glimpse.seen.full:
                framed.add(word.style.font)
    named = {word.text for page in pages for word in page.words if _is_named(word)}
    codes = _Codes(full, {text for _, text in full} | named, exact)
    return tuple(
        _decided(page, found, codes, framed) if found else page
        for page, found in zip(pages, looks, strict=True)
    )


def _is_named(word: Word) -> bool:
    """Whether a word is a box that the file names and shows nothing for."""
    return word.at < 0 and len(word.text) == 1 and word.text > "\xff" and is_box(word)


def _decided(page: Page, found: Sequence[Glimpse], codes: _Codes, framed: set[str]) -> Page:
    words: dict[int, Word | None] = {}
    for glimpse in found:
        word = page.words[glimpse.word]
        if not glimpse.coded:
            shown = _shown(word, glimpse.seen, word.style.font in framed)
            lacking = shown is not None and shown.look is State.UNSURE and _is_behind_a_box(page.words, word)
            words[glimpse.word] = None if lacking else shown
        elif (look := _look(word, glimpse.seen, codes)) is not None:
            words[glimpse.word] = _told(word, look)
    kept = (words.get(at, word) for at, word in enumerate(page.words))
    return replace(page, words=tuple(word for word in kept if word is not None)) if words else page


def _is_behind_a_box(words: Sequence[Word], word: Word) -> bool:
    """Whether a character touches a box before it: a selector of its look, say, that the font lacks."""
    return any(
        box.at + len(box.text) == word.at and word.x0 - box.x1 <= _NEAR * word.style.size and is_box(box)
        for box in words
        if box.at >= 0
    )


def _shown(word: Word, shape: Seen, framed: bool) -> Word | None:
    """A character as the sign that it shows, or None where it is no sign and has no letter.

    A full square or ring is a list's bullet, unless there are empty ones of the same font (`framed`).
    """
    if shape.frame is None or (shape.solid and not framed):
        return None if UNNAMED.match(word.text) and word.text != "\ufffd" else word
    lettered = word.text.isalnum() or shape.frame is Frame.RING
    if shape.full and not framed and lettered and not UNNAMED.match(word.text):
        # Bold letters look like a square with something in it, numbers of points stand in rings: such a
        # sign is a tick only beside empty ones.
        return word
    ring = shape.frame is Frame.RING
    if shape.full:
        # A font shows one sign for all that it lacks, often a frame with something in it.
        look = State.TICKED if framed or not UNNAMED.match(word.text) else State.UNSURE
        return replace(word, text="◉" if ring else "☒", look=look)
    return replace(word, text="○" if ring else "☐", look=State.EMPTY)


def _told(word: Word, look: State) -> Word:
    """A box with what its picture says; one that is called a letter is called no more so."""
    if word.text > "\xff":
        return replace(word, look=look)
    return replace(word, look=look, text="☒" if look is State.TICKED else "☐")


def _look(word: Word, shape: Seen, codes: _Codes) -> State | None:
    """What the picture says, or None where it says what the code does, or nothing."""
    look = marks.glyph(word.text, word.style.font)
    if look is None:
        return None
    drawn = State.TICKED if shape.full else State.EMPTY
    if len(codes.full[word.style.font, word.text]) > 1:
        return drawn
    private = "\ue000" <= word.text <= "\uf8ff"
    if private and not marks.font_table(word.style.font):
        # A font of letters draws one sign for all codes it lacks: codes that differ still tell,
        # but a single one may stand for boxes and ticks alike.
        if len(codes.known) == 1 and not codes.exact:
            return State.UNSURE
        # A code of either of two fonts is that of the one that the other codes are of.
        doubtful = look.confidence < _SURE and any(map(marks.is_wingdings_alone, codes.known))
        return look.state if doubtful else None
    if drawn is look.state:
        return None
    # A part of a font may be numbered anew, and its letters mean nothing then.
    return drawn if word.text <= "\xff" and shape.frame is not None else State.UNSURE
