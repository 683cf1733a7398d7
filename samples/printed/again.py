"""A print of LibreOffice's, written again as other programs write: the same page in another hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from samples.printed import rulers, spellings, writers
from samples.printed.book import Book, Printed
from samples.printed.leaves import Leaf, Letter
from samples.printed.prints import leaves
from samples.printed.rulers import Ruler
from samples.printed.sheets import Way
from samples.printed.spellings import Spelling
from samples.printed.writers import Pen, Writer

Lines: TypeAlias = Sequence[Sequence[Letter]]
Order: TypeAlias = Callable[[Lines, Random], Lines]


def as_read(lines: Lines, random: Random) -> Lines:
    """From the top."""
    return lines


def from_below(lines: Lines, random: Random) -> Lines:
    """The last line first."""
    return list(reversed(lines))


def anyhow(lines: Lines, random: Random) -> Lines:
    """Word by word in no order at all."""
    single = [word for line in lines for word in writers.words(line)]
    return random.sample(single, len(single))


def from_the_right(lines: Lines, random: Random) -> Lines:
    """What stands on the right first."""
    return sorted(lines, key=lambda line: -line[0].x)


@dataclass(frozen=True, slots=True)
class Hand:
    """How a program writes a page."""

    write: Writer
    spell: Spelling = spellings.as_is
    rule: Ruler = rulers.stroked
    order: Order = as_read
    font: str = "cid"
    ruled_last: bool = False
    """Whether the lines of tables are drawn over the text, not under it."""


HANDS: Mapping[str, Hand] = {
    "word": Hand(writers.in_runs, rule=rulers.cell_by_cell, ruled_last=True),
    "word-tagged": Hand(writers.spelt_out, rule=rulers.cell_by_cell),
    "word-mac": Hand(writers.at_size_one, spellings.tied, rulers.filled),
    "google-docs": Hand(writers.flipped, rule=rulers.filled),
    "google-docs-drawn": Hand(writers.flipped, font="drawn"),
    "quartz": Hand(writers.at_size_one, spellings.tied_openly, rulers.cell_by_cell),
    "pages": Hand(writers.at_size_one, spellings.accents_over, rulers.hairlines),
    "onlyoffice": Hand(writers.each_alone, rule=rulers.doubled),
    "wps": Hand(writers.letter_by_letter, rule=rulers.cell_by_cell, order=from_below),
    "tex": Hand(writers.by_gaps, spellings.tied, rulers.filled),
    "tex-old": Hand(writers.by_gaps, spellings.accents_first, rulers.filled, font="drawn"),
    "publisher": Hand(writers.word_by_word, spellings.small_capitals, rulers.dashed, anyhow),
    "old-printer": Hand(writers.twice, rule=rulers.dotted),
    "shadowed": Hand(writers.shadowed, rule=rulers.stroked),
    "plotter": Hand(writers.letter_by_letter, rule=rulers.unfinished, order=from_the_right),
    "shuffled": Hand(writers.each_alone, order=anyhow),
}
"""By the program, or the kind of program, that writes so."""


def can_be_written(data: bytes) -> bool:
    """Whether a print says the same in every hand: the hands' own fonts hold no pictures."""
    return all(leaf.spells for leaf in leaves(data))


def written(data: bytes, hand: Hand, seed: int = 0, sheets: Way = tuple) -> bytes:
    """A print in that hand, its pages put on sheets in that way."""
    pen, random = Pen(hand.font), Random(f"{seed}/again")
    pages, photos = [], 0
    for leaf in leaves(data):
        pages.append(Printed(_content(leaf, hand, pen, random, photos), leaf.width, leaf.height))
        photos += len(leaf.photos)
    return Book().saved(sheets(pages), pen.fonts, photos)


def _content(leaf: Leaf, hand: Hand, pen: Pen, random: Random, photos: int) -> str:
    drawn = [path.operators for path in leaf.paths]
    # A line under words or through them is drawn plainly, whatever a table's lines look like.
    table = [bar for bar in leaf.bars if any(bar.meets(other) for other in leaf.bars)]
    plain = [bar for bar in leaf.bars if bar not in table]
    ruled = hand.rule(table) + "\n" + rulers.stroked(plain)
    lines = hand.order([hand.spell(line) for line in leaf.lines], random)
    text = [hand.write(line, pen) for line in lines]
    shown = [
        f"q {' '.join(f'{side:.3f}' for side in photo.matrix)} cm /Im{at} Do Q"
        for at, photo in enumerate(leaf.photos, photos)
    ]
    parts = [*drawn, *text, ruled] if hand.ruled_last else [ruled, *drawn, *text]
    return "\n".join([*parts, *shown])
