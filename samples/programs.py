"""Office programs as they write: the same words, boxes and ticks, in each program's own hand.

What LibreOffice makes of a form is had by asking it (`producers`); the others are written after what
files of theirs look like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from docx.document import Document as WordDocument

from samples import hands, word_hands
from samples.bodies import VAL, Step
from samples.flattened import PLAIN, dropped
from samples.wordml import Element, clark, element


@dataclass(frozen=True, slots=True)
class Program:
    """What a program does to a form that it opens and saves."""

    steps: Sequence[Step] = ()
    bullets: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Bullets of lists that it writes otherwise, by their character: font and character."""

    def __call__(self, document: WordDocument, blocks: Sequence[Element]) -> list[Element]:
        """The blocks as the program writes them; the lists of the document are changed in place."""
        body = element("w:body", *blocks)
        for step in self.steps:
            step(body)
        if self.bullets:
            _change_bullets(document.part.numbering_part.element, self.bullets)
        return list(body)


def _change_bullets(lists: Element, bullets: Mapping[str, tuple[str, str]]) -> None:
    for level in lists.iter(clark("w:lvl")):
        sign, fonts = level.find(clark("w:lvlText")), level.find(f"{clark('w:rPr')}/{clark('w:rFonts')}")
        if sign is not None and fonts is not None and sign.get(VAL) in bullets:
            font, char = bullets[sign.get(VAL, "")]
            sign.set(VAL, char)
            for name in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(clark(f"w:{name}"), font)


_NOTO = "Noto Sans Symbols"

AS_MADE = "as-made"

PROGRAMS: Mapping[str, Program] = {
    AS_MADE: Program(),
    "google-docs": Program(
        (
            *PLAIN,
            partial(hands.runs_dressed, dress=hands.google_dress),
            hands.google_signs,
            hands.google_ends,
            hands.tables_redrawn,
            hands.google_tables,
        ),
        {"\uf0a8": (_NOTO, "◻"), "\uf0fe": (_NOTO, "☑"), "\uf06f": (_NOTO, "□"), "\uf0fd": (_NOTO, "☒")},
    ),
    "onlyoffice": Program(
        (
            partial(hands.signs_in, font="Segoe UI Symbol"),
            partial(hands.cut, size=hands.by_words),
            partial(hands.paragraphs_dressed, dress=hands.office_dress),
            hands.empty_runs,
        )
    ),
    "onlyoffice-flat": Program((*PLAIN, partial(hands.cut, size=hands.by_words), hands.empty_runs)),
    "wps": Program(
        (hands.eastern_boxes, partial(hands.runs_dressed, dress=hands.eastern_dress), hands.row_exceptions)
    ),
    "pages": Program(
        (
            *PLAIN,
            partial(hands.signs_in, font="Apple Color Emoji"),
            partial(hands.paragraphs_dressed, dress=hands.off("w:bidi")),
            partial(hands.runs_dressed, dress=hands.off("w:rtl")),
            hands.tables_redrawn,
            hands.shaded_heads,
        )
    ),
    "word": Program((word_hands.symbol_signs, word_hands.page_breaks, word_hands.numbered_saves)),
    "word-online": Program((word_hands.doubted, word_hands.numbered_saves)),
    "word-from-browser": Program((word_hands.pasted, word_hands.numbered_saves)),
    "word-mac": Program((hands.decomposed, partial(hands.signs_in, font="Menlo", hint="eastAsia"))),
    "word-restricted": Program((word_hands.allowed, word_hands.symbol_signs)),
    "word-compared": Program((word_hands.once_otherwise,)),
    "word-2003": Program(
        (
            partial(hands.signs_in, font="MS Gothic"),
            partial(dropped, tags=("w:proofErr",)),
            word_hands.smart_tags,
        )
    ),
    "mail": Program(
        (*PLAIN, hands.hard_blanks, partial(hands.runs_dressed, dress=hands.greys), hands.tables_redrawn)
    ),
    "library": Program((hands.bare,)),
    "from-pdf": Program((*PLAIN, hands.fitted)),
}
"""By name; `AS_MADE` is Word with nothing added."""
