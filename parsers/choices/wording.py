"""Which option of a field a text means that names it in other words: shortened, completed, by its code.

Only what names one option and no other is told: words that two options share mean neither.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from parsers.form import Field, Kind, Option
from parsers.keys import key, without_references
from parsers.lexicon import AGAINST, LITTLE, NO, YES

LONGEST = 120
"""Longer texts say more than which option is meant."""
SHORTEST = 5
"""Words of fewer letters are like too many others."""
MISSPELT = 0.7
"""From what likeness words beside a box are its option's, misspelt."""
CLEAR = 0.2
"""By how much they have to be less like every other option."""
_PARTS = re.compile(r"\s*[,;/+&|\n]\s*|\s+[-–—]\s+|\s+ed?\s+", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])")
_ENDING = re.compile(r"(?<=[^\W\d_]{2})\.(?:ne|ni|va|ve|vo|vi|le|li|re|ri|ti|te|zione|zioni)\b")
"""What is written of a word's end behind the point that shortens it: "Amm.ne", "Coop.va"."""
_WORDS = re.compile(r"[^\W_]+")


class Fit(IntEnum):
    """How a text names an option, the best first."""

    WHOLE = 1
    """All its words, or its code."""
    SHORT = 2
    """Some of its words and no others."""
    LONG = 3
    """All its words and others."""


def named(field: Field, text: str, among: frozenset[str] | None = None) -> tuple[str, Fit] | None:
    """The code of the one option that a text names, and how; None where it names none, or several alike."""
    text = without_references(text).strip()
    if not text or len(text) > LONGEST:
        return None
    words = _words(text)
    if field.kind is Kind.YES_NO:
        return _yes_or_no(words)
    fits = {option.code: fit for option in field.options if (fit := _fit(text, words, option)) is not None}
    best = min(fits.values(), default=None)
    codes = [code for code, fit in fits.items() if fit is best]
    if best is None or len(codes) != 1 or (among is not None and codes[0] not in among):
        return None
    return codes[0], best


def nearest(field: Field, text: str, among: frozenset[str]) -> str | None:
    """The code of the option that a text is, misspelt, by a clear margin over all others of the field."""
    words = key(text)
    if len(words) < SHORTEST or len(text) > LONGEST:
        return None
    likeness = {
        option.code: max(
            DamerauLevenshtein.normalized_similarity(key(label), words)
            for label in (option.label, *option.spellings)
        )
        for option in field.options
    }
    best, *others = sorted(likeness, key=lambda code: -likeness[code])
    clear = likeness[best] >= MISSPELT and all(likeness[best] - likeness[code] >= CLEAR for code in others)
    return best if clear and best in among else None


def named_all(field: Field, text: str) -> tuple[tuple[str, ...], Fit] | None:
    """The codes of all options that a text names and nothing else: "Proprie, banche e fondazioni"."""
    one = named(field, text)
    if one is not None and one[1] is Fit.WHOLE:
        return (one[0],), one[1]
    if field.kind is Kind.YES_NO or len(text) > LONGEST:
        return ((one[0],), one[1]) if one is not None else None
    parts = [named(field, part) for part in _PARTS.split(text.strip(" .")) if part.strip()]
    found = [part for part in parts if part is not None]
    if len(parts) < 2:
        return ((one[0],), one[1]) if one is not None else None
    if len(found) < len(parts):
        return None
    return tuple(dict.fromkeys(code for code, _ in found)), max(fit for _, fit in found)


def _yes_or_no(words: tuple[str, ...]) -> tuple[str, Fit] | None:
    said = {word in YES for word in words if word in YES or word in NO}
    if len(said) != 1 or not (words[0] in YES or words[0] in NO) or words[0] == "non":
        return None
    fit = Fit.WHOLE if len(words) == 1 else Fit.LONG
    return ("yes" if words[0] in YES else "no"), fit


def _fit(text: str, words: tuple[str, ...], option: Option) -> Fit | None:
    """How a text names an option, by its label, its other spellings or its code."""
    if text.strip(" .").casefold() == option.code.casefold():
        return Fit.WHOLE
    whole = key(text)
    fits = []
    for label in (option.label, *option.spellings):
        fit = Fit.WHOLE if whole and whole == key(label) else _by_words(words, _words(label), text)
        if fit is not None:
            fits.append(fit)
    return min(fits, default=None)


def _by_words(words: tuple[str, ...], option: tuple[str, ...], text: str) -> Fit | None:
    said = [word for word in words if word not in LITTLE or word in option]
    unknown = [word for word in said if not _covered(word, option)]
    silent = [word for word in option if word not in LITTLE and not _covering(word, words)]
    if any(word in AGAINST for word in unknown) or not any(len(word) > 1 for word in said):
        return None
    if not unknown:
        if not silent:
            return Fit.WHOLE
        telling = any(len(word) >= 3 for word in said) or text.strip().isupper()
        return Fit.SHORT if telling else None
    return Fit.LONG if not silent else None


def _covered(word: str, option: tuple[str, ...]) -> bool:
    """Whether a word is one of the option's, shortened, inflected, or the initials of several."""
    return any(_like(word, other) for other in option) or (
        2 <= len(word) <= 4 and word in "".join(other[0] for other in option if other not in LITTLE)
    )


def _covering(word: str, words: tuple[str, ...]) -> bool:
    return any(_like(other, word) for other in words)


def _like(word: str, whole: str) -> bool:
    if word == whole or (len(word) >= 3 and whole.startswith(word)):
        return True
    if min(len(word), len(whole)) < 5 or word[:3] != whole[:3]:
        return False
    return fuzz.ratio(word, whole) >= 80


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text as keys; a hyphen joins."""
    text = _ENDING.sub("", _INITIALS.sub(lambda found: found[0].replace(".", ""), text))
    folded = (key(word) for word in _WORDS.findall(text.replace("-", "").replace("\u00ad", "")))
    return tuple(word for word in folded if word)
