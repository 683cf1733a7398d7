"""The order of pages: as their sentences go on, or as the words of a form ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import TypeAlias

from parsers.pdf.objects import Page, Way, Word

_MOST_ORDERED = 6
"""Of so many pages every order is tried."""

_MOST_ASKED = 60
"""Of more pages none is moved."""

_PROVEN = 2
"""One sentence that seems to go on elsewhere may do so by chance, unless the file begins with its end."""

_PLAINLY = 5
"""So many words in a row are a sentence, or part of one."""

_TITLE = 1.2
"""How many times as large as all others the letters of a title are."""

_TOP = 0.15
"""The share of a page in which its title stands."""

_HANGING = 24.0
"""How far an option's first line may begin right of its others, its box before it, in points."""

_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"\(?\d{1,3}[.)]?(?:[^\W\d]|$)|[*†‡§]")
_ENDS = '.!?:;)…”»"'

Key: TypeAlias = tuple[str, int, int]
"""What a word says, and where."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """How a page ends."""

    last: tuple[Word, ...]
    """Its last row of words, those left out that come back on other pages."""
    titled: float
    """The size of the largest letters on the page, in points."""


def by_sentences(pages: Sequence[Page]) -> tuple[int, ...]:
    """The numbers of the pages as their sentences go on; as they are, if nothing is wrong."""
    given = tuple(range(len(pages)))
    if not 1 < len(pages) <= _MOST_ORDERED:
        return given
    begun = _titled(pages)
    if begun:
        return given[::-1] if begun == given[-1] else (begun, *(at for at in given if at != begun))
    heads, running = _heads(pages)
    begun_amid = [at for at, head in enumerate(heads) if _is_amid(head)]
    if all(at and _goes_on(_ends(pages[at - 1], running), heads[at]) for at in begun_amid):
        return given
    ends = [_ends(page, running) for page in pages]
    seams = _seams(ends, heads)
    # Below a note the page's last sentence is not seen: it may go on on the next page.
    seams |= {(one, one + 1) for one in given[:-1] if _is_noted(ends[one])}
    wrong = _faults(seams, given)
    if wrong == 0 or (wrong < _PROVEN and 0 not in begun_amid):
        return given
    large = max(one.titled for one in ends)
    best = min(
        permutations(given),
        key=lambda order: (_faults(seams, order), ends[order[0]].titled < large, order),
    )
    return given if _faults(seams, best) else best


def keeps_sentences(pages: Sequence[Page], given: Sequence[int], other: Sequence[int]) -> bool:
    """Whether another order tears no more sentences apart than the one that is given."""
    if len(pages) > _MOST_ASKED:
        return False
    heads, running = _heads(pages)
    seams = _seams([_ends(page, running) for page in pages], heads)
    return _faults(seams, other) <= _faults(seams, given)


def _heads(pages: Sequence[Page]) -> tuple[list[tuple[Word, ...]], frozenset[Key]]:
    """How each page begins, and what comes back on other pages."""
    heads = [_head(page, frozenset()) for page in pages]
    running = _running(pages) if len({_said(head) for head in heads}) < len(heads) else frozenset()
    return ([_head(page, running) for page in pages] if running else heads), running


def _seams(ends: Sequence[_Ends], heads: Sequence[tuple[Word, ...]]) -> set[tuple[int, int]]:
    """The pages, two by two, where the first one's last sentence goes on on the second."""
    every = range(len(heads))
    return {(one, two) for one in every for two in every if one != two and _goes_on(ends[one], heads[two])}


def _titled(pages: Sequence[Page]) -> int:
    """The number of the page that a title stands on top of, where the first one begins within a table."""
    if not _begins_in_table(pages[0]):
        return 0
    sizes = [max((word.style.size for word in page.words), default=0.0) for page in pages]
    at = sizes.index(max(sizes))
    if sizes[at] < _TITLE * sizes[0] or _begins_in_table(pages[at]):
        return 0
    head = min(word.baseline for word in pages[at].words) + _TOP * pages[at].height
    return at if any(word.style.size == sizes[at] and word.baseline < head for word in pages[at].words) else 0


def _begins_in_table(page: Page) -> bool:
    """Whether upright rules stand beside the page's first row of words."""
    top = min((word.baseline for word in page.words), default=0.0)
    beside = [rule for rule in page.rules if rule.way is Way.DOWN and rule.start < top < rule.end]
    return len({round(rule.at) for rule in beside}) > 1


def _head(page: Page, running: frozenset[Key]) -> tuple[Word, ...]:
    """A page's first row of words, those left out that come back on other pages."""
    words = [word for word in page.words if _key(word) not in running] if running else page.words
    top = min((word.baseline for word in words), default=0.0)
    return _row(words, top)


def _said(row: Sequence[Word]) -> str:
    return _DIGITS.sub("#", " ".join(word.text for word in row))


def _running(pages: Sequence[Page]) -> frozenset[Key]:
    """What stands at the same place on several pages."""
    seen = Counter(key for page in pages for key in {_key(word) for word in page.words})
    return frozenset(key for key, count in seen.items() if count > 1)


def _key(word: Word) -> Key:
    return (_DIGITS.sub("#", word.text), round(word.x0 / 3), round(word.baseline / 3))


def _ends(page: Page, running: frozenset[Key]) -> _Ends:
    words = [word for word in page.words if _key(word) not in running]
    if not words:
        return _Ends((), 0.0)
    bottom = max(word.baseline for word in words)
    return _Ends(_row(words, bottom), max(word.style.size for word in words))


def _row(words: Sequence[Word], y: float) -> tuple[Word, ...]:
    return tuple(sorted((word for word in words if abs(word.baseline - y) < 2), key=lambda word: word.x0))


def _goes_on(one: _Ends, head: Sequence[Word]) -> bool:
    """Whether a page's last sentence plainly goes on on a page that begins so."""
    last = one.last
    if len(last) < _PLAINLY or not _is_amid(head) or last[-1].text[-1] in _ENDS:
        return False
    shift = last[0].x0 - head[0].x0
    return -4 < shift < _HANGING and last[0].style.size == head[0].style.size


def _is_noted(one: _Ends) -> bool:
    """Whether a note stands at a page's foot."""
    return bool(one.last) and _NOTE.match(one.last[0].text) is not None


def _is_amid(head: Sequence[Word]) -> bool:
    """Whether a page's first row of words is the middle of a sentence."""
    return len(head) >= _PLAINLY and head[0].text[0].islower()


def _faults(seams: set[tuple[int, int]], order: Sequence[int]) -> int:
    """How many pages go on with a sentence that the page before them did not begin."""
    met = set(pairwise(order))
    return len({two for _, two in seams} - {two for _, two in seams & met})
