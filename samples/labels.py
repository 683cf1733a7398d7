"""Ways of printing the form's own words again: people number, retype, abbreviate and misspell them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LONG_WORD = 9


def _same(words: str) -> str:
    return words


def _unnumbered(words: str, number: int) -> str:
    return words


@dataclass(frozen=True, slots=True)
class Spelling:
    """How labels are printed, given their number, and how every other word of the form is."""

    label: Callable[[str, int], str] = _unnumbered
    words: Callable[[str], str] = _same


def _bare(words: str) -> str:
    """Without accents."""
    parted = unicodedata.normalize("NFD", words)
    return "".join(char for char in parted if not unicodedata.combining(char))


def _accents_as_apostrophes(words: str) -> str:
    return re.sub(r"[àèéìòùÈ](?!\w)", lambda found: _bare(found.group()) + "'", words.replace("’", "'"))


def _straight(words: str) -> str:
    return words.replace("’", "'").replace("“", '"').replace("”", '"')


def _misspelt(words: str) -> str:
    """With two letters swapped in the middle of each long word."""
    return re.sub(rf"\w{{{LONG_WORD},}}", lambda found: _swapped(found.group()), words)


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]


def _without_note(words: str) -> str:
    return re.sub(r"\s*\(\d\)", "", words)


SPELLINGS: Mapping[str, Spelling] = {
    "as-printed": Spelling(),
    "numbered": Spelling(lambda words, number: f"{number}. {words}"),
    "numbered-rounds": Spelling(lambda words, number: f"{number}) {_without_note(words)}"),
    "capitals": Spelling(lambda words, number: words.upper()),
    "colon": Spelling(lambda words, number: words.rstrip(":?") + ":"),
    "without-notes": Spelling(lambda words, number: _without_note(words)),
    "spaced": Spelling(lambda words, number: f" {words.replace(' ', '  ')} "),
    "misspelt": Spelling(lambda words, number: _misspelt(words)),
    "without-accents": Spelling(lambda words, number: _bare(words), _bare),
    "accents-as-apostrophes": Spelling(
        lambda words, number: _accents_as_apostrophes(words), _accents_as_apostrophes
    ),
    "straight-quotes": Spelling(lambda words, number: _straight(words), _straight),
}
