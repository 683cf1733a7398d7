"""Boxes whose symbol font the printing computer lacked: a letter of another font than the words beside it.

The page shows ``o Alfa`` and ``þ Beta`` as people see them: no boxes. Which letters stand for boxes tell
the others in the same font, of which there are several, and a tick that goes with an empty box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.document import Method
from parsers.lost_letters import ALIKE, FEWEST, PARTNERS, POUND, SURE
from parsers.pdf.objects import Page, Sign, Word

_MOSTLY = 0.8
"""The least share that such letters have of what is written in their font."""

_LEVEL = 0.2
"""By how much the baselines of a line may differ, in font sizes."""


def restored(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with such letters made the boxes that they stand for, in doubt."""
    strays = [_strays(page.words) for page in pages]
    if not any(strays):
        return tuple(pages)
    fonts = _only_of(strays, pages)
    strays = [[word for word in some if word.style.font in fonts] for some in strays]
    wanted = _wanted(word for some in strays for word in some)
    return tuple(_page(page, some, wanted) for page, some in zip(pages, strays, strict=True))


def _only_of(strays: Sequence[Sequence[Word]], pages: Sequence[Page]) -> frozenset[str]:
    """The fonts that hardly write anything but such letters: those of formulas write others, too."""
    lone = Counter(word.style.font for some in strays for word in some)
    used = Counter(
        word.style.font for page in pages for word in page.words if any(map(str.isalnum, word.text))
    )
    return frozenset(font for font, count in lone.items() if count >= _MOSTLY * used[font])


def _strays(words: Sequence[Word]) -> list[Word]:
    """The letters of a page that stand alone in a font that neither neighbour in the line has."""
    if not any(len(word.text) == 1 and word.text in ALIKE for word in words):
        return []
    fonts = Counter(word.style.font for word in words if len(word.text) > 1)
    most = max(fonts.values(), default=0)
    found = []
    for before, word, after in _with_neighbours(words):
        if len(word.text) == 1 and word.text in ALIKE and fonts[word.style.font] < most:
            beside = [one for one in (before, after) if one is not None and _is_level(one, word)]
            priced = word.text == POUND and after in beside and after is not None and after.text[0].isdigit()
            if not priced and all(one.style.font != word.style.font or one.text in ALIKE for one in beside):
                found.append(word)
    return found


def _with_neighbours(words: Sequence[Word]) -> Iterator[tuple[Word | None, Word, Word | None]]:
    around = (None, *words, None)
    for (before, word), (_, after) in pairwise(pairwise(around)):
        if word is not None:
            yield before, word, after


def _is_level(one: Word, two: Word) -> bool:
    return abs(one.baseline - two.baseline) <= _LEVEL * two.style.size


def _wanted(strays: Iterable[Word]) -> frozenset[tuple[str, str]]:
    """The fonts and letters that are boxes: an empty one several times over, with a tick of its own kind.

    Without any tick they may be bullets; only the box of Wingdings 2 is none.
    """
    count = Counter((word.style.font, word.text) for word in strays)
    found: set[tuple[str, str]] = set()
    for (font, letter), times in count.items():
        ticks = {(font, tick) for tick in PARTNERS.get(letter, "") if (font, tick) in count}
        if (ticks and times + len(ticks) >= FEWEST) or (letter == POUND and times >= FEWEST):
            found |= {(font, letter), *ticks}
    return frozenset(found)


def _page(page: Page, strays: Sequence[Word], wanted: frozenset[tuple[str, str]]) -> Page:
    lost = [word for word in strays if (word.style.font, word.text) in wanted]
    if not lost:
        return page
    gone = set(map(id, lost))
    words = tuple(word for word in page.words if id(word) not in gone)
    return replace(page, words=words, boxes=(*page.boxes, *map(_sign, lost)))


def _sign(word: Word) -> Sign:
    state, _ = ALIKE[word.text]
    return Sign(word.box, state, Method.SYMBOL, word.text, SURE)
