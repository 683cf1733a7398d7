"""Letters printed far apart, one in each room of a comb, as the one word that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers import marks
from parsers.pdf.objects import Shape, Word, around, middle
from parsers.pdf.text.tokens import is_box

_FEWEST = 6
"""So many letters side by side are a word."""

_LEAST, _MOST = 0.9, 32.0
"""How far apart the middles of letters are: at least in font sizes, at most in points."""

_EVEN = 1.6
"""By how much of a point each way the distances of letters differ, broad and narrow ones."""

_GAP = 2.0
"""A text may follow this near behind a comb, in font sizes, and have nothing to do with it."""

_LETTER = re.compile(r"[\w@+./-]")


def rejoined(words: Sequence[Word], shapes: Sequence[Shape] = ()) -> Sequence[Word]:
    """The words with those of single letters that stand evenly apart made one; a room left out parts two.

    Letters with boxes to tick between them, drawn or written, are the words of those.
    """
    letters = [word for word in words if len(word.text) == 1 and _is_letter(word)]
    if len(letters) < _FEWEST:
        return words
    joined: dict[int, Word | None] = {}
    for run in _runs(letters):
        if len(run) >= _FEWEST and not _is_scale(run) and not _are_options(run, words, shapes):
            joined |= {id(word): None for word in run}
            joined[id(run[0])] = _word(run, words)
    if not joined:
        return words
    return [one for word in words if (one := joined.get(id(word), word)) is not None]


def _is_letter(word: Word) -> bool:
    return _LETTER.fullmatch(word.text) is not None and not marks.font_table(word.style.font)


def _runs(letters: Sequence[Word]) -> Iterator[list[Word]]:
    """Letters side by side, as far apart as the first two of them."""
    run: list[Word] = []
    for word in sorted(letters, key=lambda one: (round(one.baseline), one.x0)):
        if run and not _goes_on(run, word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    step = middle(word.box)[0] - middle(run[-1].box)[0]
    if abs(word.baseline - run[-1].baseline) > 1 or not _LEAST * word.style.size < step <= _MOST:
        return False
    usual = middle(run[1].box)[0] - middle(run[0].box)[0] if len(run) > 1 else step
    start = word.x0 - run[-1].x0
    begun = run[1].x0 - run[0].x0 if len(run) > 1 else start
    return min(abs(step - usual), abs(start - begun)) <= _EVEN


def _is_scale(run: Sequence[Word]) -> bool:
    """Whether they are the numbers or letters of a scale, or one sign again and again."""
    codes = [ord(word.text) for word in run]
    return len({two - one for one, two in pairwise(codes)}) == 1


def _are_options(run: Sequence[Word], words: Sequence[Word], shapes: Sequence[Shape]) -> bool:
    """Whether boxes stand between letters, each apart from both."""
    boxes = [word.box for word in words if is_box(word)]
    boxes += [shape.box for shape in shapes if shape.box[3] - shape.box[1] <= _MOST]
    apart = sum(
        any(
            one.x1 - 1 < box[0] and box[2] < two.x0 + 1 and one.top < middle(box)[1] < one.bottom
            for box in boxes
        )
        for one, two in pairwise(run)
    )
    return 2 * apart >= len(run)


def _word(run: Sequence[Word], words: Sequence[Word]) -> Word:
    """The letters as one word.

    Where the next text follows right behind its last room, it ends as if the letters stood close.
    """
    x0, top, x1, bottom = around([word.box for word in run])
    text = "".join(word.text for word in run)
    if any(_is_behind(word, run[-1]) for word in words):
        x1 = x0 + sum(word.x1 - word.x0 for word in run)
    return replace(run[0], text=text, x0=x0, top=top, x1=x1, bottom=bottom)


def _is_behind(word: Word, last: Word) -> bool:
    near = 0 < word.x0 - last.x1 < _GAP * last.style.size and len(word.text) > 1
    return near and abs(word.baseline - last.baseline) < 2
